/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_BOOKING_KEEP_H
#define DOMAIN_BOOKING_KEEP_H

#include "domain/dossier/booking.h"

struct event_body;

/* Checks what was typed, and makes the booking of it: rate and amount too. */
enum err booking_keep_fill(struct ctx *, const struct dossier *,
	    const struct booking_new *, struct booking *);
/* Lies the day in a month that is closed? */
bool	 booking_keep_shut(const char *day, const char *closed);
const char *booking_keep_today(struct ctx *);
/* "1:30" of time, "120.00 EUR" of a cost. */
const char *booking_keep_much(struct ctx *, const struct booking *);
/* What its events tell, in its compartment. */
struct event_body *booking_keep_told(struct ctx *, const struct booking *);

#endif
