/* SPDX-License-Identifier: MIT */
/* dossier verify: is every chain of the log whole? */
#include <stdio.h>

#include "domain/verify.h"
#include "store/db.h"
#include "tool/commands.h"
#include "tool/tool.h"

int
tool_verify(struct tool *t)
{
	struct verify_report r = { 0 };
	int status;
	enum err e;

	if ((status = tool_store(t)) != TOOL_DONE)
		return status;
	db_patient(t->cx.db);
	if (db_begin(&t->cx, DB_READ) != OK)
		return tool_refused(t);
	e = verify_store(&t->cx, &r);
	db_rollback(&t->cx);
	if (e != OK && r.fault == NULL)
		return tool_refused(t);
	if (r.fault != NULL)
		return tool_fail("%s", r.fault);
	printf("%lld events in %lld chains, %lld of them erased; "
	    "%lld documents: all as they were written\n",
	    (long long)r.events, (long long)r.chains, (long long)r.erased,
	    (long long)r.documents);
	return TOOL_DONE;
}
