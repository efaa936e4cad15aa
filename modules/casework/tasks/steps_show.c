/* SPDX-License-Identifier: MIT */
/* Steps of the plan as people see them: a row with its words and its likely
 * act, what it asks for, what it leads to. */
#include "casework/tasks/steps.h"

#include <string.h>

#include "casework/shared/show.h"
#include "domain/course/approval.h"
#include "domain/course/clearance_field.h"
#include "domain/course/decision.h"
#include "domain/course/plan_parts.h"
#include "domain/course/plan_words.h"
#include "domain/dossier/dossier.h"
#include "domain/type/casetype.h"
#include "model/casetype.h"
#include "text/message.h"
#include "text/number.h"

#define FORMS 6		/* results that are asked for in rows of a page */
#define DEEPEST 4	/* indented so far at most */

static const char *const depths[DEEPEST + 1] = {
	"", "deep-1", "deep-2", "deep-3", "deep-4"
};

void
steps_stages(const struct steps *s)
{
	const struct plan_thing *t;
	const char *no;
	struct step *all;
	size_t i, n;

	all = steps_all(s, &n);
	for (i = 0; i < n; i++) {
		t = all[i].thing;
		if (t->item->kind != CMMN_STAGE ||
		    t->item->state != CMMN_ACTIVE)
			continue;
		no = number_plain(s->rq->cx.arena, t->item->no, 0);
		view_option(s->rq->view, "stages", no, t->title);
		if (t->phase[0] != '\0' && strcmp(t->phase, s->d->phase) == 0)
			form_start(s->rq, "stage", no);
	}
}

void
steps_leads(const struct steps *s, const struct plan_thing *t)
{
	const struct plan_lead *l;
	struct view *v;

	for (l = plan_parts_leads(&s->rq->cx, s->plan, t); l != NULL;
	    l = l->next) {
		v = view_item(s->rq->view, "leads");
		view_text(v, "title", l->title);
		view_text(v, "how", l->how);
		view_flag(v, "ends", l->ends);
		view_flag(v, "begins", !l->ends && !l->reached);
		view_flag(v, "reached", !l->ends && l->reached);
		if (l->item != 0)
			view_int(v, "step", l->item);
	}
}

/* The n-th field of the type that a task asks for. */
static const struct type_field *
asks(const struct steps *s, const struct plan_thing *t, size_t n)
{
	const struct cmmn_parameter *p;
	const struct type_field *f;

	if (t->item->use == NULL || t->item->kind != CMMN_HUMAN_TASK)
		return NULL;
	for (p = t->item->use->definition->outputs; p != NULL; p = p->next) {
		f = p->binding == NULL ? NULL :
		    casetype_field(s->d->type, p->binding->name);
		if (f != NULL && f->group == NULL && !f->follows && n-- == 0)
			return f;
	}
	return NULL;
}

void
steps_asked(const struct steps *s, const struct task *t,
    const char *codes[STEPS_ASKED + 1])
{
	const struct plan_thing *thing = plan_thing(s->plan, t->item);
	const struct type_field *f;
	size_t n = 0;

	while (thing != NULL && n < STEPS_ASKED &&
	    (f = asks(s, thing, n)) != NULL)
		codes[n++] = f->code;
	codes[n] = NULL;
}

/* Does the conflict check answer it, and has not yet? */
static bool
is_checked(const struct steps *s, const struct plan_thing *t)
{
	const struct type_field *f = clearance_field(s->d->type);

	return f != NULL && t->item->use != NULL && clearance_field_answers(
	    s->d->type, t->item->use->definition) &&
	    dossier_value(s->d, f->code)[0] == '\0';
}

/* Its answers as buttons: the task is done by one of them. */
static bool
show_question(const struct steps *s, struct view *v,
    const struct plan_thing *t)
{
	const struct type_field *f = asks(s, t, 0);

	if (f == NULL || f->kind != VALUE_CHOICE || asks(s, t, 1) != NULL)
		return false;
	v = view_part(v, "question");
	view_text(v, "field", arena_printf(s->rq->cx.arena, "f.%s", f->code));
	view_text(v, "label", message_label(&f->label, s->rq->cx.lang));
	view_terms(v, "answers", f->choices, s->rq->cx.lang);
	return true;
}

/* An approval that the plan asked for stands on a page of its own. */
static void
show_approval(struct steps *s, struct view *v, const struct plan_thing *t)
{
	const struct approval *a;

	if (!s->asked_approvals) {
		s->asked_approvals = true;
		if (approval_list(&s->rq->cx, s->d, &s->approvals) != OK)
			s->approvals = NULL;
	}
	for (a = s->approvals; a != NULL && a->item != t->item->no;
	    a = a->next)
		;	/* the newest comes first */
	if (a != NULL)
		view_int(v, "approval", a->no);
	else
		view_flag(v, "finish", true);
}

/* The one act that is most likely; all others stand on its own page. */
static void
show_task_act(struct steps *s, struct view *v, const struct step *x)
{
	bool free = x->task->owner == 0;
	bool mine = x->task->owner == s->rq->cx.viewer;

	if (steps_is_approval(x->thing)) {
		show_approval(s, v, x->thing);
		return;
	}
	if (is_checked(s, x->thing)) {
		view_flag(v, "by_check", true);
		return;
	}
	if (!steps_may(s, x->thing, CMMN_COMPLETE) || (!free && !mine) ||
	    show_question(s, v, x->thing))
		return;
	if (free)
		view_flag(v, "claim", true);
	else if (asks(s, x->thing, 0) != NULL || s->forms >= FORMS)
		view_flag(v, "finish", true);
	else {
		view_flag(v, "done_here", true);
		s->forms++;
	}
}

/* A decision that the plan asked for: confirmed, or asked for. */
static void
show_decision(struct steps *s, struct view *v, const struct plan_thing *t)
{
	const struct decision_slot *d;

	if (!s->asked_slots) {
		s->asked_slots = true;
		if (decision_slots(&s->rq->cx, s->d, &s->slots) != OK)
			s->slots = NULL;
	}
	for (d = s->slots; d != NULL; d = d->next) {
		if (strcmp(d->of->code, t->item->use->definition->calls) != 0)
			continue;
		if (d->proposed != NULL && !d->stale)
			view_int(v, "proposal", d->proposed->no);
		else
			view_text(v, "decide", d->of->code);
	}
}

static void
show_act(struct steps *s, struct view *v, const struct plan_thing *t)
{
	static const char *const likely[] = {
		"start", "occur", "resume", "again", "reenable", NULL
	};
	const struct steps_act *a;
	size_t i;

	if (s->work && t->item->kind == CMMN_DECISION_TASK &&
	    t->item->state == CMMN_ACTIVE && t->item->use != NULL) {
		show_decision(s, v, t);
		return;
	}
	for (i = 0; likely[i] != NULL; i++) {
		a = steps_act(likely[i]);
		if (!steps_may(s, t, a->transition))
			continue;
		if (a->transition == CMMN_OCCUR &&
		    t->item->kind != CMMN_USER_LISTENER)
			continue;
		view_text(v, "act", a->word);
		view_text(v, "act_label", steps_act_label(a, t));
		return;
	}
	/* A stage completes by itself; by hand where everything in it is
	 * over, or nothing in it has to be done. */
	if (t->item->kind == CMMN_STAGE && t->item->state == CMMN_ACTIVE &&
	    steps_may(s, t, CMMN_COMPLETE)) {
		view_text(v, "act", "complete");
		view_text(v, "act_label", steps_act_label(
		    steps_act("complete"), t));
	}
}

static void
show_flags(struct view *v, const struct plan_thing *t)
{
	enum cmmn_state st = t->item->state;

	view_flag(v, "is_open", st == CMMN_ACTIVE);
	view_flag(v, "awaits", st == CMMN_AVAILABLE);
	view_flag(v, "held", st == CMMN_SUSPENDED);
	view_flag(v, "failed", st == CMMN_FAILED);
	view_flag(v, "over", steps_is_over(t));
	view_flag(v, "finished", st == CMMN_COMPLETED);
	view_flag(v, "left_out", st == CMMN_DISABLED || st == CMMN_TERMINATED);
	view_flag(v, "required", t->item->required);
	view_flag(v, "required_open", t->item->required && !steps_is_over(t));
	view_flag(v, "stage", t->item->kind == CMMN_STAGE);
	view_flag(v, "milestone", t->item->kind == CMMN_MILESTONE);
}

void
steps_show(struct steps *s, struct view *v, const struct step *x)
{
	const struct plan_thing *t = x->thing;
	struct task named;

	if (x->task != NULL) {
		named = *x->task;
		named.shown = t->title;
		show_task(s->rq, v, &named);
		view_flag(v, "task", true);
	} else {
		view_text(v, "title", t->title);
		view_flag(v, "bare", true);
	}
	view_int(v, "step", t->item->no);
	view_text(v, "dossier", s->d->number);
	view_text(v, "kind", steps_is_phase(t) ? _("Phase") :
	    plan_words_kind(t->item->kind));
	view_text(v, "state", plan_words_state(t->item->kind,
	    t->item->state));
	show_flags(v, t);
	view_text(v, "waits", t->item->state == CMMN_AVAILABLE ? t->waits :
	    "");
	view_text(v, "reason", t->reason);
	view_text(v, "inside", t->parent != NULL && t->parent != x->top &&
	    t->parent->item->no != 1 ? t->parent->title : "");
	if (t->item->round > 1)
		view_int(v, "round", t->item->round);
	view_flag(v, "again", steps_comes_again(t));
	view_flag(v, "by_hand", t->item->discretionary ||
	    (t->item->use == NULL && t->item->no != 1));
	view_moment(v, "since", t->item->since);
	view_moment(v, "planned", t->planned);
	view_flag(v, "behind", !steps_is_over(t) && t->planned != 0 &&
	    t->planned < s->rq->cx.now);
	view_moment(v, "rings", steps_is_over(t) ? 0 : t->item->rings);
	if (x->task != NULL && t->item->state == CMMN_ACTIVE)
		show_task_act(s, v, x);
	else
		show_act(s, v, t);
}

static int
depth(const struct plan_thing *t)
{
	int n = 0;

	for (t = t->parent; t != NULL; t = t->parent)
		n += t->item->no != 1;
	return n > DEEPEST ? DEEPEST : n;
}

void
steps_show_deep(struct steps *s, struct view *v, const struct step *x)
{
	steps_show(s, v, x);
	view_text(v, "depth", depths[depth(x->thing)]);
}
