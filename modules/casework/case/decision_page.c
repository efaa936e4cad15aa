/* SPDX-License-Identifier: MIT */
/* One decision: what counts, why, and what would have changed it. */
#include <string.h>

#include "casework/case/decisions.h"
#include "casework/case/pages_case.h"
#include "casework/shared/show.h"
#include "domain/course/decision_why.h"
#include "domain/type/casetype.h"
#include "domain/type/decision_kind.h"
#include "text/message.h"
#include "web/facts.h"
#include "web/grid.h"

#define STEPS 40	/* tables and expressions that the page shows */
#define NEAR 12
#define EARLIER 30

/* The top first, then what it used, each below what used it. */
static void
show_steps(struct request *rq, const struct decision_why_step *s, int *left)
{
	struct view *v;

	for (; s != NULL && *left > 0; s = s->next) {
		if (s->table != NULL || s->expression[0] != '\0') {
			--*left;
			v = view_item(rq->view, "steps");
			view_int(v, "id", STEPS - *left);
			view_text(v, "name", s->name);
			view_text(v, "value", s->value);
			view_text(v, "arguments", s->arguments);
			view_text(v, "expression", s->expression);
			view_text(v, "because", s->because);
			view_flag(v, "again", s->again);
			if (s->table != NULL)
				grid_show(view_part(v, "table"), s->name,
				    true, s->table);
		}
		show_steps(rq, s->first, left);
	}
}

void
decision_page_steps(struct request *rq, const struct decision_why_step *top)
{
	int left = STEPS;

	show_steps(rq, top, &left);
}

static enum err
show_why(struct request *rq, const struct dossier *d,
    const struct decision *x)
{
	const struct decision_why_fact *i;
	const struct decision_near *n;
	struct decision_why why;
	int shown = 0;
	struct view *v;
	enum err e;

	if ((e = decision_why(&rq->cx, d, x, &why)) != OK)
		return e;
	for (i = why.inputs; i != NULL; i = i->next) {
		v = view_item(rq->view, "inputs");
		view_text(v, "label", i->label);
		view_text(v, "value", i->value);
	}
	for (n = why.near.first; n != NULL && shown++ < NEAR; n = n->next) {
		v = view_item(rq->view, "near");
		view_text(v, "label", n->label);
		view_text(v, "now", n->now);
		view_text(v, "value", n->value);
		view_text(v, "result", n->result);
	}
	view_flag(rq->view, "asked", why.near.asked);
	view_flag(rq->view, "steady", why.near.complete);
	view_text(rq->view, "untried", why.near.untried);
	decision_page_steps(rq, why.top);
	view_flag(rq->view, "erased", why.erased);
	view_flag(rq->view, "why_hidden", why.hidden);
	view_flag(rq->view, "too_deep", why.top == NULL && !why.erased &&
	    !why.hidden);
	return OK;
}

/* All of the same kind but this one; later: one that counts or waits. */
static enum err
show_others(struct request *rq, const struct dossier *d,
    const struct decision *x)
{
	struct decision *o;
	struct view *v;
	int shown = 0;
	enum err e;

	if ((e = decision_all(&rq->cx, d, x->code, &o)) != OK)
		return e;
	for (; o != NULL; o = o->next) {
		if (o->no == x->no || shown++ >= EARLIER)
			continue;
		v = view_item(rq->view, "others");
		decisions_show_one(rq, v, d, o);
		if (o->state == DECISION_MADE)
			view_int(rq->view, "counts", o->no);
	}
	return OK;
}

/* The slot of a decision that counts or waits. */
static enum err
show_stale(struct request *rq, struct dossier *d, const struct decision *x)
{
	struct decision_slot *s;
	enum err e;

	if (x->state != DECISION_MADE && x->state != DECISION_PROPOSED)
		return OK;
	if ((e = decision_slots(&rq->cx, d, &s)) != OK)
		return e;
	while (s != NULL && strcmp(s->of->code, x->code) != 0)
		s = s->next;
	view_flag(rq->view, "stale", s != NULL && s->stale);
	return OK;
}

/* The form for another result, where one may be given. */
static enum err
show_form(struct request *rq, const struct dossier *d,
    const struct decision *x)
{
	const struct type_decision *of = casetype_decision(d->type, x->code);
	const struct type_field *kind;
	struct casetype type = { 0 };
	struct value result = { .field = DECISION_KIND_CODE };
	bool may = d->level >= LEVEL_WORK && d->closed == 0 && of != NULL;
	bool current = x->state == DECISION_MADE ||
	    x->state == DECISION_PROPOSED;
	enum err e;

	view_flag(rq->view, "may_ask", may);
	view_flag(rq->view, "may_confirm", may &&
	    x->state == DECISION_PROPOSED);
	view_flag(rq->view, "may_override", may && current);
	if (!may || !current)
		return OK;
	if ((e = decision_kind(&rq->cx, d->type, of, x->proposed,
	    &kind)) != OK)
		return e;
	type.fields = kind;
	result.text = decision_kind_text(&rq->cx, kind, x->result[0] == '\0' ?
	    x->proposed : x->result);
	facts_form(rq, rq->view, &type, &result);
	return OK;
}

enum err
get_decision(struct request *rq)
{
	struct decision *x;
	struct dossier *d;
	struct view *v;
	enum err e;

	if ((e = show_open(rq, &d)) != OK ||
	    (e = decision_open(&rq->cx, d, rq->no, &x)) != OK)
		return e;
	v = view_part(rq->view, "it");
	decisions_show_one(rq, v, d, x);
	view_text(v, "code", x->code);
	view_text(v, "model", x->of == NULL ? "" : x->of->model);
	view_text(v, "decision", x->of == NULL ? "" : x->of->decision);
	view_int(v, "version", x->type->version);
	view_text(v, "type", message_label(&x->type->label, rq->cx.lang));
	view_text(v, "help", x->of == NULL ||
	    x->of->help.text[0] == NULL ? "" :
	    message_label(&x->of->help, rq->cx.lang));
	if ((e = show_stale(rq, d, x)) != OK ||
	    (e = show_form(rq, d, x)) != OK ||
	    (e = show_why(rq, d, x)) != OK ||
	    (e = show_others(rq, d, x)) != OK)
		return e;
	return reply_page(rq, "casework/decision.html");
}
