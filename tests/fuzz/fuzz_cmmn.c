/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as a case plan: it is read and compiled with faults, or without,
 * and examined; its cases begin, things happen to whatever is there, and every
 * event comes to an end with the plan in order.
 */
#include "fuzz/replay.h"
#include "rules/cmmn/cmmn.h"
#include "xml/xml_cmmn.h"

#define EVENTS 40
#define ITEMS 2000		/* a case with more has shown enough */

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

struct play {
	struct arena *arena;
	const struct cmmn_case *of;
	struct cmmn *plan;
	struct cmmn_instance instance;
	struct feel_scope scope;
	struct feel_frame frame;
	int64_t now;
	uint32_t dice;
};

static uint32_t
dice(struct play *p, uint32_t n)
{
	p->dice = p->dice * 1103515245U + 12345U;
	return n == 0 ? 0 : (p->dice >> 16) % n;
}

static void
prepare(struct play *p, struct cmmn_run *run, struct feel_eval *ev)
{
	feel_eval_start(ev, p->arena, p->now, "Europe/Zurich");
	ev->steps = 20000;
	ev->bytes = arena_size(p->arena) + (8U << 20);
	cmmn_run_start(run, p->plan, &p->instance, ev, &p->frame);
}

/* Numbers count up, every item stands in one before it that is a stage. */
static size_t
look(const struct play *p)
{
	const struct cmmn_item *i, *in;
	int64_t before = 0;
	size_t n = 0;

	for (i = p->instance.items; i != NULL; i = i->next) {
		if (i->no <= before || i->parent >= i->no ||
		    i->state == CMMN_NONE || i->name == NULL)
			abort();
		in = cmmn_item(&p->instance, i->parent);
		if (i->no > 1 && (in == NULL || in->kind != CMMN_STAGE))
			abort();
		before = i->no;
		n++;
	}
	return n;
}

static const struct cmmn_item *
any(struct play *p, size_t n)
{
	const struct cmmn_item *i = p->instance.items;
	uint32_t at = dice(p, (uint32_t)n);

	while (at-- > 0 && i != NULL)
		i = i->next;
	return i;
}

static void
happen(struct play *p, size_t n)
{
	const struct cmmn_item *i = any(p, n);
	const struct cmmn_offer *o;
	struct cmmn_run run;
	struct feel_eval ev;
	int64_t made;

	p->now += dice(p, 40000);
	prepare(p, &run, &ev);
	(void)cmmn_waits(&run, i);
	(void)cmmn_missing(&run, i->no);
	switch (dice(p, 8)) {
	case 0:
		(void)cmmn_ring(&run);
		break;
	case 1:
		if (p->of->file != NULL)
			(void)cmmn_file(&run, p->of->file, CMMN_FILE_CREATE +
			    dice(p, 8));
		break;
	case 2:
		(void)cmmn_data(&run);
		break;
	case 3:
		if ((o = cmmn_offers(&run)) != NULL)
			(void)cmmn_plan(&run, o->parent, o->use->id, &made);
		break;
	case 4:
		(void)cmmn_add(&run, i->no, CMMN_HUMAN_TASK, "more", false,
		    &made);
		break;
	default:
		(void)cmmn_do(&run, i->no, CMMN_CREATE + dice(p, CMMN_CLOSE));
	}
}

static void
play(struct arena *a, const struct cmmn_model *m, const struct cmmn_case *c,
    uint32_t seed, struct cmmn_fault **faults)
{
	struct play p = { .arena = a, .of = c, .now = 1795521600,
	    .dice = seed };
	const struct cmmn_word *w;
	struct feel_member *names;
	struct cmmn_run run;
	struct feel_eval ev;
	size_t n, k;

	for (w = m->variables; w != NULL; w = w->next)
		p.scope.n++;
	names = arena_array(a, p.scope.n + 1, sizeof(*names));
	for (k = 0, w = m->variables; w != NULL; w = w->next)
		names[k++].name = feel_value_text(w->name).string;
	p.scope.names = names;
	p.frame.values = arena_array(a, p.scope.n + 1,
	    sizeof(struct feel_value));
	p.plan = cmmn_compile(a, m->file, c, &p.scope, faults);
	cmmn_check(a, m->file, c, faults);
	prepare(&p, &run, &ev);
	if (cmmn_begin(&run) != CMMN_OK)
		return;
	for (k = 0; k < EVENTS && (n = look(&p)) < ITEMS; k++)
		happen(&p, n);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct cmmn_fault *faults = NULL;
	const struct cmmn_case *c;
	struct cmmn_model *m;
	uint32_t seed = (uint32_t)size;
	size_t i;

	for (i = 0; i < size; i += 7)
		seed = seed * 31 + data[i];
	m = xml_cmmn_read(a, "any.cmmn", (const char *)data, size, &faults);
	if (m == NULL && faults == NULL)
		abort();
	for (c = m == NULL ? NULL : m->cases; c != NULL; c = c->next)
		if (c->plan != NULL)
			play(a, m, c, seed, &faults);
	arena_free(a);
	return 0;
}

#ifndef LIBFUZZER
static void
any_plan_is_refused_or_runs(void)
{
	CHECK(replay("cmmn", 200, LLVMFuzzerTestOneInput) > 15);
}

int
main(void)
{
	RUN(any_plan_is_refused_or_runs);
	return DONE;
}
#endif
