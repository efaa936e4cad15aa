/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_RULEPACK_WORDS_H
#define DOMAIN_RULEPACK_WORDS_H

#include "base/ctx.h"
#include "model/rulepack.h"

/* What the rules of care models say, in the viewer's language. */
const char *rulepack_words_span(struct ctx *, struct rulepack_span);
/* "Contact at least every 7 days; always a next date" */
const char *rulepack_words(struct ctx *, const struct casetype *,
	    const struct rulepack_rule *);
/* "Intensive care management"; of the type's own rules "This case type". */
const char *rulepack_words_pack(struct ctx *, const struct rulepack *);
/* "1 strength", "2 documents of the kind “Report”" */
const char *rulepack_words_record(struct ctx *, const struct casetype *,
	    const char *record, int n);
/* What waits: "the phase “Planning”", "closing" */
const char *rulepack_words_target(struct ctx *, const struct casetype *,
	    const char *target);
/* "Brokerage: At most 60 cases ... gives way to Intensive, which is
 * stricter." "" where nothing gives way. */
const char *rulepack_words_yield(struct ctx *, const struct casetype *,
	    const struct rulepack_held *, const struct rulepack_yield *);

#endif
