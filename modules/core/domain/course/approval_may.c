/* SPDX-License-Identifier: MIT */
/* Who may decide on an approval; store_approval.h says the same in SQL. */
#include <string.h>

#include "domain/course/approval.h"
#include "domain/course/approval_input.h"
#include "domain/course/approval_levels.h"
#include "domain/people/absence.h"
#include "domain/people/authority.h"
#include "store/store_access.h"
#include "store/store_approval.h"
#include "text/message.h"

/* What is known of the viewer. */
struct hands {
	struct store_access_role *roles;
	struct authority *limits;
	const char *wrote;	/* that they did, a sentence; "" */
	bool own, party, twice;
};

static enum err
look(struct ctx *cx, struct dossier *d, const struct approval *a,
    struct hands *h)
{
	const struct approval_act *t;
	enum err e;

	for (t = a->acts; t != NULL; t = t->next)
		h->twice |= t->what == APPROVAL_APPROVE && t->undone == 0 &&
		    t->actor == cx->viewer;
	if ((e = store_approval_asked_by_me(cx, d, a, &h->own)) != OK ||
	    (e = approval_input_wrote(cx, d, a, &h->wrote)) != OK ||
	    (e = store_approval_party(cx, d, &h->party)) != OK ||
	    (e = store_access_roles(cx, cx->viewer, &h->roles)) != OK)
		return e;
	return authority_mine(cx, &h->limits);
}

static bool
has_label(const struct hands *h, const char *name)
{
	const struct store_access_role *r = h->roles;

	while (r != NULL && strcmp(r->label, name) != 0)
		r = r->next;
	return r != NULL;
}

/* Is it theirs by what they are? */
static bool
of_step(const struct ctx *cx, const struct dossier *d,
    const struct approval *a, const struct hands *h)
{
	if (strcmp(a->waits, "lead") == 0)
		return d->lead != 0 && d->lead == cx->viewer;
	if (strcmp(a->waits, "manage") == 0)
		return absence_own(d) >= LEVEL_MANAGE;
	if (strcmp(a->waits, "decide") == 0)
		return absence_own(d) >= LEVEL_DECIDE;
	return has_label(h, a->waits);
}

/* The narrowest that covers it; of a kind, "" and one: of any of both. */
static const struct authority *
covering(const struct approval *a, const struct hands *h, const char *kind,
    bool all)
{
	const struct authority *x, *best = NULL;

	for (x = h->limits; x != NULL; x = x->next)
		if ((strcmp(x->kind, kind) == 0 ||
		    (all && x->kind[0] == '\0')) &&
		    authority_covers(x, a->has_amount, a->amount,
		    a->currency) && (best == NULL || (best->any && !x->any) ||
		    (!x->any && x->amount < best->amount)))
			best = x;
	return best;
}

/* By what they are, or by a limit of the step's own kind. */
static const char *
by_step(struct ctx *cx, const struct dossier *d, const struct approval *a,
    const struct hands *h, const struct authority **limit)
{
	bool reserved = strcmp(a->waits, "lead") == 0 ||
	    strcmp(a->waits, "manage") == 0 ||
	    strcmp(a->waits, "decide") == 0;
	bool theirs = of_step(cx, d, a, h);
	bool needed = a->step >= a->last && a->has_amount;

	if (theirs && needed)
		*limit = covering(a, h, a->kind, true);
	if (theirs && (!needed || *limit != NULL))
		return "";
	if ((!reserved || theirs) &&
	    (*limit = covering(a, h, a->waits, false)) != NULL)
		return "";
	if (!theirs)
		return arena_printf(cx->arena, _("This step is for: %s."),
		    approval_levels_word(cx, a->waits));
	return arena_printf(cx->arena, _("No limit of yours covers %s. Who "
	    "takes the last step needs one that does; administrators give "
	    "them."), approval_amount(cx, a));
}

static const char *
why_not(struct ctx *cx, const struct dossier *d, const struct approval *a,
    const struct hands *h, const struct authority **limit)
{
	if (strcmp(d->status, "closed") == 0)
		return _("The case is closed.");
	if (a->state != APPROVAL_ASKED)
		return "";
	if (!a->wanted)
		return _("The plan of the case does not wait for this any "
		    "more.");
	if (h->own)
		return _("You asked for this. Somebody else decides on it.");
	if (h->wrote[0] != '\0')
		return h->wrote;
	if (h->party)
		return _("You take part in this case yourself. Somebody else "
		    "decides on it.");
	if (h->twice)
		return _("You approved an earlier step. Somebody else takes "
		    "the next one.");
	if (d->level < LEVEL_WORK)
		return _("You may read this case but not work on it. Ask its "
		    "lead for access.");
	/* who stands in signs nothing for whom they stand in */
	if (absence_own(d) < LEVEL_WORK)
		return _("You stand in here for somebody who is away. What "
		    "waits for their signature waits until they are back, "
		    "or for another who may sign.");
	return by_step(cx, d, a, h, limit);
}

enum err
approval_may(struct ctx *cx, struct dossier *d, const struct approval *a,
    struct approval_may *out)
{
	struct hands h = { 0 };
	bool work = d->level >= LEVEL_WORK && strcmp(d->status,
	    "closed") != 0;
	enum err e;

	*out = (struct approval_may){ .why_not = "" };
	if ((e = look(cx, d, a, &h)) != OK)
		return e;
	out->why_not = why_not(cx, d, a, &h, &out->limit);
	out->decide = a->state == APPROVAL_ASKED && out->why_not[0] == '\0';
	out->approve = out->decide && !a->stale;
	if (out->decide && a->stale)
		out->why_not = a->now;
	out->comment = work && a->state != APPROVAL_UNDONE;
	out->withdraw = work && (h.own || d->level >= LEVEL_MANAGE) &&
	    (a->state == APPROVAL_ASKED || a->state == APPROVAL_RETURNED ||
	    (a->state == APPROVAL_APPROVED && a->item == 0));
	out->again = work && a->no == a->newest && d->verdict[0] != '\0' &&
	    (a->stale || a->state == APPROVAL_RETURNED ||
	    a->state == APPROVAL_REJECTED || a->state == APPROVAL_WITHDRAWN);
	return OK;
}
