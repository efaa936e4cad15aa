/* SPDX-License-Identifier: MIT */
#ifndef RULES_DMN_WHY_H
#define RULES_DMN_WHY_H

#include "base/buf.h"
#include "base/json_out.h"
#include "rules/dmn/dmn_near.h"

/*
 * Why a decision came out as it did: a derivation as data that is kept and as
 * a text for a terminal. The data holds the cells as they were written, so
 * that it can be read when the table has long been changed. What it would take
 * to come out otherwise is asked of the model itself: dmn_near.h.
 */
#define DMN_WHY_RULES	200	/* shown of a table, besides those that hit */
#define DMN_WHY_STEPS	1000	/* shown of a derivation */
#define DMN_WHY_DEPTH	20	/* of its data: steps within steps */

/*
 *  { "decision": "Risk", "kind": "decision", "model": "...", "value": ...,
 *    "arguments": { "rate": 0.05 }	of a function
 *    "expression": "a + b"		of a literal expression
 *    "table": {
 *      "policy": "COLLECT", "aggregation": "SUM", "default": false, "of": 6,
 *      "inputs": [ { "name": "Claimed", "expression": "amount",
 *        "value": 6000 } ],
 *      "outputs": [ "risk" ],
 *      "rules": [ { "number": 4, "hit": true, "chosen": true,
 *        "tests": [ { "text": "> 5000", "held": true } ],
 *        "results": [ { "text": "\"high\"", "value": "high" } ],
 *        "notes": [ "art. 3" ] } ] },
 *    "again": true			where it was told before
 *    "because": [ "division by zero" ]	where it is null
 *    "handed": true			where a service was given it
 *    "used": [ ... ],			the same again
 *    "near": [ ... ] }			dmn_near.h; of the first, if given
 * held is null for a cell that was not tried; a table within a boxed
 * expression has "" as its decision.
 */
void	 dmn_why_json(struct arena *, struct json_out *,
	    const struct dmn_step *, const struct dmn_near_all *);
void	 dmn_why_text(struct arena *, struct buf *, const struct dmn_step *);

/* A value as an expression would say it: texts in quotes. */
const char *dmn_why_value(struct arena *, struct feel_value);
/* The text of a literal expression, a function's included; NULL: it is by
 * something else. */
const char *dmn_why_expression(struct arena *, const struct dmn_step *);
/* A cell without white space around it, "" of none; how a table hits, and
 * what it makes of the hits, as the standard spells them. */
const char *dmn_why_cell(struct arena *, const struct dmn_text *);
const char *dmn_why_policy(const struct dmn_table *);
const char *dmn_why_aggregation(const struct dmn_table *);	/* "" none */
/* What a column is called: its label, or its expression. */
const char *dmn_why_column(struct arena *, const struct dmn_input *);

#endif
