/* SPDX-License-Identifier: MIT */
/* Sharing rooms: what is shared with whom, and what they looked at. */
#include "casework/access/shares.h"

#include <stdlib.h>
#include <string.h>

#include "base/count.h"
#include "base/day.h"
#include "casework/access/consenting.h"
#include "casework/access/sending.h"
#include "casework/shared/choices.h"
#include "casework/shared/show.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/party.h"
#include "domain/spine/event_get.h"
#include "domain/story/timeline.h"
#include "domain/type/document_kind.h"
#include "text/date.h"
#include "text/message.h"
#include "text/number.h"
#include "web/facts.h"

#define NUMBERS INT64_C(1000000000)

const struct field share_form[] = {
	{ "receiver", FIELD_INT, .min = 1, .max = NUMBERS },
	{ "name", FIELD_TEXT, .max = 200 },
	SENDING_FIELDS,
	{ "purpose", FIELD_LINES, .min = 1, .max = REASON_MAX },
	{ "until", FIELD_DATE, .min = 1 },
	{ "part.*", FIELD_FLAG },
	{ "document.*", FIELD_FLAG },
	CONSENTS_AIM,
	{ "look", FIELD_FLAG },
	{ 0 }
};
const struct field share_renew_form[] = { SENDING_FIELDS, { 0 } };
const struct field share_until_form[] = {
	{ "until", FIELD_DATE, .min = 1 },
	{ 0 }
};
const struct field share_end_form[] = {
	{ "why", FIELD_LINES, .max = REASON_MAX },
	{ 0 }
};

static const struct {
	const char *code, *label;
	unsigned int bit;
} parts[] = {
	{ "stage", N_("Title, type and stage"), SHARE_STAGE },
	{ "parties", N_("Parties and their roles"), SHARE_PARTIES },
	{ "hearings", N_("Hearings"), SHARE_HEARINGS },
	{ "deadlines", N_("Deadlines that run"), SHARE_DEADLINES }
};
#define PARTS COUNT(parts)

/* Open, but no consent lets anybody look today. */
static enum err
show_shut(struct request *rq, struct view *v, struct dossier *d,
    const struct share *s)
{
	struct consent_answer a;
	enum err e;

	if (d->type->consent == NULL || !share_is_open(&rq->cx, s))
		return OK;
	if ((e = share_consent(&rq->cx, d, s, &a)) != OK)
		return e;
	view_text(v, "shut", a.lacks);
	view_int(v, "shut_by", a.no);
	return OK;
}

static void
show_share(struct request *rq, struct view *v, const struct share *s)
{
	view_int(v, "no", s->no);
	view_text(v, "name", s->name);
	view_text(v, "email", s->email);
	view_text(v, "purpose", s->purpose);
	view_text(v, "maker", s->maker_name);
	view_moment(v, "made", s->made);
	view_moment(v, "until", s->until);
	view_flag(v, "open", share_is_open(&rq->cx, s));
	view_moment(v, "ended", s->ended);
	view_text(v, "ender", s->ender_name);
	view_text(v, "why", s->why);
	view_flag(v, "over", s->ended == 0 && s->until <= rq->cx.now);
	view_flag(v, "locked", s->ended == 0 && s->until > rq->cx.now &&
	    s->locked != 0);
	view_flag(v, "alive", s->ended == 0 && s->until > rq->cx.now);
	view_int(v, "looks", s->looks);
	view_moment(v, "looked", s->looked);
}

enum err
get_shares(struct request *rq)
{
	struct dossier *d;
	struct share *s;
	struct view *v;
	enum err e;

	if ((e = show_open(rq, &d)) != OK ||
	    (e = share_list(&rq->cx, d, &s)) != OK)
		return e;
	for (; s != NULL; s = s->next) {
		v = view_item(rq->view, "shares");
		show_share(rq, v, s);
		if ((e = show_shut(rq, v, d, s)) != OK)
			return e;
	}
	return reply_page(rq, "casework/shares.html");
}

enum err
shares_show_open(struct request *rq, const struct dossier *d)
{
	struct share *s;
	enum err e;

	if (d->level < LEVEL_WORK)
		return OK;
	if ((e = share_list(&rq->cx, d, &s)) != OK)
		return e;
	for (; s != NULL; s = s->next)
		if (share_is_open(&rq->cx, s))
			show_share(rq, view_item(rq->view, "shares"), s);
	return OK;
}

static void
show_people(struct request *rq, const struct dossier *d)
{
	const struct party *p;

	for (p = d->parties; p != NULL; p = p->next)
		if (p->ended == 0 && strcmp(p->role, "lead") != 0)
			view_option(rq->view, "people", number_plain(
			    rq->cx.arena, p->no, 0), arena_printf(
			    rq->cx.arena, "%s (%s)", p->name,
			    party_role(&rq->cx, d->type, p->role)));
}

static enum err
show_papers(struct request *rq, const struct dossier *d)
{
	struct share_document *f;
	struct view *v;
	enum err e;

	if ((e = share_fitting(&rq->cx, d, &f)) != OK)
		return e;
	for (; f != NULL; f = f->next) {
		v = view_item(rq->view, "papers");
		view_int(v, "no", f->document);
		view_text(v, "name", f->name);
		view_text(v, "kind", document_kind_word(&rq->cx, d->type,
		    f->kind));
		view_moment(v, "added", f->added);
	}
	return OK;
}

static void
take_chosen(struct request *rq, struct share_new *n, int64_t *numbers)
{
	const char *name, *text;
	size_t i, k;

	for (i = 0; form_each(rq, "part.", i, &name, &text); i++)
		for (k = 0; k < PARTS; k++)
			if (strcmp(name + strlen("part."),
			    parts[k].code) == 0)
				n->parts |= parts[k].bit;
	for (i = 0; n->n <= SHARE_DOCUMENTS &&
	    form_each(rq, "document.", i, &name, &text); i++)
		numbers[n->n++] = strtoll(name + strlen("document."), NULL,
		    10);
	n->documents = numbers;
}

/* What consents say to what is chosen, for who asked before sending it. */
static enum err
show_answer(struct request *rq, struct dossier *d)
{
	struct share_new n = { .party = form_int(rq, "receiver"),
	    .name = form_text(rq, "name"), .aim = consents_aim(rq) };
	int64_t numbers[SHARE_DOCUMENTS + 1];
	struct consent_answer answer;
	enum err e;

	if (!form_flag(rq, "look"))
		return OK;
	take_chosen(rq, &n, numbers);
	if ((e = share_consent_new(&rq->cx, d, &n, &answer)) != OK)
		return e;
	consents_answer(rq, &answer);
	facts_forgive(rq);
	return OK;
}

enum err
get_share_new(struct request *rq)
{
	struct dossier *d;
	size_t i;
	enum err e;

	if ((e = show_open(rq, &d)) != OK || (e = show_papers(rq, d)) != OK ||
	    (e = consents_offer(rq, d, consenting_base(rq, d))) != OK ||
	    (e = show_answer(rq, d)) != OK)
		return e;
	show_people(rq, d);
	for (i = 0; i < PARTS; i++)
		view_option(rq->view, "parts", parts[i].code,
		    _(parts[i].label));
	sending_show(rq);
	form_start(rq, "until", date_text(rq->cx.arena, "en", rq->cx.zone,
	    rq->cx.now + SHARE_DAYS * DAY, rq->cx.now, DATE_INPUT_DAY));
	return reply_page(rq, "casework/share-new.html");
}

enum err
post_share_make(struct request *rq)
{
	struct share_new n = { .party = form_int(rq, "receiver"),
	    .name = form_text(rq, "name"),
	    .purpose = form_text(rq, "purpose"), .send = sending_typed(rq),
	    .until = choices_day_end(rq, "until"), .aim = consents_aim(rq) };
	int64_t numbers[SHARE_DOCUMENTS + 1];
	struct share_secret secret;
	struct share *s;
	struct dossier *d;
	enum err e;

	if (form_flag(rq, "look"))
		return ERR_INVALID;	/* it is shown again, and sent later */
	take_chosen(rq, &n, numbers);
	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = share_make(&rq->cx, d, &n, &s, &secret)) != OK ||
	    (e = show_open(rq, &d)) != OK)
		return e;
	return sending_reply(rq, s, &n.send, &secret);
}

static enum err
open_share(struct request *rq, struct dossier **d, struct share **s)
{
	enum err e;

	if ((e = show_open(rq, d)) != OK)
		return e;
	return share_open(&rq->cx, *d, rq->no, s);
}

static enum err
show_chosen(struct request *rq, const struct share *s)
{
	struct share_document *f;
	struct view *v;
	size_t i;
	enum err e;

	for (i = 0; i < PARTS; i++)
		if ((s->parts & parts[i].bit) != 0)
			view_text(view_item(rq->view, "parts"), "label",
			    _(parts[i].label));
	if ((e = share_documents(&rq->cx, s, &f)) != OK)
		return e;
	for (; f != NULL; f = f->next) {
		v = view_item(rq->view, "documents");
		if (f->hidden) {
			view_flag(v, "hidden", true);
			continue;
		}
		view_int(v, "no", f->document);
		view_text(v, "name", f->name);
	}
	return OK;
}

static enum err
show_log(struct request *rq, const struct dossier *d, const struct share *s)
{
	struct event *ev;
	struct view *v;
	enum err e;
	int n;

	if ((e = share_log(&rq->cx, d, s, &ev)) != OK)
		return e;
	for (n = 0; ev != NULL && n < LIST_ROWS; ev = ev->next, n++) {
		v = view_item(rq->view, "looks");
		view_moment(v, "when", ev->happened);
		view_text(v, "what", timeline_sentence(&rq->cx, d->type,
		    ev));
		view_text(v, "from", event_get(&rq->cx, ev, "fact",
		    "from"));
	}
	view_flag(rq->view, "more", ev != NULL);
	return OK;
}

enum err
get_share(struct request *rq)
{
	struct dossier *d;
	struct share *s;
	struct view *v;
	enum err e;

	v = view_part(rq->view, "share");
	if ((e = open_share(rq, &d, &s)) != OK ||
	    (e = show_chosen(rq, s)) != OK ||
	    (e = show_shut(rq, v, d, s)) != OK ||
	    (e = sending_mails(rq, s)) != OK ||
	    (e = show_log(rq, d, s)) != OK)
		return e;
	sending_show(rq);
	form_start(rq, "email", s->email);
	form_start(rq, "until", date_text(rq->cx.arena, "en", rq->cx.zone,
	    s->until, rq->cx.now, DATE_INPUT_DAY));
	show_share(rq, v, s);
	view_text(v, "consents", s->consents);
	view_text(rq->view, "base", consenting_base(rq, d));
	return reply_page(rq, "casework/share.html");
}

enum err
post_share_renew(struct request *rq)
{
	const struct share_send send = sending_typed(rq);
	struct share_secret secret;
	struct dossier *d;
	struct share *s;
	enum err e;

	if ((e = open_share(rq, &d, &s)) != OK ||
	    (e = share_renew(&rq->cx, d, s, &send, &secret)) != OK)
		return e;
	return sending_reply(rq, s, &send, &secret);
}

enum err
post_share_until(struct request *rq)
{
	struct dossier *d;
	struct share *s;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = share_open(&rq->cx, d, rq->no, &s)) != OK ||
	    (e = share_until(&rq->cx, d, s,
	    choices_day_end(rq, "until"))) != OK)
		return e;
	reply_notice(rq, "%s", _("The day was changed. Link and code stay "
	    "the same."));
	return reply_redirect(rq, "/dossiers/%s/shares/%lld", d->number,
	    (long long)s->no);
}

enum err
post_share_end(struct request *rq)
{
	struct dossier *d;
	struct share *s;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = share_open(&rq->cx, d, rq->no, &s)) != OK ||
	    (e = share_end(&rq->cx, d, s, form_text(rq, "why"))) != OK)
		return e;
	reply_notice(rq, "%s", _("Nothing is shared there any more. The log "
	    "stays."));
	return reply_redirect(rq, "/dossiers/%s/shares", d->number);
}
