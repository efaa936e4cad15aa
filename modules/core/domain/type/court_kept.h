/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_COURT_KEPT_H
#define DOMAIN_COURT_KEPT_H

#include "domain/type/court.h"
#include "model/casetype.h"

/*
 * Courts that the site has installed. Versions are never changed: what was
 * counted says by which, and can be counted again by that.
 */

/* The next version of a court, from its file; the one that there is where it
 * has the same bytes. */
enum err court_kept_install(struct ctx *, const char *path,
	    const struct court **out);
/* For administrators: a text, and the version that it would follow (NULL: the
 * court is new here); then the same, kept. seen: the version that was looked
 * at, 0 none; ERR_CONFLICT: there is another one now. */
enum err court_kept_look(struct ctx *, const char *source,
	    const struct court **fresh, const struct court **newest);
enum err court_kept_put(struct ctx *, const char *source, int seen,
	    const struct court **out);
/* Each version of a court, or with code "" of all, the newest first. */
struct court_kept_use {
	struct court_kept_use *next;
	const char *code;
	int version;
	int64_t installed;
	const char *sha256;
	int64_t open;		/* deadlines under way that count by it; to
				 * 1,000, 1,001 is more */
	bool used;		/* one was counted by it, once at least */
};
enum err court_kept_uses(struct ctx *, const char *code,
	    struct court_kept_use **out);
/* ERR_CONFLICT: something was counted by it. */
enum err court_kept_drop(struct ctx *, const char *code, int version);
/* The newest of each. */
enum err court_kept_all(struct ctx *, const struct court **out);
/* The newest of those that a type offers, in its order. */
enum err court_kept_offers(struct ctx *, const struct casetype *,
	    const struct court **out);
enum err court_kept_find(struct ctx *, const char *code, int version,
	    const struct court **out);		/* version 0: the newest */

/* What was counted in one text, as a span of a deadline keeps it; and what it
 * was. ERR_LOST: the text is none, or its court is gone. */
const char *court_kept_write(struct ctx *, const struct courtcount_ask *);
enum err court_kept_read(struct ctx *, const char *text,
	    struct courtcount_ask *out);

#endif
