/* SPDX-License-Identifier: MIT */
/* A handover is offered: who to whom, and which cases. */
#include "base/day.h"
#include "domain/desk/handover.h"
#include "domain/dossier/dossier.h"
#include "domain/people/notice.h"
#include "domain/spine/dossier_number.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "model/right.h"
#include "store/store_access.h"
#include "store/store_dossier.h"
#include "store/store_handover.h"
#include "text/message.h"

#define MOST 100		/* cases of one */
#define NAMED 5			/* numbers that a sentence names */
#define FARTHEST (366 * DAY)

static enum err
people_ok(struct ctx *cx, struct handover *h)
{
	struct store_access_staff giver, receiver;
	enum err e;

	if ((e = store_access_staff(cx, h->giver, &giver)) != OK ||
	    (e = store_access_staff(cx, h->receiver, &receiver)) != OK)
		return e;
	if (giver.person == 0)
		return refuse_field(cx, "giver", "%s",
		    _("Choose somebody of the staff."));
	if (receiver.person == 0 || !receiver.enabled ||
	    (receiver.rights & RIGHT_STAFF) == 0)
		return refuse_field(cx, "receiver", "%s",
		    _("Choose somebody of the staff."));
	if (h->receiver == h->giver)
		return refuse_field(cx, "receiver", "%s",
		    _("Choose somebody else: it is theirs already."));
	h->giver_name = giver.name;
	h->receiver_name = receiver.name;
	return OK;
}

/* What keeps a case from being given, gathered for one sentence each. */
struct refused {
	const char *cannot, *nothing, *waits;
	int cannots, nothings, waitings;
};


static void
name_it(struct ctx *cx, const char **list, int *n, const char *number)
{
	if ((*n)++ < NAMED)
		*list = arena_printf(cx->arena, "%s%s%s", *list,
		    (*list)[0] == '\0' ? "" : ", ", number);
	else if (*n == NAMED + 1)
		*list = arena_printf(cx->arena, "%s …", *list);
}

static enum err
offer(struct ctx *cx, const struct handover *h, const char *number,
    int64_t no, struct refused *bad)
{
	struct store_dossier_held held;
	struct dossier *d;
	bool any, added;
	enum err e;

	if ((e = dossier_open(cx, number, h->giver == cx->viewer ?
	    LEVEL_WORK : LEVEL_MANAGE, &d)) != OK ||
	    (e = keep_open(cx, d)) != OK ||
	    (e = store_dossier_held(cx, d, h->receiver, &held)) != OK ||
	    (e = handover_has(cx, d, h->giver, &any)) != OK)
		return e;
	if (held.walled || held.own < LEVEL_WORK)
		name_it(cx, &bad->cannot, &bad->cannots, d->number);
	if (!any)
		name_it(cx, &bad->nothing, &bad->nothings, d->number);
	if ((e = store_handover_case_add(cx, h, d, no, &added)) != OK)
		return e;
	if (!added)
		name_it(cx, &bad->waits, &bad->waitings, d->number);
	if (bad->cannots + bad->nothings + bad->waitings > 0)
		return OK;	/* all of it is taken back */
	if (no == 1 && (e = store_handover_tell(cx, h, d->id, h->receiver,
	    cx->now + NOTICE_PAUSE)) != OK)
		return e;
	return event_add(cx, d, "handover.offered", handover_body(cx, h));
}

static enum err
offered(struct ctx *cx, const struct handover *h, const struct refused *bad)
{
	enum err e = OK;

	if (bad->cannots > 0)
		e = refuse_field(cx, "receiver", _("%s may not work on %s. "
		    "Have access given first, or choose somebody else."),
		    h->receiver_name, bad->cannot);
	if (bad->nothings > 0)
		e = refuse_field(cx, "pick", _("Nothing of %s is theirs to "
		    "give any more."), bad->nothing);
	if (bad->waitings > 0)
		e = refuse_field(cx, "pick", _("An answer to another "
		    "handover is waited for already: %s."), bad->waits);
	return e;
}

static enum err
begins_ok(struct ctx *cx, struct handover *h)
{
	if (h->begins < cx->now)
		h->begins = cx->now;
	if (h->begins > cx->now + FARTHEST)
		return refuse_field(cx, "begins", "%s",
		    _("Choose a day within a year."));
	return OK;
}

static enum err
add_row(struct ctx *cx, struct handover *h)
{
	int tries = 0;
	enum err e;

	while (h->id == 0) {
		if (tries++ == DOSSIER_NUMBER_TRIES)
			return dossier_number_none(cx);
		h->number = dossier_number_handover(cx);
		if ((e = store_handover_add(cx, h)) != OK)
			return e;
	}
	return OK;
}

enum err
handover_add(struct ctx *cx, const struct handover_new *n,
    struct handover **out)
{
	struct handover *h = arena_alloc(cx->arena, sizeof(*h));
	struct refused bad = { "", "", "", 0, 0, 0 };
	size_t i;
	enum err e, f;

	*out = NULL;
	h->giver = n->giver;
	h->receiver = n->receiver;
	h->begins = n->begins;
	f = keep_text(cx, "note", n->note, 0, KEEP_TEXT, true, &h->note);
	if ((e = people_ok(cx, h)) != OK)
		f = e;
	if ((e = begins_ok(cx, h)) != OK)
		f = e;
	if (n->count == 0 || n->count > MOST)
		f = refuse_field(cx, "pick", n->count == 0 ?
		    _("Tick the cases that are to be handed over.") :
		    _("Hand over 100 cases at once, then the others."));
	if (f != OK || (e = add_row(cx, h)) != OK)
		return f != OK ? f : e;
	for (i = 0; i < n->count; i++)
		if ((e = offer(cx, h, n->numbers[i], (int64_t)i + 1,
		    &bad)) != OK)
			return e;
	*out = h;
	return offered(cx, h, &bad);
}
