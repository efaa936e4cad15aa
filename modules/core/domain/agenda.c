/* SPDX-License-Identifier: MIT */
/* Dates from several sources, put in one order. */
#include "domain/agenda.h"

#include <stdlib.h>
#include <string.h>

#include "domain/appointment.h"
#include "domain/casetype.h"
#include "domain/deadline.h"
#include "domain/plan.h"
#include "store/store_agenda.h"
#include "store/store_appointment.h"
#include "text/date.h"
#include "text/message.h"

/* A list under way. */
struct gathering {
	struct ctx *cx;
	const struct agenda_ask *ask;
	struct agenda_item *items;
	size_t n;
	bool more;
};

static void
gather(struct gathering *g, struct agenda_item item)
{
	struct agenda_item *x;

	if (item.from >= g->ask->until || item.until < g->ask->from ||
	    (item.until == g->ask->from && item.from < item.until))
		return;
	x = arena_alloc(g->cx->arena, sizeof(*x));
	*x = item;
	if (x->appointment == NULL)
		x->appointment = x->place = "";
	x->next = g->items;
	g->items = x;
	g->n++;
}

static enum err
gather_tasks(struct gathering *g)
{
	struct task *t;
	int n = 0;
	enum err e;

	if ((e = store_agenda_tasks(g->cx, g->ask, AGENDA_MOST + 1,
	    &t)) != OK || (e = plan_task_show(g->cx, t)) != OK)
		return e;
	for (; t != NULL && n++ < AGENDA_MOST; t = t->next)
		gather(g, (struct agenda_item){ .kind = AGENDA_TASK,
		    .from = t->due, .until = t->due, .title = t->shown,
		    .number = t->dossier_number,
		    .dossier_title = t->dossier_title, .no = t->no,
		    .person = t->owner_name });
	g->more |= t != NULL;
	return OK;
}

static enum err
gather_deadlines(struct gathering *g)
{
	const struct casetype *type;
	struct agenda_item item;
	struct deadline *x;
	int n = 0;
	enum err e;

	if ((e = store_agenda_deadlines(g->cx, g->ask, AGENDA_MOST + 1,
	    &x)) != OK)
		return e;
	for (; x != NULL && n++ < AGENDA_MOST; x = x->next) {
		if ((e = casetype_by_id(g->cx, x->type_id, &type)) != OK)
			return e;
		item = (struct agenda_item){ .kind = AGENDA_DEADLINE,
		    .from = x->due, .until = x->due,
		    .title = deadline_title(g->cx, type, x),
		    .number = x->number, .dossier_title = x->dossier_title,
		    .no = x->no, .person = "" };
		gather(g, item);
		item.kind = AGENDA_WARNING;
		item.from = item.until = x->warns;
		gather(g, item);
		item.from = item.until = x->early;
		if (x->early != x->warns)
			gather(g, item);
	}
	g->more |= x != NULL;
	return OK;
}

static enum err
gather_promises(struct gathering *g)
{
	struct promise *x;
	int n = 0;
	enum err e;

	if ((e = store_agenda_promises(g->cx, g->ask, AGENDA_MOST + 1,
	    &x)) != OK)
		return e;
	for (; x != NULL && n++ < AGENDA_MOST; x = x->next)
		gather(g, (struct agenda_item){ .kind = AGENDA_PROMISE,
		    .from = x->due, .until = x->due, .title = x->text,
		    .number = x->number, .dossier_title = x->dossier_title,
		    .no = x->no, .person = x->lead_name });
	g->more |= x != NULL;
	return OK;
}

/* Is this date of the dossier that of something else that is shown? */
static bool
told(const struct agenda_item *x, const struct dossier *d)
{
	for (; x != NULL; x = x->next)
		if (x->from == d->due && strcmp(x->number, d->number) == 0)
			return true;
	return false;
}

static enum err
gather_dates(struct gathering *g)
{
	const struct agenda_item *others = g->items;
	struct dossier *d;
	int n = 0;
	enum err e;

	if ((e = store_agenda_dates(g->cx, g->ask, AGENDA_MOST + 1,
	    &d)) != OK)
		return e;
	for (; d != NULL && n++ < AGENDA_MOST; d = d->next)
		if (!told(others, d))
			gather(g, (struct agenda_item){ .kind = AGENDA_DATE,
			    .from = d->due, .until = d->due, .title = "",
			    .number = d->number, .dossier_title = d->title,
			    .person = d->lead_name });
	g->more |= d != NULL;
	return OK;
}

static enum err
gather_absences(struct gathering *g)
{
	struct absence *x;
	int n = 0;
	enum err e;

	if ((e = store_agenda_absences(g->cx, g->ask, AGENDA_MOST + 1,
	    &x)) != OK)
		return e;
	for (; x != NULL && n++ < AGENDA_MOST; x = x->next)
		gather(g, (struct agenda_item){ .kind = AGENDA_ABSENCE,
		    .from = x->begins, .until = x->ends, .title = "",
		    .number = "", .dossier_title = "",
		    .person = x->person_name });
	g->more |= x != NULL;
	return OK;
}

static enum err
gather_appointments(struct gathering *g)
{
	const struct appointment_time *t;
	struct appointment *a;
	int n = 0;
	enum err e;

	if ((e = store_appointment_list(g->cx, g->ask, AGENDA_MOST + 1,
	    &a)) != OK)
		return e;
	for (; a != NULL && n++ < AGENDA_MOST; a = a->next)
		for (t = appointment_when(g->cx, a, g->ask->from,
		    g->ask->until); t != NULL; t = t->next)
			gather(g, (struct agenda_item){
			    .kind = AGENDA_APPOINTMENT, .from = t->begins,
			    .until = t->ends, .title = a->title,
			    .number = a->dossier_number,
			    .dossier_title = a->dossier_title,
			    .person = a->person, .appointment = a->number,
			    .place = a->place, .whole = a->minute < 0 });
	g->more |= a != NULL;
	return OK;
}

/* What takes the time of one person twice. */
static void
mark_clashes(struct agenda_item *x)
{
	struct agenda_item *y;

	for (; x != NULL; x = x->next) {
		if (x->until == x->from)
			continue;
		for (y = x->next; y != NULL && y->from < x->until;
		    y = y->next) {
			if (y->until == y->from ||
			    (x->kind != AGENDA_APPOINTMENT &&
			    y->kind != AGENDA_APPOINTMENT))
				continue;
			if (x->clash == NULL)
				x->clash = y;
			if (y->clash == NULL)
				y->clash = x;
		}
	}
}

static int
earlier(const void *a, const void *b)
{
	const struct agenda_item *x = *(struct agenda_item *const *)a;
	const struct agenda_item *y = *(struct agenda_item *const *)b;
	int c;

	if (x->from != y->from)
		return x->from < y->from ? -1 : 1;
	if (x->kind != y->kind)
		return x->kind < y->kind ? -1 : 1;
	if ((c = strcmp(x->number, y->number)) != 0)
		return c;
	if (x->no != y->no)
		return x->no < y->no ? -1 : 1;
	return strcmp(x->person, y->person);
}

static struct agenda_item *
in_order(struct gathering *g)
{
	struct agenda_item **all, *x = g->items;
	size_t i;

	if (g->n == 0)
		return NULL;
	all = arena_alloc(g->cx->arena, g->n * sizeof(*all));
	for (i = 0; i < g->n; i++, x = x->next)
		all[i] = x;
	qsort(all, g->n, sizeof(*all), earlier);
	for (i = 0; i < g->n; i++)
		all[i]->next = i + 1 < g->n ? all[i + 1] : NULL;
	return all[0];
}

enum err
agenda_list(struct ctx *cx, const struct agenda_ask *a,
    struct agenda_item **out, bool *more)
{
	struct gathering g = { .cx = cx, .ask = a };
	enum err e;

	*out = NULL;
	*more = false;
	if ((e = gather_tasks(&g)) != OK ||
	    (e = gather_deadlines(&g)) != OK ||
	    (e = gather_promises(&g)) != OK ||
	    (e = gather_dates(&g)) != OK ||
	    (e = gather_absences(&g)) != OK ||
	    (e = gather_appointments(&g)) != OK)
		return e;
	*out = in_order(&g);
	if (a->of == AGENDA_OF_PERSON)
		mark_clashes(*out);
	*more = g.more;
	return OK;
}

const char *
agenda_word(enum agenda_kind kind)
{
	switch (kind) {
	case AGENDA_APPOINTMENT:
		return _("Appointment");
	case AGENDA_DEADLINE:
		return _("Deadline");
	case AGENDA_WARNING:
		return _("Warning");
	case AGENDA_TASK:
		return _("Task");
	case AGENDA_PROMISE:
		return _("Promise");
	case AGENDA_DATE:
		return _("Next date");
	default:
		return _("Away");
	}
}

bool
agenda_by_day(const struct ctx *cx, const struct agenda_item *x)
{
	const char *time = date_text(cx->arena, "en", cx->zone, x->from,
	    cx->now, DATE_TIME);

	if (x->kind == AGENDA_APPOINTMENT)
		return x->whole;
	return x->kind == AGENDA_ABSENCE || strcmp(time, "23:59") == 0 ||
	    strcmp(time, "00:00") == 0;
}
