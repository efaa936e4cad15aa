/* SPDX-License-Identifier: MIT */
/* Who asked for records and what left the house, in a sentence. */
#include "domain/story/timeline_disclosure.h"

#include <string.h>

#include "domain/dossier/disclosure_words.h"
#include "domain/spine/event_get.h"
#include "text/date.h"
#include "text/message.h"

static const char *
some(struct ctx *cx, const struct event *ev, const char *name)
{
	const char *text = event_get(cx, ev, "fact", name);

	return text[0] == '\0' ? "…" : text;	/* the law had it erased */
}

static const char *
day(struct ctx *cx, const char *civil)
{
	return date_civil_ok(civil) ? date_civil(cx->arena, cx->lang,
	    civil) : "…";
}

static const char *
of_part2(struct ctx *cx, const struct event *ev)
{
	const char *no = event_get(cx, ev, "fact", "no");
	bool notes = strcmp(event_get(cx, ev, "fact", "class"),
	    "counselling") == 0;
	const char *what = no[0] == '\0' ? _("the whole case") :
	    arena_printf(cx->arena, _("record %s"), no);

	if (strcmp(ev->kind, "part2.unmarked") == 0)
		return arena_printf(cx->arena, _("Not under 42 CFR part 2 "
		    "any more: %s"), what);
	return arena_printf(cx->arena, notes ? _("Counselling notes under "
	    "42 CFR part 2: %s") : _("Under 42 CFR part 2: %s"), what);
}

static const char *
suspended(struct ctx *cx, const struct event *ev)
{
	const char *until = event_get(cx, ev, "after", "suspended");

	if (until[0] == '\0')
		return arena_printf(cx->arena, _("The patient is told again "
		    "of what %s got"), some(cx, ev, "receiver"));
	return arena_printf(cx->arena, _("%s asks that the patient is not "
	    "told before %s of what %s got"), some(cx, ev, "by"),
	    day(cx, until), some(cx, ev, "receiver"));
}

const char *
timeline_disclosure(struct ctx *cx, const struct event *ev)
{
	static const struct { const char *kind, *fmt; } plain[] = {
		{ "disclosure.requested", N_("%s asked for records") },
		{ "disclosure.collected", N_("Records collected for %s") },
		{ "disclosure.reviewed", N_("Records for %s reviewed") },
		{ "disclosure.refused", N_("Records refused to %s") },
		{ "disclosure.withdrawn",
		    N_("%s asks for no records any more") }
	};
	const char *who = some(cx, ev, "receiver");
	size_t i;

	if (strncmp(ev->kind, "part2.", 6) == 0)
		return of_part2(cx, ev);
	for (i = 0; i < sizeof(plain) / sizeof(plain[0]); i++)
		if (strcmp(plain[i].kind, ev->kind) == 0)
			return arena_printf(cx->arena, _(plain[i].fmt), who);
	if (strcmp(ev->kind, "disclosure.extended") == 0)
		return arena_printf(cx->arena, _("30 more days for the "
		    "records that %s asked for: until %s"), who, day(cx,
		    event_get(cx, ev, "after", "due")));
	if (strcmp(ev->kind, "disclosure.authorised") == 0)
		return arena_printf(cx->arena, _("By which right %s asks: "
		    "%s"), who, disclosure_words_ground(event_get(cx, ev,
		    "fact", "ground")));
	if (strcmp(ev->kind, "disclosure.suspended") == 0)
		return suspended(cx, ev);
	if (strcmp(ev->kind, "disclosure.delivered") == 0 ||
	    strcmp(ev->kind, "disclosure.made") == 0)
		return arena_printf(cx->arena, _("Records left to %s (%s): "
		    "%s"), who, disclosure_words_way(event_get(cx, ev, "fact",
		    "way")), some(cx, ev, "what"));
	return ev->kind;
}
