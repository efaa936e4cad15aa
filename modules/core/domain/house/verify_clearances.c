/* SPDX-License-Identifier: MIT */
/* Conflict checks against the log. */
#include "domain/house/verify_clearances.h"

#include <stdlib.h>
#include <string.h>

#include "base/count.h"
#include "domain/course/clearance.h"
#include "domain/spine/event_get.h"
#include "store/store_event.h"
#include "store/store_verify_clearances.h"
#include "text/message.h"

/* One event of one check. */
struct told {
	struct told *next;
	int64_t dossier;		/* in whose chain */
	int64_t order, actor, recorded;
	const char *number, *verb;	/* of "clearance.verb" */
	const char *sha256, *answer, *why;
	bool found;
};

struct verify_clearances {
	struct ctx *cx;
	struct arena *kept;
	struct told *told;	/* the newest first */
	struct told **sorted;	/* at the end, by number */
	size_t n;
	const char *fault;	/* the number of the first that differs */
};

struct verify_clearances *
verify_clearances_begin(struct ctx *cx)
{
	struct verify_clearances *v = arena_alloc(cx->arena, sizeof(*v));

	v->cx = cx;
	v->kept = arena_new();
	return v;
}

void
verify_clearances_end(struct verify_clearances *v)
{
	arena_free(v->kept);
}

void
verify_clearances_event(struct verify_clearances *v, struct ctx *small,
    const struct store_event *e)
{
	static const char ours[] = "clearance.";
	const struct event ev = { .kind = e->kind, .body = e->body };
	struct arena *a = v->kept;
	struct told *t;

	if (strncmp(e->kind, ours, sizeof(ours) - 1) != 0)
		return;
	t = arena_alloc(a, sizeof(*t));
	t->dossier = e->dossier;
	t->order = (int64_t)v->n++;
	t->actor = e->actor;
	t->recorded = e->recorded;
	t->verb = arena_text(a, e->kind + sizeof(ours) - 1);
	t->number = arena_text(a, event_get(small, &ev, "fact",
	    "clearance"));
	t->sha256 = arena_text(a, event_get(small, &ev, "fact", "sha256"));
	t->answer = arena_text(a, event_get(small, &ev, "fact", "answer"));
	t->why = arena_text(a, event_get(small, &ev, "why", ""));
	t->next = v->told;
	v->told = t;
}

static int
compare(const void *a, const void *b)
{
	const struct told *x = *(struct told *const *)a,
	    *y = *(struct told *const *)b;
	int c = strcmp(x->number, y->number);

	if (c != 0)
		return c;
	return x->order < y->order ? -1 : x->order > y->order;
}

static void
sort(struct verify_clearances *v)
{
	struct told *t;
	size_t i = 0;

	v->sorted = arena_array(v->kept, v->n + 1, sizeof(*v->sorted));
	for (t = v->told; t != NULL; t = t->next)
		v->sorted[i++] = t;
	if (i > 0)
		qsort(v->sorted, i, sizeof(*v->sorted), compare);
}

/* The first event of a check. */
static size_t
first_of(const struct verify_clearances *v, const char *number)
{
	size_t low = 0, high = v->n, mid;

	while (low < high) {
		mid = low + (high - low) / 2;
		if (strcmp(v->sorted[mid]->number, number) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static const char *
state_of(const struct told *t)
{
	static const char *const states[][2] = { { "cleared", "clear" },
	    { "waived", "waived" }, { "refused", "conflict" } };
	size_t i;

	for (i = 0; i < COUNT(states); i++)
		if (strcmp(states[i][0], t->verb) == 0)
			return states[i][1];
	return NULL;
}

/* What it says of itself is what one event told; what none told is not
 * there. */
static bool
fits(const struct store_verify_clearance *k, const struct told *t,
    const char *sum)
{
	const struct clearance *c = &k->c;
	const char *state = state_of(t);

	if (strcmp(t->verb, "made") == 0)
		return c->dossier == t->dossier && c->maker == t->actor &&
		    c->made == t->recorded &&
		    strcmp(t->sha256, c->sha256) == 0 &&
		    strcmp(t->sha256, sum) == 0;
	if (strcmp(t->verb, "asked") == 0)
		return c->asked == t->recorded && c->asker == t->actor;
	if (strcmp(t->verb, "answered") == 0)
		return c->answered == t->recorded &&
		    k->officer == t->actor &&
		    strcmp(c->remark, t->why) == 0 &&
		    (strcmp(c->answer, t->answer) == 0 ||
		    t->answer[0] == '\0');	/* once it was not told */
	return state != NULL && strcmp(c->state, state) == 0 &&
	    c->decided == t->recorded && k->decider == t->actor &&
	    strcmp(c->reason, t->why) == 0;
}

/* How many events such a row has. */
static size_t
wanted(const struct clearance *c)
{
	return 1 + (c->asked != 0) + (c->answered != 0) + (c->decided != 0 ||
	    strcmp(c->state, "open") != 0);
}

static bool
see(void *to, struct ctx *small, const struct store_verify_clearance *k)
{
	struct verify_clearances *v = to;
	const char *number = k->c.number, *sum = clearance_sum(small, &k->c);
	size_t i, n = 0;
	bool same = k->strays == 0;

	for (i = first_of(v, number); i < v->n &&
	    strcmp(v->sorted[i]->number, number) == 0; i++) {
		v->sorted[i]->found = true;
		same = same && fits(k, v->sorted[i], sum) &&
		    (n == 0) == (strcmp(v->sorted[i]->verb, "made") == 0);
		n++;
	}
	if (same && n == wanted(&k->c))
		return true;
	v->fault = arena_text(v->cx->arena, number);
	return false;
}

enum err
verify_clearances_last(struct verify_clearances *v, const char **fault)
{
	size_t i;
	enum err e;

	*fault = NULL;
	sort(v);
	if ((e = store_verify_clearances(v->cx, see, v)) != OK)
		return e;
	for (i = 0; i < v->n && v->fault == NULL; i++)
		if (!v->sorted[i]->found)
			v->fault = arena_text(v->cx->arena,
			    v->sorted[i]->number);
	if (v->fault != NULL)
		*fault = arena_printf(v->cx->arena, _("Conflict check %s is "
		    "not as its history says."), v->fault);
	return OK;
}
