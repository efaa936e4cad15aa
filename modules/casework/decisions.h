/* SPDX-License-Identifier: MIT */
#ifndef CASEWORK_DECISIONS_H
#define CASEWORK_DECISIONS_H

#include "domain/decision.h"
#include "web/serve.h"

/* The box of the case's page: the list "decisions". */
enum err decisions_show(struct request *, struct dossier *);
/* Number, name, state, result, who and when of one. */
void	 decisions_show_one(struct request *, struct view *,
	    const struct dossier *, const struct decision *);

#endif
