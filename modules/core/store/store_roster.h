/* SPDX-License-Identifier: MIT */
#ifndef STORE_ROSTER_H
#define STORE_ROSTER_H

#include "base/ctx.h"
#include "model/roster.h"

/* Accounts, sessions and rights as an administrator sees them: no row of a
 * dossier is read here. */

/* By name, behind the person "after" (0: from the beginning); whose name or
 * sign-in name begins with the folded text, "" all. live: of sessions. */
enum err store_roster_list(struct ctx *, const char *text, int64_t after,
	    int limit, int64_t live_used, int64_t live_created,
	    struct roster_member **out);
enum err store_roster_get(struct ctx *, const char *number,
	    int64_t live_used, int64_t live_created,
	    struct roster_member **out);	/* NULL: no such account */
enum err store_roster_sessions(struct ctx *, int64_t live_used,
	    int64_t live_created, int limit, struct roster_session **out);
/* Who holds what on the scopes of a type and team, the highest first. */
enum err store_roster_holders(struct ctx *, const char *type,
	    const char *team_code, int limit, struct roster_holder **out);
/* How many hold each level, of every scope. */
enum err store_roster_scopes(struct ctx *, struct roster_scope **out);
/* How many hold each role by the label of dossier.conf that gave it. */
enum err store_roster_labels(struct ctx *, struct roster_label **out);
enum err store_roster_state(struct ctx *, int64_t live_used,
	    int64_t live_created, struct roster_state *out);

#endif
