/* SPDX-License-Identifier: MIT */
/* The end of a case: what keeps it open, and its outcome. */
#include "domain/course/dossier_close.h"

#include "domain/course/approval.h"
#include "domain/course/careplan.h"
#include "domain/course/plan.h"
#include "domain/dossier/dossier_keep.h"
#include "domain/dossier/rulepack_gate.h"
#include "domain/dossier/undo.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "domain/type/casetype.h"
#include "store/store_dossier.h"
#include "text/message.h"

/* “Call the office”, “Write the letter” */
static enum err
open_tasks(struct ctx *cx, const struct dossier *d)
{
	const char *names = "";
	struct task *t;
	enum err e;
	int n = 0;

	if ((e = store_dossier_open_tasks(cx, d, 6, &t)) != OK)
		return e;
	if (t == NULL)
		return OK;
	for (; t != NULL && n < 5; t = t->next, n++)
		names = arena_printf(cx->arena, "%s%s“%s”", names,
		    names[0] == '\0' ? "" : ", ", t->title);
	if (t != NULL)
		names = arena_printf(cx->arena, "%s, …", names);
	return refuse(cx, ERR_INVALID, _("These tasks are still open: %s. "
	    "Finish them first."), names);
}

/* What waits for approval, or was approved as something else. */
static enum err
open_approvals(struct ctx *cx, struct dossier *d)
{
	struct approval *a;
	enum err e;

	if ((e = approval_missing(cx, d, &a)) != OK || a == NULL)
		return e;
	if (a->passed && a->stale)
		return refuse(cx, ERR_INVALID, "“%s”: %s", a->title, a->now);
	if (a->passed)
		return refuse(cx, ERR_INVALID, _("The plan requires this "
		    "before the case can be closed: “%s”. Ask again from its "
		    "page."), a->title);
	if (a->stale)
		return refuse(cx, ERR_INVALID, _("“%s”: %s Or withdraw it."),
		    a->title, a->now);
	return refuse(cx, ERR_INVALID, _("“%s” waits for approval. Have it "
	    "decided, or withdraw it first."), a->title);
}

enum err
dossier_close(struct ctx *cx, struct dossier *d, const char *outcome,
    const char *reason)
{
	struct event_body *b;
	struct undo *u = NULL;
	enum err e, f;

	if ((e = keep_screened(cx, d)) != OK ||
	    (e = open_tasks(cx, d)) != OK ||
	    (e = open_approvals(cx, d)) != OK ||
	    (e = careplan_may_close(cx, d)) != OK ||
	    (e = plan_may_close(cx, d)) != OK ||
	    (e = rulepack_gate(cx, d, "closing", "outcome")) != OK)
		return e;
	e = keep_text(cx, "reason", reason, 0, KEEP_REASON, true, &reason);
	f = OK;
	if (d->type->outcomes != NULL &&
	    casetype_term(d->type->outcomes, outcome) == NULL)
		f = refuse_field(cx, "outcome", "%s",
		    _("Choose how this case ended."));
	if (e != OK || f != OK)
		return e != OK ? e : f;
	b = event_body(cx);
	event_before(b, "status", d->status);
	event_after(b, "status", "closed");
	event_after(b, "outcome", outcome);
	event_why(b, reason);
	if ((e = undo_watch(cx, d, UNDO_ROW | UNDO_STAYS, &u)) != OK ||
	    (e = dossier_keep_close(cx, d, outcome)) != OK ||
	    (e = undo_step(cx, u, "dossier.closed")) != OK)
		return e;
	return event_add(cx, d, "dossier.closed", b);
}
