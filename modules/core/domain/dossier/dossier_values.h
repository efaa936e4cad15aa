/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DOSSIER_VALUES_H
#define DOMAIN_DOSSIER_VALUES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/ctx.h"
#include "domain/spine/event.h"
#include "model/casetype.h"
#include "model/dossier.h"

/*
 * The type's fields of one dossier. Those of a group come in rows, which are
 * numbered from 1; a row keeps its number. A row whose fields are all empty
 * is none. A value of a group that names no row is in the first.
 */
struct dossier_values {		/* a typed value that is fit */
	struct dossier_values *next;
	const struct type_field *field;
	int64_t no;
	const char *text;	/* canonical */
	bool anew;		/* to be written though the text is the same */
};

/* Every mistake is named beside its field ("f.CODE", "f.CODE.ROW"). whole:
 * required fields must be there. stored may be NULL. */
enum err dossier_values_fit(struct ctx *, const struct casetype *,
	    const struct value *stored, const struct value *typed, bool whole,
	    struct dossier_values **out);
/* The same for a dossier; loads d->values. */
enum err dossier_values_check(struct ctx *, struct dossier *,
	    const struct value *typed, bool whole,
	    struct dossier_values **out);
/* Writes those that differ; b gets before and after of "f.CODE", *changed
 * how many there were. New rows follow the last one without a gap. */
enum err dossier_values_write(struct ctx *, struct dossier *,
	    struct dossier_values *, struct event_body *b, size_t *changed);
/* Computes and writes the fields that follow from others, by what is stored
 * now: part of the two above and below; by itself after values were put in
 * another way. *changed grows; b gets the same, and the fact "computed". */
enum err dossier_values_compute(struct ctx *, struct dossier *,
	    struct event_body *b, size_t *changed);
/* d->type is new: keeps what the new type has as well, drops the rest; b
 * gets what was dropped. */
enum err dossier_values_convert(struct ctx *, struct dossier *,
	    const struct casetype *old, struct event_body *b);

#endif
