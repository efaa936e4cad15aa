/* SPDX-License-Identifier: MIT */
/* The tasks of a dossier: their list, one of them, and adding one. */
#include <string.h>

#include "casework/shared/choices.h"
#include "casework/shared/show.h"
#include "casework/tasks/approvals.h"
#include "casework/tasks/assigning.h"
#include "casework/tasks/forms.h"
#include "casework/tasks/pages_work.h"
#include "casework/tasks/steps.h"
#include "casework/tasks/tasks.h"
#include "domain/course/approval_plan.h"
#include "domain/course/clearance_field.h"
#include "domain/course/dossier_load.h"
#include "domain/course/plan.h"
#include "domain/course/task.h"
#include "domain/dossier/dossier.h"
#include "text/message.h"
#include "web/facts.h"
#include "web/pager.h"

const char *const tasks_priorities[] = { "low", "normal", "high", NULL };

const struct field dossier_tasks_form[] = {
	{ "after", FIELD_INT, .min = 1, .max = INT64_MAX },
	{ 0 }
};

const struct field task_new_form[] = {
	{ "stage", FIELD_INT, .min = 1, .max = INT64_MAX },
	{ 0 }
};

const struct field task_form[] = {
	TASKS_FIELDS,
	{ "stage", FIELD_INT, .min = 1, .max = INT64_MAX },
	{ "required", FIELD_FLAG },
	{ 0 }
};

/* One page of the tasks: those behind the last one of the page before. */
static void
show_page(struct request *rq, const struct task *t)
{
	int64_t after = form_int(rq, "after"), last = 0;
	const char *list = arena_printf(rq->cx.arena, "/dossiers/%s/tasks",
	    rq->number);
	int n;

	view_flag(rq->view, "any_tasks", t != NULL);
	while (after != 0 && t != NULL && t->no != after)
		t = t->next;
	if (after != 0 && t != NULL)
		t = t->next;
	for (n = 0; t != NULL && n < LIST_ROWS; t = t->next, n++) {
		show_task(rq, view_item(rq->view,
		    t->done == 0 ? "tasks" : "done"), t);
		last = t->no;
	}
	pager_show_no(rq, list, t == NULL ? 0 : last);
}

enum err
get_dossier_tasks(struct request *rq)
{
	struct plan *plan;
	struct dossier *d;
	enum err e;

	if ((e = show_open(rq, &d)) != OK)
		return e;
	if ((e = plan_open(&rq->cx, d, &plan)) != OK)
		return e;
	view_flag(rq->view, "planned", plan != NULL);
	if ((e = show_hidden(rq, d, COMPARTMENT_TASK)) != OK)
		return e;
	show_page(rq, d->tasks);
	view_flag(rq->view, "may_add", d->level >= LEVEL_WORK &&
	    strcmp(d->status, "closed") != 0 && d->verdict[0] != '\0');
	return reply_page(rq, "casework/dossier-tasks.html");
}

enum err
tasks_choices(struct request *rq)
{
	static const enum priority steps[] = {
		PRIORITY_LOW, PRIORITY_NORMAL, PRIORITY_HIGH
	};
	size_t i;
	enum err e;

	for (i = 0; tasks_priorities[i] != NULL; i++)
		view_option(rq->view, "priorities", tasks_priorities[i],
		    show_priority(steps[i]));
	if ((e = choices_staff(rq, "staff")) != OK)
		return e;
	return choices_teams(rq, "teams");
}

/* A new task is the team's until somebody is named. */
enum err
get_dossier_tasks_new(struct request *rq)
{
	struct dossier *d;
	struct steps s;
	enum err e;

	if ((e = show_open(rq, &d)) != OK)
		return e;
	if ((e = tasks_choices(rq)) != OK)
		return e;
	if ((e = steps_open(rq, d, &s)) != OK)
		return e;
	if (s.plan != NULL) {
		view_flag(rq->view, "planned", true);
		steps_stages(&s);
	}
	form_start(rq, "team", choices_team_code(rq, d->team));
	form_start(rq, "priority", "normal");
	return reply_page(rq, "casework/task-new.html");
}

enum priority
tasks_priority(struct request *rq)
{
	int step = 0;

	while (tasks_priorities[step] != NULL &&
	    strcmp(tasks_priorities[step], form_text(rq, "priority")) != 0)
		step++;
	return (enum priority)(PRIORITY_LOW + step);
}

enum err
tasks_typed(struct request *rq, struct task_new *out)
{
	enum err owner, team;

	memset(out, 0, sizeof(*out));
	out->title = form_text(rq, "title");
	out->instructions = form_text(rq, "instructions");
	out->due = choices_day_end(rq, "due");
	out->priority = tasks_priority(rq);
	owner = choices_staff_id(rq, "owner", &out->owner);
	team = choices_team_id(rq, "team", &out->team);
	return owner != OK ? owner : team;
}

/* Beside what the plan foresees, in the stage that was chosen. */
static enum err
add_to_plan(struct request *rq, struct dossier *d, const struct task_new *new)
{
	struct plan_free f = {
		.parent = form_int(rq, "stage") == 0 ? 1 :
		    form_int(rq, "stage"),
		.required = form_flag(rq, "required"),
		.title = new->title, .task = new
	};
	int64_t no;

	return plan_free(&rq->cx, d, &f, &no);
}

enum err
post_dossier_tasks_add(struct request *rq)
{
	struct plan *plan;
	struct task_new new;
	struct dossier *d;
	struct task *t;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK)
		return e;
	if ((e = tasks_typed(rq, &new)) != OK ||
	    (e = plan_open(&rq->cx, d, &plan)) != OK)
		return e;
	e = plan == NULL ? task_add(&rq->cx, d, &new, &t) :
	    add_to_plan(rq, d, &new);
	if (e != OK)
		return e;
	reply_notice(rq, _("The task “%s” was added."), new.title);
	return reply_redirect(rq, "/dossiers/%s", d->number);
}

enum err
tasks_open(struct request *rq, struct dossier **d, struct task **t)
{
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, d)) != OK)
		return e;
	return task_open(&rq->cx, *d, rq->no, t);
}

/* The step of the plan that it does, what is asked with it, and what follows
 * when it is done. */
static enum err
show_step(struct request *rq, struct dossier *d, const struct task *t,
    bool *asks)
{
	const char *codes[STEPS_ASKED + 1];
	struct steps s;
	struct step x;
	enum err e;

	if (t->item == 0 || (e = dossier_load(&rq->cx, d)) != OK)
		return t->item == 0 ? OK : e;
	if ((e = steps_open(rq, d, &s)) != OK || s.plan == NULL ||
	    plan_thing(s.plan, t->item) == NULL)
		return e;
	steps_one(&s, t->item, &x);
	steps_show(&s, view_part(rq->view, "step"), &x);
	view_text(view_part(rq->view, "step"), "stands_in",
	    x.thing->parent == NULL ? "" : x.thing->parent->title);
	steps_asked(&s, t, codes);
	*asks = codes[0] != NULL;
	if (t->done == 0)
		facts_some(rq, rq->view, d->type, d->values, codes);
	steps_leads(&s, x.thing);
	return OK;
}

/* A task that is an approval is done by that. */
static enum err
show_approval(struct request *rq, struct dossier *d, const struct task *t,
    bool *is)
{
	struct approval_plan *p;
	struct approval *a;
	enum err e;

	if ((e = approval_plan(&rq->cx, d, t->item, &p)) != OK)
		return e;
	*is = p != NULL;
	if (p == NULL)
		return OK;
	view_int(rq->view, "approval_item", p->active && p->newest == 0 &&
	    d->level >= LEVEL_WORK ? p->item : 0);
	if (p->newest == 0)
		return OK;
	if ((e = approval_open(&rq->cx, d, p->newest, &a)) == OK)
		approvals_show_one(rq, view_part(rq->view, "approval"), d, a);
	return e;
}

/* A task that the conflict check of the case answers waits for that. */
static enum err
show_check(struct request *rq, struct dossier *d, const struct task *t,
    bool *waits)
{
	enum err e = clearance_field_task(&rq->cx, d, t, waits);

	if (e != OK || !*waits || (e = dossier_load(&rq->cx, d)) != OK)
		return e;
	*waits = t->done == 0 && dossier_value(d, clearance_field(
	    d->type)->code)[0] == '\0';
	return OK;
}

enum err
get_task(struct request *rq)
{
	struct dossier *d;
	struct task *t;
	bool work, approval, form, check, asks = false;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, LEVEL_READ, &d)) != OK)
		return e;
	if ((e = task_open(&rq->cx, d, rq->no, &t)) != OK)
		return show_moved(rq, d, e, "tasks", "");
	show_dossier(rq, view_part(rq->view, "dossier"), d);
	if ((e = show_presence(rq, d)) != OK)
		return e;
	show_task(rq, view_part(rq->view, "task"), t);
	if ((e = show_step(rq, d, t, &asks)) != OK ||
	    (e = assigning_show(rq, rq->view, d, t->no, t->owner)) != OK)
		return e;
	work = d->level >= LEVEL_WORK && strcmp(d->status, "closed") != 0;
	if ((e = show_approval(rq, d, t, &approval)) != OK ||
	    (e = forms_show_task(rq, d, t, &form)) != OK ||
	    (e = show_check(rq, d, t, &check)) != OK)
		return e;
	if (t->item == 0 && (e = show_protect(rq, d)) != OK)
		return e;
	view_flag(rq->view, "by_check", check);
	view_flag(rq->view, "may_finish", work && t->done == 0 &&
	    t->ended[0] == '\0' && !approval && !form && !check);
	view_flag(rq->view, "result_needed", !asks);
	view_flag(rq->view, "may_reopen", work && t->done != 0);
	if (!work || t->done != 0)
		form_rescue(rq, "result");
	return reply_page(rq, "casework/task.html");
}
