/* SPDX-License-Identifier: MIT */
#ifndef STORE_ASSIGN_H
#define STORE_ASSIGN_H

#include "base/ctx.h"
#include "model/assign.h"
#include "model/dossier.h"

/* Who can work on an opened dossier and holds these rights, by name, with
 * their skill (row, 0 none), work, limit in a currency for a kind (NULL: for
 * any) on a day of the site and turn. Work is counted up to STORE_ASSIGN_WORK
 * of each kind. */
#define STORE_ASSIGN_WORK 500
#define STORE_ASSIGN_MOST 1000
enum err store_assign_people(struct ctx *, const struct dossier *,
	    unsigned int rights, int64_t skill, const char *currency,
	    const char *kind, const char *today, struct assign_candidate **out);
/* Marks those who led for the requester before, as far as the viewer may
 * see that. */
enum err store_assign_known(struct ctx *, const struct dossier *,
	    struct assign_candidate *);

/* The person's turn is the last one from now on. */
enum err store_assign_turn(struct ctx *, const struct dossier *,
	    int64_t person);

/* What is kept: candidates as JSON in both. */
enum err store_assign_add(struct ctx *, const struct dossier *,
	    const struct assign *, const char *candidates);
enum err store_assign_get(struct ctx *, const struct dossier *, int64_t no,
	    struct assign **out, const char **candidates);	/* NULL */
/* The newest of a task, or of who leads (0), if it is this person who was
 * chosen; 0 no. */
enum err store_assign_newest(struct ctx *, const struct dossier *,
	    int64_t task, int64_t person, int64_t *no);

#endif
