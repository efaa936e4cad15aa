/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as an expression of FEEL and as unary tests: it is refused with a
 * fault, or run within its limits; twice the same text gives the same value.
 */
#include "fuzz/replay.h"
#include "rules/feel/feel.h"
#include "rules/feel/feel_number.h"
#include "rules/feel/feel_temporal.h"

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

#define NAMES 9
static const char *const names[NAMES] = { "a", "b", "s", "my name", "l", "c",
    "rows", "d", "f" };

static struct feel_value
text(const char *s)
{
	return feel_value_text(s);
}

/* {x: 1, inner: {deep: {x: "y"}}} */
static struct feel_value
a_context(struct arena *a)
{
	struct feel_value_entries c = { 0 }, in = { 0 }, deep = { 0 };

	feel_value_put(a, &deep, text("x").string, text("y"));
	feel_value_put(a, &in, text("deep").string, feel_value_made(a,
	    &deep));
	feel_value_put(a, &c, text("x").string, feel_number_of(1));
	feel_value_put(a, &c, text("inner").string, feel_value_made(a, &in));
	return feel_value_made(a, &c);
}

static struct feel_value
a_row(struct arena *a, int64_t price)
{
	struct feel_value_entries row = { 0 };

	feel_value_put(a, &row, text("price").string, feel_number_of(price));
	feel_value_put(a, &row, text("name").string, text("Kettle"));
	return feel_value_made(a, &row);
}

static void
fill(struct arena *a, struct feel_value v[NAMES])
{
	const struct feel_value numbers[] = { feel_number_of(3),
	    feel_number_of(-1), feel_number_scaled(25, 1) };
	const struct feel_value rows[] = { a_row(a, 5), a_row(a, 50) };

	v[0] = feel_number_of(4);
	v[1] = feel_number_scaled(-15, 1);
	v[2] = text("héllo");
	v[3] = text("Mia");
	v[4] = feel_value_list(a, numbers, 3);
	v[5] = a_context(a);
	v[6] = feel_value_list(a, rows, 2);
	if (!feel_temporal_date("2026-11-24", 10, &v[7]))
		abort();
	v[8] = feel_value_null;
}

static void
begin(struct feel_eval *ev, struct arena *a)
{
	feel_eval_start(ev, a, 1795521600, "Europe/Zurich");
	ev->steps = 20000;
	ev->bytes = arena_size(a) + (8U << 20);
}

static const char *
value_of(struct arena *a, const struct feel *feel,
    const struct feel_value *values)
{
	const struct feel_frame frame = { NULL, values };
	struct feel_eval ev;
	struct feel_value v;

	begin(&ev, a);
	v = feel_run(feel, &ev, &frame);
	if (ev.stopped)
		return "stopped";
	(void)feel_value_equal(v, v);
	(void)feel_type_write(a, feel_type_of(a, v));
	return feel_value_write(a, v);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct feel_member members[NAMES] = { 0 };
	struct feel_scope scope = { .names = members, .n = NAMES };
	struct feel_value values[NAMES];
	struct feel_frame frame = { NULL, values };
	struct feel_fault *faults = NULL;
	struct feel_eval ev;
	struct feel *feel;
	size_t i;

	fill(a, values);
	for (i = 0; i < NAMES; i++) {
		members[i].name = text(names[i]).string;
		if (i % 2 == 0 && i < 8)
			members[i].type = feel_type_of(a, values[i]);
	}
	feel = feel_compile(a, (const char *)data, size, &scope, &faults);
	if (feel == NULL && faults == NULL)
		abort();
	if (feel != NULL && strcmp(value_of(a, feel, values), value_of(a,
	    feel, values)) != 0)
		abort();
	faults = NULL;
	feel = feel_compile_tests(a, (const char *)data, size, &scope,
	    feel_type_own("number", 6), &faults);
	if (feel == NULL && faults == NULL)
		abort();
	if (feel != NULL) {
		begin(&ev, a);
		(void)feel_test(feel, &ev, &frame, values[0]);
		begin(&ev, a);
		(void)feel_test(feel, &ev, &frame, feel_value_null);
	}
	arena_free(a);
	return 0;
}

#ifndef LIBFUZZER
static void
any_text_is_refused_or_has_one_value(void)
{
	CHECK(replay("feel", 200, LLVMFuzzerTestOneInput) > 40);
}

int
main(void)
{
	RUN(any_text_is_refused_or_has_one_value);
	return DONE;
}
#endif
