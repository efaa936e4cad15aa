/* SPDX-License-Identifier: MIT */
/* Runs the formulas of a type over the values of a dossier. */
#include "domain/dossier/dossier_computed.h"

#include <string.h>

#include "base/buf.h"
#include "base/config.h"
#include "domain/spine/calendar.h"
#include "domain/type/casetype.h"
#include "domain/type/casetype_computed.h"
#include "domain/type/casetype_feel.h"
#include "domain/type/formula.h"
#include "rules/time/worktime.h"
#include "text/message.h"

#define STEPS 100000	/* of one formula: it runs while others wait */

/* One formula in one row. Its notes stay in *ev. */
static struct feel_value
run(struct ctx *cx, const struct casetype *type, const struct value *values,
    const struct calendar *calendar, const struct casetype_formula *f,
    int64_t no, struct feel_eval *ev)
{
	const struct type_group *g = f->field->group;
	struct feel_frame whole = { NULL, NULL }, row = { &whole, NULL };

	feel_eval_start(ev, cx->arena, cx->now,
	    cx->conf == NULL ? cx->zone : cx->conf->timezone);
	ev->steps = STEPS;
	ev->calendar = calendar;
	if (f->feel == NULL)
		return feel_eval_null(ev, "the formula cannot be read");
	whole.values = casetype_feel_values(cx->arena, type, NULL, 0, values);
	if (g != NULL)
		row.values = casetype_feel_values(cx->arena, type, g, no,
		    values);
	return feel_type_coerce(ev, casetype_feel_type(f->field),
	    feel_run(f->feel, ev, g == NULL ? &whole : &row));
}

/* A row is there as long as somebody typed something in it. */
static bool
is_row(const struct casetype *type, const struct value *values,
    const struct type_group *g, int64_t no)
{
	const struct type_field *f;

	for (f = type->fields; f != NULL; f = f->next)
		if (f->group == g && f->computed == NULL &&
		    casetype_value_text(values, f->code, no)[0] != '\0')
			return true;
	return false;
}

struct computing {
	struct ctx *cx;
	const struct calendar *calendar;
	const struct casetype *type;
	struct value *values;		/* those before it, computed */
	struct dossier_values *changed, **tail;
};

/* Formulas that follow see the new value. */
static void
take(struct computing *c, const struct type_field *f, int64_t no,
    const char *text)
{
	struct value *v;

	if (strcmp(casetype_value_text(c->values, f->code, no), text) == 0)
		return;
	*c->tail = arena_alloc(c->cx->arena, sizeof(**c->tail));
	**c->tail = (struct dossier_values){ NULL, f, no, text };
	c->tail = &(*c->tail)->next;
	v = arena_alloc(c->cx->arena, sizeof(*v));
	*v = (struct value){ c->values, f->code, text, no, NULL };
	c->values = v;		/* before the old one: it is found first */
}

static void
compute(struct computing *c, const struct casetype_formula *f, int64_t no)
{
	const struct type_field *field = f->field;
	const char *text = "";
	struct feel_eval ev;
	struct feel_value v;

	if (field->group == NULL ||
	    is_row(c->type, c->values, field->group, no)) {
		v = run(c->cx, c->type, c->values, c->calendar, f, no, &ev);
		if (!casetype_feel_text(c->cx->arena, field, v, &text))
			text = "";
	}
	take(c, field, no, text);
}

struct dossier_values *
dossier_computed(struct ctx *cx, const struct dossier *d)
{
	struct computing c = { .cx = cx, .type = d->type,
	    .values = d->values };
	const struct casetype_formula *f;
	const struct type_group *g;
	int64_t no;

	c.tail = &c.changed;
	if (d->type->formulas != NULL)
		c.calendar = calendar_or_null(cx, d);
	for (f = d->type->formulas; f != NULL; f = f->next) {
		if ((g = f->field->group) == NULL)
			compute(&c, f, 0);
		for (no = 0; g != NULL && (no = casetype_value_row(c.type,
		    d->values, g, no)) != 0;)
			compute(&c, f, no);
	}
	return c.changed;
}

/* The label of a choice, for a string that is its code. */
static const char *
choice_word(struct ctx *cx, const struct casetype *type, const char *feel,
    const struct formula_piece *p)
{
	const struct type_field *f;
	const struct term *t;
	const char *code;

	if (p->len < 2)
		return NULL;
	code = arena_textn(cx->arena, p->text + 1, p->len - 2);
	for (f = type->fields; f != NULL; f = f->next)
		if (f->choices != NULL && formula_uses(feel, f->code) &&
		    (t = casetype_term(f->choices, code)) != NULL)
			return arena_printf(cx->arena, "“%s”",
			    message_label(&t->label, cx->lang));
	return NULL;
}

static const struct type_group *
group_of(const struct casetype *type, const struct formula_piece *p)
{
	const struct type_group *g = type->groups;

	while (g != NULL && !formula_is(p, g->code))
		g = g->next;
	return g;
}

static const struct type_field *
field_of(const struct casetype *type, const struct formula_piece *p)
{
	const struct type_field *f = type->fields;

	while (f != NULL && !formula_is(p, f->code))
		f = f->next;
	return f;
}

/* The label of what a name means, NULL: it is none of the type's. */
static const char *
label_of(struct ctx *cx, const struct casetype *type,
    const struct formula_piece *p)
{
	const struct type_field *f = field_of(type, p);
	const struct type_group *g = group_of(type, p);

	if (p->kind == FORMULA_NAME && g != NULL)
		return message_label(&g->plural, cx->lang);
	return f == NULL ? NULL : message_label(&f->label, cx->lang);
}

/* Blanks and ends of lines between the pieces become one blank. */
static void
add_tidy(struct buf *b, const struct formula_piece *p)
{
	size_t i;

	for (i = 0; i < p->len; i++)
		if (strchr(" \t\r\n", p->text[i]) == NULL)
			buf_add(b, p->text + i, 1);
		else if (b->len > 0 && b->data[b->len - 1] != ' ')
			buf_add(b, " ", 1);
}

const char *
dossier_computed_words(struct ctx *cx, const struct casetype *type,
    const char *feel)
{
	struct formula_piece p = { 0 };
	const char *at = feel, *word, *text;
	struct buf b = { 0 };

	while (formula_next(&at, &p)) {
		word = p.kind == FORMULA_OTHER ? NULL :
		    p.kind == FORMULA_STRING ?
		    choice_word(cx, type, feel, &p) : label_of(cx, type, &p);
		if (word != NULL)
			buf_add(&b, word, strlen(word));
		else
			add_tidy(&b, &p);
	}
	while (b.len > 0 && b.data[b.len - 1] == ' ')
		b.len--;
	text = arena_textn(cx->arena, b.data == NULL ? "" : b.data, b.len);
	buf_free(&b);
	return text;
}

struct telling {
	struct ctx *cx;
	const struct casetype *type;
	const struct value *values;
	const struct type_field *field;
	int64_t no;
	struct dossier_computed_why *out;
	struct dossier_computed_used **tail;
};

static int64_t
rows_of(const struct telling *t, const struct type_group *g)
{
	int64_t no = 0, n = 0;

	while ((no = casetype_value_row(t->type, t->values, g, no)) != 0)
		n++;
	return n;
}

static void
add_used(struct telling *t, const struct type_field *f, const char *label,
    const char *text, bool lacking)
{
	struct dossier_computed_used *u;

	u = arena_alloc(t->cx->arena, sizeof(*u));
	*u = (struct dossier_computed_used){ NULL, f, label, text,
	    lacking };
	*t->tail = u;
	t->tail = &u->next;
}

/* A field that the formula uses, and what keeps it from being used. */
static void
use_field(struct telling *t, const struct type_field *f)
{
	struct ctx *cx = t->cx;
	const char *label = message_label(&f->label, cx->lang);
	const char *text = casetype_value_text(t->values, f->code,
	    f->group == NULL ? 0 : t->no);

	bool foreign = casetype_feel_foreign(f, text);
	bool empty = text[0] == '\0' && f->kind != VALUE_FLAG;

	add_used(t, f, label, f->kind == VALUE_FLAG && text[0] == '\0' ?
	    _("No") : casetype_show(cx, f, text), foreign || empty);
	if (t->out->reason[0] != '\0')
		return;
	if (foreign)
		t->out->reason = arena_printf(cx->arena, _("“%s” is not in "
		    "%s, and the formula takes only amounts in %s."),
		    label, f->currency, f->currency);
	else if (empty)
		t->out->reason = arena_printf(cx->arena,
		    _("“%s” is not filled in."), label);
}

/* Amounts of rows that cannot be added to the others. */
static void
note_foreign(struct telling *t, const struct type_group *g)
{
	const struct type_field *f;
	int64_t no = 0;

	while ((no = casetype_value_row(t->type, t->values, g, no)) != 0)
		for (f = t->type->fields; f != NULL; f = f->next)
			if (f->group == g && casetype_feel_foreign(f,
			    casetype_value_text(t->values, f->code, no)))
				t->out->note = arena_printf(t->cx->arena,
				    _("“%s” in row %lld is not in %s and is "
				    "left out."), message_label(&f->label,
				    t->cx->lang), (long long)no, f->currency);
}

static void
use_group(struct telling *t, const struct type_group *g)
{
	const char *label = message_label(&g->plural, t->cx->lang);
	long n = (long)rows_of(t, g);

	add_used(t, NULL, label, arena_printf(t->cx->arena,
	    message_plural("%ld row", "%ld rows", n), n), n == 0);
	note_foreign(t, g);
	if (n == 0 && t->out->reason[0] == '\0')
		t->out->reason = arena_printf(t->cx->arena,
		    _("“%s” has no row."), label);
}

static void
use_all(struct telling *t)
{
	const struct type_field *f;
	const struct type_group *g;

	for (f = t->type->fields; f != NULL; f = f->next)
		if ((f->group == NULL || f->group == t->field->group) &&
		    formula_uses(t->field->computed, f->code))
			use_field(t, f);
	for (g = t->type->groups; g != NULL; g = g->next)
		if (formula_uses(t->field->computed, g->code))
			use_group(t, g);
}

/* Why a result is no value: what is missing says more than the language. */
static void
give_reason(struct telling *t, const struct casetype_formula *f)
{
	struct ctx *cx = t->cx;
	struct feel_eval ev;
	struct feel_value v;
	const char *text;
	bool fits;

	/* Whether it is a value does not hang on which calendar it is. */
	v = run(cx, t->type, t->values, &worktime_plain, f, t->no, &ev);
	fits = casetype_feel_text(cx->arena, t->field, v, &text);
	if (fits && v.kind != FEEL_NULL)
		t->out->reason = "";
	else if (!fits)
		t->out->reason = arena_printf(cx->arena, _("The result, %s, "
		    "does not fit this field."),
		    feel_value_write(cx->arena, v));
	else if (t->out->reason[0] == '\0')
		t->out->reason = ev.notes == NULL ?
		    _("The formula gives no value.") :
		    arena_printf(cx->arena, _("The formula gives no value: "
		    "%s."), ev.notes->text);
}

void
dossier_computed_why(struct ctx *cx, const struct casetype *type,
    const struct value *values, const struct type_field *field, int64_t no,
    struct dossier_computed_why *out)
{
	const struct casetype_formula *f = type->formulas;
	struct telling t = { cx, type, values, field, no, out, &out->used };

	*out = (struct dossier_computed_why){ .reason = "", .note = "" };
	out->formula = dossier_computed_words(cx, type, field->computed);
	use_all(&t);
	while (f != NULL && f->field != field)
		f = f->next;
	if (f != NULL)
		give_reason(&t, f);
}
