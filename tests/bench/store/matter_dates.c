/* SPDX-License-Identifier: MIT */
/* What an open dossier has ahead: a deadline, a promise, when it falls
 * silent, an appointment, a service of each week; and what its lead is
 * told. */
#include "matter_dates.h"

#include "base/day.h"
#include "words.h"

#define SILENT (14 * MAKE_DAY)	/* without contact */

struct matter_dates {
	struct make *m;
	struct load deadlines, spans, promises, silences, appointments,
	    people, notices, careplans, services, days;
};

struct matter_dates *
matter_dates_start(struct make *m)
{
	struct matter_dates *s = arena_alloc(m->keep, sizeof(*s));
	struct ctx *cx = &m->cx;

	s->m = m;
	load_start(&s->deadlines, cx, "deadline", "id, dossier, no, title,"
	    " state, started, due, early, told");
	load_start(&s->spans, cx, "deadline_span",
	    "deadline, no, begun, due, actor");
	load_start(&s->promises, cx, "promise", "dossier, no, text, medium,"
	    " made, made_by, due, state, lead");
	load_start(&s->silences, cx, "silence", "dossier, since, cause");
	load_start(&s->appointments, cx, "appointment", "id, number, dossier,"
	    " title, zone, day, minute, length, begins, ends, owner, created,"
	    " changed");
	load_start(&s->people, cx, "appointment_person",
	    "appointment, person, ends");
	load_start(&s->notices, cx, "outbox", "person, dossier, queued, due,"
	    " ended, kind, sorted, seen");
	load_start(&s->careplans, cx, "careplan",
	    "id, dossier, no, title, state, since");
	load_start(&s->services, cx, "service", "id, dossier, no, careplan,"
	    " title, every, begins, person, state, made, next");
	load_start(&s->days, cx, "service_day",
	    "service, day, state, done, said, told, lead, scope");
	return s;
}

void
matter_dates_flush(struct matter_dates *s)
{
	load_flush(&s->deadlines);
	load_flush(&s->spans);
	load_flush(&s->promises);
	load_flush(&s->silences);
	load_flush(&s->appointments);
	load_flush(&s->people);
	load_flush(&s->notices);
	load_flush(&s->careplans);
	load_flush(&s->services);
	load_flush(&s->days);
}

static void
deadline(struct matter_dates *s, struct matter *x)
{
	int64_t due = matter_due(s->m);

	load_row(&s->deadlines, db_i(x->id), db_i(x->id), db_i(NO_DEADLINE),
	    db_t(words_phrase(s->m, (int)x->tongue, 2)), db_t("running"),
	    db_i(x->received), db_i(due), db_i(due - 2 * MAKE_DAY),
	    db_i(due < MAKE_NOW ? 2 : 0));
	load_row(&s->spans, db_i(x->id), db_i(1), db_i(x->received),
	    db_t("add working days(date(start), 20)"), db_i0(x->lead));
	if (due < x->due)
		x->due = due;
}

/* One case in two has told its requester a day, and meets somebody. */
static void
promise(struct matter_dates *s, struct matter *x)
{
	int64_t due = matter_due(s->m) / MAKE_DAY * MAKE_DAY + MAKE_DAY - 1;

	load_row(&s->promises, db_i(x->id), db_i(NO_PROMISE),
	    db_t(words_phrase(s->m, (int)x->tongue, 3)), db_t("phone"),
	    db_i(x->touched), db_i0(x->lead), db_i(due), db_t("open"),
	    db_i0(x->lead));
}

/* In working hours; the zone is an hour east of UTC in November. */
static void
appointment(struct matter_dates *s, const struct matter *x)
{
	int64_t day = matter_due(s->m) / MAKE_DAY * MAKE_DAY;
	int64_t minute = 8 * 60 + 30 * make_dice(s->m, 18);
	int64_t begins = day + minute * 60 - HOUR;

	load_row(&s->appointments, db_i(x->id),
	    db_t(make_number(s->m, "T", x->id)), db_i(x->id),
	    db_t(words_phrase(s->m, (int)x->tongue, 2)),
	    db_t("Europe/Zurich"), db_t(matter_day(s->m->cx.arena, day)),
	    db_i(minute), db_i(60), db_i(begins), db_i(begins + HOUR),
	    db_i(x->lead), db_i(x->touched), db_i(x->touched));
	load_row(&s->people, db_i(x->id), db_i(x->lead),
	    db_i(begins + HOUR));
}

/* Four weeks: one was done, the others are late or due. */
static void
service(struct matter_dates *s, const struct matter *x)
{
	int64_t day = matter_due(s->m) / MAKE_DAY * MAKE_DAY - 7 * MAKE_DAY;
	struct arena *a = s->m->cx.arena;
	int i;

	load_row(&s->careplans, db_i(x->id), db_i(x->id), db_i(NO_CAREPLAN),
	    db_t(words_phrase(s->m, (int)x->tongue, 2)), db_t("draft"),
	    db_i(x->received));
	load_row(&s->services, db_i(x->id), db_i(x->id), db_i(NO_SERVICE),
	    db_i(x->id), db_t(words_phrase(s->m, (int)x->tongue, 2)),
	    db_t("P1W"), db_t(matter_day(a, day)), db_i(x->lead),
	    db_t("running"), db_i(4), db_t(matter_day(a,
	    day + 28 * MAKE_DAY)));
	for (i = 0; i < 4; i++, day += 7 * MAKE_DAY)
		load_row(&s->days, db_i(x->id), db_t(matter_day(a, day)),
		    db_t(i == 0 ? "done" : "due"), db_t(i == 0 ?
		    matter_day(a, day) : ""), i == 0 ? db_i(day) :
		    db_null(), db_i(day < MAKE_NOW ? 2 : 0), db_i(x->lead),
		    db_i(x->scope));
}

void
matter_dates_make(struct matter_dates *s, struct matter *x)
{
	x->quiet = MAKE_NEVER;
	if (x->is_closed || x->tray)
		return;
	x->quiet = x->touched + SILENT;
	deadline(s, x);
	load_row(&s->silences, db_i(x->id), db_i(x->touched),
	    db_t("received"));
	if (x->id % 2 == 0)
		promise(s, x);
	if (x->lead == 0)
		return;
	service(s, x);
	if (x->id % 2 == 0)
		appointment(s, x);
	load_row(&s->notices, db_i(x->lead), db_i(x->id), db_i(x->touched),
	    db_i(x->touched), db_i(x->touched), db_t("change"), db_i(1),
	    x->id % 4 == 0 ? db_null() : db_i(x->touched));
}
