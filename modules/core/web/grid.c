/* SPDX-License-Identifier: MIT */
/* Decision tables into views. */
#include "web/grid.h"

#include <string.h>

#include "web/view.h"

#define RULES 60	/* shown besides those that hold */

static void
show_facts(struct view *v, const char *list,
    const struct decision_why_fact *f)
{
	struct view *item;

	for (; f != NULL; f = f->next) {
		item = view_item(v, list);
		view_text(item, "label", f->label);
		view_text(item, "value", f->value);
	}
}

static void
show_rule(struct view *v, const struct decision_why_rule *r)
{
	const struct decision_why_cell *c;
	struct view *item;

	view_int(v, "number", r->number);
	view_flag(v, "hit", r->hit);
	view_flag(v, "chosen", r->chosen);
	view_text(v, "note", r->note);
	for (c = r->tests; c != NULL; c = c->next) {
		item = view_item(v, "cells");
		view_text(item, "text", c->text);
		view_flag(item, "any", strcmp(c->text, "–") == 0);
		view_flag(item, "held", c->held == DECISION_HELD);
		view_flag(item, "failed", c->held == DECISION_FAILED);
	}
	for (c = r->results; c != NULL; c = c->next) {
		item = view_item(v, "results");
		view_text(item, "text", c->text);
		view_text(item, "value", c->value);
	}
}

void
grid_show(struct view *v, const char *name, bool valued,
    const struct decision_why_table *t)
{
	const struct decision_why_rule *r;
	int64_t shown = 0, others = 0;
	bool noted = false;

	view_text(v, "policy", t->policy);
	view_flag(v, "by_default", t->by_default);
	view_text(v, "name", name);
	view_flag(v, "valued", valued);
	show_facts(v, "columns", t->columns);
	show_facts(v, "outputs", t->outputs);
	for (r = t->rules; r != NULL; r = r->next) {
		if (!r->hit && ++others > RULES)
			continue;
		show_rule(view_item(v, "rules"), r);
		noted |= r->note[0] != '\0';
		shown++;
	}
	view_flag(v, "noted", noted);
	view_int(v, "more", t->total - shown);
}
