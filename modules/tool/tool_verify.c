/* SPDX-License-Identifier: MIT */
/* dossier verify: is the log whole, and the one that was sealed? */
#include <stdio.h>

#include "domain/house/verify.h"
#include "store/db.h"
#include "text/date.h"
#include "tool/commands.h"
#include "tool/tool.h"

static void
tell(struct tool *t, const struct verify_report *r)
{
	printf("%lld events in %lld chains, %lld documents: all as they were "
	    "written\n", (long long)r->events, (long long)r->chains,
	    (long long)r->documents);
	if (r->seals == 0)
		puts("nothing is sealed yet");
	else
		printf("sealed: %lld events, by seal %lld of %s%s%s; %lld "
		    "came later\n", (long long)r->sealed_events,
		    (long long)r->seals, date_text(t->cx.arena, t->cx.lang,
		    t->cx.zone, r->sealed, t->cx.now, DATE_MOMENT),
		    r->file == NULL ? "" : ", as in ",
		    r->file == NULL ? "" : r->file,
		    (long long)(r->events - r->sealed_events));
	if (r->note != NULL)
		printf("note: %s\n", r->note);
}

static int
tell_fault(const struct verify_report *r)
{
	int64_t i;

	if (r->lost == 0)
		return tool_fail("%s", r->fault);
	for (i = 0; i < r->lost && i < VERIFY_LOST; i++)
		tool_fail("%s", r->lost_text[i]);
	return tool_fail("not as they were written: %lld of %lld documents; "
	    "all else is. A backup has them in its folder documents, under "
	    "the same names: copy each back, with the owner and mode of its "
	    "neighbours, or have the file added once more.",
	    (long long)r->lost, (long long)(r->lost + r->documents));
}

int
tool_verify(struct tool *t)
{
	const char *file = tool_value(t, "seal");
	bool asked = file != NULL;
	struct verify_report r = { 0 };
	int status;
	enum err e;

	if ((status = tool_store(t)) != TOOL_DONE)
		return status;
	db_patient(t->cx.db);
	if (db_begin(&t->cx, DB_READ) != OK)
		return tool_refused(t);
	e = verify_store(&t->cx, asked ? file : t->cx.conf->seal_file, asked,
	    &r);
	db_rollback(&t->cx);
	if (e != OK && r.fault == NULL)
		return tool_refused(t);
	if (r.fault != NULL)
		return tell_fault(&r);
	tell(t, &r);
	return TOOL_DONE;
}
