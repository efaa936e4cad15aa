/* SPDX-License-Identifier: MIT */
/* The page of one matter: parties and counsel, courts, dates, documents. */
#include <string.h>

#include "domain/course/deadline.h"
#include "domain/desk/counsel.h"
#include "domain/desk/proceeding.h"
#include "domain/dossier/document.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/party.h"
#include "domain/people/compartment.h"
#include "domain/type/casetype.h"
#include "domain/type/document_kind.h"
#include "legal/clearances.h"
#include "legal/contracts.h"
#include "legal/correspondence.h"
#include "legal/judgments.h"
#include "legal/legal.h"
#include "text/date.h"
#include "text/message.h"

#define DOCUMENT_ROWS 10

static const char *
status_word(const struct dossier *d)
{
	return d->closed != 0 ? _("Closed") :
	    strcmp(d->status, "waiting") == 0 ? _("Waiting") : _("Open");
}

enum err
matter_page_open(struct request *rq, struct dossier **out)
{
	struct dossier *d;
	struct view *v;
	enum err e;

	if ((e = matter_open(&rq->cx, rq->number, rq->level, &d)) != OK)
		return e;
	v = view_part(rq->view, "dossier");
	view_text(v, "number", d->number);
	view_text(v, "title", d->title);
	view_text(v, "type", message_label(&d->type->label, rq->cx.lang));
	view_text(v, "team", d->team_name);
	view_text(v, "status", status_word(d));
	view_text(v, "stage", d->phase[0] == '\0' ? "" :
	    casetype_word(&rq->cx, d->type->phases, d->phase));
	view_text(v, "outcome", d->outcome[0] == '\0' ? "" :
	    dossier_outcome(&rq->cx, d->type, d->outcome));
	view_text(v, "lead", d->lead_name);
	view_flag(v, "closed", d->closed != 0);
	view_flag(v, "may_work", d->level >= LEVEL_WORK && d->closed == 0);
	view_flag(v, "may_move", d->level >= LEVEL_WORK && d->closed == 0 &&
	    d->verdict[0] != '\0' && d->type->phases != NULL &&
	    (rq->cx.rights & RIGHT_LEAD) != 0);
	view_flag(v, "screened", d->verdict[0] != '\0');
	*out = d;
	return OK;
}

static enum err
show_parties(struct request *rq, const struct dossier *d)
{
	struct counsel *list, *c;
	const struct party *p;
	struct view *v, *x;
	enum err e;

	if ((e = counsel_list(&rq->cx, d, &list)) != OK)
		return e;
	for (p = d->parties; p != NULL; p = p->next) {
		if (p->ended != 0 || strcmp(p->role, "lead") == 0)
			continue;
		v = view_item(rq->view, "parties");
		view_text(v, "number", p->number);
		view_text(v, "name", p->name);
		view_text(v, "role", party_role(&rq->cx, d->type, p->role));
		for (c = list; c != NULL; c = c->next) {
			if (c->client == p->no) {
				x = view_item(v, "counsel");
				view_text(x, "number", c->counsel_number);
				view_text(x, "name", c->counsel_name);
			} else if (c->counsel == p->no)
				view_text(view_item(v, "clients"), "name",
				    c->client_name);
		}
	}
	return OK;
}

static enum err
show_proceedings(struct request *rq, const struct dossier *d)
{
	struct proceeding *p;
	struct view *v;
	enum err e;

	if ((e = proceeding_list(&rq->cx, d, &p)) != OK)
		return e;
	view_flag(rq->view, "courts", p != NULL || !contract_is(d->type));
	for (; p != NULL; p = p->next) {
		v = view_item(rq->view, "proceedings");
		view_int(v, "entries", p->entries);
		view_int(v, "no", p->no);
		view_text(v, "court", p->court);
		view_text(v, "reference", p->reference);
		view_text(v, "judge", p->judge);
		view_text(v, "filed", p->filed);
		view_text(v, "ended", p->ended);
		view_text(v, "result", p->result);
	}
	return OK;
}

/* "Tue 24 Nov 2026, 09:00" or the day alone. */
static const char *
when(struct request *rq, const struct hearing *h)
{
	return date_text(rq->cx.arena, rq->cx.lang, rq->cx.zone, h->begins,
	    rq->cx.now, h->whole ? DATE_DAY : DATE_MOMENT);
}

static enum err
show_hearings(struct request *rq, const struct dossier *d)
{
	struct hearing *h;
	struct view *v;
	enum err e;

	if ((e = proceeding_hearings(&rq->cx, d, &h)) != OK)
		return e;
	for (; h != NULL; h = h->next) {
		v = view_item(rq->view, h->ends > rq->cx.now &&
		    h->cancelled == 0 ? "hearings" : "heard");
		view_text(v, "number", h->number);
		view_text(v, "title", h->title);
		view_text(v, "place", h->place);
		view_text(v, "court", h->court);
		view_text(v, "when", when(rq, h));
		view_moment(v, "begins", h->begins);
		view_flag(v, "cancelled", h->cancelled != 0);
	}
	return OK;
}

static enum err
show_deadlines(struct request *rq, const struct dossier *d)
{
	struct deadline *x;
	int64_t passed = 0;
	struct view *v;
	bool late;
	enum err e;

	if ((e = deadline_list(&rq->cx, d, &x)) != OK)
		return e;
	for (; x != NULL; x = x->next) {
		if (!deadline_is_open(x))
			continue;
		late = deadline_is_late(&rq->cx, x);
		if (late && (passed == 0 || x->due < passed))
			passed = x->due;
		v = view_item(rq->view, "deadlines");
		view_int(v, "no", x->no);
		view_text(v, "title", deadline_title(&rq->cx, d->type, x));
		view_moment(v, "due", x->due);
		view_moment(v, "early", late ? 0 : x->early);
		view_flag(v, "late", late);
		view_flag(v, "soon", !late && x->due != 0 &&
		    x->due < rq->cx.now + DATE_SOON);
		view_flag(v, "paused", x->state == DEADLINE_PAUSED);
		view_flag(v, "unchecked", x->state == DEADLINE_UNCHECKED);
		view_flag(v, "second", x->second);
	}
	view_moment(rq->view, "passed", passed);
	/* a task, as a rule: lists show this, too */
	view_moment(rq->view, "since", passed == 0 && d->closed == 0 &&
	    d->due < rq->cx.now ? d->due : 0);
	return OK;
}

static enum err
show_documents(struct request *rq, const struct dossier *d)
{
	struct document_filter newest = { .limit = DOCUMENT_ROWS };
	struct document *f;
	struct view *v;
	enum err e;

	if ((e = document_list(&rq->cx, d, &newest, &f)) != OK)
		return e;
	for (; f != NULL; f = f->next) {
		v = view_item(rq->view, "documents");
		view_int(v, "no", f->no);
		view_text(v, "name", f->name);
		view_text(v, "kind", document_kind_word(&rq->cx, d->type,
		    f->kind));
		view_text(v, "dated", f->dated);
		view_moment(v, "added", f->added);
		view_flag(v, "withdrawn", f->withdrawn != 0);
		view_text(v, "within",
		    compartment_word(f->compartment_name));
	}
	return OK;
}

enum err
get_matter(struct request *rq)
{
	struct dossier *d;
	enum err e;

	if ((e = matter_page_open(rq, &d)) != OK ||
	    (e = matter_shares_show(rq, d)) != OK ||
	    (e = matter_releases_show(rq, d)) != OK ||
	    (e = show_parties(rq, d)) != OK ||
	    (e = show_proceedings(rq, d)) != OK ||
	    (e = show_hearings(rq, d)) != OK ||
	    (e = show_deadlines(rq, d)) != OK ||
	    (e = show_documents(rq, d)) != OK ||
	    (e = correspondence_show(rq, d)) != OK ||
	    (e = matter_offers_show(rq, d)) != OK ||
	    (e = judgments_show(rq, d)) != OK ||
	    (e = matter_costs_show(rq, d)) != OK ||
	    (e = clearances_latest(rq, d)) != OK)
		return e;
	contract_page_show(rq, d);
	return reply_page(rq, "legal/matter.html");
}
