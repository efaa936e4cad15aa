/* SPDX-License-Identifier: MIT */
#ifndef STORE_OFFER_H
#define STORE_OFFER_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/offer.h"

/* Offers of an opened dossier, in the order in which they were made. */
enum err store_offer_list(struct ctx *, const struct dossier *,
	    struct offer **out);
enum err store_offer_find(struct ctx *, const struct dossier *, int64_t no,
	    struct offer **out);		/* NULL: none */
enum err store_offer_add(struct ctx *, const struct dossier *,
	    struct offer *);
/* What became of it: state, answered, note. */
enum err store_offer_answer(struct ctx *, struct offer *);

#endif
