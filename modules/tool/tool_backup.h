/* SPDX-License-Identifier: MIT */
#ifndef TOOL_TOOL_BACKUP_H
#define TOOL_TOOL_BACKUP_H

#include "tool/tool.h"

/* Both say in a line what was done, or why it was not. */
int	 tool_backup_make(struct tool *, const char *dir);
int	 tool_backup_verify(struct tool *, const char *dir,
	    const char *schema);

#endif
