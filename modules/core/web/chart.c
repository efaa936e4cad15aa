/* SPDX-License-Identifier: MIT */
#include "web/chart.h"

#include "base/buf.h"
#include "text/number.h"
#include "web/view.h"

/* The drawing of 640 by 240, and in it the field where the line runs. */
#define LEFT 48
#define RIGHT 624
#define RIGHT_OF_BANDS 500	/* their names stand beside it */
#define TOP 16
#define BOTTOM 204
#define APART 112		/* days that are written along it, at least */
#define BAND_APART 14		/* names of bands, one above the other */
#define MOST INT64_C(1000000000000000)
#define LINES 6			/* across it, at most */

struct field_of {		/* what lies where */
	int64_t low, high, step;	/* values, in thousandths */
	int64_t first, last;		/* moments */
	int right;
};

static int
across(const struct field_of *f, int64_t at)
{
	if (f->last == f->first)
		return (LEFT + f->right) / 2;
	return LEFT + (int)((double)(at - f->first) * (f->right - LEFT) /
	    (double)(f->last - f->first));
}

/* What is beyond all sense stands at the rim. */
static int64_t
drawn(int64_t value)
{
	return value > MOST ? MOST : value < -MOST ? -MOST : value;
}

static int
up(const struct field_of *f, int64_t value)
{
	return BOTTOM - (int)((double)(drawn(value) - f->low) *
	    (BOTTOM - TOP) / (double)(f->high - f->low));
}

static int64_t
floor_to(int64_t n, int64_t step)
{
	int64_t down = n / step * step;

	return down > n ? down - step : down;
}

/* Lines at 1, 2 or 5 of some power of ten, from one below all values to one
 * above them. */
static void
scale(struct field_of *f)
{
	static const int64_t parts[] = { 2, 5, 10 };
	int64_t ten = 1, low = f->low, high = f->high;
	size_t i = 0;

	for (f->step = 1;; f->step = ten * parts[i++]) {
		if (i == 3) {
			i = 0;
			ten *= 10;
		}
		f->low = floor_to(low, f->step);
		f->high = floor_to(high, f->step) + f->step;
		if ((f->high - f->low) / f->step <= LINES)
			return;
	}
}

static void
measure(struct field_of *f, const struct chart_point *p,
    const struct chart_band *bands)
{
	const struct chart_band *b;

	f->first = p->at;
	f->low = 0;
	f->high = drawn(p->value);
	for (; p != NULL; p = p->next) {
		f->last = p->at;
		if (drawn(p->value) < f->low)
			f->low = drawn(p->value);
		if (drawn(p->value) > f->high)
			f->high = drawn(p->value);
	}
	for (b = bands; b != NULL; b = b->next)
		if (drawn(b->from) > f->high)
			f->high = drawn(b->from);
	f->right = bands == NULL ? RIGHT : RIGHT_OF_BANDS;
	scale(f);
}

static void
show_lines(struct request *rq, struct view *v, const struct field_of *f)
{
	struct view *l;
	int64_t n;
	int decimals = f->step % 1000 == 0 ? 0 : 3;

	for (n = f->low; n <= f->high; n += f->step) {
		l = view_item(v, "lines");
		view_int(l, "y", up(f, n));
		view_int(l, "under", up(f, n) + 4);
		view_text(l, "label", number_text(rq->cx.arena, rq->cx.lang,
		    decimals == 0 ? n / 1000 : n, decimals));
	}
}

static void
show_bands(struct view *v, const struct field_of *f,
    const struct chart_band *b)
{
	struct view *s;
	int top, bottom, said = BOTTOM + BAND_APART;
	bool even = false;

	for (; b != NULL; b = b->next, even = !even) {
		bottom = up(f, b->from < f->low ? f->low : b->from);
		top = b->next == NULL ? TOP : up(f, b->next->from);
		s = view_item(v, "bands");
		view_int(s, "y", top);
		view_int(s, "height", bottom - top);
		view_flag(s, "even", even);
		if (said - (top + bottom) / 2 < BAND_APART)
			continue;	/* too thin to be named there */
		said = (top + bottom) / 2;
		view_int(s, "middle", said + 4);
		view_text(s, "label", b->label);
	}
}

static void
show_points(struct request *rq, struct view *v, const struct field_of *f,
    const struct chart_point *p)
{
	struct buf line = { 0 };
	struct view *s;
	int x, said = LEFT - APART;

	for (; p != NULL; p = p->next) {
		x = across(f, p->at);
		buf_printf(&line, "%d,%d ", x, up(f, p->value));
		s = view_item(v, "points");
		view_int(s, "x", x);
		view_int(s, "y", up(f, p->value));
		view_int(s, "above", up(f, p->value) - 9);
		view_text(s, "shown", p->shown);
		if (x - said < APART)
			continue;
		said = x;
		view_moment(s, "at", p->at);
	}
	view_text(v, "line", arena_textn(rq->cx.arena, line.data, line.len));
	buf_free(&line);
}

void
chart_show(struct request *rq, const char *title, const struct chart_point *p,
    const struct chart_band *bands)
{
	struct field_of f;
	struct view *v;

	if (p == NULL)
		return;
	measure(&f, p, bands);
	v = view_part(rq->view, "chart");
	view_text(v, "title", title);
	view_int(v, "left", LEFT);
	view_int(v, "right", f.right);
	view_int(v, "wide", f.right - LEFT);
	view_int(v, "beside", f.right + 8);
	show_lines(rq, v, &f);
	show_bands(v, &f, bands);
	show_points(rq, v, &f, p);
}
