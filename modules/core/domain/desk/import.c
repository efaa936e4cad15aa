/* SPDX-License-Identifier: MIT */
/* Logs in two passes: look at everything, then write a little at a time. */
#include "domain/desk/import.h"

#include <string.h>

#include "base/config.h"
#include "domain/desk/import_case.h"
#include "domain/desk/import_scope.h"
#include "domain/type/casetype.h"
#include "store/db.h"

/* "/srv/08_receipt.xes.gz" is the log 08_receipt. */
static const char *
log_name(struct arena *a, const char *path)
{
	static const char *const ends[] = { ".gz", ".xes" };
	const char *slash = strrchr(path, '/');
	char *name = arena_text(a, slash == NULL ? path : slash + 1);
	size_t i, n, end;

	for (i = 0; i < 2; i++) {
		n = strlen(name);
		end = strlen(ends[i]);
		if (n > end && strcmp(name + n - end, ends[i]) == 0)
			name[n - end] = '\0';
	}
	return name;
}

/* The name of a case: its own, made different where two share one. */
static const char *
trace_name(struct arena *a, struct import_names *names,
    const struct xml_xes *x, int64_t position)
{
	const char *own = xml_xes_value(x, "concept:name"), *name;
	int64_t *times, n;

	if (own[0] == '\0')
		return arena_printf(a, "#%lld", (long long)position);
	name = own;
	while (!import_names_add(names, name, NULL)) {
		import_names_add(names, own, &times);
		n = *times == 0 ? 2 : *times + 1;
		*times = n;
		name = arena_printf(a, "%s (%lld)", own, (long long)n);
	}
	return name;
}

/* Moments that the import will need must be moments. */
static void
check_moment(struct xml_xes *x, const char *zone, const char *key)
{
	const struct xml_xes_attr *f;
	int64_t when;

	if (key[0] == '\0')
		return;
	for (f = xml_xes_attrs(x); f != NULL; f = f->next)
		if (strcmp(f->key, key) == 0 &&
		    !xml_xes_moment(zone, f->value, &when))
			xml_xes_fault(x, f->line, "%s is “%s”, which is no "
			    "moment.", key, f->value);
}

struct looking {
	struct import_names *activities, *resources;
	const char *zone;
	bool dated;
	struct import_report *out;
};

static void
look_at_event(struct looking *l, struct xml_xes *x)
{
	const char *value = xml_xes_value(x, "time:timestamp");
	int64_t when;

	l->out->events++;
	import_names_add(l->activities, xml_xes_value(x, "concept:name"),
	    NULL);
	if (xml_xes_value(x, "org:resource")[0] != '\0')
		import_names_add(l->resources,
		    xml_xes_value(x, "org:resource"), NULL);
	if (value[0] == '\0') {
		l->out->undated++;
		return;
	}
	check_moment(x, l->zone, "time:timestamp");
	if (!xml_xes_moment(l->zone, value, &when))
		return;
	if (!l->dated || when < l->out->first)
		l->out->first = when;
	if (!l->dated || when > l->out->last)
		l->out->last = when;
	l->dated = true;
}

/* Pass 1. */
static enum err
look(struct ctx *cx, const struct import_wish *wish,
    const struct casetype *type, struct import_report *out)
{
	struct arena *a = arena_new();
	struct looking l = { import_names_new(a), import_names_new(a),
	    cx->conf->timezone, false, out };
	struct reader_fault *faults = NULL;
	struct xml_xes *x = xml_xes_open(a, wish->path, &faults);
	enum xml_xes_item item;
	enum err e = OK;

	while ((item = xml_xes_next(x)) != 0) {
		if (item == XML_XES_EVENT) {
			look_at_event(&l, x);
			continue;
		}
		out->cases++;
		if (type->xes != NULL) {
			check_moment(x, l.zone, type->xes->received);
			check_moment(x, l.zone, type->xes->closed);
		}
	}
	if (!xml_xes_close(x))
		e = reader_refuse(cx, faults);
	out->activities = (int64_t)import_names_count(l.activities);
	out->resources = (int64_t)import_names_count(l.resources);
	arena_free(a);
	return e;
}

struct writing {
	struct import_case c;
	struct import_names *names;
	int64_t position;	/* of the case in the file */
	int cases, events;	/* of this transaction */
	bool in_case;
};

/* Lets the staff at the store between two transactions. */
static enum err
breathe(struct writing *w)
{
	struct ctx *cx = w->c.cx;
	enum err e;

	if ((w->in_case && (e = import_case_park(&w->c)) != OK) ||
	    (e = db_commit(cx)) != OK || (e = db_begin(cx, DB_WRITE)) != OK)
		return e;
	w->cases = w->events = 0;
	return w->in_case ? import_case_resume(&w->c) : OK;
}

static enum err
write_case(struct writing *w, struct xml_xes *x)
{
	enum err e;

	if (w->in_case && (e = import_case_end(&w->c)) != OK)
		return e;
	w->in_case = false;
	if ((w->cases >= IMPORT_CASES || w->events >= IMPORT_EVENTS) &&
	    (e = breathe(w)) != OK)
		return e;
	w->cases++;
	w->in_case = true;
	arena_reset(w->c.work);
	return import_case_start(&w->c, trace_name(w->c.work, w->names, x,
	    ++w->position), x);
}

static enum err
write_event(struct writing *w, struct xml_xes *x)
{
	enum err e;

	/* Only a case of very many events is cut in the middle. */
	if (w->events >= 2 * IMPORT_EVENTS && (e = breathe(w)) != OK)
		return e;
	w->events++;
	return import_case_event(&w->c, x);
}

static enum err
write_log(struct writing *w, struct xml_xes *x)
{
	enum xml_xes_item item;
	enum err e;

	while ((item = xml_xes_next(x)) != 0)
		if ((e = item == XML_XES_CASE ? write_case(w, x) :
		    write_event(w, x)) != OK)
			return e;
	return w->in_case ? import_case_end(&w->c) : OK;
}

/* Pass 2. */
static enum err
write_file(struct ctx *cx, const struct import_wish *wish, struct writing *w)
{
	struct reader_fault *faults = NULL;
	struct xml_xes *x;
	enum err e;

	if ((e = db_begin(cx, DB_WRITE)) != OK)
		return e;
	x = xml_xes_open(cx->arena, wish->path, &faults);
	e = write_log(w, x);
	if (!xml_xes_close(x) && e == OK)
		e = reader_refuse(cx, faults);
	return e == OK ? db_commit(cx) : e;
}

static enum err
write_all(struct ctx *cx, const struct import_wish *wish,
    const struct casetype *type, const struct store_import_scope *scope,
    struct import_report *out)
{
	struct arena *whole = cx->arena;
	struct writing w = { .c = { .cx = cx, .type = type, .scope = scope,
	    .log = out->log, .people = import_names_new(whole),
	    .report = out, .keep = arena_new(), .work = arena_new() },
	    .names = import_names_new(whole) };
	enum err e;

	e = write_file(cx, wish, &w);
	if (e != OK && cx->why != NULL)
		cx->why = arena_text(whole, cx->why);
	cx->arena = whole;
	cx->mistakes = NULL;
	if (e != OK)
		db_rollback(cx);
	arena_free(w.c.keep);
	arena_free(w.c.work);
	return e;
}

/* What both passes need of the store. */
static enum err
prepare(struct ctx *cx, const struct import_wish *wish,
    const struct casetype **type, struct store_import_scope **scope)
{
	enum err e;

	if ((e = db_begin(cx, DB_READ)) != OK)
		return e;
	if ((e = casetype_current(cx, wish->type, type)) == OK)
		e = import_scope(cx, wish->type, wish->team, scope);
	db_rollback(cx);
	return e;
}

enum err
import_xes(struct ctx *cx, const struct import_wish *wish,
    struct import_report *out)
{
	struct store_import_scope *scope = NULL;
	const struct casetype *type;
	enum err e;

	*out = (struct import_report){ 0 };
	out->log = wish->log != NULL ? arena_text(cx->arena, wish->log) :
	    log_name(cx->arena, wish->path);
	if ((e = prepare(cx, wish, &type, &scope)) != OK || scope == NULL)
		return e;
	out->team = scope->name;
	if ((e = look(cx, wish, type, out)) != OK || wish->dry_run)
		return e;
	return write_all(cx, wish, type, scope, out);
}
