/* SPDX-License-Identifier: MIT */
#ifndef STORE_ACCESS_H
#define STORE_ACCESS_H

#include "base/ctx.h"
#include "model/right.h"

/* Rows of rights: what roles give, scopes, grants. */

struct store_access_staff {
	int64_t person;		/* 0: no such member of staff */
	const char *number, *name, *login, *language, *zone;
	bool enabled;
	unsigned int rights;
	bool shortcuts;
	bool stands_in;		/* for somebody who is away now */
};
enum err store_access_staff(struct ctx *, int64_t person,
	    struct store_access_staff *out);
enum err store_access_everybody(struct ctx *, int64_t **out, size_t *n);
enum err store_access_rights(struct ctx *, int64_t person,
	    unsigned int rights);

/* A row of staff_role. */
struct store_access_role {
	struct store_access_role *next;
	const char *label, *role, *types;
	int64_t team;		/* 0 none, -1 every team */
	const char *team_name;
	enum level level;
};
enum err store_access_roles(struct ctx *, int64_t person,
	    struct store_access_role **out);
enum err store_access_set_roles(struct ctx *, int64_t person,
	    const struct store_access_role *);

/* The team of a name, made when it is new. */
enum err store_access_team(struct ctx *, const char *name, const char *code,
	    int64_t *out);
/* The scope of a type and a team, made when it is new. */
enum err store_access_scope(struct ctx *, const char *type, int64_t team,
	    int64_t *out);
/* The one in the hands of this team, else of any; 0 none. */
enum err store_access_scope_any(struct ctx *, const char *type, int64_t team,
	    int64_t *out);
enum err store_access_types(struct ctx *, const char ***out, size_t *n);
enum err store_access_teams(struct ctx *, int64_t **out, size_t *n);

/* What a viewer holds on whole scopes, by scope. */
struct store_access_hold {
	struct store_access_hold *next;
	int64_t scope;
	const char *type, *team, *team_code;	/* when read */
	enum level level;
};
enum err store_access_holds(struct ctx *, int64_t viewer,
	    struct store_access_hold **out);
enum err store_access_set_holds(struct ctx *, int64_t viewer,
	    const struct store_access_hold *);
/* Every scope, by type and team name. */
enum err store_access_all(struct ctx *, struct store_access_hold **out);

/* Grants on one dossier that was opened. */
struct store_access_grant {
	struct store_access_grant *next;
	int64_t person;
	const char *number, *name;
	enum level level;
	int64_t until;		/* 0: for good */
	const char *for_whom;	/* name of whom they stand in for, or "" */
	enum level own;		/* then what they hold themselves */
};
enum err store_access_grants(struct ctx *, int64_t dossier,
	    struct store_access_grant **out);
enum err store_access_put_grant(struct ctx *, int64_t dossier,
	    const struct store_access_grant *);
enum err store_access_drop_grant(struct ctx *, int64_t dossier,
	    int64_t person);
enum err store_access_walled(struct ctx *, int64_t dossier, int64_t person,
	    bool *out);
enum err store_access_restrict(struct ctx *, int64_t dossier,
	    bool restricted);

#endif
