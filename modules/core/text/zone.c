/* SPDX-License-Identifier: MIT */
/*
 * An offset is remembered with the stretch of time for which it holds: a list
 * of fifty rows asks ICU for little. The rules of all zones repeat with the
 * Gregorian calendar, every 400 years, and before 1800 there was none: far
 * moments are asked as near ones.
 */
#include "text/zone.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include <unicode/ucal.h>
#include <unicode/ustring.h>

#include "base/day.h"
#include "base/log.h"

#define CYCLE (146097 * DAY)			/* 400 years */
#define FIRST (-6847804800)			/* 1753-01-01 */
#define LAST (FIRST + 2 * CYCLE)		/* 2553-01-01 */
#define ZONES 8
#define STRETCHES 16				/* of a zone: two a year */
#define NAME 64

struct stretch {
	int64_t from, until;
	int32_t offset;
};

struct zone {
	char name[NAME];
	UCalendar *calendar;
	struct stretch stretches[STRETCHES];
	unsigned int next;
};

static struct zone zones[ZONES];
static unsigned int zone_next;

static UCalendar *
calendar_open(const char *name)
{
	UChar id[NAME], canonical[NAME];
	UErrorCode e = U_ZERO_ERROR;
	UBool system = false;
	UCalendar *c;

	if (strlen(name) >= NAME || strcmp(name, "Etc/Unknown") == 0)
		return NULL;
	u_uastrcpy(id, name);
	ucal_getCanonicalTimeZoneID(id, -1, canonical, NAME, &system, &e);
	if (U_FAILURE(e) || !system)
		return NULL;
	c = ucal_open(id, -1, "en", UCAL_GREGORIAN, &e);
	return U_FAILURE(e) ? NULL : c;
}

struct zone *
zone_find(const char *id)
{
	UCalendar *calendar;
	struct zone *z;

	for (z = zones; z < zones + ZONES; z++)
		if (z->calendar != NULL && strcmp(z->name, id) == 0)
			return z;
	if ((calendar = calendar_open(id)) == NULL)
		return NULL;
	z = &zones[zone_next++ % ZONES];
	if (z->calendar != NULL)
		ucal_close(z->calendar);
	*z = (struct zone){ .calendar = calendar };
	snprintf(z->name, sizeof(z->name), "%s", id);
	return z;
}

/* The moment with the same rules that is asked instead. */
static int64_t
near(int64_t moment)
{
	if (moment < FIRST)
		return FIRST;
	if (moment >= LAST)
		return LAST - CYCLE + (moment - LAST) % CYCLE;
	return moment;
}

static int64_t
transition(struct zone *z, UTimeZoneTransitionType type, int64_t none)
{
	UErrorCode e = U_ZERO_ERROR;
	UDate at;

	if (!ucal_getTimeZoneTransitionDate(z->calendar, type, &at, &e) ||
	    U_FAILURE(e))
		return none;
	return (int64_t)(at / 1000);
}

static const struct stretch *
stretch_at(struct zone *z, int64_t moment)
{
	UErrorCode e = U_ZERO_ERROR;
	struct stretch *s;

	for (s = z->stretches; s < z->stretches + STRETCHES; s++)
		if (moment >= s->from && moment < s->until)
			return s;
	s = &z->stretches[z->next++ % STRETCHES];
	ucal_setMillis(z->calendar, (double)moment * 1000, &e);
	s->offset = (ucal_get(z->calendar, UCAL_ZONE_OFFSET, &e) +
	    ucal_get(z->calendar, UCAL_DST_OFFSET, &e)) / 1000;
	if (U_FAILURE(e))
		log_fatal("ICU cannot tell an offset: %s", u_errorName(e));
	s->from = transition(z, UCAL_TZ_TRANSITION_PREVIOUS_INCLUSIVE,
	    INT64_MIN);
	s->until = transition(z, UCAL_TZ_TRANSITION_NEXT, INT64_MAX);
	return s;
}

int32_t
zone_offset(struct zone *z, int64_t moment)
{
	return stretch_at(z, near(moment))->offset;
}

int32_t
zone_offset_wall(struct zone *z, int64_t wall)
{
	int64_t w = near(wall);
	int32_t before = zone_offset(z, w - DAY);
	int32_t after = zone_offset(z, w + DAY);

	/* Before the change, unless that is past already. */
	if (zone_offset(z, w - before) == before ||
	    zone_offset(z, w - after) != after)
		return before;
	return after;
}

int64_t
zone_since(struct zone *z, int64_t moment)
{
	int64_t asked = near(moment), from = stretch_at(z, asked)->from;

	return from == INT64_MIN ? from : from + (moment - asked);
}

int64_t
zone_until(struct zone *z, int64_t moment)
{
	int64_t asked = near(moment), until = stretch_at(z, asked)->until;

	return until == INT64_MAX ? until : until + (moment - asked);
}
