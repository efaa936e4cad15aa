/* SPDX-License-Identifier: MIT */
#ifndef MODEL_CLEARANCE_H
#define MODEL_CLEARANCE_H

#include <stdbool.h>
#include <stdint.h>

/* A conflict check as it was kept. */

/* Where a name was found, as it was then. */
struct clearance_hit {
	struct clearance_hit *next;
	int64_t no, name;	/* name: no of it */
	const char *how;	/* same order alike part */
	const char *found;	/* the name there */
	const char *known;	/* the other name that was met, "" none */
	int64_t person;		/* of the register; 0: a docket names it */
	const char *person_number;	/* "" */
	int64_t dossier;	/* row */
	const char *number, *title;	/* of the dossier */
	const char *role;	/* code, or the court's word */
	bool former, closed;
	int64_t type_id;	/* of the dossier now */
	const char *lead;	/* who leads it now, a name */
};

struct clearance_name {
	struct clearance_name *next;
	int64_t no;
	const char *name;
	bool more;		/* than is kept */
	bool hidden;		/* there is something that is not shown */
	struct clearance_hit *hits;	/* that the viewer may see */
};

struct clearance {
	struct clearance *next;
	int64_t id;
	const char *number;	/* K-48392070 */
	int64_t dossier;	/* row, 0 none */
	const char *dossier_number, *dossier_title;	/* "" */
	const char *purpose;
	int64_t made, maker;	/* maker 0: by itself */
	const char *maker_name;
	const char *salt, *sha256;
	const char *state;	/* open clear waived conflict */
	const char *reason;
	int64_t decided;	/* 0 not */
	const char *decider;
	int64_t asked, asker;	/* 0 not */
	const char *asker_name;
	const char *answer;	/* free wall conflict, "" none yet */
	int64_t answered;
	const char *officer;	/* who answered, a name */
	const char *remark;	/* for officers alone */
	bool hidden;		/* of any name */
	struct clearance_name *names;
};

#endif
