/* SPDX-License-Identifier: MIT */
#ifndef TEXT_ZONE_H
#define TEXT_ZONE_H

#include <stdint.h>

/* Time zones of the IANA by ICU. What was asked is remembered, so that
 * asking again is quick; it holds for every moment, far ones too. */
struct zone;

/* By its id, such as Europe/Paris. NULL: there is none of this name. Good
 * until some others have been asked for. */
struct zone *zone_find(const char *id);

/* Seconds east of UTC at a moment (UTC seconds). */
int32_t	 zone_offset(struct zone *, int64_t moment);
/* The same where the clocks on the wall show these seconds since 1970: of
 * two moments the earlier; what the clocks skip counts as before the skip. */
int32_t	 zone_offset_wall(struct zone *, int64_t wall);
/* Since when the offset of a moment has held. */
int64_t	 zone_since(struct zone *, int64_t moment);
/* Until when it holds; INT64_MAX: for ever. */
int64_t	 zone_until(struct zone *, int64_t moment);

#endif
