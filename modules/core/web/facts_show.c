/* SPDX-License-Identifier: MIT */
/* Fields of a case type for reading: alone in a list, in rows as a table. */
#include "web/facts.h"

#include "domain/dossier/dossier_computed.h"
#include "domain/spine/sight.h"
#include "domain/type/casetype.h"
#include "domain/type/casetype_former.h"
#include "text/message.h"
#include "web/request.h"
#include "web/view.h"

/* How a computed field comes to its value, or why it has none. */
static void
show_computed(struct request *rq, struct view *v, const struct casetype *type,
    const struct value *values, const struct type_field *f)
{
	struct dossier_computed_why why;
	const struct dossier_computed_used *u;
	struct view *item;

	view_flag(v, "computed", true);
	dossier_computed_why(&rq->cx, type, values, f, 0, &why);
	view_text(v, "formula", why.formula);
	view_text(v, "reason", why.reason);
	view_text(v, "note", why.note);
	if (f->help.text[0] != NULL)
		view_text(v, "help", message_label(&f->help, rq->cx.lang));
	for (u = why.used; u != NULL; u = u->next) {
		item = view_item(v, "used");
		view_text(item, "label", u->label);
		view_text(item, "text", u->text);
		view_flag(item, "computed", u->field != NULL &&
		    u->field->computed != NULL);
	}
}

static void
show_row(struct request *rq, struct view *row, const struct casetype *type,
    const struct type_group *g, int64_t no, const struct value *values)
{
	const struct type_field *f;
	struct view *v;

	view_int(row, "no", no);
	for (f = type->fields; f != NULL; f = f->next) {
		if (f->group != g)
			continue;
		v = view_item(row, "cells");
		view_text(v, "label", message_label(&f->label, rq->cx.lang));
		view_text(v, "text", casetype_show(&rq->cx, f,
		    casetype_value_text(values, f->code, no)));
		view_flag(v, "num", f->kind == VALUE_NUMBER ||
		    f->kind == VALUE_MONEY);
	}
}

/* Of a column that is computed: how, and which rows have no value and why. */
static void
show_formula(struct request *rq, struct view *group,
    const struct casetype *type, const struct value *values,
    const struct type_field *f)
{
	struct view *v = view_item(group, "formulas"), *row;
	struct dossier_computed_why why;
	int64_t no = 0;

	view_text(v, "label", message_label(&f->label, rq->cx.lang));
	if (f->help.text[0] != NULL)
		view_text(v, "help", message_label(&f->help, rq->cx.lang));
	while ((no = casetype_value_row(type, values, f->group, no)) != 0) {
		dossier_computed_why(&rq->cx, type, values, f, no, &why);
		view_text(v, "formula", why.formula);
		if (why.reason[0] == '\0')
			continue;
		row = view_item(v, "rows");
		view_int(row, "no", no);
		view_text(row, "reason", why.reason);
	}
}

static void
show_group(struct request *rq, struct view *page, const struct casetype *type,
    const struct type_group *g, const struct value *values)
{
	int64_t no = casetype_value_row(type, values, g, 0);
	const struct type_field *f;
	struct view *v, *column;

	if (no == 0)
		return;
	v = view_option(page, "groups", g->code,
	    message_label(&g->plural, rq->cx.lang));
	for (f = type->fields; f != NULL; f = f->next) {
		if (f->group != g)
			continue;
		column = view_item(v, "columns");
		view_text(column, "label",
		    message_label(&f->label, rq->cx.lang));
		view_flag(column, "num", f->kind == VALUE_NUMBER ||
		    f->kind == VALUE_MONEY);
		view_flag(column, "computed", f->computed != NULL);
		if (f->computed != NULL)
			show_formula(rq, v, type, values, f);
	}
	for (; no != 0; no = casetype_value_row(type, values, g, no))
		show_row(rq, view_item(v, "rows"), type, g, no, values);
}

/* What fields held that the type had in another version. */
static void
show_former(struct request *rq, struct view *page,
    const struct casetype *type, const struct value *values)
{
	struct casetype_former *f;
	const char *label;
	int64_t n = 0;
	struct view *v;

	if (casetype_former(&rq->cx, type, values, &f) != OK)
		return;
	for (; f != NULL; f = f->next, n++) {
		v = view_item(page, "former");
		label = message_label(&f->field->label, rq->cx.lang);
		if (f->field->group != NULL)
			label = arena_printf(rq->cx.arena,
			    _("%s, row %lld, %s"),
			    message_label(&f->field->group->plural,
			    rq->cx.lang), (long long)f->value->no, label);
		view_text(v, "label", label);
		view_text(v, "text", casetype_show(&rq->cx, f->field,
		    f->value->text));
	}
	view_int(page, "former_count", n);
}

void
facts_show(struct request *rq, struct view *page, const struct casetype *type,
    const struct value *values, bool all)
{
	const struct type_group *g;
	const struct type_field *f;
	int64_t uncomputed = 0;
	const char *text;
	struct view *v;

	for (f = type->fields; f != NULL; f = f->next) {
		text = casetype_value_text(values, f->code, 0);
		if (f->group != NULL || sight_of(&rq->cx, f) == SIGHT_NONE ||
		    (text[0] == '\0' && !all && f->computed == NULL))
			continue;
		v = view_item(page, text[0] == '\0' && f->computed != NULL ?
		    "uncomputed" : "facts");
		view_text(v, "label", message_label(&f->label, rq->cx.lang));
		view_text(v, "text", casetype_show(&rq->cx, f, text));
		view_flag(v, "masked", text[0] != '\0' &&
		    sight_of(&rq->cx, f) == SIGHT_MASKED);
		if (f->computed != NULL)
			show_computed(rq, v, type, values, f);
		uncomputed += text[0] == '\0' && f->computed != NULL;
	}
	view_int(page, "uncomputed_count", uncomputed);
	for (g = type->groups; g != NULL; g = g->next)
		show_group(rq, page, type, g, values);
	show_former(rq, page, type, values);
}

/* The lowest step is "low", the highest "high", all between "moderate". */
void
facts_show_risk(struct request *rq, struct view *v, const struct dossier *d)
{
	const struct term *t;
	int step = 0, last = 0;

	for (t = d->type->risks; t != NULL; t = t->next)
		if (++last == d->risk) {
			view_text(v, "risk",
			    message_label(&t->label, rq->cx.lang));
			step = last;
		}
	view_flag(v, "risk_high", step > 0 && step == last);
	view_flag(v, "risk_moderate", step > 1 && step < last);
	view_flag(v, "risk_low", step == 1 && last > 1);
}
