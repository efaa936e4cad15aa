/* SPDX-License-Identifier: MIT */
#ifndef STORE_REFERRAL_H
#define STORE_REFERRAL_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/referral.h"

/* Tables referral and referral_report. */
enum err store_referral_list(struct ctx *, const struct dossier *,
	    struct referral **out);		/* the newest first */
enum err store_referral_find(struct ctx *, const struct dossier *,
	    int64_t no, struct referral **out);	/* NULL: none */
enum err store_referral_add(struct ctx *, const struct dossier *,
	    struct referral *);			/* fills id */
/* State, days, reason, reports. */
enum err store_referral_save(struct ctx *, const struct dossier *,
	    struct referral *);			/* ERR_CONFLICT */
/* The newest first. */
enum err store_referral_reports(struct ctx *, const struct dossier *,
	    const struct referral *, struct referral_report **out);
/* ERR_CONFLICT: there is one of that day. */
enum err store_referral_report_add(struct ctx *, const struct referral *,
	    const struct referral_report *);

#endif
