/* SPDX-License-Identifier: MIT */
#ifndef WEB_SESSION_H
#define WEB_SESSION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/digest.h"
#include "web/form.h"
#include "web/request.h"

/*
 * Who is at the browser. The cookie holds 256 random bits; the store only
 * their SHA-256. A form that arrives after its session ended is not lost:
 * it travels through the sign-in page as hidden fields and is shown once
 * more before it is sent.
 */
struct session {
	int64_t person;
	int64_t created, used;
	unsigned char hash[DIGEST_SIZE];	/* the row */
	const char *csrf;			/* token of its forms */
};

/* Reads the secret that tokens are made from; false, logged, without it. */
bool	 session_open(const struct config *);

/* For the program that signs people in; each inside a POST's transaction.
 * Makes a session for the person, ends the browser's former one and sends
 * the cookie; from here on rq->session and rq->cx are the person's. remote:
 * on the web server's word for this name, "" where a password was proved. */
enum err session_make(struct request *, int64_t person, const char *remote);
enum err session_end(struct request *);	/* this one, and its cookie */
enum err session_end_all(struct request *);	/* all of the viewer's */

/*
 * Whom the web server says it has signed in, without the realms that
 * dossier.conf cuts off; "" for nobody, and always unless `remote_user` is
 * set. A session made on this word ends when the word changes.
 */
const char *session_remote(struct request *);
/* Seals a name into a form, so that only who was shown the name sends it. */
const char *session_remote_seal(struct request *, const char *name);
bool	 session_remote_sealed(struct request *, const char *seal,
	    const char *name);
/* Was the request's own session made on that word? */
bool	 session_remote_made(const struct request *);
/* The name without the first of the realms that it has: "@REALM" behind,
 * "DOMAIN\" before. */
const char *session_remote_strip(struct arena *, const char *name,
	    const char *realms);

/*
 * What the sign-in form carries: put it into the form table of the route
 * that takes the name and password.
 *   keep_target  the address that was asked for, path and query
 *   keep_owner   sealed: whose fields they are
 *   keep_post    1: the fields are those of a form to be sent there
 *   keep_files   1: files were chosen, and must be chosen again
 *   keep.NAME    each field of that form
 */
#define SESSION_KEEP_FIELDS						\
	{ "keep_target", FIELD_TEXT, .max = 4000 },			\
	{ "keep_owner", FIELD_TEXT, .max = 100 },			\
	{ "keep_post", FIELD_FLAG },					\
	{ "keep_files", FIELD_FLAG },					\
	{ "keep.*", FIELD_LINES, .max = 65536, .many = true }

/* Shows shared/signin.html with all that the request carries: the gate
 * for whoever has no session, the sign-in program for GET and as .again. */
enum err session_keep_show(struct request *);

/* An address of our own, where a person may be sent on to. */
bool	 session_keep_ours(const char *);

/* After session_make(): the page shared/continue.html when the same person
 * had a form under way, else a redirect to the address asked for. */
enum err session_keep_go(struct request *);

#endif
