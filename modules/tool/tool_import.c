/* SPDX-License-Identifier: MIT */
/* dossier import */
#include <stdio.h>

#include "domain/import.h"
#include "store/db.h"
#include "text/date.h"
#include "tool/commands.h"
#include "tool/tool.h"

static void
report(struct tool *t, const struct import_report *r)
{
	struct ctx *cx = &t->cx;

	printf("%s: %lld cases, %lld events, %lld activities, "
	    "%lld resources\n", r->log, (long long)r->cases,
	    (long long)r->events, (long long)r->activities,
	    (long long)r->resources);
	if (r->events > r->undated)
		printf("from %s to %s\n", date_text(cx->arena, cx->lang,
		    cx->zone, r->first, cx->now, DATE_MOMENT),
		    date_text(cx->arena, cx->lang, cx->zone, r->last, cx->now,
		    DATE_MOMENT));
	if (r->undated > 0)
		printf("%lld events have no moment of their own\n",
		    (long long)r->undated);
	if (tool_flag(t, "dry-run"))
		puts("nothing was written");
	else
		printf("%lld new cases, %lld new events, for the team %s\n",
		    (long long)r->new_cases, (long long)r->new_events,
		    r->team);
}

int
tool_import_xes(struct tool *t)
{
	struct import_wish wish = {
		.path = t->operand[0], .type = tool_value(t, "type"),
		.team = tool_value(t, "team"), .log = tool_value(t, "log"),
		.dry_run = tool_flag(t, "dry-run")
	};
	struct import_report r;
	int status;

	if ((status = tool_store(t)) != TOOL_DONE)
		return status;
	db_patient(t->cx.db);
	if (import_xes(&t->cx, &wish, &r) != OK)
		return tool_refused(t);
	report(t, &r);
	return TOOL_DONE;
}
