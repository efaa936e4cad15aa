/* SPDX-License-Identifier: MIT */
/* Where the points of a line stand: inside its field, in their order. */
#include <string.h>

#include "check.h"
#include "dice.h"
#include "web/chart.h"
#include "web/view.h"

static struct arena *a;

static struct request
asked(void)
{
	struct request rq = { .cx = { .arena = a, .lang = "en",
	    .zone = "UTC", .now = 1795521600 }, .view = view_new(a) };

	return rq;
}

static const struct view_value *
found(const struct view *v, const char *word)
{
	return view_find(v, word, strlen(word), view_hash(word, strlen(word)));
}

static struct chart_point *
points(int n)
{
	struct chart_point *first = NULL, **tail = &first, *p;
	int64_t at = 1700000000, size = INT64_C(1) << dice(62);

	while (n-- > 0) {
		p = arena_alloc(a, sizeof(*p));
		p->at = at += dice(3) * dice(100000000);
		p->value = (dice(2) == 0 ? 1 : -1) * (dice(1000) * (size /
		    1000 + 1));
		p->shown = "1";
		*tail = p;
		tail = &p->next;
	}
	return first;
}

static void
every_point_stands_in_the_field_in_its_order(void)
{
	const struct chart_point *p;
	const struct view *chart, *v;
	struct request rq;
	int64_t last, y, x;
	int i, n, lines;

	for (i = 0; i < 500; i++) {
		arena_reset(a);
		rq = asked();
		n = 1 + dice(12);
		p = points(n);
		chart_show(&rq, "t", p, NULL);
		chart = found(rq.view, "chart")->first;
		last = 0;
		for (v = found(chart, "points")->first; v != NULL;
		    v = view_next(v), p = p->next, n--) {
			x = found(v, "x")->number;
			y = found(v, "y")->number;
			CHECK(x >= 48 && x <= 624 && x >= last);
			CHECK(y >= 16 && y <= 204);
			last = x;
		}
		CHECK(n == 0);
		lines = 0;
		for (v = found(chart, "lines")->first; v != NULL;
		    v = view_next(v))
			lines++;
		CHECK(lines >= 2 && lines <= 7);
	}
}

static void
bands_fill_the_field_from_their_value_up(void)
{
	struct chart_band high = { .from = 10000, .label = "High" };
	struct chart_band mid = { &high, 5000, "Mid" };
	struct chart_band low = { &mid, 0, "Low" };
	struct chart_point p = { .at = 1700000000, .value = 7000,
	    .shown = "7" };
	const struct view *chart, *v;
	struct request rq = asked();
	int64_t bottom = 204;

	chart_show(&rq, "t", &p, &low);
	chart = found(rq.view, "chart")->first;
	for (v = found(chart, "bands")->first; v != NULL; v = view_next(v)) {
		CHECK(found(v, "y")->number + found(v, "height")->number ==
		    bottom);
		bottom = found(v, "y")->number;
	}
	CHECK(bottom == 16);
	v = found(chart, "points")->first;
	CHECK(found(v, "y")->number > found(found(chart, "bands")->first,
	    "height")->number);
}

static void
nothing_is_drawn_of_nothing(void)
{
	struct request rq = asked();

	chart_show(&rq, "t", NULL, NULL);
	CHECK(found(rq.view, "chart")->kind == VIEW_ABSENT);
}

int
main(void)
{
	a = arena_new();
	RUN(every_point_stands_in_the_field_in_its_order);
	RUN(bands_fill_the_field_from_their_value_up);
	RUN(nothing_is_drawn_of_nothing);
	arena_free(a);
	return DONE;
}
