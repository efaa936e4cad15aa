/* SPDX-License-Identifier: MIT */
/* dossier import judgment */
#include <stdio.h>

#include "domain/desk/judgment_take.h"
#include "domain/spine/document_bytes.h"
#include "store/db.h"
#include "tool/commands.h"
#include "tool/tool.h"

/* One file is one transaction. */
static enum err
take(struct tool *t, const char *path, bool *fresh)
{
	enum err e;

	if ((e = db_begin(&t->cx, DB_WRITE)) != OK)
		return e;
	e = judgment_take(&t->cx, tool_value(t, "case"), path, fresh);
	if (e == OK)
		return db_commit(&t->cx);
	document_bytes_back(&t->cx);
	db_rollback(&t->cx);
	return e;
}

int
tool_import_judgment(struct tool *t)
{
	bool dry = tool_flag(t, "dry-run"), fresh = false;
	struct judgment *j;
	int status, i;

	if ((status = tool_store(t)) != TOOL_DONE)
		return status;
	db_patient(t->cx.db);
	for (i = 0; i < t->operands; i++) {
		if (judgment_take_read(&t->cx, t->operand[i], &j) != OK ||
		    (!dry && take(t, t->operand[i], &fresh) != OK))
			return tool_refused(t);
		printf("%s, %s, %s%s\n", j->citation, j->court, j->decided,
		    dry || fresh ? "" : ": the case has it already");
	}
	if (dry)
		puts("nothing was written");
	return TOOL_DONE;
}
