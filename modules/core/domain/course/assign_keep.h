/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_ASSIGN_KEEP_H
#define DOMAIN_ASSIGN_KEEP_H

#include "domain/course/assign.h"
#include "domain/spine/event.h"

/* What the files of assign.h share. */

/* Scores those that nothing speaks against; what the table leaves out has
 * why_not "table". Keeps inputs and derivation of each in these arrays. */
struct assign_kept {
	const char *inputs, *derivation;
};
enum err assign_table(struct ctx *, struct dossier *,
	    const struct type_decision *, struct assign_candidate *,
	    struct assign_kept *);

/* Candidates as they are kept. */
const char *assign_keep_json(struct ctx *, const struct assign_candidate *);
struct assign_candidate *assign_keep_read(struct ctx *, const char *json);
/* What the event of it tells. */
void	 assign_keep_facts(struct event_body *, const struct assign *);

#endif
