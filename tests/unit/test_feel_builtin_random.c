/* SPDX-License-Identifier: MIT */
/* Every built-in function with values of every kind that its signatures
 * allow, the extreme ones too: it answers within its steps, and says why when
 * the answer is null. */
#include <stdlib.h>

#include "base/count.h"
#include "check.h"
#include "rules/feel/feel_builtin.h"
#include "rules/feel/feel_node.h"
#include "rules/feel/feel_number.h"
#include "rules/feel/feel_temporal.h"

static struct arena *a;
static struct feel_value pool[200];
static size_t pool_n;

static uint64_t
chance(uint64_t below)
{
	static uint64_t x = 88172645463325252U;

	x ^= x << 13;
	x ^= x >> 7;
	x ^= x << 17;
	return x % below;
}

static void
put(struct feel_value v)
{
	pool[pool_n++] = v;
}

static void
put_scalars(void)
{
	static const char *const numbers[] = { "0", "1", "-1", "2", "3",
	    "0.5", "-2.5", "1E+6144", "-9E+6144", "1E-6176",
	    "9999999999999999999999999999999999", "9223372036854775807",
	    "-9223372036854775808", "6176", "-6112", "1000000000" };
	static const char *const strings[] = { "", "a", "abc", "a b c",
	    "\xc3\xa9\xf0\x9f\x98\x80", "[1..3]", "((", "(a+)+$", "i", ",",
	    ".", "1.5", "2026-11-24", "23:59:59Z", "P1D", "P1Y",
	    "2026-02-30", "@", "key", "2026-11-24T00:00:00@Europe/Paris" };
	static const char *const temporals[] = { "2026-11-24",
	    "-999999999-01-01", "999999999-12-31", "2024-02-29", "23:59:59",
	    "00:00:00Z", "12:00:00.5+14:00", "12:00:00@Europe/Paris",
	    "2026-11-24T12:00:00", "999999999-12-31T23:59:59Z",
	    "-999999999-01-01T00:00:00-14:00",
	    "2026-03-29T02:30:00@Europe/Paris", "P0D", "PT1S", "-P1DT2H",
	    "P99999999999D", "P0M", "P1Y2M", "-P999999999Y" };
	struct feel_value v;
	size_t i;

	for (i = 0; i < COUNT(numbers); i++)
		if (feel_number_parse(numbers[i], strlen(numbers[i]), &v))
			put(v);
	for (i = 0; i < COUNT(strings); i++)
		put(feel_value_text(strings[i]));
	for (i = 0; i < COUNT(temporals); i++)
		if (feel_temporal_any(a, temporals[i], strlen(temporals[i]),
		    &v))
			put(v);
	put(feel_value_null);
	put(feel_value_boolean(true));
	put(feel_value_boolean(false));
}

static struct feel_value
any_value(void)
{
	return pool[chance(pool_n)];
}

/* Lists of one kind more often than of all: most functions want that. */
static struct feel_value
list(void)
{
	struct feel_value items[6];
	size_t i, n = chance(7), from = chance(pool_n);

	for (i = 0; i < n; i++)
		items[i] = chance(4) == 0 ? any_value()
		    : pool[(from + chance(3)) % pool_n];
	return feel_value_list(a, items, n);
}

static struct feel_value
context(void)
{
	static const char *const keys[] = { "key", "value", "a", "" };
	struct feel_value_entries c = { 0 };
	size_t i, n = chance(4);

	for (i = 0; i < n; i++)
		feel_value_put(a, &c, feel_value_text(keys[chance(4)]).string,
		    any_value());
	return feel_value_made(a, &c);
}

static struct feel_value
range(void)
{
	struct feel_range *r = arena_alloc(a, sizeof(*r));

	r->form = (enum feel_range_form)chance(4);
	r->start = any_value();
	r->end = r->form == FEEL_RANGE_INTERVAL ? any_value() : r->start;
	r->has_start = r->form >= FEEL_RANGE_EQUAL || chance(3) != 0;
	r->has_end = r->form >= FEEL_RANGE_EQUAL || chance(3) != 0;
	r->start_in = chance(2);
	r->end_in = chance(2);
	return (struct feel_value){ .kind = FEEL_RANGE, .range = r };
}

static void
put_structures(void)
{
	static const char *const functions[] = { "is", "before", "count",
	    "append" };
	int i;

	for (i = 0; i < 20; i++) {
		put(list());
		put(context());
		put(range());
	}
	for (i = 0; i < 4; i++)
		put(feel_call_builtin_value(a, feel_builtin_find(functions[i],
		    strlen(functions[i]), NULL)));
}

static struct feel_value
allowed_value(const struct feel_builtin_param *p)
{
	struct feel_value v;
	int tries;

	for (tries = 0; tries < 400; tries++) {
		v = any_value();
		if (p->kinds & FEEL_BUILTIN_KIND(v.kind))
			return v;
	}
	return feel_value_null;
}

static bool
is_null_by_right(const struct feel_builtin *b, const struct feel_value *args,
    size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (args[i].kind == FEEL_NULL)
			return true;
	return strcmp(b->name, "get value") == 0 ||
	    strcmp(b->name, "min") == 0 || strcmp(b->name, "max") == 0;
}

static void
try(const struct feel_builtin *b)
{
	struct feel_value args[FEEL_BUILTIN_PARAMS + 4], v;
	struct feel_eval ev;
	struct arena *own = arena_new();
	size_t all = 0, n, i;

	while (all < FEEL_BUILTIN_PARAMS && b->params[all].name != NULL)
		all++;
	for (n = 0; n < all && (!b->params[n].optional || chance(3) != 0); n++)
		args[n] = allowed_value(&b->params[n]);
	if (b->variadic)
		for (i = chance(4); i > 0; i--)
			args[n++] = allowed_value(&b->params[all - 1]);
	feel_eval_start(&ev, own, 1700000000, "UTC");
	v = b->call(&ev, args, n);
	if (v.kind == FEEL_NULL && ev.notes == NULL &&
	    !is_null_by_right(b, args, n)) {
		check_ok = false;
		printf("# %s gave null and no reason\n", b->name);
		for (i = 0; i < n; i++)
			printf("#   %s\n", feel_value_write(own, args[i]));
	}
	CHECK(strlen(feel_value_write(own, v)) < 1000000);
	if (feel_value_equal(v, v) == FEEL_NO && v.kind != FEEL_RANGE) {
		check_ok = false;
		printf("# %s gave what is not itself\n", b->name);
	}
	arena_free(own);
}

static void
every_function_answers(void)
{
	static const struct feel_builtin *const tables[] = {
		feel_fn_number, feel_fn_list, feel_fn_statistic,
		feel_fn_context, feel_fn_convert, feel_fn_range,
		feel_fn_string, feel_fn_temporal
	};
	const struct feel_builtin *b;
	size_t i;
	int k;

	for (i = 0; i < COUNT(tables); i++)
		for (b = tables[i]; b->name != NULL; b++)
			for (k = 0; k < 300; k++)
				try(b);
}

int
main(void)
{
	a = arena_new();
	put_scalars();
	put_structures();
	RUN(every_function_answers);
	arena_free(a);
	return DONE;
}
