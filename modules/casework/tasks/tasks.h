/* SPDX-License-Identifier: MIT */
#ifndef CASEWORK_TASKS_H
#define CASEWORK_TASKS_H

#include "web/request.h"
#include "model/dossier.h"

/* The form of a task, for a new one and for one that is changed. */
extern const char *const tasks_priorities[];	/* from PRIORITY_LOW up */

#define TASKS_FIELDS							\
	{ "title", FIELD_TEXT, .min = 1, .max = 200 },			\
	{ "instructions", FIELD_LINES, .max = 8000 },			\
	{ "owner", FIELD_TEXT, .max = 20 },				\
	{ "team", FIELD_TEXT, .max = 200 },				\
	{ "priority", FIELD_CHOICE, .min = 1, .choices = tasks_priorities }, \
	{ "due", FIELD_DATE }

struct task_new;

/* The task of the address, at the level that the page asks for. */
enum err tasks_open(struct request *, struct dossier **, struct task **);

/* The lists "priorities", "staff" and "teams". */
enum err tasks_choices(struct request *);
enum priority tasks_priority(struct request *);
/* ERR_INVALID beside the owner or the team. */
enum err tasks_typed(struct request *, struct task_new *out);

#endif
