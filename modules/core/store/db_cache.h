/* SPDX-License-Identifier: MIT */
#ifndef STORE_DB_CACHE_H
#define STORE_DB_CACHE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The statements of an engine, found by the address of their text and then
 * by the text. An engine's statement begins with a struct db_kept.
 */
#define DB_CACHE_BUCKETS 512
#define DB_CACHE_NEAR 2048

struct db_kept {
	struct db_kept *next;	/* in its bucket */
	char *sql;
	uint64_t hash;
	uint64_t used;		/* tick of the last use */
	bool busy;		/* must not be forgotten now */
};

struct db_cache {
	struct db_kept *bucket[DB_CACHE_BUCKETS];
	struct { const char *at; struct db_kept *kept; } near[DB_CACHE_NEAR];
	size_t n;
	uint64_t tick;
	void *owner;
	void (*drop)(void *owner, struct db_kept *);	/* frees one */
};

struct db_kept *db_cache_find(struct db_cache *, const char *sql);
/* Takes one with ->sql set; may drop the one unused for the longest time. */
void	db_cache_add(struct db_cache *, const char *sql, struct db_kept *);
void	db_cache_each(const struct db_cache *,
	    void (*each)(void *, const char *sql), void *);
void	db_cache_empty(struct db_cache *);

#endif
