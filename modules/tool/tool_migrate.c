/* SPDX-License-Identifier: MIT */
/* dossier migrate */
#include <stdio.h>

#include "store/db.h"
#include "store/migrate.h"
#include "tool/commands.h"
#include "tool/tool.h"

int
tool_migrate(struct tool *t)
{
	const char *dir = tool_value(t, "schema");
	struct migrate_step *steps, *s;
	int status;

	if ((status = tool_configure(t)) != TOOL_DONE)
		return status;
	if (db_open_any(&t->cx, t->cx.conf->store, &t->cx.db) != OK)
		return tool_refused(t);
	db_patient(t->cx.db);	/* a step over millions of rows takes long */
	if (migrate_pending(&t->cx, dir, &steps) != OK)
		return tool_refused(t);
	for (s = steps; s != NULL; s = s->next)
		printf("%s %s\n", tool_flag(t, "dry-run") ? "due" : "applying",
		    s->name);
	if (steps == NULL)
		puts("nothing to do");
	fflush(stdout);
	if (steps != NULL && !tool_flag(t, "dry-run") &&
	    migrate_files(&t->cx, dir) != OK)
		return tool_refused(t);
	return TOOL_DONE;
}
