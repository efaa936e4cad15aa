/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DOSSIER_SPLIT_H
#define DOMAIN_DOSSIER_SPLIT_H

#include <stddef.h>

#include "base/ctx.h"
#include "model/dossier.h"

/*
 * Two matters in one dossier: what belongs to the second goes to a new one,
 * of the same or another type and team. Tasks, notes and documents go as
 * they are, persons are written there as well. The new one is accepted, as
 * restricted as the first (with its grants) and has its walls. Needs
 * LEVEL_WORK here and in the new team, LEVEL_MANAGE on a restricted one.
 */
struct dossier_split {
	const char *title;
	int64_t scope;		/* type and team of the new one */
	int64_t lead;		/* person, 0: the team finds one */
	const int64_t *things;	/* numbers of tasks, notes, documents */
	size_t n;
	const int64_t *people;	/* numbers of parties */
	size_t n_people;
	const char *reason;
};
enum err dossier_split(struct ctx *, struct dossier *,
	    const struct dossier_split *, struct dossier **out);

#endif
