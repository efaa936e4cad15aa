/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DECISION_SHOW_H
#define DOMAIN_DECISION_SHOW_H

#include "base/ctx.h"
#include "base/json_tree.h"
#include "model/casetype.h"

/* Decisions and their results as the viewer reads them. */
const char *decision_show_name(struct ctx *, const struct type_decision *);
/* A result, JSON: the word of the step, the value of the field, or what it
 * says; "" of "". */
const char *decision_show(struct ctx *, const struct casetype *,
	    const struct type_decision *, const char *result);
/* The score that a result of the risk has beside its step, or "". */
const char *decision_show_score(struct ctx *, const char *result);
/* Any value of a model; that of a field, where one is given, as the field
 * shows it. */
const char *decision_show_value(struct ctx *, const struct type_field *,
	    const struct json_tree *);

#endif
