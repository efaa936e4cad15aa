/* SPDX-License-Identifier: MIT */
/* A form as staff will see it: filled in on trial, and nothing is kept. */
#include <string.h>

#include "admin.h"
#include "domain/course/filled_answers.h"
#include "domain/type/casetype.h"
#include "domain/type/formula.h"
#include "editor.h"
#include "text/message.h"
#include "text/number.h"
#include "web/ask.h"

const struct field editor_try_form[] = {
	ASK_FIELDS,
	{ "version", FIELD_INT, .min = 0, .max = INT64_MAX },
	{ 0 }
};

/* Does a condition or the score ask for this field of the case? */
static bool
asks_for(const struct type_form *f, const char *code)
{
	const struct type_form_section *s;
	const struct type_form_question *q;

	if (f->score != NULL && formula_uses(f->score, code))
		return true;
	for (s = f->sections; s != NULL; s = s->next) {
		if (s->when != NULL && formula_uses(s->when, code))
			return true;
		for (q = s->questions; q != NULL; q = q->next)
			if (q->when != NULL && formula_uses(q->when, code))
				return true;
	}
	return false;
}

/* The case of the trial has what is typed for its fields. */
static enum err
case_of(struct request *rq, const struct form_draft_open *o,
    struct dossier *d)
{
	struct value **tail = &d->values;
	const struct type_field *f;
	const char *text;
	enum err e, bad = OK;

	*d = (struct dossier){ .type = o->type, .type_id = o->type->id,
	    .number = "" };
	for (f = o->type->fields; f != NULL; f = f->next) {
		if (f->group != NULL || f->follows ||
		    !asks_for(o->model->form, f->code))
			continue;
		text = form_text(rq, arena_printf(rq->cx.arena, "f.%s",
		    f->code));
		if ((e = casetype_value(&rq->cx, f, text, &text)) ==
		    ERR_INVALID) {
			bad = e;
			text = "";
		} else if (e != OK) {
			return e;
		}
		facts_draw(rq, view_item(rq->view, "facts"), f, 0, text,
		    message_label(&f->label, rq->cx.lang));
		if (text[0] == '\0')
			continue;
		*tail = arena_alloc(rq->cx.arena, sizeof(**tail));
		(*tail)->field = f->code;
		(*tail)->text = text;
		tail = &(*tail)->next;
	}
	return bad;
}

/* Each question that gives points or lacks an answer. */
static void
show_lines(struct request *rq, const struct questions_line *l)
{
	const char *label;
	struct view *v;

	for (; l != NULL; l = l->next) {
		if (!l->asked)
			continue;
		label = l->question == NULL ? message_label(
		    &l->section->label, rq->cx.lang) : filled_answers_label(
		    &rq->cx, l->section, l->question, l->row);
		if (l->missing)
			view_text(view_item(rq->view, "missing"), "label",
			    label);
		if (!l->scored || !l->answered)
			continue;
		v = view_item(rq->view, "counts");
		view_text(v, "label", label);
		view_text(v, "points", number_plain(rq->cx.arena, l->points,
		    0));
	}
}

static void
show_result(struct request *rq, const struct form_draft_open *o,
    const struct questions_result *r)
{
	view_flag(rq->view, "tried", true);
	view_flag(rq->view, "complete", r->complete);
	view_int(rq->view, "asked", r->asked);
	view_int(rq->view, "answered", r->answered);
	show_lines(rq, r->lines);
	if (!o->model->form->scored)
		return;
	view_flag(rq->view, "scored", true);
	view_text(rq->view, "points", number_plain(rq->cx.arena, r->points,
	    0));
	view_text(rq->view, "formula", o->model->form->score);
	view_text(rq->view, "score", filled_answers_score(&rq->cx, r));
	if (r->band != NULL)
		view_text(rq->view, "band", message_label(&r->band->label,
		    rq->cx.lang));
}

enum err
get_form_try(struct request *rq)
{
	struct ask k = { .rq = rq };
	struct questions_result r;
	struct form_draft_open *o;
	struct form_model alone;
	struct dossier d;
	enum err e;

	if ((e = editor_open(rq, &o)) != OK)
		return e;
	alone = *o->model;	/* there is no case to ask, and no form of it */
	alone.forms = alone.tells = false;
	k.m = &alone;
	e = case_of(rq, o, &d);
	if ((e != OK && e != ERR_INVALID) || (e = ask_gather(&k)) != OK)
		return e;
	filled_answers_ask(&rq->cx, rq->cx.arena, &d, o->type, k.m,
	    k.answers, 0, &r);
	k.lines = r.lines;
	ask_draw(&k);
	if (rq->method == POST)
		show_result(rq, o, &r);
	if (alone.form->help.text[0] != NULL)
		view_text(rq->view, "help", message_label(&alone.form->help,
		    rq->cx.lang));
	return reply_page(rq, "admin/form-try.html");
}

enum err
post_form_try_look(struct request *rq)
{
	return get_form_try(rq);
}
