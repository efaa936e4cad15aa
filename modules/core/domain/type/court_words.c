/* SPDX-License-Identifier: MIT */
/* How a court counts, in sentences. */
#include "domain/type/court_words.h"

#include <stdlib.h>

#include "text/date.h"
#include "text/message.h"

const char *
court_words_term(struct ctx *cx, const struct court_term *t)
{
	const char *text;

	switch (t->unit) {
	case COURT_DAYS:
		text = message_plural("%ld day", "%ld days", t->n);
		break;
	case COURT_WEEKS:
		text = message_plural("%ld week", "%ld weeks", t->n);
		break;
	case COURT_MONTHS:
		text = message_plural("%ld month", "%ld months", t->n);
		break;
	case COURT_YEARS:
		text = message_plural("%ld year", "%ld years", t->n);
		break;
	default:
		text = message_plural("%ld working day", "%ld working days",
		    t->n);
	}
	return arena_printf(cx->arena, text, (long)t->n);
}

const char *
court_words_day(struct ctx *cx, int64_t day)
{
	return date_civil(cx->arena, cx->lang, date_iso(cx->arena, day));
}

const char *
court_words_weekday(int i)
{
	static const char *const names[] = { N_("Monday"), N_("Tuesday"),
	    N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"),
	    N_("Sunday") };

	return _(names[i]);
}

/* 3 months and 2 months more. */
static const char *
period(struct ctx *cx, const struct courtcount_step *s)
{
	const struct court_term works = { COURT_WORKING_DAYS, s->term.n };
	const char *text = court_words_term(cx, s->working ? &works :
	    &s->term);

	if (s->more.n != 0)
		text = arena_printf(cx->arena, _("%s and %s more"), text,
		    court_words_term(cx, &s->more));
	if (s->stopped != 0)
		text = arena_printf(cx->arena, message_plural("%s, and %ld "
		    "day on which it stands still", "%s, and %ld days on "
		    "which it stands still", (long)s->stopped), text,
		    (long)s->stopped);
	return text;
}

const char *
court_words_step(struct ctx *cx, const struct courtcount_ask *ask,
    const struct courtcount_step *s)
{
	const char *day = court_words_day(cx, s->day);

	switch (s->kind) {
	case COURTCOUNT_EVENT:
		return arena_printf(cx->arena, _("%s: %s"),
		    message_label(&ask->rule->event, cx->lang), day);
	case COURTCOUNT_DEEMED:
		return s->term.n == 0 ? arena_printf(cx->arena,
		    _("Counts as served on a working day: %s"), day) :
		    arena_printf(cx->arena, _("Counts as served %s later: "
		    "%s"), court_words_term(cx, &s->term), day);
	case COURTCOUNT_RESUMED:
		return arena_printf(cx->arena, _("Begins after the recess, "
		    "which ends on %s"), day);
	case COURTCOUNT_PERIOD:
		return arena_printf(cx->arena, ask->rule->before ?
		    _("%s back: %s") : _("%s on: %s"), period(cx, s), day);
	case COURTCOUNT_ROLLED:
		return arena_printf(cx->arena, ask->rule->before ?
		    _("That is no working day; the one before is %s") :
		    _("That is no working day; the next one is %s"), day);
	default:
		return arena_printf(cx->arena, _("%s more, for how it was "
		    "served: %s"), court_words_term(cx, &s->term), day);
	}
}

const char *
court_words_why(enum courtcount_why why)
{
	switch (why) {
	case COURTCOUNT_DAY:
		return _("the day of the event, not counted");
	case COURTCOUNT_ON_ITS_WAY:
		return _("not counted: until it counts as served");
	case COURTCOUNT_COUNTED:
		return _("counted");
	case COURTCOUNT_WEEKEND:
		return _("no working day");
	case COURTCOUNT_HOLIDAY:
		return _("public holiday");
	case COURTCOUNT_CLOSED:
		return _("closed");
	case COURTCOUNT_RECESS:
		return _("recess: it stands still");
	case COURTCOUNT_FREE:
		return _("left free");
	case COURTCOUNT_NEXT:
		return _("a working day");
	default:
		return _("added for how it was served");
	}
}
