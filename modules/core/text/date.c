/* SPDX-License-Identifier: MIT */
/*
 * Civil days are counted from 1970-01-01 with the proleptic Gregorian
 * calendar; ICU gives the names and the relative words. A written day is
 * remembered with its number: a list of fifty rows asks ICU for little.
 */
#include "text/date.h"

#include <stdio.h>
#include <string.h>

#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/unum.h>
#include <unicode/unumberformatter.h>
#include <unicode/ureldatefmt.h>
#include <unicode/ustring.h>

#include "base/day.h"
#include "base/log.h"
#include "text/message.h"
#include "text/zone.h"

#define MOMENT_MIN (-62135596800)	/* 0001-01-01 */
#define MOMENT_MAX 253402300799		/* 9999-12-31T23:59:59 */
#define DAYS 512
#define DAY_TEXT 48

/* How each language writes a day, whole, without its year, short, short with
 * the year, and a month. */
static const struct pattern {
	const char *locale;
	const UChar *day, *near, *brief, *year, *month;
} patterns[] = {
	{ "en", u"EEE d MMM y", u"EEE d MMM", u"d MMM", u"d MMM y",
	    u"LLLL y" },
	{ "fr", u"EEE d MMM y", u"EEE d MMM", u"d MMM", u"d MMM y",
	    u"LLLL y" },
	{ "de", u"EEE, d. MMM y", u"EEE, d. MMM", u"d. MMM", u"d. MMM y",
	    u"LLLL y" },
	{ "it", u"EEE d MMM y", u"EEE d MMM", u"d MMM", u"d MMM y",
	    u"LLLL y" },
	{ "pt_BR", u"EEE, d 'de' MMM 'de' y", u"EEE, d 'de' MMM",
	    u"d 'de' MMM", u"d 'de' MMM 'de' y", u"LLLL 'de' y" },
	{ "ja", u"y年M月d日(EEE)", u"M月d日(EEE)", u"M月d日", u"y年M月d日",
	    u"y年M月" },
};

enum { WHOLE, NEAR, BRIEF, YEAR, MONTH, WEEKDAY, PATTERNS };

struct day {
	int64_t day;
	short language, pattern;
	bool known;
	char text[DAY_TEXT];
};

static struct day days[DAYS];

/* Both by Howard Hinnant's algorithms. */
int64_t
date_days(int64_t y, int m, int d)
{
	int64_t era, yoe, doy, doe;

	y -= m <= 2;
	era = (y >= 0 ? y : y - 399) / 400;
	yoe = y - era * 400;
	doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
	doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
	return era * 146097 + doe - 719468;
}

void
date_of_days(int64_t day, int *y, int *m, int *d)
{
	int64_t z = day + 719468, era, doe, yoe, doy, mp;

	era = (z >= 0 ? z : z - 146096) / 146097;
	doe = z - era * 146097;
	yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	mp = (5 * doy + 2) / 153;
	*d = (int)(doy - (153 * mp + 2) / 5 + 1);
	*m = (int)(mp < 10 ? mp + 3 : mp - 9);
	*y = (int)(yoe + era * 400 + (*m <= 2));
}

char *
date_iso(struct arena *a, int64_t day)
{
	int y, m, d;

	date_of_days(day, &y, &m, &d);
	return arena_printf(a, "%04d-%02d-%02d", y, m, d);
}

int64_t
date_day(int64_t seconds)
{
	return (seconds >= 0 ? seconds : seconds - (DAY - 1)) / DAY;
}

/* An unknown zone is UTC. */
static struct zone *
zone_named(const char *name)
{
	struct zone *z = zone_find(name);

	if (z == NULL && (z = zone_find("UTC")) == NULL)
		log_fatal("ICU has no time zones");
	return z;
}

static int64_t
clamp(int64_t moment)
{
	return moment < MOMENT_MIN ? MOMENT_MIN :
	    moment > MOMENT_MAX ? MOMENT_MAX : moment;
}

static UDateFormat *
day_format(int language, int pattern)
{
	static UDateFormat *open[LANGUAGES][PATTERNS];
	const struct pattern *p = &patterns[language];
	const UChar *text = pattern == WHOLE ? p->day :
	    pattern == NEAR ? p->near :
	    pattern == BRIEF ? p->brief : pattern == YEAR ? p->year :
	    pattern == WEEKDAY ? u"EEE" : p->month;
	UDateFormat **f = &open[language][pattern];
	UErrorCode e = U_ZERO_ERROR;

	if (*f == NULL) {
		*f = udat_open(UDAT_PATTERN, UDAT_PATTERN, p->locale, u"UTC",
		    -1, text, -1, &e);
		if (U_FAILURE(e))
			log_fatal("ICU has no dates for %s", p->locale);
		ucal_setGregorianChange((UCalendar *)(uintptr_t)
		    udat_getCalendar(*f), -1e17, &e);
	}
	return *f;
}

/* A day as the language writes it; the text lives until the next call. */
static const char *
day_text(const char *lang, int64_t number, int pattern)
{
	int language = message_index(lang);
	struct day *d = &days[((uint64_t)number * 31 +
	    (uint64_t)(language * PATTERNS + pattern)) % DAYS];
	UErrorCode e = U_ZERO_ERROR;
	UChar wide[DAY_TEXT];
	int32_t len;

	if (d->known && d->day == number && d->language == language &&
	    d->pattern == pattern)
		return d->text;
	len = udat_format(day_format(language, pattern),
	    (double)number * DAY * 1000, wide, DAY_TEXT, NULL, &e);
	u_strToUTF8(d->text, DAY_TEXT, NULL, wide, len, &e);
	if (U_FAILURE(e))
		log_fatal("ICU cannot write a date: %s", u_errorName(e));
	d->day = number;
	d->language = (short)language;
	d->pattern = (short)pattern;
	d->known = true;
	return d->text;
}

/* n digits of a number from 0. */
static char *
put(char *p, int number, int n)
{
	int i;

	for (i = n - 1; i >= 0; i--, number /= 10)
		p[i] = (char)('0' + number % 10);
	return p + n;
}

static char *
put_char(char *p, char c)
{
	*p = c;
	return p + 1;
}

static char *
iso_text(struct arena *a, int64_t local, int32_t offset, enum date_style how)
{
	int64_t day = date_day(local);
	int s = (int)(local - day * DAY), y, m, d;
	int32_t east = offset < 0 ? -offset : offset;
	char text[32], *p = text;

	date_of_days(day, &y, &m, &d);
	p = put_char(put(p, y, 4), '-');
	p = put_char(put(p, m, 2), '-');
	p = put(p, d, 2);
	if (how == DATE_INPUT_DAY)
		return arena_textn(a, text, (size_t)(p - text));
	p = put_char(put(put_char(p, 'T'), s / 3600, 2), ':');
	p = put(p, s / 60 % 60, 2);
	if (how == DATE_INPUT)
		return arena_textn(a, text, (size_t)(p - text));
	p = put(put_char(p, ':'), s % 60, 2);
	p = put_char(put(put_char(p, offset < 0 ? '-' : '+'),
	    (int)(east / 3600), 2), ':');
	p = put(p, (int)(east / 60 % 60), 2);
	return arena_textn(a, text, (size_t)(p - text));
}

/* 14:32, after a day where there is one. */
static char *
clock_text(struct arena *a, const char *day, const char *between, int s)
{
	size_t n = strlen(day), m = strlen(between);
	char *text = arena_room(a, n + m + 6), *p = text + n + m;

	memcpy(text, day, n);
	memcpy(text + n, between, m);
	p = put_char(put(p, s / 3600, 2), ':');
	*put(p, s / 60 % 60, 2) = '\0';
	return text;
}

char *
date_text(struct arena *a, const char *lang, const char *zone, int64_t moment,
    int64_t now, enum date_style how)
{
	struct zone *z = zone_named(zone);
	int64_t local, day;
	int s, y, this_year, unused, pattern = WHOLE;
	bool clock = how == DATE_MOMENT || how == DATE_STAMP;

	moment = clamp(moment);
	local = moment + zone_offset(z, moment);
	day = date_day(local);
	s = (int)(local - day * DAY);
	switch (how) {
	case DATE_INPUT:
	case DATE_INPUT_DAY:
	case DATE_ISO:
		return iso_text(a, local, zone_offset(z, moment), how);
	case DATE_TIME:
		return clock_text(a, "", "", s);
	case DATE_NEAR:
	case DATE_SHORT:
	case DATE_STAMP:
		now = clamp(now);
		date_of_days(day, &y, &unused, &unused);
		date_of_days(date_day(now + zone_offset(z, now)), &this_year,
		    &unused, &unused);
		pattern = how == DATE_NEAR ? (y == this_year ? NEAR : WHOLE) :
		    y == this_year ? BRIEF : YEAR;
		break;
	default:
		break;
	}
	if (!clock)
		return arena_text(a, day_text(lang, day, pattern));
	return clock_text(a, day_text(lang, day, pattern),
	    message_index(lang) == 5 ? " " : ", ", s);
}

/* Exactly n digits at *s. */
static bool
digits(const char **s, int n, int *out)
{
	for (*out = 0; n > 0; n--, (*s)++) {
		if (**s < '0' || **s > '9')
			return false;
		*out = *out * 10 + (**s - '0');
	}
	return true;
}

static bool
skip(const char **s, char c)
{
	return **s == c && (*s)++ != NULL;
}

static bool
civil_read(const char **s, int64_t *day)
{
	static const char length[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31,
	    30, 31 };
	int y, m, d;
	bool leap;

	if (!digits(s, 4, &y) || !skip(s, '-') || !digits(s, 2, &m) ||
	    !skip(s, '-') || !digits(s, 2, &d))
		return false;
	leap = (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
	if (y < 1 || m < 1 || m > 12 || d < 1 ||
	    d > length[m - 1] + (m == 2 && leap))
		return false;
	*day = date_days(y, m, d);
	return true;
}

/* hh:mm, then :ss and a fraction where they stand. */
static bool
clock_read(const char **s, bool seconds_needed, int64_t *out)
{
	int h, m, sec = 0;

	if (!digits(s, 2, &h) || !skip(s, ':') || !digits(s, 2, &m))
		return false;
	if (skip(s, ':')) {
		if (!digits(s, 2, &sec))
			return false;
		if (skip(s, '.') || skip(s, ',')) {
			if (**s < '0' || **s > '9')
				return false;
			while (**s >= '0' && **s <= '9')
				(*s)++;
		}
	} else if (seconds_needed)
		return false;
	if (h > 23 || m > 59 || sec > 60)
		return false;
	*out = h * 3600 + m * 60 + (sec > 59 ? 59 : sec);
	return true;
}

char *
date_civil(struct arena *a, const char *lang, const char *iso)
{
	const char *s = iso;
	int64_t day;

	if (!civil_read(&s, &day) || *s != '\0')
		return arena_text(a, iso);
	return arena_text(a, day_text(lang, day, WHOLE));
}

char *
date_month(struct arena *a, const char *lang, int64_t year, int month)
{
	return arena_text(a, day_text(lang, date_days(year, month, 1),
	    MONTH));
}

char *
date_weekday(struct arena *a, const char *lang, int64_t day)
{
	return arena_text(a, day_text(lang, day, WEEKDAY));
}

/* The week belongs to the year that its Thursday is in. */
int
date_week(int64_t day)
{
	int64_t thursday = day - date_weekday_of(day) + 3;
	int y, m, d;

	date_of_days(thursday, &y, &m, &d);
	return (int)((thursday - date_days(y, 1, 1)) / 7) + 1;
}

int
date_weekday_of(int64_t day)
{
	return (int)(((day + 3) % 7 + 7) % 7);
}

int
date_week_begins(const char *lang)
{
	return strcmp(lang, "ja") == 0 || strcmp(lang, "pt") == 0 ? 6 : 0;
}

bool
date_zone_ok(const char *zone)
{
	return zone_find(zone) != NULL;
}

bool
date_civil_ok(const char *iso)
{
	int64_t day;

	return civil_read(&iso, &day) && *iso == '\0';
}

enum date_local
date_moment(const char *zone, const char *local, int64_t *out)
{
	struct zone *z = zone_named(zone);
	int64_t day, clock, wall, first, second;
	const char *s = local;

	if (!civil_read(&s, &day) || (!skip(&s, 'T') && !skip(&s, ' ')) ||
	    !clock_read(&s, false, &clock) || *s != '\0')
		return DATE_WRONG;
	wall = day * DAY + clock;
	/* What the offsets of the day before and the day after make of it. */
	first = wall - zone_offset(z, wall - DAY);
	second = wall - zone_offset(z, wall + DAY);
	if (first + zone_offset(z, first) != wall &&
	    second + zone_offset(z, second) != wall)
		return DATE_NEVER;
	*out = first + zone_offset(z, first) == wall ? first : second;
	if (first != second && first + zone_offset(z, first) == wall &&
	    second + zone_offset(z, second) == wall)
		return DATE_TWICE;
	return DATE_OK;
}

bool
date_start(const char *zone, const char *iso, int64_t *out)
{
	struct zone *z = zone_named(zone);
	int64_t day, wall, moment, earlier;

	if (!civil_read(&iso, &day) || *iso != '\0')
		return false;
	wall = day * DAY;
	moment = wall - zone_offset(z, wall - DAY);
	if (moment + zone_offset(z, moment) != wall) {
		/* Midnight does not exist there, or the clocks went back. */
		earlier = wall - zone_offset(z, wall + DAY);
		if (earlier + zone_offset(z, earlier) == wall)
			moment = earlier;
		else		/* the day begins where the gap ends */
			moment = zone_since(z, moment);
	}
	*out = moment;
	return true;
}

bool
date_stamp(const char *iso, int64_t *out)
{
	int64_t day, clock;
	int h, m, sign;

	if (!civil_read(&iso, &day) || (!skip(&iso, 'T') && !skip(&iso, 't') &&
	    !skip(&iso, ' ')) || !clock_read(&iso, true, &clock))
		return false;
	*out = day * DAY + clock;
	if (skip(&iso, 'Z') || skip(&iso, 'z'))
		return *iso == '\0';
	sign = *iso == '-' ? -1 : 1;
	if ((!skip(&iso, '+') && !skip(&iso, '-')) || !digits(&iso, 2, &h))
		return false;
	skip(&iso, ':');
	if (!digits(&iso, 2, &m) || *iso != '\0' || h > 18 || m > 59)
		return false;
	*out -= sign * (h * 3600 + m * 60);
	return true;
}

const char *
date_today(struct arena *a, const char *zone, int64_t now)
{
	return date_text(a, "en", zone, now, now, DATE_INPUT_DAY);
}

static URelativeDateTimeFormatter *
relative(int language)
{
	static URelativeDateTimeFormatter *open[LANGUAGES];
	UErrorCode e = U_ZERO_ERROR;

	if (open[language] == NULL) {
		open[language] = ureldatefmt_open(patterns[language].locale,
		    NULL, UDAT_STYLE_LONG, UDISPCTX_CAPITALIZATION_NONE, &e);
		if (U_FAILURE(e))
			log_fatal("ICU has no relative dates for %s",
			    patterns[language].locale);
	}
	return open[language];
}

#define WRITTEN 96
#define SPANS 1000	/* added to the unit of a span */

/* A count of units as it was written; the place of another one is taken. */
struct written {
	int64_t count;
	int language, unit;
	bool known;
	char text[WRITTEN];
};

/* False: the caller writes it there now. */
static bool
written_before(int language, int unit, int64_t count, struct written **out)
{
	static struct written all[512];
	struct written *w = &all[((uint64_t)count * 7 + (uint64_t)unit * 31 +
	    (uint64_t)language) % 512];

	*out = w;
	if (w->known && w->count == count && w->unit == unit &&
	    w->language == language)
		return true;
	*w = (struct written){ .count = count, .unit = unit,
	    .language = language, .known = true };
	return false;
}

/* The words for a count of units; they live until the next call. */
static const char *
near_text(int language, URelativeDateTimeUnit unit, int64_t count)
{
	struct written *w;
	UErrorCode e = U_ZERO_ERROR;
	UChar wide[WRITTEN];
	int32_t len;

	if (written_before(language, (int)unit, count, &w))
		return w->text;
	len = ureldatefmt_format(relative(language), (double)count, unit,
	    wide, WRITTEN, &e);
	u_strToUTF8(w->text, sizeof(w->text), NULL, wide, len, &e);
	if (U_FAILURE(e))
		log_fatal("ICU cannot write a relative date: %s",
		    u_errorName(e));
	return w->text;
}

char *
date_ago(struct arena *a, const char *lang, const char *zone, int64_t moment,
    int64_t now)
{
	struct zone *z = zone_named(zone);
	URelativeDateTimeUnit unit = UDAT_REL_UNIT_DAY;
	int64_t seconds, count;

	moment = clamp(moment);
	now = clamp(now);
	seconds = moment - now;
	count = date_day(moment + zone_offset(z, moment)) -
	    date_day(now + zone_offset(z, now));
	if (count == 0 && (seconds >= 3600 || seconds <= -3600)) {
		unit = UDAT_REL_UNIT_HOUR;
		count = seconds / 3600;
	} else if (count == 0) {
		unit = seconds > -60 && seconds < 60 ?
		    UDAT_REL_UNIT_SECOND : UDAT_REL_UNIT_MINUTE;
		count = seconds / 60;	/* 0 seconds is "now" */
	} else if (count > 730 || count < -730) {	/* 2 years, not 1 */
		unit = UDAT_REL_UNIT_YEAR;
		count = count * 10000 / 3652425;
	} else if (count > 60 || count < -60) {		/* 2 months */
		unit = UDAT_REL_UNIT_MONTH;
		count = count * 10000 / 304369;
	}
	return arena_text(a, near_text(message_index(lang), unit, count));
}

char *
date_span(struct arena *a, const char *lang, int64_t seconds)
{
	static const UChar *const skeletons[] = {
		u"unit/minute unit-width-short", u"unit/hour unit-width-short",
		u"unit/day unit-width-short"
	};
	static UNumberFormatter *open[LANGUAGES][3];
	static UFormattedNumber *result;
	int language = message_index(lang), unit;
	int64_t size = seconds == INT64_MIN ? INT64_MAX :
	    seconds < 0 ? -seconds : seconds;
	int64_t count;
	struct written *w;
	UErrorCode e = U_ZERO_ERROR;
	UChar wide[WRITTEN];
	int32_t len;

	unit = size >= 2 * DAY ? 2 : size >= 2 * 3600 ? 1 : 0;
	count = seconds / (unit == 2 ? DAY : unit == 1 ? 3600 : 60);
	if (written_before(language, SPANS + unit, count, &w))
		return arena_text(a, w->text);
	if (open[language][unit] == NULL)
		open[language][unit] = unumf_openForSkeletonAndLocale(
		    skeletons[unit], -1, patterns[language].locale, &e);
	if (result == NULL)
		result = unumf_openResult(&e);
	if (U_SUCCESS(e))
		unumf_formatInt(open[language][unit], count, result, &e);
	len = unumf_resultToString(result, wide, WRITTEN, &e);
	u_strToUTF8(w->text, sizeof(w->text), NULL, wide, len, &e);
	if (U_FAILURE(e))
		log_fatal("ICU cannot write a span: %s", u_errorName(e));
	return arena_text(a, w->text);
}

bool
date_minute(const char *s, int *out)
{
	int hour = 0, minute = 0, n;

	for (n = 0; *s >= '0' && *s <= '9' && n < 2; s++, n++)
		hour = hour * 10 + (*s - '0');
	if (n > 0 && (*s == ':' || *s == '.' || *s == 'h') &&
	    s[1] >= '0' && s[1] <= '5' && s[2] >= '0' && s[2] <= '9') {
		minute = (s[1] - '0') * 10 + (s[2] - '0');
		s += 3;
	}
	*out = hour * 60 + minute;
	return n > 0 && *s == '\0' && *out <= 1440;
}
