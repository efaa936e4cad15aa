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
 * and shut account; ERR_OFTEN with how long to wait; ERR_BUSY within 6 s
 * when the directory does not answer. Begins and ends transactions itself.
 */
enum err signin_ask(struct ctx *, const char *name, const char *password,
	    const char *peer, struct signin **out);

/* The rows and rights of who it is; ERR_FORBIDDEN for a person to whom no
 * group gives a role. */
enum err signin_accept(struct ctx *, const struct signin *,
	    int64_t *person);

#endif
