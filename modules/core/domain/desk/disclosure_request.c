/* SPDX-License-Identifier: MIT */
/* Requests for records of a patient: written down, extended, refused. */
#include "domain/desk/disclosure_request.h"

#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "domain/course/deadline.h"
#include "domain/course/deadline_keep.h"
#include "domain/dossier/dossier_keep.h"
#include "domain/people/person.h"
#include "domain/spine/calendar.h"
#include "domain/spine/keep.h"
#include "store/store_disclosure_request.h"
#include "store/store_dossier.h"
#include "store/store_party.h"
#include "text/date.h"
#include "text/message.h"
#include "text/number.h"

#define NAME 200
#define ADDRESS 500

static const char *const askers[] = { DISCLOSURE_ASKERS };
static const char *const ways[] = { DISCLOSURE_CAME };
#define AMONG(list, word) words_among(list, sizeof(list) / sizeof(list[0]), \
	    word)

static const char *
today(struct ctx *cx)
{
	return date_today(cx->arena, cx->zone, cx->now);
}

static int64_t
days_of(const char *civil)
{
	return date_days(strtoll(civil, NULL, 10),
	    (int)strtol(civil + 5, NULL, 10),
	    (int)strtol(civil + 8, NULL, 10));
}

const char *
disclosure_request_plus(struct ctx *cx, const char *civil, int days)
{
	return date_iso(cx->arena, days_of(civil) + days);
}

bool
disclosure_request_is_open(const struct disclosure_request *r)
{
	return r->state < DISCLOSURE_DELIVERED;
}

int64_t
disclosure_request_left(struct ctx *cx, const struct disclosure_request *r)
{
	return days_of(r->due) - days_of(today(cx));
}

enum err
disclosure_request_list(struct ctx *cx, const struct dossier *d,
    struct disclosure_request **out)
{
	return store_disclosure_request_list(cx, d, out);
}

enum err
disclosure_request_find(struct ctx *cx, const struct dossier *d, int64_t no,
    struct disclosure_request **out)
{
	enum err e;

	if ((e = store_disclosure_request_find(cx, d, no, out)) != OK ||
	    *out != NULL)
		return e;
	return refuse(cx, ERR_MISSING, "%s",
	    _("Nobody asked for records of this case under this number."));
}

enum err
disclosure_request_open(struct ctx *cx, int64_t after, int limit,
    struct disclosure_request **out)
{
	return store_disclosure_request_open(cx, after, limit, out);
}

enum err
disclosure_request_count(struct ctx *cx,
    struct disclosure_request_counts *out)
{
	struct store_disclosure_request_count n;
	const char *now = today(cx);
	enum err e = store_disclosure_request_counts(cx, now,
	    disclosure_request_plus(cx, now, DISCLOSURE_REQUEST_SOON), &n);

	*out = (struct disclosure_request_counts){ .open = n.open,
	    .late = n.late, .soon = n.soon, .received = n.states[0],
	    .authorised = n.states[1], .collected = n.states[2],
	    .reviewed = n.states[3] };
	return e;
}

/* Who of the dossier it is: by number, or the patient. */
static const struct party *
party_of(const struct dossier *d, const struct disclosure_request_new *n)
{
	const struct party *p;
	bool self = strcmp(n->asker, "patient") == 0;

	for (p = d->parties; p != NULL; p = p->next)
		if (p->ended == 0 && (self ? strcmp(p->role, "patient") == 0 :
		    p->no == n->party && strcmp(p->role, "lead") != 0))
			return p;
	return NULL;
}

/* What the register knows of them. */
static enum err
known(struct ctx *cx, const char *field, const char *number,
    struct disclosure_request *r)
{
	struct person *p;
	enum err e = person_open(cx, number, &p);

	if (e == ERR_MISSING)
		return refuse_field(cx, field, "%s", _("Nobody has this "
		    "number in the register."));
	if (e != OK)
		return e;
	r->person = p->id;
	r->name = p->name;
	if (r->address[0] == '\0')
		r->address = p->address;
	return OK;
}

static enum err
who_asks(struct ctx *cx, struct dossier *d,
    const struct disclosure_request_new *n, struct disclosure_request *r)
{
	bool self = strcmp(n->asker, "patient") == 0;
	const struct party *p;
	enum err e;

	r->asker = n->asker;
	if (!AMONG(askers, n->asker))
		return refuse_field(cx, "asker", "%s",
		    _("Choose who asks."));
	if ((e = keep_text(cx, "address", n->address, 0, ADDRESS, true,
	    &r->address)) != OK ||
	    (e = store_party_list(cx, d)) != OK)
		return e;
	if (self || n->party != 0) {
		if ((p = party_of(d, n)) != NULL)
			return known(cx, "party", p->number, r);
		return refuse_field(cx, self ? "asker" : "party", "%s",
		    self ? _("Nobody is the patient of this case. Add them "
		    "to its people first.") :
		    _("Choose one of the people of this case."));
	}
	if (n->number[0] != '\0')
		return known(cx, "number", n->number, r);
	if ((e = keep_text(cx, "name", n->name, 0, NAME, false,
	    &r->name)) != OK || r->name[0] != '\0')
		return e;
	return refuse_field(cx, "name", "%s",
	    _("Choose somebody, or write who asks."));
}

static enum err
day(struct ctx *cx, const char *field, const char *typed, const char **out)
{
	*out = typed;
	if (typed[0] == '\0' || date_civil_ok(typed))
		return OK;
	return refuse_field(cx, field, "%s", _("Write a day."));
}

static enum err
days(struct ctx *cx, const struct disclosure_request_new *n,
    struct disclosure_request *r)
{
	enum err e, bad;

	bad = day(cx, "since", n->since, &r->since);
	if ((e = day(cx, "until", n->until, &r->until)) != OK)
		bad = e;
	if (bad == OK && r->since[0] != '\0' && r->until[0] != '\0' &&
	    strcmp(r->until, r->since) < 0)
		bad = refuse_field(cx, "until", "%s", _("The period ends "
		    "before it begins. Correct one of the days."));
	r->received = n->received[0] == '\0' ? today(cx) : n->received;
	if (!date_civil_ok(r->received) ||
	    strcmp(r->received, today(cx)) > 0)
		return refuse_field(cx, "received", "%s", _("Write the day "
		    "on which it came in, today at the latest."));
	r->due = disclosure_request_plus(cx, r->received,
	    DISCLOSURE_REQUEST_DAYS);
	return bad;
}

static enum err
fill(struct ctx *cx, struct dossier *d,
    const struct disclosure_request_new *n, struct disclosure_request *r)
{
	unsigned int p = n->purpose;
	enum err e, bad;

	bad = who_asks(cx, d, n, r);
	if ((e = days(cx, n, r)) != OK)
		bad = e;
	if ((e = keep_text(cx, "asked", n->asked, 1, KEEP_REASON, true,
	    &r->asked)) != OK)
		bad = e;
	r->way = n->way;
	if (!AMONG(ways, n->way))
		bad = refuse_field(cx, "way", "%s",
		    _("Choose how it came in."));
	r->purpose = p;
	if (p == 0 || (p & ~(unsigned int)CONSENT_PURPOSES) != 0 ||
	    (p & (p - 1)) != 0)
		bad = refuse_field(cx, "purpose", "%s",
		    _("Choose what they need it for."));
	r->what = n->what & CONSENT_WHATS;
	if (r->what == 0)
		bad = refuse_field(cx, "what", "%s",
		    _("Choose what they ask for."));
	r->extended_why = r->ground = r->ground_why = r->consents = r->why =
	    r->authoriser_name = r->collector_name = r->reviewer_name =
	    r->ender_name = "";
	return bad;
}

static enum err
tell_deadline(struct ctx *cx, struct dossier *d, const struct deadline *x,
    const char *kind, int64_t before, const char *why)
{
	struct event_body *b = deadline_keep_body(cx, x);
	enum err e;

	if (deadline_is_open(x))
		event_change(b, "due", before == 0 ? "" :
		    number_plain(cx->arena, before, 0),
		    number_plain(cx->arena, x->due, 0));
	else if (x->state == DEADLINE_DONE && deadline_is_late(cx, x))
		event_fact(b, "late", "1");
	event_why(b, why);
	if ((e = dossier_keep_due(cx, d)) != OK)
		return e;
	return event_add(cx, d, kind, b);
}

static const char *
rule_of(struct ctx *cx, int days)
{
	return arena_printf(cx->arena, "date(start) + duration(\"P%dD\")",
	    days);
}

/* It begins with the day of the receipt, where the case has its clocks. */
static enum err
begin_clock(struct ctx *cx, struct dossier *d, struct disclosure_request *r)
{
	struct deadline *x = arena_alloc(cx->arena, sizeof(*x));
	struct deadline_span rule = { .early = "", .court = "", .reason = "",
	    .due = rule_of(cx, DISCLOSURE_REQUEST_DAYS),
	    .warn = number_plain(cx->arena, DISCLOSURE_REQUEST_SOON, 0) };
	const struct calendar *calendar;
	enum err e;

	if ((e = calendar_of(cx, d, &calendar)) != OK)
		return e;
	x->code = "";
	x->stops = "hand";
	x->title = arena_printf(cx->arena, _("Release of information %lld"),
	    (long long)r->no);
	if (!date_start(calendar->zone, r->received, &x->started) ||
	    x->started > cx->now)
		x->started = cx->now;
	if ((e = deadline_keep_add(cx, d, x, &rule)) != OK)
		return e;
	r->deadline = x->id;
	r->deadline_no = x->no;
	return tell_deadline(cx, d, x, "deadline.started", 0, "");
}

/* Where it is still there and runs. */
static enum err
clock_of(struct ctx *cx, const struct dossier *d,
    const struct disclosure_request *r, struct deadline **out)
{
	enum err e;

	*out = NULL;
	if (r->deadline_no == 0)
		return OK;
	if ((e = deadline_open(cx, d, r->deadline_no, out)) != OK)
		return e;
	if (!deadline_is_open(*out))
		*out = NULL;
	return OK;
}

enum err
disclosure_request_step(struct ctx *cx, struct dossier *d,
    struct disclosure_request *r, const char *kind, struct event_body *b)
{
	enum err e;

	event_number(b, "no", r->no);
	event_fact(b, "receiver", r->name);
	if ((e = store_disclosure_request_save(cx, r)) != OK)
		return e;
	return event_add(cx, d, kind, b);
}

enum err
disclosure_request_add(struct ctx *cx, struct dossier *d,
    const struct disclosure_request_new *n, struct disclosure_request **out)
{
	struct disclosure_request *r = arena_alloc(cx->arena, sizeof(*r));
	struct event_body *b = event_body(cx);
	enum err e;

	*out = NULL;
	if ((e = keep_level(cx, d, LEVEL_WORK)) != OK ||
	    (e = fill(cx, d, n, r)) != OK ||
	    (e = store_dossier_next(cx, d, &r->no)) != OK ||
	    (e = begin_clock(cx, d, r)) != OK ||
	    (e = store_disclosure_request_add(cx, d, r)) != OK)
		return e;
	event_number(b, "no", r->no);
	event_fact(b, "receiver", r->name);
	event_fact(b, "received", r->received);
	event_fact(b, "due", r->due);
	event_fact(b, "asked", r->asked);
	*out = r;
	return event_add(cx, d, "disclosure.requested", b);
}

static enum err
only_open(struct ctx *cx, const struct dossier *d,
    const struct disclosure_request *r)
{
	enum err e = keep_level(cx, d, LEVEL_WORK);

	if (e != OK || disclosure_request_is_open(r))
		return e;
	return refuse(cx, ERR_CONFLICT, "%s",
	    _("This request has its answer already."));
}

enum err
disclosure_request_extend(struct ctx *cx, struct dossier *d,
    struct disclosure_request *r, const char *why)
{
	struct event_body *b = event_body(cx);
	struct deadline_span rule = { .early = "", .court = "",
	    .due = rule_of(cx, 2 * DISCLOSURE_REQUEST_DAYS),
	    .warn = number_plain(cx->arena, DISCLOSURE_REQUEST_SOON, 0) };
	struct deadline *x;
	int64_t before;
	enum err e;

	if ((e = only_open(cx, d, r)) != OK)
		return e;
	if (r->extended != 0)
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("It was extended already: the law knows one time."));
	if (disclosure_request_left(cx, r) < 0)
		return refuse(cx, ERR_CONFLICT, "%s", _("The 30 days are "
		    "over. It cannot be extended any more."));
	if ((e = keep_reason(cx, "why", why, &r->extended_why)) != OK ||
	    (e = clock_of(cx, d, r, &x)) != OK)
		return e;
	r->extended = cx->now;
	event_change(b, "due", r->due, disclosure_request_plus(cx,
	    r->received, 2 * DISCLOSURE_REQUEST_DAYS));
	event_why(b, r->extended_why);
	r->due = disclosure_request_plus(cx, r->received,
	    2 * DISCLOSURE_REQUEST_DAYS);
	if (x != NULL) {
		before = x->due;
		rule.reason = r->extended_why;
		if ((e = deadline_keep_span(cx, x, x->state ==
		    DEADLINE_PAUSED, &rule, r->extended_why)) != OK ||
		    (e = deadline_keep_save(cx, d, x)) != OK ||
		    (e = tell_deadline(cx, d, x, "deadline.changed", before,
		    r->extended_why)) != OK)
			return e;
	}
	return disclosure_request_step(cx, d, r, "disclosure.extended", b);
}

enum err
disclosure_request_end(struct ctx *cx, struct dossier *d,
    struct disclosure_request *r, enum disclosure_state state,
    const char *why)
{
	bool done = state == DISCLOSURE_DELIVERED ||
	    state == DISCLOSURE_REFUSED;
	struct deadline *x;
	enum err e;

	if ((e = clock_of(cx, d, r, &x)) != OK)
		return e;
	r->state = state;
	r->ended = cx->now;
	r->ender = cx->viewer;
	r->ender_name = cx->name;
	r->why = why;
	if (x == NULL)
		return OK;
	if ((e = deadline_keep_end(cx, x, done ? DEADLINE_DONE :
	    DEADLINE_STOPPED, cx->viewer, why)) != OK ||
	    (e = deadline_keep_save(cx, d, x)) != OK)
		return e;
	return tell_deadline(cx, d, x, done ? "deadline.done" :
	    "deadline.stopped", 0, why);
}

static enum err
end_with(struct ctx *cx, struct dossier *d, struct disclosure_request *r,
    enum disclosure_state state, const char *kind, const char *why)
{
	struct event_body *b = event_body(cx);
	enum err e;

	if ((e = only_open(cx, d, r)) != OK ||
	    (e = keep_reason(cx, "why", why, &why)) != OK ||
	    (e = disclosure_request_end(cx, d, r, state, why)) != OK)
		return e;
	event_why(b, why);
	return disclosure_request_step(cx, d, r, kind, b);
}

enum err
disclosure_request_refuse(struct ctx *cx, struct dossier *d,
    struct disclosure_request *r, const char *why)
{
	return end_with(cx, d, r, DISCLOSURE_REFUSED, "disclosure.refused",
	    why);
}

enum err
disclosure_request_withdraw(struct ctx *cx, struct dossier *d,
    struct disclosure_request *r, const char *why)
{
	return end_with(cx, d, r, DISCLOSURE_WITHDRAWN,
	    "disclosure.withdrawn", why);
}
