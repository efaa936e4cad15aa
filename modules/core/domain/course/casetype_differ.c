/* SPDX-License-Identifier: MIT */
/* Two versions of a type side by side: the words they are made of. */
#include "domain/course/casetype_differ.h"

#include <stdarg.h>
#include <string.h>

#include "domain/course/decision_show.h"
#include "domain/type/casetype.h"
#include "model/typeform.h"
#include "text/message.h"

const char *
casetype_differ_part(enum casetype_part part)
{
	static const char *const names[] = {
		[CASETYPE_WORDS] = N_("The type itself"),
		[CASETYPE_FIELDS] = N_("Fields"),
		[CASETYPE_PHASES] = N_("Phases"),
		[CASETYPE_PLAN] = N_("Plan"),
		[CASETYPE_DECISIONS] = N_("Decisions"),
		[CASETYPE_TABLES] = N_("Tables"),
		[CASETYPE_FORMS] = N_("Forms"),
		[CASETYPE_STANDARDS] = N_("Standard plans"),
		[CASETYPE_ROLES] = N_("Roles of people"),
		[CASETYPE_OUTCOMES] = N_("Outcomes"),
		[CASETYPE_RISKS] = N_("Steps of risk"),
		[CASETYPE_PAPERS] = N_("Kinds of documents")
	};

	return _(names[part]);
}

const char *
casetype_differ_kind(enum value_kind kind)
{
	static const char *const kinds[] = {
		[VALUE_TEXT] = N_("Text"), [VALUE_LINES] = N_("Lines of text"),
		[VALUE_NUMBER] = N_("Number"),
		[VALUE_MONEY] = N_("Amount of money"),
		[VALUE_DATE] = N_("Date"), [VALUE_CHOICE] = N_("Choice"),
		[VALUE_PERSON] = N_("Person"), [VALUE_FLAG] = N_("Yes or no")
	};

	return _(kinds[kind]);
}

struct casetype_difference *
casetype_differ_add(struct casetype_differ *x, enum casetype_how how,
    const char *code, const char *label)
{
	struct casetype_difference *d = arena_alloc(x->cx->arena, sizeof(*d));

	d->part = x->part;
	d->how = how;
	d->code = code;
	d->label = label;
	*x->tail = d;
	x->tail = &d->next;
	return d;
}

/* The first sentence on a thing makes it a difference. */
void
casetype_differ_say(struct casetype_differ *x, struct casetype_difference **d,
    const char *code, const char *label, const char *fmt, ...)
{
	struct casetype_detail *s = arena_alloc(x->cx->arena, sizeof(*s));
	struct casetype_detail **tail;
	va_list ap;

	if (*d == NULL)
		*d = casetype_differ_add(x, CASETYPE_CHANGED, code, label);
	va_start(ap, fmt);
	s->text = arena_vprintf(x->cx->arena, fmt, ap);
	va_end(ap);
	for (tail = &(*d)->details; *tail != NULL;)
		tail = &(*tail)->next;
	*tail = s;
}

bool
casetype_differ_same(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

void
casetype_differ_label(struct casetype_differ *x, struct casetype_difference **d,
    const char *code, const struct label *from, const struct label *to)
{
	const char *was = message_label(from, x->cx->lang);
	const char *is = message_label(to, x->cx->lang);
	int i;

	if (strcmp(was, is) != 0) {
		casetype_differ_say(x, d, code, is,
		    _("It was called “%s” before."), was);
		return;
	}
	for (i = 0; i < LANGUAGES; i++)
		if (!casetype_differ_same(from->text[i], to->text[i])) {
			casetype_differ_say(x, d, code, is, "%s",
			    _("Its name in other languages changed."));
			return;
		}
}

/* Those that both have stand in another order. */
static bool
another_order(const struct term *from, const struct term *to)
{
	const struct term *t, *last = NULL;

	for (; to != NULL; to = to->next) {
		if ((t = casetype_term(from, to->code)) == NULL)
			continue;
		if (last != NULL && casetype_term(last, t->code) == NULL)
			return true;
		last = t;
	}
	return false;
}

static void
differ_terms(struct casetype_differ *x, enum casetype_part part,
    const struct term *from, const struct term *to)
{
	struct casetype_difference *d;
	const struct term *t, *o;

	x->part = part;
	for (t = to; t != NULL; t = t->next) {
		d = NULL;
		if ((o = casetype_term(from, t->code)) == NULL)
			casetype_differ_add(x, CASETYPE_ADDED, t->code,
			    message_label(&t->label, x->cx->lang));
		else
			casetype_differ_label(x, &d, t->code,
			    &o->label, &t->label);
	}
	for (o = from; o != NULL; o = o->next)
		if (casetype_term(to, o->code) == NULL)
			casetype_differ_add(x, CASETYPE_REMOVED, o->code,
			    message_label(&o->label, x->cx->lang));
	d = NULL;
	if (another_order(from, to))
		casetype_differ_say(x, &d, "", _("Their order"), "%s",
		    _("They stand in another order now."));
}

static void
differ_words(struct casetype_differ *x)
{
	const char *was = message_label(&x->from->description, x->cx->lang);
	const char *is = message_label(&x->to->description, x->cx->lang);
	struct casetype_difference *d = NULL;

	x->part = CASETYPE_WORDS;
	casetype_differ_label(x, &d, "", &x->from->label, &x->to->label);
	d = NULL;
	if (strcmp(was, is) != 0)
		casetype_differ_say(x, &d, "", _("Description"),
		    _("It was “%s” before."), was);
	d = NULL;
	if (strcmp(x->from->prefix, x->to->prefix) != 0)
		casetype_differ_say(x, &d, "", _("Numbers of cases"),
		    _("They begin with %s now, with %s before."),
		    x->to->prefix, x->from->prefix);
}

static void
differ_decision(struct casetype_differ *x, const struct type_decision *from,
    const struct type_decision *to)
{
	const char *label = decision_show_name(x->cx, to);
	struct casetype_difference *d = NULL;

	if (to->label.text[0] != NULL && from->label.text[0] != NULL)
		casetype_differ_label(x, &d, to->code, &from->label,
		    &to->label);
	if (strcmp(from->decision, to->decision) != 0 ||
	    strcmp(from->model, to->model) != 0)
		casetype_differ_say(x, &d, to->code, label,
		    _("“%s” of %s decides it now, “%s” of %s before."),
		    to->decision, to->model, from->decision, from->model);
	if (from->automatic != to->automatic)
		casetype_differ_say(x, &d, to->code, label, "%s",
		    to->automatic ? _("It counts at once now.") :
		    _("A person confirms it now."));
	if (!casetype_differ_same(
	    from->field == NULL ? NULL : from->field->code,
	    to->field == NULL ? NULL : to->field->code))
		casetype_differ_say(x, &d, to->code, label, "%s",
		    to->field == NULL ?
		    _("Its result goes into no field any more.") :
		    arena_printf(x->cx->arena,
		    _("Its result goes into “%s” now."),
		    message_label(&to->field->label, x->cx->lang)));
}

static void
differ_decisions(struct casetype_differ *x)
{
	const struct type_decision *t, *o;

	x->part = CASETYPE_DECISIONS;
	for (t = x->to->decisions; t != NULL; t = t->next)
		if ((o = casetype_decision(x->from, t->code)) == NULL)
			casetype_differ_add(x, CASETYPE_ADDED, t->code,
			    decision_show_name(x->cx, t));
		else
			differ_decision(x, o, t);
	for (o = x->from->decisions; o != NULL; o = o->next)
		if (casetype_decision(x->to, o->code) == NULL)
			casetype_differ_add(x, CASETYPE_REMOVED, o->code,
			    decision_show_name(x->cx, o));
}

enum err
casetype_differ(struct ctx *cx, const struct casetype *from,
    const struct casetype *to, struct casetype_difference **out)
{
	struct casetype_differ x = { .cx = cx, .from = from, .to = to };
	enum err e;

	x.tail = &x.list;
	differ_words(&x);
	casetype_differ_fields(&x);
	differ_terms(&x, CASETYPE_PHASES, from->phases, to->phases);
	if ((e = casetype_differ_plan(&x)) != OK)
		return e;
	differ_decisions(&x);
	if ((e = casetype_differ_tables(&x)) != OK ||
	    (e = casetype_differ_forms(&x)) != OK ||
	    (e = casetype_differ_standards(&x)) != OK)
		return e;
	differ_terms(&x, CASETYPE_ROLES, from->roles, to->roles);
	differ_terms(&x, CASETYPE_OUTCOMES, from->outcomes, to->outcomes);
	differ_terms(&x, CASETYPE_RISKS, from->risks, to->risks);
	differ_terms(&x, CASETYPE_PAPERS, from->papers, to->papers);
	*out = x.list;
	return OK;
}

enum err
casetype_differ_form(struct ctx *cx, const struct casetype *type,
    const struct type_form *from, const struct type_form *to,
    struct casetype_difference **out)
{
	struct casetype_differ x = { .cx = cx, .from = type, .to = type,
	    .part = CASETYPE_FORMS };

	x.tail = &x.list;
	if (to != NULL)
		casetype_differ_forms_one(&x, from, to);
	else
		casetype_differ_add(&x, CASETYPE_REMOVED, from->code,
		    message_label(&from->label, cx->lang));
	*out = x.list;
	return OK;
}
