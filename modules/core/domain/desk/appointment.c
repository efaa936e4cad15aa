/* SPDX-License-Identifier: MIT */
/* Appointments: entered, changed, cancelled; one time moved or left out. */
#include "domain/desk/appointment.h"

#include <string.h>

#include "base/day.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/dossier_keep.h"
#include "domain/dossier/undo.h"
#include "domain/spine/calendar.h"
#include "domain/spine/dossier_number.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "model/right.h"
#include "rules/time/ical.h"
#include "store/db.h"
#include "store/store_access.h"
#include "store/store_appointment.h"
#include "store/store_dossier.h"
#include "text/date.h"
#include "text/message.h"
#include "text/number.h"

#define FIRST_YEAR 1990
#define LAST_YEAR 2099
#define LONGEST 60	/* days */

static bool
day_read(const char *civil, int64_t *out)
{
	int64_t n;
	int y, m, d;

	if (civil == NULL || !date_civil_ok(civil) ||
	    !date_start("UTC", civil, &n))
		return false;
	*out = n / DAY;
	date_of_days(*out, &y, &m, &d);
	return y >= FIRST_YEAR && y <= LAST_YEAR;
}

static enum err
fill_days(struct ctx *cx, const struct appointment_new *n,
    struct appointment *a)
{
	int64_t last;

	if (!day_read(n->day, &a->day))
		return refuse_field(cx, "day", "%s", _("Say on which day."));
	last = a->day;
	if (n->last != NULL && n->last[0] != '\0' &&
	    !day_read(n->last, &last))
		return refuse_field(cx, "last", "%s",
		    _("This date cannot be. Correct it."));
	if (last < a->day || last - a->day > LONGEST)
		return refuse_field(cx, "last", "%s", _("The last day does "
		    "not come before the first one, nor more than 60 days "
		    "after it. Correct it."));
	a->minute = n->begins;
	a->length = (last - a->day + 1) * 1440;
	if (n->begins < 0)
		return n->ends < 0 ? OK : refuse_field(cx, "begins", "%s",
		    _("Say when it begins, or leave both times out."));
	if (n->ends < 0)
		return refuse_field(cx, "ends", "%s",
		    _("Say when it ends."));
	a->length = (last - a->day) * 1440 + n->ends - n->begins;
	if (a->length <= 0)
		return refuse_field(cx, "ends", "%s", _("It ends before it "
		    "begins. Correct the times, or say the last day."));
	return OK;
}

static enum err
fill_rule(struct ctx *cx, const struct appointment_rule *r,
    struct appointment *a)
{
	a->repeats = "";
	if (r->often == APPOINTMENT_ONCE)
		return OK;
	if (r->every < 1 || r->every > 99)
		return refuse_field(cx, "every", "%s",
		    _("Choose a number from 1 to 99."));
	if (r->often == APPOINTMENT_WEEKLY &&
	    (r->days & 1u << date_weekday_of(a->day)) == 0)
		return refuse_field(cx, "days", "%s", _("It begins on a day "
		    "of the week that is not ticked. Tick it, or begin on "
		    "another day."));
	if (r->count < 0 || r->count > 999)
		return refuse_field(cx, "count", "%s",
		    _("Choose a number from 1 to 999."));
	if (r->ends && r->count > 0)
		return refuse_field(cx, "count", "%s", _("Say either the "
		    "last day or how many times, not both."));
	if (r->ends && r->until < a->day)
		return refuse_field(cx, "until", "%s", _("This is before it "
		    "begins. Choose a later day."));
	a->repeats = appointment_rule_write(cx, r, a->day);
	return ical_rule_ok(a->repeats, a->day) ? OK : refuse_field(cx,
	    "every", "%s", _("This leads to no day. Choose another rule."));
}

/* Who takes part can see it: of a dossier, they are let in. */
static enum err
fill_people(struct ctx *cx, struct dossier *d, const struct appointment_new *n)
{
	struct store_access_staff who;
	const char *name;
	size_t i;
	enum err e;

	if (n->n > APPOINTMENT_PEOPLE)
		return refuse_field(cx, "people", _("Choose at most %d "
		    "people."), APPOINTMENT_PEOPLE);
	for (i = 0; i < n->n; i++) {
		if ((e = store_access_staff(cx, n->people[i], &who)) != OK)
			return e;
		if (who.person == 0 || !who.enabled ||
		    (who.rights & RIGHT_STAFF) == 0)
			return refuse_field(cx, "people", "%s",
			    _("Choose somebody of the staff."));
		if (d != NULL && (e = dossier_keep_admit(cx, d, "people",
		    n->people[i], &name)) != OK)
			return e;
	}
	return OK;
}

static enum err
fill(struct ctx *cx, struct dossier *d, const struct appointment_new *n,
    struct appointment *a)
{
	const struct calendar *c;
	enum err e, bad = OK;

	if ((e = keep_text(cx, "title", n->title, 1, 200, false,
	    &a->title)) != OK)
		bad = e;
	if ((e = keep_text(cx, "place", n->place, 0, 200, false,
	    &a->place)) != OK)
		bad = e;
	if ((e = keep_text(cx, "others", n->others, 0, 500, false,
	    &a->others)) != OK)
		bad = e;
	if ((e = keep_text(cx, "note", n->note, 0, KEEP_REASON, true,
	    &a->note)) != OK)
		bad = e;
	if ((e = fill_days(cx, n, a)) != OK ||
	    (e = fill_rule(cx, &n->rule, a)) != OK)
		bad = e;
	if (bad != OK)
		return bad;
	e = d != NULL ? calendar_of(cx, d, &c) : calendar_house(cx, &c);
	if (e != OK)
		return e;
	a->zone = c->zone;
	appointment_when_span(a);
	return fill_people(cx, d, n);
}

static struct event_body *
body(struct ctx *cx, const struct dossier *d, const struct appointment *a)
{
	struct event_body *b = event_body(cx);

	event_fact(b, "appointment", a->number);
	if (d != NULL)
		event_fact(b, "title", a->title);
	return b;
}

static const char *
moment(struct ctx *cx, int64_t n)
{
	return number_plain(cx->arena, n, 0);
}

/* Keeps an act: in the dossier's log with its words, else that it was. */
static enum err
tell(struct ctx *cx, struct dossier *d, struct undo *u, const char *kind,
    struct event_body *b)
{
	enum err e;

	if (d == NULL)
		return event_add_topic(cx, "persons", kind, b);
	if ((e = undo_step(cx, u, kind)) != OK)
		return e;
	return event_add(cx, d, kind, b);
}

static enum err
watch(struct ctx *cx, struct dossier *d, struct undo **u)
{
	*u = NULL;
	return d == NULL ? OK : undo_watch(cx, d, UNDO_APPOINTMENTS, u);
}

enum err
appointment_add(struct ctx *cx, struct dossier *d,
    const struct appointment_new *n, struct appointment **out)
{
	struct appointment *a = arena_alloc(cx->arena, sizeof(*a));
	struct event_body *b;
	struct undo *u;
	int tries = 0;
	enum err e;

	*out = NULL;
	*a = (struct appointment){ .owner = cx->viewer, .version = 1,
	    .shown = true, .reason = "", .person = "" };
	a->dossier = d == NULL ? 0 : d->id;
	if ((d != NULL && (e = keep_screened(cx, d)) != OK) ||
	    (e = fill(cx, d, n, a)) != OK || (e = watch(cx, d, &u)) != OK)
		return e;
	while (a->id == 0) {
		if (tries++ == DOSSIER_NUMBER_TRIES)
			return dossier_number_none(cx);
		a->number = dossier_number_appointment(cx);
		if ((e = store_appointment_add(cx, a)) != OK)
			return e;
	}
	if ((e = store_appointment_people(cx, a, n->people, n->n)) != OK)
		return e;
	b = body(cx, d, a);
	if (d != NULL)
		event_after(b, "begins", moment(cx, a->begins));
	*out = a;
	return tell(cx, d, u, "appointment.added", b);
}

enum err
appointment_open(struct ctx *cx, const char *number, enum level level,
    struct appointment **out, struct dossier **d)
{
	struct appointment *a;
	enum err e;

	*d = NULL;
	*out = NULL;
	if ((e = store_appointment_find(cx, number, &a)) != OK)
		return e;
	if (a != NULL && a->dossier != 0 &&
	    (e = dossier_open(cx, a->dossier_number, level, d)) != OK)
		return e;
	if (a == NULL || (a->dossier == 0 && level >= LEVEL_WORK &&
	    a->owner != cx->viewer))
		return refuse(cx, ERR_MISSING, "%s", _("There is no such "
		    "appointment, or it is not for you."));
	*out = a;
	return OK;
}

static enum err
may(struct ctx *cx, const struct dossier *d, const struct appointment *a)
{
	enum err e;

	if (d != NULL && (e = keep_open(cx, d)) != OK)
		return e;
	if (a->cancelled != 0)
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("This appointment is cancelled."));
	return OK;
}

/* Are the times the same? Then single ones that differ stay as they are. */
static bool
same_times(const struct appointment *a, const struct appointment *b)
{
	return a->day == b->day && a->minute == b->minute &&
	    a->length == b->length && strcmp(a->repeats, b->repeats) == 0 &&
	    strcmp(a->zone, b->zone) == 0;
}

enum err
appointment_change(struct ctx *cx, struct dossier *d, struct appointment *a,
    const struct appointment_new *n, int64_t version)
{
	struct appointment old = *a, new = *a;
	struct event_body *b;
	struct undo *u;
	enum err e;

	if ((e = may(cx, d, a)) != OK)
		return e;
	if (version != a->version)
		return db_stale(cx);
	if ((e = fill(cx, d, n, &new)) != OK || (e = watch(cx, d, &u)) != OK)
		return e;
	if (!same_times(&old, &new)) {
		new.excepts = NULL;
		appointment_when_span(&new);
		if ((e = store_appointment_regular(cx, a)) != OK)
			return e;
	}
	if ((e = store_appointment_save(cx, &new)) != OK ||
	    (e = store_appointment_people(cx, &new, n->people, n->n)) != OK)
		return e;
	*a = new;
	b = body(cx, d, a);
	if (d != NULL) {
		event_change(b, "title", old.title, a->title);
		event_change(b, "begins", moment(cx, old.begins),
		    moment(cx, a->begins));
		event_change(b, "place", old.place, a->place);
	}
	return tell(cx, d, u, "appointment.changed", b);
}

enum err
appointment_cancel(struct ctx *cx, struct dossier *d, struct appointment *a,
    const char *reason)
{
	struct event_body *b = body(cx, d, a);
	struct undo *u;
	enum err e;

	if ((e = may(cx, d, a)) != OK ||
	    (e = keep_text(cx, "reason", reason, 0, KEEP_REASON, true,
	    &a->reason)) != OK || (e = watch(cx, d, &u)) != OK)
		return e;
	a->cancelled = cx->now;
	if (d != NULL)
		event_why(b, a->reason);
	if ((e = store_appointment_save(cx, a)) != OK)
		return e;
	return tell(cx, d, u, "appointment.cancelled", b);
}

/* Does the rule fall on the day? */
static bool
falls_on(const struct appointment *a, int64_t day)
{
	int64_t one;

	return a->repeats[0] != '\0' && ical_days(a->repeats, a->day, day,
	    day + 1, &one, 1) == 1;
}

static enum err
differ(struct ctx *cx, struct dossier *d, struct appointment *a,
    struct appointment_except *x, const char *kind, const char *reason)
{
	struct event_body *b = body(cx, d, a);
	struct appointment_except **at = &a->excepts;
	struct undo *u;
	enum err e;

	if ((e = may(cx, d, a)) != OK)
		return e;
	if (!falls_on(a, x->day))
		return refuse(cx, ERR_MISSING, "%s", _("It does not take "
		    "place on that day."));
	if ((e = keep_text(cx, "reason", reason, 0, KEEP_REASON, true,
	    &reason)) != OK || (e = watch(cx, d, &u)) != OK ||
	    (e = store_appointment_except(cx, a, x)) != OK)
		return e;
	while (*at != NULL && (*at)->day != x->day)
		at = &(*at)->next;
	x->next = *at == NULL ? NULL : (*at)->next;
	*at = x;
	appointment_when_span(a);
	if ((e = store_appointment_save(cx, a)) != OK)
		return e;
	if (d != NULL) {
		event_change(b, "begins", moment(cx, appointment_when_moment(
		    a->zone, x->day, a->minute < 0 ? 0 : a->minute)),
		    x->begins == 0 ? "" : moment(cx, x->begins));
		event_why(b, reason);
	}
	return tell(cx, d, u, kind, b);
}

enum err
appointment_skip(struct ctx *cx, struct dossier *d, struct appointment *a,
    int64_t day, const char *reason)
{
	struct appointment_except *x = arena_alloc(cx->arena, sizeof(*x));

	*x = (struct appointment_except){ .day = day };
	return differ(cx, d, a, x, "appointment.skipped", reason);
}

enum err
appointment_move(struct ctx *cx, struct dossier *d, struct appointment *a,
    int64_t day, const char *to, int begins, int ends, const char *reason)
{
	struct appointment_except *x = arena_alloc(cx->arena, sizeof(*x));
	int64_t on;

	if (!day_read(to, &on))
		return refuse_field(cx, "day", "%s", _("Say on which day."));
	if (a->minute < 0) {
		begins = 0;
		ends = (int)a->length;
	} else if (begins < 0)
		return refuse_field(cx, "begins", "%s",
		    _("Say when it begins."));
	if (ends <= begins)
		return refuse_field(cx, "ends", "%s", _("It ends before it "
		    "begins. Correct the times."));
	*x = (struct appointment_except){ .day = day,
	    .begins = appointment_when_moment(a->zone, on, begins),
	    .ends = appointment_when_moment(a->zone, on, ends) };
	return differ(cx, d, a, x, "appointment.moved", reason);
}
