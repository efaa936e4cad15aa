/* SPDX-License-Identifier: MIT */
/* Fields of a case type between a page and the domain. */
#include "web/facts.h"

#include <string.h>

#include "domain/casetype.h"
#include "domain/person.h"
#include "text/message.h"
#include "web/request.h"
#include "web/view.h"

static const char *
value_of(const struct value *values, const char *code)
{
	for (; values != NULL; values = values->next)
		if (strcmp(values->field, code) == 0)
			return values->text;
	return "";
}

static const char *
form_name(struct request *rq, const struct type_field *f)
{
	return arena_printf(rq->cx.arena, "f.%s", f->code);
}

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

static void
form(struct request *rq, struct view *page, const struct casetype *type,
    const struct value *values, bool later)
{
	const struct type_field *f;
	const char *name, *label;
	struct view *v;

	for (f = type->fields; f != NULL; f = f->next) {
		if (f->later && !later)
			continue;
		name = form_name(rq, f);
		v = view_item(page, "facts");
		view_text(v, "name", name);
		label = message_label(&f->label, rq->cx.lang);
		label_mistakes(rq, name, label);
		view_text(v, "label", label);
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
			people(rq, v, f, value_of(values, f->code));
		form_start(rq, name, casetype_input(&rq->cx, f,
		    value_of(values, f->code)));
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

/* A field that the type does not have was not on our page. */
static enum err
only_ours(struct request *rq, const struct casetype *type)
{
	const char *name, *text;
	size_t n;

	for (n = 0; form_each(rq, "f.", n, &name, &text); n++)
		if (casetype_field(type, name + 2) == NULL)
			return refuse(&rq->cx, ERR_REQUEST,
			    _("This form has no field “%s”."), name);
	return OK;
}

enum err
facts_typed(struct request *rq, const struct casetype *type,
    struct value **out)
{
	struct value **tail = out, *value;
	const struct type_field *f;
	const char *name, *canonical;
	enum err e;

	*out = NULL;
	if ((e = only_ours(rq, type)) != OK)
		return e;
	for (f = type->fields; f != NULL; f = f->next) {
		name = form_name(rq, f);
		if (casetype_value(&rq->cx, f, form_text(rq, name),
		    &canonical) != OK)
			continue;
		if (f->required && canonical[0] == '\0') {
			refuse_field(&rq->cx, name, _("Please fill this in."));
			continue;
		}
		value = arena_alloc(rq->cx.arena, sizeof(*value));
		value->field = f->code;
		value->text = form_text(rq, name);
		*tail = value;
		tail = &value->next;
	}
	return refuse_any(&rq->cx) ? ERR_INVALID : OK;
}

void
facts_show(struct request *rq, struct view *page, const struct casetype *type,
    const struct value *values, bool all)
{
	const struct type_field *f;
	const char *text;
	struct view *v;

	for (f = type->fields; f != NULL; f = f->next) {
		text = value_of(values, f->code);
		if (text[0] == '\0' && !all)
			continue;
		v = view_item(page, "facts");
		view_text(v, "label", message_label(&f->label, rq->cx.lang));
		view_text(v, "text", casetype_show(&rq->cx, f, text));
	}
}
