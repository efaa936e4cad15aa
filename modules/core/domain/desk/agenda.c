/* SPDX-License-Identifier: MIT */
/* Dates from several sources, put in one order. */
#include "domain/desk/agenda.h"

#include <stdlib.h>
#include <string.h>

#include "base/count.h"
#include "domain/desk/appointment.h"
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
	if (x->title == NULL)
		x->title = x->number = x->dossier_title = x->person = "";
	if (x->appointment == NULL)
		x->appointment = x->place = "";
	x->next = g->items;
	g->items = x;
	g->n++;
}

/* Of a source: when, and of what; agenda_fill() knows the words. */
static enum err
gather_rows(struct gathering *g, enum agenda_kind kind)
{
	struct store_agenda_row *r;
	struct agenda_item x = { .kind = kind };
	int n = 0;
	enum err e;

	if ((e = store_agenda_rows(g->cx, g->ask, kind, AGENDA_MOST + 1,
	    &r)) != OK)
		return e;
	for (; r != NULL && n++ < AGENDA_MOST; r = r->next) {
		x.kind = kind;
		x.row = r->id;
		x.dossier = r->dossier;
		x.from = x.until = r->due;
		gather(g, x);
		if (kind != AGENDA_DEADLINE)
			continue;
		x.kind = AGENDA_WARNING;
		x.from = x.until = r->warns;
		gather(g, x);
		x.from = x.until = r->early;
		if (r->early != r->warns)
			gather(g, x);
	}
	g->more |= r != NULL;
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

/* Is this next date of a dossier that of something else that is shown?
 * Both stand among those of its moment, which begin with first. */
static bool
told(const struct agenda_item *first, const struct agenda_item *x)
{
	for (; first != x; first = first->next)
		if (first->dossier == x->dossier)
			return true;
	return false;
}

/* In order, without the next dates that something else tells. */
static void
drop_told(struct agenda_item **list)
{
	const struct agenda_item *first = *list;

	while (*list != NULL) {
		if ((*list)->from != first->from)
			first = *list;
		if ((*list)->kind == AGENDA_DATE && told(first, *list))
			*list = (*list)->next;
		else
			list = &(*list)->next;
	}
}

static int
earlier(const void *a, const void *b)
{
	const struct agenda_item *x = *(struct agenda_item *const *)a;
	const struct agenda_item *y = *(struct agenda_item *const *)b;

	if (x->from != y->from)
		return x->from < y->from ? -1 : 1;
	if (x->kind != y->kind)
		return x->kind < y->kind ? -1 : 1;
	if (x->row != y->row)
		return x->row < y->row ? -1 : 1;
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

/* A next date is told by others, and deadlines warn. */
static bool
asks(const struct agenda_ask *a, enum agenda_kind kind)
{
	static const unsigned also[AGENDA_KINDS_N] = {
		[AGENDA_DEADLINE] = 1 << AGENDA_WARNING | 1 << AGENDA_DATE,
		[AGENDA_TASK] = 1 << AGENDA_DATE,
		[AGENDA_PROMISE] = 1 << AGENDA_DATE
	};

	return a->kinds == 0 || (a->kinds & (1U << kind | also[kind])) != 0;
}

enum err
agenda_list(struct ctx *cx, const struct agenda_ask *a,
    struct agenda_item **out, bool *more)
{
	static const enum agenda_kind rows[] = { AGENDA_TASK, AGENDA_DEADLINE,
	    AGENDA_PROMISE, AGENDA_DATE };
	struct gathering g = { .cx = cx, .ask = a };
	enum err e;
	size_t i;

	*out = NULL;
	*more = false;
	for (i = 0; i < COUNT(rows); i++)
		if (asks(a, rows[i]) && (e = gather_rows(&g, rows[i])) != OK)
			return e;
	if ((asks(a, AGENDA_ABSENCE) && (e = gather_absences(&g)) != OK) ||
	    (asks(a, AGENDA_APPOINTMENT) &&
	    (e = gather_appointments(&g)) != OK))
		return e;
	*out = in_order(&g);
	drop_told(out);
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
