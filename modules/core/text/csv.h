/* SPDX-License-Identifier: MIT */
#ifndef TEXT_CSV_H
#define TEXT_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"

/*
 * Tables as text, RFC 4180. Written: every cell in quotes, lines end with
 * CRLF, and a cell that a spreadsheet would take for a formula gets an
 * apostrophe in front.
 */
void	csv_cell(struct buf *, const char *text);
void	csv_number(struct buf *, const char *ours);	/* as it is */
void	csv_end(struct buf *);		/* of the line */

/*
 * Read: a row at a time, memory does not grow with the file. Lines may end
 * with LF alone, a mark of UTF-8 at the beginning is passed over, and so
 * are empty lines at the end; nothing else is forgiven.
 *   c = csv_open(a, path, ',');
 *   while (csv_next(c, &row)) ...
 *   if ((why = csv_close(c, &line)) != NULL) ... what is wrong in which line
 */
#define CSV_ROW ((size_t)1 << 20)	/* bytes of one row */
#define CSV_COLUMNS 1000

struct csv_row {
	const char **cells;
	size_t n;
	int line;		/* on which the row begins */
};
struct csv;

/* Never NULL: what is wrong shows at the first step. */
struct csv *csv_open(struct arena *, const char *path, char separator);
/* The row is valid until the next step; false at the end or at a fault. */
bool	 csv_next(struct csv *, struct csv_row *);
/* NULL when the whole file was read and is right, else an English sentence
 * and its line (0: the file as a whole). */
const char *csv_close(struct csv *, int *line);

#endif
