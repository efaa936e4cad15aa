/* SPDX-License-Identifier: MIT */
/* Items of running cases, by what a scenario says of them. */
#include "tool/tool_play_pick.h"

#include <string.h>

#include "base/count.h"

static const struct {
	const char *word;
	enum cmmn_kind kind;
} types[] = {
	{ "human_task", CMMN_HUMAN_TASK }, { "humanTask", CMMN_HUMAN_TASK },
	{ "humantask", CMMN_HUMAN_TASK }, { "task", CMMN_TASK },
	{ "stage", CMMN_STAGE }, { "milestone", CMMN_MILESTONE },
	{ "process_task", CMMN_PROCESS_TASK },
	{ "case_task", CMMN_CASE_TASK },
	{ "decision_task", CMMN_DECISION_TASK },
	{ "user_event_listener", CMMN_USER_LISTENER },
	{ "usereventlistener", CMMN_USER_LISTENER },
	{ "timer_event_listener", CMMN_TIMER_LISTENER },
	{ "timereventlistener", CMMN_TIMER_LISTENER },
	{ "event_listener", CMMN_EVENT_LISTENER }
};

static bool
is_type(const char *word, enum cmmn_kind kind)
{
	size_t i;

	for (i = 0; i < COUNT(types); i++)
		if (strcmp(types[i].word, word) == 0)
			return types[i].kind == kind;
	return false;
}

static bool
read_word(struct tool_play *p, const char *word, struct tool_play_pick *out)
{
	const char *equals = strchr(word, '='), *value;
	size_t len;

	if (equals == NULL) {
		if (strcmp(word, "@case") == 0)
			out->the_case = true;
		else if (strcmp(word, "open") == 0)
			out->open = true;
		else if (strcmp(word, "all") == 0)
			out->ended = true;
		else if (is_type(word, CMMN_HUMAN_TASK))
			out->type = word;
		else if (strcmp(word, "only") != 0)
			out->id = word;
		return true;
	}
	len = (size_t)(equals - word);
	value = tool_scenario_plain(p->arena, equals + 1);
	if (strncmp(word, "name", len) == 0)
		out->name = value;
	else if (strncmp(word, "type", len) == 0)
		out->type = value;
	else if (strncmp(word, "state", len) == 0)
		out->state = value;
	else if (strncmp(word, "def", len) == 0)
		out->definition = value;
	else if (strncmp(word, "ended", len) == 0)
		out->ended = strcmp(value, "1") == 0;
	else
		return false;
	return true;
}

bool
tool_play_pick_read(struct tool_play *p, const struct tool_scenario_step *s,
    size_t from, struct tool_play_pick *out, size_t *used)
{
	size_t i;

	memset(out, 0, sizeof(*out));
	for (i = from; i < s->n && *s->words[i] != '"' &&
	    strspn(s->words[i], "0123456789") != strlen(s->words[i]); i++)
		if (!read_word(p, s->words[i], out)) {
			p->expected = "a selection: name=, type=, state=, "
			    "def=, an id, @case, or “only”";
			p->seen = s->words[i];
			return false;
		}
	*used = i - from;
	return true;
}

bool
tool_play_pick_ended(const struct cmmn_item *i)
{
	return i->state == CMMN_COMPLETED || i->state == CMMN_TERMINATED ||
	    i->state == CMMN_CLOSED;
}

static bool
is_meant(const struct tool_play_pick *pick, const struct cmmn_item *i)
{
	const char *id = i->use == NULL ? "" : i->use->id;
	const char *definition = i->use == NULL ||
	    i->use->definition == NULL ? "" : i->use->definition->id;

	if (pick->the_case || i->no == 1)
		return pick->the_case && i->no == 1;
	if (!pick->ended && pick->state == NULL && tool_play_pick_ended(i))
		return false;
	if (pick->state != NULL &&
	    strcmp(cmmn_state_word(i->state), pick->state) != 0)
		return false;
	if (pick->state == NULL && !pick->ended && !pick->open &&
	    pick->name == NULL && pick->type != NULL &&
	    is_type(pick->type, CMMN_HUMAN_TASK) && i->state != CMMN_ACTIVE)
		return false;
	return (pick->name == NULL || strcmp(i->name, pick->name) == 0) &&
	    (pick->type == NULL || is_type(pick->type, i->kind)) &&
	    (pick->id == NULL || strcmp(id, pick->id) == 0) &&
	    (pick->definition == NULL ||
	    strcmp(definition, pick->definition) == 0);
}

struct tool_play_found *
tool_play_pick_all(const struct tool_play *p,
    const struct tool_play_pick *pick)
{
	struct tool_play_found *first = NULL, **tail = &first;
	struct tool_play_case *c;
	struct cmmn_item *i;

	for (c = p->cases; c != NULL; c = pick->the_case ? NULL : c->next)
		for (i = c->instance.items; i != NULL; i = i->next) {
			if (!is_meant(pick, i))
				continue;
			*tail = arena_alloc(p->arena, sizeof(**tail));
			(*tail)->in = c;
			(*tail)->item = i;
			tail = &(*tail)->next;
		}
	return first;
}
