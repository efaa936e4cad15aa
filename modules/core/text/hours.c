/* SPDX-License-Identifier: MIT */
/* Hours of a day and of a week as text. */
#include "text/hours.h"

#include <string.h>

#define WEEK_TEXT 100		/* of one day */
#define DASH "–"		/* as word processors make it */

static bool
number(const char **s, int most, int *out)
{
	int n = 0;

	for (*out = 0; **s >= '0' && **s <= '9' && n < 2; n++, (*s)++)
		*out = *out * 10 + (**s - '0');
	return n > 0 && *out <= most && (**s < '0' || **s > '9');
}

/* 9, 09:30, 24:00 */
static bool
minute(const char **s, int *out)
{
	int hour, past = 0;

	if (!number(s, 24, &hour))
		return false;
	if (**s == ':' || **s == '.') {
		(*s)++;
		if ((*s)[0] == '\0' || (*s)[1] < '0' || (*s)[1] > '9' ||
		    !number(s, 59, &past))
			return false;
	}
	*out = hour * 60 + past;
	return *out <= CALENDAR_MINUTES;
}

static void
blanks(const char **s, const char *which)
{
	while (**s != '\0' && strchr(which, **s) != NULL)
		(*s)++;
}

static bool
dash(const char **s)
{
	blanks(s, " ");
	if (**s == '-')
		(*s)++;
	else if (strncmp(*s, DASH, strlen(DASH)) == 0)
		*s += strlen(DASH);
	else
		return false;
	blanks(s, " ");
	return true;
}

bool
hours_read(const char *s, struct calendar_hours *out)
{
	int last = -1;

	*out = (struct calendar_hours){ 0 };
	for (blanks(&s, " ,"); *s != '\0'; blanks(&s, " ,")) {
		struct calendar_span p;

		if (out->n == CALENDAR_SPANS || !minute(&s, &p.from) ||
		    !dash(&s) || !minute(&s, &p.until) || p.from <= last ||
		    p.until <= p.from || (*s != '\0' && *s != ' ' &&
		    *s != ','))
			return false;
		out->span[out->n++] = p;
		last = p.until;
	}
	return true;
}

char *
hours_write(struct arena *a, const struct calendar_hours *h)
{
	char *text = arena_text(a, "");
	int i;

	for (i = 0; i < h->n; i++)
		text = arena_printf(a, "%s%s%02d:%02d-%02d:%02d", text,
		    i > 0 ? " " : "", h->span[i].from / 60,
		    h->span[i].from % 60, h->span[i].until / 60,
		    h->span[i].until % 60);
	return text;
}

bool
hours_week(const char *s, struct calendar_hours out[7])
{
	char day[WEEK_TEXT];
	size_t len;
	int i;

	for (i = 0; i < 7; i++) {
		len = strcspn(s, ";");
		if (len >= sizeof(day) || (i < 6) != (s[len] == ';'))
			return false;
		memcpy(day, s, len);
		day[len] = '\0';
		if (!hours_read(day, &out[i]))
			return false;
		s += len + (i < 6);
	}
	return true;
}

char *
hours_week_write(struct arena *a, const struct calendar_hours week[7])
{
	char *text = arena_text(a, "");
	int i;

	for (i = 0; i < 7; i++)
		text = arena_printf(a, "%s%s%s", text, i > 0 ? ";" : "",
		    hours_write(a, &week[i]));
	return text;
}
