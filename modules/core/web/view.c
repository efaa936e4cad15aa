/* SPDX-License-Identifier: MIT */
/* A view is a short list of names, each found by its hash; that of a page
 * gets long, and an index. */
#include "web/view.h"

#include <string.h>

#include "text/message.h"

#define LARGE 24		/* names of a view that gets an index */

struct entry {
	const char *name;
	uint32_t hash;
	uint32_t len;
	struct view *last;	/* of a list */
	struct view_value value;
};

struct view {
	struct arena *arena;
	struct entry *entries;
	size_t n, cap;
	uint16_t *index;	/* of a large view: entries by hash, from 1 */
	size_t slots;		/* of it, a power of two */
	uint64_t marks;		/* a bit for each name: most others have none */
	struct view *next;	/* in its list */
	const struct view *like;	/* had its names so far, or NULL */
};

struct view *
view_new(struct arena *a)
{
	struct view *v = arena_alloc(a, sizeof(*v));

	v->arena = a;
	return v;
}

uint32_t
view_hash(const char *name, size_t len)
{
	uint32_t hash = 2166136261u;

	while (len-- > 0)
		hash = (hash ^ (unsigned char)*name++) * 16777619u;
	return hash;
}

static bool
is(const struct entry *e, const char *name, size_t len, uint32_t hash)
{
	return e->hash == hash && e->len == len &&
	    memcmp(e->name, name, len) == 0;
}

static uint64_t
mark_of(uint32_t hash)
{
	return UINT64_C(1) << (hash >> 26);
}

static void
index_one(struct view *v, size_t i)
{
	size_t at = v->entries[i].hash & (v->slots - 1);

	while (v->index[at] != 0)
		at = (at + 1) & (v->slots - 1);
	v->index[at] = (uint16_t)(i + 1);
}

static void
index_all(struct view *v)
{
	size_t i;

	for (v->slots = 64; v->slots < v->n * 4; v->slots *= 2)
		;
	v->index = arena_alloc(v->arena, v->slots * sizeof(*v->index));
	for (i = 0; i < v->n; i++)
		index_one(v, i);
}

static struct entry *
indexed(const struct view *v, const char *name, size_t len, uint32_t hash)
{
	size_t at = hash & (v->slots - 1);

	for (; v->index[at] != 0; at = (at + 1) & (v->slots - 1))
		if (is(&v->entries[v->index[at] - 1], name, len, hash))
			return &v->entries[v->index[at] - 1];
	return NULL;
}

static unsigned char places[1024];

static struct entry *
search(const struct view *v, const char *name, size_t len, uint32_t hash)
{
	size_t i;

	for (i = 0; i < v->n; i++)
		if (is(&v->entries[i], name, len, hash)) {
			places[hash % sizeof(places)] = (unsigned char)i;
			return &v->entries[i];
		}
	return NULL;
}

/* Views of one list have a name in the same place: it is looked for where it
 * was the last time. */
static inline struct entry *
find(const struct view *v, const char *name, size_t len, uint32_t hash)
{
	size_t place = places[hash % sizeof(places)];

	if ((v->marks & mark_of(hash)) == 0)
		return NULL;
	if (v->index != NULL)
		return indexed(v, name, len, hash);
	if (place < v->n && is(&v->entries[place], name, len, hash))
		return &v->entries[place];
	return search(v, name, len, hash);
}

static struct entry *
add(struct view *v, const char *name, uint32_t len, uint32_t hash)
{
	struct entry *e, *grown;

	if (v->n == v->cap) {
		v->cap = v->cap > 0 ? v->cap * 2 :
		    v->like != NULL && v->like->n > 0 ? v->like->n : 8;
		grown = arena_room(v->arena, v->cap * sizeof(*grown));
		if (v->n > 0)
			memcpy(grown, v->entries, v->n * sizeof(*grown));
		v->entries = grown;
	}
	e = &v->entries[v->n++];
	*e = (struct entry){ .name = name, .len = len, .hash = hash };
	v->marks |= mark_of(hash);
	if (v->index != NULL && v->n * 2 <= v->slots)
		index_one(v, v->n - 1);
	else if (v->index != NULL || (v->n == LARGE && v->like == NULL))
		index_all(v);
	return e;
}

/* The entry of a name, made where there is none. The items of a list are
 * filled alike, so the next name is that of the item before: no search. */
static struct entry *
entry(struct view *v, const char *name)
{
	const struct entry *same;
	struct entry *e;
	uint32_t hash;
	size_t len;

	if (v->like != NULL && v->n < v->like->n) {
		same = &v->like->entries[v->n];
		if (same->name == name)
			return add(v, name, same->len, same->hash);
	}
	len = strlen(name);
	hash = view_hash(name, len);
	if ((e = find(v, name, len, hash)) != NULL)
		return e;
	e = add(v, name, (uint32_t)len, hash);
	v->like = NULL;
	return e;
}

void
view_text(struct view *v, const char *name, const char *text)
{
	entry(v, name)->value = (struct view_value){ .kind = VIEW_TEXT,
	    .text = text == NULL ? "" : text };
}

void
view_int(struct view *v, const char *name, int64_t n)
{
	entry(v, name)->value = (struct view_value){ .kind = VIEW_INT,
	    .number = n };
}

void
view_moment(struct view *v, const char *name, int64_t utc)
{
	entry(v, name)->value = (struct view_value){
	    .kind = utc == 0 ? VIEW_ABSENT : VIEW_MOMENT, .number = utc };
}

void
view_flag(struct view *v, const char *name, bool set)
{
	entry(v, name)->value = (struct view_value){ .kind = VIEW_FLAG,
	    .number = set };
}

/* What the first item of a list may be like: that of the same list in the
 * view before. */
static const struct view *
before(const struct view *v, const struct entry *e)
{
	const struct entry *same = v->like == NULL ? NULL :
	    &v->like->entries[e - v->entries];

	return same == NULL || same->value.kind != VIEW_LIST ? NULL :
	    same->value.first;
}

struct view *
view_item(struct view *v, const char *list)
{
	struct entry *e = entry(v, list);
	struct view *item = view_new(v->arena);

	if (e->value.kind != VIEW_LIST) {
		e->value = (struct view_value){ .kind = VIEW_LIST };
		e->last = NULL;
	}
	if (e->last == NULL)
		e->value.first = item;
	else
		e->last->next = item;
	item->like = e->last == NULL ? before(v, e) : e->last;
	e->last = item;
	return item;
}

struct view *
view_option(struct view *v, const char *list, const char *code,
    const char *label)
{
	struct view *item = view_item(v, list);

	view_text(item, "code", code);
	view_text(item, "label", label);
	return item;
}

void
view_terms(struct view *v, const char *list, const struct term *t,
    const char *lang)
{
	for (; t != NULL; t = t->next)
		view_option(v, list, t->code, message_label(&t->label, lang));
}

struct view *
view_part(struct view *v, const char *name)
{
	struct entry *e = entry(v, name);

	if (e->value.kind != VIEW_PART)
		e->value = (struct view_value){ .kind = VIEW_PART,
		    .first = view_new(v->arena) };
	return e->value.first;
}

const struct view_value *
view_find(const struct view *v, const char *name, size_t len, uint32_t hash)
{
	static const struct view_value absent;
	const struct entry *e = find(v, name, len, hash);

	return e == NULL ? &absent : &e->value;
}

struct view *
view_next(const struct view *item)
{
	return item->next;
}

bool
view_true(const struct view_value *value)
{
	switch (value->kind) {
	case VIEW_ABSENT:
		return false;
	case VIEW_TEXT:
		return *value->text != '\0';
	case VIEW_LIST:
		return value->first != NULL;
	case VIEW_PART:
	case VIEW_MOMENT:
		return true;
	default:
		return value->number != 0;
	}
}
