/* SPDX-License-Identifier: MIT */
/* What the consents of a case say to one question. */
#include "domain/dossier/consent_rule.h"

#include <string.h>

enum consent_stand
consent_rule_stand(const struct consent *c, const char *today)
{
	if (c->ended != 0)
		return strcmp(c->ended_how, "event") == 0 ? CONSENT_EXPIRED :
		    CONSENT_REVOKED;
	if (c->state == CONSENT_PREPARED)
		return CONSENT_WAITS;
	if (strcmp(c->begins, today) > 0)
		return CONSENT_COMES;
	return c->until[0] != '\0' && strcmp(c->until, today) < 0 ?
	    CONSENT_EXPIRED : CONSENT_HOLDS;
}

static bool
is_denial(const struct consent *c)
{
	return c->state == CONSENT_REFUSED || c->state == CONSENT_RESTRICTED;
}

/* Is the kind a line of them? */
static bool
listed(const char *kinds, const char *kind)
{
	size_t n, len = strlen(kind);

	for (; *kinds != '\0'; kinds += n + strspn(kinds + n, "\n")) {
		n = strcspn(kinds, "\n");
		if (n == len && memcmp(kinds, kind, n) == 0)
			return true;
	}
	return false;
}

/* A consent covers documents of any kind only if it names none. */
static bool
permits_what(const struct consent *c, const struct consent_question *q)
{
	if ((q->what & CONSENT_NAMED) != 0)
		return (c->what & q->what) != 0;
	if ((c->what & CONSENT_ALL) != 0)
		return true;
	if ((c->what & q->what) == 0)
		return false;
	return q->what != CONSENT_DOCUMENTS || c->kinds[0] == '\0' ||
	    (q->kind[0] != '\0' && listed(c->kinds, q->kind));
}

/* A refusal meets them as soon as one of them is of a kind that it names. */
static bool
denies_what(const struct consent *c, const struct consent_question *q)
{
	bool kind = c->kinds[0] == '\0' || q->kind[0] == '\0' ||
	    listed(c->kinds, q->kind);

	if ((c->what & CONSENT_ALL) != 0)
		return true;
	if ((c->what & q->what & ~(unsigned int)CONSENT_DOCUMENTS) != 0)
		return true;
	return (c->what & CONSENT_DOCUMENTS) != 0 && kind &&
	    (q->what == CONSENT_DOCUMENTS || q->kind[0] != '\0');
}

static bool
names(const struct consent *c, const struct consent_question *q)
{
	if (c->receiver != 0)
		return c->receiver == q->receiver;
	return (c->classes & q->classes & ~(unsigned int)CONSENT_ANYBODY) != 0;
}

static bool
permits(const struct consent *c, const struct consent_question *q)
{
	return !is_denial(c) && c->person == q->person &&
	    q->receiver != 0 && names(c, q) &&
	    (c->purpose & q->purpose) != 0 && permits_what(c, q);
}

static bool
denies(const struct consent *c, const struct consent_question *q)
{
	return is_denial(c) && c->person == q->person &&
	    (names(c, q) || (c->receiver == 0 &&
	    (c->classes & CONSENT_ANYBODY) != 0)) &&
	    (c->purpose == 0 || (c->purpose & q->purpose) != 0) &&
	    denies_what(c, q);
}

enum consent_says
consent_rule(const struct consent *all, const struct consent_question *q,
    const struct consent **by)
{
	const struct consent *best[3] = { NULL };
	const struct consent *c;
	enum consent_says says;

	for (c = all; c != NULL; c = c->next) {
		says = CONSENT_LACKS;
		if (denies(c, q))
			says = CONSENT_DENIES;
		else if (permits(c, q))
			says = CONSENT_PERMITS;
		else
			continue;
		if (consent_rule_stand(c, q->today) != CONSENT_HOLDS) {
			if (says == CONSENT_DENIES)
				continue;
			says = CONSENT_LACKS;
		}
		if (best[says] == NULL || best[says]->no < c->no)
			best[says] = c;
	}
	says = best[CONSENT_DENIES] != NULL ? CONSENT_DENIES :
	    best[CONSENT_PERMITS] != NULL ? CONSENT_PERMITS : CONSENT_LACKS;
	*by = best[says];
	return says;
}
