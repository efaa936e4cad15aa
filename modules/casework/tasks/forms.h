/* SPDX-License-Identifier: MIT */
#ifndef CASEWORK_FORMS_H
#define CASEWORK_FORMS_H

#include "domain/course/filled.h"
#include "web/request.h"

/* Those of the dossier page: "forms", those that can be begun as "unfilled",
 * and the flag "has_forms". */
enum err forms_show(struct request *, const struct dossier *);
/* What a task of the plan is done by, as "by_form"; *waits: it is not done
 * yet, so the task cannot be. */
enum err forms_show_task(struct request *, const struct dossier *,
	    const struct task *, bool *waits);
/* 12, or 12.5: no more decimals than it has. */
const char *forms_score(struct request *, int64_t score);
/* Title, state, score, who and when. */
void	 forms_show_one(struct request *, struct view *, const struct dossier *,
	    const struct filled *);
/* What was completed with a score more than once, as the list "trends". */
void	 form_trend_show(struct request *, const struct dossier *,
	    const struct filled *);
/* What was kept, as the list "editions". */
void	 forms_show_editions(struct request *, const struct filled_edition *);
/* The form of the address on a dossier that is loaded and shown. */
enum err forms_open(struct request *, struct dossier **, struct filled **);

#endif
