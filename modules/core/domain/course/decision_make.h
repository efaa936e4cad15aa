/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DECISION_MAKE_H
#define DOMAIN_DECISION_MAKE_H

#include "domain/course/decision.h"

/* Each needs LEVEL_WORK on an open case, adds its event, and can be taken
 * back. */

/* Asks the table now. ERR_INVALID with what is missing when it decides
 * nothing; ERR_MISSING: the type has no such decision. */
enum err decision_make(struct ctx *, struct dossier *, const char *code,
	    int64_t *no);
/* The same by the system, for a task of the plan: one that cannot be decided
 * yet, or was proposed by the same facts already, is let be. */
enum err decision_make_planned(struct ctx *, struct dossier *,
	    const char *code);
/* A form was completed or corrected: what was decided or proposed by tables
 * that look at forms is asked anew where they are given something else now.
 * What a person said in place of a table stays. The risk follows by itself
 * (decision_follow.h). */
enum err decision_make_again(struct ctx *, struct dossier *);
/* The proposal counts. ERR_CONFLICT: it does not wait any more, or the facts
 * have changed since. */
enum err decision_make_confirmed(struct ctx *, struct dossier *, int64_t no);
/* Another result counts, in place of a proposal or of what counts now; typed
 * as its field or decision_kind() says; a reason is required. */
enum err decision_make_other(struct ctx *, struct dossier *, int64_t no,
	    const char *typed, const char *reason, int64_t *out);
/* The same of the risk, which may not have been decided before: a step. */
enum err decision_make_risk(struct ctx *, struct dossier *, int step,
	    const char *reason);

#endif
