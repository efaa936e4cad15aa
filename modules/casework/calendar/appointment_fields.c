/* SPDX-License-Identifier: MIT */
/* What is typed of an appointment, and what its form lets choose. */
#include "casework/calendar/appointment_fields.h"

#include <string.h>

#include "casework/calendar/appointments.h"
#include "domain/people/person.h"
#include "domain/spine/calendar.h"
#include "text/date.h"
#include "text/fold.h"
#include "text/message.h"
#include "text/number.h"
#include "web/reply.h"

#define FOUND_ROWS 30	/* of a big house, at once */

static void
typed_rule(struct request *rq, struct appointment_rule *r)
{
	const char *often = form_text(rq, "often");
	int i;

	*r = (struct appointment_rule){ .every = form_int(rq, "every") };
	if (r->every == 0)
		r->every = 1;
	for (i = 0; appointments_often[i] != NULL; i++)
		if (strcmp(appointments_often[i], often) == 0)
			r->often = (enum appointment_often)i;
	for (i = 0; i < 7; i++)
		if (form_flag(rq, arena_printf(rq->cx.arena, "d.%d", i)))
			r->days |= 1u << i;
	if (r->days == 0)	/* none ticked: the day that it begins on */
		r->days = 1u << date_weekday_of(appointments_day(form_date(
		    rq, "day")));
	r->ends = form_date(rq, "until")[0] != '\0';
	r->until = appointments_day(form_date(rq, "until"));
	r->count = form_int(rq, "count");
}

/* The people who were ticked; who enters one of nobody's case is with it. */
static enum err
typed_people(struct request *rq, const struct dossier *d,
    struct appointment_new *out)
{
	int64_t *ids = arena_array(rq->cx.arena, APPOINTMENT_PEOPLE + 2,
	    sizeof(*ids));
	struct person *p;
	enum err e = person_staff(&rq->cx, &p);

	out->people = ids;
	out->n = 0;
	if (d == NULL)
		ids[out->n++] = rq->cx.viewer;
	for (; e == OK && p != NULL; p = p->next)
		if (out->n <= APPOINTMENT_PEOPLE &&
		    (d != NULL || p->id != rq->cx.viewer) &&
		    form_flag(rq, arena_printf(rq->cx.arena, "p.%s",
		    p->number)))
			ids[out->n++] = p->id;
	return e;
}

static bool
takes_part(const struct appointment *a, int64_t person)
{
	const struct appointment_person *p = a == NULL ? NULL : a->people;

	while (p != NULL && p->id != person)
		p = p->next;
	return p != NULL;
}

static bool
is_found(struct request *rq, const struct person *p)
{
	const char *find = fold_key(rq->cx.arena, form_text(rq, "find"));

	return find[0] != '\0' && strstr(fold_key(rq->cx.arena, p->name),
	    find) != NULL;
}

/* Of a big house those who are ticked, and whom the search finds. */
static enum err
show_staff(struct request *rq, const struct dossier *d,
    const struct appointment *a)
{
	const char *field;
	struct person *p, *few;
	struct view *v;
	int found = 0;
	bool ticked;
	enum err e;

	if ((e = person_staff_few(&rq->cx, &few)) != OK ||
	    (e = person_staff(&rq->cx, &p)) != OK)
		return e;
	view_flag(rq->view, "search", few == NULL);
	for (; p != NULL; p = p->next) {
		if (d == NULL && p->id == rq->cx.viewer)
			continue;
		field = arena_printf(rq->cx.arena, "p.%s", p->number);
		ticked = takes_part(a, p->id) || (a == NULL && p->id ==
		    rq->cx.viewer);
		if (few == NULL && !ticked && !form_flag(rq, field) &&
		    (!is_found(rq, p) || found++ >= FOUND_ROWS))
			continue;
		v = view_option(rq->view, "staff", p->number, p->name);
		if (ticked)
			form_start(rq, field, "1");
		view_flag(v, "self", p->id == rq->cx.viewer);
	}
	view_flag(rq->view, "more", found > FOUND_ROWS);
	return OK;
}

/* Somebody looks for people: the form comes back with whom that finds. */
static enum err
looked_for(struct request *rq)
{
	const char *find = form_text(rq, "find");
	struct person *p;
	enum err e = person_staff(&rq->cx, &p);

	while (e == OK && p != NULL && !is_found(rq, p))
		p = p->next;
	if (e != OK)
		return e;
	if (p == NULL)
		return refuse_field(&rq->cx, "find", _("Nobody of the staff "
		    "is called “%s”."), find);
	return refuse_field(&rq->cx, "people", "%s",
	    _("Tick who takes part."));
}

enum err
appointment_fields_typed(struct request *rq, const struct dossier *d,
    struct appointment_new *out)
{
	enum err begins, ends;

	if (form_flag(rq, "look") && form_has(rq, "find"))
		return looked_for(rq);
	*out = (struct appointment_new){
		.title = form_text(rq, "title"),
		.place = form_text(rq, "place"),
		.others = form_text(rq, "others"),
		.note = form_text(rq, "note"),
		.day = form_date(rq, "day"),
		.last = form_date(rq, "last")
	};
	begins = appointments_minute(rq, "begins", &out->begins);
	ends = appointments_minute(rq, "ends", &out->ends);
	if (begins != OK || ends != OK)
		return begins != OK ? begins : ends;
	typed_rule(rq, &out->rule);
	return typed_people(rq, d, out);
}

/* a NULL: for one that is new. */
enum err
appointment_fields_choices(struct request *rq, const struct dossier *d,
    const struct appointment *a)
{
	int64_t monday = date_days(2026, 11, 23);
	const struct calendar *c;
	const struct party *y;
	int i;
	enum err e;

	if ((e = show_staff(rq, d, a)) != OK ||
	    (e = d != NULL ? calendar_of(&rq->cx, d, &c) :
	    calendar_house(&rq->cx, &c)) != OK)
		return e;
	for (i = 0; i < 7; i++)
		view_option(rq->view, "weekdays", number_plain(rq->cx.arena,
		    i, 0), date_weekday(rq->cx.arena, rq->cx.lang,
		    monday + i));
	for (y = d == NULL ? NULL : d->parties; y != NULL; y = y->next)
		if (y->ended == 0)
			view_text(view_item(rq->view, "parties"), "name",
			    y->name);
	view_text(rq->view, "zone", strcmp(c->zone, rq->cx.zone) == 0 ? "" :
	    c->zone);
	return OK;
}

static void
begin_rule(struct request *rq, const struct appointment *a)
{
	struct appointment_rule r;
	int i;

	appointment_rule_read(a->repeats, &r);
	form_start(rq, "often", appointments_often[r.often]);
	form_start(rq, "every", number_plain(rq->cx.arena, r.every, 0));
	for (i = 0; i < 7; i++)
		if ((r.days & 1u << i) != 0)
			form_start(rq, arena_printf(rq->cx.arena, "d.%d", i),
			    "1");
	if (r.ends)
		form_start(rq, "until", appointments_iso(rq, r.until));
	if (r.count > 0)
		form_start(rq, "count", number_plain(rq->cx.arena, r.count,
		    0));
}

void
appointment_fields_begin(struct request *rq, const struct appointment *a)
{
	struct arena *m = rq->cx.arena;
	int64_t end = a->minute + a->length, last = a->day +
	    (a->minute < 0 ? a->length / 1440 - 1 : (end - 1) / 1440);

	form_start(rq, "title", a->title);
	form_start(rq, "place", a->place);
	form_start(rq, "others", a->others);
	form_start(rq, "note", a->note);
	form_start(rq, "day", appointments_iso(rq, a->day));
	form_start(rq, "last", last == a->day ? "" : appointments_iso(rq,
	    last));
	if (a->minute >= 0) {
		end -= (last - a->day) * 1440;
		form_start(rq, "begins", arena_printf(m, "%02d:%02d",
		    a->minute / 60, a->minute % 60));
		form_start(rq, "ends", arena_printf(m, "%02d:%02d",
		    (int)(end / 60), (int)(end % 60)));
	}
	begin_rule(rq, a);
}

/* What it meets is a remark: people know better. */
enum err
appointment_fields_said(struct request *rq, const struct dossier *d,
    const struct appointment *a, const char *done)
{
	struct appointment_clash *c;
	enum err e;

	if ((e = appointment_beside(&rq->cx, d, a, &c)) != OK)
		return e;
	if (c == NULL)
		reply_notice(rq, "%s", done);
	else
		reply_notice(rq, _("%s Note: %s"), done,
		    appointment_beside_words(&rq->cx, c));
	return reply_redirect(rq, "/calendar/%s", a->number);
}
