/* SPDX-License-Identifier: MIT */
/* Tables as text: cells out, rows in. */
#include "text/csv.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "text/fold.h"

#define TAIL (-2)		/* nothing was read ahead */

struct csv {
	struct arena *a;
	FILE *file;
	char separator;
	int line;		/* of the next character */
	int ahead;		/* a character that was read, or TAIL */
	const char *why;
	int why_line;
	struct buf bytes;	/* of the row under way, cells end with NUL */
	size_t starts[CSV_COLUMNS];
	const char *cells[CSV_COLUMNS];
	size_t n;
};

void
csv_cell(struct buf *b, const char *text)
{
	if (b->len > 0 && b->data[b->len - 1] != '\n')
		buf_char(b, ',');
	buf_char(b, '"');
	if (text[0] != '\0' && strchr("=+-@\t\r", text[0]) != NULL)
		buf_char(b, '\'');
	for (; *text != '\0'; text++) {
		if (*text == '"')
			buf_char(b, '"');
		buf_char(b, *text);
	}
	buf_char(b, '"');
}

void
csv_number(struct buf *b, const char *ours)
{
	if (b->len > 0 && b->data[b->len - 1] != '\n')
		buf_char(b, ',');
	buf_text(b, ours);
}

void
csv_end(struct buf *b)
{
	buf_text(b, "\r\n");
}

static void
fault(struct csv *c, int line, const char *why)
{
	if (c->why == NULL) {
		c->why = why;
		c->why_line = line;
	}
}

static int
get(struct csv *c)
{
	int ch = c->ahead;

	c->ahead = TAIL;
	if (ch == TAIL)
		ch = getc_unlocked(c->file);
	if (ch == '\n')
		c->line++;
	return ch;
}

static int
peek(struct csv *c)
{
	if (c->ahead == TAIL)
		c->ahead = getc_unlocked(c->file);
	return c->ahead;
}

static void
skip_mark(struct csv *c)
{
	static const int mark[] = { 0xef, 0xbb, 0xbf };
	size_t i;

	if (peek(c) != mark[0])
		return;
	for (i = 0; i < 3; i++)
		if (get(c) != mark[i]) {
			fault(c, 1, "This is not UTF-8.");
			return;
		}
}

struct csv *
csv_open(struct arena *a, const char *path, char separator)
{
	struct csv *c = arena_alloc(a, sizeof(*c));

	c->a = a;
	c->separator = separator;
	c->line = 1;
	c->ahead = TAIL;
	if ((c->file = fopen(path, "re")) == NULL)
		fault(c, 0, arena_printf(a, "It cannot be read: %s.",
		    strerror(errno)));
	else
		skip_mark(c);
	return c;
}

/* A quoted cell after its first quote; what follows it is left. */
static void
quoted(struct csv *c, int line)
{
	int ch;

	while (c->bytes.len < CSV_ROW) {
		if ((ch = get(c)) == EOF) {
			fault(c, line, "A quote that begins here is never "
			    "closed.");
			return;
		}
		if (ch == '"') {
			if (peek(c) != '"')
				return;
			get(c);
		} else if (ch == '\r' && peek(c) == '\n')
			continue;	/* a line of text ends with LF here */
		buf_char(&c->bytes, (char)ch);
	}
}

static bool
ends_cell(const struct csv *c, int ch)
{
	return ch == EOF || ch == '\n' || ch == '\r' || ch == c->separator;
}

static void
bare(struct csv *c, int line)
{
	while (!ends_cell(c, peek(c)) && c->bytes.len < CSV_ROW) {
		if (peek(c) == '"') {
			fault(c, line, "A quote stands inside a cell that "
			    "does not begin with one.");
			return;
		}
		buf_char(&c->bytes, (char)get(c));
	}
}

/* One cell; true when another follows on the row. */
static bool
cell(struct csv *c)
{
	int line = c->line, ch;

	if (c->n == CSV_COLUMNS) {
		fault(c, line, "There are too many columns.");
		return false;
	}
	c->starts[c->n++] = c->bytes.len;
	if (peek(c) == '"') {
		get(c);
		quoted(c, line);
	} else
		bare(c, line);
	buf_add(&c->bytes, "", 1);
	if (c->why == NULL && c->bytes.len >= CSV_ROW)
		fault(c, line, "This row is too long.");
	if (c->why != NULL)
		return false;
	ch = get(c);
	if (ch == '\r' && peek(c) == '\n')
		ch = get(c);
	if (!ends_cell(c, ch) || ch == '\r')
		fault(c, line, "After a quoted cell a separator or the end of "
		    "the line must follow.");
	return ch == c->separator && c->why == NULL;
}

/* Nothing but ends of lines is left. */
static bool
at_end(struct csv *c)
{
	int ch;

	while ((ch = peek(c)) == '\n' || ch == '\r')
		get(c);
	return ch == EOF;
}

bool
csv_next(struct csv *c, struct csv_row *row)
{
	size_t i;

	if (c->why != NULL || peek(c) == EOF)
		return false;
	row->line = c->line;
	if ((peek(c) == '\n' || peek(c) == '\r') && at_end(c))
		return false;
	if (c->line != row->line) {
		fault(c, row->line, "An empty line stands between the rows.");
		return false;
	}
	c->n = 0;
	buf_reset(&c->bytes);
	while (cell(c))
		;
	for (i = 0; i < c->n && c->why == NULL; i++) {
		c->cells[i] = c->bytes.data + c->starts[i];
		if (!fold_utf8_ok(c->cells[i], (i + 1 < c->n ?
		    c->starts[i + 1] : c->bytes.len) - c->starts[i] - 1))
			fault(c, row->line, "This is not UTF-8.");
	}
	row->cells = c->cells;
	row->n = c->n;
	return c->why == NULL;
}

const char *
csv_close(struct csv *c, int *line)
{
	if (c->file != NULL) {
		if (ferror(c->file))
			fault(c, 0, "It cannot be read to its end.");
		fclose(c->file);
	}
	buf_free(&c->bytes);
	*line = c->why_line;
	return c->why;
}
