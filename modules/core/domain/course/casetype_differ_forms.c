/* SPDX-License-Identifier: MIT */
/* The forms of two versions of a type: what they ask otherwise. */
#include <string.h>

#include "domain/course/casetype_differ.h"
#include "domain/type/form_model.h"
#include "text/message.h"

/* The form that is compared, and what is said of a part of it. */
struct form_pair {
	struct casetype_differ *x;
	const struct type_form *from, *to;
};

static const char *
label(const struct form_pair *p, const struct label *l)
{
	return message_label(l, p->x->cx->lang);
}

/* "Interview: What would put it right?" */
static const char *
within(const struct form_pair *p, const struct type_form *f,
    const struct label *l)
{
	return arena_printf(p->x->cx->arena, _("%s: %s"),
	    label(p, &f->label), label(p, l));
}

static bool
same_label(const struct label *a, const struct label *b)
{
	int i;

	for (i = 0; i < LANGUAGES; i++)
		if (!casetype_differ_same(a->text[i], b->text[i]))
			return false;
	return true;
}

static void
say_when(struct form_pair *p, struct casetype_difference **d,
    const char *code, const char *name, const char *was, const char *is)
{
	if (casetype_differ_same(was, is))
		return;
	if (is == NULL)
		casetype_differ_say(p->x, d, code, name, "%s",
		    _("It is always asked now."));
	else
		casetype_differ_say(p->x, d, code, name,
		    _("It is asked where this holds now: %s"), is);
}

static int
points_of(const struct type_form_question *q, const char *code, bool *there)
{
	const struct type_form_points *p = q->points;

	while (p != NULL && strcmp(p->code, code) != 0)
		p = p->next;
	*there = p != NULL;
	return p == NULL ? 0 : p->points;
}

static void
say_points(struct form_pair *p, struct casetype_difference **d,
    const struct type_form_question *o, const struct type_form_question *q,
    const char *name)
{
	const struct term *t;
	bool had, has;
	int was, is;

	if (o->ticked != q->ticked)
		casetype_differ_say(p->x, d, q->field.code, name,
		    _("It gives %d points now, %d before."), q->ticked,
		    o->ticked);
	for (t = q->field.choices; t != NULL; t = t->next) {
		was = points_of(o, t->code, &had);
		is = points_of(q, t->code, &has);
		if (had && has && was != is)
			casetype_differ_say(p->x, d, q->field.code, name,
			    _("“%s” gives %d points now, %d before."),
			    label(p, &t->label), is, was);
	}
}

/* How many stand before it that both forms have. */
static int
place(const struct type_form *f, const struct type_form *other,
    const char *code)
{
	const struct type_form_question *q;
	const struct type_form_section *s;
	int n = 0;

	for (s = f->sections; s != NULL; s = s->next)
		for (q = s->questions; q != NULL; q = q->next) {
			if (strcmp(q->field.code, code) == 0)
				return n;
			n += form_model_question(other, q->field.code) !=
			    NULL;
		}
	return n;
}

static void
differ_question(struct form_pair *p, const struct type_form_question *o,
    const struct type_form_question *q)
{
	const char *name = within(p, p->to, &q->field.label);
	struct casetype_difference *d;

	d = casetype_differ_fields_one(p->x, &o->field, &q->field);
	if (d != NULL)
		d->label = name;
	else if (!same_label(&o->field.label, &q->field.label))
		casetype_differ_label(p->x, &d, q->field.code,
		    &o->field.label, &q->field.label);
	if (o->many != q->many)
		casetype_differ_say(p->x, &d, q->field.code, name, "%s",
		    q->many ? _("Several of them can be chosen now.") :
		    _("Only one of them can be chosen now."));
	say_when(p, &d, q->field.code, name, o->when, q->when);
	say_points(p, &d, o, q, name);
	if (place(p->from, p->to, q->field.code) != place(p->to, p->from,
	    q->field.code))
		casetype_differ_say(p->x, &d, q->field.code, name, "%s",
		    _("It stands at another place."));
	if (d != NULL)
		d->label = name;
}

static const struct type_form_section *
section_of(const struct type_form *f, const char *code)
{
	const struct type_form_section *s = f->sections;

	while (s != NULL && strcmp(s->code, code) != 0)
		s = s->next;
	return s;
}

static void
differ_section(struct form_pair *p, const struct type_form_section *s)
{
	const struct type_form_section *o = section_of(p->from, s->code);
	const char *name = within(p, p->to, &s->label);
	struct casetype_difference *d = NULL;

	if (o == NULL) {
		casetype_differ_add(p->x, CASETYPE_ADDED, s->code, name);
		return;
	}
	casetype_differ_label(p->x, &d, s->code, &o->label, &s->label);
	if (!same_label(&o->help, &s->help))
		casetype_differ_say(p->x, &d, s->code, name, "%s", _("What "
		    "helps to fill it in is worded otherwise."));
	say_when(p, &d, s->code, name, o->when, s->when);
	if ((o->rows == NULL) != (s->rows == NULL))
		casetype_differ_say(p->x, &d, s->code, name, "%s",
		    s->rows != NULL ? _("It can be filled in several times "
		    "now.") : _("It is filled in once now."));
	else if (s->rows != NULL && (o->rows->least != s->rows->least ||
	    o->rows->most != s->rows->most))
		casetype_differ_say(p->x, &d, s->code, name,
		    _("There are %d to %d rows now, %d to %d before."),
		    s->rows->least, s->rows->most, o->rows->least,
		    o->rows->most);
	if (d != NULL)
		d->label = name;
}

static void
differ_questions(struct form_pair *p)
{
	const struct type_form_question *q, *o;
	const struct type_form_section *s;

	for (s = p->to->sections; s != NULL; s = s->next) {
		differ_section(p, s);
		for (q = s->questions; q != NULL; q = q->next)
			if ((o = form_model_question(p->from,
			    q->field.code)) != NULL)
				differ_question(p, o, q);
			else
				casetype_differ_add(p->x, CASETYPE_ADDED,
				    q->field.code, within(p, p->to,
				    &q->field.label));
	}
	for (s = p->from->sections; s != NULL; s = s->next) {
		if (section_of(p->to, s->code) == NULL)
			casetype_differ_add(p->x, CASETYPE_REMOVED, s->code,
			    within(p, p->to, &s->label));
		for (q = s->questions; q != NULL; q = q->next)
			if (form_model_question(p->to, q->field.code) == NULL)
				casetype_differ_add(p->x, CASETYPE_REMOVED,
				    q->field.code, within(p, p->to,
				    &q->field.label));
	}
}

static bool
same_bands(const struct type_form_band *a, const struct type_form_band *b)
{
	for (; a != NULL && b != NULL; a = a->next, b = b->next)
		if (strcmp(a->code, b->code) != 0 || a->from != b->from ||
		    !same_label(&a->label, &b->label))
			return false;
	return a == NULL && b == NULL;
}

void
casetype_differ_forms_one(struct casetype_differ *x,
    const struct type_form *from, const struct type_form *to)
{
	struct form_pair p = { x, from, to };
	struct casetype_difference *d = NULL;
	const char *name = label(&p, &to->label);

	if (from == NULL) {
		casetype_differ_add(x, CASETYPE_ADDED, to->code, name);
		return;
	}
	casetype_differ_label(x, &d, to->code, &from->label, &to->label);
	if (!same_label(&from->help, &to->help))
		casetype_differ_say(x, &d, to->code, name, "%s", _("What "
		    "helps to fill it in is worded otherwise."));
	if (strcmp(from->compartment, to->compartment) != 0)
		casetype_differ_say(x, &d, to->code, name,
		    to->compartment[0] == '\0' ?
		    _("New ones are in no compartment any more: %s") :
		    _("New ones are in a compartment now: %s"),
		    to->compartment[0] == '\0' ? from->compartment :
		    to->compartment);
	if (!casetype_differ_same(from->score, to->score))
		casetype_differ_say(x, &d, to->code, name,
		    _("Its score is worked out otherwise now: %s"),
		    to->score == NULL ? _("the sum of the points") :
		    to->score);
	if (!same_bands(from->bands, to->bands))
		casetype_differ_say(x, &d, to->code, name, "%s",
		    _("What its score is called changed."));
	differ_questions(&p);
}

enum err
casetype_differ_forms(struct casetype_differ *x)
{
	const struct form_model *from, *to, *f, *o;
	enum err e;

	if ((e = form_model_all(x->cx, x->from, &from)) != OK ||
	    (e = form_model_all(x->cx, x->to, &to)) != OK)
		return e;
	x->part = CASETYPE_FORMS;
	for (f = to; f != NULL; f = f->next) {
		for (o = from; o != NULL && strcmp(o->form->code,
		    f->form->code) != 0;)
			o = o->next;
		casetype_differ_forms_one(x, o == NULL ? NULL : o->form,
		    f->form);
	}
	for (o = from; o != NULL; o = o->next) {
		for (f = to; f != NULL && strcmp(o->form->code,
		    f->form->code) != 0;)
			f = f->next;
		if (f == NULL)
			casetype_differ_add(x, CASETYPE_REMOVED,
			    o->form->code, message_label(&o->form->label,
			    x->cx->lang));
	}
	return OK;
}
