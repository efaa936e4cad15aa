/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_ROSTER_H
#define DOMAIN_ROSTER_H

#include "base/ctx.h"
#include "model/roster.h"

/*
 * What administrators see: accounts, sessions, and who holds which rights
 * by which group. No dossier is read; the routes ask for RIGHT_ADMIN.
 */
#define ROSTER_PAGE 50
#define ROSTER_MANY 500		/* at most, of lists without pages */

/* By name; text is typed, "" all; after: a person's number, "" the first
 * page. One more than a page, when there is a next one. */
enum err roster_list(struct ctx *, const char *text, const char *after,
	    struct roster_member **out);
enum err roster_get(struct ctx *, const char *number,
	    struct roster_member **out);	/* ERR_MISSING */
enum err roster_sessions(struct ctx *, struct roster_session **out);
enum err roster_holders(struct ctx *, const char *type, const char *team,
	    struct roster_holder **out);
enum err roster_scopes(struct ctx *, struct roster_scope **out);
enum err roster_labels(struct ctx *, struct roster_label **out);
enum err roster_state(struct ctx *, struct roster_state *out);

/* What one member holds, by type and team. */
struct roster_hold {
	struct roster_hold *next;
	const char *type, *team, *team_code;
	enum level level;
};
enum err roster_holds(struct ctx *, int64_t person, struct roster_hold **out);

/* Ends every session of a member; the topic "rights" remembers who did. */
enum err roster_sign_out(struct ctx *, const struct roster_member *,
	    const char *why);

#endif
