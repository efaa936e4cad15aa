/* SPDX-License-Identifier: MIT */
/* Columns of a list: which there are, which are chosen, what they show. */
#include "casework/lists/columns.h"

#include <stdlib.h>
#include <string.h>

#include "base/count.h"
#include "casework/shared/show.h"
#include "domain/course/decision_show.h"
#include "domain/desk/queue.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/label.h"
#include "domain/spine/medium.h"
#include "domain/type/casetype.h"
#include "text/date.h"
#include "text/message.h"
#include "web/form.h"

#define USUAL "number,title,phase,risk,lead,due,received"
#define ALL_MOST 60	/* of every dossier and of one type */

static const struct column common[] = {
	{ "number", N_("Number"), "number", "number", .num = false },
	{ "title", N_("Case"), "title", "title" },
	{ "type", N_("Type"), "text", "" },
	{ "status", N_("Status"), "text", "" },
	{ "phase", N_("Phase"), "phase", "" },
	{ "risk", N_("Risk"), "risk", "risk", .down = true },
	{ "lead", N_("Lead"), "lead", "" },
	{ "team", N_("Team"), "text", "" },
	{ "due", N_("Due"), "due", "due", .num = true },
	{ "received", N_("Received"), "when", "received", .down = true,
	    .num = true },
	{ "requester", N_("Requester"), "text", "" },
	{ "touched", N_("Last change"), "when", "touched", .down = true,
	    .num = true },
	{ "age", N_("Age"), "text", "" },
	{ "outcome", N_("Outcome"), "text", "" },
	{ "labels", N_("Labels"), "labels", "" },
	{ "medium", N_("Came by"), "text", "" }
};
#define COMMON COUNT(common)

static bool
is_num(const struct type_field *f)
{
	return f->kind == VALUE_NUMBER || f->kind == VALUE_MONEY ||
	    f->kind == VALUE_DATE;
}

/* Every column that can be chosen. */
static size_t
all(struct request *rq, const struct casetype *type,
    struct column out[ALL_MOST])
{
	const struct type_field *f;
	size_t n;

	for (n = 0; n < COMMON; n++) {
		out[n] = common[n];
		out[n].label = _(common[n].label);
	}
	for (f = type == NULL ? NULL : type->fields;
	    f != NULL && n < ALL_MOST; f = f->next) {
		if (!f->listed)
			continue;
		out[n++] = (struct column){
			.code = arena_printf(rq->cx.arena, "f.%s", f->code),
			.label = message_label(&f->label, rq->cx.lang),
			.is = "text", .sort = "", .num = is_num(f),
			.field = f
		};
	}
	return n;
}

static const struct column *
of_code(const struct column *list, size_t n, const char *code)
{
	for (; n > 0; n--, list++)
		if (strcmp(list->code, code) == 0)
			return list;
	return NULL;
}

static void
add_one(struct request *rq, const struct column *list, size_t known,
    const char *code, struct column out[COLUMNS_MOST], size_t *n)
{
	const struct column *c = of_code(list, known, code);

	if (c == NULL) {
		view_text(view_item(rq->view, "gone"), "text", arena_printf(
		    rq->cx.arena, _("Column: “%s” does not exist in this "
		    "list, so it is left out."), strncmp(code, "f.", 2) == 0 ?
		    code + 2 : code));
		return;
	}
	if (*n < COLUMNS_MOST && of_code(out, *n, code) == NULL)
		out[(*n)++] = *c;
}

size_t
columns_typed(struct request *rq, const struct casetype *type,
    struct column out[COLUMNS_MOST])
{
	const char *s = form_text(rq, "columns");
	struct column list[ALL_MOST] = { { 0 } };
	size_t known = all(rq, type, list), n = 0, len;

	out[n++] = list[0];
	if (*s == '\0')
		s = USUAL;
	for (; *s != '\0'; s += len + (s[len] == ',')) {
		len = strcspn(s, ",");
		if (len > 0)
			add_one(rq, list, known,
			    arena_textn(rq->cx.arena, s, len), out, &n);
	}
	return n;
}

/* A place in the order; the same place twice keeps the order of the form. */
struct placed_column {
	long place;
	size_t at;
	const char *code;
};

static int
by_place(const void *a, const void *b)
{
	const struct placed_column *x = a, *y = b;

	if (x->place != y->place)
		return x->place < y->place ? -1 : 1;
	return x->at < y->at ? -1 : x->at > y->at;
}

const char *
columns_arranged(struct request *rq, const struct casetype *type)
{
	struct placed_column chosen[ALL_MOST];
	struct column list[ALL_MOST] = { { 0 } };
	size_t known = all(rq, type, list), n = 0, i;
	const char *typed, *text = "number";

	for (i = 1; i < known; i++) {
		typed = form_text(rq, arena_printf(rq->cx.arena, "c.%s",
		    list[i].code));
		chosen[n].place = strtol(typed, NULL, 10);
		chosen[n].at = i;
		chosen[n].code = list[i].code;
		n += chosen[n].place > 0;
	}
	qsort(chosen, n, sizeof(chosen[0]), by_place);
	for (i = 0; i < n && i + 1 < COLUMNS_MOST; i++)
		text = arena_printf(rq->cx.arena, "%s,%s", text,
		    chosen[i].code);
	return n == 0 || strcmp(text, USUAL) == 0 ? "" : text;
}

enum err
columns_load(struct request *rq, const struct column *c, size_t n,
    struct dossier *rows)
{
	const char *fields[COLUMNS_MOST];
	size_t count = 0, i;
	enum err e;

	for (i = 0; i < n; i++) {
		if (c[i].field != NULL)
			fields[count++] = c[i].field->code;
		else if (strcmp(c[i].is, "risk") == 0 &&
		    (e = queue_risks(&rq->cx, rows)) != OK)
			return e;
	}
	if (count > 0 &&
	    (e = queue_values(&rq->cx, rows, fields, count)) != OK)
		return e;
	return label_of(&rq->cx, rows);
}

void
columns_show_form(struct request *rq, const struct casetype *type,
    const struct column *chosen, size_t n)
{
	struct column list[ALL_MOST] = { { 0 } };
	size_t known = all(rq, type, list), i, k;
	struct view *v;

	for (i = 1; i < known; i++) {
		v = view_option(rq->view, "columns", list[i].code,
		    list[i].label);
		for (k = 1; k < n; k++)
			if (strcmp(chosen[k].code, list[i].code) == 0)
				view_int(v, "place", (int64_t)k);
	}
}

enum how { SHOWN, PLAIN, CURRENCY };

/* All values of the field, a person by name. */
static const char *
field_text(struct request *rq, const struct type_field *f,
    const struct dossier *d, enum how how)
{
	const char *text = "", *one, *currency;
	const struct value *v;

	for (v = d->values; v != NULL; v = v->next) {
		if (strcmp(v->field, f->code) != 0)
			continue;
		if (f->kind == VALUE_PERSON && f->class < CLASS_GUARDED)
			one = v->person;
		else if (how != SHOWN && f->kind == VALUE_MONEY &&
		    f->class < CLASS_GUARDED) {
			one = casetype_money(&rq->cx, f, v->text, &currency);
			one = how == CURRENCY ? currency : one;
		} else if (how != SHOWN && is_num(f) &&
		    f->class < CLASS_GUARDED)
			one = v->text;
		else
			one = casetype_show(&rq->cx, f, v->text);
		text = text[0] == '\0' ? one : arena_printf(rq->cx.arena,
		    "%s; %s", text, one);
	}
	return text;
}

/* The fields of this dossier's own version may be others. */
static const char *
common_text(struct request *rq, const struct column *c,
    const struct dossier *d)
{
	struct ctx *cx = &rq->cx;

	if (strcmp(c->code, "type") == 0)
		return message_label(&d->type->label, cx->lang);
	if (strcmp(c->code, "status") == 0)
		return show_status(d->status);
	if (strcmp(c->code, "team") == 0)
		return d->team_name;
	if (strcmp(c->code, "requester") == 0)
		return d->requester;
	if (strcmp(c->code, "age") == 0)
		return date_span(cx->arena, cx->lang,
		    (d->closed != 0 ? d->closed : cx->now) - d->received);
	if (strcmp(c->code, "outcome") == 0)
		return d->outcome[0] == '\0' ? "" :
		    dossier_outcome(cx, d->type, d->outcome);
	return medium_word(d->medium);
}

/* Where the risk comes from: its score, and the decision behind it. */
static void
show_why(struct request *rq, struct view *v, const struct dossier *d)
{
	view_flag(v, "overridden", d->risk_overridden);
	view_text(v, "score", decision_show_score(&rq->cx, d->risk_result));
	view_text(v, "why", arena_printf(rq->cx.arena,
	    "/dossiers/%s/decisions/%lld", d->number, (long long)d->risk_no));
}

void
columns_show(struct request *rq, struct view *row, const struct column *c,
    size_t n, const struct dossier *d)
{
	struct view *v;

	for (; n > 0; n--, c++) {
		v = view_item(row, "cells");
		view_text(v, "is", c->is);
		view_text(v, "label", c->label);
		view_flag(v, "num", c->num);
		if (c->field != NULL)
			view_text(v, "text", field_text(rq, c->field, d,
			    SHOWN));
		else if (strcmp(c->is, "risk") == 0 && d->risk_no != 0)
			show_why(rq, v, d);
		else if (strcmp(c->is, "text") == 0)
			view_text(v, "text", common_text(rq, c, d));
		else if (strcmp(c->is, "when") == 0)
			view_moment(v, "when",
			    strcmp(c->code, "touched") == 0 ? d->touched :
			    d->received);
	}
}

static const char *
utc(struct request *rq, int64_t when)
{
	return when == 0 ? "" : date_text(rq->cx.arena, "en", "UTC", when,
	    rq->cx.now, DATE_ISO);
}

static const char *
label_names(struct request *rq, const struct dossier *d)
{
	const struct dossier_label *l;
	const char *text = "";

	for (l = d->labels; l != NULL; l = l->next)
		text = text[0] == '\0' ? l->name : arena_printf(
		    rq->cx.arena, "%s; %s", text, l->name);
	return text;
}

const char *
columns_plain(struct request *rq, const struct column *c,
    const struct dossier *d)
{
	if (c->field != NULL)
		return field_text(rq, c->field, d, PLAIN);
	if (strcmp(c->code, "number") == 0)
		return d->number;
	if (strcmp(c->code, "title") == 0)
		return d->title;
	if (strcmp(c->code, "phase") == 0)
		return d->phase[0] == '\0' ? "" :
		    casetype_word(&rq->cx, d->type->phases, d->phase);
	if (strcmp(c->code, "risk") == 0)
		return show_risk_word(rq, d);
	if (strcmp(c->code, "lead") == 0)
		return d->lead_name;
	if (strcmp(c->code, "due") == 0)
		return utc(rq, d->due);
	if (strcmp(c->code, "received") == 0)
		return utc(rq, d->received);
	if (strcmp(c->code, "touched") == 0)
		return utc(rq, d->touched);
	if (strcmp(c->code, "labels") == 0)
		return label_names(rq, d);
	return common_text(rq, c, d);
}

bool
columns_money(const struct column *c)
{
	return c->field != NULL && c->field->kind == VALUE_MONEY &&
	    c->field->class < CLASS_GUARDED;
}

const char *
columns_currency(struct request *rq, const struct column *c,
    const struct dossier *d)
{
	return field_text(rq, c->field, d, CURRENCY);
}
