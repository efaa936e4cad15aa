/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DECISION_WHY_H
#define DOMAIN_DECISION_WHY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/ctx.h"
#include "base/digest.h"
#include "domain/course/decision_near.h"
#include "model/decision.h"
#include "model/dossier.h"

/*
 * Why a decision came out as it did, as it was kept: the facts, each table
 * with its rules and what held, and what would have changed it. Texts are as
 * the viewer reads them. A table as it is installed (decision_table.h) is
 * the same, where nothing was tried.
 */
enum decision_why_held { DECISION_NOT_TRIED, DECISION_HELD, DECISION_FAILED };

struct decision_why_cell {	/* of a rule */
	struct decision_why_cell *next;
	const char *text;	/* as the table has it, "–" for anything */
	enum decision_why_held held;
	const char *value;	/* of a result that says it otherwise: what
				 * it gave, else "" */
};
struct decision_why_rule {
	struct decision_why_rule *next;
	int64_t number;
	bool hit;		/* all cells held */
	bool chosen;		/* and it counts */
	struct decision_why_cell *tests, *results;
	const char *note;	/* the table's own remark */
};
struct decision_why_fact {	/* a column, or an input */
	struct decision_why_fact *next;
	const char *label;
	const char *value;	/* "" none */
};
struct decision_why_table {
	const char *policy;	/* a sentence: what hits mean */
	struct decision_why_fact *columns;
	struct decision_why_fact *outputs;	/* labels alone */
	struct decision_why_rule *rules;
	int64_t total;		/* rules it has, some may not be shown */
	bool by_default;	/* no rule hit, what it gives else counts */
};
struct decision_why_step {
	struct decision_why_step *next, *first;	/* first: what it used */
	const char *name;	/* of the decision, "" a table within */
	const char *value;
	const char *arguments;	/* of a function, "" none */
	const char *expression;	/* as it was written, "" none */
	struct decision_why_table *table;	/* NULL: no table */
	const char *because;	/* why it has no value, or "" */
	bool again;		/* told before */
};

struct decision_why {
	struct decision_why_fact *inputs;
	struct decision_why_step *top;	/* NULL: none */
	bool erased;			/* by law */
	bool hidden;			/* it rests on a form that the viewer
					 * may not see: nothing is told */
	struct decision_near_all near;	/* what would have changed it */
};
enum err decision_why(struct ctx *, const struct dossier *,
	    const struct decision *, struct decision_why *out);

/* One that is kept elsewhere: its inputs and its derivation. */
enum err decision_why_kept(struct ctx *, const struct dossier *,
	    const struct casetype *,
	    const char *inputs, const char *derivation,
	    struct decision_why *out);

/* The rules that counted in the first table that has some: "4", "1, 3". */
const char *decision_why_rules(struct ctx *, const char *derivation);

/* What the event of a decision holds of its inputs and derivation: SHA-256,
 * as schema/README.md says. */
void	 decision_why_sum(struct arena *, const char *inputs,
	    const char *derivation, unsigned char out[DIGEST_SIZE]);

#endif
