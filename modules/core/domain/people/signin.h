/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_SIGNIN_H
#define DOMAIN_SIGNIN_H

#include "base/ctx.h"

/*
 * From a name and a password to a person. First the question to the
 * directory, which takes its time and therefore stands outside of any
 * transaction; then, inside one, the rows of who that is.
 */
struct signin;

#define SIGNIN_WINDOW 900	/* seconds in which wrong tries are counted */
#define SIGNIN_TRIES 4		/* for a name: less than directories allow */
#define SIGNIN_TRIES_ADDRESS 30	/* for an address: one may serve a house */

/*
 * ERR_INVALID with one sentence for unknown name, wrong or empty password
 * and locked account; ERR_FORBIDDEN when the password is right and still
 * lets nobody in: expired, account shut; ERR_OFTEN with how long to wait;
 * ERR_BUSY within 6 s when the directory does not answer. Begins and ends
 * transactions itself.
 */
enum err signin_ask(struct ctx *, const char *name, const char *password,
	    const char *peer, struct signin **out);

/* The same for somebody who is signed in and proves it once more; a right
 * password counts as no try, whatever comes of it. */
enum err signin_prove(struct ctx *, const char *name, const char *password,
	    const char *peer, struct signin **out);

/* For a name that the web server has proved; ERR_FORBIDDEN where the
 * directory does not have exactly one open account of it. */
enum err signin_trust(struct ctx *, const char *name, struct signin **out);

/* The rows and rights of who it is; ERR_FORBIDDEN for a person to whom no
 * group gives a role. */
enum err signin_accept(struct ctx *, const struct signin *,
	    int64_t *person);

/* What the directory wants said: the password's end is near. NULL: nothing. */
const char *signin_warning(struct ctx *, const struct signin *);
/* Forgets failures that count no more. */
enum err signin_sweep(struct ctx *);

#endif
