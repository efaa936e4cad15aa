/* SPDX-License-Identifier: MIT */
/* What a consent says: as typed, checked. */
#include "domain/dossier/consent_terms.h"

#include <string.h>

#include "base/words.h"
#include "domain/dossier/consent_words.h"
#include "domain/dossier/document.h"
#include "domain/spine/keep.h"
#include "store/store_person.h"
#include "text/date.h"
#include "text/message.h"

#define KINDS 2000	/* characters of the kinds that one names */
#define WORDS 500

const struct party *
consent_terms_party(const struct dossier *d, int64_t no)
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
	if ((p = consent_terms_party(d, n->signer)) == NULL ||
	    p->person == c->person)
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
	    consent_terms_party(d, n->receiver);
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

enum err
consent_terms_said(struct ctx *cx, struct dossier *d,
    const struct consent_signed *s, struct consent *c)
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

enum err
consent_terms_language(struct ctx *cx, const struct consent_new *n,
    struct consent *c)
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

enum err
consent_terms(struct ctx *cx, struct dossier *d, const struct consent_new *n,
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
	e[6] = consent_terms_said(cx, d, &n->say, c);
	for (i = 0; i < 7; i++)
		if (e[i] != OK)
			bad = e[i];
	return bad;
}
