/* SPDX-License-Identifier: MIT */
/* Changing an appointment, also when two do it at once. */
#include <string.h>

#include "casework/calendar/appointment_fields.h"
#include "casework/calendar/appointments.h"
#include "casework/shared/conflict.h"
#include "casework/tasks/pages_work.h"
#include "domain/course/dossier_load.h"
#include "domain/dossier/dossier.h"
#include "domain/people/person.h"
#include "domain/story/dossier_timeline.h"
#include "text/date.h"
#include "text/message.h"

#define UNITS 6

const struct field appointment_change_form[] = {
	APPOINTMENTS_FIELDS,
	CONFLICT_FIELDS,
	{ 0 }
};

/* As a form would say what is stored. */
static void
stored(struct request *rq, const struct appointment *a,
    struct appointment_new *out)
{
	int end = a->minute < 0 ? 1440 : (int)((a->minute + a->length - 1) %
	    1440 + 1);
	int64_t *ids = arena_array(rq->cx.arena, APPOINTMENT_PEOPLE + 2,
	    sizeof(*ids));
	const struct appointment_person *p;

	*out = (struct appointment_new){ .title = a->title,
	    .place = a->place, .others = a->others, .note = a->note,
	    .day = appointments_iso(rq, a->day),
	    .last = appointments_iso(rq, a->day + ((a->minute < 0 ? 0 :
	    a->minute) + a->length - 1) / 1440),
	    .begins = a->minute, .ends = a->minute < 0 ? -1 : end,
	    .people = ids };
	appointment_rule_read(a->repeats, &out->rule);
	for (p = a->people; p != NULL && out->n <= APPOINTMENT_PEOPLE;
	    p = p->next)
		ids[out->n++] = p->id;
}

static const char *
clock_of(struct arena *m, int minute)
{
	return minute < 0 ? "" : arena_printf(m, "%02d:%02d", minute / 60,
	    minute % 60);
}

static const char *
times(struct request *rq, const struct appointment_new *n, bool words)
{
	const char *last = n->last == NULL || n->last[0] == '\0' ? n->day :
	    n->last;
	struct arena *m = rq->cx.arena;
	const char *from = clock_of(m, n->begins), *end = clock_of(m, n->ends);

	if (!words)
		return arena_printf(m, "%s %s %s %s", n->day, from, last, end);
	return arena_printf(m, _("%s to %s"), arena_printf(m, "%s %s",
	    date_civil(m, rq->cx.lang, n->day), from), arena_printf(m,
	    "%s %s", date_civil(m, rq->cx.lang, last), end));
}

/* Days, times and how often, for comparing or for reading: they hold
 * together, for a rule names the days of the week that it begins on. */
static const char *
when(struct request *rq, const struct appointment *a,
    const struct appointment_new *n, bool words)
{
	const char *once = times(rq, n, words);
	struct appointment like = *a;

	like.day = appointments_day(n->day);
	like.repeats = n->rule.often == APPOINTMENT_ONCE ? "" :
	    appointment_rule_write(&rq->cx, &n->rule, like.day);
	return like.repeats[0] == '\0' ? once : arena_printf(rq->cx.arena,
	    "%s; %s", once, words ? appointment_rule_words(&rq->cx, &like) :
	    like.repeats);
}

/* Who takes part, in the order of the house's list. */
static const char *
people(struct request *rq, const struct appointment_new *n, bool words)
{
	const char *s = "";
	struct person *p;
	size_t i;

	if (person_staff(&rq->cx, &p) != OK)
		return "";	/* which spoils the transaction */
	for (; p != NULL; p = p->next)
		for (i = 0; i < n->n; i++)
			if (n->people[i] == p->id)
				s = arena_printf(rq->cx.arena, "%s%s%s", s,
				    s[0] == '\0' ? "" : ", ", words ? p->name :
				    p->number);
	return s;
}

/* What is stored, and what was typed beside it. */
static void
units(struct request *rq, const struct appointment *a,
    const struct appointment_new *old, const struct appointment_new *new,
    struct conflict_unit out[UNITS])
{
	out[0] = (struct conflict_unit){ "title", _("Title"), old->title,
	    new->title };
	out[1] = (struct conflict_unit){ "place", _("Place"), old->place,
	    new->place };
	out[2] = (struct conflict_unit){ "others", _("Who else comes"),
	    old->others, new->others };
	out[3] = (struct conflict_unit){ "note", _("Note"), old->note,
	    new->note };
	out[4] = (struct conflict_unit){ "begins", _("When"),
	    when(rq, a, old, false), when(rq, a, new, false),
	    when(rq, a, old, true), when(rq, a, new, true) };
	out[5] = (struct conflict_unit){ "people", _("Who takes part"),
	    people(rq, old, false), people(rq, new, false),
	    people(rq, old, true), people(rq, new, true) };
}

static void
begin(struct request *rq, struct conflict *c, const struct appointment *a)
{
	struct conflict_unit u[UNITS];
	struct appointment_new old;
	size_t i;

	stored(rq, a, &old);
	units(rq, a, &old, &old, u);
	for (i = 0; i < UNITS; i++)
		conflict_begin(c, u[i].name, u[i].stored);
	conflict_begun(c, NULL);
	appointment_fields_begin(rq, a);
}

/* Who changed it last: the log of its case says so. */
static enum err
who(struct request *rq, struct conflict *c, const struct dossier *d,
    const struct appointment *a, struct conflict_unit u[UNITS])
{
	struct timeline_filter latest = { .kinds = "appointment",
	    .limit = 100 };
	struct event *events;
	size_t i;
	enum err e;

	if (d == NULL)
		return OK;
	if ((e = dossier_timeline(&rq->cx, d, &latest, &events)) != OK)
		return e;
	for (i = 0; i < UNITS; i++)
		conflict_who(c, d->type, events, "appointment", a->number,
		    &u[i]);
	return OK;
}

/* What was typed, and where somebody saved meanwhile what holds of it. */
static enum err
typed(struct request *rq, struct conflict *c, const struct dossier *d,
    const struct appointment *a, struct appointment_new *out)
{
	struct conflict_unit u[UNITS];
	struct appointment_new old;
	bool mine[UNITS];
	size_t i;
	enum err e;

	if ((e = appointment_fields_typed(rq, d, out)) != OK ||
	    !conflict_stale(c))
		return e;
	stored(rq, a, &old);
	units(rq, a, &old, out, u);
	if ((e = who(rq, c, d, a, u)) != OK)
		return e;
	for (i = 0; i < UNITS; i++)
		mine[i] = conflict_mine(c, &u[i]);
	out->title = mine[0] ? out->title : old.title;
	out->place = mine[1] ? out->place : old.place;
	out->others = mine[2] ? out->others : old.others;
	out->note = mine[3] ? out->note : old.note;
	if (!mine[4]) {
		out->day = old.day;
		out->last = old.last;
		out->begins = old.begins;
		out->ends = old.ends;
		out->rule = old.rule;
	}
	if (!mine[5]) {
		out->people = old.people;
		out->n = old.n;
	}
	return conflict_end(c);
}

enum err
get_appointment_change(struct request *rq)
{
	struct appointment_new new;
	struct appointment *a;
	struct conflict *c;
	struct dossier *d;
	enum err e;

	if ((e = appointments_open(rq, LEVEL_WORK, &a, &d)) != OK)
		return e;
	c = conflict_new(rq, a->version);
	if (conflict_again(c) && a->cancelled == 0 &&
	    typed(rq, c, d, a, &new) == ERR_CONFLICT)
		return conflict_page(c, arena_printf(rq->cx.arena,
		    "/calendar/%s", a->number));
	if ((d != NULL && (e = dossier_load(&rq->cx, d)) != OK) ||
	    (e = appointment_fields_choices(rq, d, a)) != OK)
		return e;
	begin(rq, c, a);
	view_flag(rq->view, "differs", a->excepts != NULL);
	return reply_page(rq, "casework/appointment-change.html");
}

enum err
post_appointment_change(struct request *rq)
{
	struct appointment_new n;
	struct appointment *a;
	struct conflict *c;
	struct dossier *d;
	enum err e;

	if ((e = appointments_open(rq, LEVEL_WORK, &a, &d)) != OK)
		return e;
	c = conflict_new(rq, a->version);
	if ((e = typed(rq, c, d, a, &n)) != OK ||
	    (e = appointment_change(&rq->cx, d, a, &n, a->version)) != OK)
		return e;
	return appointment_fields_said(rq, d, a, conflict_words(c,
	    _("The appointment is changed.")));
}
