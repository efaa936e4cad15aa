/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_CONSENT_WORDS_H
#define DOMAIN_CONSENT_WORDS_H

#include "base/ctx.h"
#include "model/casetype.h"
#include "model/consent.h"

/* The words of consents, in the reader's language or another. */
#define CONSENT_WORDS_VERSION 1	/* of the sentences that people sign */

/* Of one bit, in English, to be translated; NULL: no such bit. */
const char *consent_words_what(unsigned int bit);
const char *consent_words_purpose(unsigned int bit);
const char *consent_words_class(unsigned int bit);
const char *consent_words_right(const char *code);
const char *consent_words_how(const char *code);
const char *const *consent_words_rights(void);	/* codes, NULL */
const char *const *consent_words_hows(void);

/* Of all its bits, with commas between them. */
const char *consent_words_whats(struct ctx *, const char *lang,
	    const struct casetype *, unsigned int what, const char *kinds);
const char *consent_words_purposes(struct ctx *, const char *lang,
	    unsigned int purpose, const char *words);
const char *consent_words_receiver(struct ctx *, const char *lang,
	    const struct consent *);
/* What its person reads and signs, in ->lang: a paragraph a line. */
const char *consent_words_text(struct ctx *, const struct casetype *,
	    const struct consent *);

#endif
