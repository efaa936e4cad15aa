/* SPDX-License-Identifier: MIT */
/* Standard goals of a type. */
#include "xml/typegoal.h"

#include <stdlib.h>
#include <string.h>

#include "text/number.h"

static const char *const measures[] = { GOAL_MEASURES, NULL };

static int64_t
read_number(struct typeword *r, const struct reader_node *n,
    const char *name, int decimals)
{
	const char *text = reader_given(n, name);
	int64_t value = 0;

	if (text[0] != '\0' && !number_plain_parse(text, decimals, &value))
		typeword_fault(r, n->line, "“%s” is no number with at most %d "
		    "decimals.", text, decimals);
	return value;
}

static void
read_measure(struct typeword *r, const struct reader_node *n,
    struct type_goal *g)
{
	const struct reader_node *c = reader_child(n, "", "unit");
	int i = reader_place(measures, reader_given(n, "measure"));

	if (i < 0)
		typeword_fault(r, n->line, "A goal is measured by a number, "
		    "yesno or steps.");
	g->measure = i < 0 ? GOAL_YESNO : (enum goal_measure)i;
	if (g->measure != GOAL_NUMBER) {
		if (c != NULL)
			typeword_fault(r, c->line, "Only a number has a "
			    "unit.");
		return;
	}
	g->decimals = (int)strtol(reader_given(n, "decimals"), NULL, 10);
	g->start = read_number(r, n, "from", g->decimals);
	g->target = read_number(r, n, "target", g->decimals);
	if (g->start == g->target)
		typeword_fault(r, n->line, "The target of the goal “%s” is "
		    "where it begins.", g->code);
	if (c != NULL)
		typeword_label(r, c, &g->unit);
}

static void
read_steps(struct typeword *r, const struct reader_node *n,
    struct type_goal *g)
{
	const struct type_goal_step **tail = &g->steps;
	const struct reader_node *c;
	struct type_goal_step *s;

	for (c = reader_child(n, "", "step"); c != NULL;
	    c = reader_after(c, "", "step")) {
		s = arena_alloc(r->arena, sizeof(*s));
		typeword_label(r, c, &s->label);
		*tail = s;
		tail = (const struct type_goal_step **)&s->next;
	}
	if (g->measure == GOAL_STEPS && g->steps == NULL)
		typeword_fault(r, n->line, "The goal “%s” is measured by "
		    "steps and has none.", g->code);
}

static struct type_goal *
read_goal(struct typeword *r, const struct reader_node *n)
{
	struct type_goal *g = arena_alloc(r->arena, sizeof(*g));
	const struct reader_node *c;

	g->code = typeword_code(r, n, NULL);
	typeword_label(r, n, &g->label);
	if ((c = reader_child(n, "", "help")) != NULL)
		typeword_label(r, c, &g->help);
	g->days = (int)strtol(reader_given(n, "days"), NULL, 10);
	if (g->days < 1)
		typeword_fault(r, n->line, "Say in how many days the goal "
		    "“%s” is to be reached.", g->code);
	read_measure(r, n, g);
	read_steps(r, n, g);
	return g;
}

void
typegoal_all(struct typeword *r, const struct reader_node *goals)
{
	const struct type_goal **tail = &r->type->goals, *o;
	const struct reader_node *n;
	struct type_goal *g;

	for (n = goals == NULL ? NULL : reader_child(goals, "", "goal");
	    n != NULL; n = reader_after(n, "", "goal")) {
		g = read_goal(r, n);
		for (o = r->type->goals; o != NULL; o = o->next)
			if (strcmp(o->code, g->code) == 0)
				break;
		if (o != NULL) {
			typeword_fault(r, n->line, "There are two <goal> with "
			    "the code “%s”.", g->code);
			continue;
		}
		*tail = g;
		tail = (const struct type_goal **)&g->next;
	}
}
