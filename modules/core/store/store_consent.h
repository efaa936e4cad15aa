/* SPDX-License-Identifier: MIT */
#ifndef STORE_CONSENT_H
#define STORE_CONSENT_H

#include "base/ctx.h"
#include "model/consent.h"
#include "model/dossier.h"

/* Consents of an opened dossier; none is ever deleted. */
enum err store_consent_list(struct ctx *, const struct dossier *,
	    struct consent **out);		/* newest first */
enum err store_consent_find(struct ctx *, const struct dossier *,
	    int64_t no, struct consent **out);	/* NULL: none */
enum err store_consent_add(struct ctx *, const struct dossier *,
	    struct consent *);
/* Only what is not taken, and not ended: ERR_CONFLICT. */
enum err store_consent_take(struct ctx *, const struct consent *);
enum err store_consent_end(struct ctx *, const struct consent *);
/* Given ones whose last day lies between two, of dossiers in sight. */
enum err store_consent_ending(struct ctx *, const char *from,
	    const char *until, int limit, struct consent **out);

/* Tells who leads of those of these days that they were not told of; *n: how
 * many. */
enum err store_consent_tell(struct ctx *, const char *from,
	    const char *until, int64_t *n);

/* The kinds of each document of the dossier, by its number: its own, or those
 * of what a bundle was made of. */
struct store_consent_kind {
	struct store_consent_kind *next;
	int64_t no;
	const char *kind;
	int64_t of;	/* no of the document whose kind it is: that, or one
			 * that a bundle was made of */
};
enum err store_consent_kinds(struct ctx *, const struct dossier *,
	    struct store_consent_kind **out);

#endif
