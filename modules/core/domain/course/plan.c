/* SPDX-License-Identifier: MIT */
/* The plan of a dossier: what people do to it. */
#include "domain/course/plan.h"

#include <string.h>

#include "domain/course/approval_plan.h"
#include "domain/course/clearance_field.h"
#include "domain/course/filled.h"
#include "domain/course/plan_step.h"
#include "domain/dossier/dossier.h"
#include "domain/spine/keep.h"
#include "store/store_task.h"
#include "text/message.h"

struct plan_thing *
plan_thing(const struct plan *p, int64_t no)
{
	return no < 1 || no >= p->n_rows ? NULL : p->rows[no].thing;
}

static const struct cmmn_item *
item_of(const struct plan_step *s, int64_t no)
{
	return cmmn_item(&s->plan->instance, no);
}

/* Whoever departs from the plan says why. */
static bool
departs(enum cmmn_transition t)
{
	return t == CMMN_TERMINATE || t == CMMN_DISABLE ||
	    t == CMMN_SUSPEND;
}

/* So does who says that a milestone is reached before the plan does. */
static bool
needs_reason(const struct plan_step *s, int64_t no, enum cmmn_transition t)
{
	const struct cmmn_item *i = item_of(s, no);

	return departs(t) || (t == CMMN_OCCUR && i != NULL &&
	    i->kind == CMMN_MILESTONE);
}

/* What people do themselves; all else the plan does. */
static bool
is_act(enum cmmn_transition t)
{
	return departs(t) || t == CMMN_COMPLETE || t == CMMN_OCCUR ||
	    t == CMMN_MANUAL_START || t == CMMN_RESUME ||
	    t == CMMN_REENABLE || t == CMMN_REACTIVATE;
}

static enum err
reason_of(struct plan_step *s, bool wanted, const char *typed)
{
	return wanted ? keep_reason(s->cx, "reason", typed,
	    &s->reason) : keep_text(s->cx, "reason", typed, 0, KEEP_REASON,
	    true, &s->reason);
}

/* The stage of a phase that is to begin or go on: the case moves there. */
static const char *
phase_to(const struct plan_step *s, int64_t no, enum cmmn_transition t)
{
	const struct cmmn_item *i = item_of(s, no);

	if (i == NULL || (t != CMMN_MANUAL_START && t != CMMN_REENABLE &&
	    t != CMMN_RESUME))
		return "";
	return plan_model_phase(s->plan->model, i->use);
}

/* The standard lets what failed begin again, or go with its stage. Whoever
 * may begin it again may leave it, so that nobody asks once more to end it. */
static enum cmmn_refusal
make(struct plan_step *s, int64_t no, enum cmmn_transition t)
{
	struct cmmn_run *run = &s->plan->run;
	const char *const *roles = run->roles;
	enum cmmn_refusal r;

	if (t != CMMN_TERMINATE || !plan_open_failed(s->plan,
	    item_of(s, no)))
		return cmmn_do(run, no, t);
	run->roles = NULL;
	r = cmmn_do(run, no, CMMN_EXIT);
	run->roles = roles;
	return r;
}

static bool
is_approval(const struct plan_step *s, int64_t no)
{
	const struct cmmn_item *i = item_of(s, no);

	return i != NULL && i->use != NULL && approval_plan_is(
	    plan_model_own(s->plan->model, i->use));
}

/* A task that a form is filled in for is done by that; and one that a
 * conflict check answers. */
static enum err
form_done(struct plan_step *s, int64_t no)
{
	int64_t number = plan_step_row(s->cx, s->plan, no)->task;
	struct task *t;
	enum err e;

	if (number == 0)
		return OK;
	e = task_open(s->cx, s->d, number, &t);
	if (e != OK || (e = filled_task_may(s->cx, s->d, t)) != OK)
		return e;
	return clearance_field_may(s->cx, s->d, t);
}

enum err
plan_do(struct ctx *cx, struct dossier *d, int64_t no,
    enum cmmn_transition t, const char *reason)
{
	struct plan_step s = { .cx = cx, .d = d };
	const char *phase;
	enum err e, f;

	if ((e = plan_step_begin(&s)) != OK)
		return e;
	if (no == 1 || !is_act(t))
		return plan_step_may(&s, CMMN_WRONG_KIND);
	phase = phase_to(&s, no, t);
	if (phase[0] != '\0' && strcmp(phase, d->phase) != 0)
		return dossier_move(cx, d, phase, reason);
	if (t == CMMN_COMPLETE && is_approval(&s, no))
		return refuse(cx, ERR_CONFLICT, "%s", _("This is done by its "
		    "approval. Ask for it, or look how it stands."));
	if (t == CMMN_COMPLETE && (e = form_done(&s, no)) != OK)
		return e;
	if (t == CMMN_OCCUR && plan_unapproved(s.plan, item_of(&s, no)))
		return refuse(cx, ERR_CONFLICT, "%s", _("The plan of the case "
		    "waits for this approval, and goes on when it is given."));
	e = plan_step_may(&s, make(&s, no, t));
	f = reason_of(&s, needs_reason(&s, no, t), reason);
	if (e != OK || f != OK)
		return e != OK ? e : f;
	plan_step_row(cx, s.plan, no)->reason = s.reason;
	event_number(s.body, "no", no);
	return plan_step_end(&s, "plan.acted");
}

enum err
plan_repeat(struct ctx *cx, struct dossier *d, int64_t no,
    const char *reason, int64_t *out)
{
	struct plan_step s = { .cx = cx, .d = d };
	enum err e, f;

	*out = 0;
	if ((e = plan_step_begin(&s)) != OK)
		return e;
	e = plan_step_may(&s, cmmn_repeat(&s.plan->run, no, out));
	f = reason_of(&s, true, reason);
	if (e != OK || f != OK)
		return e != OK ? e : f;
	plan_step_row(cx, s.plan, *out)->reason = s.reason;
	event_number(s.body, "no", *out);
	return plan_step_end(&s, "plan.repeated");
}

enum err
plan_add(struct ctx *cx, struct dossier *d, int64_t parent, const char *use,
    int64_t *no)
{
	struct plan_step s = { .cx = cx, .d = d };
	enum err e;

	*no = 0;
	if ((e = plan_step_begin(&s)) != OK ||
	    (e = plan_step_may(&s, cmmn_plan(&s.plan->run, parent, use,
	    no))) != OK)
		return e;
	event_number(s.body, "no", *no);
	return plan_step_end(&s, "plan.added");
}

enum err
plan_free(struct ctx *cx, struct dossier *d, const struct plan_free *n,
    int64_t *no)
{
	struct plan_step s = { .cx = cx, .d = d };
	const char *title;
	enum err e, f;

	*no = 0;
	if ((e = plan_step_begin(&s)) != OK)
		return e;
	e = keep_text(cx, "title", n->title, 1, 200, false, &title);
	f = plan_step_may(&s, cmmn_add(&s.plan->run, n->parent, n->stage ?
	    CMMN_STAGE : CMMN_HUMAN_TASK, title, n->required, no));
	if (e != OK || f != OK)
		return e != OK ? e : f;
	if (n->task != NULL && !n->stage &&
	    (e = task_fit(cx, d, n->task, &s.task)) != OK)
		return e;
	event_number(s.body, "no", *no);
	return plan_step_end(&s, "plan.added");
}

enum err
plan_date(struct ctx *cx, struct dossier *d, int64_t no, int64_t when)
{
	struct plan_step s = { .cx = cx, .d = d };
	const struct cmmn_item *i;
	struct plan_row *row;
	enum err e;

	if ((e = plan_step_begin(&s)) != OK)
		return e;
	if ((i = item_of(&s, no)) == NULL)
		return plan_step_may(&s, CMMN_NO_SUCH_ITEM);
	if (i->kind != CMMN_MILESTONE)
		return plan_step_may(&s, CMMN_WRONG_KIND);
	if (when < 0 || when >= STORE_TASK_NEVER)
		return refuse_field(cx, "when", "%s",
		    _("This date cannot be. Correct it."));
	if (cmmn_is_over(i->state))
		return refuse(cx, ERR_CONFLICT, "%s", _("This milestone is "
		    "reached or given up already; its date stays."));
	row = plan_step_row(cx, s.plan, no);
	event_number(s.body, "no", no);
	event_fact(s.body, "used", i->use == NULL ? "" : i->use->id);
	event_fact(s.body, "name", i->name);
	event_number(s.body, "was", row->planned);
	event_number(s.body, "planned", when);
	row->planned = when;
	return plan_step_end(&s, "plan.dated");
}

enum err
plan_ring(struct ctx *cx, struct dossier *d)
{
	struct plan_step s = { .cx = cx, .d = d, .by_itself = true };
	enum err e;

	if ((e = plan_step_load(&s)) != OK || s.plan == NULL ||
	    strcmp(d->status, "closed") == 0)
		return e;
	if ((e = plan_step_may(&s, cmmn_ring(&s.plan->run))) != OK)
		return e;
	return plan_step_end(&s, "plan.rang");
}

enum err
plan_may_close(struct ctx *cx, struct dossier *d)
{
	const struct plan_missing *m;
	struct plan_missing *list;
	const char *names = "";
	struct plan *p;
	int n = 0;
	enum err e;

	if ((e = plan_open(cx, d, &p)) != OK || p == NULL ||
	    (e = plan_missing(cx, d, p, &list)) != OK)
		return e;
	for (m = list; m != NULL && m->required && n < 5; m = m->next, n++)
		names = arena_printf(cx->arena, "%s%s“%s”", names,
		    names[0] == '\0' ? "" : ", ", m->thing->title);
	if (n == 0)
		return OK;
	if (m != NULL && m->required)
		names = arena_printf(cx->arena, "%s, …", names);
	return refuse(cx, ERR_INVALID, _("The plan requires this before the "
	    "case can be closed: %s. Do it, or skip it with a reason, on the "
	    "page of the plan."), names);
}
