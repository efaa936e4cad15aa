/* SPDX-License-Identifier: MIT */
#ifndef WEB_CHART_H
#define WEB_CHART_H

#include "web/request.h"

/*
 * Values over time as a line, for shared/chart-line.html: a part of the view
 * that says where everything stands, in units of its drawing. Bands are named
 * spans of values, one on top of the other. What it shows must stand in a
 * table beside it, too: the drawing is one picture to who hears the page.
 */
struct chart_point {
	struct chart_point *next;
	int64_t at;		/* moment, UTC seconds; in ascending order */
	int64_t value;		/* in thousandths */
	const char *shown;	/* the value as people write it */
};
struct chart_band {
	struct chart_band *next;	/* the next higher one */
	int64_t from;		/* in thousandths */
	const char *label;
};

/* The part "chart"; none where there is no point. title: what is drawn. */
void	 chart_show(struct request *, const char *title,
	    const struct chart_point *, const struct chart_band *);

#endif
