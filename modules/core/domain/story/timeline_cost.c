/* SPDX-License-Identifier: MIT */
/* What was booked, in a sentence. */
#include "domain/story/tell.h"

#include <stdlib.h>
#include <string.h>

#include "domain/type/casetype.h"
#include "text/date.h"
#include "text/message.h"
#include "text/number.h"

static const char *
day(const struct telling *t, const char *name)
{
	const char *iso = tell_fact(t, name);

	return date_civil_ok(iso) ? date_civil(t->cx->arena, t->cx->lang,
	    iso) : "…";
}

/* "1:30 Drafting"; an amount as the reader's language writes it. */
static const char *
much(const struct telling *t)
{
	const char *text = tell_some(tell_fact(t, "much"));
	const char *blank = strchr(text, ' ');
	const char *code = tell_fact(t, "code");
	bool cost = strcmp(tell_fact(t, "kind"), "cost") == 0;
	int64_t minor;

	if (cost && blank != NULL && number_minor(blank + 1) >= 0 &&
	    number_plain_parse(arena_textn(t->cx->arena, text,
	    (size_t)(blank - text)), number_minor(blank + 1), &minor))
		text = number_money(t->cx->arena, t->cx->lang, minor,
		    blank + 1);
	if (t->type != NULL && t->type->costs != NULL)
		code = casetype_word(t->cx, cost ? t->type->costs->kinds :
		    t->type->costs->activities, code);
	return arena_printf(t->cx->arena, "%s, %s", text, code);
}

static const char *
rated(const struct telling *t)
{
	const char *currency = tell_fact(t, "currency");

	if (currency[0] == '\0')
		return _("Rate agreed for this case");
	return arena_printf(t->cx->arena, _("Rate agreed for this case: "
	    "%s an hour from %s on"), number_money(t->cx->arena, t->cx->lang,
	    strtoll(tell_fact(t, "amount"), NULL, 10),
	    currency), day(t, "begins"));
}

const char *
timeline_cost(const struct telling *t)
{
	const char *fmt;

	if (tell_is(t, "booking.rated"))
		return rated(t);
	if (tell_is(t, "booking.countered"))
		return arena_printf(t->cx->arena, _("Booking of %s taken "
		    "back: %s, %s"), day(t, "was"), much(t),
		    tell_some(tell_fact(t, "of")));
	if (tell_is(t, "booking.added"))
		fmt = _("Booked for %s: %s, %s");
	else if (tell_is(t, "booking.changed"))
		fmt = _("Booking of %s corrected: %s, %s");
	else if (tell_is(t, "booking.removed"))
		fmt = _("Booking of %s taken out: %s, %s");
	else
		return t->event->kind;
	return arena_printf(t->cx->arena, fmt, day(t, "day"),
	    much(t), tell_some(tell_fact(t, "text")));
}
