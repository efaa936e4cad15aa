/* SPDX-License-Identifier: MIT */
#ifndef CASEWORK_GOALS_H
#define CASEWORK_GOALS_H

#include "web/request.h"
#include "model/dossier.h"
#include "model/goal.h"

/* One goal into a view, with its progress in words and its steps. */
void	 goals_show_one(struct request *, struct view *, const struct goal *);
/* Those of the dossier page, as the list "goals": open or reached. */
enum err goals_show(struct request *, const struct dossier *);
/* The goal of the address, at the level that the page asks for. */
enum err goals_open(struct request *, struct dossier **, struct goal **);
const char *goals_measure_word(enum goal_measure);

#endif
