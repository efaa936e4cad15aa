/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_ACCESS_ROLES_H
#define DOMAIN_ACCESS_ROLES_H

#include <stdbool.h>

#include "base/ctx.h"
#include "store/store_access.h"

/* What groups of dossier.conf give, for access.c to turn into scopes. */

/* The roles that dossier.conf gives for the sign-in name and the groups,
 * sorted by label. groups NULL: the directory has the person no more. */
enum err access_roles_wanted(struct ctx *, const char *login,
	    const char *const *groups, struct store_access_role **out);
bool	 access_roles_same(const struct store_access_role *,
	    const struct store_access_role *);
/* "front-desk (clerk), auditors (auditor)" for the log. */
const char *access_roles_text(struct ctx *, const struct store_access_role *);

/* Is the type one of "complaint permit", or are the words "*"? */
bool	 access_roles_name_type(const char *types, const char *code);

/* Types and teams that are there. */
struct access_land {
	const char **types;
	int64_t *teams;
	size_t ntypes, nteams;
};
enum err access_roles_survey(struct ctx *, struct access_land *);
/* RIGHT_* that come with what somebody holds on scopes, by the views of their
 * types. */
enum err access_roles_views(struct ctx *, int64_t person, unsigned int *out);
/* Rewrites viewer_scope when it is not what the roles give. */
enum err access_roles_spread(struct ctx *, const struct access_land *,
	    int64_t person, const struct store_access_role *, bool *changed);

#endif
