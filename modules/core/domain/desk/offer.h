/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_OFFER_H
#define DOMAIN_OFFER_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/offer.h"

/*
 * Offers to settle. Each says who offers whom what, and until when; an end
 * that is still to come is a deadline of the dossier, which is met by the
 * answer. An offer that answers another one counters it. Every act needs
 * LEVEL_WORK and can be undone. Fields: maker receiver made way amount terms
 * until document counters answer answered note.
 */
struct offer_new {
	int64_t maker, receiver;	/* numbers of parties, or 0 */
	const char *made;	/* civil; "" today */
	const char *way;	/* OFFER_WAYS */
	const char *currency;	/* unless one is typed with the amount */
	const char *amount, *terms;	/* as typed; one of them is needed */
	const char *until;	/* civil; "" none */
	int64_t document;	/* number, 0 none */
	int64_t counters;	/* number of the offer that it answers, or 0 */
};

/* In their order, each with what it differs by from those before. */
enum err offer_list(struct ctx *, const struct dossier *,
	    struct offer **out);
enum err offer_open(struct ctx *, const struct dossier *, int64_t no,
	    struct offer **out);		/* ERR_MISSING */
/* Its end has passed, and nobody answered. */
bool	 offer_is_over(struct ctx *, const struct offer *);

enum err offer_add(struct ctx *, struct dossier *, const struct offer_new *,
	    struct offer **out);
/* accepted refused withdrawn, on a civil day ("" today). */
enum err offer_answer(struct ctx *, struct dossier *, struct offer *,
	    const char *answer, const char *day, const char *note);

const char *offer_way(const char *code);	/* in a word */
const char *offer_state(const struct offer *);
const char *offer_maker(const struct offer *);
const char *offer_show(struct ctx *, const struct offer *);	/* amount */

#endif
