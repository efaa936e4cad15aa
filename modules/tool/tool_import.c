/* SPDX-License-Identifier: MIT */
/* dossier import */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "domain/desk/import.h"
#include "domain/desk/import_csv.h"
#include "store/db.h"
#include "text/csv.h"
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

/* Each row of the file becomes one of the report. */
struct teller {
	FILE *report;
	const char *path;
	bool skip;		/* what is refused is told here alone */
	struct buf line;
};

static void
told(void *handle, const struct import_csv_row *row)
{
	static const char *const words[] = {
		[IMPORT_CSV_NEW] = "new", [IMPORT_CSV_KNOWN] = "known",
		[IMPORT_CSV_REFUSED] = "refused"
	};
	struct teller *t = handle;
	char line[20];

	if (row->result == IMPORT_CSV_REFUSED && t->skip)
		fprintf(stderr, "%s:%d: %s\n", t->path, row->line, row->why);
	if (t->report == NULL)
		return;
	snprintf(line, sizeof(line), "%d", row->line);
	buf_reset(&t->line);
	csv_cell(&t->line, line);
	csv_cell(&t->line, row->key);
	csv_cell(&t->line, words[row->result]);
	csv_cell(&t->line, row->number);
	csv_cell(&t->line, row->why);
	csv_end(&t->line);
	fwrite(t->line.data, 1, t->line.len, t->report);
}

static void
totals(struct tool *t, const struct import_csv_report *r)
{
	printf("%s: %lld rows\n", r->log, (long long)r->rows);
	printf("%lld new, %lld known already, %lld refused\n",
	    (long long)r->fresh, (long long)r->known, (long long)r->refused);
	if (tool_flag(t, "dry-run"))
		puts("nothing was written");
	else
		printf("in the tray of the team %s\n", r->team);
}

int
tool_import_csv(struct tool *t)
{
	const char *report = tool_value(t, "report");
	struct teller teller = { .path = t->operand[0],
	    .skip = tool_flag(t, "skip") };
	struct import_csv_wish wish = {
		.path = t->operand[0], .map = tool_value(t, "map"),
		.type = tool_value(t, "type"), .team = tool_value(t, "team"),
		.log = tool_value(t, "log"), .skip = teller.skip,
		.dry_run = tool_flag(t, "dry-run"),
		.told = told, .teller = &teller
	};
	struct import_csv_report r;
	int status;
	enum err e;

	if ((status = tool_store(t)) != TOOL_DONE)
		return status;
	if (report != NULL && (teller.report = fopen(report, "we")) == NULL) {
		fprintf(stderr, "%s: %s\n", report, strerror(errno));
		return TOOL_FAILED;
	}
	if (teller.report != NULL)
		fputs("line,key,result,number,why\r\n", teller.report);
	db_patient(t->cx.db);
	e = import_csv(&t->cx, &wish, &r);
	buf_free(&teller.line);
	if (teller.report != NULL && fclose(teller.report) != 0)
		fprintf(stderr, "%s: %s\n", report, strerror(errno));
	if (e != OK)
		return tool_refused(t);
	totals(t, &r);
	return TOOL_DONE;
}
