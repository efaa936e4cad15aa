/* SPDX-License-Identifier: MIT */
/* Releases of what is privileged against the log. */
#include "domain/house/verify_releases.h"

#include <stdlib.h>
#include <string.h>

#include "base/count.h"
#include "domain/spine/event_get.h"
#include "store/store_event.h"
#include "store/store_verify_releases.h"
#include "text/message.h"

struct told {
	struct told *next;
	int64_t dossier, no, order;
	struct store_verify_release r;
};

struct verify_releases {
	struct ctx *cx;
	struct arena *kept;
	struct told *told;	/* the newest first */
	struct told **sorted;	/* at the end, in the order of the rows */
	size_t n, at;
	const char *fault;
};

struct verify_releases *
verify_releases_begin(struct ctx *cx)
{
	struct verify_releases *v = arena_alloc(cx->arena, sizeof(*v));

	v->cx = cx;
	v->kept = arena_new();
	return v;
}

void
verify_releases_end(struct verify_releases *v)
{
	arena_free(v->kept);
}

/* "given", "ended", or NULL: it says nothing of releases. A thing that comes
 * into a compartment or out of one loses what it had. */
static const char *
what_of(const char *kind)
{
	static const char *const verbs[][2] = { { ".disclosed", "given" },
	    { ".withheld", "ended" }, { ".protected", "ended" },
	    { ".opened_up", "ended" } };
	const char *dot = strchr(kind, '.');
	size_t i;

	for (i = 0; dot != NULL && i < COUNT(verbs); i++)
		if (strcmp(verbs[i][0], dot) == 0)
			return verbs[i][1];
	return NULL;
}

static void
give(struct verify_releases *v, struct ctx *small,
    const struct store_event *e, const struct event *ev, int64_t no)
{
	struct arena *a = v->kept;
	struct told *t = arena_alloc(a, sizeof(*t));

	t->dossier = e->dossier;
	t->no = no;
	t->order = (int64_t)v->n++;
	t->r.receiver = arena_text(a, event_get(small, ev, "fact",
	    "receiver"));
	t->r.reason = arena_text(a, event_get(small, ev, "why", ""));
	t->r.until = strtoll(event_get(small, ev, "fact", "until"), NULL,
	    10);
	t->r.given = e->recorded;
	t->r.giver = e->actor;
	t->r.ended_why = "";
	t->next = v->told;
	v->told = t;
}

/* The newest of the thing, if it held. */
static void
take_back(struct verify_releases *v, struct ctx *small,
    const struct store_event *e, const struct event *ev, int64_t no)
{
	struct told *t;

	/* chains come one after the other: the list is searched little */
	for (t = v->told; t != NULL && t->dossier == e->dossier; t = t->next)
		if (t->no == no)
			break;
	if (t == NULL || t->dossier != e->dossier || t->r.ended != 0 ||
	    (t->r.until != 0 && t->r.until <= e->recorded))
		return;
	t->r.ended = e->recorded;
	t->r.ender = e->actor;
	t->r.ended_why = arena_text(v->kept, event_get(small, ev, "why",
	    ""));
}

void
verify_releases_event(struct verify_releases *v, struct ctx *small,
    const struct store_event *e)
{
	const struct event ev = { .kind = e->kind, .body = e->body };
	const char *what = e->dossier == 0 ? NULL : what_of(e->kind);
	int64_t no;

	if (what == NULL)
		return;
	no = strtoll(event_get(small, &ev, "fact", "no"), NULL, 10);
	if (strcmp(what, "given") == 0)
		give(v, small, e, &ev, no);
	else
		take_back(v, small, e, &ev, no);
}

static int
compare(const void *a, const void *b)
{
	const struct told *x = *(struct told *const *)a,
	    *y = *(struct told *const *)b;

	if (x->dossier != y->dossier)
		return x->dossier < y->dossier ? -1 : 1;
	if (x->no != y->no)
		return x->no < y->no ? -1 : 1;
	return x->order < y->order ? -1 : x->order > y->order;
}

static bool
same(const struct store_verify_release *r, const struct told *t)
{
	return r->dossier == t->dossier && r->no == t->no &&
	    r->given == t->r.given && r->giver == t->r.giver &&
	    r->until == t->r.until && r->ended == t->r.ended &&
	    r->ender == t->r.ender &&
	    strcmp(r->receiver, t->r.receiver) == 0 &&
	    strcmp(r->reason, t->r.reason) == 0 &&
	    strcmp(r->ended_why, t->r.ended_why) == 0;
}

static bool
see(void *to, const struct store_verify_release *r)
{
	struct verify_releases *v = to;

	if (v->at < v->n && same(r, v->sorted[v->at])) {
		v->at++;
		return true;
	}
	v->fault = arena_printf(v->cx->arena, _("%s: the release of thing "
	    "%lld from privilege is not as its history says."), r->number,
	    (long long)r->no);
	return false;
}

enum err
verify_releases_last(struct verify_releases *v, const char **fault)
{
	struct told *t;
	size_t i = 0;
	enum err e;

	v->sorted = arena_array(v->kept, v->n + 1, sizeof(*v->sorted));
	for (t = v->told; t != NULL; t = t->next)
		v->sorted[i++] = t;
	if (i > 0)
		qsort(v->sorted, i, sizeof(*v->sorted), compare);
	e = store_verify_releases(v->cx, see, v);
	if (e == OK && v->fault == NULL && v->at < v->n)
		v->fault = _("A release from privilege that the history "
		    "tells of is gone.");
	*fault = v->fault;
	return e;
}
