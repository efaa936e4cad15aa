/* SPDX-License-Identifier: MIT */
/* What was booked, in a sentence. */
#include "domain/story/timeline_cost.h"

#include <stdlib.h>
#include <string.h>

#include "domain/spine/event_get.h"
#include "domain/type/casetype.h"
#include "text/date.h"
#include "text/message.h"
#include "text/number.h"

static const char *
some(struct ctx *cx, const struct event *ev, const char *name)
{
	const char *text = event_get(cx, ev, "fact", name);

	return text[0] == '\0' ? "…" : text;	/* the law had it erased */
}

static const char *
day(struct ctx *cx, const struct event *ev, const char *name)
{
	const char *iso = event_get(cx, ev, "fact", name);

	return date_civil_ok(iso) ? date_civil(cx->arena, cx->lang, iso) :
	    "…";
}

/* "1:30 Drafting"; an amount as the reader's language writes it. */
static const char *
much(struct ctx *cx, const struct casetype *t, const struct event *ev)
{
	const char *text = some(cx, ev, "much"), *blank = strchr(text, ' '),
	    *code = event_get(cx, ev, "fact", "code");
	bool cost = strcmp(event_get(cx, ev, "fact", "kind"), "cost") == 0;
	int64_t minor;

	if (cost && blank != NULL && number_minor(blank + 1) >= 0 &&
	    number_plain_parse(arena_textn(cx->arena, text,
	    (size_t)(blank - text)), number_minor(blank + 1), &minor))
		text = number_money(cx->arena, cx->lang, minor, blank + 1);
	if (t != NULL && t->costs != NULL)
		code = casetype_word(cx, cost ? t->costs->kinds :
		    t->costs->activities, code);
	return arena_printf(cx->arena, "%s, %s", text, code);
}

static const char *
rated(struct ctx *cx, const struct event *ev)
{
	const char *currency = event_get(cx, ev, "fact", "currency");

	if (currency[0] == '\0')
		return _("Rate agreed for this case");
	return arena_printf(cx->arena, _("Rate agreed for this case: %s an "
	    "hour from %s on"), number_money(cx->arena, cx->lang,
	    strtoll(event_get(cx, ev, "fact", "amount"), NULL, 10),
	    currency), day(cx, ev, "begins"));
}

const char *
timeline_cost(struct ctx *cx, const struct casetype *t,
    const struct event *ev)
{
	const char *fmt;

	if (strcmp(ev->kind, "booking.rated") == 0)
		return rated(cx, ev);
	if (strcmp(ev->kind, "booking.countered") == 0)
		return arena_printf(cx->arena, _("Booking of %s taken back: "
		    "%s, %s"), day(cx, ev, "was"), much(cx, t, ev),
		    some(cx, ev, "of"));
	if (strcmp(ev->kind, "booking.added") == 0)
		fmt = _("Booked for %s: %s, %s");
	else if (strcmp(ev->kind, "booking.changed") == 0)
		fmt = _("Booking of %s corrected: %s, %s");
	else if (strcmp(ev->kind, "booking.removed") == 0)
		fmt = _("Booking of %s taken out: %s, %s");
	else
		return ev->kind;
	return arena_printf(cx->arena, fmt, day(cx, ev, "day"),
	    much(cx, t, ev), some(cx, ev, "text"));
}
