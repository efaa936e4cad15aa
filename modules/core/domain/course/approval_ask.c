/* SPDX-License-Identifier: MIT */
/* Somebody asks that something be approved. */
#include <stdlib.h>
#include <string.h>

#include "base/count.h"
#include "domain/course/approval.h"
#include "domain/course/approval_input.h"
#include "domain/course/approval_keep.h"
#include "domain/course/approval_levels.h"
#include "domain/course/approval_plan.h"
#include "domain/dossier/undo.h"
#include "domain/people/notice.h"
#include "domain/spine/keep.h"
#include "domain/type/casetype.h"
#include "store/store_approval.h"
#include "store/store_decision.h"
#include "store/store_document.h"
#include "store/store_dossier.h"
#include "text/message.h"

#define KIND_MAX 60

/* The one that is asked again: why it cannot be. */
static enum err
again(struct ctx *cx, struct dossier *d, int64_t no, struct approval *a)
{
	struct approval *old, *newest;
	enum err e;

	if ((e = approval_open(cx, d, no, &old)) != OK)
		return e;
	newest = old;
	if (old->newest != old->no && old->newest != 0 &&
	    (e = approval_open(cx, d, old->newest, &newest)) != OK)
		return e;
	if (newest->state == APPROVAL_ASKED && !newest->stale)
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("This waits for an approval already."));
	if (approval_counts(newest))
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("This is approved already."));
	a->root = old->root;
	a->item = old->item;
	return OK;
}

/* What the plan says of it holds, whatever somebody types. */
static enum err
of_plan(struct ctx *cx, const struct dossier *d, struct approval_new *n,
    struct approval *a)
{
	struct approval_plan *p;
	enum err e;

	if ((e = approval_plan(cx, d, a->item, &p)) != OK)
		return e;
	if (p == NULL || (!p->active && n->again == 0))
		return refuse(cx, ERR_CONFLICT, "%s", _("The plan of the "
		    "case does not wait for this. Look at the plan."));
	if (p->newest != 0 && n->again == 0)
		return refuse(cx, ERR_CONFLICT, "%s", _("This was asked for "
		    "already. Ask again from its page."));
	n->kind = p->kind;
	a->levels = p->levels;
	a->used = p->used;
	if (p->field[0] != '\0') {
		n->field = p->field;
		n->amount = "";
	}
	return OK;
}

/* From a field, or typed. */
static enum err
amount(struct ctx *cx, struct dossier *d, const struct approval_new *n,
    struct approval *a)
{
	const struct type_field *f = casetype_field(d->type, n->field);
	const char *text;
	char *end;
	enum err e;

	if (n->field[0] == '\0') {
		if (n->amount[0] == '\0')
			return OK;
		a->has_amount = true;
		if ((e = casetype_value_money(cx, "amount", "", n->amount,
		    &a->amount, &a->currency)) != OK)
			return e;
		return a->amount > 0 ? OK : refuse_field(cx, "amount", "%s",
		    _("The amount is to be more than nothing."));
	}
	if (n->amount[0] != '\0')
		return refuse_field(cx, "amount", "%s", _("Take an amount of "
		    "the case or type another one, not both."));
	if (f == NULL || f->kind != VALUE_MONEY || f->group != NULL)
		return refuse_field(cx, "field", "%s",
		    _("Choose one of the amounts."));
	if ((e = store_dossier_value(cx, d, f->code, &text)) != OK)
		return e;
	if (text[0] == '\0')
		return refuse_field(cx, "field", _("“%s” has no amount yet. "
		    "Fill it in first."), message_label(&f->label, cx->lang));
	a->field = f->code;
	a->has_amount = true;
	a->amount = strtoll(text, &end, 10);
	a->currency = *end == ' ' ? end + 1 : "";
	return a->amount > 0 ? OK : refuse_field(cx, "field", "%s",
	    _("The amount is to be more than nothing."));
}

static enum err
about(struct ctx *cx, struct dossier *d, const struct approval_new *n,
    struct approval *a)
{
	struct document *f = NULL;
	struct decision *x = NULL;
	enum err e;

	if (n->document != 0) {
		if ((e = store_document_find(cx, d, n->document, &f)) != OK)
			return e;
		if (f == NULL || f->withdrawn != 0)
			return refuse_field(cx, "about", "%s",
			    _("This document is not on the case any more. "
			    "Choose another one."));
		if (f->compartment != 0)
			return refuse_field(cx, "about", "%s", _("This "
			    "document is in a compartment: not everybody "
			    "who is asked may see it."));
		a->document = f->no;
		a->document_name = f->name;
		a->document_sha256 = f->sha256;
	}
	if (n->decision != 0) {
		if ((e = store_decision_get(cx, d, n->decision, &x)) != OK)
			return e;
		if (x == NULL || x->state != DECISION_MADE)
			return refuse_field(cx, "about", "%s", _("This "
			    "decision does not count any more. Choose what "
			    "counts."));
		a->decision = x->no;
		a->decision_result = x->result;
	}
	return OK;
}

static enum err
fill(struct ctx *cx, struct dossier *d, const struct approval_new *n,
    struct approval *a)
{
	enum err e[5];
	size_t i;

	a->field = a->currency = a->document_name = a->document_sha256 = "";
	a->decision_result = a->now = "";
	e[0] = keep_text(cx, "subject", n->subject, 1, 200, false,
	    &a->subject);
	e[1] = n->by_itself ? keep_text(cx, "reason", n->reason, 0,
	    KEEP_REASON, true, &a->reason) : keep_reason(cx, "reason",
	    n->reason, &a->reason);
	e[2] = keep_text(cx, "kind", n->kind, 0, KIND_MAX, false,
	    &a->kind);
	e[3] = amount(cx, d, n, a);
	e[4] = about(cx, d, n, a);
	for (i = 0; i < COUNT(e); i++)
		if (e[i] != OK)
			return e[i];
	return OK;
}

static enum err
steps(struct ctx *cx, struct dossier *d, struct approval *a)
{
	struct decision_request r = { a->has_amount, a->amount, a->currency,
	    a->kind };
	struct approval_levels l;
	enum err e;

	if ((e = approval_levels(cx, d, a->levels, &r, true, &l)) != OK)
		return e;
	if (l.why_not[0] != '\0')
		return refuse(cx, ERR_INVALID, "%s", l.why_not);
	a->levels = l.code;
	a->levels_no = l.no;
	a->steps_text = l.text;
	a->last = l.n;
	a->step = l.n == 0 ? 0 : 1;
	a->waits = l.n == 0 ? "" : arena_textn(cx->arena, l.text,
	    strcspn(l.text, "\n"));
	a->state = l.n == 0 ? APPROVAL_APPROVED : APPROVAL_ASKED;
	a->ended = l.n == 0 ? cx->now : 0;
	return OK;
}

static enum err
write(struct ctx *cx, struct dossier *d, struct approval *a)
{
	struct undo *u = NULL;
	enum err e;

	if ((e = undo_watch(cx, d, UNDO_APPROVALS, &u)) != OK ||
	    (a->root != 0 && (e = store_approval_replace(cx, d,
	    a->root)) != OK) ||
	    (e = store_dossier_next(cx, d, &a->no)) != OK)
		return e;
	if (a->root == 0)
		a->root = a->no;
	a->newest = a->no;
	a->shown = approval_keep_shown(cx, d, a);
	if ((e = store_approval_add(cx, d, a)) != OK ||
	    (e = approval_input_keep(cx, d, a)) != OK ||
	    (a->last != 0 && (e = notice_approval(cx, d, a)) != OK) ||
	    (e = undo_step(cx, u, "approval.asked")) != OK)
		return e;
	return OK;
}

enum err
approval_ask(struct ctx *cx, struct dossier *d,
    const struct approval_new *wanted, struct approval **out)
{
	struct approval *a = arena_alloc(cx->arena, sizeof(*a));
	struct approval_new copy = *wanted, *n = &copy;
	struct event_body *b;
	enum err e;

	a->item = n->item;
	a->used = "";
	a->levels = n->levels;
	a->asked_by = cx->viewer;
	a->asked_by_name = cx->name == NULL ? "" : cx->name;
	if ((!n->by_itself && (e = keep_screened(cx, d)) != OK) ||
	    (n->again != 0 && (e = again(cx, d, n->again, a)) != OK) ||
	    (a->item != 0 && (e = of_plan(cx, d, n, a)) != OK) ||
	    (e = fill(cx, d, n, a)) != OK || (e = steps(cx, d, a)) != OK ||
	    (e = write(cx, d, a)) != OK)
		return e;
	*out = a;
	a->title = a->subject;
	b = approval_keep_body(cx, a);
	event_why(b, a->reason);
	if (n->by_itself)
		event_fact(b, "plan", "1");
	return event_add(cx, d, "approval.asked", b);
}
