/* SPDX-License-Identifier: MIT */
/* Consents: written down, given or refused, and ended. */
#include "domain/dossier/consent.h"

#include <string.h>

#include "base/config.h"
#include "base/digest.h"
#include "base/words.h"
#include "domain/dossier/consent_rule.h"
#include "domain/dossier/consent_words.h"
#include "domain/dossier/document.h"
#include "domain/spine/keep.h"
#include "store/store_consent.h"
#include "store/store_dossier.h"
#include "store/store_party.h"
#include "store/store_person.h"
#include "text/date.h"
#include "text/message.h"

#define KINDS 2000	/* characters of the kinds that one names */
#define WORDS 500

static const char *const states[] = { CONSENT_STATES };

const char *
consent_today(struct ctx *cx)
{
	return date_today(cx->arena, cx->conf != NULL ? cx->conf->timezone :
	    cx->zone, cx->now);
}

enum err
consent_list(struct ctx *cx, const struct dossier *d, struct consent **out)
{
	return store_consent_list(cx, d, out);
}

enum err
consent_open(struct ctx *cx, const struct dossier *d, int64_t no,
    struct consent **out)
{
	enum err e = store_consent_find(cx, d, no, out);

	if (e != OK || *out != NULL)
		return e;
	return refuse(cx, ERR_MISSING, "%s",
	    _("This case has no such consent."));
}

enum err
consent_ending(struct ctx *cx, int days, int limit, struct consent **out)
{
	const char *today = consent_today(cx);
	const char *until = date_today(cx->arena, cx->conf != NULL ?
	    cx->conf->timezone : cx->zone, cx->now + days * INT64_C(86400));

	return store_consent_ending(cx, today, until, limit, out);
}

/* What a signature is bound to; schema/README.md says how. */
static const char *
sum(struct ctx *cx, const struct dossier *d, const struct consent *c)
{
	struct digest *h = digest_new(cx->arena);
	unsigned char out[DIGEST_SIZE];

	digest_text(h, "dossier consent 1");
	digest_text(h, d->number);
	digest_number(h, c->no);
	digest_text(h, c->number);
	digest_text(h, c->signer_number);
	digest_text(h, c->right);
	digest_number(h, c->what);
	digest_text(h, c->kinds);
	digest_text(h, c->receiver_number);
	digest_number(h, c->classes);
	digest_number(h, c->purpose);
	digest_text(h, c->purpose_words);
	digest_text(h, c->begins);
	digest_text(h, c->until);
	digest_text(h, c->event);
	digest_text(h, c->lang);
	digest_number(h, c->wording);
	digest_text(h, c->words);
	digest_end(h, out);
	return digest_hex(cx->arena, out, sizeof(out));
}

static struct event_body *
body(struct ctx *cx, const struct dossier *d, const struct consent *c)
{
	struct event_body *b = event_body(cx);

	event_number(b, "consent", c->no);
	event_fact(b, "person", c->name);
	event_fact(b, "receiver", consent_words_receiver(cx, "en", c));
	event_fact(b, "sha256", sum(cx, d, c));
	return b;
}

/* A party of the case, who still is one. */
static const struct party *
party(const struct dossier *d, int64_t no)
{
	const struct party *p = d->parties;

	while (p != NULL && (p->no != no || p->ended != 0))
		p = p->next;
	return p;
}

/* Whose it is: where it can be one alone, nobody has to say so. */
static enum err
whose(struct ctx *cx, struct dossier *d, const struct consent_new *n,
    struct consent *c)
{
	const struct party *p, *only = NULL;
	int those = 0;

	for (p = d->parties; p != NULL; p = p->next)
		if (p->ended == 0 && words_have(d->type->consent->of,
		    p->role) && (n->person == 0 || n->person == p->no)) {
			only = p;
			those++;
		}
	if (those == 0 && n->person == 0)
		return refuse_field(cx, "person", "%s", _("Nobody is on this "
		    "case whose consent it could be. Enter them among its "
		    "people first."));
	if (those != 1)
		return refuse_field(cx, "person", "%s",
		    _("Choose whose consent it is."));
	c->person = only->person;
	c->number = only->number;
	c->name = only->name;
	return OK;
}

static enum err
signer(struct ctx *cx, struct dossier *d, const struct consent_new *n,
    struct consent *c)
{
	const struct party *p;

	c->signer_number = c->signer_name = c->right = "";
	if (n->signer == 0)
		return OK;
	if ((p = party(d, n->signer)) == NULL || p->person == c->person)
		return refuse_field(cx, "signer", "%s", _("Choose who speaks "
		    "for them, of the people of this case."));
	c->right = n->right == NULL ? "" : n->right;
	if (consent_words_right(c->right)[0] == '\0')
		return refuse_field(cx, "right", "%s",
		    _("Say by which right they speak for them."));
	c->signer = p->person;
	c->signer_number = p->number;
	c->signer_name = p->name;
	return OK;
}

static bool
refuses(enum consent_state s)
{
	return s == CONSENT_REFUSED || s == CONSENT_RESTRICTED;
}

/* The law has counselling notes, and records of treatment for substance use
 * in proceedings, in a consent of their own (42 CFR 2.31). */
static enum err
what(struct ctx *cx, const struct consent_new *n, struct consent *c)
{
	enum err e;

	c->what = n->what & CONSENT_WHATS;
	if (c->what == 0)
		return refuse_field(cx, "what", "%s",
		    _("Choose what it is about."));
	if ((e = keep_text(cx, "kinds", n->kinds, 0, KINDS, true,
	    &c->kinds)) != OK)
		return e;
	if ((c->what & CONSENT_DOCUMENTS) == 0)
		c->kinds = "";
	if (refuses(n->say.state))
		return OK;
	if ((c->what & CONSENT_COUNSELLING) != 0 &&
	    c->what != CONSENT_COUNSELLING)
		return refuse_field(cx, "what", "%s", _("Counselling notes "
		    "need a consent of their own. Take another one for the "
		    "rest."));
	if ((c->what & CONSENT_PART2) != 0 &&
	    (c->purpose & CONSENT_LEGAL) != 0 &&
	    (c->what != CONSENT_PART2 || c->purpose != CONSENT_LEGAL))
		return refuse_field(cx, "what", "%s", _("Records of treatment "
		    "for substance use need a consent of their own for legal "
		    "proceedings."));
	return OK;
}

static enum err
registered(struct ctx *cx, struct dossier *d, const struct consent_new *n,
    struct consent *c)
{
	const struct party *p = n->receiver == 0 ? NULL :
	    party(d, n->receiver);
	const char *number = n->number == NULL ? "" : n->number;
	enum err e;

	if (n->receiver != 0 && p == NULL)
		return refuse_field(cx, "receiver", "%s",
		    _("Choose one of the people of this case."));
	if (p != NULL) {
		c->receiver = p->person;
		c->receiver_number = p->number;
		c->receiver_name = p->name;
		return OK;
	}
	if ((e = store_person_by_number(cx, number, &c->receiver,
	    &c->receiver_name)) != OK)
		return e;
	c->receiver_number = number;
	return c->receiver != 0 ? OK : refuse_field(cx, "number", "%s",
	    _("Nobody in the register has this number."));
}

/* One person or organisation, or classes of them. */
static enum err
receiver(struct ctx *cx, struct dossier *d, const struct consent_new *n,
    struct consent *c)
{
	bool one = n->receiver != 0 ||
	    (n->number != NULL && n->number[0] != '\0');
	unsigned int most = refuses(n->say.state) ? 15 : 7;

	c->receiver_number = c->receiver_name = "";
	if (one && n->classes != 0)
		return refuse_field(cx, "receiver", "%s", _("Choose one "
		    "receiver, or all of a kind: not both."));
	if (one)
		return registered(cx, d, n, c);
	c->classes = n->classes;
	if (c->classes == 0 || (c->classes & ~most) != 0)
		return refuse_field(cx, "receiver", "%s", _("Choose who may "
		    "get it: one of the people of this case, or all of a "
		    "kind."));
	if (!refuses(n->say.state) && (c->what & CONSENT_PART2) != 0 &&
	    (c->purpose & ~(unsigned int)CONSENT_ROUTINE) != 0)
		return refuse_field(cx, "receiver", "%s", _("For this purpose "
		    "records of treatment for substance use go to somebody "
		    "who is named."));
	return OK;
}

static enum err
purpose(struct ctx *cx, const struct consent_new *n, struct consent *c)
{
	c->purpose = n->purpose & CONSENT_PURPOSES;
	if (c->purpose == 0 && !refuses(n->say.state))
		return refuse_field(cx, "purpose", "%s",
		    _("Choose what it is for."));
	return keep_text(cx, "words", n->purpose_words, 0, WORDS, true,
	    &c->purpose_words);
}

/* Every consent ends some time; a refusal holds until it is taken back. */
static enum err
lasts(struct ctx *cx, const struct consent_new *n, struct consent *c)
{
	enum err e;

	c->begins = n->begins == NULL || n->begins[0] == '\0' ?
	    consent_today(cx) : n->begins;
	c->until = n->until == NULL ? "" : n->until;
	if (!date_civil_ok(c->begins))
		return refuse_field(cx, "begins", "%s",
		    _("This date cannot be. Correct it."));
	if (c->until[0] != '\0' && !date_civil_ok(c->until))
		return refuse_field(cx, "until", "%s",
		    _("This date cannot be. Correct it."));
	if ((e = keep_text(cx, "event", n->event, 0, WORDS, false,
	    &c->event)) != OK)
		return e;
	if (c->until[0] != '\0' && c->event[0] != '\0')
		return refuse_field(cx, "event", "%s", _("Write a last day, "
		    "or what it ends with: not both."));
	if (c->until[0] == '\0' && c->event[0] == '\0' &&
	    !refuses(n->say.state))
		return refuse_field(cx, "until", "%s", _("Write the last day, "
		    "or what it ends with."));
	return c->until[0] == '\0' || (strcmp(c->until, c->begins) >= 0 &&
	    strcmp(c->until, consent_today(cx)) >= 0) ? OK :
	    refuse_field(cx, "until", "%s", _("It would be over before it "
	    "begins. Correct the last day."));
}

/* How it was said; nothing of what is only prepared. */
static enum err
said(struct ctx *cx, struct dossier *d, const struct consent_signed *s,
    struct consent *c)
{
	struct document *f;
	enum err e;

	c->state = s->state;
	c->how = c->witness = "";
	c->document = 0;
	if (s->state == CONSENT_PREPARED)
		return OK;
	c->taken = cx->now;
	c->how = s->how == NULL ? "" : s->how;
	if (consent_words_how(c->how)[0] == '\0')
		return refuse_field(cx, "how", "%s",
		    _("Choose how it was said."));
	if ((e = keep_text(cx, "witness", s->witness, 0, 200, false,
	    &c->witness)) != OK)
		return e;
	if (strcmp(c->how, "oral") == 0 && c->witness[0] == '\0')
		return refuse_field(cx, "witness", "%s",
		    _("Write who heard it."));
	c->document = s->document;
	if (c->document != 0 && ((e = document_find(cx, d, c->document,
	    &f)) == ERR_MISSING || (e == OK && f->withdrawn != 0)))
		return refuse_field(cx, "document", "%s", _("Choose the "
		    "signed paper among the documents of this case."));
	if (strcmp(c->how, "paper") == 0 && c->document == 0 &&
	    c->state == CONSENT_GIVEN)
		return refuse_field(cx, "document", "%s", _("Choose the "
		    "signed paper. Add it to the documents first, if it is "
		    "not there."));
	return OK;
}

/* In which language its person reads it. */
static enum err
language(struct ctx *cx, const struct consent_new *n, struct consent *c)
{
	struct person *p = NULL;
	enum err e = OK;

	c->lang = n->lang == NULL ? "" : n->lang;
	if (c->lang[0] == '\0' &&
	    (e = store_person_get(cx, c->signer != 0 ? c->signer : c->person,
	    &p)) == OK && p != NULL)
		c->lang = p->language;
	if (c->lang[0] == '\0')
		c->lang = cx->lang;
	return e;
}

static enum err
note_said(struct ctx *cx, struct dossier *d, const struct consent *c)
{
	struct event_body *b = body(cx, d, c);

	event_fact(b, "how", c->how);
	event_count(b, "document", c->document);
	if (c->witness[0] != '\0')
		event_fact(b, "witness", c->witness);
	return event_add(cx, d, arena_printf(cx->arena, "consent.%s",
	    states[c->state]), b);
}

/* Everything that was typed, checked; all that is wrong is said at once. */
static enum err
check(struct ctx *cx, struct dossier *d, const struct consent_new *n,
    struct consent *c)
{
	enum err e[7], bad = OK;
	size_t i;

	if ((e[0] = whose(cx, d, n, c)) != OK)
		c->number = c->name = "";
	e[1] = signer(cx, d, n, c);
	e[2] = purpose(cx, n, c);
	e[3] = what(cx, n, c);
	e[4] = receiver(cx, d, n, c);
	e[5] = lasts(cx, n, c);
	e[6] = said(cx, d, &n->say, c);
	for (i = 0; i < 7; i++)
		if (e[i] != OK)
			bad = e[i];
	return bad;
}

enum err
consent_add(struct ctx *cx, struct dossier *d, const struct consent_new *n,
    struct consent **out)
{
	struct consent *c = arena_alloc(cx->arena, sizeof(*c));
	enum err e;

	*out = NULL;
	if ((e = keep_level(cx, d, LEVEL_WORK)) != OK)
		return e;
	if (d->type->consent == NULL)
		return refuse(cx, ERR_CONFLICT, "%s", _("Cases of this type "
		    "ask for no consents."));
	if ((d->parties == NULL && (e = store_party_list(cx, d)) != OK) ||
	    (e = check(cx, d, n, c)) != OK || (e = language(cx, n, c)) != OK)
		return e;
	c->wording = CONSENT_WORDS_VERSION;
	c->words = consent_words_text(cx, d->type, c);
	c->made = cx->now;
	c->ended_how = c->ended_why = "";
	if ((e = store_dossier_next(cx, d, &c->no)) != OK ||
	    (e = store_consent_add(cx, d, c)) != OK)
		return e;
	*out = c;
	return note_said(cx, d, c);
}

enum err
consent_sign(struct ctx *cx, struct dossier *d, struct consent *c,
    const struct consent_signed *s)
{
	enum err e;

	if ((e = keep_level(cx, d, LEVEL_WORK)) != OK)
		return e;
	if (c->state != CONSENT_PREPARED || c->ended != 0)
		return refuse(cx, ERR_CONFLICT, "%s", _("It is not open any "
		    "more whether this consent is given."));
	if (s->state == CONSENT_PREPARED || s->state == CONSENT_RESTRICTED)
		return refuse_field(cx, "state", "%s",
		    _("Choose whether it was given or refused."));
	if (s->state == CONSENT_GIVEN && c->until[0] != '\0' &&
	    strcmp(c->until, consent_today(cx)) < 0)
		return refuse_field(cx, "state", "%s", _("Its last day is "
		    "over. Prepare another one."));
	if ((e = said(cx, d, s, c)) != OK ||
	    (e = store_consent_take(cx, c)) != OK)
		return e;
	return note_said(cx, d, c);
}

/* Who wished it: its person, unless another of the case is named. */
static enum err
wished(struct ctx *cx, struct dossier *d, const struct consent_over *o,
    struct consent *c)
{
	const struct party *p;
	enum err e;

	if (o->event)
		return OK;
	c->ended_by = c->person;
	c->ended_by_name = c->name;
	if (o->by == 0)
		return OK;
	if (d->parties == NULL && (e = store_party_list(cx, d)) != OK)
		return e;
	if ((p = party(d, o->by)) == NULL || strcmp(p->role, "lead") == 0)
		return refuse_field(cx, "by", "%s",
		    _("Choose one of the people of this case."));
	c->ended_by = p->person;
	c->ended_by_name = p->name;
	return OK;
}

enum err
consent_end(struct ctx *cx, struct dossier *d, struct consent *c,
    const struct consent_over *o)
{
	bool prepared = c->state == CONSENT_PREPARED;
	struct event_body *b;
	enum err e;

	if ((e = keep_level(cx, d, LEVEL_WORK)) != OK)
		return e;
	if (c->ended != 0)
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("This consent is over already."));
	c->ended_by_name = "";
	if ((e = wished(cx, d, o, c)) != OK ||
	    (e = keep_text(cx, "why", o->why, 0, KEEP_REASON, true,
	    &c->ended_why)) != OK)
		return e;
	if (prepared)
		c->ended_by = 0;
	c->ended_how = prepared ? "dropped" : o->event ? "event" : "revoked";
	if ((e = store_consent_end(cx, c)) != OK)
		return e;
	c->ended = cx->now;
	b = body(cx, d, c);
	event_fact(b, "how", c->ended_how);
	if (c->ended_by != 0)
		event_fact(b, "by", c->ended_by_name);
	event_why(b, c->ended_why);
	return event_add(cx, d, "consent.ended", b);
}
