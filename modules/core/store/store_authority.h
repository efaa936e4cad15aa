/* SPDX-License-Identifier: MIT */
#ifndef STORE_AUTHORITY_H
#define STORE_AUTHORITY_H

#include "base/ctx.h"
#include "model/approval.h"

/* Limits of authority. None is ever changed or deleted: withdrawn at most.
 * Days are civil dates of the site. */
#define STORE_AUTHORITY_FOR_GOOD "9999-12-31"

/* Holds on a day, and is the viewer's: their own or one of their labels. */
#define STORE_AUTHORITY_HELD(today)					\
	" x.withdrawn IS NULL AND x.begins <= " today			\
	" AND x.ends >= " today						\
	" AND (x.person = $viewer OR x.label IN"			\
	"  (SELECT l.label FROM staff_role l WHERE l.person = $viewer))"

/* Gives a->id, or 0 when the number is taken. */
enum err store_authority_add(struct ctx *, struct authority *);
enum err store_authority_withdraw(struct ctx *, const struct authority *);
enum err store_authority_find(struct ctx *, const char *number,
	    struct authority **out);		/* NULL: none */
/* past: those that are withdrawn or ran out, the newest first; else those that
 * hold or will, by whose they are. after: of the last page, or 0. */
enum err store_authority_list(struct ctx *, bool past, const char *today,
	    int64_t after, int limit, struct authority **out);
/* The viewer's that hold on a day. */
enum err store_authority_mine(struct ctx *, const char *today,
	    struct authority **out);
/* Those that acts on approvals of a dossier rest on. */
struct dossier;
enum err store_authority_of(struct ctx *, const struct dossier *,
	    struct authority **out);
/* Is there a label or a kind of this name that holds on a day? */
enum err store_authority_known(struct ctx *, const char *name,
	    const char *today, bool *out);
/* Kinds in use, by name. */
enum err store_authority_kinds(struct ctx *, const char **out, size_t most,
	    size_t *n);

#endif
