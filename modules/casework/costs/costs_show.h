/* SPDX-License-Identifier: MIT */
#ifndef CASEWORK_COSTS_SHOW_H
#define CASEWORK_COSTS_SHOW_H

#include "base/buf.h"
#include "domain/dossier/booking.h"
#include "web/request.h"
#include "web/view.h"

/* What the pages of time and costs show in the same words. */
void	costs_show(struct request *, struct view *, const struct casetype *,
	    const struct booking *);
/* "12.50 EUR", "" where it came to nothing known. */
const char *costs_show_amount(struct request *, const struct booking *);
/* The first line of a table for other programs, and one of it. */
void	costs_show_csv_head(struct buf *);
void	costs_show_csv(struct request *, struct buf *, const char *number,
	    const struct casetype *, const struct booking *);

#endif
