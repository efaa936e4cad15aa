/* SPDX-License-Identifier: MIT */
/* Somebody says yes, no, not yet, or something else. */
#include <string.h>

#include "domain/course/approval.h"
#include "domain/course/approval_keep.h"
#include "domain/dossier/undo.h"
#include "domain/people/authority.h"
#include "domain/people/notice.h"
#include "domain/spine/keep.h"
#include "store/store_approval.h"
#include "text/message.h"

static const struct {
	const char *kind;
	enum approval_state state;
} whats[] = {
	[APPROVAL_APPROVE] = { "approval.approved", APPROVAL_APPROVED },
	[APPROVAL_REJECT] = { "approval.rejected", APPROVAL_REJECTED },
	[APPROVAL_RETURN] = { "approval.returned", APPROVAL_RETURNED },
	[APPROVAL_COMMENT] = { "approval.commented", APPROVAL_ASKED },
	[APPROVAL_WITHDRAW] = { "approval.withdrawn", APPROVAL_WITHDRAWN }
};

static enum err
may(struct ctx *cx, const struct approval *a, enum approval_what what,
    const struct approval_may *m)
{
	bool yes = what == APPROVAL_APPROVE ? m->approve :
	    what == APPROVAL_COMMENT ? m->comment :
	    what == APPROVAL_WITHDRAW ? m->withdraw : m->decide;

	if (yes)
		return OK;
	if (what == APPROVAL_WITHDRAW && a->ended == 0)
		return refuse(cx, ERR_FORBIDDEN, "%s", _("Who asked for it, "
		    "or manages the case, may withdraw it."));
	if (m->decide)
		return refuse(cx, ERR_CONFLICT, "%s", a->now);
	if (m->why_not[0] != '\0')
		return refuse(cx, ERR_FORBIDDEN, "%s", m->why_not);
	return refuse(cx, ERR_CONFLICT, "%s", _("This does not wait for an "
	    "answer any more. Look at the case again."));
}

/* Where the approval stands afterwards. */
static void
move(struct ctx *cx, struct approval *a, enum approval_what what)
{
	const struct approval_step *s = a->steps;
	int64_t i;

	if (what == APPROVAL_COMMENT)
		return;
	if (what == APPROVAL_APPROVE && a->step < a->last) {
		a->step++;
		for (i = 1; i < a->step && s->next != NULL; i++)
			s = s->next;
		a->waits = s->name;
		return;
	}
	a->state = whats[what].state;
	a->ended = what == APPROVAL_RETURN ? 0 : cx->now;
}

static enum err
tell(struct ctx *cx, struct dossier *d, const struct approval *a,
    const struct approval_act *t)
{
	struct event_body *b = approval_keep_body(cx, a);
	const struct authority *l = t->authority;

	if (t->what == APPROVAL_APPROVE) {
		event_number(b, "step", t->step);
		event_number(b, "of", a->last);
	}
	if (l != NULL) {
		event_fact(b, "authority", l->number);
		event_fact(b, "limit", l->any ? "any" : arena_printf(
		    cx->arena, "%lld %s", (long long)l->amount,
		    l->currency));
		event_fact(b, "limit_of", authority_whose(l));
		if (l->ends[0] != '\0')
			event_fact(b, "limit_until", l->ends);
	}
	event_why(b, t->comment);
	return event_add(cx, d, whats[t->what].kind, b);
}

/* The next step is told; who asked, when there is an answer. */
static enum err
mail(struct ctx *cx, const struct dossier *d, const struct approval *a,
    enum approval_what what)
{
	if (what == APPROVAL_COMMENT || what == APPROVAL_WITHDRAW)
		return OK;
	return a->state == APPROVAL_ASKED ? notice_approval(cx, d, a) :
	    notice_work(cx, d, a->asked_by, a->no);
}

enum err
approval_answer(struct ctx *cx, struct dossier *d, struct approval *a,
    enum approval_what what, const char *comment)
{
	struct approval_act *t = arena_alloc(cx->arena, sizeof(*t));
	struct approval before = *a;
	struct approval_may m;
	struct undo *u = NULL;
	enum err e;

	if ((e = keep_open(cx, d)) != OK ||
	    (e = approval_may(cx, d, a, &m)) != OK ||
	    (e = may(cx, a, what, &m)) != OK)
		return e;
	*t = (struct approval_act){ .what = what, .step = a->step,
	    .sha256 = a->shown, .actor = cx->viewer, .acted = cx->now,
	    .actor_name = cx->name == NULL ? "" : cx->name };
	if (what == APPROVAL_APPROVE && m.limit != NULL) {
		t->authority = arena_copy(cx->arena, m.limit,
		    sizeof(*m.limit));
		t->authority_id = m.limit->id;
	}
	e = what == APPROVAL_APPROVE ? keep_text(cx, "comment",
	    comment, 0, KEEP_REASON, true, &t->comment) :
	    keep_reason(cx, "comment", comment, &t->comment);
	if (e != OK || (e = undo_watch(cx, d, UNDO_APPROVALS, &u)) != OK)
		return e;
	move(cx, a, what);
	if ((e = store_approval_act_add(cx, d, a, t)) != OK ||
	    (e = store_approval_save(cx, a, &before)) != OK ||
	    (e = mail(cx, d, a, what)) != OK ||
	    (what != APPROVAL_COMMENT &&
	    (e = undo_step(cx, u, whats[what].kind)) != OK))
		return e;
	return tell(cx, d, a, t);
}
