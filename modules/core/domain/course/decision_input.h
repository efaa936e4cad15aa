/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DECISION_INPUT_H
#define DOMAIN_DECISION_INPUT_H

#include <stdbool.h>

#include "base/ctx.h"
#include "domain/type/decision_model.h"
#include "model/dossier.h"

/*
 * What a table is given of a dossier, by name: the values of its fields as
 * casetype_feel.h has them, and "case", a context of
 *   number title type team phase status verdict medium: strings
 *   version (of the type): number      restricted: boolean
 *   received opened due: date and time     risk: code of the step
 *   age in days: number, since it was received, by the site's calendar
 * where due and risk may be null. A table of the risk does not see the risk.
 * "forms" is a context with an entry by the code of each form that was
 * completed, the last of each: a context of
 *   score: number, null where it has none     band: its code, null
 *   completed: date and time     answers: by question, those that count
 * What is asked for approval is "approval", a context of
 *   amount: number, in units of its currency     currency kind: strings
 * each null where there is none, as the whole is of any other question.
 */
struct decision_request {
	bool has_amount;
	int64_t amount;			/* minor units */
	const char *currency, *kind;	/* "" none */
};
struct decision_input {
	struct feel_value all;	/* a context of what the model needs */
	struct feel_value lasting;	/* without what time alone changes */
};
void	 decision_input(struct ctx *, struct arena *, const struct dossier *,
	    const struct type_decision *, const struct decision_model *,
	    const struct decision_request *,	/* NULL: none */
	    struct decision_input *out);	/* d->values are loaded */

/* That context alone; risk: it may be told. */
struct feel_value decision_input_case(const struct ctx *, struct arena *,
	    const struct dossier *, bool risk, bool lasting);

/* The inputs that have no value, as people call them: “Price”, “Days late”;
 * "" none. Where a table fails by some of them, these alone. */
const char *decision_input_missing(struct ctx *, const struct dossier *,
	    const struct decision_model *, struct feel_value all,
	    const struct dmn_step *why);
/* What an input is called: its field's label, or its own name. */
const char *decision_input_label(struct ctx *, const struct casetype *,
	    const char *name);

/* The type of an input by its name, for reading it again. */
const struct feel_type *decision_input_type(struct arena *,
	    const struct casetype *, const char *name);

/* The code of a step of the type's risk; "" none. */
const char *decision_input_risk(const struct casetype *, int step);

#endif
