/* SPDX-License-Identifier: MIT */
#ifndef RULES_FEEL_TEMPORAL_SCAN_H
#define RULES_FEEL_TEMPORAL_SCAN_H

#include "rules/feel/feel_value.h"

/*
 * The lexical forms of XML Schema as 10.3.4.1 narrows them. Each function
 * reads its part at *s and goes past it; false: it does not stand there, or
 * says what does not exist.
 */
struct feel_temporal_scan {
	const char *s, *end;
};

bool	 feel_temporal_scan_char(struct feel_temporal_scan *, char);
/* -?YYYY-MM-DD, years of four to nine digits. */
bool	 feel_temporal_scan_date(struct feel_temporal_scan *,
	    struct feel_date *out);
/* hh:mm:ss and a fraction, without what follows it; the day may end with
 * 24:00:00, which is second 86,400. */
bool	 feel_temporal_scan_clock(struct feel_temporal_scan *, int32_t *second,
	    int32_t *nano);
/* Z, +hh:mm, +hh:mm:ss, @Europe/Paris, or nothing: NULL. */
bool	 feel_temporal_scan_zone(struct feel_temporal_scan *, struct arena *,
	    const struct feel_zone **out);
/* PnYnM or PnDTnHnMnS. */
bool	 feel_temporal_scan_duration(struct feel_temporal_scan *,
	    struct feel_value *out);

#endif
