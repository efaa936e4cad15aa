/* SPDX-License-Identifier: MIT */
/* The only file that knows jansson. */
#include "base/json.h"

#include <jansson.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"

static void *
take(size_t n)
{
	void *p = malloc(n);

	if (p == NULL)
		log_fatal("no memory for %zu bytes of JSON", n);
	return p;
}

/* A failure of its own is then about the text, never for want of memory. */
static void
begin(void)
{
	json_set_alloc_funcs(take, free);
}

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
	json_t *top;
	char *text, *copy = NULL;

	begin();
	top = json_object();
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

/* What json_write() writes, read where it lies: s is a copy that is cut into
 * texts. A body has a dozen pairs and a page twenty bodies. */
struct plain {
	struct arena *arena;
	char *s;
	struct json_pair **top, **in;	/* ends of two lists */
};

/* A text without escapes but of the simplest sort; NULL: not plain. */
static char *
plain_text(struct plain *p)
{
	char *text, *to;

	if (*p->s != '"')
		return NULL;
	for (text = to = ++p->s; *p->s != '"'; *to++ = *p->s++) {
		if (*p->s == '\\') {
			p->s++;
			if (*p->s == 'n')
				*p->s = '\n';
			else if (*p->s != '"' && *p->s != '\\')
				return NULL;
		} else if ((unsigned char)*p->s < ' ')
			return NULL;
	}
	p->s++;
	*to = '\0';
	return text;
}

static bool
plain_object(struct plain *p, const char *group)
{
	struct json_pair *pair;
	const char *name;
	bool top = *group == '\0';

	if (*p->s++ != '{')
		return false;
	while (*p->s != '}') {
		if ((name = plain_text(p)) == NULL || *name == '\0' ||
		    *p->s++ != ':')
			return false;
		if (top && *p->s == '{') {
			if (!plain_object(p, name))
				return false;
		} else {
			pair = arena_alloc(p->arena, sizeof(*pair));
			pair->group = group;
			pair->name = name;
			if ((pair->text = plain_text(p)) == NULL)
				return false;
			*(top ? p->top : p->in) = pair;
			*(top ? &p->top : &p->in) = &pair->next;
		}
		if (*p->s == ',' && p->s[1] == '"')
			p->s++;
		else if (*p->s != '}')
			return false;
	}
	p->s++;
	return true;
}

static bool
twice(const struct json_pair *list)
{
	const struct json_pair *p;

	for (; list != NULL; list = list->next)
		for (p = list->next; p != NULL; p = p->next)
			if (strcmp(p->name, list->name) == 0 &&
			    strcmp(p->group, list->group) == 0)
				return true;
	return false;
}

/* False: it is not as json_write() writes it, or has an unusual letter. */
static bool
read_plain(struct arena *a, const char *text, struct json_pair **out)
{
	struct json_pair *inner = NULL;
	struct plain p = { a, arena_text(a, text), out, &inner };

	*out = NULL;
	if (!plain_object(&p, "") || *p.s != '\0')
		return false;
	*p.top = inner;
	return !twice(*out);
}

struct json_pair *
json_read(struct arena *a, const char *text)
{
	struct json_pair *first = NULL, **tail = &first;
	const char *name;
	json_t *top, *value;

	if (read_plain(a, text, &first))
		return first;
	first = NULL;
	begin();
	if ((top = json_loads(text, JSON_REJECT_DUPLICATES, NULL)) == NULL)
		return NULL;
	tail = read_group(a, tail, "", top);
	json_object_foreach(top, name, value)
		if (json_is_object(value))
			tail = read_group(a, tail, name, value);
	json_decref(top);
	return first;
}
