/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_EVENT_H
#define DOMAIN_EVENT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/event.h"

/*
 * The log. Whoever changes something adds its event in the same
 * transaction. A body is built by pairs, so that no caller writes JSON:
 *   struct event_body *b = event_body(cx);
 *   event_before(b, "phase", "planning");
 *   event_after(b, "phase", "assessment");
 *   event_why(b, reason);
 *   return event_add(cx, d, "phase.moved", b);
 */
struct event_body;

struct event_body *event_body(struct ctx *);
void	 event_before(struct event_body *, const char *name, const char *text);
void	 event_after(struct event_body *, const char *name, const char *text);
/* Both, where they differ. */
void	 event_change(struct event_body *, const char *name,
	    const char *before, const char *after);
void	 event_fact(struct event_body *, const char *name, const char *text);
void	 event_number(struct event_body *, const char *name, int64_t fact);
/* The same, unless there are none. */
void	 event_count(struct event_body *, const char *name, int64_t n);
void	 event_why(struct event_body *, const char *reason);
void	 event_happened(struct event_body *, int64_t when); /* else cx->now */
/* Who did it, 0 the system; else the viewer. For what an import brings. */
void	 event_actor(struct event_body *, int64_t person);
/* For whom, who is away; else that of the dossier. */
void	 event_for(struct event_body *, int64_t person);
/* The event speaks of another dossier: its number is a fact, and only who may
 * see that dossier is told of it. A link.* event is hidden from others. */
void	 event_about(struct event_body *, const struct dossier *other);
/* It speaks of a thing in a compartment (0: it does not): for its members
 * alone, and the dossier does not count as touched by it. */
void	 event_within(struct event_body *, int64_t no, int64_t compartment);
/* The body says that this event was undone: before and after change places,
 * the kind is the fact "act". Values that the fact "computed" names are left
 * out: they follow by themselves. event_get_undone() gives it back for
 * reading. */
void	 event_reverse(struct event_body *, const struct event *);

/* Appends to the dossier's chain and touches the dossier; then does all that
 * follows, so call it after the other writes of an act. */
enum err event_add(struct ctx *, struct dossier *, const char *kind,
	    struct event_body *);
/* What follows, in this order, up to one that is NULL: it is told of the event
 * with .kind, .body, .read, .by and .within. The table is follow.c. */
struct event_follower {
	enum err (*follow)(struct ctx *, struct dossier *,
	    const struct event *);
};
extern const struct event_follower follow_events[];
/* Appends to the chain of a thing outside dossiers: rights types settings
 * persons arrivals exports. */
enum err event_add_topic(struct ctx *, const char *topic, const char *kind,
	    struct event_body *);

/* The hash over a row, as schema/README.md says. */
struct store_event;
void	 event_hash(struct ctx *, const struct store_event *,
	    unsigned char out[32]);
void	 event_commitment(struct ctx *, const struct store_event *,
	    unsigned char out[32]);
/* What somebody reads is remembered, unless the house says otherwise, with
 * the right by which they do and the browser's address; of a dossier.read
 * and more, the more alone. */
void	 event_look(struct ctx *, const struct dossier *, const char *kind,
	    struct event_body *);
/* The same of what leaves the house by it, whatever the house says. */
void	 event_look_leaving(struct ctx *, const struct dossier *,
	    const char *kind, struct event_body *);
/* The same of somebody who is not of the staff, whatever the house says; the
 * body tells who. */
void	 event_look_outside(struct ctx *, const struct dossier *,
	    const char *kind, struct event_body *);
void	 event_look_topic(struct ctx *, const char *topic, const char *kind,
	    const struct event_body *);
/* Writes cx->looks, each into its dossier's chain, without touching the
 * dossier, or into its topic's, and forgets them; after the page, in a
 * transaction of their own. */
enum err event_looks(struct ctx *);

#endif
