/* SPDX-License-Identifier: MIT */
#ifndef STORE_OUTBOX_H
#define STORE_OUTBOX_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/outbox.h"

/* What people are still to be told by mail. */
struct store_outbox {
	struct store_outbox *next;
	const char *number;	/* of the dossier */
	int64_t no;		/* the task, approval or deadline, 0: they
				 * lead it */
	bool change, mention;	/* of a case they follow; in a note */
	bool approval, answered;	/* it waits for them, or was answered */
	bool deadline;		/* it is near, or was missed */
	bool promise;		/* the same of one */
	const char *handover;	/* its number: it waits for them, or was
				 * answered; "" none */
	bool silence;		/* the case fell silent */
	bool share;		/* no: there is news of it */
	bool service;		/* no: it is due, or late */
	bool consent;		/* no: it ends soon */
	int64_t due;		/* of the task or deadline, 0 none */
};

/* News of thing no: of a task, an approval or the dossier itself by the kind
 * "", else mention (of a note) or share. */
enum err store_outbox_add(struct ctx *, const struct dossier *,
	    int64_t person, const char *kind, int64_t no, int64_t due);
/* The person who has waited longest since a moment, 0 for nobody; all that
 * is due for them is then theirs who asks, until a moment. */
enum err store_outbox_claim(struct ctx *, int64_t until, int64_t *person,
	    int64_t *tries);
/* Of what was claimed: what still holds and the viewer, who is the one to
 * be told, may see; at most limit. *count: how many in all. */
enum err store_outbox_claimed(struct ctx *, int64_t until,
	    const char *today, int limit,
	    struct store_outbox **out, int64_t *count);
/* Ends what was claimed, or puts it off. */
enum err store_outbox_end(struct ctx *, int64_t person, int64_t until,
	    const char *said);
enum err store_outbox_put_off(struct ctx *, int64_t person, int64_t until,
	    int64_t due, const char *said);
enum err store_outbox_forget(struct ctx *, int64_t ended_before);

struct store_outbox_state {
	int64_t waiting, failing;	/* not sent yet; tried in vain */
	int64_t oldest;			/* queued, 0 none */
	const char *said;		/* of the last failure */
};
enum err store_outbox_troubles(struct ctx *, int limit,
	    struct outbox_trouble **out);
enum err store_outbox_state(struct ctx *, struct store_outbox_state *out);

#endif
