/* SPDX-License-Identifier: MIT */
#ifndef BENCH_STORE_MATTER_H
#define BENCH_STORE_MATTER_H

#include "chain.h"
#include "make.h"
#include "store/store_plan.h"

/* One dossier, before any row of it is written. */
#define MATTER_TASKS 4
#define MATTER_DOCUMENTS 2

/* Things inside a dossier are counted alike: who is which number. */
enum { NO_NOTE = 1, NO_REQUESTER, NO_LEAD, NO_THIRD, NO_TASK,
    NO_DOCUMENT = NO_TASK + MATTER_TASKS,
    NO_LAST_NOTE = NO_DOCUMENT + MATTER_DOCUMENTS, NO_DEADLINE, NO_PROMISE,
    NO_CAREPLAN, NO_SERVICE };
/* What of it is in a compartment, where anything is. */
#define MATTER_PART_TASK 2	/* of an open one */
#define MATTER_PART_DOCUMENT 0


struct matter {
	int64_t id, scope, team, tongue;
	const struct casetype *type;
	const char *number, *title, *text, *last_note, *team_name;
	const char *status, *phase, *verdict, *outcome;
	int64_t received, step, closed, due, touched;
	int64_t lead, requester, third;		/* rows of person; 0 none */
	const char *lead_name, *lead_number;
	const struct make_person *customer, *other;
	int64_t quiet;			/* silent from then on */
	int64_t compartment, part;	/* its own, that of its parts; 0 none */
	bool restricted, is_closed, tray, granted;
	const char *values;			/* what finds it of fields */
	const char *task[MATTER_TASKS], *document[MATTER_DOCUMENTS];
	int64_t task_due[MATTER_TASKS], task_done[MATTER_TASKS];
	int64_t task_owner[MATTER_TASKS];
	const struct store_plan_item *task_item[MATTER_TASKS];	/* or NULL */
	struct store_plan_item *plan;
};

/* Decides all of the i-th. */
void	 matter_what(struct make *, struct matter *, int64_t i);
/* Writes its events. */
void	 matter_log(struct make *, struct chain *, const struct matter *);
/* The rows of its plan as they are in its phase, and its tasks in them; into
 * the store; and as the event with which it began. */
void	 plan_lay(struct make *, struct matter *);
void	 plan_rows(struct load *, const struct matter *);
void	 plan_log(struct make *, struct chain *, const struct matter *);
/* When open work is due: around now, a quarter is late. */
int64_t	 matter_due(struct make *);
/* A civil date, in UTC. */
const char *matter_day(struct arena *, int64_t moment);

#endif
