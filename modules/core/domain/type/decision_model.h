/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DECISION_MODEL_H
#define DOMAIN_DECISION_MODEL_H

#include <stdbool.h>

#include "base/ctx.h"
#include "model/casetype.h"
#include "rules/dmn/dmn.h"

/*
 * The models of a type's version, read and compiled once a process. A
 * version never changes, so what was compiled stays right.
 */
struct decision_model {
	const struct dmn *dmn;
	const struct dmn_element *element;	/* the decision */
	const struct feel_member *needs;	/* its input data */
	size_t n_needs;
	bool needs_case;		/* the context of the case itself */
	bool needs_forms;
	bool needs_candidate;		/* it scores people: see assign.h */
};
#define DECISION_MODEL_CASE "case"
#define DECISION_MODEL_FORMS "forms"	/* what was filled in */
#define DECISION_MODEL_CANDIDATE "candidate"	/* who may be assigned */
#define DECISION_MODEL_APPROVAL "approval"	/* what is to be approved */

/* ERR_BROKEN when the version's models do not have it. */
enum err decision_model(struct ctx *, const struct casetype *,
	    const struct type_decision *, const struct decision_model **out);
/* A table that cannot be read any more keeps nobody from the case: OK for
 * that refusal, else what it is given. */
enum err decision_model_lost(struct ctx *, enum err);
/* The models as they were written. */
enum err decision_model_all(struct ctx *, const struct casetype *,
	    const struct dmn_model **out);

/* Is a file of the folder one of them? */
bool	 decision_model_is(const char *file);

/* One model compiled with all others of its folder; its own is among them. */
struct dmn *decision_model_compile(struct arena *,
	    const struct dmn_model *all, const struct dmn_model *one,
	    struct dmn_fault **);
/* False: it has no such decision. */
bool	 decision_model_find(struct arena *, const struct dmn *,
	    const char *name, struct decision_model *out);

#endif
