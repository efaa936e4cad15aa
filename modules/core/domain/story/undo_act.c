/* SPDX-License-Identifier: MIT */
/* Acts as they are kept: read, listed, marked in histories. */
#include "domain/story/undo_act.h"

#include <string.h>

#include "base/count.h"
#include "base/json.h"
#include "domain/dossier/undo.h"
#include "domain/type/casetype.h"
#include "model/right.h"
#include "store/store_dossier.h"
#include "store/store_timeline.h"
#include "store/store_undo.h"
#include "text/message.h"

struct undo_change *
undo_act_change(struct undo_change *list, const char *key)
{
	while (list != NULL && strcmp(list->key, key) != 0)
		list = list->next;
	return list;
}

/* Before and after of one more step; of several, the first and the last. */
static void
add_changes(struct ctx *cx, struct undo_unit *u, const char *state)
{
	struct undo_change **tail = &u->changes, *c;
	const struct json_pair *p;

	while (*tail != NULL)
		tail = &(*tail)->next;
	for (p = json_read(cx->arena, state); p != NULL; p = p->next) {
		c = undo_act_change(u->changes, p->name);
		if (strcmp(p->group, "before") == 0 && c == NULL) {
			c = arena_alloc(cx->arena, sizeof(*c));
			c->key = p->name;
			c->before = p->text;
			c->after = "";
			*tail = c;
			tail = &c->next;
		} else if (strcmp(p->group, "after") == 0 && c != NULL)
			c->after = p->text;
	}
}

/* Steps on the same dossier share it, for each of them saves it. */
static struct dossier *
met(const struct undo_act *a, int64_t id)
{
	const struct undo_unit *u;

	for (u = a->units; u != NULL; u = u->next)
		if (u->d != NULL && u->d->id == id)
			return u->d;
		else if (u->other != NULL && u->other->id == id)
			return u->other;
	return NULL;
}

static enum err
known(struct ctx *cx, const struct undo_act *a, int64_t id,
    struct dossier **out)
{
	enum err e;

	if ((*out = met(a, id)) != NULL)
		return OK;
	if ((e = store_dossier_known(cx, id, out)) != OK)
		return e;
	if (*out == NULL)
		return ERR_BROKEN;
	return casetype_by_id(cx, (*out)->type_id, &(*out)->type);
}

/* The event of a step, at the end of the list; one that is hidden from the
 * viewer is left out. */
static enum err
add_event(struct ctx *cx, const struct dossier *d, int64_t seq,
    struct event **list)
{
	enum err e;

	while (*list != NULL)
		list = &(*list)->next;
	e = store_timeline_since(cx, d, seq, 1, list);
	if (e == OK && *list != NULL && (*list)->seq != seq)
		*list = NULL;
	return e;
}

/* The right of the page on which an act of this kind is done. */
static unsigned int
right_of(const char *kind)
{
	static const struct { const char *kind; unsigned int right; } all[] = {
		{ "dossier.accepted", RIGHT_SCREEN },
		{ "dossier.solved", RIGHT_SCREEN },
		{ "dossier.declined", RIGHT_SCREEN },
		{ "dossier.changed", RIGHT_STAFF },
		{ "dossier.", RIGHT_LEAD },
		{ "phase.", RIGHT_LEAD },
		{ "lead.", RIGHT_LEAD }
	};
	size_t i;

	for (i = 0; i < COUNT(all); i++)
		if (strncmp(kind, all[i].kind, strlen(all[i].kind)) == 0)
			return all[i].right;
	return RIGHT_STAFF;
}

static enum err
add_step(struct ctx *cx, struct undo_act *a, const struct store_undo_step *s)
{
	struct undo_unit **tail = &a->units, *u;
	enum err e;

	/* what follows from a merge or split is part of it, on both sides */
	while (*tail != NULL && (s->other != 0 ||
	    ((*tail)->d->id != s->dossier && ((*tail)->other == NULL ||
	    (*tail)->other->id != s->dossier))))
		tail = &(*tail)->next;
	if ((u = *tail) == NULL) {
		u = *tail = arena_alloc(cx->arena, sizeof(*u));
		a->count++;
		if ((e = known(cx, a, s->dossier, &u->d)) != OK ||
		    (s->other != 0 &&
		    (e = known(cx, a, s->other, &u->other)) != OK))
			return e;
	}
	u->parts |= s->parts;
	u->rights |= right_of(s->kind);
	add_changes(cx, u, s->state);
	if (u->d->id != s->dossier) {
		u->other_seq = s->seq;
		return add_event(cx, u->other, s->seq, &u->others);
	}
	u->held = s->held;
	u->seq = s->seq;
	if ((e = add_event(cx, u->d, s->seq, &u->events)) != OK ||
	    s->other == 0)
		return e;
	u->other_seq = s->other_seq;
	return add_event(cx, u->other, s->other_seq, &u->others);
}

/* ... and could have done it. */
static bool
manages_all(const struct ctx *cx, const struct undo_act *a)
{
	const struct undo_unit *u;

	for (u = a->units; u != NULL; u = u->next)
		if (u->d->level < LEVEL_MANAGE || (u->other != NULL &&
		    u->other->level < LEVEL_MANAGE) ||
		    (u->rights & ~cx->rights) != 0)
			return false;
	return a->units != NULL;
}

static struct undo_act *
act_of(struct ctx *cx, const struct store_undo_act *row)
{
	struct undo_act *a = arena_alloc(cx->arena, sizeof(*a));

	a->id = row->id;
	a->number = row->number;
	a->actor = row->actor_name;
	a->done = row->done;
	a->until = row->done + undo_seconds(cx);
	a->undone = row->undone;
	a->undone_by = row->undone_by;
	a->expired = cx->now >= a->until;
	return a;
}

static enum err
add_steps(struct ctx *cx, struct undo_act *a, int64_t limit)
{
	struct store_undo_step *s;
	enum err e;

	if ((e = store_undo_steps(cx, a->id, limit, &s)) != OK)
		return e;
	for (; s != NULL; s = s->next)
		if ((e = add_step(cx, a, s)) != OK)
			return e;
	return OK;
}

enum err
undo_act_open(struct ctx *cx, const char *number, struct undo_act **out)
{
	struct store_undo_act *row;
	struct undo_unit *u;
	enum err e;

	*out = NULL;
	if ((e = store_undo_find(cx, number, &row)) != OK)
		return e;
	if (row != NULL) {
		*out = act_of(cx, row);
		if ((e = add_steps(cx, *out, INT64_MAX)) != OK)
			return e;
	}
	if (row == NULL || (row->actor != cx->viewer &&
	    !manages_all(cx, *out))) {
		*out = NULL;
		return refuse(cx, ERR_MISSING, "%s", _("There is nothing to "
		    "undo here: it was done by somebody else, or long ago."));
	}
	for (u = (*out)->units; u != NULL; u = u->next) {
		if ((e = undo_look(cx, u)) != OK)
			return e;
		(*out)->blocked += u->reasons != NULL;
	}
	return OK;
}

enum err
undo_act_list(struct ctx *cx, int limit, struct undo_act **out)
{
	struct store_undo_act *row;
	struct undo_act **tail = out;
	struct undo_unit *u;
	int64_t n;
	enum err e;

	*out = NULL;
	if ((e = store_undo_mine(cx, cx->now - undo_seconds(cx), limit,
	    &row)) != OK)
		return e;
	for (; row != NULL; row = row->next) {
		*tail = act_of(cx, row);
		if ((e = add_steps(cx, *tail, 1)) != OK ||
		    (e = store_undo_count(cx, row->id, &n)) != OK)
			return e;
		(*tail)->count = (long)n;
		if ((u = (*tail)->units) != NULL)
			u->shown = u->d->level >= LEVEL_READ;
		tail = &(*tail)->next;
	}
	return OK;
}

struct undo_marks {
	struct store_undo_mark *list;
};

const char *
undo_act_mark(struct ctx *cx, const struct dossier *d, int64_t seq,
    struct undo_marks **marks)
{
	const struct store_undo_mark *m;

	if (*marks == NULL) {
		*marks = arena_alloc(cx->arena, sizeof(**marks));
		if (store_undo_marks(cx, d, cx->now - undo_seconds(cx),
		    &(*marks)->list) != OK)
			(*marks)->list = NULL;
	}
	for (m = (*marks)->list; m != NULL; m = m->next)
		if (m->seq == seq)
			return m->act;
	return "";
}
