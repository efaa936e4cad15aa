/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DOSSIER_MERGE_H
#define DOMAIN_DOSSIER_MERGE_H

#include <stdbool.h>

#include "base/ctx.h"
#include "model/casetype.h"
#include "model/dossier.h"
#include "model/person.h"

/*
 * A duplicate joins the dossier that stays. Tasks, goals, notes, documents,
 * persons, deadlines that run, appointments, labels and links go there as
 * they are, under new numbers; old addresses lead on. Fields that the other
 * lacks are taken over, those that differ stay readable where they are and
 * are named. The duplicate is closed with the outcome "merged" and keeps its
 * history. Walls of the one are walls of the other; grants stay where they
 * were given.
 *
 * Needs LEVEL_WORK on both, LEVEL_MANAGE on both where one is restricted.
 * Refused: other types, closed ones, and one in the tray that would take
 * over what is worked on already.
 */
struct dossier_merge {		/* what would happen */
	int64_t tasks, goals, notes, documents, people, deadlines,
	    appointments;
	struct person *gain;	/* names: who sees it by that */
	const struct type_field **taken, **differ;	/* NULL-terminated */
	bool restricts;		/* a normal one into a restricted one */
	bool opens;		/* a restricted one into a normal one */
};
enum err dossier_merge_look(struct ctx *, struct dossier *from,
	    struct dossier *into, struct dossier_merge *out);
enum err dossier_merge(struct ctx *, struct dossier *from,
	    struct dossier *into, const char *reason);

/* Where a thing that is no longer here went; ERR_MISSING when nowhere. */
enum err dossier_merge_moved(struct ctx *, const struct dossier *,
	    int64_t no, const char **number, int64_t *to);

#endif
