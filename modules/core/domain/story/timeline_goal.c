/* SPDX-License-Identifier: MIT */
/* What became of goals, in a sentence. */
#include "domain/story/timeline_goal.h"

#include <string.h>

#include "base/count.h"
#include "domain/dossier/dossier_words.h"
#include "domain/spine/event_get.h"
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
reached(struct ctx *cx, const struct event *ev, const char *title)
{
	const char *value = event_get(cx, ev, "fact", "value");

	if (event_get(cx, ev, "fact", "follows")[0] == '\0')
		return arena_printf(cx->arena, _("Goal “%s” reached"), title);
	if (value[0] != '\0')
		return arena_printf(cx->arena, _("Goal “%s” reached, with "
		    "%s"), title, dossier_words_amount(cx, value));
	return arena_printf(cx->arena, _("Goal “%s” reached by what was "
	    "done"), title);
}

static const char *
reopened(struct ctx *cx, const struct event *ev, const char *title)
{
	if (event_get(cx, ev, "fact", "follows")[0] == '\0')
		return arena_printf(cx->arena, _("Goal “%s” taken up again"),
		    title);
	return arena_printf(cx->arena, _("Goal “%s” is not reached any "
	    "more"), title);
}

static const char *
measured(struct ctx *cx, const struct event *ev, const char *title)
{
	const char *value = event_get(cx, ev, "fact", "value");
	const char *yes = event_get(cx, ev, "fact", "yes");
	const char *day = event_get(cx, ev, "fact", "measured");

	day = date_civil_ok(day) ? date_civil(cx->arena, cx->lang, day) : "…";
	if (yes[0] != '\0')
		return arena_printf(cx->arena, yes[0] == '1' ?
		    _("Goal “%s”: yes on %s") : _("Goal “%s”: not yet on %s"),
		    title, day);
	return arena_printf(cx->arena, _("Goal “%s”: %s on %s"), title,
	    value[0] == '\0' ? "…" : dossier_words_amount(cx, value), day);
}

const char *
timeline_goal(struct ctx *cx, const struct event *ev)
{
	const char *title = event_get(cx, ev, "fact", "title");
	const char *step = event_get(cx, ev, "fact", "step");
	size_t i;

	if (title[0] == '\0')	/* the law had it erased */
		title = "…";
	if (strcmp(ev->kind, "goal.added") == 0)
		return arena_printf(cx->arena, event_get(cx, ev, "fact",
		    "agreed")[0] != '\0' ? _("Goal “%s” added, agreed") :
		    _("Goal “%s” proposed"), title);
	if (strcmp(ev->kind, "goal.reached") == 0)
		return reached(cx, ev, title);
	if (strcmp(ev->kind, "goal.reopened") == 0)
		return reopened(cx, ev, title);
	if (strcmp(ev->kind, "goal.measured") == 0)
		return measured(cx, ev, title);
	for (i = 0; i < COUNT(plain); i++)
		if (strcmp(plain[i].kind, ev->kind) == 0)
			return arena_printf(cx->arena,
			    message(plain[i].sentence), title,
			    step[0] == '\0' ? "…" : step);
	return ev->kind;
}
