/* SPDX-License-Identifier: MIT */
/* Changing a task, also when two do it at once. */
#include <string.h>

#include "casework/shared/choices.h"
#include "casework/shared/conflict.h"
#include "casework/shared/show.h"
#include "casework/tasks/pages_work.h"
#include "casework/tasks/tasks.h"
#include "domain/course/task.h"
#include "domain/dossier/dossier.h"
#include "domain/story/dossier_timeline.h"
#include "text/date.h"
#include "text/message.h"
#include "text/number.h"

const struct field task_change_form[] = {
	TASKS_FIELDS,
	CONFLICT_FIELDS,
	{ 0 }
};

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
	    choices_staff_number(rq, t->owner), form_text(rq, "owner"),
	    t->owner_name, choices_staff_word(rq, form_text(rq, "owner")) };
	out[3] = (struct conflict_unit){ "team", _("Team"),
	    choices_team_code(rq, t->team), form_text(rq, "team"), t->team_name,
	    choices_team_word(rq, form_text(rq, "team")) };
	out[4] = (struct conflict_unit){ "priority", _("Priority"),
	    tasks_priorities[t->priority - PRIORITY_LOW],
	    form_text(rq, "priority"),
	    show_priority(t->priority), show_priority(tasks_priority(rq)) };
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

	if ((e = tasks_typed(rq, out)) != OK)
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
		conflict_who(c, d->type, events, "no",
		    number_plain(rq->cx.arena, t->no, 0), &u[i]);
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

	if ((e = tasks_open(rq, &d, &t)) != OK)
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
	if ((e = tasks_choices(rq)) != OK)
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

	if ((e = tasks_open(rq, &d, &t)) != OK)
		return e;
	c = conflict_new(rq, t->version);
	if ((e = typed_change(rq, c, d, t, &new)) != OK ||
	    (e = task_change(&rq->cx, d, t, &new, t->version)) != OK)
		return e;
	conflict_notice(c, _("The task was saved."));
	return reply_redirect(rq, "/dossiers/%s/tasks/%lld", d->number,
	    (long long)rq->no);
}
