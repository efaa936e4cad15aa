/* SPDX-License-Identifier: MIT */
/* dossier backup: makes one, or verifies the newest. */
#include "tool/tool_backup.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/config.h"
#include "domain/house/backup.h"
#include "store/db.h"
#include "text/number.h"
#include "tool/commands.h"
#include "tool/tool_place.h"

static const char *
bytes(const struct tool *t, int64_t n)
{
	return number_bytes(t->cx.arena, t->cx.lang, n);
}

static void
print_made(const struct tool *t, const struct backup_report *r,
    const char *dir)
{
	const struct backup_manifest *m = &r->manifest;

	printf("%s/%s: %lld cases, %lld events, %lld documents; the store "
	    "has %s, %lld documents with %s are new here\n", dir, r->name,
	    (long long)m->state.dossiers, (long long)m->state.events,
	    (long long)m->documents,
	    bytes(t, backup_manifest_bytes(m, backup_manifest_store(m))),
	    (long long)r->documents.copied,
	    bytes(t, r->documents.copied_bytes));
}

/* How it went, where the store can be asked for it. Returns e. */
static enum err
note(struct tool *t, const char *job, const struct backup_report *r,
    enum err e)
{
	const char *why = t->cx.why;
	int64_t started = t->cx.now;

	t->cx.now = tool_now();
	if (t->cx.db != NULL)
		backup_note(&t->cx, job, started, r->manifest.made, e == OK,
		    e == OK ? r->name : why == NULL ? "" : why);
	t->cx.why = why;
	t->cx.now = started;
	return e;
}

/* Whether documents are lost is found out by whoever reads them all. */
static int
tell_lost(struct tool *t, const struct backup_report *r)
{
	int64_t n = r->manifest.lost;

	t->cx.why = n == 0 ? NULL : arena_printf(t->cx.arena, "Documents "
	    "whose bytes are missing or damaged in %s: %lld, the first %s. "
	    "`dossier verify` names their cases.",
	    t->cx.conf->documents, (long long)n, r->documents.first_lost);
	note(t, BACKUP_JOB_DOCUMENTS, r, n == 0 ? OK : ERR_LOST);
	if (n == 0)
		return TOOL_DONE;
	tool_fail("the backup was made, but lacks some. %s", t->cx.why);
	return TOOL_LOST;
}

int
tool_backup_make(struct tool *t, const char *dir)
{
	struct backup_report r;

	if (note(t, BACKUP_JOB, &r, backup_make(&t->cx, dir, &r)) != OK)
		return tool_refused(t);
	print_made(t, &r, dir);
	return tell_lost(t, &r);
}

int
tool_backup_verify(struct tool *t, const char *dir, const char *schema,
    const char *scratch)
{
	struct backup_report r;
	const struct backup_manifest *m = &r.manifest;

	if (note(t, BACKUP_JOB_VERIFY, &r, backup_verify(&t->cx, dir,
	    schema, scratch, &r)) != OK)
		return tool_refused(t);
	printf("%s/%s is good: restored on trial; %lld events in %lld "
	    "chains, %lld documents as they were written", dir, r.name,
	    (long long)m->state.events, (long long)m->chains,
	    (long long)r.documents.n);
	if (r.documents.known > 0)
		printf("; lost before it: %lld",
		    (long long)r.documents.known);
	putchar('\n');
	fflush(stdout);
	return TOOL_DONE;
}

/* How many --keep wants; 0: all. */
static int
read_keep(const struct tool *t, int64_t *out)
{
	const char *keep = tool_value(t, "keep");
	char *end;

	*out = 0;
	if (keep == NULL)
		return TOOL_DONE;
	*out = strtoll(keep, &end, 10);
	if (*keep < '0' || *keep > '9' || *end != '\0' || *out < 1)
		return tool_fail("--keep wants a number from 1 on.");
	return TOOL_DONE;
}

static int
prune(struct tool *t, const char *dir, int64_t n)
{
	int64_t removed;

	if (n == 0)
		return TOOL_DONE;
	if (backup_prune(&t->cx, dir, n, &removed) != OK)
		return tool_refused(t);
	if (removed < 0)
		puts("no old backup was removed: the newest is not verified "
		    "yet (--verify)");
	else if (removed > 0)
		printf("removed %lld old backups\n", (long long)removed);
	return TOOL_DONE;
}

int
tool_backup(struct tool *t)
{
	const char *dir;
	int64_t keep;
	int status;

	if ((status = read_keep(t, &keep)) != TOOL_DONE ||
	    (status = tool_configure(t)) != TOOL_DONE)
		return status;
	dir = t->operands > 0 ? tool_path(t, t->operand[0]) :
	    t->cx.conf->backup;
	if ((status = tool_place_backup(t, dir)) != TOOL_DONE)
		return status;
	if (tool_flag(t, "verify")) {
		/* the store may be what is lost */
		if (db_open_old(&t->cx, t->cx.conf->store, &t->cx.db) != OK)
			t->cx.db = NULL;
		status = tool_backup_verify(t, dir, tool_value(t, "schema"),
		    tool_value(t, "scratch"));
	} else if ((status = tool_store(t)) == TOOL_DONE)
		status = tool_backup_make(t, dir);
	if (status == TOOL_FAILED || prune(t, dir, keep) != TOOL_DONE)
		return TOOL_FAILED;
	return status;
}
