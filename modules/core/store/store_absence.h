/* SPDX-License-Identifier: MIT */
#ifndef STORE_ABSENCE_H
#define STORE_ABSENCE_H

#include "base/ctx.h"
#include "model/absence.h"
#include "model/dossier.h"
#include "model/person.h"

/* Rows of absences, and the grants that follow from them. */

/* Absence a reaches dossiers of the type that an expression gives. */
#define STORE_ABSENCE_OF(type)						\
	" (a.every = 1 OR EXISTS (SELECT 1 FROM absence_type y"		\
	"   WHERE y.absence = a.id AND y.type = " type "))"
#define STORE_ABSENCE_NOW " a.begins <= $now AND a.ends > $now"

enum err store_absence_add(struct ctx *, struct absence *);	/* fills id */
enum err store_absence_find(struct ctx *, const char *number,
	    struct absence **out);		/* NULL: none */
/* Those that are not over: of a person, of those they stand in for, or of
 * all whom the viewer manages; by begin. */
enum store_absence_list {
	STORE_ABSENCE_OF_PERSON, STORE_ABSENCE_PAST, STORE_ABSENCE_FOR_PERSON,
	STORE_ABSENCE_MANAGED
};
enum err store_absence_list(struct ctx *, enum store_absence_list,
	    int64_t person, struct absence **out);
/* It is over now, or never began. */
/* What was done for the person in that time. */
enum err store_absence_acts(struct ctx *, const struct absence *, int limit,
	    struct absence_act **out);
enum err store_absence_end(struct ctx *, const struct absence *);
/* Members of staff who work in a team that the viewer manages. */
enum err store_absence_managed(struct ctx *, struct person **out);

/* Whom the viewer stands in for now. */
enum err store_absence_standing(struct ctx *, struct standing **out);
/* What the viewer holds on an opened dossier without standing in, and for
 * whom they hold more, 0 nobody. */
enum err store_absence_held(struct ctx *, const struct dossier *,
	    enum level *own, int64_t *for_whom);

/* Makes the grants of standing in what they must be now, of a dossier or all:
 * on the open work that is theirs who is away, for their level at most, and
 * never behind a wall. store_absence_keep.c */
enum err store_absence_keep(struct ctx *, const struct dossier *);
enum err store_absence_keep_all(struct ctx *, int64_t *changed);

#endif
