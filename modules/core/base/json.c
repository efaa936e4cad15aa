/* SPDX-License-Identifier: MIT */
/* The only file that knows jansson. */
#include "base/json.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"

/* The object of a group, made when it is new. */
static json_t *
group_of(json_t *top, const char *name)
{
	json_t *o;

	if (name[0] == '\0')
		return top;
	if ((o = json_object_get(top, name)) == NULL) {
		o = json_object();
		json_object_set_new(top, name, o);
	}
	return o;
}

char *
json_write(struct arena *a, const struct json_pair *p)
{
	json_t *top = json_object();
	char *text, *copy = NULL;

	for (; p != NULL; p = p->next)
		if (json_object_set_new(group_of(top, p->group), p->name,
		    json_string(p->text)) != 0)
			break;
	if (p == NULL) {
		if ((text = json_dumps(top, JSON_COMPACT)) == NULL)
			log_fatal("no memory for a body");
		copy = arena_text(a, text);
		free(text);
	}
	json_decref(top);
	return copy;
}

static struct json_pair **
read_group(struct arena *a, struct json_pair **tail, const char *group,
    json_t *from)
{
	struct json_pair *p;
	const char *name;
	json_t *value;

	json_object_foreach(from, name, value) {
		if (!json_is_string(value))
			continue;
		p = arena_alloc(a, sizeof(*p));
		p->group = arena_text(a, group);
		p->name = arena_text(a, name);
		p->text = arena_text(a, json_string_value(value));
		*tail = p;
		tail = &p->next;
	}
	return tail;
}

struct json_pair *
json_read(struct arena *a, const char *text)
{
	struct json_pair *first = NULL, **tail = &first;
	const char *name;
	json_t *top, *value;

	if ((top = json_loads(text, JSON_REJECT_DUPLICATES, NULL)) == NULL)
		return NULL;
	tail = read_group(a, tail, "", top);
	json_object_foreach(top, name, value)
		if (json_is_object(value))
			tail = read_group(a, tail, name, value);
	json_decref(top);
	return first;
}
