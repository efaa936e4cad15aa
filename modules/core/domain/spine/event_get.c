/* SPDX-License-Identifier: MIT */
/* Reads what the body of an event says. */
#include "domain/spine/event_get.h"

#include <string.h>

#include "base/json.h"
#include "base/words.h"

static const struct json_pair *
pairs_of(struct ctx *cx, const struct event *event)
{
	struct event_read *r = event->read;

	if (r == NULL)
		return json_read(cx->arena, event->body);
	if (r->pairs == NULL)
		r->pairs = json_read(cx->arena, event->body);
	return r->pairs;
}

const char *
event_get(struct ctx *cx, const struct event *event, const char *group,
    const char *name)
{
	bool why = strcmp(group, "why") == 0;
	const struct json_pair *p;

	for (p = pairs_of(cx, event); p != NULL; p = p->next)
		if (why ? p->group[0] == '\0' && strcmp(p->name, "why") == 0 :
		    strcmp(p->group, group) == 0 && strcmp(p->name, name) == 0)
			return p->text;
	return "";
}

/* The pair of a name, made at the end when it is new. */
static struct event_pair *
pair_of(struct ctx *cx, struct event_pair **list, const char *name)
{
	for (; *list != NULL; list = &(*list)->next)
		if (strcmp((*list)->name, name) == 0)
			return *list;
	*list = arena_alloc(cx->arena, sizeof(**list));
	(*list)->name = name;
	(*list)->before = "";
	(*list)->after = "";
	return *list;
}

struct event_pair *
event_get_changes(struct ctx *cx, const struct event *event)
{
	struct event_pair *list = NULL;
	const struct json_pair *p;

	for (p = pairs_of(cx, event); p != NULL; p = p->next)
		if (strcmp(p->group, "before") == 0)
			pair_of(cx, &list, p->name)->before = p->text;
		else if (strcmp(p->group, "after") == 0)
			pair_of(cx, &list, p->name)->after = p->text;
	return list;
}

struct event_pair *
event_get_facts(struct ctx *cx, const struct event *event)
{
	struct event_pair *list = NULL;
	const struct json_pair *p;

	for (p = pairs_of(cx, event); p != NULL; p = p->next)
		if (strcmp(p->group, "fact") == 0)
			pair_of(cx, &list, p->name)->after = p->text;
	return list;
}

bool
event_get_computed(struct ctx *cx, const struct event *event, const char *name)
{
	return words_have(event_get(cx, event, "fact", "computed"), name);
}

struct json_pair *
event_get_swapped(struct ctx *cx, const struct event *event)
{
	struct json_pair *list = json_read(cx->arena, event->body), *p;

	for (p = list; p != NULL; p = p->next)
		if (strcmp(p->group, "before") == 0)
			p->group = "after";
		else if (strcmp(p->group, "after") == 0)
			p->group = "before";
	return list;
}

const struct event *
event_get_undone(struct ctx *cx, const struct event *event)
{
	struct event *copy = arena_alloc(cx->arena, sizeof(*copy));

	*copy = *event;
	copy->kind = event_get(cx, event, "fact", "act");
	copy->body = json_write(cx->arena, event_get_swapped(cx, event));
	copy->read = NULL;
	return copy;
}
