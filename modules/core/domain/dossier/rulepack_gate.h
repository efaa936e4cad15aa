/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_RULEPACK_GATE_H
#define DOMAIN_RULEPACK_GATE_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/rulepack.h"

/*
 * Where the rules of a type's care models say no. Acts ask before they write;
 * what the clock does by itself is not held up.
 */

/* ERR_INVALID at the field while a record is missing that has to be there
 * before the target (RULEPACK_TARGETS): each is named, with its model. */
enum err rulepack_gate(struct ctx *, const struct dossier *,
	    const char *target, const char *field);
/* The same for a phase. */
enum err rulepack_gate_phase(struct ctx *, const struct dossier *,
	    const char *phase, const char *field);
/* Somebody is to lead one more of the type. ERR_INVALID at "lead" above a
 * load that is refused, and where a reason is asked for and none is given. */
enum err rulepack_gate_lead(struct ctx *, const struct dossier *,
	    int64_t person, bool reason);
/* Somebody is to have a role that asks for a skill. Field: person. */
enum err rulepack_gate_role(struct ctx *, const struct dossier *,
	    int64_t person, const char *name, const char *role);

/* How many open cases of a type people lead, where its rules speak of that:
 * those who lead any; else none. */
struct rulepack_gate_lead {
	struct rulepack_gate_lead *next;
	int64_t person, cases;
};
enum err rulepack_gate_leads(struct ctx *, const struct casetype *,
	    struct rulepack_gate_lead **out);
/* "14 of 15 cases"; "" of a type without a case load. */
const char *rulepack_gate_load_words(struct ctx *, const struct casetype *,
	    int64_t cases);

#endif
