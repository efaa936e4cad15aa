/* SPDX-License-Identifier: MIT */
#ifndef TESTS_FEEL_ROWS_H
#define TESTS_FEEL_ROWS_H

#include "base/count.h"
#include "check.h"
#include "rules/feel/feel.h"

/*
 * FEEL by tables: an expression, and what string() makes of its value. What
 * has to be null is "null", or "null: " and how the reason begins.
 */
struct feel_row {
	const char *text, *want;
};

static struct arena *feel_arena;

static const char *
feel_row_got(const char *text)
{
	struct feel_scope none = { 0 };
	struct feel_frame empty = { 0 };
	struct feel_fault *fault = NULL;
	struct feel_eval ev;
	struct feel_value v;
	struct feel *f = feel_compile(feel_arena, text, strlen(text), &none,
	    &fault);

	if (f == NULL)
		return arena_printf(feel_arena, "no FEEL: %s", fault->text);
	feel_eval_start(&ev, feel_arena, 1700000000, "UTC");
	v = feel_run(f, &ev, &empty);
	if (v.kind != FEEL_NULL)
		return feel_value_write(feel_arena, v);
	return ev.notes == NULL ? "null"
	    : arena_printf(feel_arena, "null: %s", ev.notes->text);
}

static void
feel_row_check(const struct feel_row *row)
{
	const char *got = feel_row_got(row->text);
	bool reason = strncmp(row->want, "null: ", 6) == 0;

	if (strcmp(row->want, "null") == 0 && strncmp(got, "null: ", 6) == 0)
		return;
	if (reason ? strncmp(got, row->want, strlen(row->want)) == 0
	    : strcmp(got, row->want) == 0)
		return;
	check_ok = false;
	printf("# %s\n#   gives %s\n#   not   %s\n", row->text, got,
	    row->want);
}

#define FEEL_ROWS(rows) do {						\
	size_t feel_i;							\
	feel_arena = arena_new();					\
	for (feel_i = 0; feel_i < COUNT(rows);	\
	    feel_i++)							\
		feel_row_check(&(rows)[feel_i]);			\
	arena_free(feel_arena);						\
} while (0)

#endif
