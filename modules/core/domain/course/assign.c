/* SPDX-License-Identifier: MIT */
/* Somebody is assigned by rule, and how that came about is kept. */
#include "domain/course/assign.h"

#include <string.h>

#include "domain/course/assign_keep.h"
#include "domain/dossier/dossier_keep.h"
#include "domain/dossier/rulepack_gate.h"
#include "domain/dossier/undo.h"
#include "domain/people/notice.h"
#include "domain/spine/keep.h"
#include "domain/type/plan_model.h"
#include "store/store_assign.h"
#include "store/store_dossier.h"
#include "store/store_task.h"
#include "text/message.h"

static enum err
keep(struct ctx *cx, struct dossier *d, struct assign *a)
{
	enum err e;

	if ((e = store_dossier_next(cx, d, &a->no)) != OK ||
	    (e = store_assign_add(cx, d, a, assign_keep_json(cx,
	    a->candidates))) != OK || a->chosen == NULL)
		return e;
	return store_assign_turn(cx, d, a->chosen->person);
}

static void
told(struct event_body *b, const struct assign *a)
{
	if (a->by_itself)
		event_actor(b, 0);
	assign_keep_facts(b, a);
}

/* What the plan does by itself is a part of the act that led to it, and no
 * act of its own. */
static enum err
watch(struct ctx *cx, struct dossier *d, const struct assign *a,
    unsigned int parts, struct undo **u)
{
	return a->by_itself && cx->act == NULL ? OK :
	    undo_watch(cx, d, parts, u);
}

static enum err
nobody(struct ctx *cx, const struct assign *a)
{
	if (a->candidates == NULL)
		return refuse(cx, ERR_CONFLICT, "%s", _("Nobody works on this "
		    "case who could be chosen. Give somebody access first."));
	return refuse(cx, ERR_CONFLICT, "%s", _("Nobody can be chosen by the "
	    "rules; below stands why not. Choose somebody yourself."));
}

/* By another act: it is told, and waits for the team. */
static enum err
missed(struct ctx *cx, struct dossier *d, const struct task *t,
    struct assign *a)
{
	struct event_body *b = event_body(cx);
	enum err e;

	if ((e = keep(cx, d, a)) != OK)
		return e;
	if (t != NULL) {
		event_number(b, "no", t->no);
		event_fact(b, "title", t->title);
		event_within(b, t->no, t->compartment);
	}
	told(b, a);
	return event_add(cx, d, "assignment.missed", b);
}

static enum err
give_task(struct ctx *cx, struct dossier *d, struct task *t,
    struct assign *a)
{
	struct event_body *b = event_body(cx);
	struct undo *u = NULL;
	enum err e;

	event_number(b, "no", t->no);
	event_fact(b, "title", t->title);
	event_within(b, t->no, t->compartment);
	event_change(b, "owner", t->owner_name, a->chosen->name);
	t->owner = a->chosen->person;
	t->owner_name = a->chosen->name;
	t->delegator = 0;
	t->delegator_name = "";
	if ((e = watch(cx, d, a, UNDO_TASKS, &u)) != OK ||
	    (e = store_task_save(cx, t, 0)) != OK ||
	    (e = keep(cx, d, a)) != OK ||
	    (e = notice_work(cx, d, t->owner, t->no)) != OK ||
	    (e = undo_step(cx, u, "task.assigned")) != OK)
		return e;
	told(b, a);
	return event_add(cx, d, "task.assigned", b);
}

static enum err
give_lead(struct ctx *cx, struct dossier *d, struct assign *a)
{
	struct event_body *b = event_body(cx);
	struct undo *u = NULL;
	const char *old = d->lead_name;
	enum err e;

	if ((e = watch(cx, d, a, UNDO_ROW | UNDO_PARTIES | UNDO_GRANTS,
	    &u)) != OK ||
	    (e = rulepack_gate_lead(cx, d, a->chosen->person,
	    false)) != OK ||
	    (e = dossier_keep_lead(cx, d, a->chosen->person)) != OK ||
	    (e = keep(cx, d, a)) != OK ||
	    (e = undo_step(cx, u, "lead.assigned")) != OK)
		return e;
	event_change(b, "lead", old, d->lead_name);
	told(b, a);
	return event_add(cx, d, "lead.assigned", b);
}

enum err
assign_task(struct ctx *cx, struct dossier *d, struct task *t,
    const struct assign_question *q, struct assign *out)
{
	enum err e;

	if ((e = keep_open(cx, d)) != OK)
		return e;
	if (t->done != 0)
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("This task is done already."));
	if (t->compartment != 0)
		return refuse(cx, ERR_CONFLICT, "%s", _("A task in a "
		    "compartment is handed on by hand, to a member."));
	if ((e = assign_look(cx, d, t->no, q, out)) != OK)
		return e;
	if (out->chosen == NULL)
		return nobody(cx, out);
	if (out->chosen->person == t->owner)
		return refuse(cx, ERR_CONFLICT, _("%s has this task already, "
		    "and would be chosen again."), t->owner_name);
	return give_task(cx, d, t, out);
}

enum err
assign_lead(struct ctx *cx, struct dossier *d,
    const struct assign_question *q, struct assign *out)
{
	enum err e;

	if ((e = keep_screened(cx, d)) != OK ||
	    (e = assign_look(cx, d, 0, q, out)) != OK)
		return e;
	if (out->chosen == NULL)
		return nobody(cx, out);
	if (out->chosen->person == d->lead)
		return refuse(cx, ERR_CONFLICT, _("%s leads this case "
		    "already, and would be chosen again."), d->lead_name);
	return give_lead(cx, d, out);
}

enum err
assign_task_also(struct ctx *cx, struct dossier *d, struct task *t,
    const struct assign_question *q)
{
	struct assign a;
	enum err e;

	if ((e = assign_look(cx, d, t->no, q, &a)) != OK)
		return e;
	if (a.chosen == NULL)
		return missed(cx, d, t, &a);
	return a.chosen->person == t->owner ? OK : give_task(cx, d, t, &a);
}

enum err
assign_lead_also(struct ctx *cx, struct dossier *d,
    const struct assign_question *q)
{
	struct assign a;
	enum err e;

	if ((e = assign_look(cx, d, 0, q, &a)) != OK)
		return e;
	if (a.chosen == NULL)
		return missed(cx, d, NULL, &a);
	return a.chosen->person == d->lead ? OK : give_lead(cx, d, &a);
}

enum err
assign_asked(struct ctx *cx, const struct dossier *d, const struct task *t,
    const char *skill, struct assign_question *out)
{
	const struct plan_model *m = NULL;
	const struct plan_own *own;
	enum err e;

	*out = (struct assign_question){ skill, "", "", NULL,
	    false };
	if (t->used[0] == '\0')
		return OK;
	if ((e = plan_model(cx, d->type, &m)) != OK || m == NULL)
		return e;
	if ((own = plan_model_own_by_id(m, t->used)) == NULL)
		return OK;
	if (skill[0] == '\0')
		out->skill = own->task.skill;
	out->decision = own->task.assign;
	out->field = own->approval.amount;
	out->kind = own->approval.line == 0 ? NULL : own->approval.kind;
	return OK;
}

enum err
assign_open(struct ctx *cx, const struct dossier *d, int64_t no,
    struct assign **out)
{
	const char *candidates;
	struct assign_candidate *c;
	enum err e;

	if ((e = store_assign_get(cx, d, no, out, &candidates)) != OK)
		return e;
	if (*out == NULL)
		return refuse(cx, ERR_MISSING, "%s",
		    _("There is no such assignment on this case."));
	(*out)->candidates = assign_keep_read(cx, candidates);
	for (c = (*out)->candidates; c != NULL; c = c->next) {
		(*out)->among += c->why_not[0] == '\0';
		if (c->chosen)
			(*out)->chosen = c;
	}
	return OK;
}

enum err
assign_newest(struct ctx *cx, const struct dossier *d, int64_t task,
    int64_t person, struct assign **out)
{
	int64_t no;
	enum err e;

	*out = NULL;
	if (person == 0 || (e = store_assign_newest(cx, d, task, person,
	    &no)) != OK)
		return person == 0 ? OK : e;
	return no == 0 ? OK : assign_open(cx, d, no, out);
}
