/* SPDX-License-Identifier: MIT */
/* dossier fhir roundtrip: what is read of files, and written again. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "tool/commands.h"
#include "tool/tool.h"
#include "tool/tool_rows.h"
#include "xml/fhirshape.h"
#include "xml/fhirwrite.h"
#include "xml/xml_fhir.h"

#define PIECE ((size_t)1 << 20)	/* bytes that are written at once */

static const char *const columns[] = { "file", "type", "result",
    "understood", "kept", "reason", NULL };

enum result { READ, KEPT, REFUSED, RESULTS };
static const char *const results[] = { "read", "kept", "refused" };

/* How many files of a type came out how. */
struct type {
	struct type *next;
	const char *name;
	size_t n[RESULTS];
};

struct trip {
	struct tool *t;
	struct tool_rows rows;
	struct type *types;
	struct buf buf;
	FILE *out;
	const char *error;	/* NULL: all was written */
};

static void
count(struct trip *trip, const char *name, enum result result)
{
	struct type **p = &trip->types;

	while (*p != NULL && strcmp((*p)->name, name) < 0)
		p = &(*p)->next;
	if (*p == NULL || strcmp((*p)->name, name) != 0) {
		struct type *fresh = arena_alloc(trip->t->cx.arena,
		    sizeof(*fresh));

		fresh->name = arena_text(trip->t->cx.arena, name);
		fresh->next = *p;
		*p = fresh;
	}
	(*p)->n[result]++;
}

static const char *
base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash == NULL ? path : slash + 1;
}

static void
flush(struct trip *trip, size_t least)
{
	if (trip->buf.len < least)
		return;
	if (fwrite(trip->buf.data, 1, trip->buf.len, trip->out) !=
	    trip->buf.len && trip->error == NULL)
		trip->error = strerror(errno);
	buf_reset(&trip->buf);
}

/* Reads and writes in one go, a part of a Bundle at a time. */
static bool
carry(struct trip *trip, struct xml_fhir *f)
{
	struct arena *each = arena_new();
	struct reader_node *n;
	bool started = false;

	buf_reset(&trip->buf);
	while ((n = xml_fhir_next(f, each)) != NULL) {
		if (!xml_fhir_walked(f)) {
			fhirwrite_file(&trip->buf, n);
		} else {
			if (!started)
				fhirwrite_start(&trip->buf, xml_fhir_root(f));
			started = true;
			fhirwrite_part(&trip->buf, n);
		}
		flush(trip, PIECE);
		arena_reset(each);
	}
	if (started)
		fhirwrite_end(&trip->buf, xml_fhir_root(f));
	flush(trip, 1);
	arena_free(each);
	return xml_fhir_close(f);
}

/* What was kept without being understood, for people. */
static const char *
kept(struct arena *a, const struct fhircheck *found)
{
	const struct fhircheck_kept *k;
	struct buf b = { 0 };
	const char *text;

	for (k = found->kept; k != NULL; k = k->next) {
		buf_text(&b, b.len > 0 ? ", " : "");
		if (k->n > 1)
			buf_printf(&b, "%zu times ", k->n);
		buf_text(&b, k->what);
	}
	if (found->moved > 0)
		buf_printf(&b, "%s%zu put into the order of the standard",
		    b.len > 0 ? "; " : "", found->moved);
	text = arena_textn(a, b.data, b.len);
	buf_free(&b);
	return text;
}

static void
row(struct trip *trip, const char *path, const char *type,
    enum result result, const struct fhircheck *found, const char *reason)
{
	struct arena *a = trip->t->cx.arena;
	const char *understood = arena_printf(a, "%zu", found == NULL ? 0 :
	    found->understood);
	const char *left = found == NULL ? "" : kept(a, found);
	const char *cells[] = { path, type, results[result], understood,
	    left, reason, NULL };

	count(trip, type, result);
	tool_rows_add(&trip->rows, cells);
	printf("%-8s %-22s %s", results[result], type, path);
	if (result == READ)
		printf(": %s elements understood", understood);
	else if (result == KEPT)
		printf(": its type has no place here");
	if (*left != '\0')
		printf("; kept: %s", left);
	printf("\n");
}

static void
refused(struct trip *trip, const char *path, const struct xml_fhir *f,
    const struct reader_fault *faults, const char *why)
{
	struct arena *a = trip->t->cx.arena;
	const char *root = f == NULL || *xml_fhir_root(f) == '\0' ? "-" :
	    xml_fhir_root(f);
	const char *reason = why;

	if (faults != NULL)
		reason = arena_printf(a, "line %d: %s", faults->line,
		    faults->text);
	row(trip, path, root, REFUSED, NULL, reason);
	if (faults == NULL)
		printf("    %s: %s\n", path, why);
	for (; faults != NULL; faults = faults->next)
		if (faults->line > 0)
			printf("    %s:%d: %s\n", path, faults->line,
			    faults->text);
		else
			printf("    %s: %s\n", path, faults->text);
}

/* Where it is written; NULL with a reason. */
static const char *
place(struct trip *trip, int i, const char **why)
{
	struct tool *t = trip->t;
	const char *path = t->operand[i], *name = base_name(path);
	const char *to = arena_printf(t->cx.arena, "%s/%s",
	    tool_value(t, "out"), name);
	struct stat from, there;
	int k;

	for (k = 0; k < i; k++)
		if (strcmp(base_name(t->operand[k]), name) == 0) {
			*why = "Another file has the same name.";
			return NULL;
		}
	if (stat(path, &from) == 0 && stat(to, &there) == 0 &&
	    from.st_dev == there.st_dev && from.st_ino == there.st_ino) {
		*why = "It would be written over itself.";
		return NULL;
	}
	return to;
}

static int
trip_one(struct trip *trip, int i)
{
	struct arena *a = trip->t->cx.arena;
	const char *path = trip->t->operand[i], *why = NULL;
	const char *to = place(trip, i, &why), *fresh;
	struct reader_fault *faults = NULL;
	const struct fhircheck *found;
	struct xml_fhir *f;
	bool right;

	if (to == NULL) {
		refused(trip, path, NULL, NULL, why);
		return TOOL_FAILED;
	}
	fresh = arena_printf(a, "%s.new", to);
	trip->error = NULL;
	if (!file_folders(a, fresh, 0777) ||
	    (trip->out = fopen(fresh, "we")) == NULL)
		return tool_fail("%s: %s", fresh, strerror(errno));
	f = xml_fhir_open(a, path, path, &faults);
	right = carry(trip, f);
	if (fclose(trip->out) != 0 && trip->error == NULL)
		trip->error = strerror(errno);
	if (trip->error != NULL || !right || rename(fresh, to) != 0) {
		unlink(fresh);
		if (right)
			return tool_fail("%s: %s", to, trip->error != NULL ?
			    trip->error : strerror(errno));
		refused(trip, path, f, faults, "");
		return TOOL_FAILED;
	}
	found = xml_fhir_found(f);
	row(trip, path, xml_fhir_root(f), fhirshape_find(xml_fhir_root(f)) !=
	    NULL ? READ : KEPT, found, "");
	return TOOL_DONE;
}

static void
totals(const struct trip *trip)
{
	const struct type *p;

	printf("\n%-22s %7s %7s %7s\n", "type", "read", "kept", "refused");
	for (p = trip->types; p != NULL; p = p->next)
		printf("%-22s %7zu %7zu %7zu\n", p->name, p->n[READ],
		    p->n[KEPT], p->n[REFUSED]);
}

int
tool_fhir_roundtrip(struct tool *t)
{
	struct trip trip = { .t = t };
	int status, i;

	if ((status = tool_rows_open(&trip.rows, t, columns)) != TOOL_DONE)
		return status;
	for (i = 0; i < t->operands; i++)
		if (trip_one(&trip, i) != TOOL_DONE)
			status = TOOL_FAILED;
	totals(&trip);
	buf_free(&trip.buf);
	return tool_rows_close(&trip.rows, status);
}
