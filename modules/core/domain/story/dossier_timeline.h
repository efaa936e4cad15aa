/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DOSSIER_TIMELINE_H
#define DOMAIN_DOSSIER_TIMELINE_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/event.h"
#include "model/person.h"

/* The time line, newest first by (happened, id). kinds: "" all, else the
 * noun; from ... until: happened from, and before, 0 none. */
struct timeline_filter {
	const char *kinds;	/* "note" "task" "document" "phase" "" ... */
	int64_t actor;
	int64_t from, until;
	int64_t after;		/* seq of the last page's last, 0 newest */
	int limit;		/* 0: all */
	bool leaves;		/* the house: without what is privileged and
				 * not released */
};
enum err dossier_timeline(struct ctx *, const struct dossier *,
	    const struct timeline_filter *, struct event **out);
/* Who acted on it, for the filter. */
enum err dossier_timeline_actors(struct ctx *, const struct dossier *,
	    struct person **out);

#endif
