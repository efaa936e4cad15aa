/* SPDX-License-Identifier: MIT */
#ifndef STORE_APPROVAL_H
#define STORE_APPROVAL_H

#include "base/ctx.h"
#include "model/approval.h"
#include "model/dossier.h"
#include "store/store_authority.h"
#include "store/visible.h"

/* Approvals of an opened dossier, and those that wait, over all in sight. */

/*
 * Approval a of dossier d waits for the viewer: they are of its step, which
 * is the label of a role, the kind of a limit, or lead manage decide; who
 * takes the last step of an amount has a limit that covers it. Nobody decides
 * on what they asked for, what follows from what they wrote, what they are a
 * party of, or twice. The same as
 * approval_may() of the domain. What the plan asked for it still wants, or has
 * gone on with. It needs the level of VISIBLE_AT, too.
 */
#define STORE_APPROVAL_WANTED						\
	" (a.item = 0 OR EXISTS (SELECT 1 FROM plan_item i"		\
	"   WHERE i.dossier = a.dossier AND i.no = a.item"		\
	"     AND i.state IN ('active', 'completed')))"
#define STORE_APPROVAL_COVERS						\
	" AND (a.amount IS NULL OR (x.currency IN ('', a.currency)"	\
	"  AND a.amount > 0 AND coalesce(x.amount, a.amount) >= a.amount))"
/* The viewer asked for it, or for the same in another round of the plan. */
#define STORE_APPROVAL_OWN						\
	" EXISTS (SELECT 1 FROM approval r"				\
	"  LEFT JOIN plan_item w ON w.dossier = r.dossier"		\
	"   AND w.no = r.item AND r.item <> 0"				\
	"  WHERE r.dossier = a.dossier AND r.asked_by = $viewer"	\
	"    AND (r.root = a.root OR w.used = (SELECT o.used"		\
	"     FROM plan_item o WHERE o.dossier = a.dossier"		\
	"       AND o.no = a.item AND a.item <> 0)))"
/* The viewer wrote what its amount or its steps follow from. */
#define STORE_APPROVAL_WRITTEN						\
	" EXISTS (SELECT 1 FROM approval_input j"			\
	"  WHERE j.approval = a.id AND j.person = $viewer)"
#define STORE_APPROVAL_MINE(today)					\
	" a.state = 'asked' AND d.status <> 'closed'"			\
	" AND" STORE_APPROVAL_WANTED					\
	" AND (a.waits <> 'lead' OR coalesce(d.lead, 0) = $viewer)"	\
	" AND (a.waits <> 'manage' OR (" VISIBLE_OWN_AT(VISIBLE_MANAGE) "))" \
	" AND" VISIBLE_OWN_AT(VISIBLE_WORK)				\
	" AND (a.waits <> 'decide' OR (" VISIBLE_OWN_AT(VISIBLE_DECIDE) "))" \
	" AND ((a.waits IN ('lead', 'manage', 'decide') OR a.waits IN"	\
	"   (SELECT l.label FROM staff_role l WHERE l.person = $viewer))" \
	"   AND (a.step < a.last OR a.amount IS NULL OR EXISTS"		\
	"    (SELECT 1 FROM authority x WHERE x.kind IN ('', a.kind)"	\
	"      AND" STORE_AUTHORITY_HELD(today) STORE_APPROVAL_COVERS "))" \
	"  OR EXISTS (SELECT 1 FROM authority x WHERE x.kind = a.waits"	\
	"    AND" STORE_AUTHORITY_HELD(today) STORE_APPROVAL_COVERS "))" \
	" AND NOT" STORE_APPROVAL_OWN					\
	" AND NOT" STORE_APPROVAL_WRITTEN				\
	" AND NOT EXISTS (SELECT 1 FROM approval_act z"			\
	"  WHERE z.approval = a.id AND z.actor = $viewer"		\
	"    AND z.what = 'approved' AND z.undone IS NULL)"		\
	" AND coalesce(d.requester, 0) <> $viewer"			\
	" AND NOT EXISTS (SELECT 1 FROM party y WHERE y.dossier = d.id"	\
	"    AND y.person = $viewer AND y.role <> 'lead')"

enum err store_approval_add(struct ctx *, const struct dossier *,
	    struct approval *);			/* fills id */
enum err store_approval_find(struct ctx *, const struct dossier *,
	    int64_t no, struct approval **out);	/* NULL: none */
/* All, the newest first, up to limit. */
enum err store_approval_list(struct ctx *, const struct dossier *, int limit,
	    struct approval **out);
/* Those of one chain that wait for somebody end: withdrawn. */
enum err store_approval_replace(struct ctx *, const struct dossier *,
	    int64_t root);
/* State, step, waits and ended; ERR_CONFLICT when the row is not in the
 * state and step that the caller saw. */
enum err store_approval_save(struct ctx *, const struct approval *now,
	    const struct approval *before);

enum err store_approval_act_add(struct ctx *, const struct dossier *,
	    const struct approval *, const struct approval_act *);
/* Fills acts, the oldest first: of one, or of all of a list. */
enum err store_approval_acts(struct ctx *, const struct dossier *,
	    struct approval *);
enum err store_approval_acts_all(struct ctx *, const struct dossier *,
	    struct approval *list);

/* An item of the plan, and the newest request for it, 0 none. */
struct store_approval_item {
	const char *used, *state;	/* "" there is no such item */
	int64_t newest;
};
enum err store_approval_item(struct ctx *, const struct dossier *,
	    int64_t no, struct store_approval_item *out);

/* How many there are, of all dossiers: of the operator's check. */
enum err store_approval_total(struct ctx *, int64_t *asked, int64_t *said);

/* Did the viewer ask for one of the chain, or in another round of the plan? */
enum err store_approval_asked_by_me(struct ctx *, const struct dossier *,
	    const struct approval *, bool *out);
/* Is the viewer a party, or the requester? */
enum err store_approval_party(struct ctx *, const struct dossier *,
	    bool *out);
/* Mails: everybody for whom it waits is to be told. */
enum err store_approval_wait_tell(struct ctx *, const struct dossier *,
	    const struct approval *, const char *today, int64_t due);

/* What waits for the viewer, and what they asked for and waits for others or
 * came back; the oldest first, from behind (asked, id). */
enum store_approval_list { STORE_APPROVAL_FOR_ME, STORE_APPROVAL_BY_ME };
enum err store_approval_wait_list(struct ctx *, enum store_approval_list,
	    const char *today, int64_t after_asked, int64_t after_id,
	    int limit, struct approval **out);
enum err store_approval_wait_count(struct ctx *, enum store_approval_list,
	    const char *today, int limit, int64_t *out);
enum err store_approval_wait_place(struct ctx *, const char *number, int64_t no,
	    int64_t *asked, int64_t *id);

#endif
