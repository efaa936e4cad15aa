/* SPDX-License-Identifier: MIT */
#ifndef RULES_FEEL_TYPE_H
#define RULES_FEEL_TYPE_H

#include "rules/feel/feel_value.h"

/* Types: FEEL's own, list<>, range<>, context<>, function<> (10.3.2.9), and
 * the item definitions of a model with what they allow (7.3.2). */
enum feel_type_kind {
	FEEL_TYPE_ANY, FEEL_TYPE_NULL, FEEL_TYPE_BOOLEAN, FEEL_TYPE_NUMBER,
	FEEL_TYPE_STRING, FEEL_TYPE_DATE, FEEL_TYPE_TIME,
	FEEL_TYPE_DATE_TIME, FEEL_TYPE_DAYS, FEEL_TYPE_MONTHS,
	FEEL_TYPE_LIST, FEEL_TYPE_CONTEXT, FEEL_TYPE_RANGE,
	FEEL_TYPE_FUNCTION
};

struct feel_member {		/* of a context, or a function's parameter */
	struct feel_string name;
	const struct feel_type *type;
};

struct feel_type {
	enum feel_type_kind kind;
	const char *name;		/* of an item definition, or NULL */
	const struct feel_type *of;	/* of a list, range; a result */
	const struct feel_member *members;
	size_t n;
	const struct feel *allowed;	/* tests on a value, or NULL */
	const char *allowed_text;	/* as they were written */
};

/* "number", "date and time" ...; NULL: none of FEEL's own. */
const struct feel_type *feel_type_own(const char *name, size_t len);
/* One without members: boolean, number, string, and the temporal ones. */
const struct feel_type *feel_type_simple(enum feel_type_kind);
/* The kind of its values; FEEL_NULL of Null, and of Any, which has all. */
enum feel_kind feel_type_value(enum feel_type_kind);
const struct feel_type *feel_type_list(struct arena *,
	    const struct feel_type *of);
/* The member's type; NULL: none, or not a context. */
const struct feel_type *feel_type_member(const struct feel_type *,
	    struct feel_string name);

/* value instance of type (table 61); null is of no type but Null and Any. */
bool	 feel_type_has(struct feel_eval *, const struct feel_type *,
	    struct feel_value);
/* Every value of the first is one of the second (10.3.2.9.2). */
bool	 feel_type_conforms(const struct feel_type *,
	    const struct feel_type *);
/* The implicit conversions of 10.3.2.9.4: a list of one to its item, an item
 * to a list of one, a date to a date and time; null with a note otherwise.
 * What the type allows is asked too. */
struct feel_value feel_type_coerce(struct feel_eval *,
	    const struct feel_type *, struct feel_value);
/* The type that a value has; what lists and contexts hold included, Any for
 * what is beyond 100,000 of them. */
const struct feel_type *feel_type_of(struct arena *, struct feel_value);
char	*feel_type_write(struct arena *, const struct feel_type *);
/* "a date", "null". */
char	*feel_type_write_a(struct arena *, const struct feel_type *);

#endif
