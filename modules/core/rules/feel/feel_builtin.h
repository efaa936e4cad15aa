/* SPDX-License-Identifier: MIT */
#ifndef RULES_FEEL_BUILTIN_H
#define RULES_FEEL_BUILTIN_H

#include "rules/feel/feel_eval.h"

/*
 * The built-in functions (10.3.4). A function may have several signatures,
 * one line each: date(from), date(year, month, day). The caller binds names
 * to places, makes the implicit conversions of 10.3.2.9.4 and looks at the
 * kinds, so that a function sees only what its line allows.
 */
#define FEEL_BUILTIN_PARAMS 6
#define FEEL_BUILTIN_ANY 0xffffU	/* every kind, null too */
#define FEEL_BUILTIN_KIND(kind) (1U << (kind))

typedef struct feel_value feel_builtin_fn(struct feel_eval *,
	    const struct feel_value *args, size_t n);

struct feel_builtin_param {
	const char *name;	/* "start position" */
	unsigned int kinds;	/* bits of what is allowed */
	bool optional;		/* so is all that follows; given as null */
};

struct feel_builtin {
	const char *name;	/* "get entries" */
	feel_builtin_fn *call;	/* n: how many were given */
	struct feel_builtin_param params[FEEL_BUILTIN_PARAMS];
	bool variadic;		/* the last may come many times */
	bool calendar;		/* gives what the calendar says: no constant */
};

/* Each feel_fn_*.c has one table, ended by a line without name. */
extern const struct feel_builtin feel_fn_number[], feel_fn_string[],
	    feel_fn_list[], feel_fn_statistic[], feel_fn_context[],
	    feel_fn_temporal[], feel_fn_range[], feel_fn_convert[],
	    feel_fn_worktime[];

/* All signatures of a name, which stand in a row in its table: call again with
 * the last; NULL: no more. */
const struct feel_builtin *feel_builtin_find(const char *name, size_t len,
	    const struct feel_builtin *after);
/* The names, for the lexer: the longest that the text begins with and that ends
 * there, in bytes, with any white space for its own; 0: none. */
size_t	 feel_builtin_longest(const char *text, size_t len);

#endif
