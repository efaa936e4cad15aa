/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_TIMELINE_H
#define DOMAIN_TIMELINE_H

#include "base/ctx.h"
#include "model/casetype.h"
#include "model/event.h"

/*
 * Events as people read them: one translated sentence each, without the
 * final stop, the same on a page and in a CSV. type gives the words of
 * codes; NULL leaves codes as they are (events outside dossiers).
 */
const char *timeline_sentence(struct ctx *, const struct casetype *,
	    const struct event *);
/* Of a list with the newest first: what the plan did after an act hangs under
 * that act, and is no entry of its own. */
void	 timeline_fold(struct event **list);
/* The sentence of what hangs there; "" it says no more than the act. */
const char *timeline_then(struct ctx *, const struct casetype *,
	    const struct event *);
/* Why it was done, in the person's own words; "" when nobody said. */
const char *timeline_why(struct ctx *, const struct event *);
/* What changed: label, before and after as the viewer reads them. */
struct timeline_change {
	struct timeline_change *next;
	const char *label, *before, *after;
	const char *thing;	/* label, of a row its group's */
	bool computed;		/* it followed from others */
};
struct timeline_change *timeline_changes(struct ctx *,
	    const struct casetype *, const struct event *);
/* "note" -> "Notes": words for the filter of the time line; NULL after the
 * last n. */
const char *timeline_kind(size_t n, const char **word);

#endif
