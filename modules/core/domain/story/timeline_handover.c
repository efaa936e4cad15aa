/* SPDX-License-Identifier: MIT */
/* How a handover went, in a sentence. */
#include "domain/story/tell.h"

#include <stdlib.h>
#include <string.h>

#include "base/count.h"
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

const char *
timeline_handover(const struct telling *t)
{
	const char *from = tell_some(tell_fact(t, "giver"));
	const char *to = tell_some(tell_fact(t, "receiver"));
	long tasks = strtol(tell_fact(t, "tasks"), NULL, 10);
	const char *text;
	size_t i;

	for (i = 0; i < COUNT(plain); i++) {
		if (strcmp(plain[i].kind, t->event->kind) != 0)
			continue;
		text = arena_printf(t->cx->arena, message(plain[i].sentence),
		    from, to);
		return tasks <= 0 ? text : arena_printf(t->cx->arena,
		    message_plural("%s, with %ld open task",
		    "%s, with %ld open tasks", tasks), text, tasks);
	}
	return t->event->kind;
}
