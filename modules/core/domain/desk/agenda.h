/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_AGENDA_H
#define DOMAIN_AGENDA_H

#include "base/ctx.h"
#include "model/agenda.h"

/*
 * What a person, a team or a dossier has in a span of days, from all that
 * holds dates, in the order in which it comes: of the open work that the
 * viewer may see, and who is away.
 */
#define AGENDA_MOST 1000	/* of each source */

/* *more: there is more than AGENDA_MOST of one. Of items with a ->row only
 * kind and moments are known before agenda_fill(). */
enum err agenda_list(struct ctx *, const struct agenda_ask *,
	    struct agenda_item **out, bool *more);
/* The words of those that are ->wanted. */
enum err agenda_fill(struct ctx *, struct agenda_item *);
/* Its kind in a word; a bit for each in a mask of kinds. */
const char *agenda_word(enum agenda_kind);
/* Ends with a day of the viewer's: its time says nothing. */
bool	 agenda_by_day(const struct ctx *, const struct agenda_item *);

#endif
