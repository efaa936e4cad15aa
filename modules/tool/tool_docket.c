/* SPDX-License-Identifier: MIT */
/* dossier import docket */
#include <stdio.h>

#include "domain/desk/docket.h"
#include "store/db.h"
#include "tool/commands.h"
#include "tool/tool.h"

/* One file is one transaction. */
static enum err
take(struct tool *t, const struct docket *k, int64_t *fresh)
{
	enum err e;

	if ((e = db_begin(&t->cx, DB_WRITE)) != OK)
		return e;
	e = docket_import(&t->cx, tool_value(t, "case"), k, fresh);
	if (e == OK)
		return db_commit(&t->cx);
	db_rollback(&t->cx);
	return e;
}

int
tool_import_docket(struct tool *t)
{
	bool dry = tool_flag(t, "dry-run");
	int64_t fresh = 0;
	struct docket *k;
	int status, i;

	if ((status = tool_store(t)) != TOOL_DONE)
		return status;
	db_patient(t->cx.db);
	for (i = 0; i < t->operands; i++) {
		if (docket_read(&t->cx, t->operand[i], &k) != OK ||
		    (!dry && take(t, k, &fresh) != OK))
			return tool_refused(t);
		printf("%s %s: %lld entries, %lld parties", k->court,
		    k->number, (long long)k->entry_count,
		    (long long)k->party_count);
		if (!dry)
			printf(", %lld entries new", (long long)fresh);
		putchar('\n');
	}
	if (dry)
		puts("nothing was written");
	return TOOL_DONE;
}
