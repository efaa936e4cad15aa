/* SPDX-License-Identifier: MIT */
/* The facts of a dossier as somebody saved them and as they were typed. */
#include "domain/course/dossier_reconcile.h"

#include <string.h>

#include "domain/dossier/dossier.h"
#include "domain/dossier/dossier_values.h"
#include "domain/type/casetype.h"
#include "domain/type/casetype_name.h"
#include "store/store_dossier.h"

#define ROW_FREE INT64_C(1000000)	/* behind every row: a new one */

struct work {
	struct ctx *cx;
	const struct dossier *d;
	const struct dossier_sent *sent;
	const struct value *typed;	/* as typed */
	const struct value *mine;	/* the same, canonical */
	struct value *left, **left_tail;	/* of typed: to be saved */
	struct dossier_unit *units, **tail;
};

/* All of a row in one text, "" when it is empty. */
static const char *
row_text(struct ctx *cx, const struct casetype *type,
    const struct value *values, const struct type_group *g, int64_t no)
{
	const struct type_field *f;
	const char *all = "", *text;
	bool any = false;

	for (f = type->fields; f != NULL; f = f->next) {
		if (f->group != g || f->computed != NULL)
			continue;
		text = casetype_value_text(values, f->code, no);
		any |= text[0] != '\0';
		all = arena_printf(cx->arena, "%s\x1f%s", all, text);
	}
	return any ? all : "";
}

/* A step of the type's risks, "" none yet. */
static const char *
risk_code(const struct dossier *d, int step)
{
	const struct term *t = d->type->risks;

	while (t != NULL && --step > 0)
		t = t->next;
	return t == NULL || step < 0 ? "" : t->code;
}

const char *
dossier_reconcile_seals(struct ctx *cx, const struct dossier *d)
{
	const struct type_field *f;
	const struct type_group *g;
	const char *seals = "";
	int64_t no;

	seals = reconcile_add(cx, seals, "title", d->title);
	seals = reconcile_add(cx, seals, "risk", risk_code(d, d->risk));
	for (f = d->type->fields; f != NULL; f = f->next)
		if (f->group == NULL && f->computed == NULL)
			seals = reconcile_add(cx, seals, casetype_name(cx,
			    f->code, 0), dossier_value(d, f->code));
	for (g = d->type->groups; g != NULL; g = g->next)
		for (no = 0; (no = casetype_value_row(d->type, d->values, g,
		    no)) != 0;)
			seals = reconcile_add(cx, seals, casetype_name(cx,
			    g->code, no), row_text(cx, d->type, d->values, g,
			    no));
	return seals;
}

static struct dossier_unit *
unit(struct work *w, const char *name, const char *stored, const char *mine)
{
	struct dossier_unit *u = arena_alloc(w->cx->arena, sizeof(*u));

	u->name = name;
	u->stored = stored;
	u->mine = mine;
	u->verdict = reconcile(w->cx, reconcile_began(w->cx, w->sent->seals,
	    name), stored, mine, w->sent->choice(w->sent->of, name));
	*w->tail = u;
	w->tail = &u->next;
	return u;
}

static void
keep(struct work *w, const char *field, int64_t no, int64_t as)
{
	struct value *v = arena_alloc(w->cx->arena, sizeof(*v));

	v->field = field;
	v->text = casetype_value_text(w->typed, field, no);
	v->no = as;
	*w->left_tail = v;
	w->left_tail = &v->next;
}

static void
head(struct work *w, struct dossier_change *c)
{
	const struct dossier *d = w->d;

	if (unit(w, "title", d->title, c->title)->verdict != RECONCILE_MINE)
		c->title = d->title;
	if (unit(w, "risk", risk_code(d, d->risk), risk_code(d,
	    c->risk))->verdict != RECONCILE_MINE)
		c->risk = d->risk;
}

static void
field(struct work *w, const struct type_field *f)
{
	struct dossier_unit *u;

	u = unit(w, casetype_name(w->cx, f->code, 0),
	    dossier_value(w->d, f->code),
	    casetype_value_text(w->mine, f->code, 0));
	u->field = f;
	if (u->verdict == RECONCILE_MINE)
		keep(w, f->code, 0, 0);
}

/* Both added a row under the same number. */
static bool
is_another(const struct work *w, const struct dossier_unit *u)
{
	return reconcile_began(w->cx, w->sent->seals, u->name)[0] == '\0' &&
	    u->stored[0] != '\0' && u->mine[0] != '\0' &&
	    u->verdict != RECONCILE_SAME;
}

static void
row(struct work *w, const struct type_group *g, int64_t no)
{
	const struct casetype *type = w->d->type;
	const struct type_field *f;
	struct dossier_unit *u;
	bool another;

	u = unit(w, casetype_name(w->cx, g->code, no),
	    row_text(w->cx, type, w->d->values, g, no),
	    row_text(w->cx, type, w->mine, g, no));
	u->group = g;
	u->no = no;
	another = is_another(w, u);
	if (another)
		u->verdict = RECONCILE_MINE;
	for (f = type->fields; f != NULL; f = f->next)
		if (f->group == g && f->computed == NULL &&
		    u->verdict == RECONCILE_MINE)
			keep(w, f->code, no, another ? no + ROW_FREE : no);
}

static const struct value *
canonical(struct ctx *cx, const struct dossier_values *v)
{
	struct value *list = NULL, **tail = &list;

	for (; v != NULL; v = v->next) {
		*tail = arena_alloc(cx->arena, sizeof(**tail));
		(*tail)->field = v->field->code;
		(*tail)->text = v->text;
		(*tail)->no = v->no;
		tail = &(*tail)->next;
	}
	return list;
}

/* Only what was in the form is compared: an absent field stays. */
static bool
was_typed(const struct work *w, const char *code)
{
	const struct value *v = w->typed;

	while (v != NULL && strcmp(v->field, code) != 0)
		v = v->next;
	return v != NULL;
}

enum err
dossier_reconcile(struct ctx *cx, struct dossier *d,
    const struct dossier_sent *sent, struct dossier_change *c,
    struct dossier_unit **out, const struct value **mine)
{
	struct work w = { .cx = cx, .d = d, .sent = sent,
	    .typed = c->values };
	const struct type_field *f;
	const struct type_group *g;
	struct dossier_values *fit;
	int64_t no;
	enum err e;

	if ((e = store_dossier_values(cx, d)) != OK ||
	    (e = dossier_values_fit(cx, d->type, d->values, c->values, false,
	    &fit)) != OK)
		return e;
	*mine = w.mine = canonical(cx, fit);
	w.left_tail = &w.left;
	w.tail = &w.units;
	head(&w, c);
	for (f = d->type->fields; f != NULL; f = f->next)
		if (f->group == NULL && was_typed(&w, f->code))
			field(&w, f);
	for (g = d->type->groups; g != NULL; g = g->next)
		for (no = 0; (no = casetype_value_row(d->type, w.mine, g,
		    no)) != 0;)
			row(&w, g, no);
	c->values = w.left;
	*out = w.units;
	return OK;
}
