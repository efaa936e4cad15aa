/* SPDX-License-Identifier: MIT */
/* What the built-in functions give, where it is always the same (10.3.4). */
#include <string.h>

#include "base/count.h"
#include "rules/feel/feel_parser.h"

static const struct {
	enum feel_type_kind kind;
	const char *names;	/* each between bars */
} results[] = {
	{ FEEL_TYPE_NUMBER, "|count|sum|mean|median|stddev|product|number"
	    "|string length|modulo|sqrt|log|exp|floor|ceiling|decimal"
	    "|round up|round down|round half up|round half down|day of year"
	    "|week of year|working days between|" },
	{ FEEL_TYPE_STRING, "|string|substring|substring before"
	    "|substring after|upper case|lower case|replace|string join"
	    "|day of week|month of year|" },
	{ FEEL_TYPE_BOOLEAN, "|not|contains|starts with|ends with|matches"
	    "|list contains|all|any|even|odd|is|before|after|meets|met by"
	    "|overlaps|overlaps before|overlaps after|finishes|finished by"
	    "|includes|during|starts|started by|coincides|" },
	{ FEEL_TYPE_DATE, "|date|today|" },
	{ FEEL_TYPE_TIME, "|time|" },
	{ FEEL_TYPE_DATE_TIME, "|date and time|now|" },
	{ FEEL_TYPE_MONTHS, "|years and months duration|" }
};

const struct feel_type *
feel_check_builtin(struct feel_parser *p, const struct feel_node *n,
    size_t at)
{
	const char *why = feel_call_builtin_never(p->arena, n), *name;
	size_t i;

	if (why != NULL)
		feel_parser_fault(p, FEEL_FAULT_TYPE, at, "%s", why);
	name = arena_printf(p->arena, "|%s|", n->all.builtin->name);
	for (i = 0; i < COUNT(results); i++)
		if (strstr(results[i].names, name) != NULL)
			return feel_type_simple(results[i].kind);
	return NULL;
}
