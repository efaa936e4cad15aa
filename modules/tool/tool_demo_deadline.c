/* SPDX-License-Identifier: MIT */
/* Deadlines and contacts in the stories of the demo. */
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "domain/course/deadline.h"
#include "domain/dossier/dossier.h"
#include "text/date.h"
#include "tool/tool_demo.h"

/* "deadline CODE" is one of the type, "deadline DAYS TITLE" one of its own. */
static enum err
add(struct tool_demo *p, struct dossier *d)
{
	struct deadline_new n = { .code = "" };
	struct deadline *x;

	n.rule.days = strtoll(p->act->word[1], NULL, 10);
	if (n.rule.days == 0)
		n.code = p->act->word[1];
	else
		n.title = tool_demo_said(p, 2);
	n.rule.early = n.rule.days / 4;
	return deadline_add(p->cx, d, &n, &x);
}

/* "count COURT RULE DAY SERVED": by a rule of a court, from what happened so
 * many days after the arrival; SERVED is - where the rule does not ask. */
static enum err
count(struct tool_demo *p, struct dossier *d)
{
	const char *const *word = (const char *const *)p->act->word;
	struct deadline_new n = { .code = "", .title = "",
	    .rule = { .by = DEADLINE_BY_COURT, .date = "", .court = word[1],
	    .said = { word[2], "", strcmp(word[4], "-") == 0 ? "" : word[4],
	    "", "" } } };
	struct deadline *x;

	n.rule.said.day = date_text(p->cx->arena, "en", p->cx->zone,
	    p->began + 43200 + strtoll(word[3], NULL, 10) * DAY, 0,
	    DATE_INPUT_DAY);
	return deadline_add(p->cx, d, &n, &x);
}

/* The one that was added last, and is not over; of a code of the type. */
static enum err
newest(struct tool_demo *p, const struct dossier *d, const char *code,
    struct deadline **out)
{
	struct deadline *list, *x;
	int64_t no = 0;
	enum err e;

	if ((e = deadline_list(p->cx, d, &list)) != OK)
		return e;
	for (x = list; x != NULL; x = x->next)
		if (deadline_is_open(x) && x->no > no &&
		    (code[0] == '\0' || strcmp(code, x->code) == 0))
			no = x->no;
	return deadline_open(p->cx, d, no, out);
}

/* "met CODE TEXT", "sure CODE TEXT"; the code is - where it has none. */
static enum err
met(struct tool_demo *p, struct dossier *d, bool sure)
{
	const char *code = p->act->word[1];
	struct deadline *x;
	enum err e;

	if ((e = newest(p, d, strcmp(code, "-") == 0 ? "" : code, &x)) != OK)
		return e;
	return sure ? deadline_confirm(p->cx, d, x, tool_demo_said(p, 2)) :
	    deadline_done(p->cx, d, x, tool_demo_said(p, 2));
}

/* "extend DAYS REASON": its rule is so many working days from now on. */
static enum err
extend(struct tool_demo *p, struct dossier *d, struct deadline *x)
{
	const struct deadline_rule r = {
		.days = strtoll(p->act->word[1], NULL, 10), .early = 5 };

	return deadline_change(p->cx, d, x, &r, tool_demo_said(p, 2));
}

enum err
tool_demo_deadline(struct tool_demo *p, struct dossier *d, bool *known)
{
	const char *word = p->act->word[0];
	struct deadline *x;
	enum err e;

	*known = true;
	if (strcmp(word, "contact") == 0)
		return dossier_note_contact(p->cx, d, tool_demo_said(p, 2),
		    p->act->word[1]);
	if (strcmp(word, "deadline") == 0)
		return add(p, d);
	if (strcmp(word, "count") == 0)
		return count(p, d);
	if (strcmp(word, "met") == 0 || strcmp(word, "sure") == 0)
		return met(p, d, strcmp(word, "sure") == 0);
	*known = strcmp(word, "pause") == 0 || strcmp(word, "extend") == 0 ||
	    strcmp(word, "unpause") == 0;
	if (!*known)
		return OK;
	if ((e = newest(p, d, "", &x)) != OK)
		return e;
	if (strcmp(word, "extend") == 0)
		return extend(p, d, x);
	return strcmp(word, "pause") == 0 ?
	    deadline_pause(p->cx, d, x, tool_demo_said(p, 1)) :
	    deadline_resume(p->cx, d, x, tool_demo_said(p, 1));
}
