/* SPDX-License-Identifier: MIT */
#include "load.h"

#include <string.h>

#include "base/buf.h"
#include "base/log.h"

static void
must(struct ctx *cx, enum err e)
{
	if (e != OK)
		log_fatal("loading failed: %d %s %s", (int)e,
		    cx->why == NULL ? "" : cx->why, db_said(cx->db));
}

void
load_start(struct load *l, struct ctx *cx, const char *table,
    const char *columns)
{
	const char *s;
	size_t size;

	memset(l, 0, sizeof(*l));
	l->cx = cx;
	l->table = table;
	l->columns = columns;
	l->width = 1;
	for (s = columns; *s != '\0'; s++)
		l->width += *s == ',';
	for (l->room = 1, size = 1; size < LOAD_SIZES; size++)
		if (2 * l->room * l->width <= LOAD_VALUES)
			l->room *= 2;
}

/* INSERT INTO TABLE (COLUMNS) VALUES ($1, $2), ($3, $4) ... */
static const char *
statement(struct load *l, size_t rows)
{
	struct buf b = { 0 };
	size_t i, size = 0, n = 0;

	while (((size_t)1 << size) < rows)
		size++;
	if (l->sql[size] != NULL)
		return l->sql[size];
	buf_printf(&b, "INSERT INTO %s (%s) VALUES ", l->table, l->columns);
	for (i = 0; i < rows; i++) {
		buf_text(&b, i == 0 ? "(" : "), (");
		for (n = 0; n < l->width; n++)
			buf_printf(&b, "%s$%zu", n == 0 ? "" : ", ",
			    i * l->width + n + 1);
	}
	buf_text(&b, ")");
	return l->sql[size] = b.data;
}

static void
write_rows(struct load *l, size_t from, size_t rows)
{
	must(l->cx, db_run_args(l->cx, statement(l, rows), &l->args[from],
	    rows * l->width));
}

void
load_values(struct load *l, const struct db_arg *values, size_t n)
{
	if (n != l->width)
		log_fatal("%s: %zu values for %zu columns", l->table, n,
		    l->width);
	memcpy(&l->args[l->used + 1], values, n * sizeof(*values));
	l->used += n;
	if (l->used == l->room * l->width) {
		write_rows(l, 0, l->room);
		l->used = 0;
	}
}

void
load_flush(struct load *l)
{
	size_t done = 0, rows = l->used / l->width, piece = l->room;

	while (rows > 0) {
		while (piece > rows)
			piece /= 2;
		write_rows(l, done, piece);
		done += piece * l->width;
		rows -= piece;
	}
	l->used = 0;
}
