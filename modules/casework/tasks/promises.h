/* SPDX-License-Identifier: MIT */
#ifndef CASEWORK_PROMISES_H
#define CASEWORK_PROMISES_H

#include "web/request.h"
#include "model/dossier.h"

/* Those of the dossier page, as the list "promises": open, or broken not long
 * ago; and whether there are others. */
enum err promises_show(struct request *, const struct dossier *);
/* Those that the viewer has to keep: as "promised", and "count_promised". */
enum err promises_waiting(struct request *, int limit);

#endif
