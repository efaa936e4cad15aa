/* SPDX-License-Identifier: MIT */
#ifndef STORE_DECISION_H
#define STORE_DECISION_H

#include "base/ctx.h"
#include "model/decision.h"
#include "model/dossier.h"

/* Decisions of an opened dossier. */

/* Those that are proposed or count, by code, the newest last. */
enum err store_decision_now(struct ctx *, const struct dossier *,
	    struct decision **out);
/* All of a code, the newest first. */
enum err store_decision_of(struct ctx *, const struct dossier *,
	    const char *code, struct decision **out);
enum err store_decision_get(struct ctx *, const struct dossier *, int64_t no,
	    struct decision **out);		/* NULL: none */

/* How the table came to it: both JSON. */
struct store_decision_why {
	const char *inputs, *derivation;
};
enum err store_decision_why(struct ctx *, const struct dossier *,
	    const struct decision *, struct store_decision_why *out);

/* Asked now, by the viewer when by_viewer; fills id. */
enum err store_decision_add(struct ctx *, const struct dossier *,
	    struct decision *, bool by_viewer,
	    const struct store_decision_why *);
/* A proposal counts from now on, with its result and reason. */
enum err store_decision_make(struct ctx *, const struct dossier *,
	    const struct decision *);
/* Whatever of a code is proposed or counts, but one row, does not any more;
 * whatever is proposed alone. */
enum err store_decision_supersede(struct ctx *, const struct dossier *,
	    const char *code, int64_t but);
enum err store_decision_drop(struct ctx *, const struct dossier *,
	    const char *code);
/* The dossier is of another type: what that one's tables said is past. */
enum err store_decision_leave(struct ctx *, const struct dossier *);
/* It is of another version: what waits to be confirmed is asked again. */
enum err store_decision_ask_anew(struct ctx *, const struct dossier *);

#endif
