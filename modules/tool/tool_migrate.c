/* SPDX-License-Identifier: MIT */
/* dossier migrate: a backup, which is upgraded on trial; then the store. */
#include <stdio.h>

#include "base/config.h"
#include "domain/house/backup.h"
#include "store/db.h"
#include "store/migrate.h"
#include "tool/commands.h"
#include "tool/tool_backup.h"
#include "tool/tool_place.h"

/* One that can be restored, or the store stays as it is. */
static int
back_up(struct tool *t, const char *dir, const char *schema,
    const char *scratch)
{
	/* what is lost was lost before, and an upgrade touches no document */
	if (tool_backup_make(t, dir) == TOOL_FAILED ||
	    tool_backup_verify(t, dir, schema, scratch) != TOOL_DONE)
		return tool_fail("the store was not touched. Where no whole "
		    "backup can be had, --no-backup upgrades without one.");
	return TOOL_DONE;
}

int
tool_migrate_run(struct tool *t, const char *dir, const char *backup,
    const char *scratch, bool dry)
{
	struct migrate_step *steps, *s;
	int64_t have;

	db_patient(t->cx.db);	/* a step over millions of rows takes long */
	if (migrate_version(&t->cx, &have) != OK ||
	    migrate_pending(&t->cx, dir, &steps) != OK)
		return tool_refused(t);
	if (steps == NULL) {
		puts("nothing to do");
		return TOOL_DONE;
	}
	if (have > 0 && backup_room(&t->cx) != OK)
		return tool_refused(t);
	if (have > 0 && backup != NULL && !dry &&
	    back_up(t, backup, dir, scratch) != TOOL_DONE)
		return TOOL_FAILED;
	for (s = steps; s != NULL; s = s->next)
		printf("%s %s\n", dry ? "due" : "applying", s->name);
	fflush(stdout);
	if (!dry && migrate_files(&t->cx, dir) != OK)
		return tool_refused(t);
	return TOOL_DONE;
}

int
tool_migrate(struct tool *t)
{
	const char *backup = tool_value(t, "backup");
	int status;

	if ((status = tool_configure(t)) != TOOL_DONE)
		return status;
	backup = backup == NULL ? t->cx.conf->backup : tool_path(t, backup);
	if (tool_flag(t, "no-backup"))
		backup = NULL;
	if ((status = tool_place_backup(t, backup)) != TOOL_DONE)
		return status;
	if (db_open_any(&t->cx, t->cx.conf->store, &t->cx.db) != OK)
		return tool_refused(t);
	db_operator(t->cx.db);
	return tool_migrate_run(t, tool_value(t, "schema"), backup,
	    tool_value(t, "scratch"), tool_flag(t, "dry-run"));
}
