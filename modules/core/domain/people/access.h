/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_ACCESS_H
#define DOMAIN_ACCESS_H

#include "base/ctx.h"
#include "base/config.h"
#include "model/casetype.h"
#include "model/dossier.h"

/*
 * Who may do what. Rights are rows: roles and scopes of a person follow
 * from the directory's groups by the [group] table of dossier.conf, grants
 * on one dossier from invitations and leads. Whatever changes them rewrites
 * the viewer_* rows in the same transaction.
 */
unsigned int access_role_rights(const char *role);	/* RIGHT_* bits */

/* Applies the groups (cn or DN, NULL-terminated) that the directory named
 * for a member of staff, and the administrators of dossier.conf; NULL for
 * somebody whom the directory has no more. Adds events to the topic
 * "rights" when something changed. */
enum err access_apply(struct ctx *, int64_t person,
	    const char *const *groups);
/* Gives every role its scopes anew: after a case type or a team is new. */
enum err access_spread(struct ctx *);
/* Reads rights, roles, language and zone of the session's person into cx. */
enum err access_enter(struct ctx *, int64_t person);

/* A person gets a level on one dossier until a moment (0: for good). */
enum err access_grant(struct ctx *, struct dossier *, int64_t person,
	    enum level, int64_t until, const char *why);
enum err access_revoke(struct ctx *, struct dossier *, int64_t person,
	    const char *why);
/* Who holds a grant on the dossier, running out or not; needs LEVEL_MANAGE. */
struct access_holder {
	struct access_holder *next;
	int64_t person;
	const char *number, *name;	/* the person's */
	enum level level;
	int64_t until;		/* 0: for good */
	const char *for_whom;	/* name of whom they stand in for, or "" */
	enum level own;		/* what they hold without that */
};
enum err access_grants(struct ctx *, const struct dossier *,
	    struct access_holder **out);
/* Restricted: only grants count. Needs LEVEL_MANAGE; the actor keeps one. */
enum err access_restrict(struct ctx *, struct dossier *, bool restricted,
	    const char *why);

/* What the viewer holds: for forms that let choose. */
struct scope_choice {
	struct scope_choice *next;
	int64_t scope;
	const char *type;	/* code */
	const char *team, *team_code;
	enum level level;
};
enum err access_scopes(struct ctx *, enum level at_least,
	    struct scope_choice **out);
/* Every type in the hands of every team, to hand a dossier to; sorted by
 * type and team. */
struct access_place {
	struct access_place *next;
	int64_t scope;
	const struct casetype *type;
	const char *team, *team_code;
	const char *code;	/* how forms name it: complaint/north */
};
enum err access_places(struct ctx *, struct access_place **out);

/* Roles and group labels of a person, for "Who am I". */
struct access_role {
	struct access_role *next;
	const char *role, *label, *types, *team;
	enum level level;
};
enum err access_roles(struct ctx *, int64_t person,
	    struct access_role **out);

#endif
