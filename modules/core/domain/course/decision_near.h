/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DECISION_NEAR_H
#define DOMAIN_DECISION_NEAR_H

#include "base/ctx.h"
#include "base/json_tree.h"
#include "model/decision.h"

/*
 * What would have changed a decision: for each fact, and each other result,
 * the values with which the same table gives that result, all else as it was.
 * Found when it is asked for, from the tables of that version and the inputs,
 * which are both kept (rules/dmn/dmn_near.h).
 */
struct decision_near {
	struct decision_near *next;
	const char *label;	/* of the fact */
	const char *now;	/* "" none */
	const char *value;	/* None or Distress; more than 500.00 EUR */
	const char *result;
};

struct dossier;

struct decision_near_all {
	struct decision_near *first;
	bool asked;		/* else it was decided by what is no more */
	bool complete;		/* no other single change alters it */
	const char *untried;	/* what is no single fact: “Objections” */
};
enum err decision_near(struct ctx *, const struct dossier *,
	    const struct decision *, const struct json_tree *inputs,
	    struct decision_near_all *out);

#endif
