/* SPDX-License-Identifier: MIT */
#ifndef TOOL_TOOL_MAY_H
#define TOOL_TOOL_MAY_H

#include <stdbool.h>
#include <sys/types.h>

#include "base/arena.h"

/*
 * Users, and what they may do with a path: by owner, group, others and
 * POSIX access lists, folders on the way included. Root's powers count for
 * nothing here: no program runs as root.
 */
#define TOOL_MAY_GROUPS 64

enum { TOOL_MAY_RUN = 1, TOOL_MAY_WRITE = 2, TOOL_MAY_READ = 4 };

struct tool_may_user {
	const char *name;
	uid_t uid;
	gid_t groups[TOOL_MAY_GROUPS];
	int n;
};

/* Fills in a user of this machine; false when there is none. */
bool	 tool_may_user(struct tool_may_user *, const char *name);
void	 tool_may_uid(struct tool_may_user *, struct arena *, uid_t);

/* NULL when the user may do all of `what` there, else the path (a folder
 * on the way, or the last one) where it ends. */
const char *tool_may(struct arena *, const struct tool_may_user *,
	    const char *path, int what);

/* Lets a group into a folder by an access list: what it may do here, and
 * with all that comes to lie inside. False with errno when the file system
 * has no such lists. */
bool	 tool_may_share(const char *folder, gid_t, int here, int inside);

#endif
