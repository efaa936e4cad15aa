/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DOSSIER_COMPUTED_H
#define DOMAIN_DOSSIER_COMPUTED_H

#include <stddef.h>

#include "base/ctx.h"
#include "domain/dossier/dossier_values.h"
#include "domain/spine/event.h"
#include "model/dossier.h"

/*
 * The computed fields of one dossier. They are stored like any other value,
 * in the transaction that changes what they rest on. A result that is null,
 * or that the field cannot keep, is no value; why can be asked.
 */

/* Computes all of them from d->values, which are those of the store, and
 * gives those that differ, for dossier_values_compute(). */
struct dossier_values *dossier_computed(struct ctx *, const struct dossier *);

/* What a computed value rests on, for the page. */
struct dossier_computed_used {
	struct dossier_computed_used *next;
	const struct type_field *field;	/* NULL: a group */
	const char *label;	/* of the field or group */
	const char *text;	/* its value as people read it, "" none */
	bool lacking;		/* a value, or rows */
};
struct dossier_computed_why {
	const char *formula;	/* with the labels of the fields */
	struct dossier_computed_used *used;
	const char *reason;	/* why there is no value, or "" */
	const char *note;	/* what was left out of it, or "" */
};
/* Of a computed field of the type; no: the row of its group. */
void	 dossier_computed_why(struct ctx *, const struct casetype *,
	    const struct value *, const struct type_field *, int64_t no,
	    struct dossier_computed_why *out);
/* Any expression over the fields, with their labels and words. */
const char *dossier_computed_words(struct ctx *, const struct casetype *,
	    const char *feel);

#endif
