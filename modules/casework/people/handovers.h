/* SPDX-License-Identifier: MIT */
#ifndef CASEWORK_HANDOVERS_H
#define CASEWORK_HANDOVERS_H

#include "web/request.h"
#include "model/handover.h"

/* One handover into a view. */
void	 handovers_show_one(struct request *, struct view *,
	    const struct handover *);
/* How many wait for the viewer, as "handovers", for My work. */
enum err handovers_waiting(struct request *);

#endif
