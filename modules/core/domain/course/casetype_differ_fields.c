/* SPDX-License-Identifier: MIT */
/* The fields of two versions of a type: what is asked otherwise. */
#include <string.h>

#include "domain/course/casetype_differ.h"
#include "domain/type/casetype.h"
#include "text/message.h"
#include "text/number.h"

/* One field in both, and what is said of it. */
struct field_pair {
	struct casetype_differ *x;
	const struct type_field *from, *to;
	const char *label;
	struct casetype_difference *d;
};

#define say(p, ...)							\
	casetype_differ_say((p)->x, &(p)->d, (p)->to->code, (p)->label,	\
	    __VA_ARGS__)

static const char *
in_language(const struct field_pair *p, const struct label *l)
{
	return l->text[0] == NULL ? "" : message_label(l, p->x->cx->lang);
}

static void
field_words(struct field_pair *p)
{
	const char *was = in_language(p, &p->from->label);

	if (strcmp(was, p->label) != 0)
		say(p, _("It was called “%s” before."), was);
	if (strcmp(in_language(p, &p->from->help),
	    in_language(p, &p->to->help)) != 0)
		say(p, "%s", _("What helps to fill it in is worded "
		    "otherwise."));
	if (p->from->kind != p->to->kind)
		say(p, _("It is of the kind “%s” now, before “%s”."),
		    casetype_differ_kind(p->to->kind),
		    casetype_differ_kind(p->from->kind));
}

static void
field_asked(struct field_pair *p)
{
	if (p->from->required != p->to->required)
		say(p, "%s", p->to->required ?
		    _("It has to be filled in now.") :
		    _("It need not be filled in any more."));
	if (p->from->later != p->to->later)
		say(p, "%s", p->to->later ?
		    _("It is found out in the work now.") :
		    _("It is asked at the beginning now."));
	if (p->from->listed != p->to->listed)
		say(p, "%s", p->to->listed ?
		    _("Lists can be filtered by it now.") :
		    _("Lists cannot be filtered by it any more."));
	if (p->from->due != p->to->due)
		say(p, "%s", p->to->due ?
		    _("It sets the due date now.") :
		    _("It does not set the due date any more."));
}

static void
field_group(struct field_pair *p)
{
	const struct type_group *a = p->from->group, *b = p->to->group;

	if (a == NULL ? b == NULL : b != NULL && strcmp(a->code,
	    b->code) == 0)
		return;
	if (b == NULL)
		say(p, "%s", _("It stands alone now, not in rows."));
	else
		say(p, _("It stands in each row of “%s” now."),
		    message_label(&b->plural, p->x->cx->lang));
}

static void
field_choices(struct field_pair *p)
{
	const char *lang = p->x->cx->lang, *was;
	const struct term *t, *o;

	for (t = p->to->choices; t != NULL; t = t->next) {
		o = casetype_term(p->from->choices, t->code);
		if (o == NULL) {
			say(p, _("“%s” can be chosen now."),
			    message_label(&t->label, lang));
			continue;
		}
		was = message_label(&o->label, lang);
		if (strcmp(was, message_label(&t->label, lang)) != 0)
			say(p, _("The choice “%s” is called “%s” now."), was,
			    message_label(&t->label, lang));
	}
	for (o = p->from->choices; o != NULL; o = o->next)
		if (casetype_term(p->to->choices, o->code) == NULL)
			say(p, _("“%s” cannot be chosen any more."),
			    message_label(&o->label, lang));
}

static const char *
bounds(struct ctx *cx, const struct type_field *f)
{
	if (!f->bounded)
		return _("any");
	return arena_printf(cx->arena, "%s … %s",
	    number_text(cx->arena, cx->lang, f->least, f->decimals),
	    number_text(cx->arena, cx->lang, f->most, f->decimals));
}

/* What may be filled in; of the same kind. */
static void
field_limits(struct field_pair *p)
{
	const struct type_field *a = p->from, *b = p->to;

	if (a->kind == VALUE_NUMBER && a->decimals != b->decimals)
		say(p, message_plural("It has %ld decimal place now.",
		    "It has %ld decimal places now.", b->decimals),
		    (long)b->decimals);
	if (a->kind == VALUE_NUMBER && (a->bounded != b->bounded ||
	    a->least != b->least || a->most != b->most))
		say(p, _("Numbers that fit: %s now, %s before."),
		    bounds(p->x->cx, b), bounds(p->x->cx, a));
	if (a->kind == VALUE_MONEY && strcmp(a->currency, b->currency) != 0)
		say(p, _("It is in %s now, in %s before."), b->currency,
		    a->currency);
	if ((a->kind == VALUE_TEXT || a->kind == VALUE_LINES) &&
	    a->max != b->max)
		say(p, _("It takes %zu characters now, %zu before."), b->max,
		    a->max);
	if (a->kind == VALUE_CHOICE)
		field_choices(p);
}

static void
field_computed(struct field_pair *p)
{
	const char *was = p->from->computed, *is = p->to->computed;

	if (was == NULL && is != NULL)
		say(p, _("It is computed now: %s"), is);
	else if (was != NULL && is == NULL)
		say(p, "%s", _("It is not computed any more: people fill it "
		    "in."));
	else if (was != NULL && strcmp(was, is) != 0)
		say(p, _("It is computed otherwise now: %s (before: %s)"), is,
		    was);
}

struct casetype_difference *
casetype_differ_fields_one(struct casetype_differ *x,
    const struct type_field *from, const struct type_field *to)
{
	struct field_pair p = { x, from, to,
	    message_label(&to->label, x->cx->lang), NULL };

	field_words(&p);
	field_group(&p);
	field_asked(&p);
	if (from->kind == to->kind)
		field_limits(&p);
	field_computed(&p);
	return p.d;
}

static const struct type_group *
group_of(const struct type_group *g, const char *code)
{
	while (g != NULL && strcmp(g->code, code) != 0)
		g = g->next;
	return g;
}

/* How many rows there may be; what stands in them are fields. */
static void
differ_groups(struct casetype_differ *x)
{
	const struct type_group *g, *o;
	struct casetype_difference *d;
	const char *label;

	for (g = x->to->groups; g != NULL; g = g->next) {
		if ((o = group_of(x->from->groups, g->code)) == NULL ||
		    (o->least == g->least && o->most == g->most))
			continue;
		label = message_label(&g->plural, x->cx->lang);
		d = NULL;
		casetype_differ_say(x, &d, g->code, label,
		    _("There are %d to %d rows now, %d to %d before."),
		    g->least, g->most, o->least, o->most);
	}
}

void
casetype_differ_fields(struct casetype_differ *x)
{
	const struct type_field *f, *o;

	x->part = CASETYPE_FIELDS;
	for (f = x->to->fields; f != NULL; f = f->next)
		if ((o = casetype_field(x->from, f->code)) == NULL)
			casetype_differ_add(x, CASETYPE_ADDED, f->code,
			    message_label(&f->label, x->cx->lang));
		else
			casetype_differ_fields_one(x, o, f);
	for (o = x->from->fields; o != NULL; o = o->next)
		if (casetype_field(x->to, o->code) == NULL)
			casetype_differ_add(x, CASETYPE_REMOVED, o->code,
			    message_label(&o->label, x->cx->lang));
	differ_groups(x);
}
