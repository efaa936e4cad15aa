/* SPDX-License-Identifier: MIT */
/* One request: read it, then accept, solve or decline it. */
#include "domain/course/dossier_load.h"
#include "domain/spine/keep.h"
#include "intake.h"

#include <string.h>

#include "domain/course/assign.h"
#include "domain/course/promise.h"
#include "domain/dossier/document.h"
#include "domain/dossier/dossier.h"
#include "domain/people/access.h"
#include "domain/people/person.h"
#include "domain/spine/medium.h"
#include "text/message.h"
#include "web/facts.h"

#define DOCUMENT_ROWS 100
#define BY_RULE "-"	/* in place of a sign-in name */

const struct field accept_form[] = {
	{ "title", FIELD_TEXT, .min = 1, .max = 200 },
	{ "place", FIELD_TEXT, .min = 1, .max = 170 },	/* type/team */
	{ "lead",  FIELD_TEXT, .max = 64 },		/* a sign-in name */
	{ NULL }
};

const struct field solve_form[] = {
	{ "result", FIELD_LINES, .min = 1, .max = KEEP_TEXT },
	{ NULL }
};

const struct field decline_form[] = {
	{ "reason",       FIELD_LINES, .min = 1, .max = KEEP_TEXT },
	{ "alternatives", FIELD_LINES, .min = 1, .max = KEEP_TEXT },
	{ NULL }
};

static enum err
show_documents(struct request *rq, const struct dossier *d)
{
	struct document_filter newest = { .limit = DOCUMENT_ROWS };
	struct document *doc;
	struct view *v;
	enum err e;

	if ((e = document_list(&rq->cx, d, &newest, &doc)) != OK)
		return e;
	for (; doc != NULL; doc = doc->next) {
		v = view_item(rq->view, "documents");
		view_int(v, "no", doc->no);
		view_text(v, "name", doc->name);
		view_int(v, "bytes", (int64_t)doc->bytes);
		view_moment(v, "added", doc->added);
	}
	return OK;
}

static enum err
show_requester(struct request *rq, const struct dossier *d)
{
	const struct party *party;
	struct person *p;
	struct view *v;
	enum err e;

	for (party = d->parties; party != NULL; party = party->next)
		if (party->ended == 0 &&
		    strcmp(party->role, "requester") == 0)
			break;
	if (party == NULL)
		return OK;
	if ((e = person_open(&rq->cx, party->number, &p)) != OK ||
	    (e = person_count(&rq->cx, p)) != OK)
		return e;
	v = view_part(rq->view, "requester");
	view_text(v, "person", p->number);
	view_text(v, "name", p->name);
	view_text(v, "email", p->email);
	view_text(v, "phone", p->phone);
	view_text(v, "address", p->address);
	view_int(v, "others", p->dossiers > 0 ? p->dossiers - 1 : 0);
	return OK;
}

/* What the requester was told, the open ones first. */
static enum err
show_promised(struct request *rq, const struct dossier *d)
{
	struct promise *x;
	struct view *v;
	bool broken;
	enum err e;

	if ((e = promise_list(&rq->cx, d, &x)) != OK)
		return e;
	for (; x != NULL; x = x->next) {
		broken = promise_is_broken(&rq->cx, x);
		v = view_item(rq->view, "promises");
		view_text(v, "text", x->text);
		view_moment(v, "due", x->due);
		view_flag(v, "broken", broken);
		view_flag(v, "kept", !broken && x->state == PROMISE_KEPT);
		view_flag(v, "moved", !broken && x->state == PROMISE_MOVED);
	}
	return OK;
}

/* What accepting offers: every type in the hands of every team, and staff.
 * Nothing is chosen beforehand: the team at hand is the one that screens. */
static enum err
show_choices(struct request *rq, const struct dossier *d)
{
	struct access_place *place;
	struct person *p;
	struct view *v;
	enum err e;

	if ((e = access_places(&rq->cx, &place)) != OK ||
	    (e = person_staff(&rq->cx, &p)) != OK)
		return e;
	for (; place != NULL; place = place->next) {
		v = view_item(rq->view, "places");
		view_text(v, "code", place->code);
		view_text(v, "name", arena_printf(rq->cx.arena, "%s · %s",
		    message_label(&place->type->label, rq->cx.lang),
		    place->team));
	}
	for (; p != NULL; p = p->next) {
		v = view_item(rq->view, "staff");
		view_text(v, "login", p->login);
		view_text(v, "name", p->name);
	}
	form_start(rq, "title", d->title);
	return OK;
}

enum err
get_request(struct request *rq)
{
	struct dossier *d;
	struct note *n;
	struct view *v;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, LEVEL_READ, &d)) != OK ||
	    (e = dossier_load(&rq->cx, d)) != OK ||
	    (e = dossier_notes(&rq->cx, d, &n)) != OK ||
	    (e = show_requester(rq, d)) != OK)
		return e;
	view_text(rq->view, "number", d->number);
	view_text(rq->view, "title", d->title);
	view_text(rq->view, "type", message_label(&d->type->label,
	    rq->cx.lang));
	view_text(rq->view, "team", d->team_name);
	facts_show_risk(rq, rq->view, d);
	view_text(rq->view, "medium", medium_word(d->medium));
	view_moment(rq->view, "received", d->received);
	view_moment(rq->view, "opened", d->opened);
	view_flag(rq->view, "accepted", strcmp(d->verdict, "accepted") == 0);
	view_flag(rq->view, "solved", strcmp(d->verdict, "solved") == 0);
	view_flag(rq->view, "declined", strcmp(d->verdict, "declined") == 0);
	view_flag(rq->view, "screened", d->verdict[0] != '\0');
	view_flag(rq->view, "may_decide", d->verdict[0] == '\0' &&
	    (rq->cx.rights & RIGHT_SCREEN) != 0 && d->level >= LEVEL_WORK);
	view_flag(rq->view, "solving", rq->route->handler ==
	    post_request_solve);
	view_flag(rq->view, "declining", rq->route->handler ==
	    post_request_decline);
	for (; n != NULL; n = n->next) {
		v = view_item(rq->view, "notes");
		view_text(v, "text", n->text);
		view_text(v, "author", n->author);
		view_moment(v, "written", n->written);
	}
	facts_show(rq, rq->view, d->type, d->values, false);
	if ((e = show_documents(rq, d)) != OK ||
	    (e = show_promised(rq, d)) != OK)
		return e;
	if (d->verdict[0] == '\0' && (e = show_choices(rq, d)) != OK)
		return e;
	if (d->verdict[0] != '\0') {	/* by somebody else meanwhile */
		form_rescue(rq, "result");
		form_rescue(rq, "reason");
		form_rescue(rq, "alternatives");
	}
	return reply_page(rq, "intake/request.html");
}

enum err
get_request_document(struct request *rq)
{
	struct document *doc;
	struct dossier *d;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = document_open(&rq->cx, d, rq->no, 0, &doc)) != OK)
		return e;
	return reply_document(rq, doc->sha256, doc->bytes, doc->media_type,
	    doc->name);
}

/* The place and the lead that the form names. */
static enum err
chosen(struct request *rq, struct access_place **place, int64_t *lead)
{
	const char *code = form_text(rq, "place"), *login;
	struct access_place *q;
	struct person *p;
	enum err e;

	if ((e = access_places(&rq->cx, &q)) != OK ||
	    (e = person_staff(&rq->cx, &p)) != OK)
		return e;
	while (q != NULL && strcmp(code, q->code) != 0)
		q = q->next;
	if (q == NULL) {
		refuse_field(&rq->cx, "place",
		    _("Please choose one of the entries in the list."));
		return ERR_INVALID;
	}
	*lead = 0;
	*place = q;
	login = form_text(rq, "lead");
	if (login[0] == '\0' || strcmp(login, BY_RULE) == 0)
		return OK;
	for (; p != NULL; p = p->next)
		if (strcmp(login, p->login) == 0) {
			*lead = p->id;
			return OK;
		}
	return refuse_field(&rq->cx, "lead",
	    _("Please choose one of the people in the list."));
}

enum err
post_request_accept(struct request *rq)
{
	struct access_place *place = NULL;
	struct dossier *d;
	int64_t lead = 0;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = chosen(rq, &place, &lead)) != OK ||
	    (e = dossier_accept(&rq->cx, d, place->type->code,
	    form_text(rq, "title"), place->scope, lead)) != OK ||
	    (strcmp(form_text(rq, "lead"), BY_RULE) == 0 &&
	    (e = assign_lead_also(&rq->cx, d, &(struct assign_question){
	    "", "", "", NULL, false })) != OK))
		return e;
	reply_notice(rq, _("%s is accepted and in the hands of %s."),
	    d->number, place->team);
	return reply_redirect(rq, "/intake");
}

enum err
post_request_solve(struct request *rq)
{
	struct dossier *d;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = dossier_solve(&rq->cx, d, form_text(rq, "result"))) != OK)
		return e;
	reply_notice(rq, _("%s is solved and closed."), d->number);
	return reply_redirect(rq, "/intake");
}

enum err
post_request_decline(struct request *rq)
{
	struct dossier *d;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = dossier_decline(&rq->cx, d, form_text(rq, "reason"),
	    form_text(rq, "alternatives"))) != OK)
		return e;
	reply_notice(rq, _("%s is declined and closed."), d->number);
	return reply_redirect(rq, "/intake");
}
