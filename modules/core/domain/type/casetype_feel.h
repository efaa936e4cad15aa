/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_CASETYPE_FEEL_H
#define DOMAIN_CASETYPE_FEEL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "model/casetype.h"
#include "model/dossier.h"
#include "rules/feel/feel_type.h"

/*
 * The fields of a type as FEEL knows them: a name is the field's code. A
 * number is a number, a date a date, a flag true or false and never null; a
 * choice is its code, a person its number, a text itself. Money is its amount
 * in the currency of the field: what is in another currency counts as null,
 * for it cannot be added up. A group is a list of contexts, a row each. What
 * has no value is null.
 */
const struct feel_type *casetype_feel_type(const struct type_field *);
/* The names of a type, fields and groups in the order of its file; those of
 * a group's row, when one is given. Returns how many. */
size_t	 casetype_feel_names(struct arena *, const struct casetype *,
	    const struct type_group *, const struct feel_member **out);

struct feel_value casetype_feel_value(struct arena *,
	    const struct type_field *, const char *canonical);
/* The stored amount is in another currency than the field's. */
bool	 casetype_feel_foreign(const struct type_field *,
	    const char *canonical);
/* The values under those names, in their order: for a frame. no: the row. */
struct feel_value *casetype_feel_values(struct arena *,
	    const struct casetype *, const struct type_group *, int64_t no,
	    const struct value *);
/* The same as one context: what a decision is given. */
struct feel_value casetype_feel_context(struct arena *,
	    const struct casetype *, const struct value *);

/* A value as the field keeps it, its canonical text; null and false give "".
 * A number is rounded to the field's decimals, half away from zero. False:
 * it is no value of the field. */
bool	 casetype_feel_text(struct arena *, const struct type_field *,
	    struct feel_value, const char **out);

#endif
