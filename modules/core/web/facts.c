/* SPDX-License-Identifier: MIT */
/* Fields of a case type between a page and the domain. */
#include "web/facts.h"

#include <string.h>

#include "domain/dossier/dossier_values.h"
#include "domain/people/person.h"
#include "domain/spine/sight.h"
#include "domain/type/casetype.h"
#include "domain/type/casetype_name.h"
#include "text/message.h"
#include "web/turn.h"

static void
choices(struct request *rq, struct view *v, const struct type_field *f)
{
	const struct term *t;
	struct view *item;

	for (t = f->choices; t != NULL; t = t->next) {
		item = view_item(v, "choices");
		view_text(item, "code", t->code);
		view_text(item, "label", message_label(&t->label, rq->cx.lang));
	}
}

/* A number is typed; whom it names is told, and staff are proposed. */
static void
people(struct request *rq, struct view *v, const struct type_field *f,
    const char *stored)
{
	struct person *p;
	struct view *item;

	view_flag(v, "person", true);
	if (stored[0] != '\0')
		view_text(v, "who", casetype_show(&rq->cx, f, stored));
	if (person_staff(&rq->cx, &p) != OK)
		return;
	for (; p != NULL; p = p->next) {
		item = view_item(v, "people");
		view_text(item, "number", p->number);
		view_text(item, "name", p->name);
	}
}

/* The list of mistakes calls a field as the page does. */
static void
label_mistakes(struct request *rq, const char *name, const char *label)
{
	struct mistake *m;

	for (m = rq->cx.mistakes; m != NULL; m = m->next)
		if (strcmp(m->field, name) == 0)
			m->label = label;
}

/* What the page gave the field to begin with, a draft, goes before what is
 * stored. */
static bool
started(struct request *rq, const char *name)
{
	size_t i;

	for (i = 0; i < rq->form->starts; i++)
		if (strcmp(rq->form->start[i].name, name) == 0)
			return true;
	return false;
}

/* One field, alone or in a row. */
static void
draw(struct request *rq, struct view *v, const struct type_field *f,
    int64_t no, const char *stored)
{
	const char *name = casetype_name(&rq->cx, f->code, no);

	view_text(v, "name", name);
	view_text(v, "label", message_label(&f->label, rq->cx.lang));
	view_text(v, "help", f->help.text[0] == NULL ? NULL :
	    message_label(&f->help, rq->cx.lang));
	view_flag(v, "required", f->required);
	view_flag(v, "lines", f->kind == VALUE_LINES);
	view_flag(v, "date", f->kind == VALUE_DATE);
	view_flag(v, "flag", f->kind == VALUE_FLAG);
	view_flag(v, "choice", f->kind == VALUE_CHOICE);
	view_flag(v, "number", f->kind == VALUE_NUMBER ||
	    f->kind == VALUE_MONEY);
	view_flag(v, "text", f->kind == VALUE_TEXT);
	if (f->kind == VALUE_CHOICE)
		choices(rq, v, f);
	else if (f->kind == VALUE_PERSON)
		people(rq, v, f, stored);
	/* What the viewer does not read is not put into a form: what is left
	 * empty stays, what is typed takes its place. */
	if (stored[0] != '\0' && sight_of(&rq->cx, f) != SIGHT_FULL) {
		view_flag(v, "required", false);
		view_text(v, "masked", casetype_show(&rq->cx, f, stored));
		return;
	}
	/* A box that was sent without its tick has none any more. */
	if (rq->form->sent && f->kind == VALUE_FLAG)
		form_start(rq, name, "");
	else if (!started(rq, name))
		form_start(rq, name, casetype_input(&rq->cx, f, stored));
}

/* The row of a group that these fields have after that one. */
static int64_t
row_of(const struct typed *fields, size_t n, const struct casetype *type,
    const struct type_group *g, int64_t after)
{
	struct casetype_named at;
	int64_t next = 0;

	for (; n > 0; n--, fields++)
		if (casetype_name_read(type, fields->name, &at) &&
		    at.group == g && at.no > after &&
		    (next == 0 || at.no < next))
			next = at.no;
	return next;
}

static int64_t
typed_row(struct request *rq, const struct casetype *type,
    const struct type_group *g, int64_t after)
{
	return row_of(rq->form->typed, rq->form->n, type, g, after);
}

static void
draw_row(struct request *rq, struct view *group, const struct casetype *type,
    const struct type_group *g, int64_t no, const struct value *values,
    bool fresh)
{
	const char *word = message_label(&g->label, rq->cx.lang);
	struct view *row = view_item(group, "rows"), *v;
	const struct type_field *f;
	bool focus = fresh && rq->form->sent;	/* its first field */

	view_flag(row, "begun", !fresh);
	word = arena_printf(rq->cx.arena, "%s %lld", word, (long long)no);
	view_text(row, "label", word);
	view_text(row, "name", casetype_name(&rq->cx, g->code, no));
	for (f = type->fields; f != NULL; f = f->next) {
		if (f->group != g || f->follows)
			continue;
		v = view_item(row, "fields");
		view_flag(v, "focus", focus);
		focus = false;
		draw(rq, v, f, no, casetype_value_text(values, f->code, no));
		label_mistakes(rq, casetype_name(&rq->cx, f->code, no),
		    arena_printf(rq->cx.arena, "%s: %s", word,
		    message_label(&f->label, rq->cx.lang)));
	}
}

/* The rows that there are, and an empty one: at the beginning, and whenever
 * one more is asked for. */
static void
draw_group(struct request *rq, struct view *v, const struct casetype *type,
    const struct type_group *g, const struct value *values)
{
	bool sent = rq->form->sent && typed_row(rq, type, g, 0) != 0;
	size_t starts = rq->form->starts;
	bool begun = row_of(rq->form->start, starts, type, g, 0) != 0;
	bool more = (!sent && !begun) ||
	    strcmp(form_text(rq, "more"), g->code) == 0;
	int64_t no = 0, last = 0;
	int rows = 0;

	view_flag(v, "group", true);
	view_text(v, "code", g->code);
	view_text(v, "name", casetype_name(&rq->cx, g->code, 0));
	view_text(v, "label", message_label(&g->plural, rq->cx.lang));
	view_text(v, "help", g->help.text[0] == NULL ? NULL :
	    message_label(&g->help, rq->cx.lang));
	view_flag(v, "required", g->least > 0);
	label_mistakes(rq, casetype_name(&rq->cx, g->code, 0),
	    message_label(&g->plural, rq->cx.lang));
	while ((no = sent ? typed_row(rq, type, g, no) : begun ?
	    row_of(rq->form->start, starts, type, g, no) :
	    casetype_value_row(type, values, g, no)) != 0) {
		draw_row(rq, v, type, g, no, values, false);
		last = no;
		rows++;
	}
	if (more && rows < g->most) {
		draw_row(rq, v, type, g, last + 1, values, true);
		rows++;
	}
	view_flag(v, "more", rows < g->most);
}

void
facts_draw(struct request *rq, struct view *v, const struct type_field *f,
    int64_t no, const char *stored, const char *label)
{
	draw(rq, v, f, no, stored);
	label_mistakes(rq, casetype_name(&rq->cx, f->code, no), label);
}

/* Who asked for a row more was not done. */
void
facts_forgive(struct request *rq)
{
	rq->cx.mistakes = NULL;
	rq->cx.why = NULL;
	rq->reply->status = 200;
}

static void
form(struct request *rq, struct view *page, const struct casetype *type,
    const struct value *values, bool later)
{
	const struct type_group *group = NULL;
	const struct type_field *f;

	if (facts_more(rq)) {
		facts_forgive(rq);
		rq->form->hold = true;	/* the files wait, too */
	}
	for (f = type->fields; f != NULL; f = f->next) {
		if ((f->later && !later) ||
		    (f->follows && f->group == NULL))
			continue;
		if (f->group == NULL) {
			draw(rq, view_item(page, "facts"), f, 0,
			    casetype_value_text(values, f->code, 0));
			label_mistakes(rq, casetype_name(&rq->cx, f->code,
			    0), message_label(&f->label, rq->cx.lang));
		} else if (f->group != group) {
			draw_group(rq, view_item(page, "facts"), type,
			    f->group, values);
		}
		group = f->group;
	}
}

void
facts_ask(struct request *rq, struct view *page, const struct casetype *type)
{
	form(rq, page, type, NULL, false);
}

void
facts_form(struct request *rq, struct view *page, const struct casetype *type,
    const struct value *values)
{
	form(rq, page, type, values, true);
}

void
facts_some(struct request *rq, struct view *page, const struct casetype *type,
    const struct value *values, const char *const *codes)
{
	struct type_field f;

	for (; *codes != NULL; codes++) {
		f = *casetype_field(type, *codes);
		f.required = f.required || f.kind == VALUE_CHOICE;
		draw(rq, view_item(page, "facts"), &f, 0,
		    casetype_value_text(values, f.code, 0));
		label_mistakes(rq, casetype_name(&rq->cx, f.code, 0),
		    message_label(&f.label, rq->cx.lang));
	}
}

bool
facts_more(const struct request *rq)
{
	return rq->form->sent && form_has(rq, "more");
}

/* A field that the type does not have was not on our page. */
static enum err
only_ours(struct request *rq, const struct casetype *type)
{
	struct casetype_named at;
	const char *name, *text;
	size_t n;

	for (n = 0; form_each(rq, "f.", n, &name, &text); n++)
		if (!casetype_name_read(type, name, &at) ||
		    (at.field != NULL && at.field->follows) ||
		    (at.field == NULL && (at.no == 0 ||
		    strcmp(text, "1") != 0)))
			return refuse(&rq->cx, ERR_REQUEST,
			    _("This form has no field “%s”."), name);
	return OK;
}

/* Does the form hold this one, of those that it may? */
static bool
is_asked(const char *name, const char *const *codes)
{
	for (; *codes != NULL; codes++)
		if (strcmp(name + strlen("f."), *codes) == 0)
			return true;
	return false;
}

enum err
facts_some_typed(struct request *rq, const struct casetype *type,
    const char *const *codes, struct value **out)
{
	struct value **tail = out;
	const char *name, *text;
	size_t n;

	*out = NULL;
	for (n = 0; form_each(rq, "f.", n, &name, &text); n++)
		if (!is_asked(name, codes))
			return refuse(&rq->cx, ERR_REQUEST,
			    _("This form has no field “%s”."), name);
	for (; *codes != NULL; codes++) {
		text = form_text(rq, casetype_name(&rq->cx, *codes, 0));
		if (text[0] == '\0')
			continue;
		*tail = arena_alloc(rq->cx.arena, sizeof(**tail));
		(*tail)->field = casetype_field(type, *codes)->code;
		(*tail)->text = text;
		tail = &(*tail)->next;
	}
	return OK;
}

/* Left empty by somebody who does not read what it holds. */
static bool
is_kept(struct request *rq, const struct type_field *f)
{
	return sight_of(&rq->cx, f) != SIGHT_FULL &&
	    form_text(rq, casetype_name(&rq->cx, f->code, 0))[0] == '\0';
}

static struct value **
add(struct request *rq, const struct type_field *f, int64_t no,
    struct value **tail)
{
	bool gone = no != 0 && form_has(rq, casetype_name(&rq->cx,
	    f->group->code, no));

	*tail = arena_alloc(rq->cx.arena, sizeof(**tail));
	(*tail)->field = f->code;
	(*tail)->no = no;
	(*tail)->text = gone ? "" :
	    form_text(rq, casetype_name(&rq->cx, f->code, no));
	return &(*tail)->next;
}

enum err
facts_typed(struct request *rq, const struct casetype *type,
    struct value **out)
{
	struct dossier_values *fit;
	const struct type_field *f;
	struct value **tail = out;
	int64_t no;
	enum err e;

	*out = NULL;
	if ((e = only_ours(rq, type)) != OK)
		return e;
	for (f = type->fields; f != NULL; f = f->next) {
		if (f->follows)
			continue;
		if (f->group == NULL && !is_kept(rq, f))
			tail = add(rq, f, 0, tail);
		for (no = 0; f->group != NULL &&
		    (no = typed_row(rq, type, f->group, no)) != 0;)
			tail = add(rq, f, no, tail);
	}
	e = dossier_values_fit(&rq->cx, type, NULL, *out, true, &fit);
	return e != OK ? e : refuse_any(&rq->cx) ? ERR_INVALID : OK;
}
