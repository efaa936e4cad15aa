/* SPDX-License-Identifier: MIT */
/* What would have changed a decision, as FEEL, as data and as text. */
#include "rules/dmn/dmn_near.h"
#include "rules/dmn/dmn_why.h"
#include "rules/feel/feel_json.h"

/* As a cell would say it: date("2026-11-24"). */
static const char *
constant(struct arena *a, struct feel_value v)
{
	static const char *const makers[] = { [FEEL_DATE] = "date",
	    [FEEL_TIME] = "time", [FEEL_DATE_TIME] = "date and time",
	    [FEEL_DAYS] = "duration", [FEEL_MONTHS] = "duration" };

	return v.kind >= FEEL_DATE && v.kind <= FEEL_MONTHS ?
	    arena_printf(a, "%s(\"%s\")", makers[v.kind],
	    feel_value_write(a, v)) : dmn_why_value(a, v);
}

static const char *
span(struct arena *a, const struct dmn_near_span *s)
{
	if (s->from.kind == FEEL_NULL && s->to.kind == FEEL_NULL)
		return "not(null)";
	if (s->to.kind == FEEL_NULL)
		return arena_printf(a, "%s %s", s->from_in ? ">=" : ">",
		    constant(a, s->from));
	if (s->from.kind == FEEL_NULL)
		return arena_printf(a, "%s %s", s->to_in ? "<=" : "<",
		    constant(a, s->to));
	if (feel_value_equal(s->from, s->to) == FEEL_YES)
		return constant(a, s->from);
	return arena_printf(a, "%c%s..%s%c", s->from_in ? '[' : '(',
	    constant(a, s->from), constant(a, s->to), s->to_in ? ']' : ')');
}

const char *
dmn_near_write_tests(struct arena *a, const struct dmn_near *n)
{
	const char *all = "";
	size_t i;

	for (i = 0; i < n->n; i++)
		all = arena_printf(a, "%s%s%s", all, i == 0 ? "" : ", ",
		    span(a, &n->spans[i]));
	return all;
}

void
dmn_near_write_json(struct arena *a, struct json_out *o,
    const struct dmn_near_all *all)
{
	const struct dmn_near *n;

	json_out_open(o, '[');
	for (n = all->first; n != NULL; n = n->next) {
		json_out_open(o, '{');
		json_out_name(o, "input");
		json_out_text(o, n->name);
		json_out_name(o, "was");
		feel_json_write(a, o, n->was);
		json_out_name(o, "tests");
		json_out_text(o, dmn_near_write_tests(a, n));
		json_out_name(o, "result");
		feel_json_write(a, o, n->result);
		json_out_close(o, '}');
	}
	json_out_close(o, ']');
}

void
dmn_near_write_text(struct arena *a, struct buf *b,
    const struct dmn_near_all *all)
{
	const struct dmn_near *n;

	for (n = all->first; n != NULL; n = n->next)
		buf_printf(b, "If %s were %s%s: %s\n", n->name,
		    n->n > 1 ? "any of " : "", dmn_near_write_tests(a, n),
		    dmn_why_value(a, n->result));
	if (all->first == NULL && all->complete)
		buf_text(b, "No single change alters this.\n");
}
