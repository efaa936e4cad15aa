/* SPDX-License-Identifier: MIT */
#ifndef MODEL_TASK_H
#define MODEL_TASK_H

#include <stdbool.h>
#include <stdint.h>

/* What is to be done on a dossier. */
enum priority { PRIORITY_LOW = 1, PRIORITY_NORMAL, PRIORITY_HIGH };

struct task {
	struct task *next;
	int64_t id, no;
	const char *title, *instructions, *result;
	const char *shown, *shown_help;	/* title and instructions, in the
					 * reader's language where the plan
					 * made it */
	int64_t item;		/* of the plan, 0 none */
	const char *used;	/* its id in the model, "" none, free */
	const char *ended;	/* by the plan: suspended terminated, "" no */
	int64_t type_id;	/* row of the dossier's type */
	bool required;		/* the plan wants it before closing */
	bool approval;		/* it is done by one, not by whoever has it */
	const char *stage_used, *stage;	/* that its item stands in: its id in
					 * the model, and what people call
					 * it; "" none */
	int64_t dossier;	/* row of it */
	int risk;		/* of the dossier, as there */
	int64_t owner;		/* person, 0 when the team's */
	int64_t for_whom;	/* the owner, while the viewer stands in */
	const char *owner_name;
	int64_t team;		/* 0 when a person's alone */
	const char *team_name;
	int64_t delegator;	/* who handed it on and gets it back, or 0 */
	const char *delegator_name;
	enum priority priority;
	int64_t due, created, done;
	const char *done_by;
	int64_t version;
	const char *dossier_number, *dossier_title;	/* in lists of tasks */
	int64_t compartment;	/* 0 none: whoever may see the dossier */
	const char *compartment_name;
	bool held;		/* privileged and not released: it must not
				 * leave the house */
};

#endif
