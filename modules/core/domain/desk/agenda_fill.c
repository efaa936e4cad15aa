/* SPDX-License-Identifier: MIT */
/* What the items of an agenda say, looked up for those alone that are shown. */
#include <stdlib.h>

#include "base/count.h"
#include "domain/course/deadline.h"
#include "domain/course/plan.h"
#include "domain/desk/agenda.h"
#include "domain/type/casetype.h"
#include "store/store_agenda.h"

/* Items of one source, by their rows. */
struct wanted {
	struct agenda_item **items;
	size_t n, at;
	int64_t rows[STORE_AGENDA_ROWS];	/* asked for at once */
	size_t nrows;
};

/* Goes on to the next item of a row: rows come in their order. */
static struct agenda_item *
next_of(struct wanted *w, int64_t row)
{
	while (w->at < w->n && w->items[w->at]->row < row)
		w->at++;
	return w->at < w->n && w->items[w->at]->row == row ?
	    w->items[w->at++] : NULL;
}

static enum err
fill_tasks(struct ctx *cx, struct wanted *w)
{
	struct agenda_item *x;
	struct task *t;
	enum err e;

	if ((e = store_agenda_tasks(cx, w->rows, w->nrows, &t)) != OK ||
	    (e = plan_task_show(cx, t)) != OK)
		return e;
	for (; t != NULL; t = t->next)
		while ((x = next_of(w, t->id)) != NULL) {
			x->title = t->shown;
			x->held = t->held;
			x->number = t->dossier_number;
			x->dossier_title = t->dossier_title;
			x->no = t->no;
			x->person = t->owner_name;
		}
	return OK;
}

static enum err
fill_deadlines(struct ctx *cx, struct wanted *w)
{
	const struct casetype *type;
	struct agenda_item *x;
	struct deadline *l;
	enum err e;

	if ((e = store_agenda_deadlines(cx, w->rows, w->nrows, &l)) != OK)
		return e;
	for (; l != NULL; l = l->next) {
		if ((e = casetype_by_id(cx, l->type_id, &type)) != OK)
			return e;
		while ((x = next_of(w, l->id)) != NULL) {
			x->title = deadline_title(cx, type, l);
			x->number = l->number;
			x->dossier_title = l->dossier_title;
			x->person = l->lead_name;
			x->no = l->no;
		}
	}
	return OK;
}

static enum err
fill_promises(struct ctx *cx, struct wanted *w)
{
	struct agenda_item *x;
	struct promise *p;
	enum err e;

	if ((e = store_agenda_promises(cx, w->rows, w->nrows, &p)) != OK)
		return e;
	for (; p != NULL; p = p->next)
		while ((x = next_of(w, p->id)) != NULL) {
			x->title = p->text;
			x->number = p->number;
			x->dossier_title = p->dossier_title;
			x->no = p->no;
			x->person = p->lead_name;
		}
	return OK;
}

static enum err
fill_dates(struct ctx *cx, struct wanted *w)
{
	struct agenda_item *x;
	struct dossier *d;
	enum err e;

	if ((e = store_agenda_dates(cx, w->rows, w->nrows, &d)) != OK)
		return e;
	for (; d != NULL; d = d->next)
		while ((x = next_of(w, d->id)) != NULL) {
			x->number = d->number;
			x->dossier_title = d->title;
			x->person = d->lead_name;
		}
	return OK;
}

static int
by_row(const void *a, const void *b)
{
	const struct agenda_item *x = *(struct agenda_item *const *)a;
	const struct agenda_item *y = *(struct agenda_item *const *)b;

	return (x->row > y->row) - (x->row < y->row);
}

static const struct source {
	enum agenda_kind kind, also;	/* what comes of its rows */
	enum err (*fill)(struct ctx *, struct wanted *);
} sources[] = {
	{ AGENDA_TASK, AGENDA_TASK, fill_tasks },
	{ AGENDA_DEADLINE, AGENDA_WARNING, fill_deadlines },
	{ AGENDA_PROMISE, AGENDA_PROMISE, fill_promises },
	{ AGENDA_DATE, AGENDA_DATE, fill_dates },
};

static enum err
fill(struct ctx *cx, const struct source *s, struct wanted *w)
{
	size_t i = 0;
	enum err e = OK;

	qsort(w->items, w->n, sizeof(*w->items), by_row);
	while (i < w->n && e == OK) {
		for (w->nrows = 0; i < w->n &&
		    w->nrows < STORE_AGENDA_ROWS; i++)
			if (w->nrows == 0 ||
			    w->rows[w->nrows - 1] != w->items[i]->row)
				w->rows[w->nrows++] = w->items[i]->row;
		e = s->fill(cx, w);
	}
	return e;
}

enum err
agenda_fill(struct ctx *cx, struct agenda_item *list)
{
	struct agenda_item *x;
	struct wanted *w;
	size_t n = 0, i;
	enum err e;

	for (x = list; x != NULL; x = x->next)
		n++;
	w = arena_alloc(cx->arena, sizeof(*w));
	w->items = arena_array(cx->arena, n + 1, sizeof(*w->items));
	for (i = 0; i < COUNT(sources); i++) {
		w->n = w->at = 0;
		for (x = list; x != NULL; x = x->next)
			if (x->wanted && x->row != 0 &&
			    (x->kind == sources[i].kind ||
			    x->kind == sources[i].also))
				w->items[w->n++] = x;
		if (w->n > 0 && (e = fill(cx, &sources[i], w)) != OK)
			return e;
	}
	return OK;
}
