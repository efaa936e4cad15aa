/* SPDX-License-Identifier: MIT */
#include "base/count.h"
#include "check.h"
#include "rules/feel/feel_builtin.h"

static size_t
longest(const char *text)
{
	return feel_builtin_longest(text, strlen(text));
}

static void
the_longest_name_is_found(void)
{
	CHECK(longest("list contains(x, 1)") == 13);
	CHECK(longest("get  \n value(m)") == 12);
	CHECK(longest("overlaps before(a, b)") == 15);
	CHECK(longest("overlaps (a, b)") == 8);
	CHECK(longest("overlaps beforehand") == 8);
	CHECK(longest("counter") == 0);
	CHECK(longest("count") == 5);
	CHECK(longest("x count") == 0);
	CHECK(longest("countr\xc3\xa9") == 0);
	CHECK(longest("") == 0);
}

static void
signatures_stand_in_a_row(void)
{
	const struct feel_builtin *b;
	int n = 0;

	for (b = feel_builtin_find("before", 6, NULL); b != NULL;
	    b = feel_builtin_find("before", 6, b))
		n += strcmp(b->name, "before") == 0;
	CHECK(n == 4);
	CHECK(feel_builtin_find("befor", 5, NULL) == NULL);
	CHECK(feel_builtin_find("before you", 10, NULL) == NULL);
	b = feel_builtin_find("count of", 5, NULL);
	CHECK(b != NULL && strcmp(b->name, "count") == 0);
}

/* What the call relies on: what may be left out comes last, and only the last
 * comes many times. */
static void
tables_hold_together(void)
{
	static const struct feel_builtin *const tables[] = {
		feel_fn_number, feel_fn_list, feel_fn_statistic,
		feel_fn_context, feel_fn_convert, feel_fn_range,
		feel_fn_string, feel_fn_temporal
	};
	const struct feel_builtin *b;
	bool optional;
	size_t i, k;

	for (i = 0; i < COUNT(tables); i++)
		for (b = tables[i]; b->name != NULL; b++) {
			CHECK(b->call != NULL);
			CHECK(longest(b->name) == strlen(b->name));
			optional = false;
			for (k = 0; k < FEEL_BUILTIN_PARAMS &&
			    b->params[k].name != NULL; k++) {
				CHECK(b->params[k].kinds != 0);
				CHECK(!optional || b->params[k].optional);
				optional = b->params[k].optional;
			}
			CHECK(!b->variadic || k > 0);
		}
}

int
main(void)
{
	RUN(the_longest_name_is_found);
	RUN(signatures_stand_in_a_row);
	RUN(tables_hold_together);
	return DONE;
}
