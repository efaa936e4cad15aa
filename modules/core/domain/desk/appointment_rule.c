/* SPDX-License-Identifier: MIT */
/* How often an appointment takes place: RFC 5545's rules, as far as the form
 * has them. */
#include "domain/desk/appointment.h"

#include <stdlib.h>
#include <string.h>

#include "text/date.h"
#include "text/message.h"

static const char *const codes[] = { "MO", "TU", "WE", "TH", "FR", "SA",
    "SU" };

static const char *
week_days(struct ctx *cx, unsigned int days)
{
	const char *list = "";
	int i;

	for (i = 0; i < 7; i++)
		if ((days & 1u << i) != 0)
			list = arena_printf(cx->arena, "%s%s%s", list,
			    list[0] == '\0' ? "" : ",", codes[i]);
	return list;
}

/* Which one of its weekday in its month a day is; a fifth one is the last. */
static int
nth(int64_t day)
{
	int y, m, d;

	date_of_days(day, &y, &m, &d);
	return d > 28 ? -1 : (d - 1) / 7 + 1;
}

const char *
appointment_rule_write(struct ctx *cx, const struct appointment_rule *r,
    int64_t first)
{
	static const char *const often[] = {
		[APPOINTMENT_DAILY] = "DAILY",
		[APPOINTMENT_WEEKLY] = "WEEKLY",
		[APPOINTMENT_MONTHLY_DAY] = "MONTHLY",
		[APPOINTMENT_MONTHLY_WEEKDAY] = "MONTHLY"
	};
	struct arena *a = cx->arena;
	const char *s, *u;
	int y, m, d;

	if (r->often == APPOINTMENT_ONCE)
		return "";
	date_of_days(first, &y, &m, &d);
	s = arena_printf(a, "FREQ=%s;INTERVAL=%lld", often[r->often],
	    (long long)r->every);
	if (r->often == APPOINTMENT_WEEKLY)
		s = arena_printf(a, "%s;BYDAY=%s", s, week_days(cx,
		    r->days));
	else if (r->often == APPOINTMENT_MONTHLY_DAY)
		s = arena_printf(a, "%s;BYMONTHDAY=%d", s, d);
	else if (r->often == APPOINTMENT_MONTHLY_WEEKDAY)
		s = arena_printf(a, "%s;BYDAY=%d%s", s, nth(first),
		    codes[date_weekday_of(first)]);
	if (r->count > 0)
		return arena_printf(a, "%s;COUNT=%lld", s,
		    (long long)r->count);
	if (!r->ends)
		return s;
	u = date_iso(cx->arena, r->until);
	return arena_printf(a, "%s;UNTIL=%.4s%.2s%.2s", s, u, u + 5, u + 8);
}

/* What follows a name, NULL: it is not there. */
static const char *
after(const char *rrule, const char *name)
{
	const char *s = strstr(rrule, name);

	return s == NULL ? NULL : s + strlen(name);
}

static int64_t
day_read(const char *s)
{
	char *end;
	long n = strtol(s, &end, 10);

	return date_days(n / 10000, (int)(n / 100 % 100), (int)(n % 100));
}

void
appointment_rule_read(const char *rrule, struct appointment_rule *out)
{
	const char *s;
	int i;

	*out = (struct appointment_rule){ .every = 1 };
	if (rrule[0] == '\0')
		return;
	out->often = strstr(rrule, "FREQ=DAILY") != NULL ?
	    APPOINTMENT_DAILY : strstr(rrule, "FREQ=WEEKLY") != NULL ?
	    APPOINTMENT_WEEKLY : strstr(rrule, "BYMONTHDAY") != NULL ?
	    APPOINTMENT_MONTHLY_DAY : APPOINTMENT_MONTHLY_WEEKDAY;
	if ((s = after(rrule, "INTERVAL=")) != NULL)
		out->every = strtoll(s, NULL, 10);
	if ((s = after(rrule, "BYDAY=")) != NULL &&
	    out->often == APPOINTMENT_WEEKLY)
		for (; *s != ';' && *s != '\0'; s += s[2] == ',' ? 3 : 2)
			for (i = 0; i < 7; i++)
				if (strncmp(s, codes[i], 2) == 0)
					out->days |= 1u << i;
	if ((s = after(rrule, "COUNT=")) != NULL)
		out->count = strtoll(s, NULL, 10);
	if ((s = after(rrule, "UNTIL=")) != NULL) {
		out->ends = true;
		out->until = day_read(s);
	}
}

static const char *
day_names(struct ctx *cx, unsigned int days)
{
	const char *list = "";
	int64_t monday = date_days(2026, 11, 23);
	int i;

	for (i = 0; i < 7; i++)
		if ((days & 1u << i) != 0)
			list = arena_printf(cx->arena, "%s%s%s", list,
			    list[0] == '\0' ? "" : ", ",
			    date_weekday(cx->arena, cx->lang, monday + i));
	return list;
}

static const char *
monthly_words(struct ctx *cx, const struct appointment_rule *r, int64_t first)
{
	static const char *const words[] = { N_("on the first %s"),
	    N_("on the second %s"), N_("on the third %s"),
	    N_("on the fourth %s") };
	int n = nth(first), y, m, d;
	const char *on;

	date_of_days(first, &y, &m, &d);
	on = r->often == APPOINTMENT_MONTHLY_DAY ?
	    arena_printf(cx->arena, _("on day %d"), d) :
	    arena_printf(cx->arena, n < 0 ? _("on the last %s") :
	    message(words[n - 1]), date_weekday(cx->arena, cx->lang, first));
	if (r->every == 1)
		return arena_printf(cx->arena, _("every month %s"), on);
	return arena_printf(cx->arena, _("every %lld months %s"),
	    (long long)r->every, on);
}

static const char *
often_words(struct ctx *cx, const struct appointment_rule *r, int64_t first)
{
	struct arena *a = cx->arena;

	if (r->often == APPOINTMENT_DAILY)
		return r->every == 1 ? _("every day") : arena_printf(a,
		    _("every %lld days"), (long long)r->every);
	if (r->often != APPOINTMENT_WEEKLY)
		return monthly_words(cx, r, first);
	if (r->every == 1)
		return arena_printf(a, _("every week on %s"),
		    day_names(cx, r->days));
	return arena_printf(a, _("every %lld weeks on %s"),
	    (long long)r->every, day_names(cx, r->days));
}

const char *
appointment_rule_words(struct ctx *cx, const struct appointment *x)
{
	struct appointment_rule r;
	const char *often;

	if (x->repeats[0] == '\0')
		return "";
	appointment_rule_read(x->repeats, &r);
	often = often_words(cx, &r, x->day);
	if (r.count > 0)
		return arena_printf(cx->arena, message_plural(
		    "%s, %ld time", "%s, %ld times", (long)r.count), often,
		    (long)r.count);
	return !r.ends ? often : arena_printf(cx->arena, _("%s, until %s"),
	    often, date_civil(cx->arena, cx->lang,
	    date_iso(cx->arena, r.until)));
}
