/* SPDX-License-Identifier: MIT */
#ifndef STORE_DEADLINE_H
#define STORE_DEADLINE_H

#include "base/ctx.h"
#include "model/deadline.h"
#include "model/dossier.h"
#include "store/visible.h"

/* Deadlines of an opened dossier, those under way first, without spans. */
enum err store_deadline_list(struct ctx *, const struct dossier *,
	    struct deadline **out);
enum err store_deadline_find(struct ctx *, const struct dossier *,
	    int64_t no, struct deadline **out);	/* with spans; NULL: none */
/* Those that are not over, with spans. */
enum err store_deadline_open(struct ctx *, const struct dossier *,
	    struct deadline **out);
enum err store_deadline_add(struct ctx *, const struct dossier *,
	    struct deadline *);		/* gives ->id */
/* Writes all that may change; ERR_CONFLICT when ->version is old. tells: when
 * somebody is told next, 0 never. */
enum err store_deadline_save(struct ctx *, struct deadline *,
	    int64_t tells);
/* The last span ends where this one begins; fills ->no. */
enum err store_deadline_span_add(struct ctx *, const struct deadline *,
	    struct deadline_span *);
/* The last one ends, or with 0 goes on after all. */
enum err store_deadline_span_end(struct ctx *, const struct deadline *,
	    int64_t ended);

/* FROM ...: who leads the dossier $1, $3, or with $2 = 1 manages it ($4
 * restricted, $5 its scope), and is not behind its wall. */
#define STORE_DEADLINE_THOSE						\
	"  FROM staff f WHERE f.enabled = 1"				\
	"   AND NOT EXISTS (SELECT 1 FROM viewer_wall w"		\
	"     WHERE w.viewer = f.person AND w.dossier = $1)"		\
	"   AND (($2 = 0 AND f.person = $3) OR ($2 = 1 AND"		\
	"     (f.person IN (SELECT g.viewer FROM viewer_grant g"	\
	"       WHERE g.dossier = $1 AND g.level >= " VISIBLE_MANAGE	\
	"         AND g.until > $now)"					\
	"     OR ($4 = 0 AND f.person IN (SELECT v.viewer"		\
	"       FROM viewer_scope v WHERE v.scope = $5"			\
	"         AND v.level >= " VISIBLE_MANAGE ")))))"		\
	" ORDER BY f.person LIMIT 50"

/* Those who are to look at it: the lead; with managers, or where nobody
 * leads, who manages the dossier. They have it in their lists, and in mail as
 * they choose. Gives how many. */
enum err store_deadline_told_add(struct ctx *, const struct dossier *,
	    const struct deadline *, bool managers, int64_t *out);
enum err store_deadline_told_drop(struct ctx *, const struct deadline *);
/* What the viewer was told of and may see, the most urgent first; count is
 * exact up to 1,001. */
enum err store_deadline_told(struct ctx *, int limit,
	    struct deadline **out, int64_t *count);

/* Of all dossiers: what is to be told now, and what a calendar may move. */
struct store_deadline_at {
	int64_t dossier, no;
};
enum err store_deadline_told_due(struct ctx *, struct store_deadline_at *out,
	    int limit, int *n);
/* Dossiers with deadlines under way, by their row, after one. */
enum err store_deadline_told_dossiers(struct ctx *, int64_t after,
	    int64_t *out, int limit, int *n);

#endif
