/* SPDX-License-Identifier: MIT */
/* Differences: what they say is true, and no shorter one is. */
#include "text/diff.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "check.h"

static struct arena *arena;
static uint64_t seed = 88172645463325252u;

static unsigned int
dice(unsigned int n)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (unsigned int)(seed >> 33) % n;
}

static const char *const *
thrown(size_t n, unsigned int words)
{
	const char **list = arena_array(arena, n + 1, sizeof(*list));
	size_t i;

	for (i = 0; i < n; i++)
		list[i] = arena_printf(arena, "w%u", dice(words));
	return list;
}

/* Read from its beginning it makes a into b, and says nothing beside. */
static int
is_true(const struct diff *d, const char *const *a, size_t n,
    const char *const *b, size_t m)
{
	enum diff_kind last = DIFF_SAME;
	size_t i = 0, j = 0, k;
	int first = 1;

	for (; d != NULL; d = d->next, first = 0) {
		if (d->a != i || d->b != j || d->n == 0 ||
		    (!first && d->kind == last) ||
		    (last == DIFF_NEW && d->kind == DIFF_GONE))
			return 0;
		last = d->kind;
		for (k = 0; k < d->n && d->kind == DIFF_SAME; k++)
			if (i + k >= n || j + k >= m ||
			    strcmp(a[i + k], b[j + k]) != 0)
				return 0;
		i += d->kind == DIFF_NEW ? 0 : d->n;
		j += d->kind == DIFF_GONE ? 0 : d->n;
	}
	return i == n && j == m;
}

static size_t
changes(const struct diff *d)
{
	size_t n = 0;

	for (; d != NULL; d = d->next)
		n += d->kind == DIFF_SAME ? 0 : d->n;
	return n;
}

/* By the longest common part, the slow way. */
static size_t
fewest(const char *const *a, size_t n, const char *const *b, size_t m)
{
	size_t *t = arena_array(arena, (n + 1) * (m + 1), sizeof(*t)), i, j;

	for (i = 1; i <= n; i++)
		for (j = 1; j <= m; j++)
			t[i * (m + 1) + j] = strcmp(a[i - 1], b[j - 1]) == 0 ?
			    t[(i - 1) * (m + 1) + j - 1] + 1 :
			    t[(i - 1) * (m + 1) + j] > t[i * (m + 1) + j - 1] ?
			    t[(i - 1) * (m + 1) + j] : t[i * (m + 1) + j - 1];
	return n + m - 2 * t[n * (m + 1) + m];
}

static void
it_is_true_and_the_shortest(void)
{
	const char *const *a, *const *b;
	size_t n, m, wrong = 0, longer = 0;
	struct diff *d;
	int i;

	for (i = 0; i < 3000; i++) {
		n = dice(14);
		m = dice(14);
		a = thrown(n, 1 + dice(6));
		b = thrown(m, 1 + dice(6));
		d = diff_lists(arena, a, n, b, m);
		wrong += !is_true(d, a, n, b, m);
		longer += changes(d) != fewest(a, n, b, m);
		arena_reset(arena);
	}
	CHECK(wrong == 0);
	CHECK(longer == 0);
}

static void
what_is_hopelessly_unlike_ends_all_the_same(void)
{
	const size_t n = 20000;
	const char *const *a = thrown(n, 3), *const *b = thrown(n, 1000000);
	struct diff *d = diff_lists(arena, a, n, b, n);

	CHECK(is_true(d, a, n, b, n));
	b = thrown(n, 3);
	d = diff_lists(arena, a, n, b, n);
	CHECK(is_true(d, a, n, b, n));
	arena_reset(arena);
}

static void
nothing_lost_when_a_text_is_split(void)
{
	static const char text[] = "One  two,\tthree.\n\n"
	    "  甲は乙に支払う。\r\nend ";
	const char *const *list;
	char *whole = arena_text(arena, "");
	size_t n, i;

	list = diff_split_words(arena, text, &n);
	for (i = 0; i < n; i++)
		whole = arena_printf(arena, "%s%s", whole, list[i]);
	CHECK_TEXT(whole, text);
	CHECK(n == 13 && list[n] == NULL);
	CHECK_TEXT(list[1], "  two,");
	CHECK_TEXT(list[4], "は");
	list = diff_split_paragraphs(arena, text, &n);
	CHECK(n == 3);
	CHECK_TEXT(list[0], "One  two,\tthree.");
	CHECK_TEXT(list[1], "甲は乙に支払う。");
	CHECK_TEXT(list[2], "end");
	list = diff_split_words(arena, "", &n);
	CHECK(n == 0 && list[0] == NULL);
	CHECK(diff_lists(arena, list, 0, list, 0) == NULL);
}

int
main(void)
{
	arena = arena_new();
	RUN(it_is_true_and_the_shortest);
	RUN(what_is_hopelessly_unlike_ends_all_the_same);
	RUN(nothing_lost_when_a_text_is_split);
	arena_free(arena);
	return DONE;
}
