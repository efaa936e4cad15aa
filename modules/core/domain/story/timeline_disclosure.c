/* SPDX-License-Identifier: MIT */
/* Who asked for records and what left the house, in a sentence. */
#include "domain/story/tell.h"

#include <string.h>

#include "base/count.h"
#include "domain/dossier/disclosure_words.h"
#include "domain/spine/event_get.h"
#include "text/date.h"
#include "text/message.h"

static const char *
some(const struct telling *t, const char *name)
{
	return tell_some(tell_fact(t, name));
}

static const char *
day(const struct telling *t, const char *civil)
{
	return date_civil_ok(civil) ? date_civil(t->cx->arena, t->cx->lang,
	    civil) : "…";
}

static const char *
of_part2(const struct telling *t)
{
	const char *no = tell_fact(t, "no");
	bool notes = strcmp(tell_fact(t, "class"), "counselling") == 0;
	const char *what = no[0] == '\0' ? _("the whole case") :
	    arena_printf(t->cx->arena, _("record %s"), no);

	if (tell_is(t, "part2.unmarked"))
		return arena_printf(t->cx->arena, _("Not under 42 CFR part 2 "
		    "any more: %s"), what);
	return arena_printf(t->cx->arena, notes ? _("Counselling notes under "
	    "42 CFR part 2: %s") : _("Under 42 CFR part 2: %s"), what);
}

static const char *
suspended(const struct telling *t)
{
	const char *until = event_get(t->cx, t->event, "after", "suspended");

	if (until[0] == '\0')
		return arena_printf(t->cx->arena, _("The patient is told again "
		    "of what %s got"), some(t, "receiver"));
	return arena_printf(t->cx->arena, _("%s asks that the patient is not "
	    "told before %s of what %s got"), some(t, "by"),
	    day(t, until), some(t, "receiver"));
}

const char *
timeline_disclosure(const struct telling *t)
{
	static const struct { const char *kind, *fmt; } plain[] = {
		{ "disclosure.requested", N_("%s asked for records") },
		{ "disclosure.collected", N_("Records collected for %s") },
		{ "disclosure.reviewed", N_("Records for %s reviewed") },
		{ "disclosure.refused", N_("Records refused to %s") },
		{ "disclosure.withdrawn",
		    N_("%s asks for no records any more") }
	};
	const char *who = some(t, "receiver");
	size_t i;

	if (strncmp(t->event->kind, "part2.", 6) == 0)
		return of_part2(t);
	for (i = 0; i < COUNT(plain); i++)
		if (tell_is(t, plain[i].kind))
			return arena_printf(t->cx->arena, _(plain[i].fmt), who);
	if (tell_is(t, "disclosure.extended"))
		return arena_printf(t->cx->arena, _("30 more days for the "
		    "records that %s asked for: until %s"), who, day(t,
		    event_get(t->cx, t->event, "after", "due")));
	if (tell_is(t, "disclosure.authorised"))
		return arena_printf(t->cx->arena, _("By which right %s asks: "
		    "%s"), who, disclosure_words_ground(tell_fact(t,
		    "ground")));
	if (tell_is(t, "disclosure.suspended"))
		return suspended(t);
	if (tell_is(t, "disclosure.delivered") ||
	    tell_is(t, "disclosure.made"))
		return arena_printf(t->cx->arena, _("Records left to %s (%s): "
		    "%s"), who, disclosure_words_way(tell_fact(t, "way")),
		    some(t, "what"));
	return t->event->kind;
}
