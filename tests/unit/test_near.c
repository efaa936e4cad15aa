/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "check.h"
#include "text/fold.h"
#include "text/near.h"

static struct arena *a;

static enum near
names(const char *one, const char *other)
{
	return near_names(a, fold(a, one), fold(a, other));
}

static void
names_that_one_would_take_for_the_same(void)
{
	CHECK(names("Anna Schmidt", "anna  SCHMIDT") == NEAR_SAME);
	CHECK(names("Schmidt, Anna", "Anna Schmidt") == NEAR_ORDER);
	CHECK(names("Jürgen Müller", "Juergen Mueller") == NEAR_ORDER);
	CHECK(names("Bjørn Sæther", "Bjoern Saether") == NEAR_ORDER);
	CHECK(names("Anna Schmidt", "Ana Schmitt") == NEAR_ALIKE);
	CHECK(names("Anna Schmidt", "Anna Maria Schmidt") == NEAR_ALIKE);
	CHECK(names("Nordwind GmbH", "Nordwnid GmbH") == NEAR_ALIKE);
	CHECK(names("Nordwind", "Nordwint") == NEAR_ALIKE);
	CHECK(names("山田 太郎", "太郎 山田") == NEAR_ORDER);
	CHECK(names("山田太郎", "山田 太郎") == NEAR_ALIKE);
	CHECK(names("ﾔﾏﾀﾞ ﾀﾛｳ", "ヤマダ タロウ") == NEAR_SAME);
}

static void
names_of_different_people(void)
{
	CHECK(names("Anna Schmidt", "Anna Weber") == NEAR_NOT);
	CHECK(names("Anna", "Anna Schmidt") == NEAR_NOT);
	CHECK(names("Jan Kurz", "Jon Kurz") == NEAR_NOT);
	CHECK(names("Maria Huber", "Huber Maler Gesellschaft") == NEAR_NOT);
	CHECK(names("山田 太郎", "山田 花子") == NEAR_NOT);
	CHECK(names("", "") == NEAR_NOT);
	CHECK(names("Anna", "") == NEAR_NOT);
}

/* A word of the letters that make the spellings meet. */
static char *
some_word(size_t len)
{
	static const char letters[] = "aeoubcmnrst";
	char *w = arena_alloc(a, len + 1);
	size_t i;

	for (i = 0; i < len; i++)
		w[i] = letters[rand() % (int)(sizeof(letters) - 1)];
	return w;
}

/* One letter more, less, other, or two swapped. */
static char *
slipped(const char *w)
{
	size_t n = strlen(w), i = (size_t)rand() % n;
	int len = (int)i;

	switch (rand() % 4) {
	case 0:
		return arena_printf(a, "%.*sx%s", len, w, w + i);
	case 1:
		return arena_printf(a, "%.*s%s", len, w, w + i + 1);
	case 2:
		return arena_printf(a, "%.*sx%s", len, w, w + i + 1);
	default:
		if (i + 1 == n)
			len = (int)--i;
		return arena_printf(a, "%.*s%c%c%s", len, w, w[i + 1], w[i],
		    w + i + 2);
	}
}

static bool
share_a_key(const char *one, const char *other)
{
	const char *k[NEAR_KEYS], *l[NEAR_KEYS];
	size_t n = near_keys(a, one, k), m = near_keys(a, other, l), i, j;

	for (i = 0; i < n; i++)
		for (j = 0; j < m; j++)
			if (strcmp(k[i], l[j]) == 0)
				return true;
	return false;
}

static void
one_slip_in_any_word_is_found_from_either_side(void)
{
	int i;

	srand(7);
	for (i = 0; i < 20000; i++) {
		char *given = some_word(3 + (size_t)rand() % 6);
		char *family = some_word(5 + (size_t)rand() % 8);
		char *typed = slipped(family);
		char *one = arena_printf(a, "%s %s", given, family);
		char *other = arena_printf(a, "%s %s", typed, given);

		CHECK(near_edits(a, family, typed) <= 1);
		CHECK(share_a_key(family, typed));
		CHECK(near_names(a, one, other) != NEAR_NOT);
		CHECK(near_names(a, one, other) == near_names(a, other, one));
		if (i % 100 == 0)
			arena_reset(a);
	}
}

static void
likeness_is_the_same_from_both_sides(void)
{
	int i, n = 0;

	for (i = 0; i < 20000; i++) {
		char *one = arena_printf(a, "%s %s", some_word(1 +
		    (size_t)rand() % 4), some_word(3));
		char *other = arena_printf(a, "%s %s %s", some_word(3),
		    some_word(1 + (size_t)rand() % 4), some_word(2));
		enum near near = near_names(a, one, other);

		CHECK(near == near_names(a, other, one));
		CHECK(near_edits(a, one, other) == near_edits(a, other, one));
		n += near != NEAR_NOT;
		if (i % 100 == 0)
			arena_reset(a);
	}
	CHECK(n < 200);		/* unrelated ones are not alike */
}

int
main(void)
{
	a = arena_new();
	RUN(names_that_one_would_take_for_the_same);
	RUN(names_of_different_people);
	RUN(one_slip_in_any_word_is_found_from_either_side);
	RUN(likeness_is_the_same_from_both_sides);
	arena_free(a);
	return DONE;
}
