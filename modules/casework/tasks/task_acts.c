/* SPDX-License-Identifier: MIT */
/* What is done with a task: claimed, released, handed on, done, reopened. */

#include "casework/shared/choices.h"
#include "casework/shared/show.h"
#include "casework/tasks/pages_work.h"
#include "casework/tasks/steps.h"
#include "casework/tasks/tasks.h"
#include "domain/course/dossier_change.h"
#include "domain/course/task.h"
#include "domain/dossier/dossier.h"
#include "domain/type/casetype.h"
#include "text/message.h"
#include "web/facts.h"

const struct field done_form[] = {
	{ "result", FIELD_LINES, .max = 8000 },
	FACTS_FIELD,
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

/* The facts that its step asks for; a choice among them has to be made. */
static enum err
asked(struct request *rq, const struct steps *s, const struct task *t,
    struct value **out)
{
	const char *codes[STEPS_ASKED + 1];
	struct value *v;
	size_t i;
	enum err e;

	steps_asked(s, t, codes);
	if ((e = facts_some_typed(rq, s->d->type, codes, out)) != OK)
		return e;
	for (i = 0; codes[i] != NULL; i++) {
		for (v = *out; v != NULL && v->field != codes[i]; v = v->next)
			;
		if (v == NULL && casetype_field(s->d->type,
		    codes[i])->kind == VALUE_CHOICE)
			refuse_field(&rq->cx, arena_printf(rq->cx.arena,
			    "f.%s", codes[i]), "%s",
			    _("The task is done when this is answered."));
	}
	return refuse_any(&rq->cx) ? ERR_INVALID : OK;
}

/* What was answered, where nobody wrote a result. */
static const char *
answers(struct request *rq, const struct casetype *type,
    const struct value *v)
{
	const struct type_field *f;
	const char *all = "", *text;

	for (; v != NULL; v = v->next) {
		f = casetype_field(type, v->field);
		if (f->class >= CLASS_GUARDED)
			continue;	/* a result is read by everybody */
		if (casetype_value(&rq->cx, f, v->text, &text) != OK)
			text = v->text;
		all = arena_printf(rq->cx.arena, _("%s%s%s: %s"), all,
		    *all == '\0' ? "" : "\n",
		    message_label(&f->label, rq->cx.lang),
		    casetype_show(&rq->cx, f, text));
	}
	return all;
}

/* The facts first: the plan looks at them when the task is done. */
static enum err
keep_answers(struct request *rq, struct dossier *d, const struct task *t,
    const char **result)
{
	struct dossier_change change = { .title = d->title, .risk = d->risk,
	    .version = d->version, .why = "" };
	struct value *values;
	struct steps s;
	enum err e;

	*result = form_text(rq, "result");
	if (t->item == 0 || (e = steps_open(rq, d, &s)) != OK ||
	    s.plan == NULL)
		return t->item == 0 ? OK : e;
	if ((e = asked(rq, &s, t, &values)) != OK || values == NULL)
		return e;
	change.values = values;
	if ((e = dossier_change(&rq->cx, d, &change)) != OK)
		return e;
	if ((*result)[0] == '\0')
		*result = answers(rq, d->type, values);
	return OK;
}

enum err
post_task_done(struct request *rq)
{
	const char *result;
	struct dossier *d;
	struct task *t;
	enum err e;

	if ((e = tasks_open(rq, &d, &t)) != OK ||
	    (e = keep_answers(rq, d, t, &result)) != OK)
		return e;
	if (result[0] == '\0')
		return refuse_field(&rq->cx, "result", "%s",
		    _("Say what came out of it."));
	if ((e = task_open(&rq->cx, d, rq->no, &t)) != OK ||
	    (e = task_done(&rq->cx, d, t, result)) != OK)
		return e;
	reply_notice(rq, _("The task “%s” is done."), t->shown);
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
