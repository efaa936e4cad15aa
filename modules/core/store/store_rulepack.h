/* SPDX-License-Identifier: MIT */
#ifndef STORE_STORE_RULEPACK_H
#define STORE_STORE_RULEPACK_H

#include "base/ctx.h"
#include "model/dossier.h"

/* What the rules of care models look at. */

/* How many of a record (RULEPACK_RECORDS, with its code) a dossier has; last
 * is the moment or 0 of the newest form. */
enum err store_rulepack_count(struct ctx *, const struct dossier *,
	    const char *record, int64_t *out, int64_t *last);
/* How many open dossiers of a type somebody leads, but for one. */
enum err store_rulepack_load(struct ctx *, const char *type, int64_t person,
	    int64_t but, int64_t *out);
/* The same of several people: each whose load is above 0. */
struct store_rulepack_leads {
	struct store_rulepack_leads *next;
	int64_t person, cases;
};
enum err store_rulepack_leads(struct ctx *, const char *type,
	    struct store_rulepack_leads **out);
/* Has this person a skill, as staff? */
enum err store_rulepack_skilled(struct ctx *, int64_t person,
	    const char *skill, bool *out);

/* How many of a dossier's people in a role lack it. */
enum err store_rulepack_unskilled(struct ctx *, const struct dossier *,
	    const char *role, const char *skill, int64_t *out);
/* Referrals whose answer, and whose next report, was due before a day. */
enum err store_rulepack_unanswered(struct ctx *, const struct dossier *,
	    const char *day, int64_t *out);
enum err store_rulepack_unreported(struct ctx *, const struct dossier *,
	    const char *day, int64_t *out);

#endif
