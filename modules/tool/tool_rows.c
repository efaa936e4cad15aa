/* SPDX-License-Identifier: MIT */
/* The file of --csv. */
#include "tool/tool_rows.h"

#include <errno.h>
#include <string.h>

#include "text/csv.h"

int
tool_rows_open(struct tool_rows *r, const struct tool *t,
    const char *const *names)
{
	memset(r, 0, sizeof(*r));
	if ((r->path = tool_value(t, "csv")) == NULL)
		return TOOL_DONE;
	if ((r->file = fopen(r->path, "we")) == NULL)
		return tool_fail("%s: %s", r->path, strerror(errno));
	tool_rows_add(r, names);
	return TOOL_DONE;
}

void
tool_rows_add(struct tool_rows *r, const char *const *cells)
{
	if (r->file == NULL)
		return;
	buf_reset(&r->buf);
	for (; *cells != NULL; cells++)
		csv_cell(&r->buf, *cells);
	csv_end(&r->buf);
	fwrite(r->buf.data, 1, r->buf.len, r->file);
}

int
tool_rows_close(struct tool_rows *r, int status)
{
	buf_free(&r->buf);
	if (r->file == NULL || (fflush(r->file) == 0 &&
	    fclose(r->file) == 0))
		return status;
	return tool_fail("%s: %s", r->path, strerror(errno));
}
