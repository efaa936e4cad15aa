/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DECISION_TABLE_H
#define DOMAIN_DECISION_TABLE_H

#include "base/ctx.h"
#include "domain/course/decision_why.h"

/* What the models of a type's version decide, as they were installed: each
 * decision and each piece of knowledge with its rules. */
struct decision_table {
	struct decision_table *next;
	const char *file;	/* of the model */
	const char *name;
	const char *question, *description;	/* as the model has them */
	const char *expression;	/* FEEL, "" where there is a table */
	struct decision_why_table *table;	/* or NULL */
};
enum err decision_table(struct ctx *, const struct casetype *,
	    struct decision_table **out);

#endif
