/* SPDX-License-Identifier: MIT */
#ifndef ADMIN_CALENDARS_H
#define ADMIN_CALENDARS_H

#include "model/calendar.h"
#include "web/serve.h"

/* Its twelve months, the days edited in them, and those that the law does not
 * close: from this month on, or those of the year that the query names. */
void	 calendars_year(struct request *, const struct calendar *);
/* What was changed of it, and may be taken back. */
enum err calendars_past(struct request *, const struct calendar *);

#endif
