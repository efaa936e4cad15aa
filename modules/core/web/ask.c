/* SPDX-License-Identifier: MIT */
/* The questions of a form on a page, and what was typed to them. */
#include "web/ask.h"

#include <stdlib.h>
#include <string.h>

#include "domain/course/filled_answers.h"
#include "domain/type/casetype_name.h"
#include "text/message.h"
#include "web/facts.h"
#include "web/request.h"
#include "web/view.h"

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
enum err
ask_typed(struct request *rq, const struct type_form *form, struct value **out)
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

/* The mistakes of what was typed have been told already. */
enum err
ask_gather(struct ask *k)
{
	struct ctx *cx = &k->rq->cx;
	struct mistake *mistakes = cx->mistakes;
	const char *why = cx->why;
	struct value *all, *fit;
	enum err e;

	k->shown = "";
	k->answers = k->stored;
	if (k->rq->method != POST)
		return OK;
	if ((e = ask_typed(k->rq, k->m->form, &all)) != OK)
		return e;
	e = filled_answers_fit(cx, k->m->form, all, &fit);
	cx->mistakes = mistakes;
	cx->why = why;
	if (e != OK && e != ERR_INVALID)
		return e;
	k->answers = filled_answers_merge(cx, k->answers, fit);
	return OK;
}

static void
draw_many(struct ask *k, struct view *v,
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
theirs(struct ask *k, const struct type_form_question *q, int64_t no)
{
	const char *stored = filled_answers_text(k->stored,
	    q->field.code, no);

	if (!k->stale || strcmp(stored, filled_answers_text(k->answers,
	    q->field.code, no)) == 0)
		return NULL;
	return stored[0] == '\0' ? _("no answer") :
	    filled_answers_show(&k->rq->cx, q, stored);
}

static void
draw(struct ask *k, struct view *v, const struct type_form_section *s,
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
draw_row(struct ask *k, struct view *part,
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
next_row(struct ask *k, const struct type_form_section *s, int64_t after)
{
	const struct type_form_question *q;
	const struct questions_line *l;
	struct value *all = NULL, *v;
	int64_t next = 0;

	for (l = k->lines; l != NULL; l = l->next)
		if (l->section == s && l->row > after &&
		    (next == 0 || l->row < next))
			next = l->row;
	if (k->rq->method == POST && ask_typed(k->rq, k->m->form, &all) != OK)
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
draw_rows(struct ask *k, struct view *part,
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
is_asked(const struct ask *k, const struct type_form_section *s,
    const struct type_form_question *q)
{
	const struct questions_line *l;

	for (l = k->lines; l != NULL; l = l->next)
		if (l->section == s && l->asked && (q == NULL ||
		    l->question == q))
			return true;
	return false;
}

void
ask_draw(struct ask *k)
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
	view_text(k->rq->view, "shown", k->shown);
	view_flag(k->rq->view, "stale", k->stale);
}
