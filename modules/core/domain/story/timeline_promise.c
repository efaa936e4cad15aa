/* SPDX-License-Identifier: MIT */
/* What was promised, and what became of it, in a sentence. */
#include "domain/story/tell.h"

#include <stdlib.h>
#include <string.h>

#include "domain/spine/event_get.h"
#include "text/date.h"
#include "text/message.h"

static const char *
day(const struct telling *t)
{
	const char *due = event_get(t->cx, t->event, "after", "due");
	char *end;
	int64_t when = strtoll(due, &end, 10);

	return due[0] == '\0' || *end != '\0' ? "…" : date_text(t->cx->arena,
	    t->cx->lang, t->cx->zone, when, t->cx->now, DATE_DAY);
}

const char *
timeline_promise(const struct telling *t)
{
	const char *title = tell_some(tell_fact(t, "title"));
	const char *person = tell_fact(t, "person");
	bool late = tell_fact(t, "late")[0] != '\0';

	if (tell_is(t, "promise.made"))
		return person[0] == '\0' ?
		    arena_printf(t->cx->arena, _("Promised: %s, until %s"),
		    title, day(t)) :
		    arena_printf(t->cx->arena, _("Promised to %s: %s, until "
		    "%s"), person, title, day(t));
	if (tell_is(t, "promise.kept"))
		return arena_printf(t->cx->arena, late ?
		    _("Promise “%s” fulfilled late, so it was broken") :
		    _("Promise “%s” kept"), title);
	if (tell_is(t, "promise.moved"))
		return arena_printf(t->cx->arena, late ?
		    _("Promise “%s” broken; a new day was told: %s") :
		    _("Promise “%s” moved with notice, to %s"), title,
		    day(t));
	return t->event->kind;
}
