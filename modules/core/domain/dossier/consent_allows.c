/* SPDX-License-Identifier: MIT */
/* What lets something leave: the consents of a case are asked. */
#include <string.h>

#include "base/words.h"
#include "domain/dossier/consent.h"
#include "domain/dossier/consent_rule.h"
#include "domain/dossier/consent_words.h"
#include "domain/dossier/part2.h"
#include "store/store_consent.h"
#include "store/store_party.h"
#include "store/store_person.h"
#include "text/date.h"
#include "text/message.h"

struct asking {
	struct ctx *cx;
	const struct dossier *d;
	const struct type_consent *type;
	const struct consent_ask *ask;
	const struct consent *all;
	struct consent_question q;
	const char *name;	/* of who is to get it */
	struct consent_answer *out;
};

static bool
has_role(const struct party *p, const char *roles)
{
	return p->ended == 0 && words_have(roles, p->role);
}

/* By their roles on the case. */
static unsigned int
classes_of(const struct asking *a)
{
	unsigned int found = CONSENT_ANYBODY;
	const struct party *p;

	for (p = a->d->parties; p != NULL; p = p->next) {
		if (p->person != a->ask->receiver)
			continue;
		if (has_role(p, a->type->treating))
			found |= CONSENT_TREATING;
		if (has_role(p, a->type->payers))
			found |= CONSENT_PAYERS;
		if (has_role(p, a->type->family))
			found |= CONSENT_FAMILY;
	}
	return found;
}

static const char *
when_over(struct ctx *cx, const struct consent *c)
{
	return date_text(cx->arena, cx->lang, cx->zone, c->ended, cx->now,
	    DATE_DAY);
}

/* Why what once permitted it does not now. */
static const char *
once(struct asking *a, const struct consent *c)
{
	struct ctx *cx = a->cx;
	long long no = (long long)c->no;

	switch (consent_rule_stand(c, a->q.today)) {
	case CONSENT_WAITS:
		return arena_printf(cx->arena, _("Consent %lld is not signed "
		    "yet."), no);
	case CONSENT_COMES:
		return arena_printf(cx->arena, _("Consent %lld begins on "
		    "%s."), no, date_civil(cx->arena, cx->lang, c->begins));
	case CONSENT_REVOKED:
		return arena_printf(cx->arena, _("Consent %lld was revoked on "
		    "%s."), no, when_over(cx, c));
	case CONSENT_EXPIRED:
		return c->ended != 0 ? arena_printf(cx->arena, _("Consent "
		    "%lld ended on %s."), no, when_over(cx, c)) :
		    arena_printf(cx->arena, _("Consent %lld ended on %s."),
		    no, date_civil(cx->arena, cx->lang, c->until));
	default:
		return "";
	}
}

static const char *
asked_words(struct asking *a)
{
	return consent_words_whats(a->cx, a->cx->lang, a->d->type, a->q.what,
	    a->q.kind);
}

/* The sentence that names what lacks. */
static void
lacks(struct asking *a, enum consent_says says, const struct consent *by)
{
	struct ctx *cx = a->cx;
	const char *before = by == NULL || says == CONSENT_DENIES ? "" :
	    arena_printf(cx->arena, "%s ", once(a, by));

	a->out->no = by == NULL ? 0 : by->no;
	if (says == CONSENT_DENIES)
		a->out->lacks = arena_printf(cx->arena, _("%s must not get "
		    "this: %s. Refusal %lld says so."), a->name,
		    asked_words(a), (long long)by->no);
	else if (a->ask->receiver == 0)
		a->out->lacks = arena_printf(cx->arena, _("“%s” is not in the "
		    "register, so no consent names them. Choose one of the "
		    "people of this case."), a->name);
	else
		a->out->lacks = arena_printf(cx->arena, _("%sNo consent lets "
		    "%s have this for “%s”: %s."), before, a->name,
		    consent_words_purposes(cx, cx->lang, a->ask->purpose, ""),
		    asked_words(a));
}

static void
carry(struct asking *a, const struct consent *by)
{
	const char *no = arena_printf(a->cx->arena, "%lld",
	    (long long)by->no);

	if (words_have(a->out->carried, no))
		return;
	a->out->carried = a->out->carried[0] == '\0' ? no :
	    arena_printf(a->cx->arena, "%s %s", a->out->carried, no);
}

/* One kind of records of one person; false: it must not leave. */
static bool
one(struct asking *a, unsigned int what, const char *kind)
{
	const struct consent *by = NULL;
	enum consent_says says;

	a->q.what = what;
	a->q.kind = kind;
	says = consent_rule(a->all, &a->q, &by);
	if (says == CONSENT_PERMITS)
		carry(a, by);
	else
		lacks(a, says, by);
	return says == CONSENT_PERMITS;
}

/* Documents are asked for kind by kind; what a type says they are, as that. */
static bool
documents(struct asking *a)
{
	const char *kinds = a->ask->kinds == NULL ? "" : a->ask->kinds, *kind;
	unsigned int what;
	size_t n;

	if (kinds[0] == '\0')
		return one(a, CONSENT_DOCUMENTS, "");
	for (; *kinds != '\0'; kinds += n + strspn(kinds + n, "\n")) {
		n = strcspn(kinds, "\n");
		kind = arena_textn(a->cx->arena, kinds, n);
		what = words_have(a->type->counselling, kind) ?
		    CONSENT_COUNSELLING : words_have(a->type->part2, kind) ?
		    CONSENT_PART2 : CONSENT_DOCUMENTS;
		if (!one(a, what, kind))
			return false;
	}
	return true;
}

/* All that is asked for, of one of those whom it is about. */
static bool
person(struct asking *a, const struct party *p)
{
	unsigned int bit, what = a->ask->what;

	if ((what & CONSENT_ALL) != 0)
		what |= CONSENT_WHATS & ~(unsigned int)CONSENT_NAMED;
	a->q.person = p->person;
	for (bit = CONSENT_CASE; bit < CONSENT_WHATS; bit <<= 1)
		if ((what & bit) != 0 &&
		    !(bit == CONSENT_DOCUMENTS ? documents(a) :
		    one(a, bit, "")))
			return false;
	return true;
}

/* Nobody asks whom it belongs to; where it belongs to several, one of them is
 * not asked and the others are. */
static void
persons(struct asking *a)
{
	const struct party *p;
	bool any = false;

	for (p = a->d->parties; p != NULL; p = p->next) {
		if (!has_role(p, a->type->of))
			continue;
		any = true;
		if (p->person == a->ask->receiver)
			continue;
		if (!person(a, p))
			return;
	}
	if (!any)
		a->out->lacks = _("Nobody is on this case whose consent it "
		    "could be. Enter them among its people first.");
	else if (a->out->carried[0] == '\0')
		a->out->carried = "self";
}

static enum err
name_of(struct asking *a)
{
	struct person *p = NULL;
	enum err e = OK;

	a->name = a->ask->name == NULL ? "" : a->ask->name;
	if (a->ask->receiver != 0 && a->name[0] == '\0' &&
	    (e = store_person_get(a->cx, a->ask->receiver, &p)) == OK &&
	    p != NULL)
		a->name = p->name;
	return e;
}

/* All of a case that is marked goes by a consent that names the mark. */
static enum err
marked(struct asking *a, struct consent_ask *copy)
{
	unsigned int mark = 0;
	enum err e = part2_what(a->cx, a->d, NULL, 0, &mark);

	if (e != OK || mark == 0 || a->ask->what == 0)
		return e;
	*copy = *a->ask;
	copy->what = mark | (copy->what & CONSENT_NAMED);
	a->ask = copy;
	return OK;
}

enum err
consent_allows_look(struct ctx *cx, struct dossier *d,
    const struct consent_ask *ask, struct consent_answer *out)
{
	struct consent *all;
	struct asking a = { .cx = cx, .d = d, .ask = ask, .out = out };
	struct consent_ask copy;
	enum err e;

	*out = (struct consent_answer){ .carried = "", .lacks = "" };
	if ((a.type = d->type->consent) == NULL)
		return OK;
	out->asked = true;
	if ((d->parties == NULL && (e = store_party_list(cx, d)) != OK) ||
	    (e = name_of(&a)) != OK || (e = marked(&a, &copy)) != OK ||
	    (e = store_consent_list(cx, d, &all)) != OK)
		return e;
	a.all = all;
	a.q.today = consent_today(cx);
	a.q.receiver = ask->receiver;
	a.q.classes = classes_of(&a);
	a.q.purpose = ask->purpose;
	if (a.ask->what == 0)
		out->lacks = _("Choose what is to leave.");
	else
		persons(&a);
	return OK;
}

enum err
consent_allows(struct ctx *cx, struct dossier *d,
    const struct consent_ask *ask, struct consent_answer *out)
{
	enum err e = consent_allows_look(cx, d, ask, out);

	if (e != OK || out->lacks[0] == '\0')
		return e;
	return refuse_field(cx, ask->field == NULL ? "receiver" : ask->field,
	    "%s", out->lacks);
}

void
consent_allows_tell(struct event_body *b, const struct consent_ask *ask,
    const struct consent_answer *answer)
{
	if (!answer->asked)
		return;
	event_fact(b, "consents", answer->carried);
	event_number(b, "consent_what", ask->what);
	event_number(b, "consent_purpose", ask->purpose);
}

static const char *
with_kind(struct ctx *cx, const char *kinds, const char *kind)
{
	const char *at = kinds;
	size_t n, len = strlen(kind);

	for (; *at != '\0'; at += n + strspn(at + n, "\n")) {
		n = strcspn(at, "\n");
		if (n == len && memcmp(at, kind, n) == 0)
			return kinds;
	}
	return kinds[0] == '\0' ? kind :
	    arena_printf(cx->arena, "%s\n%s", kinds, kind);
}

/* One document, or one that a bundle was made of: as it is marked, else by its
 * kind. */
static void
add_kind(struct ctx *cx, const struct store_consent_kind *k,
    const struct part2 *marks, struct consent_ask *ask)
{
	const struct part2 *mark = part2_of(marks, k->of);

	if (mark != NULL) {
		ask->what |= mark->counselling ? CONSENT_COUNSELLING :
		    CONSENT_PART2;
		return;
	}
	ask->what |= CONSENT_DOCUMENTS;
	ask->kinds = with_kind(cx, ask->kinds, k->kind[0] == '\0' ?
	    CONSENT_NO_KIND : k->kind);
}

enum err
consent_allows_documents(struct ctx *cx, const struct dossier *d,
    const int64_t *numbers, size_t n, struct consent_ask *ask)
{
	struct store_consent_kind *k;
	struct part2 *marks;
	size_t i;
	enum err e;

	if (n == 0)
		return OK;
	if (ask->kinds == NULL)
		ask->kinds = "";
	if ((e = store_consent_kinds(cx, d, &k)) != OK ||
	    (e = part2_list(cx, d, &marks)) != OK)
		return e;
	for (; k != NULL; k = k->next)
		for (i = 0; i < n; i++)
			if (numbers[i] == k->no) {
				add_kind(cx, k, marks, ask);
				break;
			}
	return OK;
}
