/* SPDX-License-Identifier: MIT */
/* What people do with the plan of a case in the stories of the demo. */
#include <string.h>

#include "domain/course/approval.h"
#include "domain/course/dossier_change.h"
#include "domain/course/plan.h"
#include "domain/course/task.h"
#include "domain/dossier/dossier.h"
#include "tool/tool_demo.h"

/* The newest round of an item by its id in the model. */
static const struct plan_thing *
find(const struct plan_thing *t, const char *id)
{
	const struct plan_thing *found = NULL, *inside;

	for (; t != NULL; t = t->next) {
		if (t->item->use != NULL &&
		    strcmp(t->item->use->id, id) == 0)
			found = t;
		if ((inside = find(t->first, id)) != NULL)
			found = inside;
	}
	return found;
}

static enum err
item(struct tool_demo *p, struct dossier *d, struct plan **plan,
    const struct plan_thing **out)
{
	enum err e;

	if ((e = plan_open(p->cx, d, plan)) != OK)
		return e;
	*out = *plan == NULL ? NULL : find((*plan)->things,
	    p->act->word[1]);
	if (*out != NULL)
		return OK;
	refuse(p->cx, ERR_INVALID, "the plan has no “%s” now",
	    p->act->word[1]);
	return ERR_INVALID;
}

/* What waits for approval there; NULL: nothing does. */
static enum err
waiting(struct tool_demo *p, struct dossier *d, int64_t no,
    struct approval **out)
{
	enum err e;

	if ((e = approval_list(p->cx, d, out)) != OK)
		return e;
	while (*out != NULL && ((*out)->state != APPROVAL_ASKED ||
	    (*out)->item != no))
		*out = (*out)->next;
	return OK;
}

/* Approved, done as a task, or completed: by itself already, perhaps. */
static enum err
finish(struct tool_demo *p, struct dossier *d)
{
	const struct plan_thing *t;
	struct approval *a;
	struct plan *plan;
	struct task *task;
	enum err e;

	if ((e = item(p, d, &plan, &t)) != OK ||
	    t->item->state == CMMN_COMPLETED ||
	    (e = waiting(p, d, t->item->no, &a)) != OK)
		return e;
	if (a != NULL)
		return approval_answer(p->cx, d, a, APPROVAL_APPROVE,
		    tool_demo_said(p, 2));
	if (t->task == 0)
		return plan_do(p->cx, d, t->item->no, CMMN_COMPLETE,
		    tool_demo_said(p, 2));
	if ((e = task_open(p->cx, d, t->task, &task)) != OK)
		return e;
	return task_done(p->cx, d, task, tool_demo_said(p, 2));
}

static enum err
step(struct tool_demo *p, struct dossier *d, enum cmmn_transition transition)
{
	const struct plan_thing *t;
	struct plan *plan;
	enum err e;

	if ((e = item(p, d, &plan, &t)) != OK)
		return e;
	return plan_do(p->cx, d, t->item->no, transition, tool_demo_said(p, 2));
}

/* Something that the planning table offers. */
static enum err
add(struct tool_demo *p, struct dossier *d)
{
	struct plan_offer *o;
	struct plan *plan;
	int64_t no;
	enum err e;

	if ((e = plan_open(p->cx, d, &plan)) != OK ||
	    (e = plan_offers(p->cx, d, plan, &o)) != OK)
		return e;
	while (o != NULL && strcmp(o->of->use->id, p->act->word[1]) != 0)
		o = o->next;
	if (o == NULL)
		return refuse(p->cx, ERR_INVALID, "“%s” is not offered now",
		    p->act->word[1]);
	return plan_add(p->cx, d, o->of->parent, o->of->use->id, &no);
}

/* One fact of the case. */
static enum err
learn(struct tool_demo *p, struct dossier *d)
{
	struct story_value one = { .field = p->act->word[1],
	    .text = p->act->from[2] };
	struct dossier_change change = { .title = d->title, .risk = d->risk,
	    .version = d->version, .why = "" };

	change.values = tool_demo_values(p, &one, d->type);
	return dossier_change(p->cx, d, &change);
}

enum err
tool_demo_plan(struct tool_demo *p, struct dossier *d, bool *known)
{
	const char *word = p->act->word[0];

	*known = true;
	if (strcmp(word, "finish") == 0)
		return finish(p, d);
	if (strcmp(word, "begin") == 0)
		return step(p, d, CMMN_MANUAL_START);
	if (strcmp(word, "occur") == 0)
		return step(p, d, CMMN_OCCUR);
	if (strcmp(word, "add") == 0)
		return add(p, d);
	if (strcmp(word, "learn") == 0)
		return learn(p, d);
	if (strcmp(word, "ring") == 0)
		return plan_ring(p->cx, d);
	*known = false;
	return OK;
}
