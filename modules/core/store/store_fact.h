/* SPDX-License-Identifier: MIT */
#ifndef STORE_FACT_H
#define STORE_FACT_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/fact.h"

/* Problems, allergies, medications, encounters and alerts of an opened
 * dossier: what holds first, then the newest. after: the last page's last,
 * NULL none. */
enum err store_fact_list(struct ctx *, const struct dossier *,
	    enum fact_kind, const struct fact *after, int64_t limit,
	    struct fact **out);
enum err store_fact_find(struct ctx *, const struct dossier *,
	    enum fact_kind, int64_t no, struct fact **out);	/* NULL */
enum err store_fact_add(struct ctx *, const struct dossier *,
	    struct fact *);
enum err store_fact_save(struct ctx *, struct fact *);	/* ERR_CONFLICT */
/* The row of an appointment of the dossier by its number; 0 none. */
enum err store_fact_appointment(struct ctx *, const struct dossier *,
	    const char *number, int64_t *out);

/* Allergies, and alerts on a civil day, that hold on any dossier where the
 * patient of this one is the patient too, and that the viewer sees. */
enum err store_fact_banner(struct ctx *, const struct dossier *,
	    const char *today, struct fact **out);
/* How many hold: for the heads of a summary. */
enum err store_fact_count(struct ctx *, const struct dossier *,
	    int64_t out[FACT_KINDS]);

#endif
