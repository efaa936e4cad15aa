/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_CONSENT_TERMS_H
#define DOMAIN_CONSENT_TERMS_H

#include "domain/dossier/consent.h"

/* What the acts on consents share. The parties of the case are loaded. */

/* All that was typed, into *c; all that is wrong is said at once. */
enum err consent_terms(struct ctx *, struct dossier *,
	    const struct consent_new *, struct consent *c);
/* How it was said; nothing of what is only prepared. */
enum err consent_terms_said(struct ctx *, struct dossier *,
	    const struct consent_signed *, struct consent *c);
/* In which language its person reads it. */
enum err consent_terms_language(struct ctx *, const struct consent_new *,
	    struct consent *c);
/* A party of the case who still is one, by the number; NULL. */
const struct party *consent_terms_party(const struct dossier *,
	    int64_t no);

#endif
