/* SPDX-License-Identifier: MIT */
/* Who has a task or leads, and why they were chosen, in a sentence. */
#include "domain/course/assign.h"
#include "domain/story/tell.h"
#include "domain/story/timeline_plan.h"
#include "text/message.h"

/* Task “Call the office” done: they never answer */
static const char *
task_to(const struct telling *t, const char *sentence)
{
	return arena_printf(t->cx->arena, message(sentence),
	    tell_some(timeline_plan_title(t->cx, t->type, t->event)),
	    tell_some(tell_after(t, "owner")));
}

static const char *
task_delegated(const struct telling *t)
{
	return task_to(t, N_("Task “%s” handed to %s"));
}

static const char *
task_returned(const struct telling *t)
{
	return tell_text(t, task_to(t, N_("Task “%s” given back to %s")),
	    tell_fact(t, "result"));
}

static const char *
task_done(const struct telling *t)
{
	return tell_text(t, arena_printf(t->cx->arena, _("Task “%s” done"),
	    tell_some(timeline_plan_title(t->cx, t->type, t->event))),
	    tell_fact(t, "result"));
}

/* Why the rules chose this person stands behind it. */
static const char *
with_rule(const struct telling *t, const char *sentence)
{
	const char *why = assign_words_told(t->cx, t->type, t->event);

	return why[0] == '\0' ? sentence :
	    arena_printf(t->cx->arena, _("%s: %s"), sentence, why);
}

static const char *
task_assigned(const struct telling *t)
{
	return with_rule(t, task_to(t, N_("Task “%s” assigned to %s")));
}

static const char *
lead_assigned(const struct telling *t)
{
	return with_rule(t, arena_printf(t->cx->arena, _("Assigned to %s"),
	    tell_some(tell_after(t, "lead"))));
}

static const char *
assignment_missed(const struct telling *t)
{
	const char *title = tell_fact(t, "title");

	if (title[0] == '\0')
		return _("Nobody could be found by rule to lead the case");
	return arena_printf(t->cx->arena, _("Nobody could be found by rule "
	    "for the task “%s”"), title);
}

const struct teller timeline_task[] = {
	{ "assignment.missed", assignment_missed },
	{ "lead.assigned", lead_assigned },
	{ "task.assigned", task_assigned },
	{ "task.delegated", task_delegated },
	{ "task.done", task_done },
	{ "task.returned", task_returned },
	{ NULL, NULL }
};
