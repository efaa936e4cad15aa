/* SPDX-License-Identifier: MIT */
/* Entries of a docket by hand: added, corrected, taken out. */
#include <stdlib.h>
#include <string.h>

#include "domain/desk/docket.h"
#include "domain/desk/docket_hand.h"
#include "domain/dossier/undo.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "store/db.h"
#include "store/store_docket.h"
#include "store/store_party.h"
#include "text/date.h"
#include "text/message.h"
#include "text/number.h"

#define BY_HAND 1000000	/* behind every place of a court's list */
#define LATEST 50

struct event_body *
docket_hand_event(struct ctx *cx, const struct proceeding *p,
    const struct docket_entry *x)
{
	struct event_body *b = event_body(cx);

	event_number(b, "proceeding", p->no);
	event_number(b, "place", x->place);
	event_fact(b, "court", p->court);
	event_fact(b, "reference", p->reference);
	event_fact(b, "number", x->number);
	event_fact(b, "filed", x->filed);
	return b;
}

/* The row of whom a form named, who is on the case; or who has been said
 * before. */
static enum err
filed_by(struct ctx *cx, struct dossier *d, int64_t no,
    struct docket_entry *x, int64_t *row)
{
	const struct party *y;
	enum err e;

	*row = 0;
	if (no == 0) {
		x->party = 0;
		x->party_name = "";
		return OK;
	}
	if ((e = store_party_list(cx, d)) != OK)
		return e;
	for (y = d->parties; y != NULL; y = y->next)
		if (y->no == no && (y->ended == 0 || x->party == no) &&
		    strcmp(y->role, "lead") != 0)
			break;
	if (y == NULL)
		return refuse_field(cx, "party", "%s",
		    _("Choose one of the people of this case."));
	x->party = y->no;
	x->party_name = y->name;
	*row = y->id;
	return OK;
}

static enum err
fill(struct ctx *cx, struct dossier *d, const struct docket_new *n,
    struct docket_entry *x, int64_t *party)
{
	enum err e, bad = OK;

	if ((e = keep_text(cx, "number", n->number, 0, 40, false,
	    &x->number)) != OK)
		bad = e;
	if ((e = keep_text(cx, "text", n->text, 1, KEEP_TEXT, true,
	    &x->text)) != OK)
		bad = e;
	x->filed = n->filed;
	x->entered = n->entered;
	if (!date_civil_ok(x->filed))
		bad = refuse_field(cx, "filed", "%s", x->filed[0] == '\0' ?
		    _("Say on which day it was filed.") :
		    _("This day does not exist."));
	if (x->entered[0] != '\0' && !date_civil_ok(x->entered))
		bad = refuse_field(cx, "entered", "%s",
		    _("This day does not exist."));
	if ((e = filed_by(cx, d, n->party, x, party)) != OK)
		bad = e;
	return bad;
}

static enum err
tell(struct ctx *cx, struct dossier *d, struct undo *u, const char *kind,
    const struct proceeding *p, const struct docket_entry *old,
    const struct docket_entry *x, const char *why)
{
	struct event_body *b = docket_hand_event(cx, p, x);
	enum err e;

	event_change(b, "entry", old->number, x->number);
	event_change(b, "filed", old->filed, x->filed);
	event_change(b, "entered", old->entered, x->entered);
	event_change(b, "text", old->text, x->text);
	event_change(b, "filed_by", old->party_name, x->party_name);
	if (why != NULL)
		event_why(b, why);
	if ((e = undo_step(cx, u, kind)) != OK)
		return e;
	return event_add(cx, d, kind, b);
}

enum err
docket_hand_propose(struct ctx *cx, const struct proceeding *p,
    const char **out)
{
	const struct store_docket_filter newest = { .text = "",
	    .newest = true, .limit = LATEST };
	struct docket_entry *x;
	long long n, most = 0;
	char *end;
	enum err e;

	*out = "";
	if ((e = store_docket_list(cx, p, &newest, &x)) != OK)
		return e;
	if (x == NULL)
		*out = "1";
	for (; x != NULL; x = x->next) {
		n = strtoll(x->number, &end, 10);
		if (x->number[0] != '\0' && *end == '\0' && n > most &&
		    n < BY_HAND)
			most = n;
	}
	if (most > 0)
		*out = number_plain(cx->arena, most + 1, 0);
	return OK;
}

enum err
docket_hand_add(struct ctx *cx, struct dossier *d, const struct proceeding *p,
    const struct docket_new *n, struct docket_entry **out)
{
	static const struct docket_entry none = { .number = "", .filed = "",
	    .entered = "", .text = "", .party_name = "" };
	struct docket_entry *x = arena_alloc(cx->arena, sizeof(*x));
	struct undo *u = NULL;
	int64_t party;
	enum err e;

	*out = NULL;
	if ((e = keep_open(cx, d)) != OK ||
	    (e = fill(cx, d, n, x, &party)) != OK ||
	    (e = undo_watch(cx, d, UNDO_PROCEEDINGS, &u)) != OK ||
	    (e = store_docket_place(cx, p, BY_HAND, &x->place)) != OK)
		return e;
	x->hand = 1;
	if ((e = store_docket_entry_add(cx, p, x, party)) != OK)
		return e;
	*out = x;
	return tell(cx, d, u, "docket.added", p, &none, x, NULL);
}

/* One by hand that is still there. */
static enum err
changeable(struct ctx *cx, const struct dossier *d,
    const struct docket_entry *x)
{
	enum err e;

	if ((e = keep_open(cx, d)) != OK)
		return e;
	if (x->hand == 0)
		return refuse(cx, ERR_CONFLICT, "%s", _("This entry is the "
		    "court's own word. It is not changed here."));
	return x->struck == 0 ? OK : refuse(cx, ERR_CONFLICT, "%s",
	    _("This entry was taken out of the docket."));
}

static bool
same(const struct docket_entry *a, const struct docket_entry *b)
{
	return a->party == b->party &&
	    strcmp(a->number, b->number) == 0 &&
	    strcmp(a->filed, b->filed) == 0 &&
	    strcmp(a->entered, b->entered) == 0 &&
	    strcmp(a->text, b->text) == 0;
}

enum err
docket_hand_change(struct ctx *cx, struct dossier *d,
    const struct proceeding *p, struct docket_entry *x,
    const struct docket_new *n, int64_t version)
{
	const struct docket_entry old = *x;
	struct undo *u = NULL;
	int64_t party;
	enum err e;

	if ((e = changeable(cx, d, x)) != OK)
		return e;
	if (version != x->hand)
		return db_stale(cx);
	if ((e = fill(cx, d, n, x, &party)) != OK || same(&old, x))
		return e;
	if ((e = undo_watch(cx, d, UNDO_PROCEEDINGS, &u)) != OK ||
	    (e = store_docket_entry_save(cx, p, x, party)) != OK)
		return e;
	return tell(cx, d, u, "docket.changed", p, &old, x, NULL);
}

enum err
docket_hand_strike(struct ctx *cx, struct dossier *d,
    const struct proceeding *p, struct docket_entry *x, const char *why)
{
	struct undo *u = NULL;
	int64_t party;
	enum err e;

	if ((e = changeable(cx, d, x)) != OK ||
	    (e = keep_reason(cx, "why", why, &why)) != OK ||
	    (e = filed_by(cx, d, x->party, x, &party)) != OK ||
	    (e = undo_watch(cx, d, UNDO_PROCEEDINGS, &u)) != OK)
		return e;
	x->struck = cx->now;
	if ((e = store_docket_entry_save(cx, p, x, party)) != OK)
		return e;
	return tell(cx, d, u, "docket.struck", p, x, x, why);
}
