/* SPDX-License-Identifier: MIT */
/* Consents: written down, given or refused, and ended. */
#include "domain/dossier/consent.h"

#include <string.h>

#include "base/config.h"
#include "base/digest.h"
#include "domain/dossier/consent_terms.h"
#include "domain/dossier/consent_words.h"
#include "domain/spine/keep.h"
#include "store/store_consent.h"
#include "store/store_dossier.h"
#include "store/store_party.h"
#include "text/date.h"
#include "text/message.h"

static const char *const states[] = { CONSENT_STATES };

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

/* The house's day some days from now. */
static const char *
day_in(struct ctx *cx, int days)
{
	return date_today(cx->arena, cx->conf != NULL ? cx->conf->timezone :
	    cx->zone, cx->now + days * INT64_C(86400));
}

const char *
consent_today(struct ctx *cx)
{
	return day_in(cx, 0);
}

enum err
consent_ending(struct ctx *cx, int days, int limit, struct consent **out)
{
	return store_consent_ending(cx, consent_today(cx), day_in(cx, days),
	    limit, out);
}

enum err
consent_tell(struct ctx *cx, int64_t *n)
{
	return store_consent_tell(cx, consent_today(cx),
	    day_in(cx, CONSENT_NEAR), n);
}

const char *
consent_sum(struct ctx *cx, const char *number, const struct consent *c)
{
	struct digest *h = digest_new(cx->arena);
	unsigned char out[DIGEST_SIZE];

	digest_text(h, "dossier consent 1");
	digest_text(h, number);
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
	event_fact(b, "whose", c->number);
	if (c->signer != 0)
		event_fact(b, "signer", c->signer_number);
	if (c->receiver != 0)
		event_fact(b, "to", c->receiver_number);
	event_fact(b, "sha256", consent_sum(cx, d->number, c));
	return b;
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
	    (e = consent_terms(cx, d, n, c)) != OK ||
	    (e = consent_terms_language(cx, n, c)) != OK)
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
	if ((e = consent_terms_said(cx, d, s, c)) != OK ||
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
	if ((p = consent_terms_party(d, o->by)) == NULL ||
	    strcmp(p->role, "lead") == 0)
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
