/* SPDX-License-Identifier: MIT */
/* Tables in two passes: look at every row, then write a few at a time. */
#include "domain/desk/import_csv.h"

#include <string.h>
#include <unistd.h>

#include "domain/desk/import.h"
#include "domain/desk/import_names.h"
#include "domain/desk/import_row.h"
#include "domain/desk/import_scope.h"
#include "domain/type/casetype.h"
#include "store/db.h"
#include "text/message.h"

#define INSTALLED_SCHEMA PKGDATADIR "/imports/map.rng"
#define FAULTS 50	/* that are told; the rest is counted */

struct walk {
	struct ctx *cx;
	const struct import_csv_wish *wish;
	const struct xml_map *map;
	const struct casetype *type;
	const struct store_import_scope *scope;
	struct import_csv_report *report;
	struct arena *whole, *work;	/* of the import, of one row */
	struct reader_fault *faults;
	bool writing;
	/* of one pass */
	struct import_row_frame *frame;
	struct import_names *keys;	/* and the lines they stand on */
	int batch;			/* rows of this transaction */
};

/* The schema beside the map, as in a source tree, else the installed. */
static const char *
schema_of(struct ctx *cx, const char *map)
{
	const char *slash = strrchr(map, '/');
	const char *near = arena_printf(cx->arena, "%.*smap.rng",
	    slash == NULL ? 0 : (int)(slash + 1 - map), map);

	return access(near, R_OK) == 0 ? near : INSTALLED_SCHEMA;
}

/* All that was refused, one sentence after the other. */
static const char *
sentences(struct ctx *cx)
{
	const struct mistake *m;
	const char *text = "";

	if (cx->mistakes == NULL)
		return cx->why == NULL ? "" : cx->why;
	for (m = cx->mistakes; m != NULL; m = m->next)
		text = arena_printf(cx->arena, "%s%s%s: %s", text,
		    text[0] == '\0' ? "" : " ",
		    m->label != NULL ? m->label : m->field, m->text);
	return text;
}

/* New, known or refused: only a store that fails ends the walk. */
static enum err
judge(struct walk *w, const struct csv_row *row, struct import_csv_row *said)
{
	struct store_import_trace taken = { 0 };
	struct ctx *cx = w->cx;
	int64_t *line;
	enum err e = OK;

	said->key = import_row_key(cx, w->frame, row);
	if (said->key[0] == '\0')
		said->key = arena_printf(cx->arena, "#%lld",
		    (long long)w->report->rows);
	if (import_names_add(w->keys, said->key, &line))
		*line = row->line;
	else
		e = refuse(cx, ERR_INVALID, _("The key “%s” stands on line "
		    "%lld already."), said->key, (long long)*line);
	if (e == OK && (e = store_import_trace(cx, w->report->log, said->key,
	    &taken)) == OK && taken.dossier == 0)
		e = import_row_check(cx, w->frame, row);
	said->result = e == ERR_INVALID ? IMPORT_CSV_REFUSED :
	    taken.dossier != 0 ? IMPORT_CSV_KNOWN : IMPORT_CSV_NEW;
	if (e == ERR_INVALID)
		said->why = sentences(cx);
	return e == ERR_INVALID ? OK : e;
}

static enum err
write_row(struct walk *w, const struct csv_row *row,
    struct import_csv_row *said)
{
	struct store_import_trace taken = { .events = 1 };
	struct dossier *d;
	enum err e;

	if ((e = import_row_write(w->cx, w->frame, row, &d)) != OK)
		return e;
	said->number = d->number;
	taken.dossier = d->id;
	if ((e = store_import_trace_put(w->cx, w->report->log, said->key,
	    &taken)) != OK || ++w->batch < IMPORT_CASES)
		return e;
	w->batch = 0;	/* let the staff at the store */
	if ((e = db_commit(w->cx)) != OK)
		return e;
	return db_begin(w->cx, DB_WRITE);
}

static void
count(struct walk *w, const struct import_csv_row *said)
{
	struct import_csv_report *r = w->report;

	r->fresh += said->result == IMPORT_CSV_NEW;
	r->known += said->result == IMPORT_CSV_KNOWN;
	r->refused += said->result == IMPORT_CSV_REFUSED;
	if (said->result == IMPORT_CSV_REFUSED && !w->wish->skip &&
	    r->refused <= FAULTS)
		reader_add_fault(w->whole, &w->faults, w->wish->path,
		    said->line, "%s", said->why);
	if (w->wish->told != NULL && (w->writing || w->wish->dry_run))
		w->wish->told(w->wish->teller, said);
}

static enum err
one(struct walk *w, const struct csv_row *row)
{
	struct import_csv_row said = { .line = row->line, .number = "",
	    .why = "" };
	struct ctx *cx = w->cx;
	enum err e;

	arena_reset(w->work);
	cx->arena = w->work;
	w->report->rows++;
	e = judge(w, row, &said);
	if (e == OK && w->writing && said.result == IMPORT_CSV_NEW)
		e = write_row(w, row, &said);
	if (e == OK)
		count(w, &said);
	cx->arena = w->whole;
	cx->mistakes = NULL;
	cx->why = e == OK ? NULL : arena_text(w->whole,
	    cx->why == NULL ? "" : cx->why);
	return e;
}

/* From the header to the last row. */
static enum err
rows(struct walk *w, struct csv *c)
{
	struct csv_row row;
	enum err e = OK;

	if (!csv_next(c, &row))
		return OK;
	w->frame = import_row_frame(w->cx, w->map, w->type, w->wish->path,
	    &row, &w->faults);
	w->frame->scope = w->scope->id;
	w->frame->log = w->report->log;
	if (w->faults != NULL)
		return reader_refuse(w->cx, w->faults);
	while (e == OK && csv_next(c, &row))
		e = one(w, &row);
	return e;
}

static enum err
pass(struct walk *w, bool writing)
{
	struct import_csv_report *r = w->report;
	const char *why;
	struct csv *c;
	enum err e;
	int line;

	if ((e = db_begin(w->cx, writing ? DB_WRITE : DB_READ)) != OK)
		return e;
	w->writing = writing;
	w->frame = NULL;
	w->keys = import_names_new(w->whole);
	r->rows = r->fresh = r->known = r->refused = 0;
	c = csv_open(w->whole, w->wish->path, w->map->separator);
	e = rows(w, c);
	if ((why = csv_close(c, &line)) == NULL && w->frame == NULL)
		why = "The first line must name the columns.";
	if (e == OK && why != NULL) {
		reader_add_fault(w->whole, &w->faults, w->wish->path, line,
		    "%s", why);
		e = reader_refuse(w->cx, w->faults);
	}
	if (e == OK && writing)
		return db_commit(w->cx);
	db_rollback(w->cx);
	return e;
}

/* What was refused ends an import, unless its rest was wished for. */
static enum err
refusals(struct walk *w)
{
	if (w->report->refused == 0 || w->wish->skip)
		return OK;
	if (w->report->refused > FAULTS)
		reader_add_fault(w->whole, &w->faults, w->wish->path, 0,
		    "%lld more rows are refused.",
		    (long long)w->report->refused - FAULTS);
	return reader_refuse(w->cx, w->faults);
}

/* Type, team and map. */
static enum err
prepare(struct walk *w)
{
	struct store_import_scope *scope = NULL;
	struct ctx *cx = w->cx;
	enum err e;

	if ((e = db_begin(cx, DB_READ)) != OK)
		return e;
	if ((e = casetype_current(cx, w->wish->type, &w->type)) == OK)
		e = import_scope(cx, w->wish->type, w->wish->team, &scope);
	db_rollback(cx);
	if (e != OK || scope == NULL)
		return e;
	w->scope = scope;
	w->report->team = scope->name;
	w->map = xml_map_read(cx->arena, w->wish->map, schema_of(cx,
	    w->wish->map), &w->faults);
	return w->map == NULL ? reader_refuse(cx, w->faults) : OK;
}

enum err
import_csv(struct ctx *cx, const struct import_csv_wish *wish,
    struct import_csv_report *out)
{
	struct walk w = { .cx = cx, .wish = wish, .report = out,
	    .whole = cx->arena };
	const char *slash = strrchr(wish->path, '/');
	enum err e;

	*out = (struct import_csv_report){ 0 };
	out->log = arena_text(cx->arena, wish->log != NULL ? wish->log :
	    slash == NULL ? wish->path : slash + 1);
	if ((e = prepare(&w)) != OK)
		return e;
	w.work = arena_new();
	e = pass(&w, false);
	if (e == OK)
		e = refusals(&w);
	if (e == OK && !wish->dry_run)
		e = pass(&w, true);
	arena_free(w.work);
	return e;
}
