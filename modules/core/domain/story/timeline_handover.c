/* SPDX-License-Identifier: MIT */
/* How a handover went, in a sentence. */
#include "domain/story/timeline_handover.h"

#include <stdlib.h>
#include <string.h>

#include "base/count.h"
#include "domain/spine/event_get.h"
#include "text/message.h"

static const struct {
	const char *kind, *sentence;
} plain[] = {
	{ "handover.offered", N_("Handover from %s to %s offered") },
	{ "handover.accepted", N_("Handed over from %s to %s, who accepted "
	    "it") },
	{ "handover.refused", N_("Handover from %s to %s refused") },
	{ "handover.withdrawn", N_("Handover from %s to %s withdrawn") }
};

static const char *
some(const char *text)		/* the law had it erased */
{
	return text[0] == '\0' ? "…" : text;
}

const char *
timeline_handover(struct ctx *cx, const struct event *ev)
{
	const char *from = some(event_get(cx, ev, "fact", "giver"));
	const char *to = some(event_get(cx, ev, "fact", "receiver"));
	long tasks = strtol(event_get(cx, ev, "fact", "tasks"), NULL, 10);
	const char *text;
	size_t i;

	for (i = 0; i < COUNT(plain); i++) {
		if (strcmp(plain[i].kind, ev->kind) != 0)
			continue;
		text = arena_printf(cx->arena, message(plain[i].sentence),
		    from, to);
		return tasks <= 0 ? text : arena_printf(cx->arena,
		    message_plural("%s, with %ld open task",
		    "%s, with %ld open tasks", tasks), text, tasks);
	}
	return ev->kind;
}
