/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_BOOKING_H
#define DOMAIN_BOOKING_H

#include "base/ctx.h"
#include "model/cost.h"
#include "model/dossier.h"

/*
 * Time and costs on a dossier whose type says that they are booked. One books
 * for oneself, at LEVEL_WORK. A booking may be changed or taken out by who
 * made it until its month is closed; afterwards, and by who manages the
 * dossier, it is only taken back by another one of today. What names a task
 * or a document in a compartment lies there as well. Every act can be undone.
 * Fields: day duration code amount payer task document text why.
 */
struct booking_new {
	enum booking_kind kind;
	const char *day;	/* civil; "" today */
	const char *code;
	const char *duration;	/* of time, as typed: 1:30, 90, 1h30 */
	const char *amount;	/* of a cost, as typed */
	const char *payer;	/* of a cost: BOOKING_PAYERS */
	const char *text;
	bool billable;
	int64_t task, document;	/* numbers in the dossier, 0 none */
};

/* Does the viewer work on cases on which time is booked? */
enum err booking_any(struct ctx *, bool *out);
/* Is anything booked on it, or could it be? */
bool	 booking_here(const struct dossier *);
const struct term *booking_codes(const struct dossier *, enum booking_kind);
const char *booking_word(struct ctx *, const struct casetype *,
	    const struct booking *);	/* of its code */
const char *booking_payer(const char *code);

/* Minutes of a typed duration, more than none and at most a day. */
bool	 booking_minutes(const char *typed, int64_t *out);
/* "1:30"; "−0:45" of what was taken back. */
const char *booking_hours(struct ctx *, int64_t minutes);
/* So many minutes at a rate, rounded half away from nothing. */
int64_t	 booking_amount(int64_t minutes, int64_t rate);

struct booking_page {
	struct booking *bookings;	/* newest days first */
	const char *next;		/* the key after the last, "" none */
};
enum err booking_list(struct ctx *, const struct dossier *,
	    const char *after, int limit, struct booking_page *out);
enum err booking_open(struct ctx *, const struct dossier *, int64_t no,
	    struct booking **out);		/* ERR_MISSING */
/* The viewer's own of a span of days, on all dossiers that they may read. */
enum err booking_mine(struct ctx *, const char *from, const char *until,
	    struct booking **out);
/* Where the viewer has booked in the last weeks and may still work. */
enum err booking_recent(struct ctx *, int limit, struct dossier **out);

enum err booking_add(struct ctx *, struct dossier *,
	    const struct booking_new *, struct booking **out);
/* Its rate stays, unless it goes to another day. */
enum err booking_change(struct ctx *, struct dossier *, struct booking *,
	    const struct booking_new *, int64_t version);
enum err booking_remove(struct ctx *, struct dossier *, struct booking *,
	    const char *why);
enum err booking_counter(struct ctx *, struct dossier *, struct booking *,
	    const char *why, struct booking **out);
/* closed: the last closed month, as rate_month_closed() gives it. */
bool	 booking_may_change(const struct ctx *, const struct dossier *,
	    const struct booking *, const char *closed);
bool	 booking_may_counter(const struct ctx *, const struct dossier *,
	    const struct booking *, const char *closed);

/* What an hour costs on this dossier alone: LEVEL_MANAGE. */
struct rate_new;
enum err booking_rates(struct ctx *, const struct dossier *,
	    struct rate **out);
enum err booking_rate_set(struct ctx *, struct dossier *,
	    const struct rate_new *);

#endif
