/* SPDX-License-Identifier: MIT */
/* The page of an appointment, and what is done with it. */
#include "casework/calendar/appointments.h"

#include <string.h>

#include "base/day.h"
#include "casework/shared/show.h"
#include "casework/tasks/pages_work.h"
#include "domain/dossier/dossier.h"
#include "domain/spine/keep.h"
#include "text/date.h"
#include "text/message.h"

#define NEXT_TIMES 8
#define AHEAD (400 * DAY)

const char *const appointments_often[] = { APPOINTMENT_OFTEN, NULL };

const struct field appointment_cancel_form[] = {
	{ "reason", FIELD_LINES, .max = KEEP_REASON },
	{ 0 }
};
const struct field appointment_time_form[] = {
	{ "day", FIELD_DATE, .min = 1 },
	{ "begins", FIELD_TEXT, .max = 8 },
	{ "ends", FIELD_TEXT, .max = 8 },
	{ "reason", FIELD_LINES, .max = KEEP_REASON },
	{ "skip", FIELD_FLAG },
	{ 0 }
};

int64_t
appointments_day(const char *civil)
{
	int64_t n = 0;

	return date_civil_ok(civil) && date_start("UTC", civil, &n) ?
	    n / DAY : 0;
}

const char *
appointments_iso(struct request *rq, int64_t day)
{
	return date_text(rq->cx.arena, "en", "UTC", day * DAY, 0,
	    DATE_INPUT_DAY);
}

enum err
appointments_minute(struct request *rq, const char *field, int *out)
{
	const char *typed = form_text(rq, field);

	*out = -1;
	return typed[0] == '\0' || date_minute(typed, out) ? OK :
	    refuse_field(&rq->cx, field, "%s",
	    _("This is no time. Write it as 9:00."));
}

static const char *
written(struct request *rq, int64_t moment, enum date_style how)
{
	return date_text(rq->cx.arena, rq->cx.lang, rq->cx.zone, moment,
	    rq->cx.now, how);
}

/* "Tue 24 Nov 2026, 9:00 to 10:00", in the viewer's zone. */
static const char *
span(struct request *rq, const struct appointment *a,
    int64_t begins, int64_t ends)
{
	const char *from = written(rq, begins, DATE_DAY);
	const char *last = written(rq, ends - (a->minute < 0), DATE_DAY);
	struct arena *m = rq->cx.arena;

	if (a->minute < 0)
		return strcmp(from, last) == 0 ? from :
		    arena_printf(m, _("%s to %s"), from, last);
	from = written(rq, begins, DATE_MOMENT);
	return arena_printf(m, _("%s to %s"), from,
	    strcmp(written(rq, begins, DATE_DAY), last) == 0 ?
	    written(rq, ends, DATE_TIME) : written(rq, ends, DATE_MOMENT));
}

static void
show_one(struct request *rq, const struct appointment *a)
{
	struct view *v = view_part(rq->view, "appointment");
	const struct appointment_person *p;

	view_text(v, "number", a->number);
	view_text(v, "title", a->title);
	view_text(v, "place", a->place);
	view_text(v, "others", a->others);
	view_text(v, "note", a->note);
	view_text(v, "owner", a->owner_name);
	view_text(v, "rule", appointment_rule_words(&rq->cx, a));
	view_text(v, "zone", strcmp(a->zone, rq->cx.zone) == 0 ? "" :
	    a->zone);
	view_text(v, "span", span(rq, a, appointment_when_moment(
	    a->zone, a->day, a->minute < 0 ? 0 : a->minute),
	    appointment_when_moment(a->zone, a->day, (a->minute < 0 ? 0 :
	    a->minute) + a->length)));
	view_flag(v, "cancelled", a->cancelled != 0);
	view_moment(v, "ended", a->cancelled);
	view_text(v, "reason", a->reason);
	view_moment(v, "created", a->created);
	for (p = a->people; p != NULL; p = p->next) {
		struct view *item = view_item(v, "people");

		view_text(item, "number", p->number);
		view_text(item, "name", p->name);
	}
}

enum err
appointments_open(struct request *rq, enum level level,
    struct appointment **a, struct dossier **d)
{
	enum err e = appointment_open(&rq->cx, request_part(rq,
	    "appointment"), level, a, d);

	if (e != OK)
		return e;
	show_one(rq, *a);
	if (*d != NULL)
		show_dossier(rq, view_part(rq->view, "dossier"), *d);
	return OK;
}

static void
show_times(struct request *rq, const struct appointment *a, bool may)
{
	struct appointment_time *t = appointment_when(&rq->cx, a,
	    rq->cx.now, rq->cx.now + AHEAD);
	struct view *v;
	int n;

	for (n = 0; t != NULL && n < NEXT_TIMES; t = t->next, n++) {
		v = view_item(rq->view, "times");
		view_text(v, "span", span(rq, a, t->begins,
		    t->ends));
		view_flag(v, "moved", t->moved);
		view_text(v, "href", !may ? "" : arena_printf(rq->cx.arena,
		    "/calendar/%s/times/%s", a->number,
		    appointments_iso(rq, t->day)));
	}
	view_flag(rq->view, "more", t != NULL);
}

enum err
get_appointment(struct request *rq)
{
	struct appointment_clash *c = NULL;
	struct appointment *a;
	struct dossier *d;
	bool may;
	enum err e;

	if ((e = appointments_open(rq, LEVEL_READ, &a, &d)) != OK)
		return e;
	may = a->cancelled == 0 && (d == NULL ? a->owner == rq->cx.viewer :
	    d->level >= LEVEL_WORK && strcmp(d->status, "closed") != 0);
	view_flag(rq->view, "may_change", may);
	if (a->repeats[0] != '\0' && a->cancelled == 0)
		show_times(rq, a, may);
	if (a->cancelled == 0 &&
	    (e = appointment_beside(&rq->cx, d, a, &c)) != OK)
		return e;
	for (; c != NULL; c = c->next)
		view_text(view_item(rq->view, "clashes"), "text",
		    appointment_beside_words(&rq->cx, c));
	return reply_page(rq, "casework/appointment.html");
}

enum err
get_appointment_cancel(struct request *rq)
{
	struct appointment *a;
	struct dossier *d;
	enum err e;

	if ((e = appointments_open(rq, LEVEL_WORK, &a, &d)) != OK)
		return e;
	return reply_page(rq, "casework/appointment-cancel.html");
}

enum err
post_appointment_cancel(struct request *rq)
{
	struct appointment *a;
	struct dossier *d;
	enum err e;

	if ((e = appointments_open(rq, LEVEL_WORK, &a, &d)) != OK ||
	    (e = appointment_cancel(&rq->cx, d, a, form_text(rq,
	    "reason"))) != OK)
		return e;
	reply_notice(rq, _("“%s” is cancelled."), a->title);
	return reply_redirect(rq, d == NULL ? "/calendar" :
	    "/dossiers/%s/calendar", d == NULL ? "" : d->number);
}

static const char *
clock_of(struct request *rq, const struct appointment *a, int64_t moment)
{
	return date_text(rq->cx.arena, "en", a->zone, moment, rq->cx.now,
	    DATE_TIME);
}

/* One time of many, as it is now. */
static const struct appointment_time *
time_of(struct request *rq, const struct appointment *a, int64_t day)
{
	int64_t around = (day - 1) * DAY;
	const struct appointment_except *x = a->excepts;
	struct appointment_time *t;

	while (x != NULL && x->day != day)
		x = x->next;
	if (x != NULL && x->begins != 0)
		around = x->begins;
	t = appointment_when(&rq->cx, a, around, around + 4 * DAY);
	while (t != NULL && t->day != day)
		t = t->next;
	return t;
}

enum err
get_appointment_time(struct request *rq)
{
	int64_t day = appointments_day(request_part(rq, "day"));
	const struct appointment_time *t;
	struct appointment *a;
	struct dossier *d;
	enum err e;

	if ((e = appointments_open(rq, LEVEL_WORK, &a, &d)) != OK)
		return e;
	if ((t = time_of(rq, a, day)) == NULL)
		return refuse(&rq->cx, ERR_MISSING, "%s",
		    _("It does not take place on that day."));
	view_text(rq->view, "span", span(rq, a, t->begins,
	    t->ends));
	view_text(rq->view, "on", appointments_iso(rq, day));
	view_flag(rq->view, "timed", a->minute >= 0);
	form_start(rq, "day", date_text(rq->cx.arena, "en", a->zone,
	    t->begins, rq->cx.now, DATE_INPUT_DAY));
	form_start(rq, "begins", clock_of(rq, a, t->begins));
	form_start(rq, "ends", clock_of(rq, a, t->ends));
	return reply_page(rq, "casework/appointment-time.html");
}

enum err
post_appointment_time(struct request *rq)
{
	int64_t day = appointments_day(request_part(rq, "day"));
	const char *reason = form_text(rq, "reason");
	struct appointment *a;
	struct dossier *d;
	int begins, ends;
	enum err e;

	if ((e = appointments_open(rq, LEVEL_WORK, &a, &d)) != OK ||
	    (e = appointments_minute(rq, "begins", &begins)) != OK ||
	    (e = appointments_minute(rq, "ends", &ends)) != OK)
		return e;
	e = form_flag(rq, "skip") ?
	    appointment_skip(&rq->cx, d, a, day, reason) :
	    appointment_move(&rq->cx, d, a, day, form_date(rq, "day"), begins,
	    ends, reason);
	if (e != OK)
		return e;
	reply_notice(rq, form_flag(rq, "skip") ?
	    _("“%s” does not take place on that day.") :
	    _("“%s” is moved on that day."), a->title);
	return reply_redirect(rq, "/calendar/%s", a->number);
}
