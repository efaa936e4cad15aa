/* SPDX-License-Identifier: MIT */
/* An open hash table. Two names with one hash would count as one name, and
 * a case would get a " (2)" it does not need: harmless. */
#include "domain/desk/import_names.h"

#define START ((size_t)256)

struct slot {
	uint64_t hash;		/* 0: free */
	int64_t number;
};

struct import_names {
	struct arena *a;
	struct slot *slots;
	size_t size, used;
};

struct import_names *
import_names_new(struct arena *a)
{
	struct import_names *n = arena_alloc(a, sizeof(*n));

	n->a = a;
	n->size = START;
	n->slots = arena_array(a, n->size, sizeof(*n->slots));
	return n;
}

static uint64_t
hash_of(const char *s)
{
	uint64_t h = 14695981039346656037u;

	for (; *s != '\0'; s++)
		h = (h ^ (unsigned char)*s) * 1099511628211u;
	h ^= h >> 32;
	return h == 0 ? 1 : h;
}

static struct slot *
slot_of(struct import_names *n, uint64_t hash)
{
	size_t i = (size_t)hash & (n->size - 1);

	while (n->slots[i].hash != 0 && n->slots[i].hash != hash)
		i = (i + 1) & (n->size - 1);
	return &n->slots[i];
}

static void
grow(struct import_names *n)
{
	struct slot *old = n->slots;
	size_t size = n->size, i;

	n->size *= 2;
	n->slots = arena_array(n->a, n->size, sizeof(*n->slots));
	for (i = 0; i < size; i++)
		if (old[i].hash != 0)
			*slot_of(n, old[i].hash) = old[i];
}

bool
import_names_add(struct import_names *n, const char *name, int64_t **number)
{
	uint64_t hash = hash_of(name);
	struct slot *s;
	bool fresh;

	if (n->used * 2 >= n->size)
		grow(n);
	s = slot_of(n, hash);
	if ((fresh = s->hash == 0)) {
		s->hash = hash;
		n->used++;
	}
	if (number != NULL)
		*number = &s->number;
	return fresh;
}

size_t
import_names_count(const struct import_names *n)
{
	return n->used;
}
