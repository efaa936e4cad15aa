/* SPDX-License-Identifier: MIT */
/* When an appointment takes place. */
#include "domain/desk/appointment.h"

#include "base/day.h"
#include "rules/time/ical.h"
#include "text/zone.h"

int64_t
appointment_when_moment(const char *zone, int64_t day, int64_t minute)
{
	struct zone *z = zone_find(zone);
	int64_t wall = day * DAY + minute * 60;

	return z == NULL ? wall : wall - zone_offset_wall(z, wall);
}

static int64_t
begin_of(const struct appointment *a, int64_t day)
{
	return appointment_when_moment(a->zone, day, a->minute < 0 ? 0 :
	    a->minute);
}

/* As the clocks count: 9 to 10 ends at 10, also when they change. */
static int64_t
end_of(const struct appointment *a, int64_t day)
{
	return appointment_when_moment(a->zone, day, (a->minute < 0 ? 0 :
	    a->minute) + a->length);
}

void
appointment_when_span(struct appointment *a)
{
	const struct appointment_except *x;
	int64_t last = a->day;
	bool ends = a->repeats[0] == '\0' || ical_last(a->repeats, a->day,
	    &last);

	a->begins = begin_of(a, a->day);
	a->ends = ends ? end_of(a, last) : APPOINTMENT_FOR_EVER;
	for (x = a->excepts; x != NULL; x = x->next) {
		if (x->begins != 0 && x->begins < a->begins)
			a->begins = x->begins;
		if (x->ends > a->ends)
			a->ends = x->ends;
	}
}

static const struct appointment_except *
except_of(const struct appointment *a, int64_t day)
{
	const struct appointment_except *x = a->excepts;

	while (x != NULL && x->day != day)
		x = x->next;
	return x;
}

/* Puts one in its place in the list, where it reaches into the span. */
static void
put(struct ctx *cx, struct appointment_time **list,
    struct appointment_time one, int64_t from, int64_t until)
{
	struct appointment_time *t;

	if (one.begins >= until || one.ends < from ||
	    (one.ends == from && one.begins < one.ends))
		return;
	while (*list != NULL && (*list)->begins <= one.begins)
		list = &(*list)->next;
	t = arena_alloc(cx->arena, sizeof(*t));
	*t = one;
	t->next = *list;
	*list = t;
}

struct appointment_time *
appointment_when(struct ctx *cx, const struct appointment *a, int64_t from,
    int64_t until)
{
	int64_t days[APPOINTMENT_TIMES], around = a->length / 1440 + 3;
	struct appointment_time *list = NULL;
	const struct appointment_except *x;
	size_t i, n = 1;

	days[0] = a->day;
	if (a->repeats[0] != '\0')
		n = ical_days(a->repeats, a->day, from / DAY - around,
		    until / DAY + 3, days, APPOINTMENT_TIMES);
	for (i = 0; i < n; i++)
		if (except_of(a, days[i]) == NULL)
			put(cx, &list, (struct appointment_time){
			    .day = days[i], .begins = begin_of(a, days[i]),
			    .ends = end_of(a, days[i]) }, from, until);
	for (x = a->excepts; x != NULL; x = x->next)
		if (x->begins != 0)
			put(cx, &list, (struct appointment_time){
			    .day = x->day, .begins = x->begins,
			    .ends = x->ends, .moved = true }, from, until);
	return list;
}
