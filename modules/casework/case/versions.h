/* SPDX-License-Identifier: MIT */
#ifndef CASEWORK_VERSIONS_H
#define CASEWORK_VERSIONS_H

#include "web/request.h"
#include "model/dossier.h"

/* “version 1, gains 2, loses 1”: what the newest version of its type would
 * mean for a case; "" where it cannot be moved there. */
const char *versions_sum(struct request *, struct dossier *);

#endif
