/* SPDX-License-Identifier: MIT */
/* Ranges written in a text, for range(). */
#include "rules/feel/feel_range.h"

#include <string.h>

#include "rules/feel/feel.h"
#include "text/blank.h"

struct scan {
	const char *p, *end;
};

static void
skip_space(struct scan *s)
{
	while (s->p < s->end && strchr(BLANK, *s->p) != NULL &&
	    *s->p != '\0')
		s->p++;
}

static bool
is_digit(const struct scan *s)
{
	return s->p < s->end && *s->p >= '0' && *s->p <= '9';
}

/* A word that is the whole of what comes next. */
static bool
take(struct scan *s, const char *word)
{
	size_t n = strlen(word);

	if ((size_t)(s->end - s->p) < n || memcmp(s->p, word, n) != 0)
		return false;
	s->p += n;
	return true;
}

static bool
take_string(struct scan *s)
{
	if (!take(s, "\""))
		return false;
	while (s->p < s->end && *s->p != '"')
		s->p += *s->p == '\\' && s->end - s->p > 1 ? 2 : 1;
	return take(s, "\"");
}

/* The point belongs to it only before a digit: 1..3. */
static bool
take_number(struct scan *s)
{
	bool any;

	take(s, "-");
	for (any = is_digit(s); is_digit(s);)
		s->p++;
	if (s->end - s->p > 1 && s->p[0] == '.' && s->p[1] >= '0' &&
	    s->p[1] <= '9')
		for (any = true, s->p++; is_digit(s);)
			s->p++;
	if (any && (take(s, "e") || take(s, "E"))) {
		if (!take(s, "+"))
			take(s, "-");
		for (any = is_digit(s); is_digit(s);)
			s->p++;
	}
	return any;
}

/* date("2026-11-24"): of a string alone. */
static bool
take_call(struct scan *s)
{
	if (!take(s, "date and time") && !take(s, "date") &&
	    !take(s, "time") && !take(s, "duration"))
		return false;
	skip_space(s);
	if (!take(s, "("))
		return false;
	skip_space(s);
	if (!take_string(s))
		return false;
	skip_space(s);
	return take(s, ")");
}

/* Literals alone (rule 33), so that a text can do nothing else. */
static bool
end_point(struct feel_eval *ev, struct scan *s, struct feel_value *out)
{
	const char *start;
	struct feel_fault *fault = NULL;
	struct feel_scope none = { 0 };
	struct feel_frame empty = { 0 };
	struct feel *f;

	skip_space(s);
	start = s->p;
	if (take(s, "@") ? !take_string(s) : !take_string(s) &&
	    !take_call(s) && !take_number(s))
		return false;
	f = feel_compile(ev->arena, start, (size_t)(s->p - start), &none,
	    &fault);
	if (f == NULL)
		return false;
	*out = feel_run(f, ev, &empty);
	skip_space(s);
	return out->kind != FEEL_NULL;
}

/* Rule 66: an open side may have no end, such as (..2] or [2..). */
static bool
scan_range(struct feel_eval *ev, struct scan *s, struct feel_range *r)
{
	*r = (struct feel_range){ .form = FEEL_RANGE_INTERVAL };
	skip_space(s);
	r->start_in = take(s, "[");
	if (!r->start_in && !take(s, "(") && !take(s, "]"))
		return false;
	skip_space(s);
	r->has_start = r->start_in || !take(s, "..");
	if (r->has_start && (!end_point(ev, s, &r->start) || !take(s, "..")))
		return false;
	skip_space(s);
	r->has_end = !r->has_start || s->p == s->end ||
	    (*s->p != ')' && *s->p != '[');
	if (r->has_end && !end_point(ev, s, &r->end))
		return false;
	r->end_in = take(s, "]");
	if (!r->end_in && !take(s, ")") && !take(s, "["))
		return false;
	if (!r->has_start || !r->has_end)
		r->form = FEEL_RANGE_HALF;
	skip_space(s);
	return s->p == s->end;
}

struct feel_value
feel_range_parse(struct feel_eval *ev, struct feel_string text)
{
	struct scan s = { text.text, text.text + text.len };
	struct feel_range *r = arena_alloc(ev->arena, sizeof(*r));
	int order;

	if (!feel_eval_step(ev, 1 + text.len / 32))
		return feel_value_null;
	if (!scan_range(ev, &s, r))
		return feel_eval_null(ev, "range(): “%.*s” is not a range of "
		    "two literals, such as “[1..3]”.", feel_value_shown(text),
		    text.text);
	if (r->form == FEEL_RANGE_HALF)
		return (struct feel_value){ .kind = FEEL_RANGE, .range = r };
	if (!feel_value_order(r->start, r->end, &order))
		return feel_eval_null(ev, "range(): %s and %s have no "
		    "order.", feel_value_a(r->start.kind),
		    feel_value_a(r->end.kind));
	if (order > 0)
		return feel_eval_null(ev, "range(): it ends before it starts.");
	return (struct feel_value){ .kind = FEEL_RANGE, .range = r };
}
