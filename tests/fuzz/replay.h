/* SPDX-License-Identifier: MIT */
#ifndef TESTS_FUZZ_REPLAY_H
#define TESTS_FUZZ_REPLAY_H

#include <dirent.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"
#include "check.h"

/*
 * What `make check` does with a harness: each file of the corpus as it is,
 * then bent some times, always in the same way. The harness aborts where
 * something is wrong.
 */
#define REPLAY_MAX 65536

static uint64_t replay_state = 1;

static size_t
replay_dice(size_t n)
{
	replay_state = replay_state * 6364136223846793005U +
	    1442695040888963407U;
	return n == 0 ? 0 : (size_t)(replay_state >> 33) % n;
}

/* Takes some out, doubles some, or writes a sign that means something. */
static size_t
replay_bend(uint8_t *to, const uint8_t *from, size_t n)
{
	static const char signs[] = "()[]{}\"'.,:;<>=+-*/?@\\ 0019eE\n\xff";
	size_t at = replay_dice(n), len = replay_dice(n - at + 1), i;

	memcpy(to, from, n);
	switch (replay_dice(3)) {
	case 0:
		memmove(to + at, to + at + len, n - at - len);
		return n - len;
	case 1:
		if (n + len > REPLAY_MAX)
			return n;
		memmove(to + at + len, to + at, n - at);
		return n + len;
	default:
		for (i = replay_dice(4) + 1; i > 0 && n > 0; i--)
			to[replay_dice(n)] = (uint8_t)signs[replay_dice(
			    sizeof(signs) - 1)];
		return n;
	}
}

/* How many files there were. */
static size_t
replay(const char *below, size_t times,
    int (*each)(const uint8_t *, size_t))
{
	static uint8_t bytes[REPLAY_MAX], bent[REPLAY_MAX];
	const char *top = getenv("top_srcdir");
	struct arena *a = arena_new();
	const char *corpus = arena_printf(a, "%s/tests/fuzz/%s",
	    top == NULL ? "." : top, below);
	DIR *d = opendir(corpus);
	struct dirent *e;
	size_t n, i, files = 0;
	FILE *f;

	while (d != NULL && (e = readdir(d)) != NULL) {
		if (e->d_name[0] == '.' || (f = fopen(arena_printf(a, "%s/%s",
		    corpus, e->d_name), "rb")) == NULL)
			continue;
		n = fread(bytes, 1, sizeof(bytes), f);
		fclose(f);
		files++;
		each(bytes, n);
		replay_state = n + e->d_name[0];
		for (i = 0; i < times; i++)
			each(bent, replay_bend(bent, bytes, n));
	}
	if (d != NULL)
		closedir(d);
	arena_free(a);
	return files;
}

#endif
