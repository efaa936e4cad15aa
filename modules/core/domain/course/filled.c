/* SPDX-License-Identifier: MIT */
/* Forms: begun, saved, completed, corrected, skipped. */
#include "domain/course/filled.h"

#include <string.h>

#include "domain/course/decision_make.h"
#include "domain/course/filled_answers.h"
#include "domain/course/filled_keep.h"
#include "domain/course/task.h"
#include "domain/dossier/undo.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "domain/type/casetype.h"
#include "domain/type/casetype_name.h"
#include "rules/feel/feel_number.h"
#include "store/db.h"
#include "store/store_compartment.h"
#include "store/store_dossier.h"
#include "store/store_filled.h"
#include "text/message.h"

enum err
filled_list(struct ctx *cx, const struct dossier *d, struct filled **out)
{
	return store_filled_list(cx, d, out);
}

enum err
filled_merged(struct ctx *cx, const struct dossier *d, struct filled **out)
{
	return store_filled_merged(cx, d, out);
}

enum err
filled_open(struct ctx *cx, const struct dossier *d, int64_t no,
    struct filled **out)
{
	enum err e;

	if ((e = store_filled_find(cx, d, no, out)) != OK)
		return e;
	if (*out == NULL)
		return refuse(cx, ERR_MISSING, "%s",
		    _("This case has no such form."));
	return store_filled_answers(cx, d, *out, no);
}

enum err
filled_model(struct ctx *cx, const struct filled *f,
    const struct form_model **out)
{
	const struct casetype *type;
	enum err e;

	if ((e = casetype_by_id(cx, f->type_id, &type)) != OK ||
	    (e = form_model(cx, type, f->code, out)) != OK)
		return e;
	return *out != NULL ? OK : refuse(cx, ERR_LOST, _("The form “%s” of "
	    "this version of the case type cannot be read."), f->code);
}

const char *
filled_title(struct ctx *cx, const struct filled *f)
{
	const struct form_model *m;

	if (filled_model(cx, f, &m) == OK)
		return message_label(&m->form->label, cx->lang);
	cx->why = NULL;
	return f->title;
}

enum err
filled_editions(struct ctx *cx, const struct filled *f,
    struct filled_edition **out)
{
	return store_filled_edition_list(cx, f, out);
}

enum err
filled_trend(struct ctx *cx, const struct dossier *d, const char *code,
    struct filled **out, struct filled_mark **marks)
{
	enum err e;

	if ((e = store_filled_scored(cx, d, code, out)) != OK)
		return e;
	return store_filled_marks(cx, d, code, marks);
}

static struct event_body *
body_of(struct ctx *cx, const struct filled *f)
{
	struct event_body *b = event_body(cx);

	event_number(b, "no", f->no);
	event_fact(b, "form", f->code);
	event_fact(b, "title", f->title);
	event_within(b, f->no, f->compartment);
	return b;
}

static enum err
in_state(struct ctx *cx, const struct dossier *d, const struct filled *f,
    enum filled_state state)
{
	enum err e;

	if ((e = keep_open(cx, d)) != OK || f->state == state)
		return e;
	switch (f->state) {
	case FILLED_COMPLETE:
		return refuse(cx, ERR_CONFLICT, "%s", _("This form is "
		    "complete. What is wrong in it is corrected, with a "
		    "reason."));
	case FILLED_SKIPPED:
		return refuse(cx, ERR_CONFLICT, "%s", _("This form was "
		    "skipped. Take it up again first."));
	default:
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("This form is not complete yet."));
	}
}

/* A form of a compartment is there for its members; another site may know
 * the type, and not the compartment. */
enum err
filled_offered(struct ctx *cx, const struct form_model *m,
    struct compartment **within, bool *out)
{
	const char *code = m->form->compartment;
	enum err e = OK;

	*within = NULL;
	if (code[0] != '\0')
		e = store_compartment_find(cx, code, within);
	*out = code[0] == '\0' || (*within != NULL && (*within)->held);
	return e;
}

enum err
filled_begin(struct ctx *cx, struct dossier *d, const char *code,
    int64_t task, struct filled **out)
{
	struct filled *f = arena_alloc(cx->arena, sizeof(*f)), *open;
	struct compartment *within;
	const struct form_model *m;
	struct event_body *b;
	struct undo *u = NULL;
	bool offered = false;
	enum err e;

	if ((e = keep_screened(cx, d)) != OK ||
	    (e = form_model(cx, d->type, code, &m)) != OK ||
	    (m != NULL && (e = filled_offered(cx, m, &within,
	    &offered)) != OK) || (e = store_filled_list(cx, d, &open)) != OK)
		return e;
	if (!offered)
		return refuse(cx, ERR_MISSING, "%s",
		    _("This type of case has no such form."));
	for (; open != NULL; open = open->next)
		if (open->state == FILLED_OPEN &&
		    strcmp(open->code, code) == 0)
			return filled_open(cx, d, open->no, out);
	f->code = m->form->code;
	f->type_id = d->type_id;
	f->title = m->form->label.text[0];
	f->since = f->begun = f->saved = cx->now;
	f->reason = f->band = "";
	f->task = task;
	f->compartment = within == NULL ? 0 : within->id;
	f->version = 1;
	if ((e = undo_watch(cx, d, UNDO_FORMS, &u)) != OK ||
	    (e = store_dossier_next(cx, d, &f->no)) != OK ||
	    (e = store_filled_add(cx, d, f)) != OK ||
	    (e = undo_step(cx, u, "form.begun")) != OK)
		return e;
	b = body_of(cx, f);
	event_count(b, "task", task);
	if (within != NULL)
		event_fact(b, "compartment", within->name);
	*out = f;
	return event_add(cx, d, "form.begun", b);
}

/* What is to be kept of a form that is being changed. */
struct changing {
	struct ctx *cx;
	struct dossier *d;
	struct filled *f;
	const struct casetype *type;
	const struct form_model *m;
	const struct value *before;
	struct value *answers;
	struct questions_result r;
	struct undo *undo;
};

/* Takes what was typed, and asks the form about it. */
static enum err
take(struct changing *c, const struct value *typed, int64_t version)
{
	struct ctx *cx = c->cx;
	struct value *fit;
	enum err e;

	if (version != c->f->version)
		return db_stale(cx);
	if ((e = casetype_by_id(cx, c->f->type_id, &c->type)) != OK ||
	    (e = filled_model(cx, c->f, &c->m)) != OK ||
	    (e = filled_answers_fit(cx, c->m->form, typed, &fit)) != OK ||
	    (e = store_dossier_values(cx, c->d)) != OK)
		return e;
	c->before = c->f->answers;
	c->answers = filled_answers_merge(cx, c->before, fit);
	filled_answers_ask(cx, cx->arena, c->d, c->type, c->m, c->answers,
	    c->f->compartment, &c->r);
	return OK;
}

static enum err
write_answers(struct changing *c)
{
	const struct value *v;
	enum err e = OK;

	for (v = c->before; v != NULL && e == OK; v = v->next)
		if (filled_answers_text(c->answers, v->field, v->no)[0] ==
		    '\0')
			e = store_filled_answer_drop(c->cx, c->f, v->field,
			    v->no);
	for (v = c->answers; v != NULL && e == OK; v = v->next)
		if (strcmp(filled_answers_text(c->before, v->field, v->no),
		    v->text) != 0)
			e = store_filled_answer_put(c->cx, c->f, v->field,
			    v->no, v->text);
	c->f->answers = c->answers;
	c->f->saved = c->cx->now;
	return e;
}

enum err
filled_save(struct ctx *cx, struct dossier *d, struct filled *f,
    const struct value *typed, int64_t version)
{
	struct changing c = { .cx = cx, .d = d, .f = f };
	struct event_body *b;
	enum err e;

	if ((e = in_state(cx, d, f, FILLED_OPEN)) != OK ||
	    (e = take(&c, typed, version)) != OK)
		return e;
	if (filled_answers_same(c.before, c.answers))
		return OK;
	if ((e = undo_watch(cx, d, UNDO_FORMS, &c.undo)) != OK ||
	    (e = write_answers(&c)) != OK ||
	    (e = store_filled_save(cx, f)) != OK ||
	    (e = undo_step(cx, c.undo, "form.saved")) != OK)
		return e;
	b = body_of(cx, f);
	event_number(b, "answered", c.r.answered);
	event_number(b, "asked", c.r.asked);
	return event_add(cx, d, "form.saved", b);
}

/* Every answer that is missing, beside its question. */
static enum err
whole(struct changing *c)
{
	const struct questions_line *l;
	enum err e = OK;

	if (c->r.complete)
		return OK;
	for (l = c->r.lines; l != NULL; l = l->next) {
		if (!l->missing)
			continue;
		if (l->question != NULL)
			e = refuse_field(c->cx, casetype_name(c->cx,
			    l->question->field.code, l->row), "%s",
			    _("Answer this."));
		else
			e = refuse_field(c->cx, casetype_name(c->cx,
			    l->section->code, 0), message_plural(
			    "Fill in at least %ld of these.",
			    "Fill in at least %ld of these.",
			    (long)l->section->rows->least),
			    (long)l->section->rows->least);
	}
	return e != OK ? e : refuse(c->cx, ERR_INVALID, "%s",
	    c->r.answered == 0 ? _("Nothing is answered yet, so the form is "
	    "not complete. Answer what you can, or skip it with a reason.") :
	    _("The conditions of this form could not be worked out."));
}

static void
set_score(struct changing *c)
{
	struct feel_decimal d;
	struct filled *f = c->f;

	f->scored = c->r.score.kind == FEEL_NUMBER &&
	    feel_number_round(c->r.score.number, FILLED_DECIMALS,
	    FEEL_HALF_UP, &d) &&
	    feel_number_unscale(d, FILLED_DECIMALS, &f->score);
	f->band = c->r.band == NULL ? "" : c->r.band->code;
}

/* "12" of 12000 thousandths. */
static const char *
score_text(struct ctx *cx, const struct filled *f)
{
	return !f->scored ? "" : feel_number_write(cx->arena,
	    feel_number_scaled(f->score, FILLED_DECIMALS).number);
}

/* The copy that holds from now on, with its event. */
static enum err
keep(struct changing *c, const char *kind, const char *reason)
{
	struct filled *f = c->f;
	struct filled_edition *x;
	struct filled old = *f;
	struct event_body *b;
	int64_t no;
	enum err e;

	set_score(c);
	f->state = FILLED_COMPLETE;
	f->since = c->cx->now;
	f->reason = reason;
	if ((e = store_filled_edition_next(c->cx, f, &no)) != OK)
		return e;
	x = filled_keep(c->cx, c->d, f, c->type, c->m, c->answers, &c->r, no,
	    reason);
	f->edition = no;
	if ((e = undo_watch(c->cx, c->d, UNDO_FORMS, &c->undo)) != OK ||
	    (e = write_answers(c)) != OK ||
	    (e = store_filled_edition_add(c->cx, f, x)) != OK ||
	    (e = store_filled_save(c->cx, f)) != OK ||
	    (e = undo_step(c->cx, c->undo, kind)) != OK)
		return e;
	b = body_of(c->cx, f);
	event_number(b, "edition", no);
	event_fact(b, "sha256", x->sha256);
	event_number(b, "answered", c->r.answered);
	event_change(b, "score", score_text(c->cx, &old),
	    score_text(c->cx, f));
	event_change(b, "band", old.band, f->band);
	event_why(b, reason);
	if ((e = event_add(c->cx, c->d, kind, b)) != OK)
		return e;
	return decision_make_again(c->cx, c->d);
}

/* Done by its form; one that the plan ended meanwhile is left. */
static enum err
finish_task(struct ctx *cx, struct dossier *d, const struct filled *f)
{
	struct task *t;
	enum err e;

	if (f->task == 0)
		return OK;
	if ((e = task_open(cx, d, f->task, &t)) == ERR_MISSING) {
		cx->why = NULL;
		return OK;
	}
	if (e != OK || t->done != 0 || t->ended[0] != '\0')
		return e;
	return task_done(cx, d, t, t->result);
}

enum err
filled_complete(struct ctx *cx, struct dossier *d, struct filled *f,
    const struct value *typed, int64_t version)
{
	struct changing c = { .cx = cx, .d = d, .f = f };
	enum err e;

	if ((e = in_state(cx, d, f, FILLED_OPEN)) != OK ||
	    (e = take(&c, typed, version)) != OK ||
	    (e = whole(&c)) != OK ||
	    (e = keep(&c, "form.completed", "")) != OK)
		return e;
	return finish_task(cx, d, f);
}

enum err
filled_correct(struct ctx *cx, struct dossier *d, struct filled *f,
    const struct value *typed, const char *reason, int64_t version)
{
	struct changing c = { .cx = cx, .d = d, .f = f };
	enum err e, bad = OK;

	if ((e = in_state(cx, d, f, FILLED_COMPLETE)) != OK)
		return e;
	if ((e = keep_reason(cx, "reason", reason, &reason)) != OK)
		bad = e;
	if ((e = take(&c, typed, version)) != OK ||
	    (e = whole(&c)) != OK)
		return e;
	if (bad != OK)
		return bad;
	if (filled_answers_same(c.before, c.answers))
		return refuse(cx, ERR_INVALID, "%s", _("Nothing is different "
		    "from what was answered, so there is nothing to "
		    "correct."));
	return keep(&c, "form.corrected", reason);
}

static enum err
say(struct ctx *cx, struct dossier *d, struct filled *f,
    enum filled_state state, const char *kind, const char *reason)
{
	struct event_body *b = body_of(cx, f);
	struct undo *u = NULL;
	enum err e;

	f->state = state;
	f->since = cx->now;
	f->reason = reason;
	event_why(b, reason);
	if ((e = undo_watch(cx, d, UNDO_FORMS, &u)) != OK ||
	    (e = store_filled_save(cx, f)) != OK ||
	    (e = undo_step(cx, u, kind)) != OK)
		return e;
	return event_add(cx, d, kind, b);
}

enum err
filled_skip(struct ctx *cx, struct dossier *d, struct filled *f,
    const char *reason)
{
	enum err e;

	if ((e = in_state(cx, d, f, FILLED_OPEN)) != OK ||
	    (e = keep_reason(cx, "reason", reason, &reason)) != OK)
		return e;
	return say(cx, d, f, FILLED_SKIPPED, "form.skipped", reason);
}

enum err
filled_resume(struct ctx *cx, struct dossier *d, struct filled *f)
{
	enum err e;

	if ((e = keep_open(cx, d)) != OK)
		return e;
	if (f->state != FILLED_SKIPPED)
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("This form was not skipped."));
	return say(cx, d, f, FILLED_OPEN, "form.resumed", "");
}
