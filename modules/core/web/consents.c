/* SPDX-License-Identifier: MIT */
/* The pages of consents: the list, one, and what a new one is made of. */
#include "web/consents.h"

#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "domain/desk/share.h"
#include "domain/dossier/consent_rule.h"
#include "domain/dossier/consent_words.h"
#include "domain/dossier/document.h"
#include "domain/dossier/party.h"
#include "domain/spine/keep.h"
#include "domain/story/look.h"
#include "domain/type/document_kind.h"
#include "text/date.h"
#include "text/message.h"
#include "text/number.h"
#include "web/request.h"
#include "web/view.h"

#define NUMBERS INT64_C(1000000000)
#define SOON 30		/* days */
#define ROWS 100
#define PAPERS 200	/* that a signed paper is chosen from */

static const char *const states[] = { CONSENT_STATES, NULL };
static const char *const said[] = { "given", "refused", NULL };
static const char *const rights[] = { "parent", "guardian", "proxy",
    "court", NULL };
static const char *const hows[] = { "paper", "electronic", "oral", NULL };

#define SIGNED_FIELDS							\
	{ "how", FIELD_CHOICE, .choices = hows },			\
	{ "document", FIELD_INT, .min = 1, .max = NUMBERS },		\
	{ "witness", FIELD_TEXT, .max = 200 }

const struct field consents_form[] = {
	{ "person", FIELD_INT, .min = 1, .max = NUMBERS },
	{ "signer", FIELD_INT, .min = 1, .max = NUMBERS },
	{ "right", FIELD_CHOICE, .choices = rights },
	{ "what.*", FIELD_FLAG },
	{ "kind.*", FIELD_FLAG },
	{ "receiver", FIELD_INT, .min = 1, .max = NUMBERS },
	{ "number", FIELD_TEXT, .max = 20 },
	{ "class.*", FIELD_FLAG },
	{ "purpose.*", FIELD_FLAG },
	{ "words", FIELD_LINES, .max = 500 },
	{ "begins", FIELD_DATE },
	{ "until", FIELD_DATE },
	{ "event", FIELD_TEXT, .max = 500 },
	{ "state", FIELD_CHOICE, .choices = states },
	SIGNED_FIELDS,
	{ "language", FIELD_CHOICE, .choices = message_languages },
	{ 0 }
};
const struct field consents_sign_form[] = {
	{ "state", FIELD_CHOICE, .choices = said },
	SIGNED_FIELDS,
	{ 0 }
};
const struct field consents_end_form[] = {
	{ "event", FIELD_FLAG },
	{ "by", FIELD_INT, .min = 1, .max = NUMBERS },
	{ "why", FIELD_LINES, .max = KEEP_REASON },
	{ 0 }
};

/* Bits as fields of a form have them. */
struct code {
	const char *code;
	unsigned int bit;
};
static const struct code whats[] = {
	{ "all", CONSENT_ALL }, { "case", CONSENT_CASE },
	{ "problems", CONSENT_PROBLEMS }, { "allergies", CONSENT_ALLERGIES },
	{ "medications", CONSENT_MEDICATIONS },
	{ "encounters", CONSENT_ENCOUNTERS }, { "plan", CONSENT_PLAN },
	{ "notes", CONSENT_NOTES }, { "forms", CONSENT_FORMS },
	{ "documents", CONSENT_DOCUMENTS },
	{ "counselling", CONSENT_COUNSELLING }, { "part2", CONSENT_PART2 },
	{ NULL, 0 }
};
static const struct code purposes[] = {
	{ "treatment", CONSENT_TREATMENT }, { "payment", CONSENT_PAYMENT },
	{ "operations", CONSENT_OPERATIONS }, { "quality", CONSENT_QUALITY },
	{ "legal", CONSENT_LEGAL }, { "wish", CONSENT_WISH }, { NULL, 0 }
};
static const struct code classes[] = {
	{ "treating", CONSENT_TREATING }, { "payers", CONSENT_PAYERS },
	{ "family", CONSENT_FAMILY }, { "anybody", CONSENT_ANYBODY },
	{ NULL, 0 }
};
const char *const consents_aims[] = { "treatment", "payment", "operations",
    "quality", "legal", "wish", NULL };

static unsigned int
bit_of(const struct code *c, const char *code)
{
	while (c->code != NULL && strcmp(c->code, code) != 0)
		c++;
	return c->bit;
}

static unsigned int
bits_of(struct request *rq, const struct code *codes, const char *prefix)
{
	const char *name, *text;
	unsigned int bits = 0;
	size_t i;

	for (i = 0; form_each(rq, prefix, i, &name, &text); i++)
		bits |= bit_of(codes, name + strlen(prefix));
	return bits;
}

unsigned int
consents_aim(struct request *rq)
{
	return bit_of(purposes, form_text(rq, "aim"));
}

static const char *
stand_word(enum consent_stand s, bool refusal)
{
	switch (s) {
	case CONSENT_WAITS:
		return _("to be signed");
	case CONSENT_COMES:
		return _("begins later");
	case CONSENT_HOLDS:
		return refusal ? _("refused") : _("in force");
	case CONSENT_EXPIRED:
		return _("expired");
	default:
		return _("revoked");
	}
}

static void
show(struct request *rq, struct view *v, const struct casetype *type,
    const struct consent *c)
{
	struct ctx *cx = &rq->cx;
	bool refusal = c->state == CONSENT_REFUSED ||
	    c->state == CONSENT_RESTRICTED;
	enum consent_stand stand = consent_rule_stand(c, consent_today(cx));

	view_int(v, "no", c->no);
	view_text(v, "person", c->name);
	view_text(v, "signer", c->signer_name);
	view_text(v, "right", c->right[0] == '\0' ? "" :
	    _(consent_words_right(c->right)));
	view_flag(v, "refusal", refusal);
	view_flag(v, "restricted", c->state == CONSENT_RESTRICTED);
	view_flag(v, "holds", stand == CONSENT_HOLDS);
	view_flag(v, "waits", stand == CONSENT_WAITS);
	view_flag(v, "live", c->ended == 0 && stand != CONSENT_EXPIRED);
	view_text(v, "stand", stand == CONSENT_REVOKED &&
	    strcmp(c->ended_how, "dropped") == 0 ? _("not signed") :
	    stand_word(stand, refusal));
	view_text(v, "what", consent_words_whats(cx, cx->lang, type, c->what,
	    c->kinds));
	view_text(v, "receiver", consent_words_receiver(cx, cx->lang, c));
	view_text(v, "purpose", consent_words_purposes(cx, cx->lang,
	    c->purpose, c->purpose_words));
	view_text(v, "begins", c->begins);
	view_text(v, "until", c->until);
	view_text(v, "event", c->event);
}

static void
show_acts(struct request *rq, struct view *v, const struct consent *c)
{
	(void)rq;
	view_text(v, "how", c->how[0] == '\0' ? "" :
	    _(consent_words_how(c->how)));
	view_int(v, "document", c->document);
	view_text(v, "witness", c->witness);
	view_text(v, "lang", c->lang);
	view_text(v, "words", c->words);
	view_int(v, "wording", c->wording);
	view_text(v, "maker", c->maker);
	view_moment(v, "made", c->made);
	view_text(v, "taker", c->taker);
	view_moment(v, "taken", c->taken);
	view_text(v, "ender", c->ender);
	view_moment(v, "ended", c->ended);
	view_text(v, "ended_by", c->ended_by_name);
	view_text(v, "ended_why", c->ended_why);
}

enum err
consents_list(struct request *rq, struct dossier *d, const char *base)
{
	struct consent *c;
	enum err e;

	if ((e = consent_list(&rq->cx, d, &c)) != OK)
		return e;
	view_text(rq->view, "base", base);
	view_flag(rq->view, "may_take", d->level >= LEVEL_WORK &&
	    d->type->consent != NULL);
	for (; c != NULL; c = c->next)
		show(rq, view_item(rq->view, "consents"), d->type, c);
	return OK;
}

/* ---- a new one ---- */

static void
offer_bits(struct request *rq, const char *list, const struct code *codes,
    const char *(*word)(unsigned int bit))
{
	for (; codes->code != NULL; codes++)
		view_option(rq->view, list, codes->code,
		    message(word(codes->bit)));
}

static void
offer_people(struct request *rq, const struct dossier *d)
{
	const struct type_consent *t = d->type->consent;
	const struct party *p;
	const char *no, *label;

	for (p = d->parties; p != NULL; p = p->next) {
		if (p->ended != 0 || strcmp(p->role, "lead") == 0)
			continue;
		no = number_plain(rq->cx.arena, p->no, 0);
		label = arena_printf(rq->cx.arena, "%s (%s)", p->name,
		    party_role(&rq->cx, d->type, p->role));
		view_option(rq->view, "people", no, label);
		if (t != NULL && words_have(t->of, p->role))
			view_option(rq->view, "persons", no, label);
	}
}

static enum err
offer_papers(struct request *rq, const struct dossier *d)
{
	const struct document_filter f = { .limit = PAPERS };
	struct document *list;
	enum err e;

	if ((e = document_list(&rq->cx, d, &f, &list)) != OK)
		return e;
	for (; list != NULL; list = list->next)
		if (list->withdrawn == 0)
			view_option(rq->view, "papers", number_plain(
			    rq->cx.arena, list->no, 0), list->name);
	return OK;
}

static void
offer_hows(struct request *rq)
{
	size_t i;

	for (i = 0; hows[i] != NULL; i++)
		view_option(rq->view, "hows", hows[i],
		    message(consent_words_how(hows[i])));
}

enum err
consents_new(struct request *rq, struct dossier *d, const char *base)
{
	const char *kind;
	struct view *v;
	size_t i;

	view_text(rq->view, "base", base);
	offer_people(rq, d);
	offer_bits(rq, "whats", whats, consent_words_what);
	offer_bits(rq, "purposes", purposes, consent_words_purpose);
	offer_bits(rq, "classes", classes, consent_words_class);
	for (i = 0; (kind = document_kind(d->type, i)) != NULL; i++)
		view_option(rq->view, "kinds", kind,
		    document_kind_word(&rq->cx, d->type, kind));
	for (i = 0; rights[i] != NULL; i++)
		view_option(rq->view, "rights", rights[i],
		    message(consent_words_right(rights[i])));
	for (i = 0; message_languages[i] != NULL; i++) {
		v = view_item(rq->view, "languages");
		view_text(v, "code", message_languages[i]);
		view_text(v, "name", message_names[i]);
	}
	offer_hows(rq);
	form_start(rq, "state", "prepared");
	form_start(rq, "begins", consent_today(&rq->cx));
	return offer_papers(rq, d);
}

static enum consent_state
state_of(const char *word)
{
	int i = CONSENT_RESTRICTED;

	while (i > CONSENT_PREPARED && strcmp(states[i], word) != 0)
		i--;
	return (enum consent_state)i;
}

static struct consent_signed
signed_typed(struct request *rq)
{
	return (struct consent_signed){
	    .state = state_of(form_text(rq, "state")),
	    .how = form_text(rq, "how"),
	    .document = form_int(rq, "document"),
	    .witness = form_text(rq, "witness") };
}

enum err
consents_add(struct request *rq, struct dossier *d, struct consent **out)
{
	struct consent_new n = { .person = form_int(rq, "person"),
	    .signer = form_int(rq, "signer"),
	    .right = form_text(rq, "right"),
	    .what = bits_of(rq, whats, "what."), .kinds = "",
	    .receiver = form_int(rq, "receiver"),
	    .number = form_text(rq, "number"),
	    .classes = bits_of(rq, classes, "class."),
	    .purpose = bits_of(rq, purposes, "purpose."),
	    .purpose_words = form_text(rq, "words"),
	    .begins = form_date(rq, "begins"),
	    .until = form_date(rq, "until"), .event = form_text(rq, "event"),
	    .lang = form_text(rq, "language"), .say = signed_typed(rq) };
	const char *name, *text;
	size_t i;

	for (i = 0; form_each(rq, "kind.", i, &name, &text); i++)
		n.kinds = arena_printf(rq->cx.arena, "%s%s%s", n.kinds,
		    n.kinds[0] == '\0' ? "" : "\n", name + strlen("kind."));
	if (n.kinds[0] != '\0')
		n.what |= CONSENT_DOCUMENTS;
	return consent_add(&rq->cx, d, &n, out);
}

/* ---- one ---- */

/* The shares that it carried, if the viewer may see them. */
static enum err
show_left(struct request *rq, struct dossier *d, const struct consent *c)
{
	const char *no = number_plain(rq->cx.arena, c->no, 0);
	struct share *s;
	struct view *v;
	enum err e;

	if (d->level < LEVEL_WORK)
		return OK;
	if ((e = share_list(&rq->cx, d, &s)) != OK)
		return e;
	for (; s != NULL; s = s->next) {
		if (!words_have(s->consents, no))
			continue;
		v = view_item(rq->view, "shares");
		view_int(v, "no", s->no);
		view_text(v, "name", s->name);
		view_moment(v, "made", s->made);
		view_moment(v, "looked", s->looked);
	}
	return OK;
}

enum err
consents_one(struct request *rq, struct dossier *d, const char *base)
{
	struct consent *c;
	struct view *v;
	enum err e;

	if ((e = consent_open(&rq->cx, d, rq->no, &c)) != OK ||
	    (e = show_left(rq, d, c)) != OK)
		return e;
	view_text(rq->view, "base", base);
	view_flag(rq->view, "may_take", d->level >= LEVEL_WORK);
	v = view_part(rq->view, "consent");
	show(rq, v, d->type, c);
	show_acts(rq, v, c);
	if (d->level < LEVEL_WORK || c->ended != 0)
		return OK;
	offer_people(rq, d);
	offer_hows(rq);
	form_start(rq, "state", "given");
	return offer_papers(rq, d);
}

enum err
consents_sign(struct request *rq, struct dossier *d)
{
	struct consent_signed s = signed_typed(rq);
	struct consent *c;
	enum err e;

	if ((e = consent_open(&rq->cx, d, rq->no, &c)) != OK)
		return e;
	return consent_sign(&rq->cx, d, c, &s);
}

enum err
consents_end(struct request *rq, struct dossier *d)
{
	const struct consent_over o = { .event = form_flag(rq, "event"),
	    .by = form_int(rq, "by"), .why = form_text(rq, "why") };
	struct consent *c;
	enum err e;

	if ((e = consent_open(&rq->cx, d, rq->no, &c)) != OK)
		return e;
	return consent_end(&rq->cx, d, c, &o);
}

enum err
consents_sheet(struct request *rq, struct dossier *d, const char *base)
{
	struct consent *c;
	struct view *v;
	enum err e;

	if ((e = consent_open(&rq->cx, d, rq->no, &c)) != OK)
		return e;
	view_text(rq->view, "base", base);
	v = view_part(rq->view, "consent");
	show(rq, v, d->type, c);
	show_acts(rq, v, c);
	/* what stands on it is read by whom it is about */
	view_text(v, "head", message_in(c->lang, c->state == CONSENT_REFUSED ||
	    c->state == CONSENT_RESTRICTED ? N_("Refusal") : N_("Consent")));
	view_text(v, "place", message_in(c->lang, N_("Place and day")));
	view_text(v, "sign", message_in(c->lang, N_("Signature")));
	view_text(v, "sign_name", c->signer != 0 ? c->signer_name : c->name);
	return OK;
}

/* ---- for forms by which something leaves ---- */

enum err
consents_offer(struct request *rq, struct dossier *d, const char *base)
{
	struct consent *c;
	size_t i;
	enum err e;

	if (d->type->consent == NULL)
		return OK;
	if ((e = consent_list(&rq->cx, d, &c)) != OK)
		return e;
	view_flag(rq->view, "consented", true);
	view_text(rq->view, "base", base);
	for (i = 0; purposes[i].code != NULL; i++)
		view_option(rq->view, "aims", purposes[i].code,
		    message(consent_words_purpose(purposes[i].bit)));
	for (; c != NULL; c = c->next)
		if (consent_rule_stand(c, consent_today(&rq->cx)) ==
		    CONSENT_HOLDS)
			show(rq, view_item(rq->view, "consents"), d->type, c);
	return OK;
}

void
consents_answer(struct request *rq, const struct consent_answer *a)
{
	const char *at = a->carried;
	struct view *v;
	char *end;
	int64_t no;

	if (!a->asked)
		return;
	v = view_part(rq->view, "answer");
	view_text(v, "lacks", a->lacks);
	view_int(v, "no", a->no);
	view_flag(v, "self", strcmp(a->carried, "self") == 0);
	for (; (no = strtoll(at, &end, 10)) > 0; at = end)
		view_int(view_item(v, "by"), "no", no);
}

enum err
consents_leaving(struct request *rq, struct dossier *d, const char *base,
    unsigned int what, const char *sort, bool *stop)
{
	struct consent_ask ask = { .what = what, .kinds = "",
	    .purpose = consents_aim(rq), .way = CONSENT_BY_PRINT };
	struct consent_answer answer;
	const struct party *p;
	enum err e;

	*stop = false;
	if (d->type->consent == NULL)
		return OK;
	if ((e = consents_offer(rq, d, base)) != OK)
		return e;
	offer_people(rq, d);
	view_flag(rq->view, "in_house", form_int(rq, "for") == 0);
	if (form_int(rq, "for") == 0)
		return OK;
	for (p = d->parties; p != NULL; p = p->next)
		if (p->no == form_int(rq, "for") && p->ended == 0) {
			ask.receiver = p->person;
			ask.name = p->name;
		}
	if ((e = consent_allows_look(&rq->cx, d, &ask, &answer)) != OK)
		return e;
	consents_answer(rq, &answer);
	view_text(rq->view, "leaves_to", ask.name);
	*stop = answer.lacks[0] != '\0';
	view_flag(rq->view, "stopped", *stop);
	if (!*stop)
		look_passed_on(&rq->cx, d, sort, &ask, &answer);
	return OK;
}

enum err
consents_ending(struct request *rq, const char *prefix)
{
	struct consent *c;
	struct view *v;
	enum err e;

	if ((e = consent_ending(&rq->cx, SOON, ROWS + 1, &c)) != OK)
		return e;
	for (int n = 0; c != NULL && n < ROWS; c = c->next, n++) {
		v = view_item(rq->view, "consents");
		show(rq, v, NULL, c);
		view_text(v, "dossier", c->dossier);
		view_text(v, "title", c->title);
		view_text(v, "base", arena_printf(rq->cx.arena, "%s%s",
		    prefix, c->dossier));
	}
	view_flag(rq->view, "more", c != NULL);
	return OK;
}
