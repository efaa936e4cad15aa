/* SPDX-License-Identifier: MIT */
#ifndef MEDICAL_TEAM_H
#define MEDICAL_TEAM_H

#include "model/dossier.h"
#include "web/form.h"
#include "web/request.h"

extern const struct field team_page_form[], team_form[], team_end_form[];
enum err get_team(struct request *);
enum err post_team_add(struct request *);
enum err get_team_end(struct request *);
enum err post_team_end(struct request *);

/* Who cares for the patient, as the list "team"; all: the patient and who
 * asked as well, and those whose role has ended as "former". */
void	 team_show(struct request *, const struct dossier *, bool all);

#endif
