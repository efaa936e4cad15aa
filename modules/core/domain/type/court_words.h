/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_COURT_WORDS_H
#define DOMAIN_COURT_WORDS_H

#include "base/ctx.h"
#include "rules/time/courtcount.h"

/* The arithmetic of a court in sentences, in the viewer's language. */

const char *court_words_term(struct ctx *, const struct court_term *);
const char *court_words_day(struct ctx *, int64_t day);	/* Tue 24 Nov 2026 */
/* What a step did, with the day that it leads to. */
const char *court_words_step(struct ctx *, const struct courtcount_ask *,
	    const struct courtcount_step *);
const char *court_words_why(enum courtcount_why);
const char *court_words_weekday(int);	/* 0: Monday */

#endif
