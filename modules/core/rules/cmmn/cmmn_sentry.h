/* SPDX-License-Identifier: MIT */
#ifndef RULES_CMMN_SENTRY_H
#define RULES_CMMN_SENTRY_H

#include "rules/cmmn/cmmn_run.h"

/* 8.5 Sentries: on-parts that happened are kept until all have, and the
 * if-part holds; several criteria are alternatives. */

/* What happened to a source, an item or one of the case file. */
void	 cmmn_sentry_hear(struct cmmn_work *, const struct cmmn_event *);
void	 cmmn_sentry_hear_file(struct cmmn_work *,
	    const struct cmmn_file_item *, enum cmmn_transition);
/* Its criteria as they stand: what can, fires. */
void	 cmmn_sentry_look(struct cmmn_work *, struct cmmn_live *);
/* All items that wait for nothing but data. */
void	 cmmn_sentry_look_all(struct cmmn_work *);
/* What had happened before this event; what no criterion waits for is left. */
void	 cmmn_sentry_remember(struct cmmn_work *, const struct cmmn_mark *);
/* The other way round: all that happened for an item, appended. */
struct cmmn_mark **cmmn_sentry_keep(struct cmmn_work *,
	    const struct cmmn_live *, struct cmmn_mark **end);
/* Marks that nothing can use any more. */
void	 cmmn_sentry_forget(struct cmmn_work *, struct cmmn_live *,
	    bool entries_only);
/* The parts of a criterion as they stand now. */
struct cmmn_reason *cmmn_sentry_reasons(struct cmmn_work *,
	    const struct cmmn_live *, const struct cmmn_gate *);

#endif
