/* SPDX-License-Identifier: MIT */
/* Approvals and signatures beside their events. */
#include "domain/house/verify_approvals.h"

#include <stdlib.h>
#include <string.h>

#include "base/count.h"
#include "domain/course/approval_keep.h"
#include "domain/spine/event_get.h"
#include "store/store_approval.h"
#include "store/store_event.h"
#include "text/message.h"

#define MOST 100000	/* of one dossier */

/* What an event tells: that it was asked, or what was said to it. */
struct told {
	struct told *next;
	int64_t no, actor;
	int what;		/* enum approval_what, or ASKED */
	const char *sha256;
};
#define ASKED (-1)

struct verify_approvals {
	struct ctx *cx;
	struct arena *chain;	/* of one chain */
	struct told *told, **tail;
	int64_t asked, said;	/* events of all chains */
	enum err err;
};

struct verify_approvals *
verify_approvals_begin(struct ctx *cx)
{
	struct verify_approvals *v = arena_alloc(cx->arena, sizeof(*v));

	v->cx = cx;
	v->chain = arena_new();
	v->tail = &v->told;
	return v;
}

enum err
verify_approvals_end(struct verify_approvals *v)
{
	arena_free(v->chain);
	return v->err;
}

static bool
what_of(const char *kind, int *out)
{
	static const struct { const char *kind; int what; } all[] = {
		{ "approval.asked", ASKED },
		{ "approval.approved", APPROVAL_APPROVE },
		{ "approval.rejected", APPROVAL_REJECT },
		{ "approval.returned", APPROVAL_RETURN },
		{ "approval.commented", APPROVAL_COMMENT },
		{ "approval.withdrawn", APPROVAL_WITHDRAW }
	};
	size_t i;

	for (i = 0; i < COUNT(all); i++)
		if (strcmp(all[i].kind, kind) == 0) {
			*out = all[i].what;
			return true;
		}
	return false;
}

void
verify_approvals_event(struct verify_approvals *v, struct ctx *small,
    const struct store_event *e)
{
	struct event event = { .kind = e->kind, .body = e->body };
	struct told *t;
	int what;

	if (e->dossier == 0 || !what_of(e->kind, &what))
		return;
	*v->tail = t = arena_alloc(v->chain, sizeof(*t));
	v->tail = &t->next;
	t->what = what;
	t->actor = e->actor;
	t->no = strtoll(event_get(small, &event, "fact", "no"), NULL, 10);
	t->sha256 = arena_text(v->chain, event_get(small, &event, "fact",
	    "sha256"));
	v->asked += what == ASKED;
	v->said += what != ASKED;
}

/* The next that is told of an approval; it is taken out. */
static struct told *
next_of(struct verify_approvals *v, int64_t no, bool asked)
{
	struct told **at, *t;

	for (at = &v->told; (t = *at) != NULL; at = &t->next)
		if (t->no == no && (t->what == ASKED) == asked) {
			*at = t->next;
			return t;
		}
	return NULL;
}

static bool
same(struct verify_approvals *v, const struct dossier *d,
    const struct approval *a)
{
	const struct approval_act *s;
	const struct told *t = next_of(v, a->no, true);

	if (t == NULL || t->actor != a->asked_by ||
	    strcmp(t->sha256, a->shown) != 0 ||
	    strcmp(t->sha256, approval_keep_shown(v->cx, d, a)) != 0)
		return false;
	for (s = a->acts; s != NULL; s = s->next) {
		t = next_of(v, a->no, false);
		if (t == NULL || t->what != (int)s->what ||
		    t->actor != s->actor || strcmp(t->sha256, s->sha256) != 0)
			return false;
	}
	return next_of(v, a->no, false) == NULL;
}

bool
verify_approvals_chain(struct verify_approvals *v, int64_t dossier,
    const char *number, const char **fault)
{
	struct dossier d = { .id = dossier, .number = number };
	struct approval *all = NULL;
	int64_t no = 0;

	*fault = NULL;
	if (v->told == NULL)
		return true;
	if ((v->err = store_approval_list(v->cx, &d, MOST, &all)) != OK ||
	    (v->err = store_approval_acts_all(v->cx, &d, all)) != OK)
		return false;
	for (; all != NULL && no == 0; all = all->next)
		if (!same(v, &d, all))
			no = all->no;
	if (no == 0 && v->told != NULL)
		no = v->told->no;
	if (no != 0)
		*fault = arena_printf(v->cx->arena, _("%s: what was asked "
		    "or signed as approval %lld was changed."), number,
		    (long long)no);
	arena_reset(v->chain);
	v->told = NULL;
	v->tail = &v->told;
	return no == 0;
}

bool
verify_approvals_last(struct verify_approvals *v, const char **fault)
{
	int64_t asked, said;

	*fault = NULL;
	if ((v->err = store_approval_total(v->cx, &asked, &said)) != OK)
		return false;
	if (asked != v->asked || said != v->said)
		*fault = _("There are approvals or signatures that no event "
		    "knows of.");
	return *fault == NULL;
}
