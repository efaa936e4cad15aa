/* SPDX-License-Identifier: MIT */
/* Filling in a form, and correcting one that is complete. */
#include <string.h>

#include "casework/tasks/forms.h"
#include "casework/tasks/pages_work.h"
#include "domain/course/filled_answers.h"
#include "domain/dossier/dossier.h"
#include "domain/type/casetype.h"
#include "text/message.h"
#include "web/ask.h"
#include "web/reply.h"

static const char *const acts[] = { "save", "complete", NULL };

#define QUESTIONS							\
	ASK_FIELDS,							\
	{ "version", FIELD_INT, .min = 1, .max = INT64_MAX }

const struct field form_fill_form[] = {
	{ "act", FIELD_CHOICE, .choices = acts },
	QUESTIONS,
	{ 0 }
};
const struct field form_correct_form[] = {
	{ "reason", FIELD_LINES, .max = REASON_MAX },
	QUESTIONS,
	{ 0 }
};

/* What the form makes of the answers, with what was typed. */
static enum err
gather(struct ask *k, const struct dossier *d, const struct filled *f)
{
	struct ctx *cx = &k->rq->cx;
	const struct casetype *type;
	struct questions_result r;
	enum err e;

	if ((e = filled_model(cx, f, &k->m)) != OK ||
	    (e = casetype_by_id(cx, f->type_id, &type)) != OK)
		return e;
	k->stored = f->answers;
	if ((e = ask_gather(k)) != OK)
		return e;
	k->stale = k->rq->method == POST &&
	    form_int(k->rq, "version") != f->version;
	filled_answers_ask(cx, cx->arena, d, type, k->m, k->answers,
	    f->compartment, &r);
	k->lines = r.lines;
	return OK;
}

static enum err
show(struct request *rq, enum filled_state state, const char *template)
{
	struct ask k = { .rq = rq };
	struct dossier *d;
	struct filled *f;
	enum err e;

	if ((e = forms_open(rq, &d, &f)) != OK)
		return e;
	if (f->state != state && rq->method == GET)
		return reply_redirect(rq, "/dossiers/%s/forms/%lld",
		    rq->number, (long long)rq->no);
	if (facts_more(rq))
		facts_forgive(rq);
	if ((e = gather(&k, d, f)) != OK)
		return e;
	ask_draw(&k);
	view_int(rq->view, "version", f->version);
	if (k.m->form->help.text[0] != NULL)
		view_text(rq->view, "help", message_label(&k.m->form->help,
		    rq->cx.lang));
	return reply_page(rq, template);
}

enum err
get_form_fill(struct request *rq)
{
	return show(rq, FILLED_OPEN, "casework/form-fill.html");
}

enum err
get_form_correct(struct request *rq)
{
	return show(rq, FILLED_COMPLETE, "casework/form-correct.html");
}

static enum err
open_typed(struct request *rq, struct dossier **d, struct filled **f,
    struct value **out)
{
	const struct form_model *m;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, d)) != OK ||
	    (e = filled_open(&rq->cx, *d, rq->no, f)) != OK ||
	    (e = filled_model(&rq->cx, *f, &m)) != OK)
		return e;
	return ask_typed(rq, m->form, out);
}

enum err
post_form_fill(struct request *rq)
{
	bool complete = strcmp(form_text(rq, "act"), "complete") == 0;
	struct value *values;
	struct dossier *d;
	struct filled *f;
	enum err e;

	if (facts_more(rq))
		return get_form_fill(rq);
	if ((e = open_typed(rq, &d, &f, &values)) != OK ||
	    (e = (complete ? filled_complete : filled_save)(&rq->cx, d, f,
	    values, form_int(rq, "version"))) != OK)
		return e;
	if (complete)
		reply_notice(rq, _("The form is complete."));
	else
		reply_notice(rq, _("The answers were saved. Go on whenever "
		    "you like."));
	return reply_redirect(rq, "/dossiers/%s/forms/%lld", rq->number,
	    (long long)rq->no);
}

enum err
post_form_correct(struct request *rq)
{
	struct value *values;
	struct dossier *d;
	struct filled *f;
	enum err e;

	if (facts_more(rq))
		return get_form_correct(rq);
	if ((e = open_typed(rq, &d, &f, &values)) != OK ||
	    (e = filled_correct(&rq->cx, d, f, values, form_text(rq,
	    "reason"), form_int(rq, "version"))) != OK)
		return e;
	reply_notice(rq, _("The correction stands beside what was answered "
	    "first."));
	return reply_redirect(rq, "/dossiers/%s/forms/%lld", rq->number,
	    (long long)rq->no);
}
