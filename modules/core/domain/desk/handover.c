/* SPDX-License-Identifier: MIT */
/* Handovers: read, accepted, refused, withdrawn. */
#include "domain/desk/handover.h"

#include <string.h>

#include "domain/course/dossier_load.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/dossier_keep.h"
#include "domain/dossier/rulepack_gate.h"
#include "domain/people/notice.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "store/store_dossier.h"
#include "store/store_handover.h"
#include "store/store_party.h"
#include "text/message.h"


enum err
handover_list(struct ctx *cx, enum handover_list which, int limit,
    struct handover **out)
{
	static const enum store_handover_list lists[] = {
		[HANDOVER_TO_ME] = STORE_HANDOVER_TO,
		[HANDOVER_LATELY] = STORE_HANDOVER_FROM,
		[HANDOVER_MANAGED] = STORE_HANDOVER_MANAGED
	};

	return store_handover_list(cx, lists[which], limit, out);
}

enum err
handover_work(struct ctx *cx, int64_t person, int limit,
    struct handover_work **out)
{
	return store_handover_work(cx, person, person == cx->viewer, limit,
	    out);
}

enum err
handover_left(struct ctx *cx, struct handover_left **out)
{
	return store_handover_left(cx, out);
}

/* Does the viewer manage one of its cases? */
static enum err
manages(struct ctx *cx, const struct handover *h, bool *out)
{
	const struct handover_case *c;
	struct dossier *d;
	enum err e;

	*out = false;
	for (c = h->cases; c != NULL && !*out; c = c->next) {
		e = dossier_open(cx, c->number, LEVEL_MANAGE, &d);
		if (e != OK && e != ERR_FORBIDDEN && e != ERR_MISSING)
			return e;
		*out = e == OK;
	}
	cx->why = NULL;
	return OK;
}

/* It, with the cases in sight, and whether it is the viewer's business. */
static enum err
find(struct ctx *cx, const char *number, struct handover **out, bool *may)
{
	struct handover *h;
	enum err e;

	*may = false;
	if ((e = store_handover_find(cx, number, out)) != OK || *out == NULL)
		return e;
	h = *out;
	if ((e = store_handover_cases(cx, h)) != OK)
		return e;
	*may = h->giver == cx->viewer || h->receiver == cx->viewer ||
	    h->made_by == cx->viewer;
	return *may ? OK : manages(cx, h, may);
}

static enum err
missing(struct ctx *cx)
{
	return refuse(cx, ERR_MISSING, "%s", _("There is no such handover, "
	    "or it is not for you."));
}

enum err
handover_open(struct ctx *cx, const char *number, struct handover **out)
{
	bool may;
	enum err e;

	if ((e = find(cx, number, out, &may)) != OK)
		return e;
	return may ? OK : missing(cx);
}

enum err
handover_open_case(struct ctx *cx, const char *number, int64_t no,
    struct handover **out, struct handover_case **c)
{
	bool may;
	enum err e;

	*c = NULL;
	if ((e = find(cx, number, out, &may)) != OK)
		return e;
	if (*out != NULL)
		for (*c = (*out)->cases; *c != NULL && (*c)->no != no;)
			*c = (*c)->next;
	if (*c != NULL && ((*c)->state == HANDOVER_ACCEPTED ||
	    (may && (*c)->state == HANDOVER_WAITING)))
		return OK;
	return missing(cx);
}

bool
handover_may_accept(const struct ctx *cx, const struct handover *h)
{
	return h->receiver == cx->viewer && h->waiting > 0;
}

bool
handover_may_withdraw(const struct ctx *cx, const struct handover *h)
{
	return h->receiver != cx->viewer && h->waiting > 0;
}

enum err
handover_has(struct ctx *cx, struct dossier *d, int64_t person, bool *out)
{
	const struct party *p;
	int64_t tasks;
	enum err e;

	if ((e = store_handover_has(cx, d, person, &tasks)) != OK ||
	    (e = store_party_list(cx, d)) != OK)
		return e;
	*out = d->lead == person || tasks > 0;
	for (p = d->parties; p != NULL; p = p->next)
		if (p->person == person && p->ended == 0)
			*out = true;
	return OK;
}

struct event_body *
handover_body(struct ctx *cx, const struct handover *h)
{
	struct event_body *b = event_body(cx);

	event_fact(b, "handover", h->number);
	event_fact(b, "giver", h->giver_name);
	event_fact(b, "receiver", h->receiver_name);
	return b;
}

static bool
chosen(const struct handover_some *some, int64_t no)
{
	size_t i;

	for (i = 0; i < some->count; i++)
		if (some->no[i] == no)
			return true;
	return some->count == 0;
}

/* The lead goes over. What the giver may do with a restricted case by being
 * its lead they gave with it, so the receiver need not manage it before. */
static enum err
take_lead(struct ctx *cx, struct dossier *d, const struct handover *h,
    struct event_body *b)
{
	enum err e;

	if (d->lead != h->giver)
		return OK;
	d->level = LEVEL_MANAGE;
	if ((e = rulepack_gate_lead(cx, d, h->receiver, true)) != OK ||
	    (e = dossier_keep_lead(cx, d, h->receiver)) != OK)
		return e;
	event_before(b, "lead", h->giver_name);
	event_after(b, "lead", h->receiver_name);
	return OK;
}

/* The other roles: each ends and begins again, unless it is held already. */
static enum err
take_roles(struct ctx *cx, struct dossier *d, const struct handover *h,
    int64_t *n)
{
	const struct party *p, *q;
	int64_t no;
	enum err e;

	*n = 0;
	if ((e = store_party_list(cx, d)) != OK)
		return e;
	for (p = d->parties; p != NULL; p = p->next) {
		if (p->person != h->giver || p->ended != 0 ||
		    strcmp(p->role, "lead") == 0)
			continue;
		if ((e = store_party_end(cx, d, p->no)) != OK)
			return e;
		++*n;
		for (q = d->parties; q != NULL; q = q->next)
			if (q->person == h->receiver && q->ended == 0 &&
			    strcmp(q->role, p->role) == 0)
				break;
		if (q == NULL &&
		    ((e = store_dossier_next(cx, d, &no)) != OK ||
		    (e = store_party_add(cx, d, no, h->receiver,
		    p->role)) != OK))
			return e;
	}
	return *n == 0 ? OK : store_party_requester(cx, d);
}

static enum err
keep_sheet(struct ctx *cx, const struct handover *h, struct dossier *d,
    int64_t no, const char **sum)
{
	struct handover_line *l;
	int64_t place = 0;
	enum err e;

	if ((e = handover_sheet_write(cx, h, d, &l)) != OK)
		return e;
	*sum = handover_sheet_sum(cx, h, d->number, l);
	for (; l != NULL; l = l->next)
		if ((e = store_handover_line_add(cx, h, no, ++place,
		    l)) != OK)
			return e;
	return OK;
}

static enum err
take(struct ctx *cx, struct handover *h, const struct handover_case *c,
    bool *gone)
{
	struct event_body *b = handover_body(cx, h);
	int64_t tasks = 0, roles = 0;
	const char *sum;
	struct dossier *d;
	bool any;
	enum err e;

	if ((e = dossier_open(cx, c->number, LEVEL_WORK, &d)) != OK ||
	    (e = keep_open(cx, d)) != OK ||
	    (e = dossier_load(cx, d)) != OK ||
	    (e = handover_has(cx, d, h->giver, &any)) != OK)
		return e;
	*gone = !any;
	if (!any)
		return store_handover_answer(cx, h, c->no, HANDOVER_GONE, "",
		    "");
	if ((e = keep_sheet(cx, h, d, c->no, &sum)) != OK ||
	    (e = store_handover_answer(cx, h, c->no, HANDOVER_ACCEPTED, "",
	    sum)) != OK ||
	    (e = take_lead(cx, d, h, b)) != OK ||
	    (e = take_roles(cx, d, h, &roles)) != OK ||
	    (e = store_handover_tasks(cx, d, h->giver, h->receiver,
	    &tasks)) != OK)
		return e;
	event_count(b, "tasks", tasks);
	event_count(b, "roles", roles);
	event_number(b, "sheet", c->no);
	event_fact(b, "sha256", sum);
	return event_add(cx, d, "handover.accepted", b);
}

static enum err
waits_ok(struct ctx *cx, const struct handover *h)
{
	if (h->receiver != cx->viewer)
		return refuse(cx, ERR_FORBIDDEN, "%s",
		    _("Only who is to take it over answers this."));
	if (h->waiting == 0)
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("Nothing of this handover waits for an answer."));
	return OK;
}

/* Giver and maker learn of an answer. */
static enum err
tell_back(struct ctx *cx, const struct handover *h, int64_t dossier)
{
	enum err e;

	if (dossier == 0)
		return OK;
	if ((e = store_handover_tell(cx, h, dossier, h->giver,
	    cx->now + NOTICE_PAUSE)) != OK || h->made_by == h->giver)
		return e;
	return store_handover_tell(cx, h, dossier, h->made_by,
	    cx->now + NOTICE_PAUSE);
}

enum err
handover_accept(struct ctx *cx, struct handover *h,
    const struct handover_some *some, int *done, int *gone)
{
	struct handover_case *c;
	int64_t told = 0;
	bool was;
	enum err e;

	*done = *gone = 0;
	if ((e = waits_ok(cx, h)) != OK)
		return e;
	if (h->begins > cx->now)
		return refuse(cx, ERR_CONFLICT, "%s", _("This handover "
		    "begins later. Accept it from that day on."));
	for (c = h->cases; c != NULL; c = c->next) {
		if (c->state != HANDOVER_WAITING || !chosen(some, c->no))
			continue;
		if ((e = take(cx, h, c, &was)) != OK)
			return e;
		*gone += was;
		*done += !was;
		told = c->dossier;
	}
	return tell_back(cx, h, told);
}

static enum err
answer(struct ctx *cx, struct handover *h, const struct handover_case *c,
    enum handover_state state, const char *kind, const char *reason)
{
	struct event_body *b = handover_body(cx, h);
	struct dossier *d;
	enum err e;

	if ((e = dossier_open(cx, c->number, LEVEL_READ, &d)) != OK ||
	    (e = store_handover_answer(cx, h, c->no, state, reason,
	    "")) != OK)
		return e;
	event_why(b, reason);
	return event_add(cx, d, kind, b);
}

enum err
handover_refuse(struct ctx *cx, struct handover *h,
    const struct handover_some *some, const char *reason, int *done)
{
	struct handover_case *c;
	int64_t told = 0;
	enum err e;

	*done = 0;
	if ((e = waits_ok(cx, h)) != OK ||
	    (e = keep_reason(cx, "reason", reason, &reason)) != OK)
		return e;
	for (c = h->cases; c != NULL; c = c->next) {
		if (c->state != HANDOVER_WAITING || !chosen(some, c->no))
			continue;
		if ((e = answer(cx, h, c, HANDOVER_REFUSED,
		    "handover.refused", reason)) != OK)
			return e;
		++*done;
		told = c->dossier;
	}
	return tell_back(cx, h, told);
}

enum err
handover_withdraw(struct ctx *cx, struct handover *h, int *done)
{
	struct handover_case *c;
	enum err e;

	*done = 0;
	if (!handover_may_withdraw(cx, h))
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("Nothing of this handover waits for an answer."));
	for (c = h->cases; c != NULL; c = c->next) {
		if (c->state != HANDOVER_WAITING)
			continue;
		if ((e = answer(cx, h, c, HANDOVER_WITHDRAWN,
		    "handover.withdrawn", "")) != OK)
			return e;
		++*done;
	}
	return OK;
}

enum err
handover_sheet(struct ctx *cx, const struct handover *h,
    const struct handover_case *c, struct dossier *d,
    struct handover_line **out)
{
	if (c->state == HANDOVER_ACCEPTED)
		return store_handover_lines(cx, h, c->no, out);
	return handover_sheet_write(cx, h, d, out);
}
