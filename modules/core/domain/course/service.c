/* SPDX-License-Identifier: MIT */
/* Services: added, changed, ended; their days made. */
#include "domain/course/service.h"

#include <string.h>

#include "domain/course/careplan.h"
#include "domain/course/service_keep.h"
#include "domain/dossier/dossier_keep.h"
#include "domain/dossier/undo.h"
#include "domain/people/compartment.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "store/db.h"
#include "store/store_dossier.h"
#include "store/store_goal.h"
#include "store/store_party.h"
#include "store/store_person.h"
#include "store/store_service.h"
#include "store/store_staff.h"
#include "text/date.h"
#include "text/message.h"
#include "text/recur.h"

enum err
service_list(struct ctx *cx, const struct dossier *d, struct service **out)
{
	return store_service_list(cx, d, out);
}

enum err
service_open(struct ctx *cx, const struct dossier *d, int64_t no,
    struct service **out)
{
	enum err e;

	if ((e = store_service_find(cx, d, no, out)) != OK || *out != NULL)
		return e;
	return refuse(cx, ERR_MISSING, "%s",
	    _("This case has no such service."));
}

enum err
service_days(struct ctx *cx, const struct service *x, int limit,
    struct service_day **out)
{
	return store_service_days(cx, x, limit, out);
}

static enum err
team_ok(struct ctx *cx, struct service *x)
{
	struct team *team;
	enum err e;

	if ((e = store_person_teams(cx, &team)) != OK)
		return e;
	while (team != NULL && team->id != x->team)
		team = team->next;
	if (team == NULL)
		return refuse_field(cx, "who", "%s",
		    _("Choose one of the teams."));
	x->who = team->name;
	return OK;
}

/* Somebody outside is on the case already. */
static enum err
outside_ok(struct ctx *cx, struct dossier *d, struct service *x)
{
	const struct party *p;
	enum err e;

	if (d->parties == NULL && (e = store_party_list(cx, d)) != OK)
		return e;
	for (p = d->parties; p != NULL; p = p->next)
		if (p->person == x->person && p->ended == 0)
			break;
	if (p == NULL)
		return refuse_field(cx, "who", "%s",
		    _("Choose one of the people of this case."));
	x->who = p->name;
	return OK;
}

/* Who is let in has an event by that, so this comes last. */
static enum err
who_ok(struct ctx *cx, struct dossier *d, const struct service_new *n,
    struct service *x)
{
	struct staff *f;
	enum err e;

	if (n->person == x->person && n->team == x->team)
		return OK;
	x->person = n->person;
	x->team = n->person != 0 ? 0 : n->team;
	x->who = "";
	if (x->team != 0)
		return team_ok(cx, x);
	if (x->person == 0)
		return OK;
	if ((e = store_staff_get(cx, x->person, &f)) != OK)
		return e;
	x->staff = f != NULL;
	if (f == NULL)
		return outside_ok(cx, d, x);
	if ((e = dossier_keep_admit(cx, d, "who", x->person, &x->who)) != OK)
		return e;
	return compartment_admits(cx, d->compartment, "who", x->person,
	    x->who);
}

static enum err
goal_ok(struct ctx *cx, const struct dossier *d, int64_t no,
    struct service *x)
{
	struct goal *g;
	enum err e;

	x->goal = x->goal_no = 0;
	x->goal_title = "";
	if (no == 0)
		return OK;
	if ((e = store_goal_find(cx, d, no, &g)) != OK)
		return e;
	if (g == NULL)
		return refuse_field(cx, "goal", "%s",
		    _("Choose one of the goals of this case."));
	x->goal = g->id;
	x->goal_no = g->no;
	x->goal_title = g->title;
	return OK;
}

static enum err
until_ok(struct ctx *cx, const struct service_new *n, struct service *x)
{
	const char *until = n->until == NULL ? "" : n->until;

	if (until[0] != '\0' && (!date_civil_ok(until) ||
	    strcmp(until, x->begins) < 0))
		return refuse_field(cx, "until", "%s", _("It ends before it "
		    "begins. Correct one of the days."));
	x->until = until;
	return OK;
}

static enum err
when_ok(struct ctx *cx, const struct service_new *n, bool discharged,
    struct service *x)
{
	bool waits = n->aftercare && !discharged;
	struct recur r;
	enum err e, bad = OK;

	x->every = n->every == NULL ? "" : n->every;
	x->times = x->every[0] == '\0' ? 1 : n->times;
	if (!recur_parse(x->every, x->times, &r))
		bad = refuse_field(cx, "times", "%s", _("Nothing can come as "
		    "often as that: once a day at the most."));
	x->aftercare = n->aftercare;
	x->wait = waits ? n->wait : 0;
	x->begins = waits || n->begins == NULL ? "" : n->begins;
	if (x->wait < 0 || x->wait > SERVICE_WAIT)
		bad = refuse_field(cx, "wait", _("Say how many days after "
		    "the discharge it is due, %d at the most."),
		    SERVICE_WAIT);
	if (!waits && (!date_civil_ok(x->begins) ||
	    strcmp(x->begins, service_keep_today(cx)) < 0))
		bad = refuse_field(cx, "begins", "%s",
		    _("Say on which day it begins, today at the earliest."));
	if (bad == OK && (e = until_ok(cx, n, x)) != OK)
		bad = e;
	return bad;
}

/* What may be changed later, too; but for who. */
static enum err
fill(struct ctx *cx, const struct dossier *d, const struct service_new *n,
    struct service *x)
{
	enum err e, bad = OK;

	if ((e = keep_text(cx, "title", n->title, 1, 200, false,
	    &x->title)) != OK)
		bad = e;
	if ((e = keep_text(cx, "instructions", n->instructions, 0,
	    KEEP_TEXT, true, &x->instructions)) != OK)
		bad = e;
	if ((e = goal_ok(cx, d, n->goal, x)) != OK)
		bad = e;
	return bad;
}

enum err
service_make(struct ctx *cx, struct service *x, bool write)
{
	int64_t day, now, last;
	struct recur r;
	enum err e;

	x->following = "";
	if (x->begins[0] == '\0' || x->ended ||
	    !recur_parse(x->every, x->times, &r))
		return OK;
	now = service_keep_day(service_keep_today(cx));
	last = now + SERVICE_AHEAD;
	r.begins = service_keep_day(x->begins);
	if (x->until[0] != '\0')
		r.until = service_keep_day(x->until);
	for (; recur_day(&r, x->made, &day); x->made++) {
		if (day > last) {
			x->following = date_iso(cx->arena, day);
			break;
		}
		if ((e = store_service_day_add(cx, x, date_iso(cx->arena,
		    day))) != OK)
			return e;
	}
	return write ? store_service_made(cx, x) : OK;
}

/* A body that says which one it was. */
static enum err
tell(struct ctx *cx, struct dossier *d, struct undo *u, const char *kind,
    const struct service *x, struct event_body *b)
{
	enum err e;

	event_number(b, "no", x->no);
	event_fact(b, "title", x->title);
	if ((e = service_keep_within(cx, d, b, x->no)) != OK ||
	    (e = undo_step(cx, u, kind)) != OK)
		return e;
	return event_add(cx, d, kind, b);
}

enum err
service_add(struct ctx *cx, struct dossier *d, const struct careplan *p,
    const struct service_new *n, struct service **out)
{
	struct service *x = arena_alloc(cx->arena, sizeof(*x));
	struct event_body *b = event_body(cx);
	bool over = p->state == CAREPLAN_ENDED;
	struct undo *u = NULL;
	enum err e, bad;

	*out = NULL;
	if ((e = keep_screened(cx, d)) != OK)
		return e;
	if ((!over || !n->aftercare) &&
	    (e = careplan_may_change(cx, p)) != OK)
		return e;
	x->careplan = p->id;
	x->who = x->until = x->following = x->reason = "";
	bad = fill(cx, d, n, x);
	if ((e = when_ok(cx, n, over, x)) != OK)
		bad = e;
	if (bad != OK || (bad = who_ok(cx, d, n, x)) != OK)
		return bad;
	if ((e = undo_watch(cx, d, UNDO_CARE, &u)) != OK ||
	    (e = store_dossier_next(cx, d, &x->no)) != OK ||
	    (e = store_service_add(cx, d, x)) != OK ||
	    (e = service_make(cx, x, true)) != OK)
		return e;
	if (x->aftercare)
		event_fact(b, "aftercare", "1");
	event_fact(b, "every", x->every);
	event_number(b, "times", x->times);
	event_after(b, "served_from", x->begins);
	event_after(b, "served_until", x->until);
	event_after(b, "server", x->who);
	*out = x;
	return tell(cx, d, u, "service.added", x, b);
}

static enum err
may_change(struct ctx *cx, const struct service *x)
{
	if (x->ended)
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("This service has ended."));
	return careplan_may_change(cx, &(struct careplan){
	    .state = x->agreed ? CAREPLAN_AGREED : CAREPLAN_REVISED });
}

enum err
service_change(struct ctx *cx, struct dossier *d, struct service *x,
    const struct service_new *n, int64_t version)
{
	struct event_body *b = event_body(cx);
	struct service old = *x;
	struct undo *u = NULL;
	enum err e, bad;

	if ((e = keep_open(cx, d)) != OK)
		return e;
	if (version != x->version)
		return db_stale(cx);
	if ((e = may_change(cx, x)) != OK)
		return e;
	bad = fill(cx, d, n, x);
	if (x->begins[0] != '\0' && (e = until_ok(cx, n, x)) != OK)
		bad = e;
	if (bad != OK || (bad = who_ok(cx, d, n, x)) != OK)
		return bad;
	if ((e = undo_watch(cx, d, UNDO_CARE, &u)) != OK ||
	    (x->until[0] != '\0' &&
	    (e = store_service_drop_after(cx, x, x->until)) != OK) ||
	    (e = service_make(cx, x, false)) != OK ||
	    (e = store_service_save(cx, x)) != OK)
		return e;
	event_change(b, "title", old.title, x->title);
	event_change(b, "goal", old.goal_title, x->goal_title);
	event_change(b, "served_until", old.until, x->until);
	event_change(b, "server", old.who, x->who);
	return tell(cx, d, u, "service.changed", x, b);
}

/* It is due no more after that day. */
static enum err
end(struct ctx *cx, struct service *x, const char *last, const char *reason)
{
	enum err e;

	x->ended = true;
	x->reason = reason;
	x->following = "";
	if ((e = store_service_drop_after(cx, x, last)) != OK)
		return e;
	return store_service_save(cx, x);
}

enum err
service_stop(struct ctx *cx, struct dossier *d, struct service *x,
    const char *reason)
{
	struct event_body *b = event_body(cx);
	struct undo *u = NULL;
	enum err e;

	if ((e = keep_open(cx, d)) != OK)
		return e;
	if ((e = may_change(cx, x)) != OK ||
	    (e = keep_reason(cx, "reason", reason, &reason)) != OK ||
	    (e = undo_watch(cx, d, UNDO_CARE, &u)) != OK ||
	    (e = end(cx, x, date_iso(cx->arena, service_keep_day(
	    service_keep_today(cx)) - 1), reason)) != OK)
		return e;
	event_why(b, reason);
	return tell(cx, d, u, "service.stopped", x, b);
}

enum err
service_discharge(struct ctx *cx, struct dossier *d,
    const struct careplan *p, const char *day)
{
	struct service *x;
	enum err e;

	if ((e = store_service_list(cx, d, &x)) != OK)
		return e;
	for (; x != NULL && e == OK; x = x->next) {
		if (x->careplan != p->id || x->ended)
			continue;
		if (!x->aftercare) {
			e = end(cx, x, day, "");
			continue;
		}
		x->begins = date_iso(cx->arena, service_keep_day(day) +
		    x->wait);
		if ((e = service_make(cx, x, false)) == OK)
			e = store_service_save(cx, x);
	}
	return e;
}
