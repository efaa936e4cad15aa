/* SPDX-License-Identifier: MIT */
/* What was promised, and what became of it, in a sentence. */
#include "domain/story/timeline_promise.h"

#include <stdlib.h>
#include <string.h>

#include "domain/spine/event_get.h"
#include "text/date.h"
#include "text/message.h"

static const char *
some(const char *text)		/* the law had it erased */
{
	return text[0] == '\0' ? "…" : text;
}

static const char *
day(struct ctx *cx, const struct event *ev)
{
	const char *due = event_get(cx, ev, "after", "due");
	char *end;
	int64_t when = strtoll(due, &end, 10);

	return due[0] == '\0' || *end != '\0' ? "…" : date_text(cx->arena,
	    cx->lang, cx->zone, when, cx->now, DATE_DAY);
}

const char *
timeline_promise(struct ctx *cx, const struct event *ev)
{
	const char *title = some(event_get(cx, ev, "fact", "title"));
	const char *person = event_get(cx, ev, "fact", "person");
	bool late = event_get(cx, ev, "fact", "late")[0] != '\0';

	if (strcmp(ev->kind, "promise.made") == 0)
		return person[0] == '\0' ?
		    arena_printf(cx->arena, _("Promised: %s, until %s"),
		    title, day(cx, ev)) :
		    arena_printf(cx->arena, _("Promised to %s: %s, until %s"),
		    person, title, day(cx, ev));
	if (strcmp(ev->kind, "promise.kept") == 0)
		return arena_printf(cx->arena, late ?
		    _("Promise “%s” fulfilled late, so it was broken") :
		    _("Promise “%s” kept"), title);
	if (strcmp(ev->kind, "promise.moved") == 0)
		return arena_printf(cx->arena, late ?
		    _("Promise “%s” broken; a new day was told: %s") :
		    _("Promise “%s” moved with notice, to %s"), title,
		    day(cx, ev));
	return ev->kind;
}
