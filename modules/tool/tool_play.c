/* SPDX-License-Identifier: MIT */
/* What a scenario does. */
#include "tool/tool_play.h"

#include <string.h>

#include "base/count.h"
#include "rules/feel/feel_temporal.h"
#include "tool/tool_case.h"
#include "tool/tool_play_expect.h"
#include "tool/tool_play_pick.h"

static const char *
refusal(enum cmmn_refusal r)
{
	static const char *const words[] = { "done", "no such item",
	    "not from its state", "not with such an item",
	    "it still has open or required items", "not offered now",
	    "not with these roles", "the plan goes in circles" };

	return words[r];
}

static const struct {
	const char *word;
	enum cmmn_transition is;
} acts[] = {
	{ "complete", CMMN_COMPLETE }, { "complete-stage", CMMN_COMPLETE },
	{ "manual-start", CMMN_MANUAL_START },
	{ "manualStart", CMMN_MANUAL_START }, { "occur", CMMN_OCCUR },
	{ "disable", CMMN_DISABLE }, { "reenable", CMMN_REENABLE },
	{ "enable", CMMN_ENABLE }, { "suspend", CMMN_SUSPEND },
	{ "resume", CMMN_RESUME }, { "terminate", CMMN_TERMINATE },
	{ "reactivate", CMMN_REACTIVATE }, { "fault", CMMN_FAULT },
	{ "close", CMMN_CLOSE }
};

static enum cmmn_transition
transition_of(const char *word)
{
	size_t i;

	for (i = 0; i < COUNT(acts); i++)
		if (strcmp(acts[i].word, word) == 0)
			return acts[i].is;
	return CMMN_NO_TRANSITION;
}

/* The first of several that the act is possible with, else the first. */
static struct tool_play_found *
fit(struct tool_play *p, struct tool_play_found *all, enum cmmn_transition t)
{
	struct tool_play_found *f;
	struct cmmn_run run;

	for (f = all; f != NULL; f = f->next) {
		tool_case_run(p, f->in, &run);
		if ((cmmn_may(&run, f->item) & 1U << t) != 0)
			return f;
	}
	return all;
}

/* complete SEL, occur SEL ... from words[at] on */
static bool
do_one(struct tool_play *p, const struct tool_scenario_step *s, size_t at,
    enum cmmn_refusal *refused)
{
	enum cmmn_transition t = transition_of(s->words[at]);
	struct tool_play_pick pick;
	struct tool_play_found *f;
	size_t used;

	*refused = CMMN_NO_SUCH_ITEM;
	if (t == CMMN_NO_TRANSITION)
		return tool_case_fails(p, "a step that dossier-cmmn(1) knows",
		    s->words[at]);
	if (!tool_play_pick_read(p, s, at + 1, &pick, &used))
		return false;
	pick.open = pick.open || t != CMMN_COMPLETE;
	f = fit(p, tool_play_pick_all(p, &pick), t);
	if (f == NULL)
		return true;
	return tool_case_act(p, f->in, f->item->no, t, refused);
}

static bool
do_all(struct tool_play *p, const struct tool_scenario_step *s)
{
	struct tool_play_pick pick;
	struct tool_play_found *f;
	enum cmmn_refusal refused;
	size_t used;

	if (!tool_play_pick_read(p, s, 1, &pick, &used))
		return false;
	for (f = tool_play_pick_all(p, &pick); f != NULL; f = f->next)
		if (!tool_play_pick_ended(f->item) &&
		    !tool_case_act(p, f->in, f->item->no, CMMN_COMPLETE,
		    &refused))
			return false;
	return true;
}

static bool
start(struct tool_play *p, const struct tool_scenario_step *s)
{
	if (s->n < 2)
		return tool_case_fails(p, "start CASE", s->text);
	return tool_case_assign(p, s, 2) &&
	    tool_case_start(p, s->words[1]);
}

/* All cases see the same data. */
static bool
look_again(struct tool_play *p)
{
	struct tool_play_case *c;
	struct cmmn_run run;

	for (c = p->cases; c != NULL; c = c->next) {
		tool_case_run(p, c, &run);
		if (cmmn_data(&run) == CMMN_OK &&
		    !tool_case_follow(p, c, run.changes))
			return false;
	}
	return true;
}

static const struct cmmn_file_item *
file_item(const struct cmmn_file_item *i, const char *name)
{
	const struct cmmn_file_item *found;

	for (; i != NULL; i = i->next) {
		if (strcmp(i->id, name) == 0 || strcmp(i->name, name) == 0)
			return i;
		if ((found = file_item(i->first, name)) != NULL)
			return found;
	}
	return NULL;
}

/* file EVENT ITEM [NAME=VALUE]... */
static bool
file(struct tool_play *p, const struct tool_scenario_step *s)
{
	const struct cmmn_file_item *i;
	enum cmmn_transition t;
	struct cmmn_run run;

	if (s->n < 3 || p->cases == NULL)
		return tool_case_fails(p, "file EVENT ITEM", s->text);
	t = cmmn_transition_of(s->words[1], true);
	i = file_item(p->cases->of->file, s->words[2]);
	if (t == CMMN_NO_TRANSITION || i == NULL)
		return tool_case_fails(p, "an event and an item of the case "
		    "file", s->text);
	if (!tool_case_assign(p, s, 3))
		return false;
	tool_case_run(p, p->cases, &run);
	if (cmmn_file(&run, i, t) != CMMN_OK)
		return tool_case_fails(p, "an event",
		    "the plan goes in circles");
	return tool_case_follow(p, p->cases, run.changes);
}

/* wait DURATION: then what was to ring rings */
static bool
wait_until(struct tool_play *p, const struct tool_scenario_step *s)
{
	struct tool_play_case *c;
	struct feel_value v;
	struct cmmn_run run;

	if (s->n != 2 || !tool_case_value(p, arena_printf(p->arena,
	    "now() + duration(\"%s\")", s->words[1]), &v) ||
	    v.kind != FEEL_DATE_TIME)
		return tool_case_fails(p, "wait DURATION, as PT2H", s->text);
	p->now = feel_temporal_second(v.moment);
	for (c = p->cases; c != NULL; c = c->next) {
		tool_case_run(p, c, &run);
		run.roles = NULL;
		if (cmmn_ring(&run) != CMMN_OK)
			return tool_case_fails(p, "timers that ring",
			    "the plan goes in circles");
		if (!tool_case_follow(p, c, run.changes))
			return false;
	}
	return true;
}

/* as ROLE..., or as the system */
static bool
as(struct tool_play *p, const struct tool_scenario_step *s)
{
	const char **roles = arena_array(p->arena, s->n + 1,
	    sizeof(*roles));
	size_t i;

	for (i = 1; i < s->n; i++)
		roles[i - 1] = tool_scenario_plain(p->arena, s->words[i]);
	p->roles = s->n == 2 && strcmp(s->words[1], "system") == 0 ? NULL :
	    roles;
	return true;
}

/* plan "Name": adds a discretionary item, where it is offered first */
static bool
plan(struct tool_play *p, const struct tool_scenario_step *s, size_t at,
    enum cmmn_refusal *refused)
{
	const char *name = at + 1 < s->n ? tool_scenario_plain(p->arena,
	    s->words[at + 1]) : "";
	const struct cmmn_offer *o;
	struct tool_play_case *c;
	struct cmmn_run run;
	int64_t made;

	if (strncmp(name, "name=", 5) == 0)
		name = tool_scenario_plain(p->arena, name + 5);
	*refused = CMMN_NOT_OFFERED;
	for (c = p->cases; c != NULL; c = c->next) {
		tool_case_run(p, c, &run);
		for (o = cmmn_offers(&run); o != NULL; o = o->next)
			if (strcmp(o->use->name, name) == 0 ||
			    strcmp(o->use->id, name) == 0)
				break;
		if (o == NULL)
			continue;
		*refused = cmmn_plan(&run, o->parent, o->use->id, &made);
		return *refused != CMMN_OK ||
		    tool_case_follow(p, c, run.changes);
	}
	return true;
}

static bool
act_step(struct tool_play *p, const struct tool_scenario_step *s, size_t at,
    enum cmmn_refusal *refused)
{
	return strcmp(s->words[at], "plan") == 0 ? plan(p, s, at, refused) :
	    do_one(p, s, at, refused);
}

/* refuse ACTION SEL: it must not be possible */
static bool
refuse(struct tool_play *p, const struct tool_scenario_step *s)
{
	enum cmmn_refusal refused;

	if (s->n < 3)
		return tool_case_fails(p, "refuse ACTION SELECTION", s->text);
	if (!act_step(p, s, 1, &refused))
		return false;
	return refused != CMMN_OK ||
	    tool_case_fails(p, "a refusal", "it was done");
}

static bool
terminate_case(struct tool_play *p)
{
	enum cmmn_refusal refused;

	if (p->cases == NULL)
		return tool_case_fails(p, "a case", "none");
	return tool_case_act(p, p->cases, 1, CMMN_TERMINATE, &refused) &&
	    (refused == CMMN_OK || tool_case_fails(p, "it is done",
	    refusal(refused)));
}

bool
tool_play_step(struct tool_play *p, const struct tool_scenario_step *s)
{
	const char *word = s->words[0];
	enum cmmn_refusal refused;

	p->expected = p->seen = "";
	if (strncmp(word, "expect-", 7) == 0)
		return tool_play_expect(p, s);
	if (strcmp(word, "start") == 0)
		return start(p, s);
	if (strcmp(word, "set") == 0)
		return tool_case_assign(p, s, 1) && look_again(p);
	if (strcmp(word, "file") == 0)
		return file(p, s);
	if (strcmp(word, "wait") == 0)
		return wait_until(p, s);
	if (strcmp(word, "as") == 0)
		return as(p, s);
	if (strcmp(word, "refuse") == 0)
		return refuse(p, s);
	if (strcmp(word, "complete-all") == 0)
		return do_all(p, s);
	if (strcmp(word, "terminate-case") == 0)
		return terminate_case(p);
	if (!act_step(p, s, 0, &refused))
		return false;
	return refused == CMMN_OK || tool_case_fails(p, "it is done",
	    refusal(refused));
}
