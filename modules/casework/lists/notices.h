/* SPDX-License-Identifier: MIT */
#ifndef CASEWORK_NOTICES_H
#define CASEWORK_NOTICES_H

#include "model/notice.h"
#include "web/serve.h"

/* A row of the list "notices", for casework/notice-rows.html. */
void	 notices_show(struct request *, const struct notice *);

#endif
