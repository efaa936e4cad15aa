/* SPDX-License-Identifier: MIT */
/* What became of goals, in a sentence. */
#include "domain/story/tell.h"

#include <string.h>

#include "base/count.h"
#include "domain/dossier/dossier_words.h"
#include "text/date.h"
#include "text/message.h"
#include "text/number.h"

/* Kinds whose sentence names the goal, and a step. */
static const struct {
	const char *kind, *sentence;
} plain[] = {
	{ "goal.changed", N_("Goal “%s” changed") },
	{ "goal.agreed", N_("Goal “%s” agreed") },
	{ "goal.given_up", N_("Goal “%s” given up") },
	{ "goal.step_added", N_("Goal “%s”: step “%s” added") },
	{ "goal.step_done", N_("Goal “%s”: step “%s” done") },
	{ "goal.step_reopened", N_("Goal “%s”: step “%s” is not done after "
	    "all") },
	{ "goal.step_removed", N_("Goal “%s”: step “%s” taken out") }
};

static const char *
reached(const struct telling *t, const char *title)
{
	const char *value = tell_fact(t, "value");

	if (tell_fact(t, "follows")[0] == '\0')
		return arena_printf(t->cx->arena, _("Goal “%s” reached"),
		    title);
	if (value[0] != '\0')
		return arena_printf(t->cx->arena, _("Goal “%s” reached, with "
		    "%s"), title, dossier_words_amount(t->cx, value));
	return arena_printf(t->cx->arena, _("Goal “%s” reached by what was "
	    "done"), title);
}

static const char *
reopened(const struct telling *t, const char *title)
{
	if (tell_fact(t, "follows")[0] == '\0')
		return arena_printf(t->cx->arena, _("Goal “%s” taken up again"),
		    title);
	return arena_printf(t->cx->arena, _("Goal “%s” is not reached any "
	    "more"), title);
}

static const char *
measured(const struct telling *t, const char *title)
{
	const char *value = tell_fact(t, "value");
	const char *yes = tell_fact(t, "yes");
	const char *day = tell_fact(t, "measured");

	day = date_civil_ok(day) ? date_civil(t->cx->arena, t->cx->lang,
	    day) : "…";
	if (yes[0] != '\0')
		return arena_printf(t->cx->arena, yes[0] == '1' ?
		    _("Goal “%s”: yes on %s") : _("Goal “%s”: not yet on %s"),
		    title, day);
	return arena_printf(t->cx->arena, _("Goal “%s”: %s on %s"), title,
	    value[0] == '\0' ? "…" : dossier_words_amount(t->cx, value),
	    day);
}

const char *
timeline_goal(const struct telling *t)
{
	const char *title = tell_some(tell_fact(t, "title"));
	const char *step = tell_some(tell_fact(t, "step"));
	size_t i;

	if (tell_is(t, "goal.added"))
		return arena_printf(t->cx->arena, tell_fact(t,
		    "agreed")[0] != '\0' ? _("Goal “%s” added, agreed") :
		    _("Goal “%s” proposed"), title);
	if (tell_is(t, "goal.reached"))
		return reached(t, title);
	if (tell_is(t, "goal.reopened"))
		return reopened(t, title);
	if (tell_is(t, "goal.measured"))
		return measured(t, title);
	for (i = 0; i < COUNT(plain); i++)
		if (strcmp(plain[i].kind, t->event->kind) == 0)
			return arena_printf(t->cx->arena,
			    message(plain[i].sentence), title, step);
	return t->event->kind;
}
