/* SPDX-License-Identifier: MIT */
/* What tables decided, in a sentence. */
#include "domain/story/timeline_decision.h"

#include <string.h>

#include "domain/course/decision_show.h"
#include "domain/spine/event_get.h"
#include "domain/type/casetype.h"
#include "domain/type/casetype_name.h"
#include "text/message.h"

static const struct type_decision *
decision_of(struct ctx *cx, const struct casetype *type,
    const struct event *event)
{
	return type == NULL ? NULL : casetype_decision(type,
	    event_get(cx, event, "fact", "decision"));
}

static const char *
result(struct ctx *cx, const struct casetype *type,
    const struct event *event, const char *name)
{
	const char *json = event_get(cx, event, "fact", name);

	return type == NULL ? json : decision_show(cx, type,
	    decision_of(cx, type, event), json);
}

/* By itself, or because somebody asked: what the table says counts. */
static const char *
by_table(struct ctx *cx, const struct event *event, const char *name,
    const char *what)
{
	const char *rule = event_get(cx, event, "fact", "rules");

	if (event_get(cx, event, "fact", "confirmed")[0] != '\0')
		return arena_printf(cx->arena, _("%s: %s confirmed"), name,
		    what);
	if (event_get(cx, event, "fact", "same")[0] != '\0')
		return arena_printf(cx->arena, _("%s: still %s by the table"),
		    name, what);
	if (rule[0] == '\0' || strchr(rule, ',') != NULL)
		return arena_printf(cx->arena, _("%s: %s by the table"), name,
		    what);
	return arena_printf(cx->arena, _("%s: %s by the table, rule %s"),
	    name, what, rule);
}

static const char *
by_hand(struct ctx *cx, const char *name, const char *what,
    const char *proposed)
{
	if (proposed[0] == '\0')
		return arena_printf(cx->arena, _("%s: %s set by hand"), name,
		    what);
	return arena_printf(cx->arena, _("%s: %s instead of %s by the "
	    "table"), name, what, proposed);
}

const char *
timeline_decision(struct ctx *cx, const struct casetype *type,
    const struct event *event)
{
	const struct type_decision *of = decision_of(cx, type, event);
	const char *name = of != NULL ? decision_show_name(cx, of) :
	    event_get(cx, event, "fact", "decision");
	const char *what = result(cx, type, event, "result");

	if (name[0] == '\0')	/* the law had it erased */
		return _("A decision by table");
	if (strcmp(event->kind, "decision.proposed") == 0)
		return arena_printf(cx->arena,
		    _("%s: the table proposes %s"), name, what);
	if (strcmp(event->kind, "decision.overridden") == 0)
		return by_hand(cx, name, what, result(cx, type, event,
		    "proposed"));
	if (strcmp(event->kind, "decision.withdrawn") == 0)
		return arena_printf(cx->arena, _("%s: the table decides "
		    "nothing any more"), name);
	return by_table(cx, event, name, what);
}

bool
timeline_decision_says(struct ctx *cx, const struct casetype *type,
    const struct event *event, const char *name)
{
	const struct type_decision *of;

	if (strncmp(event->kind, "decision.", 9) != 0)
		return false;
	of = decision_of(cx, type, event);
	if (of == NULL || of->field == NULL)
		return strcmp(name, "risk") == 0;
	return strcmp(name, casetype_name(cx, of->field->code, 0)) == 0;
}
