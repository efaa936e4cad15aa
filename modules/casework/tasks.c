/* SPDX-License-Identifier: MIT */
/* The tasks of a dossier: their list, one of them, adding and changing. */
#include <string.h>

#include "casework/casework.h"
#include "casework/choices.h"
#include "casework/conflict.h"
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

const struct field dossier_tasks_form[] = {
	{ "after", FIELD_INT, .min = 1, .max = INT64_MAX },
	{ 0 }
};

const struct field task_form[] = { TASK_FIELDS, { 0 } };

const struct field task_change_form[] = {
	TASK_FIELDS,
	CONFLICT_FIELDS,
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
	if (after != 0) {
		view_text(rq->view, "first", list);
		while (t != NULL && t->no != after)
			t = t->next;
		if (t != NULL)
			t = t->next;
	}
	for (n = 0; t != NULL && n < LIST_ROWS; t = t->next, n++) {
		show_task(rq, view_item(rq->view,
		    t->done == 0 ? "tasks" : "done"), t);
		last = t->no;
	}
	if (t != NULL)
		view_text(rq->view, "next", show_query(rq, list, "after",
		    arena_printf(rq->cx.arena, "%lld", (long long)last)));
}

enum err
get_dossier_tasks(struct request *rq)
{
	struct dossier *d;
	enum err e;

	if ((e = show_open(rq, &d)) != OK)
		return e;
	show_page(rq, d->tasks);
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
		return show_moved(rq, d, e, "tasks", "");
	show_dossier(rq, view_part(rq->view, "dossier"), d);
	if ((e = show_presence(rq, d)) != OK)
		return e;
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

/* What the form calls the owner and the team, "" for none. */
static const char *
staff_number(struct request *rq, int64_t person)
{
	struct person *p;

	if (person == 0 || person_staff(&rq->cx, &p) != OK)
		return "";
	while (p != NULL && p->id != person)
		p = p->next;
	return p == NULL ? "" : p->number;
}

static const char *
team_code(struct request *rq, int64_t team)
{
	struct team *t;

	if (team == 0 || person_teams(&rq->cx, &t) != OK)
		return "";
	while (t != NULL && t->id != team)
		t = t->next;
	return t == NULL ? "" : t->code;
}

static const char *
due_day(struct request *rq, const struct task *t)
{
	return t->due == 0 ? "" : date_text(rq->cx.arena, "en", rq->cx.zone,
	    t->due, rq->cx.now, DATE_INPUT_DAY);
}

/* The task as the form writes it, in the order of its fields. */
static void
task_units(struct request *rq, const struct task *t,
    struct conflict_unit out[6])
{
	const char *due = due_day(rq, t);

	out[0] = (struct conflict_unit){ "title", _("Title"), t->title,
	    form_text(rq, "title") };
	out[1] = (struct conflict_unit){ "instructions", _("Instructions"),
	    t->instructions, form_text(rq, "instructions") };
	out[2] = (struct conflict_unit){ "owner", _("Person"),
	    staff_number(rq, t->owner), form_text(rq, "owner"),
	    t->owner_name, staff_word(rq, form_text(rq, "owner")) };
	out[3] = (struct conflict_unit){ "team", _("Team"),
	    team_code(rq, t->team), form_text(rq, "team"), t->team_name,
	    team_word(rq, form_text(rq, "team")) };
	out[4] = (struct conflict_unit){ "priority", _("Priority"),
	    priorities[t->priority - PRIORITY_LOW], form_text(rq, "priority"),
	    show_priority(t->priority), show_priority(typed_priority(rq)) };
	out[5] = (struct conflict_unit){ "due", _("Due"), due,
	    form_date(rq, "due"),
	    date_civil(rq->cx.arena, rq->cx.lang, due),
	    date_civil(rq->cx.arena, rq->cx.lang, form_date(rq, "due")) };
}

/* What was typed, and where somebody saved meanwhile what holds of it. */
static enum err
typed_change(struct request *rq, struct conflict *c, const struct dossier *d,
    const struct task *t, struct task_new *out)
{
	struct timeline_filter latest = { .kinds = "task", .limit = 100 };
	struct conflict_unit u[6];
	struct event *events;
	bool mine[6];
	size_t i;
	enum err e;

	if ((e = typed_task(rq, out)) != OK)
		return e;
	/* A day that was left as it is keeps its hour. */
	if (strcmp(due_day(rq, t), form_date(rq, "due")) == 0)
		out->due = t->due;
	if (!conflict_stale(c))
		return OK;
	if ((e = dossier_timeline(&rq->cx, d, &latest, &events)) != OK)
		return e;
	task_units(rq, t, u);
	for (i = 0; i < 6; i++) {
		conflict_who(c, d->type, events, "no", arena_printf(
		    rq->cx.arena, "%lld", (long long)t->no), &u[i]);
		mine[i] = conflict_mine(c, &u[i]);
	}
	out->title = mine[0] ? out->title : t->title;
	out->instructions = mine[1] ? out->instructions : t->instructions;
	out->owner = mine[2] ? out->owner : t->owner;
	out->team = mine[3] ? out->team : t->team;
	out->priority = mine[4] ? out->priority : t->priority;
	out->due = mine[5] ? out->due : t->due;
	return conflict_end(c);
}

static void
begin_task(struct request *rq, struct conflict *c, const struct task *t)
{
	struct conflict_unit u[6];
	size_t i;

	task_units(rq, t, u);
	for (i = 0; i < 6; i++) {
		conflict_begin(c, u[i].name, u[i].stored);
		form_start(rq, u[i].name, u[i].stored);
	}
	conflict_begun(c, NULL);
}

enum err
get_task_change(struct request *rq)
{
	struct task_new new;
	struct conflict *c;
	struct dossier *d;
	struct task *t;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK)
		return e;
	if ((e = task_open(&rq->cx, d, rq->no, &t)) != OK)
		return e;
	c = conflict_new(rq, t->version);
	if (conflict_again(c) && t->done == 0 &&
	    typed_change(rq, c, d, t, &new) == ERR_CONFLICT)
		return conflict_page(c, arena_printf(rq->cx.arena,
		    "/dossiers/%s/tasks/%lld", d->number, (long long)t->no));
	show_dossier(rq, view_part(rq->view, "dossier"), d);
	if ((e = show_presence(rq, d)) != OK)
		return e;
	show_task(rq, view_part(rq->view, "task"), t);
	begin_task(rq, c, t);
	if ((e = show_choices(rq)) != OK)
		return e;
	return reply_page(rq, "casework/task-change.html");
}

enum err
post_task_change(struct request *rq)
{
	struct task_new new;
	struct conflict *c;
	struct dossier *d;
	struct task *t;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK)
		return e;
	if ((e = task_open(&rq->cx, d, rq->no, &t)) != OK)
		return e;
	c = conflict_new(rq, t->version);
	if ((e = typed_change(rq, c, d, t, &new)) != OK ||
	    (e = task_change(&rq->cx, d, t, &new, t->version)) != OK)
		return e;
	conflict_notice(c, _("The task was saved."));
	return reply_redirect(rq, "/dossiers/%s/tasks/%lld", d->number,
	    (long long)rq->no);
}
