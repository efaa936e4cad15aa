/* SPDX-License-Identifier: MIT */
/* The lease, and what is due under it. */
#include "domain/house/clock.h"

#include <string.h>
#include <unistd.h>

#include "base/config.h"
#include "base/day.h"
#include "base/log.h"
#include "base/monotonic.h"
#include "domain/spine/seal_out.h"
#include "domain/type/casetype.h"
#include "store/db.h"
#include "store/store_dossier.h"
#include "store/store_job.h"
#include "text/date.h"
#include "text/message.h"

#define CLOCK "clock"
#define AGAIN 600	/* a job that failed is tried again after that */
#define TRIES 4

/* The last time that the hour struck at the site. */
static int64_t
struck(const struct ctx *cx, int hour)
{
	const char *day = date_today(cx->arena, cx->conf->timezone, cx->now);
	int64_t start;

	if (!date_start(cx->conf->timezone, day, &start))
		return cx->now;
	start += hour * 3600;
	return start <= cx->now ? start : start - DAY;
}

/* before is NULL when it never ran. */
static bool
is_due(const struct ctx *cx, const struct clock_job *j,
    const struct job *before)
{
	int64_t since;

	if (before == NULL || before->started == 0)
		return true;
	since = cx->now - before->started;
	if (since < 0)
		return true;	/* the clock was set back */
	if (!before->ok && since >= AGAIN)
		return true;
	if (j->hour >= 0)
		return before->started < struck(cx, j->hour);
	/* timers do not keep to the second */
	return since >= j->every - 15;
}

bool
clock_held(struct ctx *cx, const struct clock_run *r)
{
	bool held;

	return store_job_hold(cx, CLOCK, r->run, CLOCK_LEASE, &held) == OK &&
	    held;
}

enum err
clock_dossier(struct ctx *cx, int64_t id, struct dossier **out)
{
	enum err e;

	if ((e = store_dossier_known(cx, id, out)) != OK || *out == NULL)
		return e;
	(*out)->level = LEVEL_MANAGE;
	return casetype_by_id(cx, (*out)->type_id, &(*out)->type);
}

/* One short write, again when it met another. */
static enum err
write_job(struct ctx *cx, enum err (*act)(struct ctx *, void *), void *of)
{
	enum err e = OK;
	int i;

	for (i = 0; i < TRIES; i++) {
		if ((e = db_begin(cx, DB_WRITE)) != OK)
			continue;
		if ((e = act(cx, of)) == OK)
			e = db_commit(cx);
		db_rollback(cx);
		if (e != ERR_BUSY)
			break;
	}
	return e;
}

static enum err
take(struct ctx *cx, void *of)
{
	struct clock_run *r = of;

	return store_job_take(cx, CLOCK, r->host, CLOCK_LEASE, CLOCK_LONGEST,
	    &r->run);
}

struct hold {
	const struct clock_run *run;
	int seconds;
	bool held;
};

static enum err
hold(struct ctx *cx, void *of)
{
	struct hold *h = of;

	return store_job_hold(cx, CLOCK, h->run->run, h->seconds, &h->held);
}

static enum err
note(struct ctx *cx, void *of)
{
	return store_job_note(cx, of);
}

static enum err
end(struct ctx *cx, void *of)
{
	bool held;

	return store_job_end(cx, of, &held);
}

static enum err
find(struct ctx *cx, const char *name, struct job **out)
{
	enum err e;

	*out = NULL;
	if ((e = db_begin(cx, DB_READ)) != OK)
		return e;
	e = store_job_find(cx, name, out);
	db_rollback(cx);
	return e;
}

/* Says how the job went, in the log only when it changed. */
static void
tell(const struct job *now, const struct job *before)
{
	const char *job = now->name;

	if (!now->ok && (before == NULL || before->ok ||
	    strcmp(before->said, now->said) != 0))
		log_warn("%s: %s", job, now->said);
	else if (now->ok && before != NULL && !before->ok)
		log_info("%s: goes again", job);
}

/* The outcome of a job of this run. */
static enum err
ended(struct ctx *cx, struct clock_run *r, struct job *now,
    const struct job *before, enum err e)
{
	if (!(now->ok = e == OK))
		now->said = cx->why != NULL ? cx->why :
		    _("It failed; the log says more.");
	cx->why = NULL;
	r->ran++;
	r->failed += !now->ok;
	tell(now, before);
	return write_job(cx, note, now);
}

/* False: the lease is another's, or the store does not answer. */
static bool
run_job(struct ctx *cx, struct clock_run *r, const struct clock_job *j,
    bool at_once)
{
	struct hold h = { r, j->lease, false };
	struct job now = { .name = j->name, .host = r->host, .said = "" };
	struct job *before;
	enum err e;

	if (find(cx, j->name, &before) != OK)
		return false;
	if (!at_once && !is_due(cx, j, before))
		return true;
	if (write_job(cx, hold, &h) != OK || !h.held)
		return false;
	now.started = cx->now;
	now.mark = before == NULL ? 0 : before->mark;
	cx->why = NULL;
	e = j->act(cx, r, &now);
	db_rollback(cx);
	return ended(cx, r, &now, before, e) == OK;
}

/* A run that sees the machine's clock set still ends after it began. */
static int64_t
later(int64_t start, int64_t began)
{
	return start + (monotonic_ms() - began) / 1000;
}

static void
run_jobs(struct ctx *cx, const char *only, struct clock_run *r)
{
	int64_t began = monotonic_ms(), start = cx->now;
	const struct clock_job *j;
	struct ctx mine = *cx;
	bool go_on = true;

	mine.arena = arena_new();
	for (j = clock_jobs; j->name != NULL && go_on; j++) {
		mine.now = later(start, began);
		if (only == NULL || strcmp(only, j->name) == 0)
			go_on = run_job(&mine, r, j, only != NULL);
		arena_reset(mine.arena);
	}
	cx->now = later(start, began);
	arena_free(mine.arena);
	if (!go_on)
		log_warn("the clock of another host went on, or the store "
		    "does not answer; the rest is left to the next run");
}

/* Each host has a file of its own, whoever made the seals. */
static void
run_file(struct ctx *cx, struct clock_run *r)
{
	struct job now = { .name = arena_printf(cx->arena, "seal-file %s",
	    r->host), .host = r->host, .started = cx->now, .said = "" };
	struct job *before;
	int64_t added;
	enum err e;

	if (*cx->conf->seal_file == '\0' || find(cx, now.name, &before) != OK)
		return;
	cx->why = NULL;
	e = seal_out_file(cx, &now.mark, &added);
	db_rollback(cx);
	/* nothing new is not worth a write */
	if (e == OK && added == 0 && before != NULL && before->ok)
		return;
	now.said = arena_printf(cx->arena, "%lld lines written",
	    (long long)added);
	if (ended(cx, r, &now, before, e) != OK)
		r->failed++;
}

enum err
clock_run(struct ctx *cx, const char *only, struct clock_run *r)
{
	struct job done = { .name = CLOCK };
	enum err e;

	db_operator(cx->db);
	if ((e = write_job(cx, take, r)) != OK)
		return e;
	if (r->run != 0) {
		run_jobs(cx, only, r);
		done.run = r->run;
		done.ok = r->failed == 0;
		done.said = arena_printf(cx->arena, "%d jobs, %d failed",
		    r->ran, r->failed);
		e = write_job(cx, end, &done);
	}
	run_file(cx, r);
	return e;
}
