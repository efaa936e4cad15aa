/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DECISION_KEEP_H
#define DOMAIN_DECISION_KEEP_H

#include <stdbool.h>

#include "base/ctx.h"
#include "domain/course/decision_ask.h"
#include "domain/dossier/undo.h"
#include "domain/spine/event.h"
#include "model/decision.h"

/* A decision under way; of decision_make.c and decision_follow.c alone. */
struct decision_keep {
	struct ctx *cx;
	struct dossier *d;
	const struct type_decision *of;
	struct decision_answer answer;	/* what is to count, and why */
	struct decision *x;
	struct undo *undo;
	struct event_body *body;
	bool by_itself, confirmed, same;	/* same: as it was before */
};

/* A row as the table answered, not yet written. */
struct decision *decision_keep_draft(const struct decision_keep *,
	    enum decision_state);
/* In this order: looks at what may change; writes the row, and what follows
 * from one that counts; adds the event. */
enum err decision_keep_begin(struct decision_keep *);
enum err decision_keep_add(struct decision_keep *);
enum err decision_keep_result(struct decision_keep *);	/* by add, too */
enum err decision_keep_end(struct decision_keep *, const char *kind);
/* All of it: what the table says counts. */
enum err decision_keep_made(struct decision_keep *);

#endif
