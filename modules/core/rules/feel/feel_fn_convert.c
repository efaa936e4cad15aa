/* SPDX-License-Identifier: MIT */
/* Conversions (10.3.4.1), not() (10.3.4.2) and is() (10.3.4.9). */
#include <string.h>

#include "rules/feel/feel_builtin.h"
#include "rules/feel/feel_number.h"
#include "rules/feel/feel_temporal.h"

static struct feel_value
string(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	(void)n;
	if (args[0].kind == FEEL_NULL || args[0].kind == FEEL_STRING)
		return args[0];
	return feel_value_text(feel_value_write(ev->arena, args[0]));
}

static struct feel_value
number(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	struct feel_string s = args[0].string;
	struct feel_value v;

	(void)n;
	if (!feel_eval_step(ev, s.len / 32))
		return feel_value_null;
	if (feel_number_parse(s.text, s.len, &v))
		return v;
	return feel_eval_null(ev, "number(): “%.*s” is not a number.",
	    feel_value_shown(s), s.text);
}

/* The separator, one of those allowed; 0: null was given, which is none. */
static bool
separator(struct feel_eval *ev, const char *what, struct feel_value v,
    const char *allowed, char *out)
{
	*out = '\0';
	if (v.kind == FEEL_NULL)
		return true;
	if (v.string.len == 1 && strchr(allowed, *v.string.text) != NULL) {
		*out = *v.string.text;
		return true;
	}
	feel_eval_note(ev, "number(): the %s separator must be one of “%s”.",
	    what, allowed);
	return false;
}

static struct feel_value
number_separated(struct feel_eval *ev, const struct feel_value *args,
    size_t n)
{
	struct feel_string s = args[0].string;
	struct feel_value plain;
	char grouping, point, *p;
	size_t i, len = 0;

	(void)n;
	if (!separator(ev, "grouping", args[1], " ,.", &grouping) ||
	    !separator(ev, "decimal", args[2], ",.", &point))
		return feel_value_null;
	if (grouping != '\0' && grouping == point)
		return feel_eval_null(ev, "number(): grouping separator and "
		    "decimal separator are the same.");
	if (!feel_eval_bytes(ev, s.len) || !feel_eval_room(ev, s.len))
		return feel_value_null;
	p = arena_room(ev->arena, s.len + 1);
	for (i = 0; i < s.len; i++)
		if (grouping == '\0' || s.text[i] != grouping)
			p[len++] = point == ',' && s.text[i] == ',' ? '.'
			    : point == ',' && s.text[i] == '.' ? ','
			    : s.text[i];
	plain = feel_value_string(p, len);
	return number(ev, &plain, 1);
}

static struct feel_value
not(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	(void)n;
	(void)ev;
	return args[0].kind == FEEL_NULL ? feel_value_null
	    : feel_value_boolean(!args[0].boolean);
}

/* is() tells apart what = takes for the same: 12:00Z and 13:00+01:00. */

static bool
same_zone(const struct feel_zone *a, const struct feel_zone *b)
{
	if (a == NULL || b == NULL)
		return a == b;
	if (a->id == NULL || b->id == NULL)
		return a->id == b->id && a->offset == b->offset;
	return strcmp(a->id, b->id) == 0;
}

static bool
same_time(struct feel_time a, struct feel_time b)
{
	return a.second == b.second && a.nano == b.nano &&
	    same_zone(a.zone, b.zone);
}

static bool same(struct feel_eval *, struct feel_value, struct feel_value);

static bool
same_items(struct feel_eval *ev, const struct feel_list *a,
    const struct feel_list *b)
{
	size_t i;

	if (a->n != b->n || !feel_eval_step(ev, 1 + a->n))
		return false;
	for (i = 0; i < a->n; i++)
		if (!same(ev, a->items[i], b->items[i]))
			return false;
	return true;
}

static bool
same_entries(struct feel_eval *ev, const struct feel_context *a,
    const struct feel_context *b)
{
	const struct feel_value *v;
	size_t i;

	if (a->n != b->n || !feel_eval_step(ev, 1 + a->n))
		return false;
	for (i = 0; i < a->n; i++)
		if ((v = feel_value_get(b, a->entries[i].key)) == NULL ||
		    !same(ev, a->entries[i].value, *v))
			return false;
	return true;
}

/* Values are no deeper than FEEL_VALUE_DEPTH. */
static bool
same(struct feel_eval *ev, struct feel_value a, struct feel_value b)
{
	if (a.kind != b.kind || ev->stopped)
		return false;
	switch (a.kind) {
	case FEEL_TIME:
		return same_time(a.time, b.time);
	case FEEL_DATE_TIME:
		return feel_temporal_day(a.moment->date) ==
		    feel_temporal_day(b.moment->date) &&
		    same_time(a.moment->time, b.moment->time);
	case FEEL_LIST:
		return same_items(ev, a.list, b.list);
	case FEEL_CONTEXT:
		return same_entries(ev, a.context, b.context);
	default:
		return feel_eval_equal(ev, a, b) == FEEL_YES;
	}
}

static struct feel_value
is(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	bool yes;

	if (n == 0)
		return feel_eval_null(ev, "is(): there is nothing to compare.");
	yes = same(ev, args[0], n > 1 ? args[1] : feel_value_null);
	return ev->stopped ? feel_value_null : feel_value_boolean(yes);
}

#define ANY FEEL_BUILTIN_ANY
#define STRING FEEL_BUILTIN_KIND(FEEL_STRING)
#define SEPARATOR (STRING | FEEL_BUILTIN_KIND(FEEL_NULL))

const struct feel_builtin feel_fn_convert[] = {
	{ "string", string, { { "from", ANY } } },
	{ "number", number, { { "from", STRING } } },
	{ "number", number_separated, { { "from", STRING },
	    { "grouping separator", SEPARATOR },
	    { "decimal separator", SEPARATOR } } },
	{ "not", not, { { "negand", FEEL_BUILTIN_KIND(FEEL_BOOLEAN) |
	    FEEL_BUILTIN_KIND(FEEL_NULL) } } },
	{ "is", is, { { "value1", ANY, true }, { "value2", ANY, true } } },
	{ NULL }
};
