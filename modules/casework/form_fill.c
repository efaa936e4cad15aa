/* SPDX-License-Identifier: MIT */
/* Filling in a form, and correcting one that is complete. */
#include <stdlib.h>
#include <string.h>

#include "casework/forms.h"
#include "casework/pages_work.h"
#include "casework/show.h"
#include "domain/casetype.h"
#include "domain/casetype_name.h"
#include "domain/dossier.h"
#include "domain/filled_answers.h"
#include "text/message.h"
#include "web/facts.h"
#include "web/reply.h"

#define LOOK "look"	/* show what else is asked */

static const char *const acts[] = { "save", "complete", NULL };

/* A box of many choices is "m.CODE.ROW.CHOICE"; "shown" names the questions
 * that were on the page: an empty one there has no answer any more. */
#define QUESTIONS							\
	FACTS_FIELD,							\
	{ "m.*", FIELD_FLAG },						\
	{ "shown", FIELD_TEXT, .max = 20000 },				\
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

/* A page with questions under way. */
struct filling {
	struct request *rq;
	struct dossier *d;
	struct filled *f;
	const struct casetype *type;
	const struct form_model *m;
	struct value *answers;		/* with what was typed */
	const struct questions_line *lines;
	const char *shown;
	bool stale;			/* somebody saved meanwhile */
};

static const char *
box(struct request *rq, const char *code, int64_t no, const char *choice)
{
	return arena_printf(rq->cx.arena, "m.%s.%lld.%s", code, (long long)no,
	    choice);
}

/* The codes that were ticked. */
static const char *
ticked(struct request *rq, const struct type_form_question *q, int64_t no)
{
	const struct term *t;
	const char *text = "";

	for (t = q->field.choices; t != NULL; t = t->next)
		if (form_flag(rq, box(rq, q->field.code, no, t->code)))
			text = arena_printf(rq->cx.arena, "%s%s%s", text,
			    text[0] == '\0' ? "" : " ", t->code);
	return text;
}

static bool
removed(struct request *rq, const struct type_form_question *q, int64_t no)
{
	return no != 0 && q->field.group != NULL && form_has(rq,
	    casetype_name(&rq->cx, q->field.group->code, no));
}

/* What was typed to each question that was on the page. */
static enum err
typed(struct request *rq, const struct type_form *form, struct value **out)
{
	const struct type_form_question *q;
	struct value **tail = out, *v;
	const char *s = form_text(rq, "shown"), *dot;
	size_t n;

	*out = NULL;
	for (; *s != '\0'; s += n + strspn(s + n, " ")) {
		n = strcspn(s, " ");
		v = arena_alloc(rq->cx.arena, sizeof(*v));
		v->field = arena_textn(rq->cx.arena, s, n);
		if ((dot = strchr(v->field, '.')) != NULL) {
			v->no = strtoll(dot + 1, NULL, 10);
			v->field = arena_textn(rq->cx.arena, v->field,
			    (size_t)(dot - v->field));
		}
		if ((q = form_model_question(form, v->field)) == NULL)
			return refuse(&rq->cx, ERR_REQUEST, "%s", _("This "
			    "form has no such question. Open the page "
			    "again."));
		v->text = removed(rq, q, v->no) ? "" : q->many ?
		    ticked(rq, q, v->no) : form_text(rq, casetype_name(
		    &rq->cx, v->field, v->no));
		*tail = v;
		tail = &v->next;
	}
	return OK;
}

/* The answers that the page is drawn by: what was typed goes before. Its
 * mistakes have been told already. */
static enum err
gather(struct filling *k)
{
	struct ctx *cx = &k->rq->cx;
	struct mistake *mistakes = cx->mistakes;
	const char *why = cx->why;
	struct questions_result r;
	struct value *all, *fit;
	enum err e;

	if ((e = filled_model(cx, k->f, &k->m)) != OK ||
	    (e = casetype_by_id(cx, k->f->type_id, &k->type)) != OK)
		return e;
	k->answers = k->f->answers;
	if (k->rq->method == POST) {
		if ((e = typed(k->rq, k->m->form, &all)) != OK)
			return e;
		e = filled_answers_fit(cx, k->m->form, all, &fit);
		cx->mistakes = mistakes;
		cx->why = why;
		if (e != OK && e != ERR_INVALID)
			return e;
		k->answers = filled_answers_merge(cx, k->answers, fit);
		k->stale = form_int(k->rq, "version") != k->f->version;
	}
	filled_answers_ask(cx, cx->arena, k->d, k->type, k->m, k->answers,
	    &r);
	k->lines = r.lines;
	return OK;
}

static void
draw_many(struct filling *k, struct view *v,
    const struct type_form_question *q, int64_t no, const char *text)
{
	const struct term *t;
	struct view *item;
	const char *name;
	bool was;

	view_flag(v, "many", true);
	for (t = q->field.choices; t != NULL; t = t->next) {
		item = view_item(v, "boxes");
		name = box(k->rq, q->field.code, no, t->code);
		was = filled_answers_has(text, t->code);
		form_start(k->rq, name, was ? "1" : "");
		view_text(item, "name", name);
		view_text(item, "label", message_label(&t->label,
		    k->rq->cx.lang));
	}
}

/* What somebody else saved to it meanwhile; NULL: the same. */
static const char *
theirs(struct filling *k, const struct type_form_question *q, int64_t no)
{
	const char *stored = filled_answers_text(k->f->answers,
	    q->field.code, no);

	if (!k->stale || strcmp(stored, filled_answers_text(k->answers,
	    q->field.code, no)) == 0)
		return NULL;
	return stored[0] == '\0' ? _("no answer") :
	    filled_answers_show(&k->rq->cx, q, stored);
}

static void
draw(struct filling *k, struct view *v, const struct type_form_section *s,
    const struct type_form_question *q, int64_t no)
{
	struct request *rq = k->rq;
	const char *name = casetype_name(&rq->cx, q->field.code, no);
	const char *text = filled_answers_text(k->answers, q->field.code, no);
	const char *ignored, *was;

	k->shown = arena_printf(rq->cx.arena, "%s%s%s", k->shown,
	    k->shown[0] == '\0' ? "" : " ", name + strlen("f."));
	facts_draw(rq, v, &q->field, no, text, filled_answers_label(&rq->cx,
	    s, q, no));
	view_text(v, "theirs", theirs(k, q, no));
	if (q->many) {
		draw_many(k, v, q, no, text);
		return;
	}
	/* One that was not on the page begins with what is stored. */
	was = form_text(rq, "shown");
	if (q->field.kind == VALUE_FLAG && rq->method == POST) {
		ignored = arena_printf(rq->cx.arena, " %s ", was);
		if (strstr(ignored, arena_printf(rq->cx.arena, " %s ",
		    name + strlen("f."))) == NULL)
			form_start(rq, name, text);
	}
}

static void
draw_row(struct filling *k, struct view *part,
    const struct type_form_section *s, int64_t no, bool fresh)
{
	const char *word = message_label(&s->rows->label, k->rq->cx.lang);
	struct view *row = view_item(part, "rows");
	const struct type_form_question *q;
	const struct questions_line *l;

	view_text(row, "label", arena_printf(k->rq->cx.arena, "%s %lld", word,
	    (long long)no));
	view_text(row, "name", casetype_name(&k->rq->cx, s->code, no));
	view_flag(row, "begun", !fresh);
	for (q = s->questions; q != NULL; q = q->next) {
		for (l = k->lines; l != NULL && (l->question != q ||
		    l->row != no);)
			l = l->next;
		if (l == NULL ? q->when == NULL : l->asked)
			draw(k, view_item(row, "fields"), s, q, no);
	}
}

/* A row that is on the page or has an answer. */
static int64_t
next_row(struct filling *k, const struct type_form_section *s, int64_t after)
{
	const struct type_form_question *q;
	const struct questions_line *l;
	struct value *all = NULL, *v;
	int64_t next = 0;

	for (l = k->lines; l != NULL; l = l->next)
		if (l->section == s && l->row > after &&
		    (next == 0 || l->row < next))
			next = l->row;
	if (k->rq->method == POST && typed(k->rq, k->m->form, &all) != OK)
		return next;
	for (v = all; v != NULL; v = v->next) {
		q = form_model_question(k->m->form, v->field);
		if (q != NULL && q->field.group == s->rows && v->no > after &&
		    !removed(k->rq, q, v->no) &&
		    (next == 0 || v->no < next))
			next = v->no;
	}
	return next;
}

static void
draw_rows(struct filling *k, struct view *part,
    const struct type_form_section *s)
{
	bool more = strcmp(form_text(k->rq, "more"), s->code) == 0;
	int64_t no = 0, last = 0;
	int rows = 0;

	view_flag(part, "repeats", true);
	view_text(part, "name", casetype_name(&k->rq->cx, s->code, 0));
	view_text(part, "code", s->code);
	while ((no = next_row(k, s, no)) != 0 && rows < s->rows->most) {
		draw_row(k, part, s, no, false);
		last = no;
		rows++;
	}
	if ((more || rows == 0) && last < s->rows->most) {
		draw_row(k, part, s, last + 1, true);
		last++;
	}
	view_flag(part, "more", last < s->rows->most);
}

static bool
is_asked(const struct filling *k, const struct type_form_section *s,
    const struct type_form_question *q)
{
	const struct questions_line *l;

	for (l = k->lines; l != NULL; l = l->next)
		if (l->section == s && l->asked && (q == NULL ||
		    l->question == q))
			return true;
	return false;
}

static void
draw_all(struct filling *k)
{
	const struct type_form_section *s;
	const struct type_form_question *q;
	struct view *part;

	for (s = k->m->form->sections; s != NULL; s = s->next) {
		if (!is_asked(k, s, NULL) &&
		    (s->rows == NULL || s->when != NULL))
			continue;
		part = view_item(k->rq->view, "sections");
		view_text(part, "label", message_label(&s->label,
		    k->rq->cx.lang));
		if (s->help.text[0] != NULL)
			view_text(part, "help", message_label(&s->help,
			    k->rq->cx.lang));
		if (s->rows != NULL) {
			draw_rows(k, part, s);
			continue;
		}
		for (q = s->questions; q != NULL; q = q->next)
			if (is_asked(k, s, q))
				draw(k, view_item(part, "fields"), s, q, 0);
	}
}

static enum err
show(struct request *rq, enum filled_state state, const char *template)
{
	struct filling k = { .rq = rq, .shown = "" };
	enum err e;

	if ((e = forms_open(rq, &k.d, &k.f)) != OK)
		return e;
	if (k.f->state != state && rq->method == GET)
		return reply_redirect(rq, "/dossiers/%s/forms/%lld",
		    rq->number, (long long)rq->no);
	if (facts_more(rq))
		facts_forgive(rq);
	if ((e = gather(&k)) != OK)
		return e;
	draw_all(&k);
	view_text(rq->view, "shown", k.shown);
	view_int(rq->view, "version", k.f->version);
	view_flag(rq->view, "stale", k.stale);
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
	return typed(rq, m->form, out);
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
