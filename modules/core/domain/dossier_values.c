/* SPDX-License-Identifier: MIT */
/* The type's fields of one dossier: checked, compared, written. */
#include "domain/dossier_values.h"

#include <string.h>

#include "domain/casetype.h"
#include "domain/dossier.h"
#include "store/store_dossier.h"
#include "text/message.h"

struct dossier_values {
	struct dossier_values *next;
	const struct type_field *field;
	const char *text;
};

static const struct value *
value_of(const struct value *list, const char *field)
{
	while (list != NULL && strcmp(list->field, field) != 0)
		list = list->next;
	return list;
}

static enum err
missing(struct ctx *cx, const struct type_field *f)
{
	return refuse_field(cx, arena_printf(cx->arena, "f.%s", f->code),
	    "%s", _("Fill this in."));
}

/* One typed value; a required field may not be emptied. */
static enum err
check(struct ctx *cx, const struct dossier *d, const struct value *v,
    struct dossier_values *out)
{
	enum err e;

	out->field = casetype_field(d->type, v->field);
	if (out->field == NULL)
		return refuse(cx, ERR_REQUEST, "%s",
		    _("This case has no such field. Open the page again."));
	e = casetype_value(cx, out->field, v->text, &out->text);
	if (e == OK && out->text[0] == '\0' && out->field->required &&
	    dossier_value(d, v->field)[0] != '\0')
		return missing(cx, out->field);
	return e;
}

enum err
dossier_values_check(struct ctx *cx, struct dossier *d,
    const struct value *typed, bool whole, struct dossier_values **out)
{
	const struct type_field *f;
	const struct value *v;
	struct dossier_values **tail = out;
	enum err e, bad = OK;

	*out = NULL;
	if ((e = store_dossier_values(cx, d)) != OK)
		return e;
	for (v = typed; v != NULL; v = v->next) {
		*tail = arena_alloc(cx->arena, sizeof(**tail));
		e = check(cx, d, v, *tail);
		if (e == ERR_INVALID)
			bad = e;
		else if (e != OK)
			return e;
		tail = &(*tail)->next;
	}
	for (f = whole ? d->type->fields : NULL; f != NULL; f = f->next) {
		v = value_of(typed, f->code);
		if (f->required && (v == NULL ||
		    v->text[strspn(v->text, " \t\r\n")] == '\0'))
			bad = missing(cx, f);
	}
	return bad;
}

static enum err
put(struct ctx *cx, const struct dossier *d, const struct dossier_values *t)
{
	struct store_dossier_value row = { .field = t->field->code };
	struct casetype_columns columns;
	enum err e;

	if (t->text[0] == '\0')
		return store_dossier_value_drop(cx, d, row.field);
	if ((e = casetype_columns(cx, t->field, t->text, &columns)) != OK)
		return e;
	row.text = t->text;
	row.key = columns.key;
	row.counted = columns.has_number;
	row.number = columns.number;
	row.date = columns.date;
	return store_dossier_value_put(cx, d, &row);
}

enum err
dossier_values_write(struct ctx *cx, struct dossier *d,
    const struct dossier_values *t, struct event_body *b, size_t *changed)
{
	const char *before, *name;
	enum err e;

	*changed = 0;
	for (; t != NULL; t = t->next) {
		before = dossier_value(d, t->field->code);
		if (strcmp(before, t->text) == 0)
			continue;
		if ((e = put(cx, d, t)) != OK)
			return e;
		name = arena_printf(cx->arena, "f.%s", t->field->code);
		event_before(b, name, before);
		event_after(b, name, t->text);
		++*changed;
	}
	return *changed == 0 ? OK : store_dossier_values(cx, d);
}

/* Means the same in the other type. */
static bool
fits(const struct type_field *old, const struct type_field *f,
    const char *text)
{
	return old != NULL && f != NULL && old->kind == f->kind &&
	    old->decimals == f->decimals && (f->kind != VALUE_CHOICE ||
	    casetype_term(f->choices, text) != NULL);
}

enum err
dossier_values_convert(struct ctx *cx, struct dossier *d,
    const struct casetype *old, struct event_body *b)
{
	const struct value *v;
	enum err e;

	if ((e = store_dossier_values(cx, d)) != OK)
		return e;
	for (v = d->values; v != NULL; v = v->next) {
		if (fits(casetype_field(old, v->field),
		    casetype_field(d->type, v->field), v->text))
			continue;
		if ((e = store_dossier_value_drop(cx, d, v->field)) != OK)
			return e;
		event_before(b, arena_printf(cx->arena, "f.%s", v->field),
		    v->text);
		event_after(b, arena_printf(cx->arena, "f.%s", v->field), "");
	}
	return store_dossier_values(cx, d);
}
