/* SPDX-License-Identifier: MIT */
/* Sharing rooms, from inside: made, renewed, ended, and what was looked at. */
#include "domain/desk/share.h"

#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "domain/dossier/release.h"
#include "domain/spine/event.h"
#include "domain/spine/event_get.h"
#include "domain/spine/keep.h"
#include "store/store_dossier.h"
#include "store/store_party.h"
#include "store/store_share.h"
#include "text/message.h"

#define NAME 200

/* What leaves by mail is not told. The link of now is nobody's then: another
 * is drawn for the mail. */
static enum err
hand_out(struct ctx *cx, const struct share *s, const struct share_send *send,
    struct share_secret *secret)
{
	enum err e;

	if (send->way == SHARE_BY_HAND)
		return OK;
	if ((e = share_mail_queue(cx, s, send, secret->code)) != OK)
		return e;
	secret->token = "";
	if (send->way == SHARE_BY_MAIL)
		secret->code = "";
	return OK;
}

bool
share_is_open(const struct ctx *cx, const struct share *s)
{
	return s->ended == 0 && s->locked == 0 && s->until > cx->now;
}

enum err
share_fitting(struct ctx *cx, const struct dossier *d,
    struct share_document **out)
{
	return store_share_fitting(cx, d, SHARE_DOCUMENTS, out);
}

enum err
share_fits(struct ctx *cx, const struct dossier *d, bool *out)
{
	struct dossier alone = *d, *list = &alone;
	int64_t held = 0;
	enum err e;

	*out = d->compartment == 0;
	if (*out || d->type->consent == NULL)
		return OK;
	alone.next = NULL;
	e = release_leaving(cx, &list, &held);
	*out = held == 0;
	return e;
}

static enum err
may_share(struct ctx *cx, const struct dossier *d)
{
	bool fits;
	enum err e;

	if ((e = keep_level(cx, d, LEVEL_WORK)) != OK ||
	    (e = share_fits(cx, d, &fits)) != OK || fits)
		return e;
	return refuse(cx, ERR_CONFLICT, "%s", _("This case is in a "
	    "compartment: nothing of it leaves the house by a link."));
}

static enum err
receiver(struct ctx *cx, struct dossier *d, const struct share_new *n,
    struct share_send *send, struct share *s)
{
	const struct party *p;
	enum err e = OK, f;

	s->name = n->name;
	if (n->party != 0) {
		if ((e = store_party_list(cx, d)) != OK)
			return e;
		for (p = d->parties; p != NULL; p = p->next)
			if (p->no == n->party && p->ended == 0 &&
			    strcmp(p->role, "lead") != 0)
				break;
		if (p == NULL)
			return refuse_field(cx, "receiver", "%s",
			    _("Choose one of the people of this case."));
		s->name = p->name;
		s->person = p->person;
	} else if ((e = keep_text(cx, "name", n->name, 0, NAME, false,
	    &s->name)) == OK && s->name[0] == '\0')
		e = refuse_field(cx, "name", "%s", _("Choose somebody, or "
		    "write who gets it."));
	f = share_mail_check(cx, s->person, send);
	s->email = send->email;
	return e != OK ? e : f;
}

static enum err
until(struct ctx *cx, int64_t moment, struct share *s)
{
	if (moment <= cx->now)
		return refuse_field(cx, "until", "%s",
		    _("Choose a day in the future."));
	if (moment > cx->now + SHARE_DAYS_MOST * DAY)
		return refuse_field(cx, "until", "%s",
		    _("A link is good for a year at most."));
	s->until = moment;
	return OK;
}

/* The documents that were chosen, if all may leave. */
static enum err
chosen(struct ctx *cx, const struct dossier *d, const struct share_new *n,
    int64_t *rows)
{
	struct share_document *all, *f;
	size_t i;
	enum err e;

	if (n->n == 0 && n->parts == 0)
		return refuse_field(cx, "what", "%s",
		    _("Choose at least one document or part."));
	if (n->n > SHARE_DOCUMENTS)
		return refuse_field(cx, "what", _("These are more than %d "
		    "documents."), SHARE_DOCUMENTS);
	if ((e = store_share_fitting(cx, d, SHARE_DOCUMENTS, &all)) != OK)
		return e;
	for (i = 0; i < n->n; i++) {
		for (f = all; f != NULL && f->document != n->documents[i];
		    f = f->next)
			;
		if (f == NULL)
			return refuse_field(cx, "what", "%s", _("A document "
			    "that you chose cannot be shared any more. Look "
			    "at the list again."));
		rows[i] = f->id;
	}
	return OK;
}

static struct event_body *
body(struct ctx *cx, const struct share *s)
{
	struct event_body *b = event_body(cx);

	event_number(b, "share", s->no);
	event_fact(b, "receiver", s->name);
	return b;
}

/* Of a share that is made or was. */
static enum err
ask_for(struct ctx *cx, const struct dossier *d, const struct share *s,
    const int64_t *documents, size_t n, struct consent_ask *ask)
{
	*ask = (struct consent_ask){ .receiver = s->person, .name = s->name,
	    .purpose = s->aim, .way = CONSENT_BY_SHARE };
	if (s->parts != 0)
		ask->what = CONSENT_CASE;
	return consent_allows_documents(cx, d, documents, n, ask);
}

enum err
share_consent_new(struct ctx *cx, struct dossier *d,
    const struct share_new *n, struct consent_answer *out)
{
	struct share s = { .name = n->name, .parts = n->parts,
	    .aim = n->aim };
	const struct party *p;
	struct consent_ask ask;
	enum err e;

	if (d->parties == NULL && (e = store_party_list(cx, d)) != OK)
		return e;
	for (p = d->parties; p != NULL; p = p->next)
		if (p->no == n->party && p->ended == 0) {
			s.person = p->person;
			s.name = p->name;
		}
	if ((e = ask_for(cx, d, &s, n->documents, n->n, &ask)) != OK)
		return e;
	return consent_allows_look(cx, d, &ask, out);
}

/* What of it is there to be seen. */
static enum err
ask_of(struct ctx *cx, const struct dossier *d, const struct share *s,
    struct consent_ask *ask)
{
	struct share_document *f;
	int64_t *numbers;
	size_t n = 0;
	enum err e;

	if ((e = store_share_documents(cx, s, &f)) != OK)
		return e;
	numbers = arena_array(cx->arena, SHARE_DOCUMENTS + 1,
	    sizeof(*numbers));
	for (; f != NULL && n < SHARE_DOCUMENTS; f = f->next)
		if (!f->hidden)
			numbers[n++] = f->document;
	return ask_for(cx, d, s, numbers, n, ask);
}

enum err
share_consent(struct ctx *cx, struct dossier *d, const struct share *s,
    struct consent_answer *out)
{
	struct consent_ask ask;
	enum err e;

	*out = (struct consent_answer){ .carried = "", .lacks = "" };
	if (d->type->consent == NULL)
		return OK;
	if ((e = ask_of(cx, d, s, &ask)) != OK || ask.what == 0)
		return e;	/* nothing is there any more */
	return consent_allows_look(cx, d, &ask, out);
}

/* It goes on, if what it shows may leave still; the event tells by what. */
static enum err
goes_on(struct ctx *cx, struct dossier *d, const struct share *s,
    struct event_body *b)
{
	struct consent_answer answer;
	struct consent_ask ask;
	enum err e;

	if (d->type->consent == NULL)
		return OK;
	if ((e = ask_of(cx, d, s, &ask)) != OK || ask.what == 0 ||
	    (e = consent_allows(cx, d, &ask, &answer)) != OK)
		return e;
	consent_allows_tell(b, &ask, &answer);
	return OK;
}

static enum err
note_made(struct ctx *cx, struct dossier *d, const struct share *s,
    const struct consent_ask *ask, const struct consent_answer *answer)
{
	struct event_body *b = body(cx, s);

	event_number(b, "until", s->until);
	event_number(b, "parts", s->parts);
	event_number(b, "documents", s->documents);
	consent_allows_tell(b, ask, answer);
	event_why(b, s->purpose);
	return event_add(cx, d, "share.made", b);
}

enum err
share_make(struct ctx *cx, struct dossier *d, const struct share_new *n,
    struct share **out, struct share_secret *secret)
{
	struct share *s = arena_alloc(cx->arena, sizeof(*s));
	int64_t *rows = arena_array(cx->arena, n->n + 1, sizeof(*rows));
	struct share_send send = n->send;
	struct consent_answer answer;
	struct consent_ask ask;
	enum err e, bad;
	size_t i;

	if ((e = may_share(cx, d)) != OK)
		return e;
	bad = receiver(cx, d, n, &send, s);
	if ((e = keep_text(cx, "purpose", n->purpose, 1, KEEP_REASON, true,
	    &s->purpose)) != OK)
		bad = e;
	if ((e = until(cx, n->until, s)) != OK)
		bad = e;
	if ((e = chosen(cx, d, n, rows)) != OK)
		bad = e;
	if (bad != OK)
		return bad;
	s->parts = n->parts;
	s->aim = n->aim;
	s->documents = (int64_t)n->n;
	s->number = d->number;
	s->dossier = d->id;
	if ((e = ask_for(cx, d, s, n->documents, n->n, &ask)) != OK ||
	    (e = consent_allows(cx, d, &ask, &answer)) != OK)
		return e;
	s->consents = answer.carried;
	share_secret_code(cx, secret);
	share_secret_link(cx, secret);
	if ((e = store_dossier_next(cx, d, &s->no)) != OK ||
	    (e = store_share_add(cx, d, s, secret)) != OK)
		return e;
	for (i = 0; i < n->n; i++)
		if ((e = store_share_document_add(cx, s, (int64_t)i + 1,
		    rows[i])) != OK)
			return e;
	if ((e = hand_out(cx, s, &send, secret)) != OK)
		return e;
	*out = s;
	return note_made(cx, d, s, &ask, &answer);
}

enum err
share_renew(struct ctx *cx, struct dossier *d, struct share *s,
    const struct share_send *how, struct share_secret *secret)
{
	struct event_body *b = body(cx, s);
	struct share_send send = *how;
	enum err e;

	if ((e = may_share(cx, d)) != OK)
		return e;
	if (s->ended != 0 || s->until <= cx->now)
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("This link is over. Share it anew."));
	if ((e = share_mail_check(cx, s->person, &send)) != OK ||
	    (e = goes_on(cx, d, s, b)) != OK)
		return e;
	if (send.email[0] != '\0')
		s->email = send.email;
	share_secret_code(cx, secret);
	share_secret_link(cx, secret);
	if ((e = store_share_renew(cx, s, secret)) != OK ||
	    (e = store_share_visits_end(cx, s)) != OK ||
	    (e = share_mail_stop(cx, s)) != OK ||
	    (e = hand_out(cx, s, &send, secret)) != OK)
		return e;
	return event_add(cx, d, "share.renewed", b);
}

enum err
share_until(struct ctx *cx, struct dossier *d, struct share *s,
    int64_t moment)
{
	struct event_body *b = body(cx, s);
	enum err e;

	if ((e = may_share(cx, d)) != OK)
		return e;
	if (s->ended != 0 || s->until <= cx->now)
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("This link is over. Share it anew."));
	event_number(b, "former", s->until);
	if ((e = until(cx, moment, s)) != OK ||
	    (e = goes_on(cx, d, s, b)) != OK ||
	    (e = store_share_until(cx, s)) != OK)
		return e;
	event_number(b, "until", s->until);
	return event_add(cx, d, "share.prolonged", b);
}

enum err
share_end(struct ctx *cx, struct dossier *d, struct share *s,
    const char *why)
{
	struct event_body *b = body(cx, s);
	enum err e;

	if ((e = keep_level(cx, d, LEVEL_WORK)) != OK ||
	    (e = keep_text(cx, "why", why, 0, KEEP_REASON, true,
	    &why)) != OK)
		return e;
	if (s->ended != 0 || s->until <= cx->now)
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("This link is over already."));
	if ((e = store_share_end(cx, s, why)) != OK ||
	    (e = store_share_visits_end(cx, s)) != OK ||
	    (e = share_mail_stop(cx, s)) != OK)
		return e;
	event_why(b, why);
	return event_add(cx, d, "share.ended", b);
}

static int64_t
share_of(struct ctx *cx, const struct event *ev)
{
	return strtoll(event_get(cx, ev, "fact", "share"), NULL, 10);
}

/* How often each was looked at, and when last. */
static enum err
count_looks(struct ctx *cx, const struct dossier *d, struct share *list)
{
	struct event *ev;
	struct share *s;
	int64_t no;
	enum err e;

	if (list == NULL)
		return OK;
	if ((e = store_share_log(cx, d, SHARE_LOG, &ev)) != OK)
		return e;
	for (; ev != NULL; ev = ev->next) {
		no = share_of(cx, ev);
		for (s = list; s != NULL && s->no != no; s = s->next)
			;
		if (s == NULL || strcmp(ev->kind, "share.locked") == 0)
			continue;
		s->looks++;
		if (s->looked < ev->happened)
			s->looked = ev->happened;
	}
	return OK;
}

enum err
share_list(struct ctx *cx, const struct dossier *d, struct share **out)
{
	enum err e;

	if ((e = keep_level(cx, d, LEVEL_WORK)) != OK ||
	    (e = store_share_list(cx, d, out)) != OK)
		return e;
	return count_looks(cx, d, *out);
}

enum err
share_open(struct ctx *cx, const struct dossier *d, int64_t no,
    struct share **out)
{
	enum err e;

	if ((e = keep_level(cx, d, LEVEL_WORK)) != OK ||
	    (e = store_share_find(cx, d, no, out)) != OK)
		return e;
	return *out != NULL ? OK : refuse(cx, ERR_MISSING, "%s",
	    _("This is not shared here."));
}

enum err
share_documents(struct ctx *cx, const struct share *s,
    struct share_document **out)
{
	return store_share_documents(cx, s, out);
}

enum err
share_log(struct ctx *cx, const struct dossier *d, const struct share *s,
    struct event **out)
{
	struct event *ev;
	enum err e;

	*out = NULL;
	if ((e = store_share_log(cx, d, SHARE_LOG, &ev)) != OK)
		return e;
	for (; ev != NULL; ev = ev->next)
		if (share_of(cx, ev) == s->no) {
			*out = ev;
			out = &ev->next;
		}
	*out = NULL;
	return OK;
}
