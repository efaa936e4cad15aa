/* SPDX-License-Identifier: MIT */
/* An appointment is entered or changed. */
#include <string.h>

#include "casework/appointments.h"
#include "casework/choices.h"
#include "casework/pages_work.h"
#include "casework/show.h"
#include "domain/calendar.h"
#include "domain/dossier.h"
#include "domain/person.h"
#include "text/date.h"
#include "text/message.h"
#include "text/number.h"

const struct field appointment_new_form[] = {
	{ "dossier", FIELD_TEXT, .max = 40 },
	{ "day", FIELD_DATE },
	{ 0 }
};
const struct field appointment_form[] = {
	APPOINTMENTS_FIELDS,
	{ "dossier", FIELD_TEXT, .max = 40 },
	{ 0 }
};
const struct field appointment_change_form[] = {
	APPOINTMENTS_FIELDS,
	{ "version", FIELD_INT, .min = 1, .max = INT64_MAX },
	{ 0 }
};

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

static enum err
typed(struct request *rq, const struct dossier *d,
    struct appointment_new *out)
{
	enum err begins, ends;

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

static bool
takes_part(const struct appointment *a, int64_t person)
{
	const struct appointment_person *p = a == NULL ? NULL : a->people;

	while (p != NULL && p->id != person)
		p = p->next;
	return p != NULL;
}

/* What the form lets choose, for one that is new where a is NULL. */
static enum err
choices(struct request *rq, const struct dossier *d,
    const struct appointment *a)
{
	int64_t monday = date_days(2026, 11, 23);
	const struct calendar *c;
	const struct party *y;
	struct person *p;
	struct view *v;
	int i;
	enum err e;

	if ((e = person_staff(&rq->cx, &p)) != OK ||
	    (e = d != NULL ? calendar_of(&rq->cx, d, &c) :
	    calendar_house(&rq->cx, &c)) != OK)
		return e;
	for (; p != NULL; p = p->next) {
		if (d == NULL && p->id == rq->cx.viewer)
			continue;
		v = view_option(rq->view, "staff", p->number, p->name);
		if (takes_part(a, p->id) || (a == NULL && p->id ==
		    rq->cx.viewer))
			form_start(rq, arena_printf(rq->cx.arena, "p.%s",
			    p->number), "1");
		view_flag(v, "self", p->id == rq->cx.viewer);
	}
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

/* The case that the form names, or none. */
static enum err
case_of(struct request *rq, struct dossier **d)
{
	const char *number = form_text(rq, "dossier");
	enum err e;

	*d = NULL;
	if (number[0] == '\0')
		return OK;
	if ((e = dossier_open(&rq->cx, number, LEVEL_WORK, d)) != OK ||
	    (e = dossier_load(&rq->cx, *d)) != OK)
		return e;
	show_dossier(rq, view_part(rq->view, "dossier"), *d);
	return OK;
}

enum err
get_appointment_new(struct request *rq)
{
	const char *day = form_date(rq, "day");
	struct dossier *d;
	enum err e;

	if ((e = case_of(rq, &d)) != OK ||
	    (e = choices(rq, d, NULL)) != OK)
		return e;
	form_start(rq, "day", day[0] != '\0' ? day : date_today(
	    rq->cx.arena, rq->cx.zone, rq->cx.now));
	form_start(rq, "often", "once");
	form_start(rq, "every", "1");
	form_start(rq, "dossier", d == NULL ? "" : d->number);
	return reply_page(rq, "casework/appointment-new.html");
}

/* What it meets is a remark: people know better. */
static enum err
say_entered(struct request *rq, const struct dossier *d,
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

enum err
post_appointment_add(struct request *rq)
{
	struct appointment_new n;
	struct appointment *a;
	struct dossier *d;
	enum err e;

	if ((e = case_of(rq, &d)) != OK || (e = typed(rq, d, &n)) != OK ||
	    (e = appointment_add(&rq->cx, d, &n, &a)) != OK)
		return e;
	return say_entered(rq, d, a, _("The appointment is entered."));
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

static void
begin_form(struct request *rq, const struct appointment *a)
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
	form_start(rq, "version", number_plain(m, a->version, 0));
	begin_rule(rq, a);
}

enum err
get_appointment_change(struct request *rq)
{
	struct appointment *a;
	struct dossier *d;
	enum err e;

	if ((e = appointments_open(rq, LEVEL_WORK, &a, &d)) != OK ||
	    (d != NULL && (e = dossier_load(&rq->cx, d)) != OK) ||
	    (e = choices(rq, d, a)) != OK)
		return e;
	begin_form(rq, a);
	view_flag(rq->view, "differs", a->excepts != NULL);
	return reply_page(rq, "casework/appointment-change.html");
}

enum err
post_appointment_change(struct request *rq)
{
	struct appointment_new n;
	struct appointment *a;
	struct dossier *d;
	enum err e;

	if ((e = appointments_open(rq, LEVEL_WORK, &a, &d)) != OK ||
	    (e = typed(rq, d, &n)) != OK ||
	    (e = appointment_change(&rq->cx, d, a, &n, form_int(rq,
	    "version"))) != OK)
		return e;
	return say_entered(rq, d, a, _("The appointment is changed."));
}
