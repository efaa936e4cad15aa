/* SPDX-License-Identifier: MIT */
#ifndef STORE_SERVICE_H
#define STORE_SERVICE_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/service.h"

/* Services of an opened dossier, and their days. */
enum err store_service_list(struct ctx *, const struct dossier *,
	    struct service **out);
enum err store_service_find(struct ctx *, const struct dossier *,
	    int64_t no, struct service **out);	/* NULL: none */
enum err store_service_add(struct ctx *, const struct dossier *,
	    struct service *);			/* fills id */
/* All that may change; ERR_CONFLICT when x->version is old. */
enum err store_service_save(struct ctx *, struct service *);

/* What was made of it: a day, once; made and following. */
enum err store_service_day_add(struct ctx *, const struct service *,
	    const char *day);
enum err store_service_made(struct ctx *, const struct service *);
/* Those that are due after a day will not be. */
enum err store_service_drop_after(struct ctx *, const struct service *,
	    const char *day);
/* Newest first, at most limit. */
enum err store_service_days(struct ctx *, const struct service *, int limit,
	    struct service_day **out);
enum err store_service_day_find(struct ctx *, const struct service *,
	    const char *day, struct service_day **out);	/* NULL: none */
/* ERR_CONFLICT: somebody said something else of it since. */
enum err store_service_day_say(struct ctx *, const struct service_day *,
	    enum service_state was);

/* The dossier has this lead and scope now. */
enum err store_service_lead(struct ctx *, int64_t dossier, int64_t lead,
	    int64_t scope);

/* The clock: services of which a day until then is to be made; and whoever
 * is to be told of what is due today or late. */
/* Of these: id made every times begins until. */
enum err store_service_gaps_next(struct ctx *, const char *until,
	    struct service **out, int limit);
enum err store_service_gaps_tell(struct ctx *, const char *today, int64_t *n);

/* Gaps: what is due, of dossiers in sight. */
struct store_service_gaps {
	bool mine;		/* the viewer leads */
	const char *team;	/* or this team has them: code; "" all in
				 * sight */
	const char *from, *until;	/* days, both in; "" any */
	bool aftercare;		/* that alone */
	int64_t without;	/* of the first day, so many were shown */
	int limit;
};
enum err store_service_gaps(struct ctx *, const struct store_service_gaps *,
	    struct service_day **out);
/* Of dossiers that the viewer leads: late, due today, and all; of the first
 * most of them. */
enum err store_service_gaps_count(struct ctx *, const char *today, int most,
	    int64_t *late, int64_t *today_n, int64_t *all);

#endif
