/* SPDX-License-Identifier: MIT */
#ifndef STORE_CLEARANCE_H
#define STORE_CLEARANCE_H

#include "base/ctx.h"
#include "model/clearance.h"
#include "model/dossier.h"
#include "model/person.h"
#include "store/store_person.h"

/* Gives c->id, or 0 when the number is taken; with its names and hits. */
enum err store_clearance_add(struct ctx *, struct clearance *);
/* Of a dossier in sight, or one's own names alone; NULL: none. */
enum err store_clearance_find(struct ctx *, const char *number,
	    struct clearance **out);
/* For officers: one that was asked about. */
enum err store_clearance_find_asked(struct ctx *, const char *number,
	    struct clearance **out);
/* Its names, and what of the hits the viewer may see; officer: all that no
 * wall keeps them from. */
enum err store_clearance_fill(struct ctx *, struct clearance *, bool officer);
/* Is there a hit that this viewer may not see? */
enum err store_clearance_hidden(struct ctx *, struct clearance *);

/* The newest first. */
enum err store_clearance_of(struct ctx *, const struct dossier *, int limit,
	    struct clearance **out);
enum err store_clearance_mine(struct ctx *, int limit,
	    struct clearance **out);		/* names alone */
/* What waits for an officer, the oldest first, then what was answered. */
enum err store_clearance_asked(struct ctx *, int limit,
	    struct clearance **out);

/* ERR_CONFLICT: it was done meanwhile. */
enum err store_clearance_decide(struct ctx *, const struct clearance *,
	    const char *state, const char *reason);
enum err store_clearance_ask(struct ctx *, const struct clearance *);
enum err store_clearance_answer(struct ctx *, const struct clearance *,
	    const char *answer, const char *remark);

/* store_clearance_search.c: where names are found. */
/* The other names of persons of a list of at most QUERY_IDS, as their
 * ->identifiers. */
enum err store_clearance_search_aliases(struct ctx *, struct person *);
/* Roles of these persons on any dossier but one, of those that the viewer
 * sees (or does not), the newest dossiers first. */
enum err store_clearance_search_roles(struct ctx *, const int64_t *persons,
	    size_t n, int64_t but, bool seen, int limit,
	    struct clearance_hit **out);
/* Whom dockets name by words of two of the sets; of the only one. */
enum err store_clearance_search_dockets(struct ctx *,
	    const struct store_person_set *, size_t n, int64_t but, bool seen,
	    int limit, struct clearance_hit **out);
/* All names on a dossier: of its parties, their other names, and of the
 * parties of its dockets and their counsel. */
enum err store_clearance_search_names(struct ctx *, const struct dossier *,
	    int limit, struct clearance_name **out);

#endif
