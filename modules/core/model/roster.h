/* SPDX-License-Identifier: MIT */
#ifndef MODEL_ROSTER_H
#define MODEL_ROSTER_H

#include <stdbool.h>
#include <stdint.h>

#include "model/right.h"

/* What administrators see: accounts, sessions, rights; never a dossier. */

struct roster_member {
	struct roster_member *next;
	int64_t person;
	const char *number, *name, *login, *dn;
	const char *labels;	/* of dossier.conf that give roles, by comma */
	bool enabled;
	unsigned int rights;
	int64_t checked, seen;	/* the directory's answer, last sign-in */
	int64_t sessions;	/* that are not over */
};

struct roster_session {
	struct roster_session *next;
	const char *number, *name, *login;	/* the person's */
	int64_t created, used;
};

struct roster_holder {
	struct roster_holder *next;
	int64_t person;
	const char *number, *name;
	enum level level;
	const char *labels;	/* through which it may come */
};

struct roster_scope {
	struct roster_scope *next;
	const char *type, *team, *team_code;
	int64_t at[LEVEL_MANAGE + 1];	/* how many hold this level */
};

struct roster_label {
	struct roster_label *next;
	const char *label;
	int64_t people;
};

struct roster_state {
	int64_t staff, enabled, of_directory;
	int64_t without_role;	/* enabled, and nothing to do here */
	int64_t sessions;
	int64_t oldest, newest;	/* when the directory last answered */
	int64_t last_event;	/* recorded, of any kind */
};

#endif
