/* SPDX-License-Identifier: MIT */
/* The tasks of a dossier: their list, one of them, and adding one. */
#include <string.h>

#include "casework/casework.h"
#include "casework/choices.h"
#include "casework/show.h"
#include "casework/tasks.h"
#include "domain/dossier.h"
#include "domain/task.h"
#include "text/message.h"
#include "text/number.h"

const char *const tasks_priorities[] = { "low", "normal", "high", NULL };

const struct field dossier_tasks_form[] = {
	{ "after", FIELD_INT, .min = 1, .max = INT64_MAX },
	{ 0 }
};

const struct field task_form[] = { TASKS_FIELDS, { 0 } };

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
		    number_plain(rq->cx.arena, last, 0)));
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
	enum err e;

	if ((e = show_open(rq, &d)) != OK)
		return e;
	if ((e = tasks_choices(rq)) != OK)
		return e;
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

enum err
post_dossier_tasks_add(struct request *rq)
{
	struct task_new new;
	struct dossier *d;
	struct task *t;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK)
		return e;
	if ((e = tasks_typed(rq, &new)) != OK)
		return e;
	if ((e = task_add(&rq->cx, d, &new, &t)) != OK)
		return e;
	reply_notice(rq, _("The task “%s” was added."), t->title);
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
