/* SPDX-License-Identifier: MIT */
/* What is done with a task: claimed, released, handed on, done, reopened. */

#include "casework/casework.h"
#include "casework/choices.h"
#include "casework/show.h"
#include "casework/tasks.h"
#include "domain/task.h"
#include "text/message.h"

const struct field done_form[] = {
	{ "result", FIELD_LINES, .min = 1, .max = 8000 },
	{ 0 }
};

const struct field release_form[] = {
	{ "why", FIELD_LINES, .max = REASON_MAX },
	{ 0 }
};

const struct field delegate_form[] = {
	{ "person", FIELD_TEXT, .min = 1, .max = 20 },
	{ "why", FIELD_LINES, .max = REASON_MAX },
	{ 0 }
};

static enum err
show_form(struct request *rq, const char *template)
{
	struct dossier *d;
	struct task *t;
	enum err e;

	if ((e = tasks_open(rq, &d, &t)) != OK)
		return e;
	show_dossier(rq, view_part(rq->view, "dossier"), d);
	show_task(rq, view_part(rq->view, "task"), t);
	return reply_page(rq, template);
}

static enum err
back_to_task(struct request *rq)
{
	return reply_redirect(rq, "/dossiers/%s/tasks/%lld", rq->number,
	    (long long)rq->no);
}

enum err
post_task_claim(struct request *rq)
{
	struct dossier *d;
	struct task *t;
	enum err e;

	if ((e = tasks_open(rq, &d, &t)) != OK)
		return e;
	if ((e = task_claim(&rq->cx, d, t)) != OK)
		return e;
	reply_notice(rq, _("The task is yours now."));
	return back_to_task(rq);
}

enum err
post_task_done(struct request *rq)
{
	struct dossier *d;
	struct task *t;
	enum err e;

	if ((e = tasks_open(rq, &d, &t)) != OK)
		return e;
	if ((e = task_done(&rq->cx, d, t, form_text(rq, "result"))) != OK)
		return e;
	reply_notice(rq, _("The task “%s” is done."), t->title);
	return reply_redirect(rq, "/dossiers/%s", d->number);
}

enum err
get_task_release(struct request *rq)
{
	return show_form(rq, "casework/task-release.html");
}

enum err
post_task_release(struct request *rq)
{
	struct dossier *d;
	struct task *t;
	enum err e;

	if ((e = tasks_open(rq, &d, &t)) != OK)
		return e;
	if ((e = task_release(&rq->cx, d, t, form_text(rq, "why"))) != OK)
		return e;
	reply_notice(rq, _("The task is the team’s again."));
	return back_to_task(rq);
}

enum err
get_task_delegate(struct request *rq)
{
	enum err e;

	if ((e = choices_staff(rq, "staff")) != OK)
		return e;
	return show_form(rq, "casework/task-delegate.html");
}

enum err
post_task_delegate(struct request *rq)
{
	struct dossier *d;
	struct task *t;
	int64_t person;
	enum err e;

	if ((e = tasks_open(rq, &d, &t)) != OK)
		return e;
	if ((e = choices_staff_id(rq, "person", &person)) != OK)
		return e;
	e = task_delegate(&rq->cx, d, t, person, form_text(rq, "why"));
	if (e != OK)
		return e;
	reply_notice(rq, _("The task was delegated."));
	return back_to_task(rq);
}

enum err
get_task_reopen(struct request *rq)
{
	return show_form(rq, "casework/task-reopen.html");
}

enum err
post_task_reopen(struct request *rq)
{
	struct dossier *d;
	struct task *t;
	enum err e;

	if ((e = tasks_open(rq, &d, &t)) != OK)
		return e;
	if ((e = task_reopen(&rq->cx, d, t, form_text(rq, "why"))) != OK)
		return e;
	reply_notice(rq, _("The task is open again."));
	return back_to_task(rq);
}
