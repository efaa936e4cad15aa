/* SPDX-License-Identifier: MIT */
#ifndef MODEL_JUDGMENT_H
#define MODEL_JUDGMENT_H

#include <stdbool.h>
#include <stdint.h>

/* A judgment as its file has it; texts are "" where it does not say. */
struct judgment_cell {
	struct judgment_cell *next;
	const char *text;
};
struct judgment_row {
	struct judgment_row *next;
	struct judgment_cell *cells;
};

enum judgment_kind {
	JUDGMENT_TEXT = 1, JUDGMENT_HEADING, JUDGMENT_TABLE
};
struct judgment_line {
	struct judgment_line *next;
	enum judgment_kind kind;
	const char *num;	/* "12." or "(a)", "" none */
	const char *text;
	int depth;		/* below the paragraphs that are counted, 0 */
	bool quoted;
	struct judgment_row *rows;	/* of a table */
};

struct judgment {
	struct judgment *next;
	int64_t document;	/* no, in lists */
	const char *court, *citation;
	const char *decided;	/* civil, "" unknown */
	const char *parties;	/* a line each, with the role in brackets */
	const char *judges;	/* a line each */
	const char *text;	/* the lines, one after the other */
	struct judgment_line *lines;
};

#endif
