/* SPDX-License-Identifier: MIT */
#ifndef TOOL_TOOL_ROWS_H
#define TOOL_TOOL_ROWS_H

#include <stdio.h>

#include "base/buf.h"
#include "tool/tool.h"

/* Rows for the file of --csv, where it was given. */
struct tool_rows {
	FILE *file;		/* NULL: nobody wants them */
	const char *path;
	struct buf buf;
};

/* With a first row of names, which ends with NULL. TOOL_FAILED after having
 * said why. */
int	 tool_rows_open(struct tool_rows *, const struct tool *,
	    const char *const *names);
void	 tool_rows_add(struct tool_rows *, const char *const *cells);
/* status, or TOOL_FAILED where the file could not be written. */
int	 tool_rows_close(struct tool_rows *, int status);

#endif
