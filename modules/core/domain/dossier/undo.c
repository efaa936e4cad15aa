/* SPDX-License-Identifier: MIT */
/* Recording: how it was before, how it is after, and the act they are of. */
#include "domain/dossier/undo.h"

#include <stdlib.h>
#include <string.h>

#include "base/config.h"
#include "base/json.h"
#include "domain/spine/dossier_number.h"
#include "domain/type/casetype.h"
#include "store/store_undo.h"
#include "store/store_undo_cell.h"

#define USUAL 900	/* without a configuration */
#define KEEP (3 * 24 * 3600)	/* seconds that an act is known */

struct undo {
	struct dossier *d, *other;
	unsigned int parts;
	int64_t type_id;	/* as it was before */
	bool retyped;
	struct store_undo_cell *before;
	struct watched {
		struct watched *next;
		int64_t task;
	} *tasks, **last;
	unsigned int told;	/* parts of the cells below */
	struct json_pair *cells, **tail;
};

int64_t
undo_seconds(const struct ctx *cx)
{
	return cx->conf == NULL ? USUAL : cx->conf->undo_seconds;
}

enum err
undo_watch(struct ctx *cx, struct dossier *d, unsigned int parts,
    struct undo **u)
{
	if (cx->viewer == 0 || undo_seconds(cx) == 0)
		return OK;
	if (*u == NULL) {
		*u = arena_alloc(cx->arena, sizeof(**u));
		(*u)->d = d;
		(*u)->type_id = d->type_id;
		(*u)->tail = &(*u)->cells;
		(*u)->last = &(*u)->tasks;
	} else
		(*u)->other = d;
	(*u)->parts |= parts;
	return store_undo_cell_take(cx, d->id, parts, &(*u)->before);
}

enum err
undo_watch_task(struct ctx *cx, struct dossier *d, int64_t no,
    struct undo **u)
{
	struct watched *w;
	enum err e;

	if (*u == NULL && (e = undo_watch(cx, d, 0, u)) != OK)
		return e;
	if (*u == NULL || ((*u)->parts & UNDO_TASKS) != 0)
		return OK;
	w = arena_alloc(cx->arena, sizeof(*w));
	w->task = no;
	*(*u)->last = w;
	(*u)->last = &w->next;
	(*u)->told |= UNDO_TASKS;
	return store_undo_cell_task(cx, d->id, no, &(*u)->before);
}

/* Both lists have the same order, so the next one is where the last was. */
static const char *
value_of(const struct store_undo_cell *list,
    const struct store_undo_cell **at, const char *key)
{
	const struct store_undo_cell *c;

	for (c = *at; c != NULL && strcmp(c->key, key) != 0;)
		c = c->next;
	for (c = c == NULL ? list : c; c != NULL; c = c->next)
		if (strcmp(c->key, key) == 0) {
			*at = c->next;
			return c->value;
		}
	return "";
}

static void
pair(struct ctx *cx, const char *group, const char *key, const char *value,
    struct json_pair ***tail)
{
	struct json_pair *p = arena_alloc(cx->arena, sizeof(*p));

	p->group = group;
	p->name = key;
	p->text = value;
	**tail = p;
	*tail = &p->next;
}

/* A computed value follows from others, and by itself when they are put back;
 * unless the type changed, and with it what is computed. */
static bool
follows(const struct undo *u, const char *key)
{
	const struct type_field *f;

	if (strncmp(key, "value.", 6) != 0 || u->retyped)
		return false;
	f = casetype_field(u->other != NULL && strtoll(key + 6, NULL, 10) ==
	    u->other->id ? u->other->type : u->d->type,
	    strrchr(key, '.') + 1);
	return f != NULL && f->computed != NULL;
}

static void
changed(struct ctx *cx, const char *key, const char *before,
    const char *after, struct json_pair ***tail)
{
	/* What a task says is another matter than who has it. */
	if (strcmp(before, after) == 0 ||
	    (strncmp(key, "made.", 5) == 0 && before[0] != '\0'))
		return;
	pair(cx, "before", key, before, tail);
	pair(cx, "after", key, after, tail);
}

static struct json_pair *
differences(struct ctx *cx, const struct undo *u,
    const struct store_undo_cell *after)
{
	const struct store_undo_cell *before = u->before;
	struct json_pair *list = NULL, **tail = &list;
	const struct store_undo_cell *c, *at = after;

	for (c = before; c != NULL; c = c->next)
		if (!follows(u, c->key))
			changed(cx, c->key, c->value, value_of(after, &at,
			    c->key), &tail);
	*tail = u->cells;
	while (*tail != NULL)
		tail = &(*tail)->next;
	at = before;
	for (c = after; c != NULL; c = c->next)
		if (value_of(before, &at, c->key)[0] == '\0' &&
		    !follows(u, c->key))
			changed(cx, c->key, "", c->value, &tail);
	return list;
}

void
undo_changed(struct ctx *cx, struct undo *u, unsigned int part,
    const char *key, const char *before, const char *after)
{
	u->told |= part;
	changed(cx, key, before, after, &u->tail);
}

/* The act of this transaction, made when it is new. */
static enum err
act(struct ctx *cx)
{
	struct act *a = cx->act;
	enum err e;
	int i;

	if (a != NULL)
		return OK;
	a = arena_alloc(cx->arena, sizeof(*a));
	for (i = 0; i < DOSSIER_NUMBER_TRIES && a->id == 0; i++) {
		a->number = dossier_number_act(cx);
		if ((e = store_undo_add(cx, a->number, &a->id)) != OK)
			return e;
	}
	if (a->id == 0)
		return dossier_number_none(cx);
	cx->act = a;
	return OK;
}

enum err
undo_step(struct ctx *cx, struct undo *u, const char *kind)
{
	struct store_undo_cell *after = NULL;
	const struct watched *w;
	struct store_undo_step s;
	struct json_pair *state;
	enum err e;

	if (u == NULL)
		return OK;
	if ((e = store_undo_cell_take(cx, u->d->id, u->parts,
	    &after)) != OK ||
	    (u->other != NULL && (e = store_undo_cell_take(cx,
	    u->other->id, u->parts, &after)) != OK))
		return e;
	for (w = u->tasks; w != NULL; w = w->next)
		if ((e = store_undo_cell_task(cx, u->d->id, w->task,
		    &after)) != OK)
			return e;
	u->retyped = u->d->type_id != u->type_id;
	if ((state = differences(cx, u, after)) == NULL)
		return OK;
	if ((e = act(cx)) != OK)
		return e;
	s = (struct store_undo_step){ .no = ++cx->act->steps,
	    .dossier = u->d->id, .parts = u->parts | u->told,
	    .held = u->d->level, .kind = kind,
	    .other = u->other == NULL ? 0 : u->other->id,
	    .state = json_write(cx->arena, state) };
	return store_undo_step_add(cx, cx->act->id, &s);
}

enum err
undo_sweep(struct ctx *cx)
{
	return store_undo_sweep(cx, cx->now - KEEP);
}
