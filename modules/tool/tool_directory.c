/* SPDX-License-Identifier: MIT */
/* dossier directory sync */
#include <stdio.h>

#include "domain/people/staff_sync.h"
#include "tool/commands.h"
#include "tool/tool.h"

int
tool_directory_sync(struct tool *t)
{
	struct staff_sync done;
	int status;

	if ((status = tool_store(t)) != TOOL_DONE)
		return status;
	if (staff_sync(&t->cx, tool_flag(t, "live"), tool_flag(t, "force"),
	    &done) != OK)
		return tool_refused(t);
	printf("known %d: refreshed %d, new %d, shut out %d\n", done.asked,
	    done.refreshed, done.added, done.shut);
	return TOOL_DONE;
}
