/* SPDX-License-Identifier: MIT */
#ifndef CASEWORK_ASSIGNING_H
#define CASEWORK_ASSIGNING_H

#include "web/request.h"
#include "model/dossier.h"

/* Why a person has the task with this number, or leads (0), by rule: "rule"
 * with number and reason, absent where it was somebody's choice. */
enum err assigning_show(struct request *, struct view *,
	    const struct dossier *, int64_t task, int64_t person);

#endif
