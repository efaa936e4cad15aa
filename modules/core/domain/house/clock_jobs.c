/* SPDX-License-Identifier: MIT */
/* The jobs: a line in the table, a function above it. */
#include "base/config.h"
#include "base/day.h"
#include "domain/course/outbox.h"
#include "domain/course/promise.h"
#include "domain/desk/draft.h"
#include "domain/desk/presence.h"
#include "domain/dossier/consent.h"
#include "domain/dossier/glass.h"
#include "domain/dossier/undo.h"
#include "domain/house/bundle_clock.h"
#include "domain/house/clock.h"
#include "domain/house/deadline_clock.h"
#include "domain/house/plan_clock.h"
#include "domain/house/service_clock.h"
#include "domain/house/share_clock.h"
#include "domain/house/text_clock.h"
#include "domain/people/absence.h"
#include "domain/people/signin.h"
#include "domain/people/staff_sync.h"
#include "domain/people/visit.h"
#include "domain/people/wall.h"
#include "domain/spine/seal.h"
#include "domain/spine/seal_out.h"
#include "store/db.h"
#include "text/message.h"

#define TRIES 4
#define STEPS 1000	/* of one run: half a minute of work at most */

/* One seal under the lease. */
static enum err
one_seal(struct ctx *cx, const struct clock_run *r, struct seal *s,
    bool *more)
{
	enum err e;

	if ((e = db_begin(cx, DB_WRITE)) != OK)
		return e;
	if (!clock_held(cx, r))
		e = refuse(cx, ERR_BUSY, "%s",
		    _("Another host has the clock."));
	else if ((e = seal_make(cx, s, more)) == OK)
		e = db_commit(cx);
	if (e == ERR_CONFLICT)	/* its leaf is there already */
		refuse(cx, e, "%s", _("A chain is marked as sealed less far "
		    "than it is: somebody changed the store. Run “dossier "
		    "verify”."));
	db_rollback(cx);
	return e;
}

static enum err
seals(struct ctx *cx, const struct clock_run *r, struct job *now)
{
	int64_t made = 0, heads = 0;
	struct seal s = { 0 };
	bool more = true;
	enum err e;
	int tries = 0;

	while (more) {
		e = one_seal(cx, r, &s, &more);
		if (e == ERR_BUSY && ++tries < TRIES)
			continue;
		if (e != OK)
			return e;
		tries = 0;
		made += s.number != 0;
		heads += s.heads;
	}
	now->said = made == 0 ? "nothing new" :
	    arena_printf(cx->arena, "%lld sealed, %lld heads",
	    (long long)made, (long long)heads);
	return seal_out_syslog(cx, &now->mark);
}

static enum err
outbox(struct ctx *cx, const struct clock_run *r, struct job *now)
{
	struct outbox_report out;
	enum err e;

	(void)r;
	if ((e = outbox_empty(cx, &out)) != OK)
		return e;
	now->said = arena_printf(cx->arena, "%d sent, %d dropped, %d failed",
	    out.sent, out.dropped, out.failed);
	return out.failed == 0 ? OK : refuse(cx, ERR_BUSY, "%s", out.why);
}

/* What the mail program said names people outside: who shares reads it. */
static enum err
shares(struct ctx *cx, const struct clock_run *r, struct job *now)
{
	struct share_clock_report out;
	enum err e;

	(void)r;
	if ((e = share_clock(cx, &out)) != OK)
		return e;
	now->said = arena_printf(cx->arena, "%d sent, %d dropped, %d failed",
	    out.sent, out.dropped, out.failed);
	return out.failed == 0 ? OK : refuse(cx, ERR_BUSY, "%s", _("A mail "
	    "of what is shared with people outside was not taken."));
}

static enum err
plans(struct ctx *cx, const struct clock_run *r, struct job *now)
{
	struct plan_clock_report out;
	enum err e;

	if ((e = plan_clock(cx, r, &out)) != OK)
		return e;
	now->said = arena_printf(cx->arena, "%d rang, %d answered, %d cases "
	    "opened, %d failed", out.rang, out.answered, out.opened,
	    out.failed);
	return out.failed == 0 ? OK : refuse(cx, ERR_BUSY, "%s", out.why);
}

/* Those that were to begin or end since the last time. */
static enum err
walls(struct ctx *cx, const struct clock_run *r, struct job *now)
{
	enum err e;

	(void)r;
	if ((e = db_begin(cx, DB_WRITE)) != OK)
		return e;
	if ((e = wall_follow(cx, now->mark)) == OK)
		e = db_commit(cx);
	now->mark = cx->now;
	return e;
}

/* Emergencies that are over, and reviews whose day has gone by, since the last
 * time. */
static enum err
reviews(struct ctx *cx, const struct clock_run *r, struct job *now)
{
	int64_t n;
	enum err e;

	(void)r;
	if ((e = db_begin(cx, DB_WRITE)) != OK)
		return e;
	if ((e = glass_end(cx, now->mark)) == OK &&
	    (e = glass_remind(cx, now->mark, &n)) == OK)
		e = db_commit(cx);
	now->mark = cx->now;
	return e;
}

static enum err
bundles(struct ctx *cx, const struct clock_run *r, struct job *now)
{
	struct bundle_clock_report out;
	enum err e;

	if ((e = bundle_clock(cx, r, &out)) != OK)
		return e;
	now->said = arena_printf(cx->arena, "%d made, %d failed%s%s",
	    out.made, out.failed, out.why[0] == '\0' ? "" : ": ", out.why);
	return OK;
}

static enum err
texts(struct ctx *cx, const struct clock_run *r, struct job *now)
{
	struct text_clock_report out;
	enum err e;

	if ((e = text_clock(cx, r, &out)) != OK)
		return e;
	now->said = arena_printf(cx->arena, "%d read, %d without text",
	    out.read, out.failed);
	return OK;
}

/* Grants of standing in begin and end at the minute. */
static enum err
absences(struct ctx *cx, const struct clock_run *r, struct job *now)
{
	enum err e;

	(void)r;
	(void)now;
	if ((e = db_begin(cx, DB_WRITE)) != OK)
		return e;
	if ((e = absence_follow_all(cx)) == OK)
		e = db_commit(cx);
	return e;
}

static enum err
promises(struct ctx *cx, const struct clock_run *r, struct job *now)
{
	int64_t n;
	enum err e;

	(void)r;
	if ((e = db_begin(cx, DB_WRITE)) != OK)
		return e;
	if ((e = promise_tell(cx, &n)) == OK)
		e = db_commit(cx);
	now->mark = cx->now;
	return e;
}

static enum err
services(struct ctx *cx, const struct clock_run *r, struct job *now)
{
	struct service_clock_report out;
	enum err e;

	(void)r;
	if ((e = service_clock(cx, &out)) != OK)
		return e;
	now->said = arena_printf(cx->arena, "%d made due, %lld told",
	    out.made, (long long)out.told);
	return OK;
}

static enum err
consents(struct ctx *cx, const struct clock_run *r, struct job *now)
{
	int64_t n;
	enum err e;

	(void)r;
	if ((e = db_begin(cx, DB_WRITE)) != OK)
		return e;
	if ((e = consent_tell(cx, &n)) == OK)
		e = db_commit(cx);
	now->mark = cx->now;
	return e;
}

static enum err
deadlines(struct ctx *cx, const struct clock_run *r, struct job *now)
{
	struct deadline_clock_report out;
	enum err e;

	if ((e = deadline_clock(cx, r, now->mark, &out)) != OK)
		return e;
	now->mark = out.mark;
	now->said = arena_printf(cx->arena, "%d told, %d silent, %d looked "
	    "through", out.told, out.silent, out.renewed);
	return OK;
}

static enum err
sync_staff(struct ctx *cx, bool live, struct job *now)
{
	struct staff_sync done;
	enum err e;

	if (*cx->conf->ldap_urls == '\0') {
		now->said = "no directory";
		return OK;
	}
	if ((e = staff_sync(cx, live, false, &done)) != OK)
		return e;
	now->said = arena_printf(cx->arena, "%d refreshed, %d new, %d shut "
	    "out", done.refreshed, done.added, done.shut);
	return OK;
}

static enum err
directory(struct ctx *cx, const struct clock_run *r, struct job *now)
{
	(void)r;
	return sync_staff(cx, true, now);
}

static enum err
directory_all(struct ctx *cx, const struct clock_run *r, struct job *now)
{
	(void)r;
	return sync_staff(cx, false, now);
}

/* Others write between two steps. */
static enum err
words(struct ctx *cx, const struct clock_run *r, struct job *now)
{
	bool more = true;
	int steps;
	enum err e;

	(void)r;
	for (steps = 0; more && steps < STEPS; steps++)
		if ((e = db_begin(cx, DB_WRITE)) != OK ||
		    (e = db_index_join(cx, &more)) != OK ||
		    (e = db_commit(cx)) != OK)
			return e;
	now->said = steps == 1 ? "nothing to join" :
	    arena_printf(cx->arena, "joined in %d steps", steps - 1);
	return OK;
}

static enum err
housekeeping(struct ctx *cx, const struct clock_run *r, struct job *now)
{
	enum err e;

	(void)r;
	(void)now;
	if ((e = db_begin(cx, DB_WRITE)) != OK)
		return e;
	if ((e = visit_sweep(cx)) == OK && (e = undo_sweep(cx)) == OK &&
	    (e = signin_sweep(cx)) == OK && (e = draft_sweep(cx)) == OK &&
	    (e = presence_sweep(cx)) == OK)
		e = db_commit(cx);
	return e;
}

const struct clock_job clock_jobs[] = {
	{ "seals", 60, -1, CLOCK_LEASE,
	    "seals what is new in the log", seals },
	{ "walls", 60, -1, CLOCK_LEASE,
	    "lets walls begin and end", walls },
	{ "reviews", 60, -1, CLOCK_LEASE,
	    "ends emergency access, tells auditors of late reviews", reviews },
	{ "absences", 60, -1, CLOCK_LEASE,
	    "gives and takes back what substitutes may do", absences },
	{ "plan", 60, -1, 300,
	    "rings the timers of plans, and asks others for them", plans },
	{ "promises", 60, -1, 300,
	    "tells who leads of promises that are near or broken",
	    promises },
	{ "services", 60, -1, 300,
	    "makes the days of services, tells of those due or late",
	    services },
	{ "consents", 3600, -1, 300,
	    "tells who leads of consents that end soon", consents },
	{ "deadlines", 60, -1, 300,
	    "warns of deadlines and silence, passes on what is overdue",
	    deadlines },
	{ "outbox", 60, -1, 300,
	    "sends the mail that is due", outbox },
	{ "shares", 60, -1, 300,
	    "mails links and codes of what is shared with people outside",
	    shares },
	{ "bundles", 60, -1, 600,
	    "makes the bundles of documents that were asked for", bundles },
	{ "texts", 60, -1, 300,
	    "reads the texts of documents that are compared", texts },
	{ "directory", 300, -1, 300,
	    "asks the directory for people who are signed in", directory },
	{ "directory-all", DAY, 2, CLOCK_LONGEST,
	    "asks the directory for all staff, after two at night",
	    directory_all },
	{ "words", 3600, -1, CLOCK_LEASE,
	    "joins the pieces of the search index", words },
	{ "housekeeping", 3600, -1, CLOCK_LEASE,
	    "forgets old sessions, drafts and failed sign-ins",
	    housekeeping },
	{ 0 }
};
