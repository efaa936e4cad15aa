/* SPDX-License-Identifier: MIT */
/* Rules that overlap, that never apply, and what no rule provides for. */
#include "rules/dmn/dmn_check_table.h"
#include "rules/dmn/dmn_literal.h"
#include "rules/dmn/dmn_why.h"

#define RULES_MAX 2000		/* compared in pairs */
#define STEPS 4000000		/* of looking for what nobody provides for */

static struct dmn_check_box *
box(const struct dmn_check_table *c, size_t rule, size_t axis)
{
	return &c->boxes[rule * c->n_axes + axis];
}

static bool
has(const struct dmn_check_box *b, size_t point)
{
	return b->known == DMN_CHECK_ANY ||
	    (b->set.w[point / 64] >> (point % 64) & 1) != 0;
}

/* A cell of the axis, of one of two rules, that is no set; NULL: none. */
static const char *
dark_cell(const struct dmn_check_table *c, const size_t *rules, size_t axis)
{
	size_t i;

	for (i = 0; rules != NULL && i < 2; i++)
		if (box(c, rules[i], axis)->known == DMN_CHECK_DARK)
			return c->g->rules[rules[i]]->tests
			    [c->axes[axis].first].text;
	return NULL;
}

/* “amount” is 100 and “kind” is "a"; where a box is dark, its rule's cell.
 * rules: two that meet there, or NULL. */
static const char *
place(const struct dmn_check_table *c, const size_t *points,
    const size_t *rules)
{
	const struct dmn_check_axis *x;
	const char *text = "", *value;
	size_t i;

	for (i = 0; i < c->n_axes; i++) {
		x = &c->axes[i];
		if (points[i] != (size_t)-1)
			value = points[i] == x->other ? "another text" :
			    dmn_why_value(c->arena, x->points[points[i]]);
		else if ((value = dark_cell(c, rules, i)) == NULL)
			continue;
		text = arena_printf(c->arena, "%s%s“%s” is %s", text,
		    *text == '\0' ? "" : " and ",
		    dmn_check_name(c, x->first), value);
	}
	return *text == '\0' ? "anything is given" : text;
}

static uint64_t
words(const struct dmn_check_box *b, size_t i)
{
	return b->known == DMN_CHECK_ANY ? ~(uint64_t)0 : b->set.w[i];
}

/* A point in both; -1: both allow any, or the same that is not known; false:
 * there is none, or nobody knows. */
static bool
common(const struct dmn_check_table *c, size_t a, size_t b, size_t axis,
    size_t *out)
{
	const struct dmn_check_box *x = box(c, a, axis), *y = box(c, b, axis);
	uint64_t w;
	size_t i;

	*out = (size_t)-1;
	if (x->known == DMN_CHECK_DARK || y->known == DMN_CHECK_DARK) {
		/* One allows any: then the other's own values do. */
		if (x->known == DMN_CHECK_ANY || y->known == DMN_CHECK_ANY)
			return true;
		for (i = 0; i < c->g->n_inputs; i++)
			if (c->axis_of[i] == axis && strcmp(
			    c->g->rules[a]->tests[i].text,
			    c->g->rules[b]->tests[i].text) != 0)
				return false;
		return true;
	}
	if (x->known == DMN_CHECK_ANY && y->known == DMN_CHECK_ANY)
		return true;
	for (i = 0; i < DMN_CHECK_WORDS; i++)
		if ((w = words(x, i) & words(y, i) &
		    c->axes[axis].all.w[i]) != 0) {
			*out = i * 64 + (size_t)__builtin_ctzll(w);
			return true;
		}
	return false;
}

static bool
overlap(const struct dmn_check_table *c, size_t a, size_t b, size_t *points)
{
	size_t i;

	for (i = 0; i < c->n_axes; i++)
		if (!common(c, a, b, i, &points[i]))
			return false;
	return true;
}

/* Inputs that are computed may hang together, and so may a dark cell and what
 * it speaks of, so that the values at which two rules meet never come: sure is
 * what only input data, or one input, says. */
static bool
sure(const struct dmn_check_table *c, size_t a, size_t b)
{
	const struct dmn_check_box *x, *y;
	size_t i, n = 0, bound = 0;

	for (i = 0; i < c->n_axes; i++) {
		x = box(c, a, i);
		y = box(c, b, i);
		if (x->known == DMN_CHECK_ANY && y->known == DMN_CHECK_ANY)
			continue;
		n++;
		bound += !c->axes[i].free || x->known == DMN_CHECK_DARK ||
		    y->known == DMN_CHECK_DARK;
	}
	return bound == 0 || n == 1;
}

/* A result that is a constant; null: it is none. */
static struct feel_value
result(struct dmn_check_table *c, size_t rule, size_t output)
{
	const struct feel *f = c->g->results[rule * c->g->n_outputs + output];
	struct feel_frame none = { 0 };

	return f != NULL && dmn_literal_only(
	    c->g->rules[rule]->results[output].text, false) ?
	    feel_run(f, &c->ev, &none) : feel_value_null;
}

/* Or not known to differ. */
static bool
same_results(struct dmn_check_table *c, size_t a, size_t b)
{
	struct feel_value x, y;
	size_t i;

	for (i = 0; i < c->g->n_outputs; i++) {
		x = result(c, a, i);
		y = result(c, b, i);
		if (x.kind != FEEL_NULL && y.kind != FEEL_NULL &&
		    feel_value_equal(x, y) != FEEL_YES)
			return false;
	}
	return true;
}

/* 8.2.11: Unique allows no overlap, Any only one of equal results. */
static void
check_overlaps(struct dmn_check_table *c)
{
	bool any = c->g->said->policy == DMN_ANY;
	size_t *points = arena_array(c->arena, c->n_axes, sizeof(*points));
	size_t i, j, told = 0;

	for (j = 1; j < c->g->n_rules; j++)
		for (i = 0; i < j && told < DMN_CHECK_FAULTS; i++) {
			if (!overlap(c, i, j, points) ||
			    (any && same_results(c, i, j)))
				continue;
			told++;
			dmn_check_fault(c, j + 1, 0, c->g->rules[j]->line,
			    !sure(c, i, j),
			    "Rules %zu and %zu both hold where %s%s", i + 1,
			    j + 1, place(c, points, (size_t[]){ i, j }),
			    any ? ", but give different results; ANY wants "
			    "the same." : "; UNIQUE allows one.");
		}
}

/* The search for a point that no active rule has. */
struct search {
	const struct dmn_check_table *c;
	const struct dmn_check_box *within;	/* of a rule; NULL: anywhere */
	size_t *points;
	size_t left;
	size_t **active, **last;	/* rules, by axis */
};

static bool
open_beyond(const struct search *s, size_t rule, size_t axis)
{
	for (; axis < s->c->n_axes; axis++)
		if (box(s->c, rule, axis)->known != DMN_CHECK_ANY)
			return false;
	return true;
}

/* Is there one, from this axis on? */
static bool
uncovered(struct search *s, size_t axis, const size_t *active, size_t n)
{
	const struct dmn_check_axis *x = &s->c->axes[axis];
	size_t i, p, kept, before = (size_t)-1, *last, *next;
	bool any = true;

	if (s->left <= n) {
		s->left = 0;
		return false;
	}
	s->left -= n + 1;
	for (i = 0; i < n; i++) {
		if (open_beyond(s, active[i], axis))
			return false;
		any &= axis < s->c->n_axes &&
		    box(s->c, active[i], axis)->known == DMN_CHECK_ANY;
	}
	if (axis == s->c->n_axes)
		return n == 0;
	s->points[axis] = (size_t)-1;
	if (any && (s->within == NULL ||
	    s->within[axis].known == DMN_CHECK_ANY))
		return uncovered(s, axis + 1, active, n);
	next = s->active[axis + 1];
	last = s->last[axis];
	for (p = 0; p < x->n; p++) {
		if (s->within != NULL && !has(&s->within[axis], p))
			continue;
		if (s->left <= n)
			return false;
		s->left -= n;
		for (i = kept = 0; i < n; i++)
			if (has(box(s->c, active[i], axis), p))
				next[kept++] = active[i];
		/* Points that differ for no rule are one. */
		if (kept == before && (kept == 0 ||
		    memcmp(next, last, kept * sizeof(*next)) == 0))
			continue;
		memcpy(last, next, kept * sizeof(*next));
		before = kept;
		s->points[axis] = p;
		if (uncovered(s, axis + 1, next, kept))
			return true;
	}
	return false;
}

/* A point that the first so many rules leave to nobody. */
static bool
search(const struct dmn_check_table *c, struct search *s, size_t rules)
{
	size_t i;

	if (s->active == NULL) {
		s->points = arena_array(c->arena, c->n_axes + 1,
		    sizeof(*s->points));
		s->active = arena_array(c->arena, c->n_axes + 1,
		    sizeof(*s->active));
		s->last = arena_array(c->arena, c->n_axes + 1,
		    sizeof(*s->last));
		for (i = 0; i <= c->n_axes; i++) {
			s->active[i] = arena_array(c->arena, c->g->n_rules,
			    sizeof(**s->active));
			s->last[i] = arena_array(c->arena, c->g->n_rules,
			    sizeof(**s->last));
		}
	}
	for (i = 0; i < rules; i++)
		s->active[0][i] = i;
	for (i = 0; i < c->n_axes; i++)
		s->points[i] = (size_t)-1;
	return uncovered(s, 0, s->active[0], rules);
}

/* That was told already, of its cell. */
static bool
never_holds(const struct dmn_check_table *c, size_t rule)
{
	size_t i;

	for (i = 0; i < c->n_axes; i++)
		if (box(c, rule, i)->known == DMN_CHECK_SET &&
		    dmn_check_points_none(&box(c, rule, i)->set))
			return true;
	return false;
}

/* With First, a rule within what those before it have never applies. */
static void
check_hidden(struct dmn_check_table *c)
{
	struct search s = { .c = c, .left = STEPS };
	size_t i, told = 0;

	for (i = 1; i < c->g->n_rules && told < DMN_CHECK_FAULTS; i++) {
		s.within = box(c, i, 0);
		if (never_holds(c, i) || search(c, &s, i))
			continue;
		if (s.left == 0)
			return;		/* nobody knows */
		told++;
		dmn_check_fault(c, i + 1, 0, c->g->rules[i]->line, false,
		    "The rule never applies: those before it hold wherever "
		    "it does.");
	}
}

static void
check_gap(struct dmn_check_table *c)
{
	struct search s = { .c = c, .left = STEPS };

	if (search(c, &s, c->g->n_rules))
		dmn_check_fault(c, 0, 0, c->g->said->line, true,
		    "No rule holds where %s; the result is null there.",
		    place(c, s.points, NULL));
}

void
dmn_check_rules(struct dmn_check_table *c)
{
	enum dmn_hit_policy policy = c->g->said->policy;

	if (c->g->n_rules == 0 || c->g->n_rules > RULES_MAX)
		return;
	if (policy == DMN_UNIQUE || policy == DMN_ANY)
		check_overlaps(c);
	if (c->dark)
		return;
	if (policy == DMN_FIRST)
		check_hidden(c);
	if (policy < DMN_COLLECT && !c->g->falls_back && !c->dead)
		check_gap(c);
}
