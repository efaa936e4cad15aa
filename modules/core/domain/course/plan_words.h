/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_PLAN_WORDS_H
#define DOMAIN_PLAN_WORDS_H

#include "domain/course/plan.h"

/* Why, in words of people: fields, tasks and states, never ids. */

/* “not yet, because “Check the claim” is not done yet, “Amount” is 40.00 EUR”:
 * what holds already is not named; ways beside one another are parted by “; or
 * else”. "" nothing is wanting. */
const char *plan_words_waits(struct ctx *, const struct dossier *,
	    struct plan *, const struct cmmn_item *);
/* “Not now, because “Amount” is 40.00 EUR.” */
const char *plan_words_not_offered(struct ctx *, const struct dossier *,
	    struct plan *, const struct cmmn_offer *);

/* “Check the claim” is done: an item and what happens to it. */
const char *plan_words_happens(struct ctx *, const char *title,
	    enum cmmn_transition);
/* “Amount” is there, was changed, was taken away; a document of a kind. */
const char *plan_words_file(struct ctx *, const struct casetype *,
	    const char *name, enum cmmn_transition);
/* A fact that a condition uses: “Amount” is 500.00 EUR. */
const char *plan_words_fact(struct ctx *, const struct casetype *,
	    const char *field, const char *canonical);
/* One more behind a comma, unless it is "" or said already. */
const char *plan_words_add(struct ctx *, const char *list, const char *one);
/* As a mark: “Stage”, “Automatic task”; “To do”, “On hold”. */
const char *plan_words_kind(enum cmmn_kind);
const char *plan_words_state(enum cmmn_kind, enum cmmn_state);

#endif
