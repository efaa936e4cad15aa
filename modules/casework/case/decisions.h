/* SPDX-License-Identifier: MIT */
#ifndef CASEWORK_DECISIONS_H
#define CASEWORK_DECISIONS_H

#include "domain/course/decision.h"
#include "domain/course/decision_why.h"
#include "web/serve.h"

/* The box of the case's page: the list "decisions". */
enum err decisions_show(struct request *, struct dossier *);
/* Number, name, state, result, who and when of one. */
void	 decisions_show_one(struct request *, struct view *,
	    const struct dossier *, const struct decision *);

/* decision_page.c: a derivation as the list "steps", each below what used
 * it. */
void	 decision_page_steps(struct request *,
	    const struct decision_why_step *);

#endif
