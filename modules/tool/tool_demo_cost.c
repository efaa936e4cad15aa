/* SPDX-License-Identifier: MIT */
/* Time, costs and settlement offers in the stories of the demo. */
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "domain/desk/offer.h"
#include "domain/dossier/booking.h"
#include "store/store_party.h"
#include "text/date.h"
#include "tool/tool_demo.h"

/* "book DURATION ACTIVITY TEXT"; "pay AMOUNT KIND TEXT", in the currency of
 * the type. */
static enum err
book(struct tool_demo *p, struct dossier *d, enum booking_kind kind)
{
	const struct booking_new n = { .kind = kind, .day = "",
	    .duration = p->act->word[1], .amount = p->act->word[1],
	    .code = p->act->word[2], .payer = "house", .billable = true,
	    .text = tool_demo_said(p, 3) };
	struct booking *b;

	return booking_add(p->cx, d, &n, &b);
}

static int64_t
in_role(const struct dossier *d, const char *role)
{
	const struct party *y;

	for (y = d->parties; y != NULL; y = y->next)
		if (y->ended == 0 && strcmp(y->role, role) == 0)
			return y->no;
	return 0;
}

/* The newest one that nobody has answered. */
static enum err
newest(struct tool_demo *p, const struct dossier *d, struct offer **out)
{
	struct offer *x;
	enum err e;

	*out = NULL;
	if ((e = offer_list(p->cx, d, &x)) != OK)
		return e;
	for (; x != NULL; x = x->next)
		if (x->state == OFFER_OPEN)
			*out = x;
	return OK;
}

/* "propose ROLE AMOUNT DAYS TEXT": open for so many days; it answers what
 * the other side offered last. */
static enum err
propose(struct tool_demo *p, struct dossier *d)
{
	int64_t until = p->cx->now + strtoll(p->act->word[3], NULL, 10) *
	    DAY;
	struct offer_new n = { .made = "", .way = "letter",
	    .currency = "EUR", .amount = p->act->word[2],
	    .terms = tool_demo_said(p, 4) };
	struct offer *old, *x;
	enum err e;

	if ((e = store_party_list(p->cx, d)) != OK ||
	    (e = newest(p, d, &old)) != OK)
		return e;
	n.maker = in_role(d, p->act->word[1]);
	n.until = date_text(p->cx->arena, "en", p->cx->zone, until, 0,
	    DATE_INPUT_DAY);
	n.counters = old == NULL ? 0 : old->no;
	return offer_add(p->cx, d, &n, &x);
}

enum err
tool_demo_cost(struct tool_demo *p, struct dossier *d, bool *known)
{
	const char *word = p->act->word[0];

	*known = true;
	if (strcmp(word, "book") == 0)
		return book(p, d, BOOKING_TIME);
	if (strcmp(word, "pay") == 0)
		return book(p, d, BOOKING_COST);
	if (strcmp(word, "propose") == 0)
		return propose(p, d);
	*known = false;
	return OK;
}
