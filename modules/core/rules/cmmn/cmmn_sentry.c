/* SPDX-License-Identifier: MIT */
/* 8.5 Sentries: what was heard is kept until all of it happened. */
#include "rules/cmmn/cmmn_sentry.h"

#include <stdlib.h>
#include <string.h>

#include "rules/cmmn/cmmn_code.h"
#include "rules/cmmn/cmmn_life.h"
#include "rules/cmmn/cmmn_rule.h"
#include "rules/cmmn/cmmn_stage.h"
#include "rules/cmmn/cmmn_timer.h"

struct ready {			/* a criterion that this may have completed */
	struct cmmn_live *live;
	const struct cmmn_gate *gate;
};
struct readies {
	struct ready *of;
	size_t n, room;
};

static const struct cmmn_met *
met(const struct cmmn_live *l, const struct cmmn_gate *g)
{
	return l->met == NULL ? NULL : l->met[g->number];
}

static bool
all_happened(const struct cmmn_live *l, const struct cmmn_gate *g)
{
	const struct cmmn_met *m = met(l, g);

	return g->n_on == 0 || (m != NULL && m->n == g->n_on);
}

/* by: the item, or 0 of the case file. */
static void
note(struct cmmn_work *w, struct cmmn_live *l, const struct cmmn_gate *g,
    size_t part, int64_t by)
{
	struct arena *a = w->run->arena;
	struct cmmn_met *m;

	if (l->met == NULL)
		l->met = arena_array(a, l->node->n_exits +
		    l->node->n_entries, sizeof(*l->met));
	m = l->met[g->number];
	if (m == NULL) {
		m = l->met[g->number] = arena_alloc(a, sizeof(*m));
		m->parts = arena_array(a, g->n_on, sizeof(*m->parts));
	}
	if (m->parts[part].happened)
		return;
	m->parts[part].happened = true;
	m->parts[part].by = m->last = by;
	m->n++;
	w->marked = true;
}

static const struct cmmn_gate *
called(const struct cmmn_gate *g, size_t n, const char *name)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (strcmp(g[i].name, name) == 0)
			return &g[i];
	return NULL;
}

void
cmmn_sentry_remember(struct cmmn_work *w, const struct cmmn_mark *mark)
{
	struct cmmn_live *l = cmmn_run_live(w, mark->item);
	const struct cmmn_node *n = l == NULL ? NULL : l->node;
	const struct cmmn_gate *g;

	if (n == NULL || cmmn_life_ended(l->item->state))
		return;
	g = called(n->exits, n->n_exits, mark->criterion);
	if (g == NULL)
		g = called(n->entries, n->n_entries, mark->criterion);
	if (g != NULL && mark->part < g->n_on)
		note(w, l, g, mark->part, mark->by);
}

static struct cmmn_mark **
keep(struct cmmn_work *w, const struct cmmn_live *l,
    const struct cmmn_gate *g, size_t n, struct cmmn_mark **end)
{
	const struct cmmn_met *m;
	size_t i, k;

	for (i = 0; i < n; i++) {
		m = met(l, &g[i]);
		for (k = 0; m != NULL && k < g[i].n_on; k++) {
			if (!m->parts[k].happened)
				continue;
			*end = arena_alloc(w->run->arena, sizeof(**end));
			(*end)->item = l->item->no;
			(*end)->criterion = g[i].name;
			(*end)->part = k;
			(*end)->by = m->parts[k].by;
			end = &(*end)->next;
		}
	}
	return end;
}

struct cmmn_mark **
cmmn_sentry_keep(struct cmmn_work *w, const struct cmmn_live *l,
    struct cmmn_mark **end)
{
	if (l->met == NULL)
		return end;
	end = keep(w, l, l->node->exits, l->node->n_exits, end);
	return keep(w, l, l->node->entries, l->node->n_entries, end);
}

/* Does it still listen? What is suspended keeps what happens meanwhile. */
static bool
listens(const struct cmmn_live *l, const struct cmmn_gate *g)
{
	const struct cmmn_item *i = l->item;

	if (cmmn_life_ended(i->state))
		return false;
	return g->exit || i->state == CMMN_AVAILABLE ||
	    (i->state == CMMN_SUSPENDED && (i->before == CMMN_AVAILABLE ||
	    cmmn_life_of(i) == CMMN_LIFE_MOMENT));
}

/*
 * A stage that repeats has its items once for each round: a criterion in one
 * round does not hear the items of another. Going up from both to where they
 * meet, the two on the way must not be rounds of the same stage. A round that
 * is still to begin hears those before it.
 */
static bool
in_scope(const struct cmmn_live *l, const struct cmmn_gate *gate,
    const struct cmmn_live *source)
{
	const struct cmmn_live *a = l, *b = source, *top_a = NULL,
	    *top_b = NULL;

	while (a != b && a != NULL && b != NULL) {
		if (a->depth >= b->depth) {
			if (a->depth == b->depth) {
				top_b = b;
				b = b->parent;
			}
			top_a = a;
			a = a->parent;
		} else {
			top_b = b;
			b = b->parent;
		}
	}
	return top_a == NULL || top_b == NULL || top_b == source ||
	    (top_a == l && !gate->exit) || top_a->node == NULL ||
	    top_b->node == NULL ||
	    top_a->node->definition != top_b->node->definition;
}

static void
add_ready(struct cmmn_work *w, struct readies *r, struct cmmn_live *l,
    const struct cmmn_gate *g)
{
	struct ready *more;

	if (r->n == r->room) {
		r->room = r->room * 2 + 8;
		more = arena_array(w->run->arena, r->room, sizeof(*more));
		if (r->n > 0)
			memcpy(more, r->of, r->n * sizeof(*more));
		r->of = more;
	}
	r->of[r->n++] = (struct ready){ l, g };
}

/* Those of one node that listen; source NULL: the case file. */
static void
tell(struct cmmn_work *w, const struct cmmn_ear *e,
    const struct cmmn_live *source, struct readies *out)
{
	struct cmmn_live **at = &w->of_node[e->gate->owner->number], *l;

	while ((l = *at) != NULL && cmmn_run_pay(w)) {
		if (cmmn_life_ended(l->item->state)) {
			*at = l->same;
			continue;
		}
		at = &l->same;
		if (source != NULL && !in_scope(l, e->gate, source))
			continue;
		if (e->gate->criterion == NULL) {
			cmmn_timer_set(w, l);
		} else if (listens(l, e->gate)) {
			note(w, l, e->gate, e->part, source == NULL ? 0 :
			    source->item->no);
			if (all_happened(l, e->gate))
				add_ready(w, out, l, e->gate);
		}
	}
}

static int
exits_first(const void *a, const void *b)
{
	const struct ready *x = a, *y = b;

	if (x->gate->exit != y->gate->exit)
		return x->gate->exit ? -1 : 1;
	if (x->live != y->live)
		return x->live->item->no < y->live->item->no ? -1 : 1;
	return x->gate->number < y->gate->number ? -1 :
	    x->gate->number > y->gate->number;
}

static bool
exit_now(struct cmmn_work *w, struct cmmn_live *l, struct cmmn_cause why)
{
	return cmmn_stage_make(w, l, cmmn_life_of(l->item) ==
	    CMMN_LIFE_WORK ? CMMN_EXIT : CMMN_TERMINATE, why);
}

/* True: it held, and something happened. */
static bool
fire(struct cmmn_work *w, struct cmmn_live *l, const struct cmmn_gate *g)
{
	struct cmmn_cause why = { CMMN_BY_CRITERION, g, 0 };
	const struct cmmn_met *m = met(l, g);
	const struct cmmn_item *i = l->item;

	if (g->dead || !listens(l, g) || !all_happened(l, g))
		return false;
	/* 5.4.11 Only an event begins another round. */
	if (!g->exit && g->n_on == 0 && i->round > 1 &&
	    l->node->on_entry && l->node->repetition != NULL)
		return false;
	if (!cmmn_code_holds(w, g->condition, true))
		return false;
	why.item = m == NULL ? 0 : m->last;
	if (g->exit)
		return exit_now(w, l, why);
	if (i->state != CMMN_AVAILABLE || l->parent == NULL ||
	    l->parent->item->state != CMMN_ACTIVE)
		return false;
	cmmn_rule_enter(w, l, why);
	return true;
}

static void
fire_all(struct cmmn_work *w, struct readies *r)
{
	size_t i;

	if (r->n > 1)
		qsort(r->of, r->n, sizeof(*r->of), exits_first);
	for (i = 0; i < r->n && !w->endless; i++)
		fire(w, r->of[i].live, r->of[i].gate);
}

void
cmmn_sentry_hear(struct cmmn_work *w, const struct cmmn_event *event)
{
	struct readies r = { NULL, 0, 0 };
	const struct cmmn_ear *e;

	if (event->live->node == NULL)
		return;
	for (e = event->live->node->ears; e != NULL; e = e->next)
		if (e->event == event->transition &&
		    (e->by == NULL || e->by == event->by))
			tell(w, e, event->live, &r);
	fire_all(w, &r);
}

void
cmmn_sentry_hear_file(struct cmmn_work *w, const struct cmmn_file_item *i,
    enum cmmn_transition t)
{
	struct readies r = { NULL, 0, 0 };
	const struct cmmn_ear *e;

	for (e = cmmn_compile_ears(w->run->plan, i); e != NULL; e = e->next)
		if (e->event == t)
			tell(w, e, NULL, &r);
	fire_all(w, &r);
}

static bool
is_listener(const struct cmmn_item *i)
{
	return cmmn_life_of(i) == CMMN_LIFE_MOMENT &&
	    i->kind != CMMN_MILESTONE;
}

void
cmmn_sentry_look(struct cmmn_work *w, struct cmmn_live *l)
{
	const struct cmmn_node *n = l->node;
	size_t i;

	if (n == NULL)
		return;
	for (i = 0; i < n->n_exits; i++)
		if (fire(w, l, &n->exits[i]))
			return;
	if (l->item->state != CMMN_AVAILABLE || l->parent == NULL ||
	    l->parent->item->state != CMMN_ACTIVE || is_listener(l->item))
		return;
	if (n->n_entries == 0)
		cmmn_rule_enter(w, l, (struct cmmn_cause){ l->item->round > 1 ?
		    CMMN_BY_REPETITION : CMMN_BY_START, NULL,
		    l->item->parent });
	for (i = 0; i < n->n_entries; i++)
		if (fire(w, l, &n->entries[i]))
			return;
}

void
cmmn_sentry_look_all(struct cmmn_work *w)
{
	size_t n = w->n, i;
	struct cmmn_live *l;

	for (i = 0; i < n && !w->endless; i++) {
		l = w->by_no[i];
		if (l != NULL && l->node != NULL && l->node->conditional &&
		    !cmmn_life_ended(l->item->state))
			cmmn_sentry_look(w, l);
	}
}

void
cmmn_sentry_forget(struct cmmn_work *w, struct cmmn_live *l,
    bool entries_only)
{
	size_t n = l->node->n_exits + l->node->n_entries;
	size_t i = entries_only ? l->node->n_exits : 0;

	for (; i < n; i++)
		l->met[i] = NULL;
	w->marked = true;
}

struct cmmn_reason *
cmmn_sentry_reasons(struct cmmn_work *w, const struct cmmn_live *l,
    const struct cmmn_gate *g)
{
	const struct cmmn_sentry *s = g->criterion->sentry;
	struct cmmn_reason *first = NULL, **end = &first;
	const struct cmmn_on_part *on;
	const struct cmmn_met *m = met(l, g);
	size_t part = 0;

	for (on = s == NULL ? NULL : s->on; on != NULL; on = on->next, part++) {
		*end = arena_alloc(w->run->arena, sizeof(**end));
		(*end)->on = on;
		if (m != NULL) {
			(*end)->item = m->parts[part].by;
			(*end)->held = m->parts[part].happened;
		}
		(*end)->note = "";
		end = &(*end)->next;
	}
	if (g->condition != NULL)
		*end = cmmn_code_reason(w, g->condition);
	return first;
}
