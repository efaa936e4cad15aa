/* SPDX-License-Identifier: MIT */
/* What became of care plans and their services, in a sentence. */
#include "domain/story/tell.h"

#include <stdlib.h>
#include <string.h>

#include "base/count.h"
#include "domain/course/service.h"
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
fact(const struct telling *t, const char *name)
{
	return tell_some(tell_fact(t, name));
}

static const char *
day(const struct telling *t, const char *name)
{
	const char *text = tell_fact(t, name);

	return date_civil_ok(text) ? date_civil(t->cx->arena, t->cx->lang,
	    text) : "…";
}

static const char *
added(const struct telling *t, const char *title)
{
	const char *every = tell_fact(t, "every");
	int times = (int)strtol(tell_fact(t, "times"), NULL, 10);

	return arena_printf(t->cx->arena, tell_fact(t,
	    "aftercare")[0] != '\0' ? _("Follow-up “%s” added: %s") :
	    _("Service “%s” added: %s"), title,
	    service_words_rhythm(t->cx, every, times));
}

static const char *
done(const struct telling *t, const char *title)
{
	if (strcmp(tell_fact(t, "day"), tell_fact(t, "done")) == 0)
		return arena_printf(t->cx->arena, _("Service “%s” done on %s"),
		    title, day(t, "done"));
	return arena_printf(t->cx->arena, _("Service “%s” of %s done on %s"),
	    title, day(t, "day"), day(t, "done"));
}

const char *
timeline_careplan(const struct telling *t)
{
	const char *title = fact(t, "title");
	size_t i;

	if (tell_is(t, "careplan.agreed"))
		return arena_printf(t->cx->arena, _("Care plan “%s” agreed "
		    "with %s on %s, version %s"), title, fact(t, "who"),
		    day(t, "day"), fact(t, "edition"));
	if (tell_is(t, "careplan.ended"))
		return arena_printf(t->cx->arena, _("Care plan “%s” ended on "
		    "%s: %s of %s goals reached"), title, day(t, "day"),
		    fact(t, "reached"), fact(t, "goals"));
	if (tell_is(t, "service.added"))
		return added(t, title);
	if (tell_is(t, "service.done"))
		return done(t, title);
	for (i = 0; i < COUNT(plain); i++)
		if (tell_is(t, plain[i].kind))
			return arena_printf(t->cx->arena,
			    message(plain[i].sentence), title);
	for (i = 0; i < COUNT(dated); i++)
		if (tell_is(t, dated[i].kind))
			return arena_printf(t->cx->arena,
			    message(dated[i].sentence), title,
			    day(t, "day"));
	return t->event->kind;
}
