/* SPDX-License-Identifier: MIT */
/* The arithmetic of deadlines: where a rule leads, and each day on the way. */
#include "rules/type/reckon.h"

#include <string.h>

#include "base/day.h"
#include "rules/feel/feel_number.h"
#include "rules/feel/feel_temporal.h"
#include "rules/time/worktime.h"
#include "text/zone.h"

#define LONGEST 3700	/* days that are told one by one */
#define LATEST INT64_C(253402300798)	/* before 10000 */
#define FAR 1000000	/* days back from a due, at the most */

enum { DUE, EARLY, WARN };

static bool
is_days(enum reckon_unit u)
{
	return u == RECKON_DAYS || u == RECKON_WORKING_DAYS;
}

static struct feel *
compile(struct arena *a, const char *text, bool with_due,
    struct feel_fault **faults)
{
	static const struct feel_string words[] = { { "start", 5 },
	    { "due", 3 } };
	struct feel_member *names = arena_array(a, 2, sizeof(*names));
	struct feel_scope *scope = arena_alloc(a, sizeof(*scope));

	if (text[0] == '\0')
		return NULL;
	names[0].name = words[0];
	names[0].type = feel_type_own("date and time", 13);
	names[1].name = words[1];
	scope->names = names;
	scope->n = with_due ? 2 : 1;
	return feel_compile(a, text, strlen(text), scope, faults);
}

struct reckon_rule *
reckon_compile(struct arena *a, const char *due, const char *early,
    const char *warn, struct feel_fault *faults[3])
{
	struct reckon_rule *r = arena_alloc(a, sizeof(*r));

	r->due = due;
	r->early = early;
	r->warn = warn;
	memset(faults, 0, 3 * sizeof(faults[0]));
	r->code[DUE] = compile(a, due, false, &faults[DUE]);
	r->code[EARLY] = compile(a, early, true, &faults[EARLY]);
	r->code[WARN] = compile(a, warn, true, &faults[WARN]);
	r->hours = strstr(due, "add working time") != NULL;
	r->works = r->hours || strstr(due, "add working days") != NULL;
	return r->code[DUE] == NULL ? NULL : r;
}

/* What the clocks on the wall show, and when they show it. */
static int64_t
wall_of(const struct calendar *c, int64_t moment)
{
	struct zone *z = zone_find(c->zone);

	return z == NULL ? moment : moment + zone_offset(z, moment);
}

static int64_t
at_day(const struct calendar *c, int64_t day, int64_t second)
{
	struct zone *z = zone_find(c->zone);
	int64_t wall = day * DAY + second;

	return z == NULL ? wall : wall - zone_offset_wall(z, wall);
}

static int64_t
day_of(const struct calendar *c, int64_t moment)
{
	return worktime_day_of(c, moment);
}

int64_t
reckon_units(const struct calendar *c, enum reckon_unit unit, int64_t start,
    int64_t from, int64_t until)
{
	int64_t a, b, n = 0;

	if (until <= from)
		return 0;
	if (unit == RECKON_TIME)
		return until - from;
	if (unit == RECKON_WORKING_TIME)
		return worktime_between(c, from, until, &n) ? n : 0;
	a = day_of(c, from);
	b = day_of(c, until);
	if (a <= day_of(c, start))
		a = day_of(c, start) + 1;
	if (b <= a)
		return 0;
	if (unit == RECKON_DAYS)
		return b - a;
	return worktime_days_between(c, a - 1, b - 1, &n) ? n : 0;
}

/* The start, so much later: a day keeps the time of its clock. */
static int64_t
later(const struct calendar *c, enum reckon_unit unit, int64_t start,
    int64_t n)
{
	int64_t day = day_of(c, start), second, then;

	if (n == 0)
		return start;
	if (unit == RECKON_TIME)
		return start + n;
	if (unit == RECKON_WORKING_TIME)
		return worktime_add(c, start, n, &then) ? then : start;
	second = wall_of(c, start) - day * DAY;
	if (unit == RECKON_DAYS)
		then = day + n;
	else if (!worktime_add_days(c, day, n, &then))
		return start;
	return at_day(c, then, second);
}

/* One question to the rule. */
struct asking {
	struct arena *arena;
	const struct calendar *calendar;
	int64_t now;
	const char *lang;
	const char *trouble;
};

static struct feel_value
ask(struct asking *k, const struct feel *code, int64_t start,
    struct feel_value due)
{
	struct feel_value values[2] = { feel_temporal_moment(k->arena, start,
	    k->calendar->zone), due };
	const struct feel_frame frame = { .values = values };
	struct feel_value v;
	struct feel_eval ev;

	feel_eval_start(&ev, k->arena, k->now, k->calendar->zone);
	ev.calendar = k->calendar;
	v = feel_run(code, &ev, &frame);
	if (v.kind == FEEL_NULL)
		k->trouble = ev.notes == NULL ? "The rule gives nothing." :
		    ev.notes->text;
	return v;
}

/* A date lasts to its end; a local time is one of the calendar. */
static int64_t
moment(struct asking *k, struct feel_value v)
{
	const struct feel_zone zone = { .id = k->calendar->zone };
	struct feel_moment m;

	if (v.kind == FEEL_DATE)
		return worktime_start_of(k->calendar,
		    feel_temporal_day(v.date) + 1) - 1;
	if (v.kind != FEEL_DATE_TIME) {
		if (v.kind != FEEL_NULL)
			k->trouble = "The rule gives no date and no moment.";
		return 0;
	}
	m = *v.moment;
	if (m.time.zone == NULL)
		m.time.zone = &zone;
	return feel_temporal_second(&m);
}

/* So many days before the due. */
static int64_t
days_before(struct asking *k, const struct reckon_rule *r,
    const struct reckon *out, int64_t n)
{
	const struct calendar *c = k->calendar;
	int64_t day = day_of(c, out->due), then = day - n;
	int64_t second = wall_of(c, out->due) - day * DAY;

	if (r->works && !worktime_add_days(c, day, -n, &then))
		return 0;
	return out->whole ? worktime_start_of(c, then + 1) - 1 :
	    at_day(c, then, second);
}

/* 0: there is none, or it would not be before the due. */
static int64_t
before(struct asking *k, const struct reckon_rule *r, int which,
    const struct reckon *out, int64_t start, struct feel_value due)
{
	struct feel_value v;
	int64_t n, t = 0;

	if (r->code[which] == NULL)
		return 0;
	v = ask(k, r->code[which], start, due);
	if (v.kind == FEEL_NUMBER) {
		if (feel_number_unscale(v.number, 0, &n) && n > 0 && n < FAR)
			t = days_before(k, r, out, n);
	} else if (v.kind == FEEL_DAYS)
		t = out->due - v.days.second;
	else
		t = moment(k, v);
	return t > 0 && t < out->due ? t : 0;
}

/* When a span is over, as far as is known at a moment. */
static int64_t
over(const struct reckon_span *s, int64_t now)
{
	return s->ended != 0 ? s->ended : now > s->begun ? now : s->begun;
}

static int64_t
least(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

/* Each pause that began before the due moves it. */
static struct feel_value
find_due(struct asking *k, const struct reckon_span *s, size_t n,
    struct reckon *out, int64_t *start)
{
	const struct reckon_rule *r = s[n - 1].rule;
	int64_t paused = 0;
	struct feel_value v;
	size_t i;

	*start = s[0].begun;
	v = ask(k, r->code[DUE], *start, feel_value_null);
	out->whole = v.kind == FEEL_DATE;
	out->unit = r->hours ? RECKON_WORKING_TIME : r->works ?
	    RECKON_WORKING_DAYS : out->whole ? RECKON_DAYS : RECKON_TIME;
	out->due = moment(k, v);
	for (i = 0; i < n && out->due > 0; i++) {
		if (!s[i].paused || s[i].begun > out->due)
			continue;
		paused += reckon_units(k->calendar, out->unit, s[0].begun,
		    s[i].begun, over(&s[i], k->now));
		*start = later(k->calendar, out->unit, s[0].begun, paused);
		v = ask(k, r->code[DUE], *start, feel_value_null);
		out->due = moment(k, v);
	}
	if (out->due <= 0 || out->due > LATEST)
		out->due = 0;
	return v;
}

/* A due within a day that counts as a whole has that day. */
static int64_t
close_of(const struct calendar *c, const struct reckon *r)
{
	return is_days(r->unit) ? worktime_start_of(c, day_of(c, r->due) +
	    1) : r->due;
}

static void
add_up(const struct calendar *c, const struct reckon_span *s, size_t n,
    int64_t now, struct reckon *out)
{
	int64_t start = s[0].begun, close = close_of(c, out);
	size_t i;

	for (i = 0; i < n; i++)
		if (!s[i].paused)
			out->elapsed += reckon_units(c, out->unit, start,
			    s[i].begun, over(&s[i], now));
		else
			out->paused += reckon_units(c, out->unit, start,
			    least(s[i].begun, close),
			    least(over(&s[i], now), close));
	out->total = reckon_units(c, out->unit, start, start, close) -
	    out->paused;
}

/* What of the units between two moments was paused. */
static int64_t
paused_in(const struct calendar *c, const struct reckon_span *s, size_t n,
    int64_t now, enum reckon_unit unit, int64_t from, int64_t until)
{
	int64_t a, b, sum = 0;
	size_t i;

	for (i = 0; i < n; i++) {
		if (!s[i].paused)
			continue;
		a = s[i].begun > from ? s[i].begun : from;
		b = least(over(&s[i], now), until);
		sum += reckon_units(c, unit, s[0].begun, a, b);
	}
	return sum;
}

/* Why nothing is counted on a day. */
static enum reckon_why
skipped(struct asking *k, int64_t day, const char **name)
{
	struct worktime_day w;

	worktime_day(k->calendar, day, &w);
	*name = worktime_name(k->arena, &w, k->lang);
	return w.why == WORKTIME_HOLIDAY ? RECKON_HOLIDAY :
	    w.why == WORKTIME_EDITED ? RECKON_CLOSED : RECKON_WEEKEND;
}

/* Goes on with the line before, where the same is true. */
static void
add_line(struct arena *a, struct reckon_line ***tail,
    struct reckon_line **last, const struct reckon_line *day)
{
	struct reckon_line *l = *last;

	if (l != NULL && l->why == day->why && l->each == day->each &&
	    l->ahead == day->ahead && strcmp(l->name, day->name) == 0) {
		l->until = day->until;
		l->counted += day->counted;
		l->paused += day->paused;
		return;
	}
	l = arena_alloc(a, sizeof(*l));
	*l = *day;
	**tail = l;
	*tail = &l->next;
	*last = l;
}

/* Whole days are those after the one of the start. */
static void
tell(struct asking *k, const struct reckon_span *s, size_t n,
    struct reckon *out)
{
	const struct calendar *c = k->calendar;
	int64_t close = close_of(c, out), today = day_of(c, k->now);
	int64_t first = day_of(c, s[0].begun), day, from, until;
	struct reckon_line **tail = &out->lines, *last = NULL, l;

	day = first + is_days(out->unit);
	for (; (from = worktime_start_of(c, day)) < close; day++) {
		if (day - first > LONGEST) {
			out->cut = true;
			return;
		}
		if (from < s[0].begun)
			from = s[0].begun;
		until = least(worktime_start_of(c, day + 1), close);
		l = (struct reckon_line){ .from = day, .until = day,
		    .name = "", .ahead = day + is_days(out->unit) >
		    today };
		l.paused = paused_in(c, s, n, k->now, out->unit, from, until);
		l.counted = reckon_units(c, out->unit, s[0].begun, from,
		    until) - l.paused;
		l.each = l.counted;
		l.why = l.counted > 0 ? RECKON_COUNTED : l.paused > 0 ?
		    RECKON_PAUSED : skipped(k, day, &l.name);
		add_line(k->arena, &tail, &last, &l);
	}
}

void
reckon(struct arena *a, const struct calendar *c,
    const struct reckon_span *s, size_t n, int64_t now,
    const char *lang, struct reckon *out)
{
	struct asking k = { .arena = a, .calendar = c, .now = now,
	    .lang = lang };
	struct feel_value due;
	int64_t start;

	*out = (struct reckon){ 0 };
	if (n == 0 || s[n - 1].rule == NULL) {
		out->trouble = "There is no rule.";
		return;
	}
	due = find_due(&k, s, n, out, &start);
	if (out->due == 0) {
		out->trouble = k.trouble != NULL ? k.trouble :
		    "The rule leads out of the calendar.";
		return;
	}
	add_up(c, s, n, now, out);
	out->early = before(&k, s[n - 1].rule, EARLY, out, start, due);
	out->warn = before(&k, s[n - 1].rule, WARN, out, start, due);
	if (lang != NULL)
		tell(&k, s, n, out);
}
