/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_ABSENCE_H
#define DOMAIN_ABSENCE_H

#include <stdbool.h>

#include "base/ctx.h"
#include "model/absence.h"
#include "model/dossier.h"
#include "model/event.h"
#include "model/person.h"

/*
 * Who is away, and who stands in. Meanwhile the substitute holds, as ordinary
 * grants, what the absent person holds on the open cases that they lead and
 * of the tasks that are theirs; never more, nothing behind a wall, no
 * approvals, and not what the absent person has by standing in for a third.
 * The grants are kept true by whatever changes a dossier or somebody's
 * rights, and by the clock every minute; their end is in the row itself.
 */

struct absence_new {
	int64_t person, substitute;
	int64_t begins, ends;	/* the moment that they are back */
	const char *types;	/* codes, spaces between; "" all */
	const char *note;
};
/* For oneself or for whom one manages. Fields person, substitute, begins,
 * ends are refused by name. */
enum err absence_add(struct ctx *, const struct absence_new *,
	    struct absence **out);
/* Over now, or never begun. By the person, or who manages them. */
enum err absence_end(struct ctx *, const struct absence *);
/* One that the viewer entered for themselves or may manage: ERR_MISSING. */
enum err absence_open(struct ctx *, const char *number,
	    struct absence **out);

/* MINE: going on and to come; PAST: mine, over for 30 days at most. */
enum absence_list {
	ABSENCE_MINE, ABSENCE_PAST, ABSENCE_I_STAND_IN, ABSENCE_MANAGED
};
enum err absence_list(struct ctx *, enum absence_list,
	    struct absence **out);
/* Whom the viewer may enter an absence for, besides themselves. */
enum err absence_people(struct ctx *, struct person **out);
/* Of those that the person stands in for meanwhile, the first; NULL none. */
enum err absence_chain(struct ctx *, const struct absence *,
	    struct absence **out);

/* What was done for the person meanwhile, newest first, of what the viewer
 * sees. */
enum err absence_acts(struct ctx *, const struct absence *, int limit,
	    struct absence_act **out);

/* Fills cx->standing for the viewer. */
enum err absence_enter(struct ctx *);
/* Fills own and for_whom of a dossier opened at a level. */
enum err absence_dossier(struct ctx *, struct dossier *, enum level);
/* What the viewer holds on it without standing in for somebody. */
enum level absence_own(const struct dossier *);
/* Does the viewer stand in for a person, on dossiers of a type? */
bool	 absence_stands_in(const struct ctx *, int64_t person,
	    const char *type);
/* The grants follow: of one dossier, after each event; or of all. */
enum err absence_follow(struct ctx *, struct dossier *,
	    const struct event *);
enum err absence_follow_all(struct ctx *);

/* Who stands in cannot give themselves a right of their own; field "" is
 * for the whole form. */
enum err absence_not_self(struct ctx *, const struct dossier *,
	    const char *field, int64_t person, enum level);

#endif
