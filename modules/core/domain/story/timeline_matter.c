/* SPDX-License-Identifier: MIT */
/* What happened before courts, and who represents whom, in a sentence. */
#include "domain/story/timeline_matter.h"

#include <string.h>

#include "domain/spine/event_get.h"
#include "text/message.h"

static const char *
some(struct ctx *cx, const struct event *ev, const char *name)
{
	const char *text = event_get(cx, ev, "fact", name);

	return text[0] == '\0' ? "…" : text;	/* the law had it erased */
}

/* "Handelsgericht, HG 26 118" */
static const char *
place(struct ctx *cx, const struct event *ev)
{
	const char *reference = event_get(cx, ev, "fact", "reference");

	return reference[0] == '\0' ? some(cx, ev, "court") :
	    arena_printf(cx->arena, "%s, %s", some(cx, ev, "court"),
	    reference);
}

const char *
timeline_matter(struct ctx *cx, const struct event *ev)
{
	const char *ended = event_get(cx, ev, "after", "ended");

	if (strcmp(ev->kind, "proceeding.added") == 0)
		return arena_printf(cx->arena, _("Proceeding added: %s"),
		    place(cx, ev));
	if (strcmp(ev->kind, "proceeding.changed") == 0)
		return arena_printf(cx->arena, ended[0] != '\0' ?
		    _("Proceeding ended: %s") : _("Proceeding changed: %s"),
		    place(cx, ev));
	if (strcmp(ev->kind, "proceeding.docketed") == 0)
		return arena_printf(cx->arena, _("Docket taken over: %s, "
		    "%s new entries"), place(cx, ev), some(cx, ev,
		    "entries"));
	if (strcmp(ev->kind, "counsel.added") == 0)
		return arena_printf(cx->arena, _("%s represents %s"),
		    some(cx, ev, "counsel"), some(cx, ev, "client"));
	if (strcmp(ev->kind, "counsel.ended") == 0)
		return arena_printf(cx->arena, _("%s does not represent %s "
		    "any more"), some(cx, ev, "counsel"),
		    some(cx, ev, "client"));
	return ev->kind;
}
