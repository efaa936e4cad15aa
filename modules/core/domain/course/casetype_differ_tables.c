/* SPDX-License-Identifier: MIT */
/* The tables that two versions of a type decide by, rule by rule. */
#include <string.h>

#include "domain/course/casetype_differ.h"
#include "domain/course/decision_table.h"
#include "text/message.h"

/* What a rule asks and gives; two with the same text are the same rule. */
static const char *
rule_text(struct ctx *cx, const struct decision_why_rule *r)
{
	const struct decision_why_cell *c;
	const char *text = "";

	for (c = r->tests; c != NULL; c = c->next)
		text = arena_printf(cx->arena, "%s%s\n", text, c->text);
	for (c = r->results; c != NULL; c = c->next)
		text = arena_printf(cx->arena, "%s%s\r", text, c->text);
	return text;
}

struct rule_text {
	const char *text;
	bool met;
};

static struct rule_text *
rule_texts(struct ctx *cx, const struct decision_why_table *t, size_t *n)
{
	const struct decision_why_rule *r;
	struct rule_text *all;

	*n = 0;
	for (r = t->rules; r != NULL; r = r->next)
		++*n;
	all = arena_alloc(cx->arena, (*n + 1) * sizeof(*all));
	for (*n = 0, r = t->rules; r != NULL; r = r->next)
		all[(*n)++].text = rule_text(cx, r);
	return all;
}

/* How many rules only one of both has. */
static void
count_rules(struct ctx *cx, const struct decision_why_table *from,
    const struct decision_why_table *to, long *gone, long *new)
{
	struct rule_text *a, *b;
	size_t na, nb, i, k;

	a = rule_texts(cx, from, &na);
	b = rule_texts(cx, to, &nb);
	*gone = (long)na;
	*new = (long)nb;
	for (i = 0; i < nb; i++)
		for (k = 0; k < na; k++)
			if (!a[k].met && strcmp(a[k].text, b[i].text) == 0) {
				a[k].met = true;
				--*gone;
				--*new;
				break;
			}
}

static bool
same_labels(const struct decision_why_fact *a,
    const struct decision_why_fact *b)
{
	for (; a != NULL && b != NULL; a = a->next, b = b->next)
		if (strcmp(a->label, b->label) != 0)
			return false;
	return a == NULL && b == NULL;
}

static void
differ_grid(struct casetype_differ *x, const struct decision_table *t,
    const struct decision_why_table *from,
    const struct decision_why_table *to, struct casetype_difference **d)
{
	long gone, new;

	if (!same_labels(from->columns, to->columns) ||
	    !same_labels(from->outputs, to->outputs))
		casetype_differ_say(x, d, t->name, t->name, "%s",
		    _("It has other columns now."));
	if (strcmp(from->policy, to->policy) != 0)
		casetype_differ_say(x, d, t->name, t->name, "%s", to->policy);
	count_rules(x->cx, from, to, &gone, &new);
	if (new > 0)
		casetype_differ_say(x, d, t->name, t->name, message_plural(
		    "%ld rule is new or changed.",
		    "%ld rules are new or changed.", new), new);
	if (gone > 0)
		casetype_differ_say(x, d, t->name, t->name, message_plural(
		    "%ld rule as it was is gone.",
		    "%ld rules as they were are gone.", gone), gone);
}

static void
differ_table(struct casetype_differ *x, const struct decision_table *from,
    const struct decision_table *to)
{
	struct casetype_difference *d = NULL;

	if (strcmp(from->expression, to->expression) != 0)
		casetype_differ_say(x, &d, to->name, to->name,
		    _("It is “%s” now, before “%s”."), to->expression,
		    from->expression);
	if ((from->table == NULL) != (to->table == NULL))
		casetype_differ_say(x, &d, to->name, to->name, "%s",
		    to->table != NULL ? _("It is a table now.") :
		    _("It is an expression now, no table."));
	else if (to->table != NULL)
		differ_grid(x, to, from->table, to->table, &d);
	if (strcmp(from->question, to->question) != 0 ||
	    strcmp(from->description, to->description) != 0)
		casetype_differ_say(x, &d, to->name, to->name, "%s",
		    _("What it says of itself is worded otherwise."));
}

static const struct decision_table *
table_of(const struct decision_table *t, const struct decision_table *like)
{
	while (t != NULL && (strcmp(t->name, like->name) != 0 ||
	    strcmp(t->file, like->file) != 0))
		t = t->next;
	return t;
}

enum err
casetype_differ_tables(struct casetype_differ *x)
{
	struct decision_table *from, *to, *t;
	const struct decision_table *o;
	enum err e;

	if ((e = decision_table(x->cx, x->from, &from)) != OK ||
	    (e = decision_table(x->cx, x->to, &to)) != OK)
		return e;
	x->part = CASETYPE_TABLES;
	for (t = to; t != NULL; t = t->next)
		if ((o = table_of(from, t)) == NULL)
			casetype_differ_add(x, CASETYPE_ADDED, t->name,
			    t->name);
		else
			differ_table(x, o, t);
	for (t = from; t != NULL; t = t->next)
		if (table_of(to, t) == NULL)
			casetype_differ_add(x, CASETYPE_REMOVED, t->name,
			    t->name);
	return OK;
}
