/* SPDX-License-Identifier: MIT */
#ifndef STORE_MOVED_H
#define STORE_MOVED_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/person.h"

/*
 * Things that go from one dossier to another: their rows stay, dossier and
 * number change, and the old address leads to the new one. First it is
 * written where each goes, then all go.
 */

/* All tasks but those of the plan, which stay with it, notes, documents,
 * deadlines that run but where the same one is due no later there, and
 * persons but leads and those who have the same role there; gives numbers in
 * "into". */
enum err store_moved_plan_all(struct ctx *, const struct dossier *from,
	    const struct dossier *into);
/* The task, note or document of a number; *planned says whether there is
 * one. */
enum err store_moved_plan(struct ctx *, const struct dossier *from,
	    int64_t no, const struct dossier *into, bool *planned);
enum err store_moved_go(struct ctx *, const struct dossier *from,
	    const struct dossier *into);

/* They are known by numbers of their own. */
enum err store_moved_appointments(struct ctx *, const struct dossier *from,
	    const struct dossier *into);
/* Labels that the other lacks; links but those of merges and splits, and
 * those that the other has; grants of a restricted one. */
enum err store_moved_labels(struct ctx *, const struct dossier *from,
	    const struct dossier *into);
enum err store_moved_links(struct ctx *, const struct dossier *from,
	    struct dossier *into);
enum err store_moved_grants(struct ctx *, const struct dossier *from,
	    const struct dossier *into);

/* What a dossier holds that would go, leads not counted. */
struct store_moved_count {
	int64_t tasks, goals, notes, documents, people, deadlines,
	    appointments;
};
enum err store_moved_count(struct ctx *, const struct dossier *,
	    const struct dossier *into, struct store_moved_count *);
/* Names of those who see "into" and not "from", at most limit. */
enum err store_moved_gain(struct ctx *, const struct dossier *from,
	    const struct dossier *into, int limit, struct person **out);
/* Who must not see "from", but leads "into" or has an open task there. */
enum err store_moved_walled(struct ctx *, const struct dossier *from,
	    const struct dossier *into, struct person **out);

/* Where a thing went; number "" when it did not, or not in sight. */
enum err store_moved_find(struct ctx *, const struct dossier *, int64_t no,
	    const char **number, int64_t *to);
/* The dossier that this one was merged into, in sight or not. */
enum err store_moved_merged(struct ctx *, const struct dossier *,
	    bool *merged, const char **number);

#endif
