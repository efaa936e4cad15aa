/* SPDX-License-Identifier: MIT */
#ifndef MODEL_WALL_H
#define MODEL_WALL_H

#include <stdbool.h>
#include <stdint.h>

/* Somebody of the staff, or a group of it, must not see a dossier, or any in
 * which a person of the register has a role. */
struct wall {
	struct wall *next;
	int64_t id;
	const char *number;	/* W-48392070, for addresses */
	int64_t staff;		/* one person; 0: whoever is in the group */
	const char *staff_number, *staff_name;
	const char *label;	/* the group's, "" none */
	int64_t dossier, party;	/* one of them; the other 0 */
	const char *dossier_number, *party_number, *party_name;
	const char *reason;
	int64_t begins, ends;	/* ends 0: when it is lifted */
	int64_t made;
	const char *maker;	/* name */
	int64_t lifted;		/* 0 not */
	const char *lifter, *remark;
};

/* What somebody still has in hand behind a wall. */
struct wall_held {
	struct wall_held *next;
	const char *person_number, *person_name;
	const char *number, *title;	/* the dossier's */
	bool leads;
	int64_t tasks;		/* open ones of theirs */
};

#endif
