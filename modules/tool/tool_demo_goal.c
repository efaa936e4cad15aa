/* SPDX-License-Identifier: MIT */
/* What people do with the goals of a case in the stories of the demo. */
#include <string.h>

#include "base/day.h"
#include "domain/course/goal_step.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/goal.h"
#include "text/date.h"
#include "text/message.h"
#include "text/number.h"
#include "tool/tool_demo.h"

static const char *
day_text(const struct tool_demo *p, int64_t when)
{
	return date_text(p->cx->arena, "en", p->cx->zone, when, p->cx->now,
	    DATE_INPUT_DAY);
}

/* A standard one of the type, as the page would fill it in. */
static enum err
set(struct tool_demo *p, struct dossier *d)
{
	const char *lang = p->story->language, *lines = "";
	const struct type_goal *t = d->type->goals;
	const struct type_goal_step *s;
	struct goal *made;

	while (t != NULL && strcmp(t->code, p->act->word[1]) != 0)
		t = t->next;
	if (t == NULL)
		return refuse(p->cx, ERR_INVALID, "the type has no goal “%s”",
		    p->act->word[1]);
	for (s = t->steps; s != NULL; s = s->next)
		lines = arena_printf(p->cx->arena, "%s%s\n", lines,
		    message_label(&s->label, lang));
	return goal_add(p->cx, d, &(struct goal_new){ .code = t->code,
	    .title = message_label(&t->label, lang),
	    .purpose = t->help.text[0] == NULL ? "" :
	    message_label(&t->help, lang),
	    .measure = t->measure,
	    .unit = t->unit.text[0] == NULL ? "" :
	    message_label(&t->unit, lang),
	    .decimals = t->decimals, .start = t->start, .target = t->target,
	    .due = day_text(p, p->cx->now + t->days * DAY),
	    .owner = d->lead != 0 ? d->lead : p->cx->viewer,
	    .agreed = true, .steps = lines }, &made);
}

/* How far it is: a number, 1 for yes, or how many of its steps are done. */
static enum err
advance(struct tool_demo *p, struct dossier *d)
{
	struct goal_step *s;
	struct goal *g;
	int64_t value;
	enum err e;

	if ((e = goal_list(p->cx, d, &g)) != OK)
		return e;
	while (g != NULL && strcmp(g->code, p->act->word[1]) != 0)
		g = g->next;
	if (g == NULL)
		return refuse(p->cx, ERR_INVALID, "there is no goal “%s” yet",
		    p->act->word[1]);
	if ((e = goal_open(p->cx, d, g->no, &g)) != OK)
		return e;
	if (!number_plain_parse(p->act->word[2], g->decimals, &value))
		return refuse(p->cx, ERR_INVALID, "“%s” is no number",
		    p->act->word[2]);
	if (g->measure != GOAL_STEPS)
		return goal_value_add(p->cx, d, g, value,
		    day_text(p, p->cx->now), tool_demo_said(p, 3));
	for (s = g->steps; s != NULL && value > 0; s = s->next, value--)
		if (!s->done && (e = goal_step_tick(p->cx, d, g, s->no,
		    true)) != OK)
			return e;
	return OK;
}

enum err
tool_demo_goal(struct tool_demo *p, struct dossier *d, bool *known)
{
	const char *word = p->act->word[0];

	*known = true;
	if (strcmp(word, "goal") == 0)
		return set(p, d);
	if (strcmp(word, "advance") == 0)
		return advance(p, d);
	*known = false;
	return OK;
}
