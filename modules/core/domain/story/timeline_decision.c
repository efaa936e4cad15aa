/* SPDX-License-Identifier: MIT */
/* What tables decided, in a sentence. */
#include "domain/story/timeline_decision.h"

#include <string.h>

#include "domain/course/decision_show.h"
#include "domain/type/casetype.h"
#include "domain/type/casetype_name.h"
#include "text/message.h"

static const struct type_decision *
decision_of(const struct telling *t)
{
	return t->type == NULL ? NULL : casetype_decision(t->type,
	    tell_fact(t, "decision"));
}

static const char *
result(const struct telling *t, const char *name)
{
	const char *json = tell_fact(t, name);

	return t->type == NULL ? json : decision_show(t->cx, t->type,
	    decision_of(t), json);
}

/* By itself, or because somebody asked: what the table says counts. */
static const char *
by_table(const struct telling *t, const char *name, const char *what)
{
	const char *rule = tell_fact(t, "rules");

	if (tell_fact(t, "confirmed")[0] != '\0')
		return arena_printf(t->cx->arena, _("%s: %s confirmed"), name,
		    what);
	if (tell_fact(t, "same")[0] != '\0')
		return arena_printf(t->cx->arena, _("%s: still %s by the "
		    "table"), name, what);
	if (rule[0] == '\0' || strchr(rule, ',') != NULL)
		return arena_printf(t->cx->arena, _("%s: %s by the table"),
		    name, what);
	return arena_printf(t->cx->arena, _("%s: %s by the table, rule %s"),
	    name, what, rule);
}

static const char *
by_hand(const struct telling *t, const char *name, const char *what,
    const char *proposed)
{
	if (proposed[0] == '\0')
		return arena_printf(t->cx->arena, _("%s: %s set by hand"),
		    name, what);
	return arena_printf(t->cx->arena, _("%s: %s instead of %s by the "
	    "table"), name, what, proposed);
}

const char *
timeline_decision(const struct telling *t)
{
	const struct type_decision *of = decision_of(t);
	const char *name = of != NULL ? decision_show_name(t->cx, of) :
	    tell_fact(t, "decision");
	const char *what = result(t, "result");

	if (name[0] == '\0')	/* the law had it erased */
		return _("A decision by table");
	if (tell_is(t, "decision.proposed"))
		return arena_printf(t->cx->arena,
		    _("%s: the table proposes %s"), name, what);
	if (tell_is(t, "decision.overridden"))
		return by_hand(t, name, what, result(t, "proposed"));
	if (tell_is(t, "decision.withdrawn"))
		return arena_printf(t->cx->arena, _("%s: the table decides "
		    "nothing any more"), name);
	return by_table(t, name, what);
}

bool
timeline_decision_says(const struct telling *t, const char *name)
{
	const struct type_decision *of;

	if (strncmp(t->event->kind, "decision.", 9) != 0)
		return false;
	of = decision_of(t);
	if (of == NULL || of->field == NULL)
		return strcmp(name, "risk") == 0;
	return strcmp(name, casetype_name(t->cx, of->field->code, 0)) == 0;
}
