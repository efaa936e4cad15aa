/* SPDX-License-Identifier: MIT */
/* Deadlines as time goes by: one transaction a dossier. */
#include "domain/house/deadline_clock.h"

#include "base/monotonic.h"
#include "domain/course/deadline_follow.h"
#include "domain/course/deadline_keep.h"
#include "domain/course/silence.h"
#include "domain/dossier/dossier_keep.h"
#include "domain/spine/work.h"
#include "store/store_deadline.h"
#include "store/store_silence.h"
#include "text/message.h"

#define BATCH 100
#define LONGEST 40000	/* milliseconds of a run */
#define TRIES 4

struct clocking {
	struct ctx *cx;
	const struct clock_run *run;
	struct deadline_clock_report *out;
	int64_t until;		/* of the monotonic clock */
};

static const char *
step(struct deadline *x, int64_t now)
{
	if (x->due > now) {
		x->told = DEADLINE_TOLD_WARNED;
		return "deadline.warned";
	}
	if (x->told < DEADLINE_TOLD_LATE) {
		x->told = DEADLINE_TOLD_LATE;
		return "deadline.missed";
	}
	x->told = DEADLINE_TOLD_MANAGERS;
	return "deadline.passed_on";
}

/* The next thing that is to be said of it. */
static enum err
say(struct clocking *k, struct dossier *d, struct deadline *x)
{
	struct ctx *cx = k->cx;
	const char *kind = step(x, cx->now);
	struct event_body *b = deadline_keep_body(cx, x);
	int64_t n = 0;
	enum err e;

	event_actor(b, 0);
	/* who says that it is met cannot confirm it */
	if ((e = store_deadline_told_add(cx, d, x, x->told ==
	    DEADLINE_TOLD_MANAGERS || x->state == DEADLINE_UNCHECKED,
	    &n)) != OK ||
	    (e = deadline_keep_save(cx, d, x)) != OK)
		return e;
	event_count(b, "people", n);
	return event_add(cx, d, kind, b);
}

typedef enum err clock_act(struct clocking *, struct dossier *, int64_t no);

static enum err
tell(struct clocking *k, struct dossier *d, int64_t no)
{
	struct deadline *x;
	enum err e = store_deadline_find(k->cx, d, no, &x);

	if (e != OK || x == NULL)
		return e;
	k->out->told++;
	return say(k, d, x);
}

static enum err
renew(struct clocking *k, struct dossier *d, int64_t no)
{
	enum err e;

	(void)no;
	k->out->renewed++;
	if ((e = deadline_follow_calendar(k->cx, d)) != OK)
		return e;
	return dossier_keep_due(k->cx, d);
}

static enum err
one(struct clocking *k, int64_t id, clock_act *act, int64_t no)
{
	struct dossier *d;
	enum err e = OK;
	int i;

	for (i = 0; i < TRIES; i++) {
		k->cx->why = NULL;
		if ((e = work_begin(k->cx, WORK_WRITE)) == OK &&
		    !clock_held(k->cx, k->run))
			return refuse(k->cx, ERR_CONFLICT, "%s",
			    _("Another host has the clock."));
		if (e == OK && (e = clock_dossier(k->cx, id, &d)) == OK &&
		    d != NULL && (e = act(k, d, no)) == OK)
			e = work_commit(k->cx);
		work_undo(k->cx);
		if (e != ERR_BUSY)
			break;
	}
	return e;
}

/* It may have been heard of since. */
static enum err
tell_silence(struct clocking *k, struct dossier *d, int64_t no)
{
	(void)no;
	k->out->silent++;
	return silence_tell(k->cx, d);
}

typedef enum err find_due(struct ctx *, struct store_deadline_at *, int limit,
    int *n);

static enum err
tell_all(struct clocking *k, find_due *due, clock_act *act)
{
	struct store_deadline_at at[BATCH];
	int i, n = BATCH;
	enum err e = OK;

	while (e == OK && n == BATCH && monotonic_ms() < k->until) {
		if ((e = work_begin(k->cx, WORK_READ)) == OK)
			e = due(k->cx, at, BATCH, &n);
		work_undo(k->cx);
		for (i = 0; i < n && e == OK; i++)
			e = one(k, at[i].dossier, act, at[i].no);
	}
	return e;
}

static enum err
renew_some(struct clocking *k)
{
	int64_t ids[BATCH];
	int i, n = 0;
	enum err e;

	if ((e = work_begin(k->cx, WORK_READ)) == OK)
		e = store_deadline_told_dossiers(k->cx, k->out->mark, ids,
		    BATCH, &n);
	work_undo(k->cx);
	for (i = 0; i < n && e == OK && monotonic_ms() < k->until; i++) {
		e = one(k, ids[i], renew, 0);
		k->out->mark = ids[i];
	}
	if (n < BATCH)
		k->out->mark = 0;
	return e;
}

enum err
deadline_clock(struct ctx *cx, const struct clock_run *run, int64_t mark,
    struct deadline_clock_report *out)
{
	struct clocking k = { cx, run, out, monotonic_ms() + LONGEST };
	enum err e;

	*out = (struct deadline_clock_report){ .mark = mark };
	cx->viewer = 0;
	cx->rights = 0;
	if ((e = tell_all(&k, store_silence_due, tell_silence)) != OK ||
	    (e = tell_all(&k, store_deadline_told_due, tell)) != OK)
		return e;
	return renew_some(&k);
}
