/* SPDX-License-Identifier: MIT */
/* Dossiers that fell silent: reckoned after each act, told by the clock. */
#include "domain/course/silence.h"

#include <string.h>

#include "domain/spine/calendar.h"
#include "rules/time/worktime.h"
#include "rules/type/rulepack.h"
#include "store/store_silence.h"
#include "text/message.h"

static bool
under_way(const struct dossier *d)
{
	return strcmp(d->verdict, "accepted") == 0 && d->type != NULL &&
	    d->type->rhythm != NULL && strcmp(d->status, "closed") != 0;
}

const struct type_rhythm *
silence_rhythm(const struct dossier *d)
{
	const struct casetype *t = d->type;

	return t->rules == NULL ? rulepack_when(t->rhythm, d->phase,
	    d->risk) : rulepack_rhythm(t->rules, d->phase, d->risk);
}

bool
silence_dated(const struct casetype *t)
{
	return t->rules == NULL ? t->rhythm->dated : rulepack_dated(t->rules);
}

const char *
silence_agreed(struct ctx *cx, const struct type_rhythm *r)
{
	return arena_printf(cx->arena, r->works ?
	    message_plural("%ld working day", "%ld working days", r->days) :
	    message_plural("%ld day", "%ld days", r->days), (long)r->days);
}

bool
silence_is(const struct ctx *cx, const struct dossier *d)
{
	return d->quiet != 0 && d->quiet <= cx->now;
}

/* Days as the clocks here count them. */
static long
days_since(struct ctx *cx, int64_t moment)
{
	const struct calendar here = { .zone = cx->zone };

	return (long)(worktime_day_of(&here, cx->now) -
	    worktime_day_of(&here, moment));
}

const char *
silence_words(struct ctx *cx, const struct dossier *d)
{
	long days;

	if (!silence_is(cx, d))
		return "";
	if (d->heard == 0 || !under_way(d))
		return _("No next date");
	days = days_since(cx, d->heard);
	return arena_printf(cx->arena, message_plural(
	    "No contact for %ld day, agreed: %s",
	    "No contact for %ld days, agreed: %s", days), days,
	    silence_agreed(cx, silence_rhythm(d)));
}

/* The end of the n-th day after a moment, by a calendar; 0: there is none. */
static int64_t
end_after(const struct calendar *c, int64_t from, int n, bool works)
{
	int64_t day = worktime_day_of(c, from);

	if (!works)
		day += n;
	else if (!worktime_add_days(c, day, n, &day))
		return 0;
	return worktime_start_of(c, day + 1);
}

static int64_t
counted_from(const struct store_silence *s)
{
	return s->contact > s->since ? s->contact : s->since;
}

/* Until when contact is agreed, 0 for ever: while it waits, too. */
static int64_t
contact_by(const struct dossier *d, const struct calendar *c,
    const struct store_silence *s)
{
	const struct type_rhythm *r = silence_rhythm(d);

	return r->days == 0 || strcmp(d->status, "open") != 0 ? 0 :
	    end_after(c, counted_from(s), r->days, r->works);
}

/* What the days are counted from, where no contact came later. */
static void
begin(struct ctx *cx, const struct dossier *d, const char *kind,
    struct store_silence *s)
{
	if (s->since == 0) {
		s->since = strcmp(d->medium, "import") == 0 ? d->opened :
		    d->received;
		s->cause = "received";
	}
	if (strcmp(kind, "dossier.resumed") == 0) {
		s->since = cx->now;
		s->cause = "resumed";
	} else if (strcmp(kind, "dossier.reopened") == 0) {
		s->since = cx->now;
		s->cause = "reopened";
	}
}

/* Fills d->quiet and d->heard. */
static enum err
reckon_now(struct ctx *cx, struct dossier *d, struct store_silence *s)
{
	const struct calendar *c;
	int64_t by, dated;
	enum err e;

	d->quiet = d->heard = 0;
	if (!under_way(d) || d->due != 0 || !silence_dated(d->type))
		s->undated = 0;
	else if (s->undated == 0)
		s->undated = cx->now;
	if (!under_way(d))
		return OK;
	if ((e = calendar_of(cx, d, &c)) != OK)
		return e;
	by = contact_by(d, c, s);
	dated = s->undated == 0 ? 0 : end_after(c, s->undated, 1, true);
	if (by != 0 && (dated == 0 || by <= dated))
		d->heard = counted_from(s);
	d->quiet = d->heard != 0 ? by : dated;
	return OK;
}

static enum err
save(struct ctx *cx, const struct dossier *d, struct store_silence *s)
{
	if (d->quiet == 0 || d->quiet > cx->now)
		s->told = false;	/* the next silence is another */
	return store_silence_save(cx, d, s, s->told ? 0 : d->quiet);
}

enum err
silence_follow(struct ctx *cx, struct dossier *d, const struct event *ev)
{
	int64_t quiet = d->quiet, heard = d->heard;
	struct store_silence s, was;
	enum err e;

	if (d->type == NULL || (!under_way(d) && quiet == 0))
		return OK;
	if ((e = store_silence_get(cx, d, &was)) != OK)
		return e;
	s = was;
	begin(cx, d, ev->kind, &s);
	if ((e = reckon_now(cx, d, &s)) != OK)
		return e;
	return d->quiet == quiet && d->heard == heard &&
	    s.since == was.since && s.undated == was.undated ? OK :
	    save(cx, d, &s);
}

enum err
silence_tell(struct ctx *cx, struct dossier *d)
{
	struct event_body *b = event_body(cx);
	struct store_silence s;
	enum err e;

	if ((e = store_silence_get(cx, d, &s)) != OK ||
	    (e = reckon_now(cx, d, &s)) != OK)
		return e;
	s.told = silence_is(cx, d);
	if ((e = save(cx, d, &s)) != OK || !s.told ||
	    (e = store_silence_tell(cx, d)) != OK)
		return e;
	event_actor(b, 0);
	if (d->heard != 0) {
		event_number(b, "days", days_since(cx, d->heard));
		event_number(b, "agreed", silence_rhythm(d)->days);
		event_fact(b, "works", silence_rhythm(d)->works ? "1" : "");
	}
	return event_add(cx, d, "silence.began", b);
}

enum err
silence_open(struct ctx *cx, const struct dossier *d, struct silence *out)
{
	struct store_silence_contact last;
	const struct calendar *c;
	struct store_silence s;
	enum err e;

	*out = (struct silence){ .agreed = under_way(d), .medium = "",
	    .author = "", .cause = "" };
	if (!out->agreed)
		return OK;
	if ((e = store_silence_get(cx, d, &s)) != OK ||
	    (e = store_silence_contact(cx, d, &last)) != OK ||
	    (e = calendar_of(cx, d, &c)) != OK)
		return e;
	out->rhythm = silence_rhythm(d);
	out->heard = counted_from(&s);
	out->by = contact_by(d, c, &s);
	out->undated = s.undated;
	if (last.at == out->heard) {
		out->medium = last.medium;
		out->author = last.author;
		out->no = last.no;
	} else {
		out->cause = s.cause;
	}
	return OK;
}
