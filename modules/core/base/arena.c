/* SPDX-License-Identifier: MIT */
/* Blocks in a list; the newest is filled, a large wish gets its own block. */
#include "base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"

#define BLOCK ((size_t)64 * 1024)
#define KEPT 8			/* blocks that a reset leaves in place */
#define ALIGN _Alignof(max_align_t)

struct block {
	struct block *next;
	size_t size, used;
	_Alignas(max_align_t) unsigned char data[];
};

struct arena {
	struct block *blocks;
	struct block *spare;	/* empty ones, of the usual size */
	size_t held;
};

static struct block *
block_new(struct arena *a, size_t size)
{
	struct block *b = a->spare;

	if (size <= BLOCK && b != NULL) {
		a->spare = b->next;
		b->next = NULL;
		return b;
	}
	if (size < BLOCK)
		size = BLOCK;
	if (size > SIZE_MAX - sizeof(*b) ||
	    (b = malloc(sizeof(*b) + size)) == NULL)
		log_fatal("no memory for %zu bytes", size);
	b->size = size;
	b->used = 0;
	b->next = NULL;
	a->held += size;
	return b;
}

struct arena *
arena_new(void)
{
	struct arena *a = calloc(1, sizeof(*a));

	if (a == NULL)
		log_fatal("no memory for an arena");
	a->blocks = block_new(a, BLOCK);
	return a;
}

/* Frees the blocks after b. */
static void
blocks_free(struct block *b)
{
	struct block *next;

	for (; b != NULL; b = next) {
		next = b->next;
		free(b);
	}
}

void
arena_free(struct arena *a)
{
	if (a == NULL)
		return;
	blocks_free(a->blocks);
	blocks_free(a->spare);
	free(a);
}

void
arena_reset(struct arena *a)
{
	struct block *b, *next;

	for (b = a->blocks; b != NULL; b = next) {
		next = b->next;
		if (b->size > BLOCK || a->held > KEPT * BLOCK) {
			a->held -= b->size;
			free(b);
			continue;
		}
		b->used = 0;
		b->next = a->spare;
		a->spare = b;
	}
	a->blocks = block_new(a, BLOCK);
}

#if defined(__GNUC__) && !defined(__clang__)
/* Its analyzer loses sight of a block that hangs in the list. */
#pragma GCC diagnostic ignored "-Wanalyzer-malloc-leak"
#endif

void *
arena_room(struct arena *a, size_t size)
{
	struct block *b = a->blocks;
	void *p;

	if (size > SIZE_MAX - ALIGN)
		log_fatal("no memory for %zu bytes", size);
	size = size == 0 ? ALIGN : (size + ALIGN - 1) / ALIGN * ALIGN;
	if (b->size - b->used < size) {
		b = block_new(a, size);
		if (size > BLOCK / 4) {		/* beside the block in use */
			b->next = a->blocks->next;
			a->blocks->next = b;
		} else {
			b->next = a->blocks;
			a->blocks = b;
		}
	}
	p = b->data + b->used;
	b->used += size;
	return p;
}

void *
arena_alloc(struct arena *a, size_t size)
{
	return memset(arena_room(a, size), 0, size);
}

void *
arena_array(struct arena *a, size_t n, size_t size)
{
	size_t all;

	if (__builtin_mul_overflow(n, size, &all))
		log_fatal("no memory for %zu things of %zu bytes", n, size);
	return arena_alloc(a, all);
}

void *
arena_copy(struct arena *a, const void *from, size_t size)
{
	void *p = arena_room(a, size);

	if (size > 0)
		memcpy(p, from, size);
	return p;
}

char *
arena_textn(struct arena *a, const char *s, size_t len)
{
	char *p;

	if (len == SIZE_MAX)
		log_fatal("no memory for a text");
	p = arena_room(a, len + 1);
	if (len > 0)
		memcpy(p, s, len);
	p[len] = '\0';
	return p;
}

char *
arena_text(struct arena *a, const char *s)
{
	return s == NULL ? arena_textn(a, "", 0) : arena_textn(a, s, strlen(s));
}

char *
arena_vprintf(struct arena *a, const char *fmt, va_list ap)
{
	char small[256], *p;
	va_list again;
	int n;

	va_copy(again, ap);
	n = vsnprintf(small, sizeof(small), fmt, ap);
	if (n < 0)
		log_fatal("a text could not be formatted: %s", fmt);
	if ((size_t)n < sizeof(small)) {
		p = arena_textn(a, small, (size_t)n);
	} else {
		p = arena_room(a, (size_t)n + 1);
		vsnprintf(p, (size_t)n + 1, fmt, again);
	}
	va_end(again);
	return p;
}

char *
arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list ap;
	char *p;

	va_start(ap, fmt);
	p = arena_vprintf(a, fmt, ap);
	va_end(ap);
	return p;
}

size_t
arena_size(const struct arena *a)
{
	return a->held;
}
