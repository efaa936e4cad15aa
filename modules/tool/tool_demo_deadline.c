/* SPDX-License-Identifier: MIT */
/* Deadlines and contacts in the stories of the demo. */
#include <stdlib.h>
#include <string.h>

#include "domain/course/deadline.h"
#include "domain/dossier/dossier.h"
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

/* The one that was added last, and is not over. */
static enum err
newest(struct tool_demo *p, const struct dossier *d, struct deadline **out)
{
	struct deadline *list, *x;
	int64_t no = 0;
	enum err e;

	if ((e = deadline_list(p->cx, d, &list)) != OK)
		return e;
	for (x = list; x != NULL; x = x->next)
		if (deadline_is_open(x) && x->no > no)
			no = x->no;
	return deadline_open(p->cx, d, no, out);
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
	*known = strcmp(word, "pause") == 0 || strcmp(word, "extend") == 0 ||
	    strcmp(word, "unpause") == 0;
	if (!*known)
		return OK;
	if ((e = newest(p, d, &x)) != OK)
		return e;
	if (strcmp(word, "extend") == 0)
		return extend(p, d, x);
	return strcmp(word, "pause") == 0 ?
	    deadline_pause(p->cx, d, x, tool_demo_said(p, 1)) :
	    deadline_resume(p->cx, d, x, tool_demo_said(p, 1));
}
