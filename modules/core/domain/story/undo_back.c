/* SPDX-License-Identifier: MIT */
/* Taking an act back: cells first, then all that follows from them. */
#include <stdlib.h>
#include <string.h>

#include "domain/dossier/dossier_keep.h"
#include "domain/dossier/dossier_values.h"
#include "domain/dossier/undo.h"
#include "domain/spine/event.h"
#include "domain/spine/event_get.h"
#include "domain/spine/keep.h"
#include "domain/story/undo_act.h"
#include "domain/type/casetype.h"
#include "store/store_compartment.h"
#include "store/store_dossier.h"
#include "store/store_moved.h"
#include "store/store_party.h"
#include "store/store_task.h"
#include "store/store_undo.h"
#include "store/store_undo_cell.h"
#include "store/store_undo_kind.h"
#include "store/store_wall.h"
#include "text/message.h"

static bool
begins(const char *s, const char *word)
{
	return strncmp(s, word, strlen(word)) == 0;
}

/* What the act made goes first, what it ended comes back last: a dossier has
 * never two leads. Who has which task is put back when all else is. */
enum turn { MADE, KEPT, ENDED, HANDS };

static enum turn
turn_of(const struct undo_change *c)
{
	if (c->before[0] == '\0')
		return MADE;
	if (begins(c->key, "hands."))
		return HANDS;
	return begins(c->key, "role.") && c->before[0] == '~' ? ENDED : KEPT;
}

/* In the order of the kinds: what hangs on a row goes before the row, in
 * whatever order the steps of the act made them. */
static enum err
put_cells(struct ctx *cx, const struct undo_unit *u, enum turn turn)
{
	const struct store_undo_kind *k;
	const struct undo_change *c;
	size_t i;
	enum err e;

	for (i = 0; (k = store_undo_kind(i)) != NULL; i++)
		for (c = u->changes; c != NULL; c = c->next)
			if (turn_of(c) == turn && !c->held &&
			    store_undo_kind_of(c->key) == k &&
			    (e = store_undo_cell_put(cx, c->key, c->after,
			    c->before)) != OK)
				return e;
	return OK;
}

/* One column of the dossier's row. */
static void
put_column(struct dossier *d, const char *name, const char *text)
{
	long long n = strtoll(text, NULL, 10);

	if (strcmp(name, "status") == 0)
		d->status = text;
	else if (strcmp(name, "phase") == 0)
		d->phase = text;
	else if (strcmp(name, "outcome") == 0)
		d->outcome = text;
	else if (strcmp(name, "verdict") == 0)
		d->verdict = text;
	else if (strcmp(name, "title") == 0)
		d->title = text;
	else if (strcmp(name, "closed") == 0)
		d->closed = n;
	else if (strcmp(name, "scope") == 0)
		d->scope = n;
	else if (strcmp(name, "lead") == 0)
		d->lead = n;
	else if (strcmp(name, "type") == 0)
		d->type_id = n;
	else if (strcmp(name, "risk") == 0)
		d->risk = (int)n;
}

static bool
put_row(struct ctx *cx, const struct undo_unit *u, struct dossier *d)
{
	const char *row = arena_printf(cx->arena, "row.%lld.",
	    (long long)d->id);
	const struct undo_change *c;
	bool edited = false;

	for (c = u->changes; c != NULL; c = c->next) {
		if (begins(c->key, "value."))
			edited = true;
		if (!begins(c->key, row) || c->held)
			continue;
		put_column(d, c->key + strlen(row), c->before + 1);
		if (strcmp(c->key + strlen(row), "title") == 0 ||
		    strcmp(c->key + strlen(row), "risk") == 0)
			edited = true;
	}
	return edited;
}

static enum err
count(struct ctx *cx, int64_t scope, bool closed, int sign)
{
	return store_dossier_count(cx, scope, closed ? 0 : sign, sign);
}

/* Team and type by the numbers that were put back. */
static enum err
names(struct ctx *cx, struct dossier *d)
{
	struct store_dossier_scope s;
	enum err e;

	if ((e = casetype_by_id(cx, d->type_id, &d->type)) != OK ||
	    (e = store_dossier_scope(cx, d->scope, &s)) != OK)
		return e;
	d->team = s.team;
	d->team_name = s.team_name;
	return OK;
}

static enum err
row_back(struct ctx *cx, const struct undo_unit *u, struct dossier *d)
{
	bool closed = strcmp(d->status, "closed") == 0, edited;
	int64_t scope = d->scope;
	enum err e;

	edited = put_row(cx, u, d);
	if ((e = store_dossier_save(cx, d, edited)) != OK ||
	    (e = count(cx, scope, closed, -1)) != OK ||
	    (e = count(cx, d->scope, strcmp(d->status, "closed") == 0,
	    1)) != OK)
		return e;
	return names(cx, d);
}

/* Did somebody do something with the task since? */
static bool
had_a_turn(struct ctx *cx, const struct undo_unit *u, const struct task *t)
{
	const struct event *ev;

	for (ev = u->later; ev != NULL; ev = ev->next)
		if (begins(ev->kind, "task.") && strtoll(event_get(cx, ev,
		    "fact", "no"), NULL, 10) == t->no)
			return true;
	return false;
}

/* Who took a task since and loses sight of it now leaves it to the team. */
static enum err
follow(struct ctx *cx, const struct undo_unit *u, struct dossier *d)
{
	struct task *t;
	enum err e;

	if ((e = store_task_stranded(cx, d, &t)) != OK)
		return e;
	for (; t != NULL; t = t->next)
		if (had_a_turn(cx, u, t) &&
		    (e = store_task_to_team(cx, d, t)) != OK)
			return e;
	return OK;
}

/* What follows from the cells; *b tells of computed fields. */
static enum err
finish(struct ctx *cx, const struct undo_unit *u, struct dossier *d,
    struct event_body **b)
{
	size_t changed = 0;
	enum err e;

	*b = event_body(cx);
	if ((e = dossier_values_compute(cx, d, *b, &changed)) != OK)
		return e;
	if ((u->parts & UNDO_PARTIES) != 0 &&
	    (e = store_party_requester(cx, d)) != OK)
		return e;
	return dossier_keep_due(cx, d);
}

/* The last first, as a log read from its end must find it; b: of that. */
static enum err
tell(struct ctx *cx, struct dossier *d, const struct dossier *other,
    const struct event *events, struct event_body *b, const char *why)
{
	int64_t thing, compartment;
	enum err e;

	if (events == NULL)
		return OK;
	if (events->next != NULL) {
		if ((e = tell(cx, d, other, events->next, b, why)) != OK)
			return e;
		b = event_body(cx);
	}
	if ((e = store_compartment_spoken(cx, d, events->seq, &thing,
	    &compartment)) != OK)
		return e;
	event_within(b, thing, compartment);
	event_reverse(b, events);
	if (other != NULL && events->other[0] != '\0')
		event_about(b, other);
	event_why(b, why);
	return event_add(cx, d, begins(events->kind, "link.") ?
	    "link.undone" : "act.undone", b);
}

/* The dossier that a split made, when nothing was added to it since. */
static enum err
put_away(struct ctx *cx, const struct undo_unit *u)
{
	struct store_moved_count n;
	enum err e;

	if (u->other == NULL || u->events == NULL ||
	    strcmp(u->events->kind, "dossier.split_off") != 0 ||
	    strcmp(u->other->status, "closed") == 0)
		return OK;
	if ((e = store_moved_count(cx, u->other, u->d, &n)) != OK)
		return e;
	return n.tasks + n.goals + n.notes + n.documents + n.people +
	    n.appointments > 0 ? OK :
	    dossier_keep_close(cx, u->other, "undone");
}

static enum err
unit_back(struct ctx *cx, struct undo_unit *u, const char *why)
{
	struct event_body *b, *c;
	enum err e;

	if ((e = put_cells(cx, u, MADE)) != OK ||
	    (e = put_cells(cx, u, KEPT)) != OK ||
	    (e = put_cells(cx, u, ENDED)) != OK ||
	    (e = row_back(cx, u, u->d)) != OK ||
	    (u->other != NULL && (e = row_back(cx, u, u->other)) != OK) ||
	    (e = follow(cx, u, u->d)) != OK ||
	    (u->other != NULL && (e = follow(cx, u, u->other)) != OK) ||
	    (e = put_cells(cx, u, HANDS)) != OK ||
	    (e = finish(cx, u, u->d, &b)) != OK ||
	    (u->other != NULL && (e = finish(cx, u, u->other, &c)) != OK) ||
	    (e = put_away(cx, u)) != OK)
		return e;
	if ((e = tell(cx, u->d, u->other, u->events, b, why)) != OK ||
	    u->other == NULL)
		return e;
	return tell(cx, u->other, u->d, u->others, c, why);
}

static enum err
may_go(struct ctx *cx, const struct undo_act *a, bool rest)
{
	const struct undo_reason *r;

	if (a->undone != 0)
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("This was undone already."));
	if (a->expired)
		return refuse(cx, ERR_CONFLICT, "%s", _("It was done too "
		    "long ago to be undone. Set right by hand what is "
		    "wrong."));
	if (a->blocked == 0 || (rest && a->blocked < a->count))
		return OK;
	r = a->units->reasons;
	if (a->count == 1 && r->actor[0] != '\0')
		return refuse(cx, ERR_CONFLICT, _("This cannot be undone any "
		    "more, for somebody built on it. %s: %s."), r->actor,
		    r->sentence);
	return refuse(cx, ERR_CONFLICT, "%s", _("This cannot be undone as a "
	    "whole any more; the reasons are below."));
}

enum err
undo_back(struct ctx *cx, struct undo_act *a, bool rest, const char *why)
{
	struct undo_unit *u;
	enum err e;

	if ((e = keep_text(cx, "why", why, 0, KEEP_REASON, true,
	    &why)) != OK ||
	    (e = may_go(cx, a, rest)) != OK)
		return e;
	for (u = a->units; u != NULL; u = u->next)
		if (u->reasons == NULL &&
		    ((e = unit_back(cx, u, why)) != OK ||
		    (e = store_wall_follow(cx, u->d->id)) != OK))
			return e;
	return store_undo_done(cx, a->id);
}
