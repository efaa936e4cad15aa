/* SPDX-License-Identifier: MIT */
/* What an event changed, for below its sentence. */
#include <string.h>

#include "base/count.h"
#include "domain/dossier/dossier_words.h"
#include "domain/spine/event_get.h"
#include "domain/story/timeline.h"
#include "domain/story/timeline_decision.h"

/* What a sentence says already is not said again below it. */
static bool
worth_telling(const char *kind, const char *name)
{
	static const char *const said[] = {
		"status", "outcome", "verdict", "phase", "lead",
		"version"
	};
	size_t i;

	if (strncmp(name, "plan.", 5) == 0 || strncmp(name, "mark.", 5) == 0)
		return false;	/* rows of the plan, for the log alone */
	if (strstr(kind, ".noted") != NULL ||
	    strcmp(kind, "allergy.denied") == 0)
		return false;	/* all of it is new */
	if (strcmp(kind, "dossier.registered") == 0 ||
	    strcmp(kind, "dossier.handed_over") == 0 ||
	    strcmp(kind, "task.claimed") == 0 ||
	    strcmp(kind, "task.returned") == 0 ||
	    strcmp(kind, "task.assigned") == 0 ||
	    strcmp(kind, "grant.given") == 0)
		return false;
	for (i = 0; i < COUNT(said); i++)
		if (strcmp(said[i], name) == 0)
			return false;
	return true;
}

/* What changed, then what an import had no place for, as it was called. */
struct timeline_change *
timeline_changes(struct ctx *cx, const struct casetype *type,
    const struct event *event)
{
	struct timeline_change *list = NULL, **tail = &list, *c;
	const struct telling t = { cx, type, event };
	const struct event_pair *p;

	for (p = event_get_changes(cx, event); p != NULL; p = p->next) {
		if (!worth_telling(event->kind, p->name) ||
		    dossier_words_hidden(cx, type, p->name) ||
		    timeline_decision_says(&t, p->name))
			continue;
		c = arena_alloc(cx->arena, sizeof(*c));
		c->label = dossier_words_label(cx, type, p->name);
		c->thing = dossier_words_thing(cx, type, p->name);
		c->before = dossier_words_show(cx, type, p->name, p->before);
		c->after = dossier_words_show(cx, type, p->name, p->after);
		c->computed = event_get_computed(cx, event, p->name);
		*tail = c;
		tail = &c->next;
	}
	for (p = event_get_facts(cx, event); p != NULL; p = p->next) {
		if (strncmp(p->name, "row.", 4) != 0 &&
		    strncmp(p->name, "log.", 4) != 0)
			continue;
		c = arena_alloc(cx->arena, sizeof(*c));
		c->label = p->name + 4;
		c->before = "";
		c->after = p->after;
		*tail = c;
		tail = &c->next;
	}
	return list;
}
