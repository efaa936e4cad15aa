/* SPDX-License-Identifier: MIT */
/* Statements that were prepared, kept by their text. */
#include "store/db_cache.h"

#include <string.h>

#define KEPT 200		/* statements at most; a wide list has 100 KB */

static uint64_t
hash_of(const char *s)
{
	uint64_t h = 14695981039346656037u;

	for (; *s != '\0'; s++)
		h = (h ^ (unsigned char)*s) * 1099511628211u;
	return h;
}

static size_t
slot_of(const char *sql)
{
	return ((uintptr_t)sql >> 4) % DB_CACHE_NEAR;
}

/* Constants of the program stay what they are: the address says which text it
 * is, and nobody has to read it again. They lie before all that changes. */
static bool
is_constant(const char *sql)
{
	extern const char __executable_start[], __data_start[];

	return (uintptr_t)sql >= (uintptr_t)__executable_start &&
	    (uintptr_t)sql < (uintptr_t)__data_start;
}

struct db_kept *
db_cache_find(struct db_cache *c, const char *sql)
{
	size_t slot = slot_of(sql);
	struct db_kept *k = c->near[slot].kept;
	uint64_t h;

	if (c->near[slot].at != sql ||
	    (!is_constant(sql) && strcmp(k->sql, sql) != 0)) {
		h = hash_of(sql);
		for (k = c->bucket[h % DB_CACHE_BUCKETS]; k != NULL;
		    k = k->next)
			if (k->hash == h && strcmp(k->sql, sql) == 0)
				break;
		if (k == NULL)
			return NULL;
		c->near[slot].at = sql;
		c->near[slot].kept = k;
	}
	k->used = ++c->tick;
	return k;
}

/* Drops the statement that was unused for the longest time. */
static void
forget_one(struct db_cache *c)
{
	struct db_kept **p, **oldest = NULL, *k;
	size_t i;

	for (i = 0; i < DB_CACHE_BUCKETS; i++)
		for (p = &c->bucket[i]; *p != NULL; p = &(*p)->next)
			if (!(*p)->busy && (oldest == NULL ||
			    (*p)->used < (*oldest)->used))
				oldest = p;
	if (oldest == NULL)
		return;
	k = *oldest;
	*oldest = k->next;
	for (i = 0; i < DB_CACHE_NEAR; i++)
		if (c->near[i].kept == k)
			c->near[i].at = NULL;
	c->drop(c->owner, k);
	c->n--;
}

void
db_cache_add(struct db_cache *c, const char *sql, struct db_kept *k)
{
	size_t slot = slot_of(sql);

	if (c->n >= KEPT)
		forget_one(c);
	k->hash = hash_of(sql);
	k->next = c->bucket[k->hash % DB_CACHE_BUCKETS];
	c->bucket[k->hash % DB_CACHE_BUCKETS] = k;
	c->n++;
	c->near[slot].at = sql;
	c->near[slot].kept = k;
	k->used = ++c->tick;
}

void
db_cache_each(const struct db_cache *c, void (*each)(void *, const char *),
    void *to)
{
	const struct db_kept *k;
	size_t i;

	for (i = 0; i < DB_CACHE_BUCKETS; i++)
		for (k = c->bucket[i]; k != NULL; k = k->next)
			each(to, k->sql);
}

void
db_cache_empty(struct db_cache *c)
{
	struct db_kept *k, *next;
	size_t i;

	for (i = 0; i < DB_CACHE_BUCKETS; i++) {
		for (k = c->bucket[i]; k != NULL; k = next) {
			next = k->next;
			c->drop(c->owner, k);
		}
		c->bucket[i] = NULL;
	}
	memset(c->near, 0, sizeof(c->near));
	c->n = 0;
}
