/* SPDX-License-Identifier: MIT */
#ifndef STORE_WALL_H
#define STORE_WALL_H

#include <stdbool.h>

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/wall.h"

/* Tables wall and wall_dossier, and the rows of viewer_wall that follow. */

/* Of wall w: it is there now; somebody is kept out by it. */
#define STORE_WALL_STANDS " w.begins <= $now AND w.ends > $now "
#define STORE_WALL_KEEPS_OUT(who)					\
	" (w.staff = " who " OR w.label <> '' AND EXISTS"		\
	"   (SELECT 1 FROM staff_role r WHERE r.person = " who		\
	"      AND r.label = w.label)) "

/* Sets ->id, 0 where the number is taken. Of a dossier: it is covered. */
enum err store_wall_add(struct ctx *, struct wall *);
enum err store_wall_lift(struct ctx *, const struct wall *,
	    const char *remark);

/* Walls that the viewer may know of: not those around themselves, nor of a
 * dossier that they do not see. text: folded, of names and groups, "" all;
 * over: those that have ended; after: "" or the number of the last page's
 * last. Newest first. */
struct store_wall_filter {
	const char *text, *after;
	bool over;
	int limit;
};
enum err store_wall_list(struct ctx *, const struct store_wall_filter *,
	    struct wall **out);
enum err store_wall_find(struct ctx *, const char *number,
	    struct wall **out);		/* NULL none */
/* Those around an opened dossier that last, or are to begin; those that keep
 * out the viewer are not theirs to know. */
enum err store_wall_of(struct ctx *, const struct dossier *,
	    struct wall **out);
/* The one that keeps somebody from an opened dossier, oldest; NULL none. */
enum err store_wall_between(struct ctx *, const struct dossier *,
	    int64_t person, struct wall **out);
/* The one that keeps the viewer from any dossier with this person. */
enum err store_wall_mine(struct ctx *, int64_t party, bool *out);
/* The one that keeps from such dossiers somebody who leads this, has an open
 * task on it or a right of their own; NULL none. */
enum err store_wall_clash(struct ctx *, const struct dossier *,
	    int64_t party, struct wall **out);
/* What people have in hand behind walls, on dossiers that the viewer sees. */
enum err store_wall_held(struct ctx *, int limit, struct wall_held **out);
/* Labels of groups that give somebody a role; mine: the viewer. */
struct store_wall_group {
	struct store_wall_group *next;
	const char *label;
	bool mine;
};
enum err store_wall_groups(struct ctx *, struct store_wall_group **out);
/* Did one begin or end in that time? */
enum err store_wall_moved(struct ctx *, int64_t after, bool *out);

/* Makes viewer_wall follow: of a dossier after its parties changed, of
 * somebody after their groups did, of one of the register who took over
 * another's roles and walls, of the walls that began or ended since.
 * store_wall_follow.c */
enum err store_wall_follow(struct ctx *, int64_t dossier);
enum err store_wall_follow_person(struct ctx *, int64_t person);
enum err store_wall_follow_party(struct ctx *, int64_t party);
enum err store_wall_follow_since(struct ctx *, int64_t after);
/* A dossier gets another's walls. */
enum err store_wall_follow_pass(struct ctx *, const struct dossier *from,
	    const struct dossier *into);

#endif
