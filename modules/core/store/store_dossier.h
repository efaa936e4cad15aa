/* SPDX-License-Identifier: MIT */
#ifndef STORE_DOSSIER_H
#define STORE_DOSSIER_H

#include "base/ctx.h"
#include "model/dossier.h"

/* Rows of dossiers, their field values, and the counters of their scopes. */

/* What a row shows, of dossier d, scope o, team t and the persons l (lead) and
 * r (requester). Further columns of a statement stand behind these. */
#define STORE_DOSSIER_COLUMNS						\
	" d.id, d.number, d.title, d.type, d.scope, o.team, t.name,"	\
	" d.restricted, d.status, d.phase, d.outcome, d.verdict,"	\
	" d.risk, d.medium, d.lead, l.name, d.requester, r.name,"	\
	" d.received, d.opened, d.closed, d.due, d.quiet, d.heard,"	\
	" d.touched, d.version,"					\
	" d.compartment, CASE WHEN d.compartment = 0 THEN ''"		\
	" ELSE (SELECT k.name FROM compartment k"			\
	"   WHERE k.id = d.compartment) END"
struct db_rows;
/* The row that stands, without its level. */
struct dossier *store_dossier_row(struct ctx *, struct db_rows *);

/* By number and the predicate, with the level that the viewer holds; *out is
 * NULL when there is none for this person. */
enum err store_dossier_find(struct ctx *, const char *number,
	    struct dossier **out);
/* By row, whoever may see it: for what an act of the viewer touched. d->level
 * says what the viewer holds, LEVEL_NONE for nothing. */
enum err store_dossier_known(struct ctx *, int64_t id,
	    struct dossier **out);
/* What the viewer holds on an opened dossier now. */
enum err store_dossier_level(struct ctx *, struct dossier *);
/* Gives d->id, or 0 when the number is taken. */
enum err store_dossier_add(struct ctx *, struct dossier *);
/* Writes all that may change. edited: forms made before get a conflict.
 * ERR_CONFLICT when d->version is not the row's. */
enum err store_dossier_save(struct ctx *, struct dossier *, bool edited);
/* The next number of a thing inside the dossier. */
enum err store_dossier_next(struct ctx *, struct dossier *, int64_t *out);
/* d->due: the earliest of open tasks, deadlines, promises and of field, 0 for
 * none; nothing once the row is closed. */
enum err store_dossier_due(struct ctx *, struct dossier *, int64_t field);
/* Number and title of the first open tasks that are not the plan's. */
enum err store_dossier_open_tasks(struct ctx *, const struct dossier *,
	    int limit, struct task **out);

/* A type in the hands of a team. */
struct store_dossier_scope {
	int64_t id, team;	/* id 0: there is none */
	const char *type, *team_name;
	enum level level;	/* the viewer's */
};
enum err store_dossier_scope(struct ctx *, int64_t id,
	    struct store_dossier_scope *out);
/* Adds to the counters of a scope. */
enum err store_dossier_count(struct ctx *, int64_t scope, int open, int total);

/* A value as its columns hold it. */
struct store_dossier_value {
	const char *field, *text, *key;
	int64_t no;		/* row of a group, else 0 */
	bool counted;		/* number is set */
	int64_t number;
	const char *date;	/* NULL: no date */
};
/* All of them, anew; a page that is shown reads them once. */
enum err store_dossier_values(struct ctx *, struct dossier *);
enum err store_dossier_value(struct ctx *, const struct dossier *,
	    const char *field, const char **out);	/* "" : none */
enum err store_dossier_value_put(struct ctx *, const struct dossier *,
	    const struct store_dossier_value *);
enum err store_dossier_value_drop(struct ctx *, const struct dossier *,
	    const char *field, int64_t no);

/* What any person holds on an opened dossier. */
struct store_dossier_held {
	const char *name;	/* "" : there is no such person */
	enum level level;
	enum level own;		/* of that without standing in */
	bool walled;		/* or no member: beats all */
	bool staff;		/* enabled */
};
enum err store_dossier_held(struct ctx *, const struct dossier *,
	    int64_t person, struct store_dossier_held *out);
/* Lets a member of staff in for good, and out again. Never lowers. */
enum err store_dossier_admit(struct ctx *, const struct dossier *,
	    int64_t person, enum level);
enum err store_dossier_dismiss(struct ctx *, const struct dossier *,
	    int64_t person);

#endif
