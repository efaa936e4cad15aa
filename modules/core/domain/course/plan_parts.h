/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_PLAN_PARTS_H
#define DOMAIN_PLAN_PARTS_H

#include "domain/course/plan.h"

/*
 * What an item of a plan waits for, part by part as it stands now, and what
 * follows from it: the conditions of the model in the viewer's words.
 */
struct plan_part {
	struct plan_part *next;
	const char *text;	/* “Expert opinion” is done */
	const char *now;	/* the facts that it rests on, "" none */
	int64_t item;		/* that it speaks of, 0 none */
	bool held;
};
struct plan_way {		/* all parts hold; several are alternatives */
	struct plan_way *next;
	struct plan_part *parts;
};
struct plan_way *plan_parts(struct ctx *, const struct dossier *,
	    const struct plan *, const struct plan_thing *);

/* What its end, its start ... lets begin or end, by the model. */
struct plan_lead {
	struct plan_lead *next;
	const char *title;
	const char *how;	/* when it is done */
	int64_t item;		/* the latest of it, 0 none yet */
	bool ends;		/* it ends that, else it begins it */
	bool reached;		/* it is a milestone */
};
struct plan_lead *plan_parts_leads(struct ctx *, const struct plan *,
	    const struct plan_thing *);

#endif
