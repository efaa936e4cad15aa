/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_BULK_H
#define DOMAIN_BULK_H

#include "base/ctx.h"
#include "domain/course/task.h"
#include "model/dossier.h"

/*
 * One act on many dossiers, in one transaction, so that it is undone as one.
 * Each is opened for the viewer and changed by the same rules as alone; one
 * that these refuse is left as it was, with the reason, and the others are
 * done.
 */
#define BULK_MOST 200

enum bulk_kind {
	BULK_LEAD, BULK_TEAM, BULK_MOVE, BULK_VERSION, BULK_TASK, BULK_LABEL,
	BULK_UNLABEL
};

struct bulk {
	enum bulk_kind kind;
	int64_t lead;		/* BULK_LEAD */
	const char *team;	/* BULK_TEAM: its code */
	const char *phase;	/* BULK_MOVE */
				/* BULK_VERSION: to the newest of its type */
	struct task_new task;	/* BULK_TASK */
	const struct dossier_label *label;	/* BULK_LABEL, _UNLABEL */
	const char *reason;
};

struct bulk_item {
	struct bulk_item *next;
	const char *number;
	const char *seen;	/* bulk_seen() of the page; "" never */
	struct dossier *d;	/* NULL: there is none for this person */
	const char *why;	/* it is left for this reason, else NULL */
};

/* What an act of this kind would meet: changes when the dossier moves on. */
const char *bulk_seen(struct ctx *, const struct dossier *);
/* RIGHT_LEAD where an act on one needs it. */
enum err bulk_may(struct ctx *, enum bulk_kind);
/* Opens each and says why it cannot be done; values that are not there yet
 * are not looked at. Writes nothing. */
enum err bulk_look(struct ctx *, const struct bulk *, struct bulk_item *);
/* Does it. ERR_INVALID beside the field ("lead" "team" "phase" "label"
 * "title" "owner" "reason") when a value is missing for all of them,
 * ERR_CONFLICT when nothing could be done; *done counts. */
enum err bulk_run(struct ctx *, const struct bulk *, struct bulk_item *,
	    long *done);

#endif
