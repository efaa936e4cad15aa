/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DEADLINE_COURT_H
#define DOMAIN_DEADLINE_COURT_H

#include "domain/course/deadline.h"
#include "domain/type/court.h"

/* A rule of a court for a deadline: counted now, and kept as days, so that
 * what comes later does not move it. */

/* What is asked of one of the courts that the type of the case offers. */
enum err deadline_court_ask(struct ctx *, const struct dossier *,
	    const char *court, const struct court_said *,
	    struct courtcount_ask *out);
/* Counted, and as the rule of a span: due, pre-deadline, warning, and by what
 * it was counted. */
enum err deadline_court_rule(struct ctx *, const struct courtcount_ask *,
	    struct deadline_span *out);
/* When the event was, but not later than now. */
int64_t	 deadline_court_start(struct ctx *, const struct courtcount_ask *);

#endif
