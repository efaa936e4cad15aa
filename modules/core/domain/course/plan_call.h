/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_PLAN_CALL_H
#define DOMAIN_PLAN_CALL_H

#include "domain/course/plan_step.h"
#include "rules/feel/feel.h"
#include "store/store_plan_call.h"

/*
 * What process tasks and case tasks ask of others. The row is written by the
 * step in which the task becomes active; the clock does the rest, so that an
 * act that was undone meanwhile asks nothing. What is sent, JSON:
 *
 *	{"call":"H-…","case":"C-2026-10000061","type":"permit",
 *	 "item":"ask_register","name":"Ask the register","inputs":{…}}
 */
enum err plan_call(struct plan_step *);		/* of plan_start() */
enum err plan_call_ask(struct plan_step *, const struct cmmn_item *);

/* A parameter's value through a transformation, where its mapping has one;
 * the value as it is else. name: what the transformation calls it. */
struct feel_value plan_call_mapped(struct plan_step *,
	    const struct cmmn_definition *, const struct cmmn_parameter *,
	    struct feel_value);
/* “amount”: the parameter's name, or its id. */
const char *plan_call_name(const struct cmmn_parameter *);

#endif
