/* SPDX-License-Identifier: MIT */
#ifndef STORE_VERIFY_H
#define STORE_VERIFY_H

#include <stdbool.h>

#include "base/ctx.h"
#include "model/seal.h"
#include "store/store_event.h"

/*
 * What the operator's check reads: everything, in pieces of some thousand
 * rows, each shown once and forgotten. false from a function ends the walk.
 */

/* The engine's own check of its file: "" when all is well. */
enum err store_verify_engine(struct ctx *, const char **out);

/* Each event in its chain's order, dossiers first, with what the chain's
 * owner believes of its end and what a seal holds of the event. */
struct store_verify_event {
	struct store_event e;
	bool odd;		/* a column is as we never write it */
	const char *chain;	/* number of the dossier, or the topic */
	bool owned;		/* the dossier or topic is there */
	struct store_event_head end;
	int64_t sealed;		/* up to where the owner says it is */
	int64_t seal;		/* that sealed this event, 0 none */
	unsigned char held[DIGEST_SIZE];	/* its hash there */
};
typedef bool store_verify_event_fn(void *, const struct store_verify_event *);
enum err store_verify_events(struct ctx *, store_verify_event_fn *, void *);

/* The leaves of all seals, in the order of the seals and of their trees. */
typedef bool store_verify_head_fn(void *, int64_t seal,
	    const struct seal_head *);
enum err store_verify_heads(struct ctx *, store_verify_head_fn *, void *);

/* A dossier or a topic without any event: its number or name, or "". */
enum err store_verify_bare(struct ctx *, const char **out);
/* A leaf whose event is not there: .seal is 0 when there is none. */
struct store_verify_lost {
	const char *chain;	/* "" when its dossier is gone too */
	int64_t dossier, seq, seal;
};
enum err store_verify_lost(struct ctx *, struct store_verify_lost *out);
/* Words of an event that is not there: the number of its row, or 0. */
enum err store_verify_stray(struct ctx *, int64_t *event);
/* A count of a type in a team that is not what there is: "" when none. */
struct store_verify_scope {
	const char *type, *team;
	int64_t open, total;		/* as they are counted */
	int64_t is_open, is_total;	/* as they are */
};
enum err store_verify_scope(struct ctx *, struct store_verify_scope *out);
/* A dossier whose promises say that somebody else leads it, or "". */
enum err store_verify_led(struct ctx *, const char **out);

struct store_verify_document {
	const char *number;	/* of its dossier */
	int64_t no;
	const char *sha256;
	int64_t bytes;
};
typedef bool store_verify_fn(void *, const struct store_verify_document *);
enum err store_verify_documents(struct ctx *, store_verify_fn *, void *);

#endif
