/* SPDX-License-Identifier: MIT */
/* Who could do a task or lead, who it would be by rule, and why it was. */
#include "casework/tasks/assigning.h"

#include <string.h>

#include "casework/case/decisions.h"
#include "casework/shared/show.h"
#include "casework/tasks/pages_work.h"
#include "casework/tasks/tasks.h"
#include "domain/course/assign.h"
#include "domain/course/decision_show.h"
#include "domain/course/decision_why.h"
#include "domain/course/task.h"
#include "domain/dossier/dossier.h"
#include "domain/people/skill.h"
#include "domain/type/casetype.h"
#include "text/message.h"

#define ROWS 100	/* candidates that a page shows */

const struct field assign_form[] = {
	{ "skill", FIELD_TEXT, .max = 80 },
	{ 0 }
};

/* The chosen one first, then the others in their order, then who cannot. */
static void
show_candidates(struct request *rq, const struct assign *a)
{
	const struct assign_candidate *c;
	struct view *v;
	int n = 0;

	for (c = a->candidates; c != NULL && n < ROWS; c = c->next, n++) {
		v = view_item(rq->view, "candidates");
		view_text(v, "number", c->number);
		view_text(v, "name", c->name);
		view_flag(v, "chosen", c->chosen);
		view_flag(v, "least", c->least);
		view_flag(v, "covered", c->covered);
		view_flag(v, "skilled", c->skilled);
		view_flag(v, "known", c->knows);
		view_text(v, "score", c->score);
		view_text(v, "rules", c->rules);
		view_text(v, "why_not", assign_words_not(&rq->cx, a, c));
	}
	view_flag(rq->view, "more_candidates", c != NULL);
}

/* What was asked, and what came of it. */
static void
show_assign(struct request *rq, const struct casetype *type,
    const struct assign *a)
{
	const struct type_decision *of = casetype_decision(type,
	    a->decision);
	const struct assign_candidate *c;

	view_text(rq->view, "skill_needed", a->skill);
	view_text(rq->view, "table", of == NULL ? a->decision :
	    decision_show_name(&rq->cx, of));
	if (a->chosen != NULL) {
		view_text(rq->view, "chosen", a->chosen->name);
		view_text(rq->view, "reason", assign_words_why(&rq->cx, type,
		    a));
	}
	for (c = a->candidates; c != NULL; c = c->next)
		if (a->amount || c->covered)
			view_flag(rq->view, "limits", true);
	show_candidates(rq, a);
}

/* Of a task what the plan says, else what the form does. */
static enum err
asked(struct request *rq, const struct dossier *d, const struct task *t,
    struct assign_question *out)
{
	*out = (struct assign_question){ form_text(rq, "skill"), "", "",
	    NULL, false };
	return t == NULL ? OK : assign_asked(&rq->cx, d, t,
	    form_text(rq, "skill"), out);
}

static enum err
show_skills(struct request *rq, const char *needed)
{
	struct skill *s;
	enum err e;

	if ((e = skill_list(&rq->cx, 0, &s)) != OK)
		return e;
	for (; s != NULL; s = s->next)
		view_option(rq->view, "skills", s->code, s->name);
	form_start(rq, "skill", needed);
	view_text(rq->view, "form_skill", needed);
	return OK;
}

static enum err
preview(struct request *rq, struct dossier *d, const struct task *t)
{
	int64_t now = t == NULL ? d->lead : t->owner;
	struct assign_question q;
	struct assign a;
	enum err e;

	if ((e = asked(rq, d, t, &q)) != OK ||
	    (e = show_skills(rq, q.skill)) != OK ||
	    (e = assign_look(&rq->cx, d, t == NULL ? 0 : t->no, &q,
	    &a)) != OK)
		return e;
	show_assign(rq, d->type, &a);
	view_flag(rq->view, "already", a.chosen != NULL &&
	    a.chosen->person == now);
	view_flag(rq->view, "may", a.chosen != NULL &&
	    a.chosen->person != now);
	return reply_page(rq, "casework/assign.html");
}

enum err
get_task_assign(struct request *rq)
{
	struct dossier *d;
	struct task *t;
	enum err e;

	if ((e = tasks_open(rq, &d, &t)) != OK)
		return e;
	show_dossier(rq, view_part(rq->view, "dossier"), d);
	show_task(rq, view_part(rq->view, "task"), t);
	return preview(rq, d, t);
}

enum err
post_task_assign(struct request *rq)
{
	struct assign_question q;
	struct assign a;
	struct dossier *d;
	struct task *t;
	enum err e;

	if ((e = tasks_open(rq, &d, &t)) != OK ||
	    (e = asked(rq, d, t, &q)) != OK ||
	    (e = assign_task(&rq->cx, d, t, &q, &a)) != OK)
		return e;
	reply_notice(rq, _("The task is with %s now: %s."), a.chosen->name,
	    assign_words_why(&rq->cx, d->type, &a));
	return reply_redirect(rq, "/dossiers/%s/tasks/%lld", d->number,
	    (long long)t->no);
}

enum err
get_dossier_assign(struct request *rq)
{
	struct dossier *d;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK)
		return e;
	show_dossier(rq, view_part(rq->view, "dossier"), d);
	return preview(rq, d, NULL);
}

enum err
post_dossier_assign(struct request *rq)
{
	struct assign_question q;
	struct assign a;
	struct dossier *d;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = asked(rq, d, NULL, &q)) != OK ||
	    (e = assign_lead(&rq->cx, d, &q, &a)) != OK)
		return e;
	reply_notice(rq, _("%s leads the case now: %s."), a.chosen->name,
	    assign_words_why(&rq->cx, d->type, &a));
	return reply_redirect(rq, "/dossiers/%s", d->number);
}

/* The task may have gone to another case by now. */
static enum err
show_its_task(struct request *rq, const struct dossier *d,
    const struct assign *a)
{
	struct task *t;
	enum err e;

	if (a->task == 0)
		return OK;
	if ((e = task_open(&rq->cx, d, a->task, &t)) == OK)
		show_task(rq, view_part(rq->view, "task"), t);
	if (e == ERR_MISSING) {
		rq->cx.why = NULL;
		return OK;
	}
	return e;
}

/* What was asked of somebody's work and limit is not for all readers, nor
 * kept any more: which rules held is shown, and not by which numbers. */
static void
hide_numbers(struct decision_why_step *top)
{
	struct decision_why_fact *c;

	if (top == NULL)
		return;
	top->next = top->first = NULL;
	top->arguments = "";
	if (top->table == NULL)
		return;
	for (c = top->table->columns; c != NULL; c = c->next)
		c->value = "–";
}

enum err
get_assignment(struct request *rq)
{
	const struct casetype *type;
	struct decision_why why;
	struct assign *a;
	struct dossier *d;
	enum err e;

	if ((e = show_open(rq, &d)) != OK ||
	    (e = assign_open(&rq->cx, d, rq->no, &a)) != OK ||
	    (e = casetype_by_id(&rq->cx, a->type_id, &type)) != OK ||
	    (e = show_its_task(rq, d, a)) != OK)
		return e;
	show_assign(rq, type, a);
	view_moment(rq->view, "asked", a->asked);
	view_text(rq->view, "asked_by", a->asked_by);
	view_int(rq->view, "version", type->version);
	view_text(rq->view, "type", message_label(&type->label,
	    rq->cx.lang));
	if ((e = decision_why_kept(&rq->cx, d, type, a->inputs,
	    a->derivation, &why)) != OK)
		return e;
	hide_numbers(why.top);
	decision_page_steps(rq, why.top);
	return reply_page(rq, "casework/assignment.html");
}

enum err
assigning_show(struct request *rq, struct view *v, const struct dossier *d,
    int64_t task, int64_t person)
{
	const struct casetype *type;
	struct assign *a;
	struct view *rule;
	enum err e;

	if ((e = assign_newest(&rq->cx, d, task, person, &a)) != OK ||
	    a == NULL)
		return e;
	if ((e = casetype_by_id(&rq->cx, a->type_id, &type)) != OK)
		return e;
	rule = view_part(v, "rule");
	view_int(rule, "no", a->no);
	view_text(rule, "reason", assign_words_why(&rq->cx, type, a));
	return OK;
}
