/* SPDX-License-Identifier: MIT */
/* The type's fields of one dossier: checked, compared, written. */
#include "domain/dossier/dossier_values.h"

#include <string.h>

#include "domain/dossier/dossier_computed.h"
#include "domain/type/casetype.h"
#include "domain/type/casetype_name.h"
#include "store/store_dossier.h"
#include "text/message.h"

struct fitting {		/* typed values beside those that are stored */
	struct ctx *cx;
	const struct casetype *type;
	const struct value *stored;
	struct dossier_values *typed;
	bool whole;
	enum err bad;
};

/* The same in both lists. */
static int64_t
next_row(const struct fitting *t, const struct type_group *g, int64_t after)
{
	const struct dossier_values *v;
	int64_t next;

	next = casetype_value_row(t->type, t->stored, g, after);
	for (v = t->typed; v != NULL; v = v->next)
		if (v->field->group == g && v->no > after &&
		    (next == 0 || v->no < next))
			next = v->no;
	return next;
}

/* A value as it will be. */
static const char *
text_after(const struct fitting *t, const struct type_field *f, int64_t no)
{
	const struct dossier_values *v;

	for (v = t->typed; v != NULL; v = v->next)
		if (v->field == f && v->no == no)
			return v->text;
	return casetype_value_text(t->stored, f->code, no);
}

/* One typed value; an unfit one stays as it was typed: it is not empty. */
static enum err
take(struct fitting *t, const struct value *v, struct dossier_values *out)
{
	const struct type_field *f = casetype_field(t->type, v->field);
	struct type_field named;
	enum err e;

	if (f != NULL && f->checked)
		return refuse(t->cx, ERR_REQUEST, _("“%s” is what the "
		    "conflict check says; decide that."),
		    message_label(&f->label, t->cx->lang));
	if (f != NULL && f->computed != NULL)
		return refuse(t->cx, ERR_REQUEST, _("“%s” is computed from "
		    "other fields; change those."),
		    message_label(&f->label, t->cx->lang));
	if (f == NULL || (f->group == NULL && v->no != 0))
		return refuse(t->cx, ERR_REQUEST, "%s",
		    _("This case has no such field. Open the page again."));
	out->field = f;
	out->no = f->group != NULL && v->no == 0 ? 1 : v->no;
	named = *f;	/* so that a mistake stands beside its row */
	if (out->no != 0)
		named.code = arena_printf(t->cx->arena, "%s.%lld", f->code,
		    (long long)out->no);
	e = casetype_value(t->cx, &named, v->text, &out->text);
	if (e == ERR_INVALID) {
		out->text = v->text;
		t->bad = e;
		return OK;
	}
	return e;
}

static void
missing(struct fitting *t, const struct type_field *f, int64_t no)
{
	t->bad = refuse_field(t->cx, casetype_name(t->cx, f->code, no), "%s",
	    _("Fill this in."));
}

/* A required field may not be emptied; what lacks it from before may stay
 * so until somebody asks for the whole. */
static void
need(struct fitting *t, const struct type_field *f, int64_t no, bool whole)
{
	if (f->required && text_after(t, f, no)[0] == '\0' && (whole ||
	    casetype_value_text(t->stored, f->code, no)[0] != '\0'))
		missing(t, f, no);
}

/* Whether a row has anything: as it will be, or as it was. */
static bool
filled(const struct fitting *t, const struct type_group *g, int64_t no,
    bool before)
{
	const struct type_field *f;

	for (f = t->type->fields; f != NULL; f = f->next)
		if (f->group == g && f->computed == NULL && (before ?
		    casetype_value_text(t->stored, f->code, no) :
		    text_after(t, f, no))[0] != '\0')
			return true;
	return false;
}

/* Enough rows and not too many, but for those that were there before. */
static void
count_rows(struct fitting *t, const struct type_group *g, int rows,
    int before)
{
	const char *name = casetype_name(t->cx, g->code, 0);

	if (rows > g->most && rows > before)
		t->bad = refuse_field(t->cx, name, message_plural(
		    "There may be only %ld row here. Remove some.",
		    "There may be only %ld rows here. Remove some.",
		    g->most), (long)g->most);
	if (rows < g->least && (rows < before ||
	    (t->whole && (rows > 0 || !g->later))))
		t->bad = refuse_field(t->cx, name, message_plural(
		    "Fill in at least %ld row.",
		    "Fill in at least %ld rows.",
		    g->least), (long)g->least);
}

static void
fit_group(struct fitting *t, const struct type_group *g)
{
	const struct type_field *f;
	int rows = 0, before = 0;
	bool was;
	int64_t no;

	for (no = 0; (no = next_row(t, g, no)) != 0;) {
		was = filled(t, g, no, true);
		before += was;
		if (!filled(t, g, no, false))
			continue;
		rows++;
		for (f = t->type->fields; f != NULL; f = f->next)
			if (f->group == g)
				need(t, f, no, t->whole || !was);
	}
	count_rows(t, g, rows, before);
}

enum err
dossier_values_fit(struct ctx *cx, const struct casetype *type,
    const struct value *stored, const struct value *typed, bool whole,
    struct dossier_values **out)
{
	struct fitting t = { cx, type, stored, NULL, whole, OK };
	struct dossier_values **tail = &t.typed;
	const struct type_field *f;
	const struct type_group *g;
	enum err e;

	for (; typed != NULL; typed = typed->next) {
		*tail = arena_alloc(cx->arena, sizeof(**tail));
		if ((e = take(&t, typed, *tail)) != OK)
			return e;
		tail = &(*tail)->next;
	}
	for (f = type->fields; f != NULL; f = f->next)
		if (f->group == NULL)
			need(&t, f, 0, whole);
	for (g = type->groups; g != NULL; g = g->next)
		fit_group(&t, g);
	*out = t.typed;
	return t.bad;
}

enum err
dossier_values_check(struct ctx *cx, struct dossier *d,
    const struct value *typed, bool whole, struct dossier_values **out)
{
	enum err e;

	*out = NULL;
	if ((e = store_dossier_values(cx, d)) != OK)
		return e;
	return dossier_values_fit(cx, d->type, d->values, typed, whole, out);
}

static enum err
put(struct ctx *cx, const struct dossier *d, const struct dossier_values *t)
{
	struct store_dossier_value row = { .field = t->field->code,
	    .no = t->no };
	struct casetype_columns columns;
	enum err e;

	if (t->text[0] == '\0')
		return store_dossier_value_drop(cx, d, row.field, row.no);
	if ((e = casetype_columns(cx, t->field, t->text, &columns)) != OK)
		return e;
	row.text = t->text;
	row.key = columns.key;
	row.counted = columns.has_number;
	row.number = columns.number;
	row.date = columns.date;
	return store_dossier_value_put(cx, d, &row);
}

/* Rows behind the last stored one: in a form some of them stayed empty. */
static void
close_gaps(const struct fitting *t, const struct type_group *g)
{
	struct dossier_values *v;
	int64_t last = 0, no;

	while ((no = casetype_value_row(t->type, t->stored, g, last)) != 0)
		last = no;
	for (no = last; (no = next_row(t, g, no)) != 0;) {
		if (!filled(t, g, no, false))
			continue;
		last++;
		for (v = t->typed; v != NULL; v = v->next)
			if (v->field->group == g && v->no == no)
				v->no = last;
	}
}

/* Puts those that differ from what is stored, and tells. */
static enum err
put_all(struct ctx *cx, const struct dossier *d, struct dossier_values *v,
    struct event_body *b, size_t *changed)
{
	const char *before, *name;
	enum err e;

	for (; v != NULL; v = v->next) {
		before = casetype_value_text(d->values, v->field->code,
		    v->no);
		if (strcmp(before, v->text) == 0 && !v->anew)
			continue;
		if ((e = put(cx, d, v)) != OK)
			return e;
		if (strcmp(before, v->text) == 0)
			continue;
		name = casetype_name(cx, v->field->code, v->no);
		event_before(b, name, before);
		event_after(b, name, v->text);
		++*changed;
	}
	return OK;
}

enum err
dossier_values_compute(struct ctx *cx, struct dossier *d,
    struct event_body *b, size_t *changed)
{
	struct dossier_values *all, *v;
	const char *names = "";
	enum err e;

	if (d->type->formulas == NULL)
		return OK;
	if ((e = store_dossier_values(cx, d)) != OK ||
	    (all = dossier_computed(cx, d)) == NULL)
		return e;
	for (v = all; v != NULL; v = v->next)
		names = arena_printf(cx->arena, "%s%s%s", names,
		    v == all ? "" : " ", casetype_name(cx, v->field->code,
		    v->no));
	event_fact(b, "computed", names);
	if ((e = put_all(cx, d, all, b, changed)) != OK)
		return e;
	return store_dossier_values(cx, d);
}

enum err
dossier_values_write(struct ctx *cx, struct dossier *d,
    struct dossier_values *typed, struct event_body *b, size_t *changed)
{
	struct fitting t = { cx, d->type, d->values, typed, false, OK };
	const struct type_group *g;
	enum err e;

	*changed = 0;
	for (g = d->type->groups; g != NULL; g = g->next)
		close_gaps(&t, g);
	if ((e = put_all(cx, d, typed, b, changed)) != OK ||
	    (*changed > 0 && (e = store_dossier_values(cx, d)) != OK))
		return e;
	return dossier_values_compute(cx, d, b, changed);
}

static bool
same_group(const struct type_group *a, const struct type_group *b)
{
	return a == NULL || b == NULL ? a == b :
	    strcmp(a->code, b->code) == 0;
}

/* Means the same in the other type. */
static bool
fits(const struct type_field *old, const struct type_field *f,
    const char *text)
{
	return old != NULL && f != NULL && old->kind == f->kind &&
	    old->decimals == f->decimals &&
	    same_group(old->group, f->group) && (f->kind != VALUE_CHOICE ||
	    casetype_term(f->choices, text) != NULL);
}

enum err
dossier_values_convert(struct ctx *cx, struct dossier *d,
    const struct casetype *old, struct event_body *b)
{
	const struct value *v;
	const char *name;
	size_t changed = 0;
	enum err e;

	if ((e = store_dossier_values(cx, d)) != OK)
		return e;
	for (v = d->values; v != NULL; v = v->next) {
		if (fits(casetype_field(old, v->field),
		    casetype_field(d->type, v->field), v->text))
			continue;
		if ((e = store_dossier_value_drop(cx, d, v->field,
		    v->no)) != OK)
			return e;
		name = casetype_name(cx, v->field, v->no);
		event_before(b, name, v->text);
		event_after(b, name, "");
	}
	return dossier_values_compute(cx, d, b, &changed);
}
