/* SPDX-License-Identifier: MIT */
/* Writes calendars, by libical. */
#include "rules/time/ical_out.h"

#include <libical/ical.h>
#include <string.h>

#include "base/day.h"
#include "text/date.h"
#include "text/zone.h"

#define YEARS 12	/* of a zone's changes */

static struct icaltimetype
date_of(int64_t day)
{
	struct icaltimetype t = { .is_date = 1 };

	date_of_days(day, &t.year, &t.month, &t.day);
	return t;
}

/* What clocks show: so many seconds since 1970 on the wall. */
static struct icaltimetype
wall_of(int64_t wall)
{
	int64_t day = (wall >= 0 ? wall : wall - DAY + 1) / DAY;
	int64_t s = wall - day * DAY;
	struct icaltimetype t = date_of(day);

	t.is_date = 0;
	t.hour = (int)(s / 3600);
	t.minute = (int)(s / 60 % 60);
	t.second = (int)(s % 60);
	return t;
}

static struct icaltimetype
moment_of(int64_t moment)
{
	struct icaltimetype t = wall_of(moment);

	t.zone = icaltimezone_get_utc_timezone();
	return t;
}

/* Says by which zone a time is told. */
static icalproperty *
in_zone(icalproperty *p, const char *zone)
{
	icalproperty_add_parameter(p, icalparameter_new_tzid(zone));
	return p;
}

static void
add_change(icalcomponent *zone, icalcomponent_kind kind, int64_t wall,
    int32_t before, int32_t after)
{
	icalcomponent *c = icalcomponent_new(kind);

	icalcomponent_add_property(c, icalproperty_new_dtstart(wall_of(
	    wall)));
	icalcomponent_add_property(c, icalproperty_new_tzoffsetfrom(before));
	icalcomponent_add_property(c, icalproperty_new_tzoffsetto(after));
	icalcomponent_add_component(zone, c);
}

/* Each change of the clocks by itself: no rule can be wrong about it. */
static icalcomponent *
zone_of(const char *name, int64_t stamp)
{
	icalcomponent *c = icalcomponent_new_vtimezone();
	int64_t at = stamp - 366 * DAY, end = stamp + YEARS * 366 * DAY;
	struct zone *z = zone_find(name);
	int32_t before, after;

	icalcomponent_add_property(c, icalproperty_new_tzid(name));
	before = z == NULL ? 0 : zone_offset(z, at);
	add_change(c, ICAL_XSTANDARD_COMPONENT, 0, before, before);
	while (z != NULL && (at = zone_until(z, at)) < end) {
		after = zone_offset(z, at);
		add_change(c, after > before ? ICAL_XDAYLIGHT_COMPONENT :
		    ICAL_XSTANDARD_COMPONENT, at + before, before, after);
		before = after;
	}
	return c;
}

static icalcomponent *
entry_of(const struct ical_out *x, int64_t stamp)
{
	icalcomponent *c = icalcomponent_new_vevent();

	icalcomponent_add_property(c, icalproperty_new_uid(x->uid));
	icalcomponent_add_property(c, icalproperty_new_dtstamp(moment_of(
	    stamp)));
	icalcomponent_add_property(c, icalproperty_new_summary(x->title));
	if (x->kind[0] != '\0')
		icalcomponent_add_property(c, icalproperty_new_categories(
		    x->kind));
	if (x->place[0] != '\0')
		icalcomponent_add_property(c, icalproperty_new_location(
		    x->place));
	if (x->note[0] != '\0')
		icalcomponent_add_property(c, icalproperty_new_description(
		    x->note));
	return c;
}

/* A time on a day of the rule. */
static struct icaltimetype
on_day(const struct ical_out *x, int64_t day, int64_t minutes)
{
	return x->whole ? date_of(day + minutes / 1440) :
	    wall_of(day * DAY + (x->minute + minutes) * 60);
}

static void
add_zoned(icalcomponent *c, const struct ical_out *x, icalproperty *p)
{
	icalcomponent_add_property(c, x->whole ? p : in_zone(p, x->zone));
}

/* The one time that was moved, as an entry of its own. */
static void
add_moved(icalcomponent *cal, const struct ical_out *x,
    const struct ical_out_except *e, int64_t stamp)
{
	icalcomponent *c = entry_of(x, stamp);

	add_zoned(c, x, icalproperty_new_recurrenceid(on_day(x, e->day, 0)));
	icalcomponent_add_property(c, icalproperty_new_dtstart(moment_of(
	    e->begins)));
	icalcomponent_add_property(c, icalproperty_new_dtend(moment_of(
	    e->ends)));
	icalcomponent_add_component(cal, c);
}

static void
add_zoned_entry(icalcomponent *cal, const struct ical_out *x, int64_t stamp)
{
	const struct ical_out_except *e;
	icalcomponent *c = entry_of(x, stamp);

	add_zoned(c, x, icalproperty_new_dtstart(on_day(x, x->day, 0)));
	add_zoned(c, x, icalproperty_new_dtend(on_day(x, x->day,
	    x->length)));
	if (x->rule[0] != '\0')
		icalcomponent_add_property(c, icalproperty_new_rrule(
		    icalrecurrencetype_from_string(x->rule)));
	for (e = x->excepts; e != NULL; e = e->next)
		if (e->begins == 0)
			add_zoned(c, x, icalproperty_new_exdate(on_day(x,
			    e->day, 0)));
	icalcomponent_add_component(cal, c);
	for (e = x->excepts; e != NULL; e = e->next)
		if (e->begins != 0)
			add_moved(cal, x, e, stamp);
}

static void
add_entry(icalcomponent *cal, const struct ical_out *x, int64_t stamp)
{
	icalcomponent *c;

	if (x->zone[0] != '\0') {
		add_zoned_entry(cal, x, stamp);
		return;
	}
	c = entry_of(x, stamp);
	icalcomponent_add_property(c, icalproperty_new_dtstart(x->whole ?
	    date_of(x->begins) : moment_of(x->begins)));
	if (x->ends > x->begins)
		icalcomponent_add_property(c, icalproperty_new_dtend(
		    x->whole ? date_of(x->ends) : moment_of(x->ends)));
	icalcomponent_add_component(cal, c);
}

static void
add_zones(icalcomponent *cal, const struct ical_out *list, int64_t stamp)
{
	const struct ical_out *x, *y;

	for (x = list; x != NULL; x = x->next) {
		if (x->zone[0] == '\0' || x->whole)
			continue;
		for (y = list; y != x; y = y->next)
			if (!y->whole && strcmp(y->zone, x->zone) == 0)
				break;
		if (y == x)
			icalcomponent_add_component(cal, zone_of(x->zone,
			    stamp));
	}
}

char *
ical_out_write(struct arena *a, const char *name, int64_t stamp,
    const struct ical_out *list)
{
	icalcomponent *cal = icalcomponent_new(ICAL_VCALENDAR_COMPONENT);
	icalproperty *p = icalproperty_new_x(name);
	char *text, *copy;

	icalerror_set_errors_are_fatal(0);
	icalcomponent_add_property(cal, icalproperty_new_version("2.0"));
	icalcomponent_add_property(cal, icalproperty_new_prodid(
	    "-//Dossier//Dossier//EN"));
	icalproperty_set_x_name(p, "X-WR-CALNAME");
	icalcomponent_add_property(cal, p);
	add_zones(cal, list, stamp);
	for (; list != NULL; list = list->next)
		add_entry(cal, list, stamp);
	text = icalcomponent_as_ical_string_r(cal);
	copy = arena_text(a, text == NULL ? "" : text);
	icalmemory_free_buffer(text);
	icalcomponent_free(cal);
	return copy;
}
