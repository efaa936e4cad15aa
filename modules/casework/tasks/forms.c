/* SPDX-License-Identifier: MIT */
/* The forms of a dossier: their list, begun, skipped, taken up again. */
#include "casework/tasks/forms.h"

#include <string.h>

#include "casework/shared/show.h"
#include "casework/tasks/pages_work.h"
#include "domain/course/task.h"
#include "domain/dossier/dossier.h"
#include "domain/people/compartment.h"
#include "text/message.h"
#include "text/number.h"
#include "web/reply.h"

const struct field form_begin_form[] = {
	{ "form", FIELD_TEXT, .min = 1, .max = 31 },
	{ "task", FIELD_INT, .min = 0, .max = INT64_MAX },
	{ 0 }
};

static const char *
state_word(enum filled_state state)
{
	switch (state) {
	case FILLED_OPEN:
		return _("Being filled in");
	case FILLED_COMPLETE:
		return _("Filled in");
	default:
		return _("Skipped");
	}
}

const char *
forms_score(struct request *rq, int64_t score)
{
	int decimals = FILLED_DECIMALS;

	while (decimals > 0 && score % 10 == 0) {
		score /= 10;
		decimals--;
	}
	return number_text(rq->cx.arena, rq->cx.lang, score, decimals);
}

static const char *
band_word(struct request *rq, const struct filled *f)
{
	const struct type_form_band *b;
	const struct form_model *m;

	if (f->band[0] == '\0' || filled_model(&rq->cx, f, &m) != OK)
		return "";
	for (b = m->form->bands; b != NULL; b = b->next)
		if (strcmp(b->code, f->band) == 0)
			return message_label(&b->label, rq->cx.lang);
	return f->band;
}

static bool
may_work(const struct dossier *d)
{
	return d->level >= LEVEL_WORK && strcmp(d->status, "closed") != 0;
}

void
forms_show_one(struct request *rq, struct view *v, const struct dossier *d,
    const struct filled *f)
{
	bool work = may_work(d);

	view_int(v, "no", f->no);
	view_text(v, "title", filled_title(&rq->cx, f));
	view_text(v, "state", state_word(f->state));
	view_flag(v, "open", f->state == FILLED_OPEN);
	view_flag(v, "complete", f->state == FILLED_COMPLETE);
	view_flag(v, "skipped", f->state == FILLED_SKIPPED);
	view_flag(v, "may_fill", work && f->state == FILLED_OPEN);
	view_flag(v, "may_resume", work && f->state == FILLED_SKIPPED);
	view_flag(v, "may_correct", work && f->state == FILLED_COMPLETE);
	view_moment(v, "since", f->since);
	view_moment(v, "begun", f->begun);
	view_text(v, "by", f->said_by);
	view_text(v, "begun_by", f->begun_by);
	view_text(v, "reason", f->reason);
	view_int(v, "answered", f->answered);
	view_int(v, "corrected", f->edition > 1 ? f->edition - 1 : 0);
	view_int(v, "task", f->task);
	view_text(v, "within", compartment_word(f->compartment_name));
	if (f->state == FILLED_COMPLETE && f->scored) {
		view_text(v, "score", forms_score(rq, f->score));
		view_text(v, "band", band_word(rq, f));
	}
}

/* What may be begun; filled: by which state it is offered no more. */
static enum err
show_blanks(struct request *rq, const struct form_model *m,
    const struct filled *list, bool again)
{
	struct compartment *within;
	const struct filled *f;
	struct view *v;
	bool offered;
	enum err e;

	for (; m != NULL; m = m->next) {
		if ((e = filled_offered(&rq->cx, m, &within,
		    &offered)) != OK)
			return e;
		for (f = list; f != NULL; f = f->next)
			if (strcmp(f->code, m->form->code) == 0 &&
			    (!again || f->state == FILLED_OPEN))
				break;
		if (f != NULL || !offered)
			continue;
		v = view_item(rq->view, "unfilled");
		view_text(v, "code", m->form->code);
		view_text(v, "title", message_label(&m->form->label,
		    rq->cx.lang));
		if (m->form->help.text[0] != NULL)
			view_text(v, "help", message_label(&m->form->help,
			    rq->cx.lang));
		view_text(v, "within", within == NULL ? "" :
		    compartment_word(within->name));
	}
	return OK;
}

static enum err
show_all(struct request *rq, const struct dossier *d, bool again)
{
	const struct form_model *m;
	struct filled *list, *f;
	enum err e;

	if ((e = form_model_all(&rq->cx, d->type, &m)) != OK ||
	    (e = filled_list(&rq->cx, d, &list)) != OK)
		return e;
	view_flag(rq->view, "has_forms", m != NULL || list != NULL);
	for (f = list; f != NULL; f = f->next)
		forms_show_one(rq, view_item(rq->view, "forms"), d, f);
	if (again)
		form_trend_show(rq, d, list);
	return may_work(d) && d->verdict[0] != '\0' ?
	    show_blanks(rq, m, list, again) : OK;
}

enum err
forms_show(struct request *rq, const struct dossier *d)
{
	return show_all(rq, d, false);
}

enum err
forms_show_task(struct request *rq, const struct dossier *d,
    const struct task *t, bool *waits)
{
	const struct filled *mine = NULL;
	struct compartment *within;
	const struct form_model *m;
	const char *code;
	struct filled *f;
	struct view *v;
	bool offered;
	enum err e;

	*waits = false;
	if ((e = filled_task_form(&rq->cx, d, t, &code)) != OK ||
	    code[0] == '\0' ||
	    (e = form_model(&rq->cx, d->type, code, &m)) != OK || m == NULL ||
	    (e = filled_offered(&rq->cx, m, &within, &offered)) != OK ||
	    (e = filled_list(&rq->cx, d, &f)) != OK)
		return e;
	for (; f != NULL; f = f->next)
		if (strcmp(f->code, code) == 0 && (f->state == FILLED_OPEN ||
		    f->task == t->no || f->since >= t->created))
			mine = f;
	v = view_part(rq->view, "by_form");
	view_text(v, "code", code);
	view_text(v, "title", message_label(&m->form->label, rq->cx.lang));
	*waits = t->done == 0 && (mine == NULL ||
	    mine->state == FILLED_OPEN);
	if (mine != NULL)
		forms_show_one(rq, v, d, mine);
	view_flag(v, "fresh", mine == NULL && may_work(d) && t->done == 0 &&
	    t->ended[0] == '\0' && offered);
	return OK;
}

/* Those of cases that were merged into it stay there, with their log. */
static enum err
show_merged(struct request *rq, const struct dossier *d)
{
	struct filled *f;
	struct view *v;
	enum err e;

	if ((e = filled_merged(&rq->cx, d, &f)) != OK)
		return e;
	for (; f != NULL; f = f->next) {
		v = view_item(rq->view, "merged");
		forms_show_one(rq, v, d, f);
		view_text(v, "number", f->number);
	}
	return OK;
}

static enum err
show_paper(struct request *rq, const struct dossier *d)
{
	const struct form_model *m;
	struct view *v;
	enum err e;

	if ((e = form_model_all(&rq->cx, d->type, &m)) != OK)
		return e;
	for (; m != NULL; m = m->next) {
		v = view_item(rq->view, "blanks");
		view_text(v, "code", m->form->code);
		view_text(v, "title", message_label(&m->form->label,
		    rq->cx.lang));
	}
	return OK;
}

enum err
get_dossier_forms(struct request *rq)
{
	struct dossier *d;
	enum err e;

	if ((e = show_open(rq, &d)) != OK ||
	    (e = show_all(rq, d, true)) != OK ||
	    (e = show_hidden(rq, d, COMPARTMENT_FORM)) != OK ||
	    (e = show_merged(rq, d)) != OK || (e = show_paper(rq, d)) != OK)
		return e;
	return reply_page(rq, "casework/forms.html");
}

enum err
forms_open(struct request *rq, struct dossier **d, struct filled **f)
{
	enum err e;

	if ((e = show_open(rq, d)) != OK ||
	    (e = filled_open(&rq->cx, *d, rq->no, f)) != OK ||
	    (e = show_protect(rq, *d)) != OK)
		return e;
	forms_show_one(rq, view_part(rq->view, "form_of"), *d, *f);
	return OK;
}

/* The task is one of the plan's that asks for this form. */
static enum err
task_for(struct request *rq, const struct dossier *d, const char *code,
    int64_t *no)
{
	const char *wanted;
	struct task *t;
	enum err e;

	if (*no == 0)
		return OK;
	if ((e = task_open(&rq->cx, d, *no, &t)) != OK ||
	    (e = filled_task_form(&rq->cx, d, t, &wanted)) != OK)
		return e;
	if (strcmp(wanted, code) != 0 || t->done != 0)
		*no = 0;
	return OK;
}

enum err
post_dossier_forms_begin(struct request *rq)
{
	const char *code = form_text(rq, "form");
	int64_t task = form_int(rq, "task");
	struct dossier *d;
	struct filled *f;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = task_for(rq, d, code, &task)) != OK ||
	    (e = filled_begin(&rq->cx, d, code, task, &f)) != OK)
		return e;
	return reply_redirect(rq, "/dossiers/%s/forms/%lld/fill", d->number,
	    (long long)f->no);
}

enum err
get_form_skip(struct request *rq)
{
	struct dossier *d;
	struct filled *f;
	enum err e;

	if ((e = forms_open(rq, &d, &f)) != OK)
		return e;
	return reply_page(rq, "casework/form-skip.html");
}

static enum err
back(struct request *rq)
{
	return reply_redirect(rq, "/dossiers/%s/forms/%lld", rq->number,
	    (long long)rq->no);
}

enum err
post_form_skip(struct request *rq)
{
	struct dossier *d;
	struct filled *f;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = filled_open(&rq->cx, d, rq->no, &f)) != OK ||
	    (e = filled_skip(&rq->cx, d, f, form_text(rq, "reason"))) != OK)
		return e;
	reply_notice(rq, _("The form was skipped."));
	return back(rq);
}

enum err
post_form_resume(struct request *rq)
{
	struct dossier *d;
	struct filled *f;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = filled_open(&rq->cx, d, rq->no, &f)) != OK ||
	    (e = filled_resume(&rq->cx, d, f)) != OK)
		return e;
	reply_notice(rq, _("The form can be filled in again."));
	return reply_redirect(rq, "/dossiers/%s/forms/%lld/fill", rq->number,
	    (long long)rq->no);
}
