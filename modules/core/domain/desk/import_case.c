/* SPDX-License-Identifier: MIT */
/* A trace becomes a dossier. */
#include "domain/desk/import_case.h"

#include <string.h>

#include "base/config.h"
#include "base/count.h"
#include "domain/desk/import_value.h"
#include "domain/dossier/dossier_keep.h"
#include "domain/dossier/dossier_register.h"
#include "domain/spine/event.h"
#include "domain/type/casetype.h"
#include "store/store_dossier.h"
#include "store/store_party.h"
#include "text/message.h"

#define TITLE 200	/* characters, as for titles that are typed */

static const struct type_xes nothing = {
	.received = "", .closed = "", .lead = "", .medium = "", .outcome = ""
};

static const struct type_xes *
map_of(const struct import_case *c)
{
	return c->type->xes == NULL ? &nothing : c->type->xes;
}

/* The value of a key of the trace, "" where it has none. */
static const char *
attr(const struct import_case *c, const char *key)
{
	const struct xml_xes_attr *x;

	for (x = key[0] == '\0' ? NULL : c->attrs; x != NULL; x = x->next)
		if (strcmp(x->key, key) == 0)
			return x->value;
	return "";
}

static bool
moment(const struct import_case *c, const char *text, int64_t *out)
{
	return text[0] != '\0' &&
	    xml_xes_moment(c->cx->conf->timezone, text, out);
}

enum err
import_case_start(struct import_case *c, const char *trace,
    const struct xml_xes *x)
{
	const struct xml_xes_attr *from;
	struct xml_xes_attr *list = NULL, **tail = &list;

	arena_reset(c->keep);
	c->cx->arena = c->keep;
	c->trace = arena_text(c->keep, trace);
	for (from = xml_xes_attrs(x); from != NULL; from = from->next) {
		*tail = arena_alloc(c->keep, sizeof(**tail));
		(*tail)->key = arena_text(c->keep, from->key);
		(*tail)->kind = arena_text(c->keep, from->kind);
		(*tail)->value = arena_text(c->keep, from->value);
		(*tail)->line = from->line;
		tail = &(*tail)->next;
	}
	c->attrs = list;
	c->d = NULL;
	c->position = 0;
	c->fresh = c->ended = c->dated = false;
	c->arrived = moment(c, attr(c, map_of(c)->received), &c->received);
	return store_import_trace(c->cx, c->log, c->trace, &c->taken);
}

static const char *
medium_of(const struct import_case *c)
{
	const char *value = attr(c, map_of(c)->medium);
	const struct type_xes_medium *m;

	for (m = map_of(c)->media; m != NULL; m = m->next)
		if (strcmp(m->value, value) == 0)
			return m->medium;
	return "import";
}

static const char *
title_of(const struct import_case *c)
{
	const char *title = import_value_text(c->keep,
	    attr(c, "concept:name"), TITLE);

	if (title[0] != '\0')
		return title;
	return arena_printf(c->keep, "%s %s",
	    message_label(&c->type->label, "en"), c->trace);
}

static enum err
lead(struct import_case *c, struct event_body *b)
{
	const char *name = attr(c, map_of(c)->lead);
	int64_t no;
	enum err e;

	if (name[0] == '\0')
		return OK;
	e = import_value_person(c, name, &c->d->lead);
	if (e != OK || c->d->lead == 0)
		return e;
	event_after(b, "lead", name);
	if ((e = store_dossier_next(c->cx, c->d, &no)) != OK ||
	    (e = store_party_add(c->cx, c->d, no, c->d->lead, "lead")) != OK)
		return e;
	return store_dossier_save(c->cx, c->d, false);
}

/* The dossier, as accepted: somebody worked on it already. */
static enum err
create(struct import_case *c)
{
	struct ctx *cx = c->cx;
	struct dossier *d = arena_alloc(c->keep, sizeof(*d));
	struct event_body *b;
	enum err e;

	cx->arena = c->keep;
	c->d = d;
	c->fresh = true;
	d->type = c->type;
	d->type_id = c->type->id;
	d->scope = c->scope->id;
	d->team = c->scope->team;
	d->team_name = c->scope->name;
	d->level = LEVEL_MANAGE;
	d->title = title_of(c);
	d->status = "open";
	d->verdict = "accepted";
	d->outcome = d->lead_name = d->requester = "";
	d->phase = c->type->phases == NULL ? "" : c->type->phases->code;
	d->medium = medium_of(c);
	if (!c->arrived)	/* then the first event is the arrival */
		c->received = c->dated ? c->last : cx->now;
	d->received = c->received;
	d->opened = cx->now;
	d->version = 1;
	c->entered = d->received;
	b = event_body(cx);
	if ((e = dossier_register_add(c->cx, d)) != OK ||
	    (e = dossier_keep_phase(cx, d, d->phase, d->received, "")) != OK ||
	    (e = lead(c, b)) != OK ||
	    (e = import_value_all(c, b)) != OK ||
	    (e = store_dossier_count(cx, d->scope, 1, 1)) != OK)
		return e;
	event_fact(b, "number", d->number);
	event_fact(b, "type", c->type->code);
	event_fact(b, "team", d->team_name);
	event_fact(b, "medium", d->medium);
	event_fact(b, "log", c->log);
	event_fact(b, "trace", c->trace);
	event_after(b, "title", d->title);
	event_after(b, "phase", d->phase);
	event_after(b, "verdict", d->verdict);
	event_happened(b, d->received);
	c->taken.dossier = d->id;
	c->report->new_cases++;
	return event_add(cx, d, "dossier.registered", b);
}

/* The dossier that the case was made into before. */
static enum err
resume(struct import_case *c)
{
	struct dossier *d = arena_alloc(c->keep, sizeof(*d));
	enum err e;

	c->cx->arena = c->keep;
	d->level = LEVEL_MANAGE;
	d->team_name = d->lead_name = d->requester = "";
	c->d = d;
	if ((e = store_import_dossier(c->cx, c->taken.dossier, d,
	    &c->ended)) != OK)
		return e;
	return casetype_by_id(c->cx, d->type_id, &d->type);
}

static enum err
want_dossier(struct import_case *c)
{
	if (c->d != NULL)
		return OK;
	if (c->taken.dossier == 0)
		return create(c);
	c->entered = INT64_MIN;
	return resume(c);
}

/* "T07*" fits "T07-1 Draft intern advice". */
static bool
fits(const char *pattern, const char *activity)
{
	size_t n = strlen(pattern);

	if (n > 0 && pattern[n - 1] == '*')
		return strncmp(pattern, activity, n - 1) == 0;
	return strcmp(pattern, activity) == 0;
}

static enum err
move(struct import_case *c, const char *activity, int64_t when)
{
	const struct type_xes_phase *p = map_of(c)->phases;
	struct event_body *b;
	enum err e;

	while (p != NULL && !fits(p->activity, activity))
		p = p->next;
	if (p == NULL || strcmp(p->phase, c->d->phase) == 0 ||
	    strcmp(c->d->status, "closed") == 0)
		return OK;
	b = event_body(c->cx);
	event_before(b, "phase", c->d->phase);
	event_after(b, "phase", p->phase);
	event_why(b, activity);
	if (when < c->entered)	/* a stay cannot end before it began */
		when = c->entered;
	event_happened(b, when);
	c->entered = when;
	if ((e = dossier_keep_phase(c->cx, c->d, p->phase, when,
	    activity)) != OK)
		return e;
	return event_add(c->cx, c->d, "phase.moved", b);
}

static void
tell(struct event_body *b, struct arena *a, const struct xml_xes *x)
{
	static const char *const known[][2] = {
		{ "concept:name", "activity" },
		{ "lifecycle:transition", "transition" },
		{ "org:resource", "resource" },
		{ "org:group", "group" },
		{ "org:role", "role" },
		{ "concept:instance", "instance" },
		{ "time:timestamp", NULL }
	};
	const struct xml_xes_attr *f;
	size_t i, n = COUNT(known);

	for (f = xml_xes_attrs(x); f != NULL; f = f->next) {
		for (i = 0; i < n && strcmp(known[i][0], f->key) != 0; i++)
			;
		if (i == n)
			event_fact(b, arena_printf(a, "log.%s", f->key),
			    f->value);
		else if (known[i][1] != NULL)
			event_fact(b, known[i][1], f->value);
	}
}

/* One event that is not in yet. */
static enum err
take(struct import_case *c, const struct xml_xes *x, bool dated)
{
	const char *who = xml_xes_value(x, "org:resource");
	struct event_body *b = event_body(c->cx);
	int64_t person = 0;
	enum err e;

	if (who[0] != '\0' &&
	    (e = import_value_person(c, who, &person)) != OK)
		return e;
	tell(b, c->work, x);
	if (!dated)
		event_fact(b, "undated", "1");
	event_actor(b, person);
	event_happened(b, c->last);
	if ((e = move(c, xml_xes_value(x, "concept:name"), c->last)) != OK)
		return e;
	c->report->new_events++;
	return event_add(c->cx, c->d, "activity.done", b);
}

enum err
import_case_event(struct import_case *c, const struct xml_xes *x)
{
	int64_t when;
	bool dated = moment(c, xml_xes_value(x, "time:timestamp"), &when);
	enum err e;

	arena_reset(c->work);
	c->cx->arena = c->keep;
	/* Without a moment of its own it happened when the last one did. */
	if (dated)
		c->last = when;
	c->dated |= dated;
	if (c->position++ < c->taken.events)
		return OK;
	if ((e = want_dossier(c)) != OK)
		return e;
	if (!c->dated)
		c->last = c->d->received;
	c->cx->arena = c->work;
	return take(c, x, dated);
}

static enum err
case_close(struct import_case *c, int64_t when)
{
	struct event_body *b = event_body(c->cx);
	const char *phase = c->d->phase;
	enum err e;

	c->d->status = "closed";
	c->d->closed = when;
	c->d->outcome = map_of(c)->outcome;
	event_before(b, "status", "open");
	event_after(b, "status", "closed");
	event_after(b, "outcome", c->d->outcome);
	event_happened(b, when);
	if (when < c->entered)
		when = c->entered;
	if ((e = dossier_keep_phase(c->cx, c->d, "", when, "")) != OK)
		return e;
	c->d->phase = phase;
	if ((e = store_dossier_count(c->cx, c->d->scope, -1, 0)) != OK)
		return e;
	return event_add(c->cx, c->d, "dossier.closed", b);
}

/* Does the log say that the case ended, and did nobody here say so? What
 * staff reopened stays open. */
static enum err
settle(struct import_case *c)
{
	struct task *open;
	int64_t when;
	enum err e;

	if (!moment(c, attr(c, map_of(c)->closed), &when))
		return OK;
	if (c->d == NULL && (e = want_dossier(c)) != OK)
		return e;
	if (c->ended || strcmp(c->d->status, "open") != 0)
		return OK;
	if ((e = store_dossier_open_tasks(c->cx, c->d, 1, &open)) != OK)
		return e;
	return open == NULL ? case_close(c, when) : OK;
}

enum err
import_case_park(struct import_case *c)
{
	int64_t last = c->dated ? c->last : c->received;
	enum err e;

	if (c->d == NULL)
		return OK;
	c->cx->arena = c->keep;
	if (c->position > c->taken.events)
		c->taken.events = c->position;
	if ((e = store_dossier_save(c->cx, c->d, false)) != OK ||
	    (e = dossier_keep_due(c->cx, c->d)) != OK ||
	    (e = store_import_trace_put(c->cx, c->log, c->trace,
	    &c->taken)) != OK)
		return e;
	if (!c->fresh)
		return OK;
	return store_import_touch(c->cx, c->d,
	    c->d->closed > last ? c->d->closed : last);
}

enum err
import_case_resume(struct import_case *c)
{
	enum err e;

	if (c->d == NULL)
		return OK;
	if ((e = resume(c)) != OK)
		return e;
	return store_import_trace(c->cx, c->log, c->trace, &c->taken);
}

enum err
import_case_end(struct import_case *c)
{
	enum err e;

	arena_reset(c->work);
	c->cx->arena = c->keep;
	if (c->taken.dossier == 0 && (e = want_dossier(c)) != OK)
		return e;
	if ((e = settle(c)) != OK)
		return e;
	return import_case_park(c);
}
