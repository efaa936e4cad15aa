/* SPDX-License-Identifier: MIT */
/* Accounts of disclosures against the log. */
#include "domain/house/verify_disclosures.h"

#include <stdlib.h>
#include <string.h>

#include "domain/spine/event_get.h"
#include "store/store_event.h"
#include "store/store_verify_disclosures.h"
#include "text/message.h"

struct told {
	struct told *next;
	struct store_verify_disclosure r;
};

struct verify_disclosures {
	struct ctx *cx;
	struct arena *kept;
	struct told *told;	/* the newest first */
	struct told **sorted;	/* at the end, in the order of the rows */
	size_t n, at;
	const char *fault;
};

struct verify_disclosures *
verify_disclosures_begin(struct ctx *cx)
{
	struct verify_disclosures *v = arena_alloc(cx->arena, sizeof(*v));

	v->cx = cx;
	v->kept = arena_new();
	return v;
}

void
verify_disclosures_end(struct verify_disclosures *v)
{
	arena_free(v->kept);
}

static const char *
kept(struct verify_disclosures *v, struct ctx *small, const struct event *ev,
    const char *fact)
{
	return arena_text(v->kept, event_get(small, ev, "fact", fact));
}

static void
add(struct verify_disclosures *v, struct ctx *small,
    const struct store_event *e, const struct event *ev, int64_t no)
{
	struct told *t = arena_alloc(v->kept, sizeof(*t));

	t->r = (struct store_verify_disclosure){ .dossier = e->dossier,
	    .no = no, .recorded = e->recorded, .actor = e->actor,
	    .disclosed = kept(v, small, ev, "disclosed"),
	    .receiver = kept(v, small, ev, "receiver"),
	    .address = kept(v, small, ev, "address"),
	    .what = kept(v, small, ev, "what"),
	    .way = kept(v, small, ev, "way"),
	    .ground = kept(v, small, ev, "ground"),
	    .consents = kept(v, small, ev, "consents"), .suspended = "",
	    .purpose = strtoll(event_get(small, ev, "fact", "purpose"),
	    NULL, 10),
	    .part2 = strtoll(event_get(small, ev, "fact", "part2"), NULL,
	    10) };
	t->next = v->told;
	v->told = t;
	v->n++;
}

void
verify_disclosures_event(struct verify_disclosures *v, struct ctx *small,
    const struct store_event *e)
{
	const struct event ev = { .kind = e->kind, .body = e->body };
	struct told *t;
	int64_t no;

	if (e->dossier == 0 || strncmp(e->kind, "disclosure.", 11) != 0)
		return;
	no = strtoll(event_get(small, &ev, "fact", "disclosure"), NULL, 10);
	if (strcmp(e->kind, "disclosure.made") == 0 ||
	    strcmp(e->kind, "disclosure.delivered") == 0) {
		add(v, small, e, &ev, no);
		return;
	}
	if (strcmp(e->kind, "disclosure.suspended") != 0)
		return;
	/* chains come one after the other: the list is searched little */
	for (t = v->told; t != NULL && t->r.dossier == e->dossier;
	    t = t->next)
		if (t->r.no == no)
			t->r.suspended = arena_text(v->kept, event_get(small,
			    &ev, "after", "suspended"));
}

static int
compare(const void *a, const void *b)
{
	const struct store_verify_disclosure *x =
	    &(*(struct told *const *)a)->r,
	    *y = &(*(struct told *const *)b)->r;

	if (x->dossier != y->dossier)
		return x->dossier < y->dossier ? -1 : 1;
	return x->no < y->no ? -1 : x->no > y->no;
}

static bool
same(const struct store_verify_disclosure *a,
    const struct store_verify_disclosure *b)
{
	return a->dossier == b->dossier && a->no == b->no &&
	    a->recorded == b->recorded && a->actor == b->actor &&
	    a->purpose == b->purpose && a->part2 == b->part2 &&
	    strcmp(a->disclosed, b->disclosed) == 0 &&
	    strcmp(a->receiver, b->receiver) == 0 &&
	    strcmp(a->address, b->address) == 0 &&
	    strcmp(a->what, b->what) == 0 && strcmp(a->way, b->way) == 0 &&
	    strcmp(a->ground, b->ground) == 0 &&
	    strcmp(a->consents, b->consents) == 0 &&
	    strcmp(a->suspended, b->suspended) == 0;
}

static bool
see(void *to, const struct store_verify_disclosure *r)
{
	struct verify_disclosures *v = to;

	if (v->at < v->n && same(r, &v->sorted[v->at]->r)) {
		v->at++;
		return true;
	}
	v->fault = arena_printf(v->cx->arena, _("%s: line %lld of the account "
	    "of disclosures is not as its history says."), r->number,
	    (long long)r->no);
	return false;
}

enum err
verify_disclosures_last(struct verify_disclosures *v, const char **fault)
{
	struct told *t;
	size_t i = 0;
	enum err e;

	v->sorted = arena_array(v->kept, v->n + 1, sizeof(*v->sorted));
	for (t = v->told; t != NULL; t = t->next)
		v->sorted[i++] = t;
	if (i > 0)
		qsort(v->sorted, i, sizeof(*v->sorted), compare);
	e = store_verify_disclosures(v->cx, see, v);
	if (e == OK && v->fault == NULL && v->at < v->n)
		v->fault = _("A line of the account of disclosures that the "
		    "history tells of is gone.");
	*fault = v->fault;
	return e;
}
