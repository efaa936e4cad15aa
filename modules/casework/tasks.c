/* SPDX-License-Identifier: MIT */
/* The tasks of a dossier: their list, one of them, adding and changing. */
#include <string.h>

#include "casework/casework.h"
#include "casework/choices.h"
#include "casework/show.h"
#include "domain/dossier.h"
#include "domain/person.h"
#include "domain/task.h"
#include "text/date.h"
#include "text/message.h"

static const char *const priorities[] = { "low", "normal", "high", NULL };

#define TASK_FIELDS							\
	{ "title", FIELD_TEXT, .min = 1, .max = 200 },			\
	{ "instructions", FIELD_LINES, .max = 8000 },			\
	{ "owner", FIELD_TEXT, .max = 20 },				\
	{ "team", FIELD_TEXT, .max = 200 },				\
	{ "priority", FIELD_CHOICE, .min = 1, .choices = priorities },	\
	{ "due", FIELD_DATE }

const struct field task_form[] = { TASK_FIELDS, { 0 } };

const struct field task_change_form[] = {
	TASK_FIELDS,
	{ "version", FIELD_INT, .min = 1, .max = INT64_MAX },
	{ 0 }
};

enum err
get_dossier_tasks(struct request *rq)
{
	const struct task *t;
	struct dossier *d;
	enum err e;

	if ((e = show_open(rq, &d)) != OK)
		return e;
	for (t = d->tasks; t != NULL; t = t->next)
		show_task(rq, view_item(rq->view,
		    t->done == 0 ? "tasks" : "done"), t);
	view_flag(rq->view, "any_tasks", d->tasks != NULL);
	view_flag(rq->view, "may_add", d->level >= LEVEL_WORK &&
	    strcmp(d->status, "closed") != 0 && d->verdict[0] != '\0');
	return reply_page(rq, "casework/dossier-tasks.html");
}

static enum err
show_choices(struct request *rq)
{
	static const enum priority steps[] = {
		PRIORITY_LOW, PRIORITY_NORMAL, PRIORITY_HIGH
	};
	struct view *v;
	size_t i;
	enum err e;

	for (i = 0; priorities[i] != NULL; i++) {
		v = view_item(rq->view, "priorities");
		view_text(v, "code", priorities[i]);
		view_text(v, "label", show_priority(steps[i]));
	}
	if ((e = choices_staff(rq, "staff")) != OK)
		return e;
	return choices_teams(rq, "teams");
}

/* A new task is the team's until somebody is named. */
enum err
get_dossier_tasks_new(struct request *rq)
{
	struct dossier *d;
	struct team *t;
	enum err e;

	if ((e = show_open(rq, &d)) != OK)
		return e;
	if ((e = show_choices(rq)) != OK)
		return e;
	if ((e = person_teams(&rq->cx, &t)) != OK)
		return e;
	for (; t != NULL; t = t->next)
		if (t->id == d->team)
			form_start(rq, "team", t->code);
	form_start(rq, "priority", "normal");
	return reply_page(rq, "casework/task-new.html");
}

static enum priority
typed_priority(struct request *rq)
{
	int step = 0;

	while (priorities[step] != NULL &&
	    strcmp(priorities[step], form_text(rq, "priority")) != 0)
		step++;
	return (enum priority)(PRIORITY_LOW + step);
}

static enum err
typed_task(struct request *rq, struct task_new *out)
{
	enum err owner, team;

	memset(out, 0, sizeof(*out));
	out->title = form_text(rq, "title");
	out->instructions = form_text(rq, "instructions");
	out->due = choices_day_end(rq, "due");
	out->priority = typed_priority(rq);
	owner = choices_staff_id(rq, "owner", &out->owner);
	team = choices_team_id(rq, "team", &out->team);
	return owner != OK ? owner : team;
}

enum err
post_dossier_tasks_add(struct request *rq)
{
	struct task_new new;
	struct dossier *d;
	struct task *t;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK)
		return e;
	if ((e = typed_task(rq, &new)) != OK)
		return e;
	if ((e = task_add(&rq->cx, d, &new, &t)) != OK)
		return e;
	reply_notice(rq, _("The task “%s” was added."), t->title);
	return reply_redirect(rq, "/dossiers/%s", d->number);
}

enum err
get_task(struct request *rq)
{
	struct dossier *d;
	struct task *t;
	bool work;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, LEVEL_READ, &d)) != OK)
		return e;
	if ((e = task_open(&rq->cx, d, rq->no, &t)) != OK)
		return e;
	show_dossier(rq, view_part(rq->view, "dossier"), d);
	show_task(rq, view_part(rq->view, "task"), t);
	work = d->level >= LEVEL_WORK && strcmp(d->status, "closed") != 0;
	view_flag(rq->view, "may_finish", work && t->done == 0);
	view_flag(rq->view, "may_reopen", work && t->done != 0);
	if (!work || t->done != 0)
		form_rescue(rq, "result");
	return reply_page(rq, "casework/task.html");
}

/* The words of what was chosen, "" when nothing was. */
static const char *
staff_word(struct request *rq, const char *number)
{
	struct person *p;

	if (person_staff(&rq->cx, &p) != OK)
		return "";
	while (p != NULL && strcmp(p->number, number) != 0)
		p = p->next;
	return p == NULL ? "" : p->name;
}

static const char *
team_word(struct request *rq, const char *code)
{
	struct team *t;

	if (person_teams(&rq->cx, &t) != OK)
		return "";
	while (t != NULL && strcmp(t->code, code) != 0)
		t = t->next;
	return t == NULL ? "" : t->name;
}

/* Both texts of what another person saved while this form was open. */
static void
show_theirs(struct request *rq, const struct task *t, const char *due)
{
	const struct {
		const char *label, *theirs, *mine;
	} rows[] = {
		{ _("Person"), t->owner_name,
		    staff_word(rq, form_text(rq, "owner")) },
		{ _("Team"), t->team_name,
		    team_word(rq, form_text(rq, "team")) },
		{ _("Priority"), show_priority(t->priority),
		    show_priority(typed_priority(rq)) },
		{ _("Title"), t->title, form_text(rq, "title") },
		{ _("Instructions"), t->instructions,
		    form_text(rq, "instructions") },
		{ _("Due"), due, form_text(rq, "due") },
	};
	struct view *v;
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		if (strcmp(rows[i].theirs, rows[i].mine) == 0)
			continue;
		v = view_item(rq->view, "differences");
		view_text(v, "label", rows[i].label);
		view_text(v, "theirs", rows[i].theirs);
		view_text(v, "mine", rows[i].mine);
	}
}

static enum err
start_owner(struct request *rq, const struct task *t)
{
	struct person *p;
	struct team *team;
	enum err e;

	if ((e = person_staff(&rq->cx, &p)) != OK ||
	    (e = person_teams(&rq->cx, &team)) != OK)
		return e;
	for (; p != NULL; p = p->next)
		if (p->id == t->owner)
			form_start(rq, "owner", p->number);
	for (; team != NULL; team = team->next)
		if (team->id == t->team)
			form_start(rq, "team", team->code);
	return OK;
}

static const char *
due_day(struct request *rq, const struct task *t)
{
	return t->due == 0 ? "" : date_text(rq->cx.arena, "en", rq->cx.zone,
	    t->due, rq->cx.now, DATE_INPUT_DAY);
}

enum err
get_task_change(struct request *rq)
{
	struct dossier *d;
	struct task *t;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK)
		return e;
	if ((e = task_open(&rq->cx, d, rq->no, &t)) != OK)
		return e;
	show_dossier(rq, view_part(rq->view, "dossier"), d);
	show_task(rq, view_part(rq->view, "task"), t);
	if (choices_stale(rq, t->version))
		show_theirs(rq, t, due_day(rq, t));
	form_start(rq, "title", t->title);
	form_start(rq, "instructions", t->instructions);
	form_start(rq, "priority", priorities[t->priority - PRIORITY_LOW]);
	form_start(rq, "due", due_day(rq, t));
	if ((e = show_choices(rq)) != OK)
		return e;
	if ((e = start_owner(rq, t)) != OK)
		return e;
	return reply_page(rq, "casework/task-change.html");
}

/* A day that was left as it is keeps its hour. */
enum err
post_task_change(struct request *rq)
{
	struct task_new new;
	struct dossier *d;
	struct task *t;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK)
		return e;
	if ((e = task_open(&rq->cx, d, rq->no, &t)) != OK)
		return e;
	if ((e = typed_task(rq, &new)) != OK)
		return e;
	if (strcmp(due_day(rq, t), form_date(rq, "due")) == 0)
		new.due = t->due;
	e = task_change(&rq->cx, d, t, &new, form_int(rq, "version"));
	if (e != OK)
		return e;
	reply_notice(rq, _("The task was saved."));
	return reply_redirect(rq, "/dossiers/%s/tasks/%lld", d->number,
	    (long long)rq->no);
}
