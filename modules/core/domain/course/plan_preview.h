/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_PLAN_PREVIEW_H
#define DOMAIN_PLAN_PREVIEW_H

#include "domain/course/plan.h"

/*
 * What moving the dossier to a phase would do to its plan: tried on a copy,
 * and told in sentences without their stop. Nothing is written.
 */
struct plan_effect {
	struct plan_effect *next;
	const char *text;	/* 2 tasks stay open in Assessment */
};
struct plan_preview {
	struct plan_preview *next;
	const char *phase;	/* code, of all but the present one */
	struct plan_effect *effects;
	const char *refused;	/* why it cannot be done, "" it can */
};
/* Of a loaded dossier. NULL: it has no plan. */
enum err plan_preview(struct ctx *, struct dossier *,
	    struct plan_preview **out);

#endif
