/* SPDX-License-Identifier: MIT */
/* Walls against the log. */
#include "domain/house/verify_walls.h"

#include <stdlib.h>
#include <string.h>

#include "domain/spine/event_get.h"
#include "store/store_event.h"
#include "store/store_verify_walls.h"
#include "text/message.h"

/* Walls are few: what is told of them is kept until the end. */
struct told {
	struct told *next;
	int64_t dossier;	/* in whose chain it was set */
	int64_t maker, lifter;
	int64_t begins, until, lifted;
	const char *number, *person, *staff, *party;
	const char *reason, *remark;
	bool found;
};

struct verify_walls {
	struct ctx *cx;
	struct told *told;
};

struct verify_walls *
verify_walls_begin(struct ctx *cx)
{
	struct verify_walls *v = arena_alloc(cx->arena, sizeof(*v));

	v->cx = cx;
	return v;
}

static struct told *
told_of(struct verify_walls *v, const char *number)
{
	struct told *t;

	for (t = v->told; t != NULL; t = t->next)
		if (strcmp(t->number, number) == 0)
			return t;
	t = arena_alloc(v->cx->arena, sizeof(*t));
	t->number = arena_text(v->cx->arena, number);
	t->person = t->staff = t->party = t->reason = t->remark = "";
	t->next = v->told;
	v->told = t;
	return t;
}

static const char *
get(struct verify_walls *v, struct ctx *small, const struct event *ev,
    const char *group, const char *name)
{
	return arena_text(v->cx->arena, event_get(small, ev, group, name));
}

void
verify_walls_event(struct verify_walls *v, struct ctx *small,
    const struct store_event *e)
{
	const struct event ev = { .kind = e->kind, .body = e->body };
	bool set = strcmp(e->kind, "wall.set") == 0;
	struct told *t;

	if (!set && strcmp(e->kind, "wall.lifted") != 0)
		return;
	t = told_of(v, event_get(small, &ev, "fact", "wall"));
	if (!set) {
		t->lifter = e->actor;
		t->lifted = e->recorded;
		t->remark = get(v, small, &ev, "why", "");
		return;
	}
	t->dossier = e->dossier;
	t->maker = e->actor;
	t->person = get(v, small, &ev, "fact", "person");
	t->staff = get(v, small, &ev, "fact", "number");
	t->party = get(v, small, &ev, "fact", "party");
	t->reason = get(v, small, &ev, "why", "");
	t->begins = strtoll(event_get(small, &ev, "fact", "begins"), NULL,
	    10);
	t->until = strtoll(event_get(small, &ev, "fact", "until"), NULL, 10);
}

/* Persons of the register may have become one since. */
static enum err
same_party(struct ctx *cx, const struct store_verify_wall *w,
    const struct told *t, bool *same)
{
	const char *now;
	enum err e;

	*same = strcmp(w->party, t->party) == 0;
	if (*same || t->party[0] == '\0')
		return OK;
	e = store_verify_walls_party(cx, t->party, &now);
	*same = e == OK && strcmp(w->party, now) == 0;
	return e;
}

static bool
same(const struct store_verify_wall *w, const struct told *t)
{
	return w->dossier == t->dossier && w->maker == t->maker &&
	    strcmp(w->staff, t->staff) == 0 &&
	    strcmp(w->label, t->staff[0] != '\0' ? "" : t->person) == 0 &&
	    strcmp(w->reason, t->reason) == 0 && w->begins == t->begins &&
	    w->ends == (t->lifted != 0 ? t->lifted : t->until) &&
	    w->lifted == t->lifted && w->lifter == t->lifter &&
	    strcmp(w->remark, t->remark) == 0;
}

enum err
verify_walls_last(struct verify_walls *v, const char **fault)
{
	struct store_verify_wall *w;
	const char *bad = NULL;
	struct told *t;
	bool party;
	enum err e;

	*fault = NULL;
	if ((e = store_verify_walls(v->cx, &w)) != OK)
		return e;
	for (; w != NULL && bad == NULL; w = w->next) {
		t = told_of(v, w->number);
		t->found = true;
		if ((e = same_party(v->cx, w, t, &party)) != OK)
			return e;
		if (!party || !same(w, t))
			bad = w->number;
	}
	for (t = v->told; t != NULL && bad == NULL; t = t->next)
		if (!t->found)
			bad = t->number;
	if (bad != NULL)
		*fault = arena_printf(v->cx->arena, _("Wall %s is not as its "
		    "history says."), bad);
	return OK;
}
