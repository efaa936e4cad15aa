/* SPDX-License-Identifier: MIT */
/* Plans that nobody would draw, and events in any order: no instance ever
 * comes into a state that the standard forbids. */
#include <stdlib.h>

#include "check.h"
#include "cmmn_play.h"
#include "rules/cmmn/cmmn_life.h"

static unsigned int seed;
static int games, events, accepted, endless, changes;

static int
pick(int n)
{
	seed = seed * 1103515245U + 12345U;
	return (int)((seed >> 16) % (unsigned int)n);
}

/* Plans. Items are i0, i1 ..., sentries s0 ... of any items at all. */

struct drawing {
	struct arena *a;
	int items, sentries;
};

#define ITEMS 14

static const char *
sentry(struct drawing *d, const char **id)
{
	static const char *const words[] = {
		"create", "enable", "disable", "reenable", "start",
		"manualStart", "suspend", "resume", "reactivate", "fault",
		"complete", "terminate", "exit", "parentSuspend",
		"parentResume", "parentTerminate", "occur"
	};
	const char *s = "";
	int n = pick(3), i;

	for (i = 0; i < n; i++)
		s = arena_printf(d->a, "%s<planItemOnPart sourceRef='i%d'>"
		    "<standardEvent>%s</standardEvent></planItemOnPart>", s,
		    pick(ITEMS), pick(2) == 0 ? pick(2) == 0 ? "complete" :
		    "occur" : words[pick(17)]);
	if (n == 0 || pick(3) == 0)
		s = arena_printf(d->a, "%s<ifPart><condition>%s</condition>"
		    "</ifPart>", s, pick(2) == 0 ? "x" : "y &gt; 3");
	*id = arena_printf(d->a, "s%d", d->sentries++);
	return arena_printf(d->a, "<sentry id='%s'>%s</sentry>", *id, s);
}

static const char *
rules(struct drawing *d)
{
	static const char *const names[] = {
		"repetition", "required", "manualActivation"
	};
	static const char *const says[] = { "true", "x", "y &gt; 5" };
	const char *s = "";
	int i;

	for (i = 0; i < 3; i++)
		if (pick(4) == 0)
			s = arena_printf(d->a, "%s<%sRule><condition>%s"
			    "</condition></%sRule>", s, names[i],
			    says[pick(3)], names[i]);
	return s[0] == '\0' ? s : arena_printf(d->a,
	    "<itemControl>%s</itemControl>", s);
}

static const char	*table(struct drawing *);

static const char *
stage(struct drawing *d, int depth)
{
	static const char *const kinds[] = {
		"humanTask", "task", "milestone", "userEventListener",
		"timerEventListener", "stage"
	};
	static const char *const timers[] = {
		"PT1H", "R2/P1D", "R/PT5H", "\"P1M\"", "2026-11-26"
	};
	const char *items = "", *sentries = "", *definitions = "", *id;
	const char *s, *in;
	int n = (depth == 0 ? 3 : 1) + pick(4), kind, i, me;

	for (i = 0; i < n && d->items < ITEMS; i++) {
		me = d->items++;
		kind = pick(depth < 3 ? 7 : 5);
		if (kind > 5)
			kind = 5;
		in = kind < 3 || kind == 5 ? rules(d) : "";
		while ((kind < 3 || kind == 5) && pick(2) == 0) {
			s = sentry(d, &id);
			in = arena_printf(d->a, "%s<entryCriterion "
			    "id='c%s' sentryRef='%s'/>", in, id, id);
			sentries = arena_printf(d->a, "%s%s", sentries, s);
		}
		if ((kind < 2 || kind == 5) && pick(3) == 0) {
			s = sentry(d, &id);
			in = arena_printf(d->a, "%s<exitCriterion "
			    "id='c%s' sentryRef='%s'/>", in, id, id);
			sentries = arena_printf(d->a, "%s%s", sentries, s);
		}
		items = arena_printf(d->a, "%s<planItem id='i%d' "
		    "definitionRef='d%d'>%s</planItem>", items, me, me, in);
		definitions = arena_printf(d->a, "%s<%s id='d%d'%s>%s</%s>",
		    definitions, kinds[kind], me, kind < 2 && pick(4) == 0 ?
		    " isBlocking='false'" : kind == 5 && pick(2) == 0 ?
		    " autoComplete='true'" : "", kind == 4 ? arena_printf(
		    d->a, "<timerExpression>%s</timerExpression>",
		    timers[pick(5)]) : kind == 5 ? stage(d, depth + 1) : "",
		    kinds[kind]);
	}
	return arena_printf(d->a, "%s%s%s%s", items, sentries,
	    pick(3) == 0 ? table(d) : "", definitions);
}

/* Its item's definition stands beside: any task of the plan. */
static const char *
table(struct drawing *d)
{
	int me = d->items++;

	return arena_printf(d->a, "<planningTable><discretionaryItem "
	    "id='i%d' definitionRef='t%d'>%s</discretionaryItem>"
	    "</planningTable><humanTask id='t%d'/>", me, me, rules(d), me);
}

/* An instance in words, with all that is kept of it. */
static const char *
written(const struct play *p, const struct cmmn_instance *in)
{
	const struct cmmn_item *i;
	const struct cmmn_mark *m;
	const char *s = arena_printf(p->arena, "%d", (int)in->last);

	for (i = in->items; i != NULL; i = i->next)
		s = arena_printf(p->arena, "%s\n%d<%d %s %s %s %d%d r%d "
		    "since %lld rings %lld %lld %s %d", s, (int)i->no,
		    (int)i->parent, i->use == NULL ? i->name : i->use->id,
		    cmmn_state_word(i->state), cmmn_state_word(i->before),
		    i->required, i->discretionary, (int)i->round,
		    (long long)i->since, (long long)i->rings,
		    (long long)i->rounds_left, i->cycle, i->changed);
	for (m = in->marks; m != NULL; m = m->next)
		s = arena_printf(p->arena, "%s\nmark %d %s %zu %d", s,
		    (int)m->item, m->criterion, m->part, (int)m->by);
	return s;
}

static struct cmmn_instance
copied(const struct play *p, const struct cmmn_instance *in)
{
	struct cmmn_instance out = { .last = in->last };
	struct cmmn_item **end = &out.items;
	struct cmmn_mark **mark = &out.marks;
	const struct cmmn_item *i;
	const struct cmmn_mark *m;

	for (i = in->items; i != NULL; i = i->next, end = &(*end)->next) {
		*end = arena_copy(p->arena, i, sizeof(*i));
		(*end)->next = NULL;
	}
	for (m = in->marks; m != NULL; m = m->next, mark = &(*mark)->next) {
		*mark = arena_copy(p->arena, m, sizeof(*m));
		(*mark)->next = NULL;
	}
	return out;
}

/* What happens: an event that can be made twice. */
struct act {
	int kind, transition;
	int64_t item;
	const char *use;
};

static enum cmmn_refusal
make(struct play *p, const struct act *a)
{
	int64_t ignored;

	switch (a->kind) {
	case 0:
		return cmmn_begin(play_run(p));
	case 1:
		return cmmn_data(play_run(p));
	case 2:
		return cmmn_ring(play_run(p));
	case 3:
		return cmmn_plan(play_run(p), a->item, a->use, &ignored);
	case 4:
		return cmmn_add(play_run(p), a->item, a->transition % 2 ==
		    0 ? CMMN_STAGE : CMMN_HUMAN_TASK, "free",
		    a->transition % 3 == 0, &ignored);
	case 5:
		return cmmn_repeat(play_run(p), a->item, &ignored);
	default:
		return cmmn_do(play_run(p), a->item,
		    (enum cmmn_transition)a->transition);
	}
}

static bool
is_open(const struct cmmn_item *i)
{
	return !cmmn_is_over(i->state) && i->state != CMMN_FAILED;
}

/* What the standard forbids. */
static const char *
forbidden(const struct play *p, const struct cmmn_item *i)
{
	const struct cmmn_item *parent = cmmn_item(&p->instance, i->parent);
	const struct cmmn_item *k;
	enum cmmn_life life = cmmn_life_of(i);

	if (i->parent == 0)
		return NULL;
	if (parent == NULL || parent->no >= i->no)
		return "it stands nowhere";
	if (life == CMMN_LIFE_MOMENT && (i->state == CMMN_ACTIVE ||
	    i->state == CMMN_ENABLED || i->state == CMMN_DISABLED ||
	    i->state == CMMN_FAILED))
		return "no state of its kind";
	if (i->state == CMMN_NONE || i->state == CMMN_CLOSED)
		return "no state at all";
	if (parent->state != CMMN_ACTIVE && (i->state == CMMN_ACTIVE ||
	    i->state == CMMN_ENABLED || i->state == CMMN_AVAILABLE))
		return "alive in a stage that is not active";
	if ((parent->state == CMMN_COMPLETED || parent->state ==
	    CMMN_TERMINATED || parent->state == CMMN_CLOSED) && is_open(i))
		return "open in a stage that has ended";
	if (i->before != CMMN_NONE && i->state != CMMN_SUSPENDED)
		return "history without being suspended";
	if (i->before != CMMN_NONE && parent->state == CMMN_ACTIVE)
		return "suspended with a stage that is not";
	for (k = i->next; k != NULL; k = k->next)
		if (k->parent == i->parent && k->use == i->use &&
		    k->use != NULL && k->round <= i->round)
			return "its round did not count up";
	return NULL;
}

static bool
whole(const struct play *p)
{
	const struct cmmn_item *i;
	const struct cmmn_mark *m;
	const char *why;
	int64_t no = 0;

	for (i = p->instance.items; i != NULL; i = i->next) {
		if (i->no != ++no)
			printf("# items are not in order\n");
		if ((why = forbidden(p, i)) != NULL) {
			printf("# item %d (%s): %s\n", (int)i->no,
			    i->use == NULL ? i->name : i->use->id, why);
			return false;
		}
	}
	for (m = p->instance.marks; m != NULL; m = m->next) {
		i = cmmn_item(&p->instance, m->item);
		if (i == NULL || i->state == CMMN_COMPLETED ||
		    i->state == CMMN_TERMINATED) {
			printf("# a mark of an item that has ended\n");
			return false;
		}
	}
	return no == p->instance.last;
}

/* The changes alone lead from what was to what is, each an arrow. */
static bool
replayed(struct play *p, struct cmmn_instance was)
{
	const struct cmmn_change *c;
	const struct cmmn_item *now;
	struct cmmn_item *i, **end;

	for (c = p->run.changes; c != NULL; c = c->next, changes++) {
		for (end = &was.items; *end != NULL && (*end)->no != c->item;
		    end = &(*end)->next)
			;
		if (*end == NULL) {
			now = cmmn_item(&p->instance, c->item);
			i = arena_copy(p->arena, now, sizeof(*now));
			i->next = NULL;
			i->state = CMMN_NONE;
			i->before = CMMN_NONE;
			*end = i;
		}
		i = *end;
		if (i->state != c->from || cmmn_life_to(cmmn_life_of(i),
		    c->transition, c->from, i->before) != c->to)
			return false;
		i->before = c->to == CMMN_SUSPENDED && c->because ==
		    CMMN_BY_PARENT ? c->from : CMMN_NONE;
		i->state = c->to;
	}
	for (now = p->instance.items, i = was.items; now != NULL && i != NULL;
	    now = now->next, i = i->next)
		if (now->state != i->state || now->before != i->before)
			return false;
	return now == NULL && i == NULL;
}

/* A stage that somebody completed had nothing required open. */
static bool
nothing_required_was_left(const struct play *p)
{
	const struct cmmn_change *c, *d;
	const struct cmmn_item *i;

	for (c = p->run.changes; c != NULL; c = c->next) {
		if (c->transition != CMMN_COMPLETE)
			continue;
		for (d = c->next; d != NULL; d = d->next) {
			i = cmmn_item(&p->instance, d->item);
			if (d->because == CMMN_BY_PARENT && d->cause ==
			    c->item && (d->from == CMMN_ACTIVE ||
			    i->required))
				return false;
		}
	}
	return true;
}

/* Mostly what may be done; of what is still open, a few at random. */
static void
likely(struct play *p, struct act *a)
{
	const struct cmmn_item *i, *chosen = NULL;
	unsigned int may;
	int n = 0;

	for (i = p->instance.items; i != NULL; i = i->next)
		if (i->parent != 0 && !cmmn_is_over(i->state) &&
		    pick(++n) == 0)
			chosen = i;
	if (chosen == NULL)
		return;
	may = cmmn_may(play_run(p), chosen);
	if (may == 0)
		return;
	a->kind = 12;
	a->item = chosen->no;
	do
		a->transition = 1 + pick(CMMN_CLOSE);
	while ((may & 1U << a->transition) == 0);
}

static int
times(const struct cmmn_change *c, int64_t item)
{
	int n = 0;

	for (; c != NULL; c = c->next)
		n += c->item == item;
	return n;
}

/* Held and taken up again: everything that nothing else happened to is as it
 * was. It leaves the instance as it found it. */
static void
hold_and_go_on(struct play *p)
{
	struct cmmn_instance was = copied(p, &p->instance);
	const struct cmmn_change *held;
	const struct cmmn_item *i, *now;

	if (was.items == NULL || was.items->state != CMMN_ACTIVE)
		return;
	if (cmmn_do(play_run(p), 1, CMMN_SUSPEND) == CMMN_OK) {
		held = p->run.changes;
		if (cmmn_do(play_run(p), 1, CMMN_REACTIVATE) == CMMN_OK)
			for (i = was.items; i != NULL; i = i->next) {
				now = cmmn_item(&p->instance, i->no);
				if (times(held, i->no) == 1 &&
				    times(p->run.changes, i->no) == 1)
					CHECK(now->state == i->state &&
					    now->before == i->before);
			}
	}
	p->instance = was;
}

static void
one_event(struct play *p)
{
	struct cmmn_instance was = copied(p, &p->instance);
	const char *before = written(p, &p->instance), *after;
	struct act a = {
		.kind = p->instance.items == NULL ? 0 : pick(12),
		.transition = 1 + pick(CMMN_CLOSE),
		.item = 1 + pick((int)p->instance.last + 2),
		.use = arena_printf(p->arena, "i%d", pick(ITEMS + 4))
	};
	enum cmmn_refusal got;

	if (a.kind > 5 && pick(5) > 0)
		likely(p, &a);
	if (pick(3) == 0)
		play_flag(p, 'x', pick(2) == 0);
	if (pick(3) == 0)
		play_number(p, 'y', pick(9));
	p->now += pick(20000);
	hold_and_go_on(p);
	got = make(p, &a);
	events++;
	accepted += got == CMMN_OK;
	endless += got == CMMN_ENDLESS;
	CHECK(whole(p));
	if (got != CMMN_OK) {
		CHECK_TEXT(written(p, &p->instance), before);
		CHECK(p->run.changes == NULL);
		return;
	}
	CHECK(replayed(p, copied(p, &was)));
	CHECK(nothing_required_was_left(p));
	after = written(p, &p->instance);
	p->instance = was;
	CHECK(make(p, &a) == CMMN_OK);
	CHECK_TEXT(written(p, &p->instance), after);
}

static void
one_game(unsigned int of)
{
	struct drawing d = { .a = arena_new() };
	struct play *p;
	const char *plan;
	int i;

	seed = of * 7919U + 1;
	plan = stage(&d, 0);
	p = play_new(pick(2) == 0 ? "autoComplete='true'" : "", plan, "");
	for (i = 0; i < 40 && check_ok && p->instance.last < 400; i++)
		one_event(p);
	if (!check_ok)
		printf("# game %u: %s\n", of, plan);
	games++;
	play_end(p);
	arena_free(d.a);
}

static void
no_instance_comes_where_the_standard_forbids(void)
{
	int n = getenv("TESTS_QUICK") == NULL ? 1000 : 300, i;

	for (i = 0; i < n && check_ok; i++)
		one_game((unsigned int)i);
	printf("# %d plans, %d events, %d accepted with %d changes, "
	    "%d in circles\n", games, events, accepted, changes, endless);
}

int
main(void)
{
	RUN(no_instance_comes_where_the_standard_forbids);
	return DONE;
}
