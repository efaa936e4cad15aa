/* SPDX-License-Identifier: MIT */
#ifndef STORE_TIMELINE_H
#define STORE_TIMELINE_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/event.h"
#include "model/person.h"

/* Events of an opened dossier, newest first by (happened, id). */
struct store_timeline_filter {
	const char *kind;	/* "" all, else the beginning of kinds */
	int64_t actor;		/* 0 all */
	int64_t from, until;	/* happened in [from, until) */
	int64_t after;		/* seq of the last page's last, 0 none */
	int64_t limit;
	bool leaves;		/* the house: nothing that is held back */
};
enum err store_timeline_list(struct ctx *, const struct dossier *,
	    const struct store_timeline_filter *, struct event **out);

/* From one number of the chain on, the oldest first. */
enum err store_timeline_since(struct ctx *, const struct dossier *,
	    int64_t seq, int limit, struct event **out);

/* Of a chain outside dossiers, the newest first. */
enum err store_timeline_topic(struct ctx *, const char *topic, int limit,
	    struct event **out);

/* Who did something here: for the filter. */
enum err store_timeline_actors(struct ctx *, const struct dossier *,
	    struct person **out);

#endif
