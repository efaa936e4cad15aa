/* SPDX-License-Identifier: MIT */
/* Plans as time goes by: which dossiers, and one at a time. */
#include "domain/house/plan_clock.h"

#include "base/config.h"
#include "base/day.h"
#include "base/monotonic.h"
#include "domain/course/plan.h"
#include "domain/course/plan_answer.h"
#include "domain/spine/work.h"
#include "store/store_plan_call.h"
#include "store/store_plan_clock.h"
#include "text/message.h"

#define BATCH 100
#define LONGEST 60000		/* milliseconds of a run */
#define RINGING 40000		/* of these, where calls wait as well */
#define TRIES 4
#define CLAIM 600		/* seconds that a claim holds */
#define KEPT (90 * DAY)	/* answered calls */

struct clocking {
	struct ctx *cx;
	const struct clock_run *run;
	struct plan_clock_report *out;
	int64_t until;		/* of the monotonic clock */
	int64_t ringing;	/* until then timers have the time */
};

static bool
held(struct clocking *k, enum err *e)
{
	if (clock_held(k->cx, k->run))
		return true;
	*e = refuse(k->cx, ERR_BUSY, "%s", _("Another host has the clock."));
	return false;
}

/* *why: it rang, and what it said to that. */
static enum err
ring(struct clocking *k, int64_t id, const char **why)
{
	struct dossier *d;
	bool still = false;
	enum err e;

	if ((e = work_begin(k->cx, WORK_WRITE)) != OK || !held(k, &e) ||
	    (e = clock_dossier(k->cx, id, &d)) != OK || d == NULL ||
	    (e = plan_ring(k->cx, d)) != OK ||
	    (e = store_plan_clock_due(k->cx, d, &still)) != OK ||
	    (!still && (e = store_plan_clock_calm(k->cx, id)) != OK))
		return e;
	if (still)
		*why = _("A time has come, and the plan takes no note of "
		    "it.");
	return work_commit(k->cx);
}

/* What went wrong is kept, and the others go on. */
static enum err
note(struct clocking *k, int64_t id, const char *why)
{
	enum err e;

	k->out->failed++;
	k->out->why = why;
	if ((e = work_begin(k->cx, WORK_WRITE)) == OK && held(k, &e) &&
	    (e = store_plan_clock_trouble(k->cx, id, why)) == OK)
		e = work_commit(k->cx);
	work_undo(k->cx);
	return e;
}

/* A refusal is the reason; what the store cannot do now, it can later. */
static const char *
reason(struct ctx *cx, enum err e)
{
	if (e == OK || e == ERR_BUSY)
		return NULL;
	return cx->why != NULL ? cx->why :
	    _("The plan does not go on; the log says more.");
}

static enum err
ring_one(struct clocking *k, int64_t id)
{
	const char *why = NULL;
	enum err e = OK;
	int i;

	for (i = 0; i < TRIES; i++) {
		k->cx->why = NULL;
		k->cx->mistakes = NULL;
		e = ring(k, id, &why);
		work_undo(k->cx);
		if (e != ERR_BUSY)
			break;
	}
	if (why == NULL)
		why = reason(k->cx, e);
	if (why != NULL)
		return note(k, id, why);
	k->out->rang += e == OK;
	return e;
}

/* The longest waiting first; who fails is not among the next ones. */
static enum err
ring_all(struct clocking *k)
{
	int64_t ids[BATCH];
	bool more = true;
	enum err e = OK;
	int i, n = 0;

	while (e == OK && more) {
		if ((e = work_begin(k->cx, WORK_READ)) == OK)
			e = store_plan_clock_rings(k->cx, ids, BATCH, &n,
			    &more);
		work_undo(k->cx);
		for (i = 0; i < n && e == OK; i++) {
			if (monotonic_ms() >= k->ringing)
				return OK;
			e = ring_one(k, ids[i]);
		}
	}
	return e;
}

/* NULL: none is due. */
static enum err
claim(struct clocking *k, struct store_plan_call **out)
{
	enum err e;

	if ((e = work_begin(k->cx, WORK_WRITE)) == OK && held(k, &e) &&
	    (e = store_plan_call_claim(k->cx, k->cx->now + CLAIM,
	    out)) == OK)
		e = work_commit(k->cx);
	work_undo(k->cx);
	return e;
}

typedef enum err call_act(struct clocking *, struct dossier *,
    const struct store_plan_call *, void *);

/* One act on the dossier that asks, in a transaction of its own; what came
 * to an end is no trouble any more. */
static enum err
with(struct clocking *k, const struct store_plan_call *c, call_act *act,
    void *of)
{
	struct dossier *d;
	enum err e = OK;
	int i;

	for (i = 0; i < TRIES; i++) {
		k->cx->why = NULL;
		k->cx->mistakes = NULL;
		if ((e = work_begin(k->cx, WORK_WRITE)) == OK &&
		    held(k, &e) &&
		    (e = clock_dossier(k->cx, c->dossier, &d)) == OK &&
		    d != NULL && (e = act(k, d, c, of)) == OK)
			e = work_commit(k->cx);
		work_undo(k->cx);
		if (e != ERR_BUSY)
			break;
	}
	return e;
}

static enum err
wanted(struct clocking *k, struct dossier *d,
    const struct store_plan_call *c, void *of)
{
	bool *goes = of;
	enum err e = plan_answer_wanted(k->cx, d, c, goes);

	return e != OK || *goes ? e : store_plan_clock_calm(k->cx, d->id);
}

/* What came of a call. */
struct outcome {
	struct webhook_answer answer;
	bool opened;
	const char *trouble;
};

/* What is wrong with the plan stays to be seen by those who mend it. */
static enum err
told(struct clocking *k, const struct dossier *d, const struct outcome *o)
{
	return o->trouble == NULL ? store_plan_clock_calm(k->cx, d->id) :
	    store_plan_clock_trouble(k->cx, d->id, o->trouble);
}

static enum err
take(struct clocking *k, struct dossier *d, const struct store_plan_call *c,
    void *of)
{
	struct outcome *o = of;
	enum err e = plan_answer_take(k->cx, d, c, &o->answer, &o->trouble);

	return e != OK ? e : told(k, d, o);
}

static enum err
open_case(struct clocking *k, struct dossier *d,
    const struct store_plan_call *c, void *of)
{
	struct outcome *o = of;
	enum err e = plan_answer_case(k->cx, d, c, &o->opened, &o->trouble);

	return e != OK ? e : told(k, d, o);
}

/* Outside of any transaction, as it takes its time. */
static void
ask(struct clocking *k, const struct store_plan_call *c,
    struct webhook_answer *out)
{
	const struct config_webhook *h = config_webhook(k->cx->conf,
	    c->name);

	if (h != NULL) {
		webhook_post(k->cx, h, c->number, c->body, out);
		return;
	}
	*out = (struct webhook_answer){ .body = "" };
	out->why = arena_printf(k->cx->arena, _("dossier.conf has no section "
	    "[webhook %s]."), c->name);
}

static enum err
answer(struct clocking *k, const struct store_plan_call *c)
{
	struct outcome o = { .opened = false };
	bool goes = false;
	enum err e;

	if ((e = with(k, c, wanted, &goes)) != OK || !goes)
		return e;
	if (!c->process) {
		e = with(k, c, open_case, &o);
		k->out->opened += e == OK && o.opened;
	} else {
		ask(k, c, &o.answer);
		e = with(k, c, take, &o);
	}
	if (c->process && o.answer.why == NULL)
		k->out->answered++;
	if (e != OK || o.trouble == NULL)
		o.trouble = c->process ? o.answer.why : NULL;
	if (o.trouble != NULL) {
		k->out->failed++;
		k->out->why = o.trouble;
	}
	return e;
}

static enum err
answer_all(struct clocking *k)
{
	struct store_plan_call *c;
	const char *why;
	enum err e;

	while (monotonic_ms() < k->until) {
		if ((e = claim(k, &c)) != OK || c == NULL)
			return e;
		e = answer(k, c);
		/* one that breaks is tried again when its claim is over */
		if ((why = reason(k->cx, e)) != NULL)
			e = note(k, c->dossier, why);
		if (e != OK)
			return e;
	}
	return OK;
}

static enum err
forget(struct clocking *k)
{
	enum err e;

	if ((e = work_begin(k->cx, WORK_WRITE)) == OK &&
	    (e = store_plan_call_forget(k->cx, k->cx->now - KEPT)) == OK)
		e = work_commit(k->cx);
	work_undo(k->cx);
	return e;
}

enum err
plan_clock(struct ctx *cx, const struct clock_run *run,
    struct plan_clock_report *out)
{
	int64_t now = monotonic_ms();
	struct clocking k = { cx, run, out, now + LONGEST, now + RINGING };
	enum err e;

	*out = (struct plan_clock_report){ 0 };
	cx->viewer = 0;
	cx->rights = 0;
	if ((e = ring_all(&k)) != OK || (e = answer_all(&k)) != OK)
		return e;
	return forget(&k);
}
