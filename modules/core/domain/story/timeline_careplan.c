/* SPDX-License-Identifier: MIT */
/* What became of care plans and their services, in a sentence. */
#include "domain/story/timeline_careplan.h"

#include <stdlib.h>
#include <string.h>

#include "domain/course/service.h"
#include "domain/spine/event_get.h"
#include "text/date.h"
#include "text/message.h"

/* Kinds whose sentence has the title alone in it. */
static const struct {
	const char *kind, *sentence;
} plain[] = {
	{ "careplan.drafted", N_("Care plan “%s” begun") },
	{ "careplan.revised", N_("Care plan “%s” is being revised") },
	{ "careplan.untied", N_("Goal “%s” is no longer for a problem") },
	{ "careplan.tied", N_("Goal “%s” is for a problem of the patient") },
	{ "service.changed", N_("Service “%s” changed") },
	{ "service.stopped", N_("Service “%s” ended before its time") }
};

/* Those that name the day on which it was due. */
static const struct {
	const char *kind, *sentence;
} dated[] = {
	{ "service.missed", N_("Service “%s” of %s was missed") },
	{ "service.excused", N_("Service “%s” of %s excused") },
	{ "service.reopened", N_("Service “%s” of %s is due after all") }
};

static const char *
fact(struct ctx *cx, const struct event *ev, const char *name)
{
	const char *text = event_get(cx, ev, "fact", name);

	return text[0] == '\0' ? "…" : text;	/* the law had it erased */
}

static const char *
day(struct ctx *cx, const struct event *ev, const char *name)
{
	const char *text = event_get(cx, ev, "fact", name);

	return date_civil_ok(text) ? date_civil(cx->arena, cx->lang, text) :
	    "…";
}

static const char *
added(struct ctx *cx, const struct event *ev, const char *title)
{
	const char *every = event_get(cx, ev, "fact", "every");
	int times = (int)strtol(event_get(cx, ev, "fact", "times"), NULL,
	    10);

	return arena_printf(cx->arena, event_get(cx, ev, "fact",
	    "aftercare")[0] != '\0' ? _("Follow-up “%s” added: %s") :
	    _("Service “%s” added: %s"), title,
	    service_words_rhythm(cx, every, times));
}

static const char *
done(struct ctx *cx, const struct event *ev, const char *title)
{
	if (strcmp(event_get(cx, ev, "fact", "day"), event_get(cx, ev,
	    "fact", "done")) == 0)
		return arena_printf(cx->arena, _("Service “%s” done on %s"),
		    title, day(cx, ev, "done"));
	return arena_printf(cx->arena, _("Service “%s” of %s done on %s"),
	    title, day(cx, ev, "day"), day(cx, ev, "done"));
}

const char *
timeline_careplan(struct ctx *cx, const struct event *ev)
{
	const char *title = fact(cx, ev, "title");
	size_t i;

	if (strcmp(ev->kind, "careplan.agreed") == 0)
		return arena_printf(cx->arena, _("Care plan “%s” agreed with "
		    "%s on %s, version %s"), title, fact(cx, ev, "who"),
		    day(cx, ev, "day"), fact(cx, ev, "edition"));
	if (strcmp(ev->kind, "careplan.ended") == 0)
		return arena_printf(cx->arena, _("Care plan “%s” ended on "
		    "%s: %s of %s goals reached"), title, day(cx, ev, "day"),
		    fact(cx, ev, "reached"), fact(cx, ev, "goals"));
	if (strcmp(ev->kind, "service.added") == 0)
		return added(cx, ev, title);
	if (strcmp(ev->kind, "service.done") == 0)
		return done(cx, ev, title);
	for (i = 0; i < sizeof(plain) / sizeof(plain[0]); i++)
		if (strcmp(plain[i].kind, ev->kind) == 0)
			return arena_printf(cx->arena,
			    message(plain[i].sentence), title);
	for (i = 0; i < sizeof(dated) / sizeof(dated[0]); i++)
		if (strcmp(dated[i].kind, ev->kind) == 0)
			return arena_printf(cx->arena,
			    message(dated[i].sentence), title,
			    day(cx, ev, "day"));
	return ev->kind;
}
