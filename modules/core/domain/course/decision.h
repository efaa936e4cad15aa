/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DECISION_H
#define DOMAIN_DECISION_H

#include <stdbool.h>

#include "base/ctx.h"
#include "model/decision.h"
#include "model/dossier.h"

/*
 * Decisions by the tables of a dossier's type. An automatic one counts as
 * soon as the table is asked; an assisted one is a proposal that a person
 * confirms, or overrides with a reason. None is ever deleted: a later one
 * supersedes it, and it stays readable with the table that made it.
 */

/* What the type decides and how it stands. */
struct decision_slot {
	struct decision_slot *next;
	const struct type_decision *of;
	struct decision *made, *proposed;	/* NULL: none */
	bool stale;	/* by other facts than the case has now */
};
enum err decision_slots(struct ctx *, struct dossier *,
	    struct decision_slot **out);

/* What counts of a code; NULL: nothing. */
enum err decision_made(struct ctx *, const struct dossier *,
	    const char *code, const struct decision **out);

/* One of them, ERR_MISSING; and all of the same code, the newest first. */
enum err decision_open(struct ctx *, const struct dossier *, int64_t no,
	    struct decision **out);
enum err decision_all(struct ctx *, const struct dossier *, const char *code,
	    struct decision **out);

#endif
