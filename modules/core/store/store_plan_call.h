/* SPDX-License-Identifier: MIT */
#ifndef STORE_PLAN_CALL_H
#define STORE_PLAN_CALL_H

#include <stdbool.h>

#include "base/ctx.h"
#include "model/dossier.h"

/* What tasks of plans ask of others, until it is answered. */
#define STORE_PLAN_CALL_NEVER INT64_C(253402300799)

struct store_plan_call {
	struct store_plan_call *next;
	int64_t id;
	const char *number;
	int64_t dossier, item;
	bool process;		/* else a case task */
	const char *name;	/* of the webhook, or code of the type */
	const char *body;
	int64_t actor;
	int64_t due, tries;
	int64_t other;		/* the dossier that was opened, 0 none */
	int64_t ended;
	const char *said;
};

enum err store_plan_call_add(struct ctx *, const struct dossier *,
	    const struct store_plan_call *);
/* The one that has waited longest, and that is the caller's until a moment;
 * *out NULL: none is due. Of the clock. */
enum err store_plan_call_claim(struct ctx *, int64_t until,
	    struct store_plan_call **out);
enum err store_plan_call_try(struct ctx *, int64_t id);	/* one more */
/* Asked again later, and why; NEVER: when the other dossier is closed. */
enum err store_plan_call_later(struct ctx *, int64_t id, int64_t due,
	    int64_t other, const char *said);
enum err store_plan_call_end(struct ctx *, int64_t id, const char *said);
/* The other dossier is closed: who waits for it is told next. */
enum err store_plan_call_wake(struct ctx *, const struct dossier *other);
/* Those of an opened dossier that wait for another one. */
enum err store_plan_call_waiting(struct ctx *, const struct dossier *,
	    const struct dossier *other, struct store_plan_call **out);
/* It is one with another: who waits for it waits for that. */
enum err store_plan_call_pass(struct ctx *, const struct dossier *other,
	    const struct dossier *into);
enum err store_plan_call_forget(struct ctx *, int64_t ended_before);

/* How many dossiers called one another until this one was opened; counts up
 * to a limit. */
enum err store_plan_call_depth(struct ctx *, const struct dossier *,
	    int64_t limit, int64_t *out);

/* Of an opened dossier, the latest of an item, NULL none; number and title of
 * the other dossier where the viewer may see it. */
struct store_plan_call_state {
	int64_t due, tries, ended;
	bool process;
	const char *name, *said;
	const char *number, *title;	/* "" none */
};
enum err store_plan_call_state(struct ctx *, const struct dossier *,
	    int64_t item, struct store_plan_call_state **out);

#endif
