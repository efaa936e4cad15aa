/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <unistd.h>

#include "check.h"
#include "text/csv.h"

static struct arena *a;
static struct csv_row row;
static const char *why;
static int line;

/* The bytes as a file, opened. */
static struct csv *
file(const char *bytes, size_t len)
{
	char path[] = "/tmp/dossier-csv-XXXXXX";
	struct csv *c;
	int fd = mkstemp(path);

	if (fd < 0 || write(fd, bytes, len) != (ssize_t)len)
		exit(2);
	close(fd);
	c = csv_open(a, path, ',');
	unlink(path);
	return c;
}

static struct csv *
text(const char *s)
{
	return file(s, strlen(s));
}

static const char *
refused(const char *s)
{
	struct csv *c = text(s);

	while (csv_next(c, &row))
		;
	why = csv_close(c, &line);
	return why == NULL ? "" : why;
}

static void
cells_rows_and_their_lines(void)
{
	struct csv *c = text("\xef\xbb\xbfname,\"said\"\r\nMia,\"one,\r\n"
	    "\"\"two\"\"\"\n,\n\n");

	CHECK(csv_next(c, &row) && row.n == 2 && row.line == 1);
	CHECK_TEXT(row.cells[0], "name");
	CHECK_TEXT(row.cells[1], "said");
	CHECK(csv_next(c, &row) && row.n == 2 && row.line == 2);
	CHECK_TEXT(row.cells[1], "one,\n\"two\"");
	CHECK(csv_next(c, &row) && row.n == 2 && row.line == 4);
	CHECK_TEXT(row.cells[0], "");
	CHECK_TEXT(row.cells[1], "");
	CHECK(!csv_next(c, &row));
	CHECK(csv_close(c, &line) == NULL);
}

static void
what_is_wrong_has_its_line(void)
{
	struct csv *c;

	CHECK(strstr(refused("a,b\nc,\"d\n"), "never") != NULL && line == 2);
	CHECK(strstr(refused("a\nb\"c\n"), "inside") != NULL && line == 2);
	CHECK(strstr(refused("a\n\"b\"c\n"), "After") != NULL && line == 2);
	CHECK(strstr(refused("a\n\n\nb\n"), "empty") != NULL && line == 2);
	CHECK(strstr(refused("a\n\xe9\n"), "UTF-8") != NULL && line == 2);
	CHECK(strstr(refused("a\rb"), "After") != NULL);
	CHECK_TEXT(refused(""), "");
	CHECK_TEXT(refused("a"), "");
	why = csv_close(csv_open(a, "/none", ','), &line);
	CHECK(why != NULL && line == 0);
	c = file("a\0b,c", 5);
	CHECK(!csv_next(c, &row));
	CHECK(csv_close(c, &line) != NULL);
}

static void
a_row_has_its_bounds(void)
{
	char *s = arena_alloc(a, CSV_ROW + 10);

	memset(s, 'x', CSV_ROW + 1);
	CHECK(strstr(refused(s), "long") != NULL);
	memset(s, ',', CSV_COLUMNS);
	s[CSV_COLUMNS] = '\0';
	CHECK(strstr(refused(s), "columns") != NULL);
	s[CSV_COLUMNS - 1] = '\0';
	CHECK_TEXT(refused(s), "");
}

static void
a_formula_is_no_formula(void)
{
	struct buf b = { 0 };

	csv_cell(&b, "=1+1");
	csv_cell(&b, "a=1");
	csv_cell(&b, "");
	csv_end(&b);
	CHECK_TEXT(b.data, "\"'=1+1\",\"a=1\",\"\"\r\n");
	buf_free(&b);
}

/* Whatever is written is read again as it was. */
static void
written_and_read_it_is_the_same(void)
{
	static const char *const bits[] = { "\"", ",", "\n", "é", "x", "",
	    "日", " ", ";", "'" };
	const char *cells[40];
	struct buf b = { 0 };
	struct csv *c;
	size_t i, j, k, n;

	srandom(7);
	for (k = 0; k < 300; k++) {
		n = 1 + (size_t)random() % 40;
		buf_reset(&b);
		for (i = 0; i < n; i++) {
			cells[i] = "";
			for (j = (size_t)random() % 6; j > 0; j--)
				cells[i] = arena_printf(a, "%s%s", cells[i],
				    bits[random() % 10]);
			csv_cell(&b, cells[i]);
		}
		csv_end(&b);
		c = file(b.data, b.len);
		CHECK(csv_next(c, &row) && row.n == n);
		for (i = 0; i < n && i < row.n; i++)
			CHECK_TEXT(row.cells[i], cells[i]);
		CHECK(!csv_next(c, &row));
		CHECK(csv_close(c, &line) == NULL);
	}
	buf_free(&b);
}

int
main(void)
{
	a = arena_new();
	RUN(cells_rows_and_their_lines);
	RUN(what_is_wrong_has_its_line);
	RUN(a_row_has_its_bounds);
	RUN(a_formula_is_no_formula);
	RUN(written_and_read_it_is_the_same);
	arena_free(a);
	return DONE;
}
