/* SPDX-License-Identifier: MIT */
/* Approvals of a dossier: how they stand, and whether they still count. */
#include "domain/course/approval.h"

#include <string.h>

#include "domain/course/approval_keep.h"
#include "domain/course/approval_plan.h"
#include "domain/people/authority.h"
#include "domain/spine/dossier_number.h"
#include "store/store_approval.h"
#include "text/message.h"
#include "text/number.h"

#define LISTED 100	/* of one dossier */
#define COUNTED 1001

const char *
approval_amount(struct ctx *cx, const struct approval *a)
{
	return !a->has_amount ? "" : number_money(cx->arena, cx->lang,
	    a->amount, a->currency);
}

bool
approval_counts(const struct approval *a)
{
	return a->state == APPROVAL_APPROVED && !a->stale;
}

/* The limits that the acts name. */
static enum err
limits(struct ctx *cx, const struct dossier *d, struct approval *list)
{
	struct authority *all, *x;
	struct approval_act *t;
	struct approval *a;
	bool any = false;
	enum err e;

	for (a = list; a != NULL; a = a->next)
		for (t = a->acts; t != NULL; t = t->next)
			any |= t->authority_id != 0;
	if (!any)
		return OK;
	if ((e = store_authority_of(cx, d, &all)) != OK)
		return e;
	for (a = list; a != NULL; a = a->next)
		for (t = a->acts; t != NULL; t = t->next)
			for (x = all; x != NULL; x = x->next)
				if (x->id == t->authority_id)
					t->authority = x;
	return OK;
}

enum err
approval_open(struct ctx *cx, struct dossier *d, int64_t no,
    struct approval **out)
{
	enum err e;

	if ((e = store_approval_find(cx, d, no, out)) != OK)
		return e;
	if (*out == NULL)
		return refuse(cx, ERR_MISSING, "%s",
		    _("There is no such approval on this case."));
	approval_keep_compare(cx, *out);
	if ((e = approval_plan_titles(cx, d->type, *out)) != OK ||
	    (e = approval_keep_steps(cx, d, *out)) != OK ||
	    (e = store_approval_acts(cx, d, *out)) != OK)
		return e;
	return limits(cx, d, *out);
}

enum err
approval_list(struct ctx *cx, struct dossier *d, struct approval **out)
{
	struct approval *a;
	enum err e;

	if ((e = store_approval_list(cx, d, LISTED, out)) != OK ||
	    *out == NULL)
		return e;
	for (a = *out; a != NULL; a = a->next)
		approval_keep_compare(cx, a);
	if ((e = approval_plan_titles(cx, d->type, *out)) != OK ||
	    (e = store_approval_acts_all(cx, d, *out)) != OK)
		return e;
	return limits(cx, d, *out);
}

/* Another round of the plan has it approved as it is now. */
static bool
elsewhere(const struct approval *all, const struct approval *a)
{
	for (; all != NULL; all = all->next)
		if (all->root != a->root && all->no == all->newest &&
		    all->wanted && approval_counts(all) &&
		    a->used[0] != '\0' && strcmp(all->used, a->used) == 0)
			return true;
	return false;
}

/* Of each chain the newest speaks; what was taken back says nothing, unless
 * the plan has gone on as if it were approved. */
static bool
is_missing(const struct approval *all, const struct approval *a)
{
	if (a->no != a->newest || !a->wanted || approval_counts(a))
		return false;
	if (a->passed)
		return !elsewhere(all, a);
	return a->state == APPROVAL_ASKED || a->stale;
}

enum err
approval_missing(struct ctx *cx, struct dossier *d, struct approval **out)
{
	struct approval *all, *a;
	enum err e;

	*out = NULL;
	if ((e = store_approval_list(cx, d, LISTED, &all)) != OK ||
	    (e = approval_plan_titles(cx, d->type, all)) != OK)
		return e;
	for (a = all; a != NULL; a = a->next)
		approval_keep_compare(cx, a);
	for (a = all; a != NULL; a = a->next) {
		if (!is_missing(all, a))
			continue;
		*out = arena_copy(cx->arena, a, sizeof(*a));
		(*out)->next = NULL;
		out = &(*out)->next;
	}
	return OK;
}

enum err
approval_waiting(struct ctx *cx, enum approval_which which,
    const char *after, int limit, struct approval_page *out)
{
	enum store_approval_list list = which == APPROVAL_FOR_ME ?
	    STORE_APPROVAL_FOR_ME : STORE_APPROVAL_BY_ME;
	const char *today = authority_today(cx), *number;
	int64_t no, asked = 0, id = 0;
	struct approval *a;
	int n = 1;
	enum err e;

	*out = (struct approval_page){ .next = "" };
	if (dossier_number_split(cx, after, &number, &no) &&
	    (e = store_approval_wait_place(cx, number, no, &asked, &id)) != OK)
		return e;
	if ((e = store_approval_wait_list(cx, list, today, asked, id,
	    limit + 1, &out->all)) != OK)
		return e;
	for (a = out->all; a != NULL; a = a->next, n++)
		if (n == limit && a->next != NULL) {
			out->next = arena_printf(cx->arena, "%s.%lld",
			    a->dossier_number, (long long)a->no);
			a->next = NULL;
		}
	if ((e = approval_plan_titles(cx, NULL, out->all)) != OK)
		return e;
	out->count = n - 1;
	if (after[0] == '\0' && out->next[0] == '\0')
		return OK;	/* all of them stand there */
	return store_approval_wait_count(cx, list, today, COUNTED, &out->count);
}
