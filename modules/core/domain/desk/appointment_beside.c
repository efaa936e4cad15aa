/* SPDX-License-Identifier: MIT */
/* What else is at the times of an appointment. */
#include "base/day.h"
#include "domain/desk/appointment.h"
#include "domain/spine/calendar.h"
#include "rules/time/worktime.h"
#include "store/store_agenda.h"
#include "store/store_appointment.h"
#include "text/date.h"
#include "text/message.h"

#define YEAR (366 * DAY)
#define SHOWN 3		/* are told */
#define LOOKED_AT 500

/* Those found so far. */
struct clashing {
	struct ctx *cx;
	struct appointment_time *times;	/* of the appointment */
	struct appointment_clash **tail;
	int n;
};

static void
put(struct clashing *k, struct appointment_clash one)
{
	struct appointment_clash *c;

	if (k->n++ >= SHOWN)
		return;
	c = arena_alloc(k->cx->arena, sizeof(*c));
	*c = one;
	c->next = NULL;
	*k->tail = c;
	k->tail = &c->next;
}

/* The first of its times that a stretch meets. */
static const struct appointment_time *
meets(const struct clashing *k, int64_t begins, int64_t ends)
{
	const struct appointment_time *t = k->times;

	while (t != NULL && (t->begins >= ends || t->ends <= begins))
		t = t->next;
	return t;
}

static enum err
others(struct clashing *k, const struct appointment *a)
{
	const struct appointment_time *t, *mine = NULL;
	struct appointment *x;
	enum err e;

	if ((e = store_appointment_beside(k->cx, a, LOOKED_AT, &x)) != OK)
		return e;
	for (; x != NULL; x = x->next) {
		for (t = appointment_when(k->cx, x, a->begins, a->begins +
		    YEAR); t != NULL; t = t->next)
			if ((mine = meets(k, t->begins, t->ends)) != NULL)
				break;
		if (t != NULL)
			put(k, (struct appointment_clash){
			    .person = x->person, .title = x->title,
			    .when = mine->begins, .why = APPOINTMENT_BUSY });
	}
	return OK;
}

static enum err
absences(struct clashing *k, const struct appointment *a)
{
	const struct appointment_time *t;
	struct absence *x;
	enum err e;

	if ((e = store_agenda_absences_of(k->cx, a->id, a->begins, a->ends,
	    LOOKED_AT, &x)) != OK)
		return e;
	for (; x != NULL; x = x->next)
		if ((t = meets(k, x->begins, x->ends)) != NULL)
			put(k, (struct appointment_clash){
			    .person = x->person_name, .title = "",
			    .when = t->begins, .why = APPOINTMENT_AWAY });
	return OK;
}

static void
closed(struct clashing *k, const struct calendar *c)
{
	const struct appointment_time *t;

	for (t = k->times; t != NULL; t = t->next)
		if (!worktime_is_day(c, worktime_day_of(c, t->begins))) {
			put(k, (struct appointment_clash){ .person = "",
			    .title = "", .when = t->begins,
			    .why = APPOINTMENT_CLOSED });
			return;
		}
}

enum err
appointment_beside(struct ctx *cx, const struct dossier *d,
    const struct appointment *a, struct appointment_clash **out)
{
	struct clashing k = { .cx = cx, .tail = out };
	const struct calendar *c;
	enum err e;

	*out = NULL;
	k.times = appointment_when(cx, a, a->begins, a->begins + YEAR);
	if ((e = others(&k, a)) != OK || (e = absences(&k, a)) != OK ||
	    (e = d != NULL ? calendar_of(cx, d, &c) :
	    calendar_house(cx, &c)) != OK)
		return e;
	closed(&k, c);
	return OK;
}

const char *
appointment_beside_words(struct ctx *cx, const struct appointment_clash *c)
{
	const char *day = date_text(cx->arena, cx->lang, cx->zone, c->when,
	    cx->now, DATE_DAY);

	if (c->why == APPOINTMENT_CLOSED)
		return arena_printf(cx->arena, _("The house is closed on "
		    "%s."), day);
	if (c->why == APPOINTMENT_AWAY)
		return arena_printf(cx->arena, _("%s is away on %s."),
		    c->person, day);
	if (c->title[0] == '\0')
		return arena_printf(cx->arena, _("%s has another "
		    "appointment at that time on %s."), c->person, day);
	return arena_printf(cx->arena, _("%s has “%s” at that time on %s."),
	    c->person, c->title, day);
}
