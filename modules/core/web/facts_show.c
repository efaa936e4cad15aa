/* SPDX-License-Identifier: MIT */
/* Fields of a case type for reading: alone in a list, in rows as a table. */
#include "web/facts.h"

#include "domain/casetype.h"
#include "domain/dossier_values.h"
#include "text/message.h"
#include "web/request.h"
#include "web/view.h"

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
		    dossier_values_text(values, f->code, no)));
		view_flag(v, "num", f->kind == VALUE_NUMBER ||
		    f->kind == VALUE_MONEY);
	}
}

static void
show_group(struct request *rq, struct view *page, const struct casetype *type,
    const struct type_group *g, const struct value *values)
{
	int64_t no = dossier_values_row(type, values, g, 0);
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
	}
	for (; no != 0; no = dossier_values_row(type, values, g, no))
		show_row(rq, view_item(v, "rows"), type, g, no, values);
}

void
facts_show(struct request *rq, struct view *page, const struct casetype *type,
    const struct value *values, bool all)
{
	const struct type_group *g;
	const struct type_field *f;
	const char *text;
	struct view *v;

	for (f = type->fields; f != NULL; f = f->next) {
		text = dossier_values_text(values, f->code, 0);
		if (f->group != NULL || (text[0] == '\0' && !all))
			continue;
		v = view_item(page, "facts");
		view_text(v, "label", message_label(&f->label, rq->cx.lang));
		view_text(v, "text", casetype_show(&rq->cx, f, text));
	}
	for (g = type->groups; g != NULL; g = g->next)
		show_group(rq, page, type, g, values);
}
