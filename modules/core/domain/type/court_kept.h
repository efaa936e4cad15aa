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
