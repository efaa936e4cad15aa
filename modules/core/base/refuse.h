/* SPDX-License-Identifier: MIT */
#ifndef BASE_REFUSE_H
#define BASE_REFUSE_H

#include <stdbool.h>

/*
 * A refusal is expected: a function returns it and leaves the sentence in
 * cx->why. web/reply.c turns it into a status and a page.
 */
struct ctx;

enum err {
	OK = 0,
	ERR_INVALID,	/* a rule or a field: the form again, 422 */
	ERR_REQUEST,	/* not a request that our pages make, 400 */
	ERR_SIGNON,	/* nobody signed in, 401 */
	ERR_FORBIDDEN,	/* the page is not for this person, 403 */
	ERR_MISSING,	/* does not exist, or not for this person, 404 */
	ERR_METHOD,	/* no such method here, 405 */
	ERR_CONFLICT,	/* changed meanwhile, or already so, 409 */
	ERR_LARGE,	/* a body, field or file over its limit, 413 */
	ERR_MEDIA,	/* a body of another kind, 415 */
	ERR_OFTEN,	/* throttled, 429 */
	ERR_BROKEN,	/* our fault, logged, 500 */
	ERR_LOST,	/* what is stored is gone, or no good: said why, 500 */
	ERR_BUSY,	/* store or directory is not answering, 503 */
	ERR_SCHEMA	/* the store is of another version than we are, 503 */
};

/* Both return what they are given. The sentence is translated: _("..."). */
enum err refuse(struct ctx *, enum err, const char *fmt, ...)
	    __attribute__((format(printf, 3, 4)));
enum err refuse_field(struct ctx *, const char *field, const char *fmt, ...)
	    __attribute__((format(printf, 3, 4)));	/* ERR_INVALID */

bool	refuse_any(const struct ctx *);	/* was a field refused? */

#endif
