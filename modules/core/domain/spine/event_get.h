/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_EVENT_GET_H
#define DOMAIN_EVENT_GET_H

#include <stdbool.h>

#include "base/ctx.h"
#include "model/event.h"

/* The bodies of the log, read: event.h writes them. */

/* The text at "before"/"after"/"fact"/"why" and name, or "". */
const char *event_get(struct ctx *, const struct event *, const char *group,
	    const char *name);
/* Every name that a group of a body has, in its order. */
struct event_pair {
	struct event_pair *next;
	const char *name, *before, *after;
};
struct event_pair *event_get_changes(struct ctx *, const struct event *);
/* The same of its facts: .after is the text. */
struct event_pair *event_get_facts(struct ctx *, const struct event *);
/* Did this value follow from others, by the formula of its field? */
bool	 event_get_computed(struct ctx *, const struct event *,
	    const char *name);

/* All of it, but before and after have changed places. */
struct json_pair *event_get_swapped(struct ctx *, const struct event *);
/* The act that an "act.undone" took back, as event_reverse() had it. */
const struct event *event_get_undone(struct ctx *, const struct event *);

#endif
