/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_PLAN_MODEL_H
#define DOMAIN_PLAN_MODEL_H

#include <stdbool.h>

#include "base/ctx.h"
#include "domain/type/plan_own.h"
#include "model/casetype.h"
#include "rules/cmmn/cmmn.h"

/*
 * The plan.cmmn of a type's version, read and compiled once a process: the
 * one case with a plan in it. Its expressions know the fields and groups of
 * the type by code, and "forms" and "case" as decision_input.h has them.
 */
#define PLAN_MODEL_FILE "plan.cmmn"

struct plan_model {
	const struct casetype *type;
	const struct cmmn *cmmn;
	const struct cmmn_case *c;
	struct feel_scope scope;
	bool *used;		/* by some condition, by name of the scope */
	bool tells;		/* something in it speaks of "case", if only
				 * a date or what is asked of others */
	bool forms;		/* the same of "forms" */
	bool decides;		/* it has decision tasks */
	struct plan_own *own;	/* of each use, a stage before what is in it */
	const struct plan_own **by_use;	/* the same, by its address */
	size_t n_own;
	struct plan_own whole;	/* of the case plan */
};

/* NULL: the version has no plan, or one that cannot be read any more, which
 * is logged and keeps nobody from the case. */
enum err plan_model(struct ctx *, const struct casetype *,
	    const struct plan_model **out);
/* The same from bytes, with everything that is wrong; NULL where it is no
 * plan at all. */
struct plan_model *plan_model_read(struct arena *, const char *file,
	    const char *bytes, const struct casetype *,
	    struct cmmn_fault **);

/* What we say beyond the standard of a use; of NULL, of the case plan. */
const struct plan_own *plan_model_own(const struct plan_model *,
	    const struct cmmn_item_use *);
const struct plan_own *plan_model_own_by_id(const struct plan_model *,
	    const char *id);		/* NULL: none */
/* In the viewer's language. */
const char *plan_model_title(struct ctx *, const struct plan_model *,
	    const struct cmmn_item_use *);

/* Does a condition use the name, or wait for something to happen to it? */
bool	 plan_model_watches(const struct plan_model *, const char *name);
/* The item of the case file, on whatever level; NULL: none. */
const struct cmmn_file_item *plan_model_file(const struct plan_model *,
	    const char *name);
/* The code of the phase that a plan item is the stage of, "" none. */
const char *plan_model_phase(const struct plan_model *,
	    const struct cmmn_item_use *);

/* What expressions of a type know: its fields and groups, "forms" and "case",
 * in this order. plan_values.h fills it. */
void	 plan_model_scope(struct arena *, const struct casetype *,
	    struct feel_scope *out);

#endif
