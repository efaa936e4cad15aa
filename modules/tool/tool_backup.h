/* SPDX-License-Identifier: MIT */
#ifndef TOOL_TOOL_BACKUP_H
#define TOOL_TOOL_BACKUP_H

#include "tool/tool.h"

/* Both say in a line what was done, or why it was not. */
int	 tool_backup_make(struct tool *, const char *dir);
int	 tool_backup_verify(struct tool *, const char *dir,
	    const char *schema, const char *scratch);

/* tool_migrate.c: brings the open store to the schema files of a folder,
 * NULL the installed ones; a store that has any is backed up first, unless
 * backup is NULL. dry: only tells. */
int	 tool_migrate_run(struct tool *, const char *schema,
	    const char *backup, const char *scratch, bool dry);

#endif
