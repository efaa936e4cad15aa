/* SPDX-License-Identifier: MIT */
#ifndef STORE_BOOKING_H
#define STORE_BOOKING_H

#include "base/ctx.h"
#include "model/compartment.h"
#include "model/cost.h"
#include "model/dossier.h"

/* Bookings of an opened dossier, as far as the viewer may see them: the
 * newest days first, after the day and number of the last one shown. */
enum err store_booking_list(struct ctx *, const struct dossier *,
	    const char *day, int64_t no, int limit, struct booking **out);
enum err store_booking_find(struct ctx *, const struct dossier *, int64_t no,
	    struct booking **out);		/* NULL: none */
/* The viewer's own, of all dossiers that they still may read. */
enum err store_booking_mine(struct ctx *, const char *from, const char *until,
	    struct booking **out);		/* by day */
/* The dossiers on which the viewer booked last, each once. */
enum err store_booking_recent(struct ctx *, const char *since, int limit,
	    struct dossier **out);		/* id number title */
enum err store_booking_sums(struct ctx *, const struct dossier *,
	    struct booking_sum **out);

enum err store_booking_add(struct ctx *, const struct dossier *,
	    struct booking *);
enum err store_booking_save(struct ctx *, struct booking *);
enum err store_booking_remove(struct ctx *, struct booking *);

/* Does the viewer work on cases of the type? */
enum err store_booking_reads(struct ctx *, const char *type, bool *out);

/* "" no month is closed. */
enum err store_booking_closed(struct ctx *, const char **month);
enum err store_booking_close(struct ctx *, const char *month);

/* Those that name a task or a document go where it goes. */
struct store_booking_tied {
	struct store_booking_tied *next;
	int64_t no;
};
enum err store_booking_tied(struct ctx *, const struct dossier *,
	    const struct compartment_part *, struct store_booking_tied **out);
enum err store_booking_within(struct ctx *, const struct dossier *,
	    const struct compartment_part *, int64_t compartment);

#endif
