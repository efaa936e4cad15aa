/* SPDX-License-Identifier: MIT */
#include <stdint.h>

#include "base/arena.h"
#include "check.h"

static void
memory_is_zeroed_and_aligned_and_survives_a_reset(void)
{
	struct arena *a = arena_new();
	unsigned char *p;
	size_t i, round;

	for (round = 0; round < 3; round++) {
		for (i = 1; i < 300000; i = i * 3 + 1) {
			p = arena_alloc(a, i);
			CHECK((uintptr_t)p % _Alignof(max_align_t) == 0);
			CHECK(p[0] == 0 && p[i - 1] == 0);
			memset(p, 0xff, i);
		}
		arena_reset(a);
		CHECK(arena_size(a) == (size_t)64 * 1024);
	}
	arena_free(a);
}

static void
long_texts_are_formatted_whole(void)
{
	struct arena *a = arena_new();
	char *s = arena_printf(a, "%0500d|%s", 7, "end");

	CHECK(strlen(s) == 504);
	CHECK_TEXT(s + 499, "7|end");
	CHECK_TEXT(arena_text(a, NULL), "");
	arena_free(a);
}

int
main(void)
{
	RUN(memory_is_zeroed_and_aligned_and_survives_a_reset);
	RUN(long_texts_are_formatted_whole);
	return DONE;
}
