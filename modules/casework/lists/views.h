/* SPDX-License-Identifier: MIT */
#ifndef CASEWORK_VIEWS_H
#define CASEWORK_VIEWS_H

#include "web/request.h"

/* The tabs above a list, the view that is open, and where the present list
 * is kept as one. */
enum err views_show(struct request *);

#endif
