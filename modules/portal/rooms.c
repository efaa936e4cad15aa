/* SPDX-License-Identifier: MIT */
/* Sharing rooms: the link, the code, and what is shared. */
#include <string.h>

#include "domain/course/deadline.h"
#include "domain/desk/disclosure.h"
#include "domain/desk/share_room.h"
#include "domain/dossier/party.h"
#include "domain/type/casetype.h"
#include "domain/type/document_kind.h"
#include "portal/portal.h"
#include "text/date.h"
#include "text/message.h"
#include "web/guest.h"

static const char *const languages[] = {
	"en", "fr", "de", "it", "pt", "ja", NULL
};

const struct field language_form[] = {
	{ "language", FIELD_CHOICE, .choices = languages },
	{ 0 }
};
const struct field code_form[] = {
	{ "code", FIELD_SECRET, .min = 1, .max = 40 },
	{ 0 }
};

/* Chosen by a link of the page; kept for the next ones. */
static void
take_language(struct request *rq)
{
	if (rq->method == GET && form_text(rq, "language")[0] != '\0')
		guest_language_set(rq, form_text(rq, "language"));
}

enum err
before_link(struct request *rq)
{
	return share_room_knock(&rq->cx, request_part(rq, "token"),
	    request_peer(rq));
}

/* Says nothing of who shares what: the code was not typed yet. */
enum err
get_link(struct request *rq)
{
	struct share *s;
	enum err e;

	e = share_room_link(&rq->cx, request_part(rq, "token"), &s);
	if (e != OK)
		return e;
	take_language(rq);
	view_text(rq->view, "token", request_part(rq, "token"));
	return reply_page(rq, "portal/link.html");
}

enum err
post_link_open(struct request *rq)
{
	const char *visit;
	enum err e;

	e = share_room_prove(&rq->cx, request_part(rq, "token"),
	    request_peer(rq), form_text(rq, "code"), &visit);
	if (e == ERR_INVALID || (e == ERR_MISSING && rq->cx.looks != NULL))
		return reply_again(rq, e);
	if (e != OK)
		return e;
	guest_token_set(rq, visit);
	return reply_redirect(rq, "/portal");
}

static enum err
enter(struct request *rq, struct share_room *r)
{
	return share_room_enter(&rq->cx, guest_token(rq), r);
}

static void
show_matter(struct request *rq, const struct dossier *d)
{
	struct view *v = view_part(rq->view, "matter");

	view_text(v, "title", d->title);
	view_text(v, "type", message_label(&d->type->label, rq->cx.lang));
	view_text(v, "stage", d->phase[0] == '\0' ? "" :
	    casetype_word(&rq->cx, d->type->phases, d->phase));
	view_flag(v, "closed", d->closed != 0);
}

static void
show_documents(struct request *rq, const struct dossier *d,
    const struct share_document *f)
{
	struct view *v;

	for (; f != NULL; f = f->next) {
		v = view_item(rq->view, "documents");
		view_int(v, "no", f->no);
		view_text(v, "name", f->name);
		view_text(v, "kind", document_kind_word(&rq->cx, d->type,
		    f->kind));
		view_text(v, "dated", f->dated);
		view_int(v, "bytes", (int64_t)f->bytes);
	}
}

static void
show_parties(struct request *rq, const struct dossier *d,
    const struct party *p)
{
	struct view *v;

	for (; p != NULL; p = p->next) {
		if (p->ended != 0 || strcmp(p->role, "lead") == 0)
			continue;
		v = view_item(rq->view, "parties");
		view_text(v, "name", p->name);
		view_text(v, "role", party_role(&rq->cx, d->type, p->role));
	}
}

static void
show_dates(struct request *rq, const struct dossier *d,
    const struct hearing *h, struct deadline *x)
{
	struct view *v;

	for (; h != NULL; h = h->next) {
		v = view_item(rq->view, "hearings");
		view_text(v, "title", h->title);
		view_text(v, "court", h->court);
		view_text(v, "place", h->place);
		view_text(v, "when", date_text(rq->cx.arena, rq->cx.lang,
		    rq->cx.zone, h->begins, rq->cx.now,
		    h->whole ? DATE_DAY : DATE_MOMENT));
		view_flag(v, "cancelled", h->cancelled != 0);
		view_flag(v, "over", h->ends <= rq->cx.now);
	}
	for (; x != NULL; x = x->next) {
		if (!deadline_is_open(x))
			continue;
		v = view_item(rq->view, "deadlines");
		view_text(v, "title", deadline_title(&rq->cx, d->type, x));
		view_moment(v, "due", x->due);
	}
}

/* Of records under 42 CFR part 2 the notice, and the consents that let them
 * leave. */
static enum err
show_notice(struct request *rq, const struct share_room *r)
{
	struct consent *c;
	struct view *v;
	bool guarded;
	enum err e = disclosure_room(&rq->cx, r->d, r->share, &guarded, &c);

	view_flag(rq->view, "guarded", guarded);
	for (; e == OK && c != NULL; c = c->next) {
		v = view_item(rq->view, "consents");
		view_int(v, "no", c->no);
		view_text(v, "words", c->words);
	}
	return e;
}

enum err
get_room(struct request *rq)
{
	struct share_shown shown;
	struct share_room r;
	unsigned int parts;
	enum err e;

	if ((e = enter(rq, &r)) != OK ||
	    (e = share_room_look(&rq->cx, &r, &shown)) != OK ||
	    (e = show_notice(rq, &r)) != OK)
		return e;
	take_language(rq);
	parts = r.share->parts;
	view_text(rq->view, "receiver", r.share->name);
	view_text(rq->view, "purpose", r.share->purpose);
	view_moment(rq->view, "until", r.share->until);
	view_text(rq->view, "keeper", r.keeper);
	view_text(rq->view, "keeper_email", r.keeper_email);
	view_flag(rq->view, "has_documents", r.share->documents > 0);
	view_flag(rq->view, "has_parties", (parts & SHARE_PARTIES) != 0);
	view_flag(rq->view, "has_hearings", (parts & SHARE_HEARINGS) != 0);
	view_flag(rq->view, "has_deadlines", (parts & SHARE_DEADLINES) != 0);
	if ((parts & SHARE_STAGE) != 0)
		show_matter(rq, r.d);
	show_documents(rq, r.d, shown.documents);
	show_parties(rq, r.d, shown.parties);
	show_dates(rq, r.d, shown.hearings, shown.deadlines);
	return reply_page(rq, "portal/room.html");
}

enum err
get_room_document(struct request *rq)
{
	struct share_document *f;
	struct share_room r;
	enum err e;

	if ((e = enter(rq, &r)) != OK ||
	    (e = share_room_document(&rq->cx, &r, rq->no, &f)) != OK)
		return e;
	return reply_document(rq, f->sha256, f->bytes, f->media_type,
	    f->name);
}

enum err
post_room_leave(struct request *rq)
{
	enum err e = share_room_leave(&rq->cx, guest_token(rq));

	if (e != OK)
		return e;
	guest_token_set(rq, "");
	return reply_page(rq, "portal/left.html");
}
