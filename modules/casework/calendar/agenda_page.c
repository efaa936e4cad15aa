/* SPDX-License-Identifier: MIT */
/* The calendar pages: month, week and list, of a person, a team or a case. */
#include <string.h>

#include "base/day.h"
#include "casework/lists/pages_lists.h"
#include "casework/shared/choices.h"
#include "casework/shared/show.h"
#include "domain/desk/agenda.h"
#include "domain/people/person.h"
#include "domain/spine/calendar.h"
#include "domain/spine/calendar_show.h"
#include "text/date.h"
#include "text/message.h"
#include "web/view.h"

#define LIST_DAYS 28
#define IN_MONTH 4	/* of a day, before "more" */
#define IN_WEEK 20
#define IN_LIST 100	/* of all its days */
#define MEETING (1U << AGENDA_APPOINTMENT | 1U << AGENDA_ABSENCE)
#define FIRST_YEAR 1990
#define LAST_YEAR 2099

static const char *const all_views[] = { "month", "week", "list", NULL };
static const char *const all_kinds[] = { AGENDA_KINDS, NULL };
enum sheet_view { MONTH, WEEK, LIST };

#define FIELDS								\
	{ "view", FIELD_CHOICE, .choices = all_views },			\
	{ "day", FIELD_DATE },						\
	{ "kind", FIELD_CHOICE, .choices = all_kinds }

const struct field agenda_form[] = {
	FIELDS,
	{ "person", FIELD_TEXT, .max = 20 },
	{ "team", FIELD_TEXT, .max = 100 },
	{ 0 }
};
const struct field dossier_agenda_form[] = { FIELDS, { 0 } };

/* A page under way. */
struct sheet {
	struct request *rq;
	const char *base;	/* its path */
	enum sheet_view view;
	int64_t day;		/* that was asked for, since 1970 */
	int64_t first, end;	/* days shown, end not included */
	int month;		/* of the day */
	const struct calendar *house;
	struct agenda_ask ask;
	struct agenda_item *items;
	int kind;		/* the one that is shown, -1 all */
	bool whose;		/* say whose a thing is */
};

static int
place(const char *const *words, const char *word, int other)
{
	int i;

	for (i = 0; words[i] != NULL; i++)
		if (strcmp(words[i], word) == 0)
			return i;
	return other;
}

static const char *
iso(struct request *rq, int64_t day)
{
	return date_text(rq->cx.arena, "en", "UTC", day * DAY, 0,
	    DATE_INPUT_DAY);
}

static int64_t
days_of(const char *civil)
{
	int64_t n = 0;

	(void)date_start("UTC", civil, &n);
	return n / DAY;
}

/* When a day of the viewer's begins. */
static int64_t
begin(struct request *rq, int64_t day)
{
	int64_t n = day * DAY;

	(void)date_start(rq->cx.zone, iso(rq, day), &n);
	return n;
}

/* The same page with another view, day or kind; NULL leaves it. */
static const char *
address(const struct sheet *s, const char *view, int64_t day,
    const char *kind)
{
	struct request *rq = s->rq;
	const char *a = s->base;

	if (s->ask.of != AGENDA_OF_DOSSIER) {
		a = request_query(rq, a, "person", form_text(rq, "person"));
		a = request_query(rq, a, "team", form_text(rq, "team"));
	}
	a = request_query(rq, a, "view", view == NULL ? all_views[s->view] :
	    view);
	a = request_query(rq, a, "kind", kind == NULL ? form_text(rq, "kind") :
	    kind);
	return request_query(rq, a, "day", iso(rq, day));
}

static void
choose_days(struct sheet *s)
{
	struct request *rq = s->rq;
	const char *today = date_today(rq->cx.arena, rq->cx.zone, rq->cx.now);
	const char *asked = form_date(rq, "day");
	int begins = date_week_begins(rq->cx.lang), y, d;

	s->view = (enum sheet_view)place(all_views, form_text(rq, "view"),
	    MONTH);
	s->day = days_of(asked[0] == '\0' ? today : asked);
	date_of_days(s->day, &y, &s->month, &d);
	if (y < FIRST_YEAR || y > LAST_YEAR) {
		s->day = days_of(today);
		date_of_days(s->day, &y, &s->month, &d);
	}
	s->first = s->view == MONTH ? s->day - d + 1 : s->day;
	s->end = s->view == MONTH ? date_days(s->month == 12 ? y + 1 : y,
	    s->month == 12 ? 1 : s->month + 1, 1) : s->first + LIST_DAYS;
	if (s->view == LIST)
		return;
	s->first -= (date_weekday_of(s->first) - begins + 7) % 7;
	if (s->view == WEEK)
		s->end = s->first + 7;
	s->end += (7 - (s->end - s->first) % 7) % 7;
}

static const char *
span_title(const struct sheet *s)
{
	struct request *rq = s->rq;
	struct arena *a = rq->cx.arena;
	const char *from = date_civil(a, rq->cx.lang, iso(rq, s->first));
	const char *until = date_civil(a, rq->cx.lang, iso(rq, s->end - 1));
	int y, m, d;

	date_of_days(s->day, &y, &m, &d);
	if (s->view == MONTH)
		return date_month(a, rq->cx.lang, y, m);
	if (s->view == WEEK)
		return arena_printf(a, _("Week %d, %s to %s"),
		    date_week(s->first + 3), from, until);
	return arena_printf(a, _("%s to %s"), from, until);
}

static void
show_ways(const struct sheet *s)
{
	static const char *const words[] = { N_("Month"), N_("Week"),
	    N_("List") };
	struct view *v = s->rq->view;
	struct view *o;
	int64_t before = s->first - 1, after = s->end;
	int y, m, d, i;

	date_of_days(s->day, &y, &m, &d);
	if (s->view == MONTH) {
		before = date_days(m == 1 ? y - 1 : y, m == 1 ? 12 : m - 1,
		    1);
		after = date_days(m == 12 ? y + 1 : y, m == 12 ? 1 : m + 1,
		    1);
	} else if (s->view == LIST)
		before = s->first - LIST_DAYS;
	view_text(v, "span", span_title(s));
	view_text(v, "enter", request_query(s->rq, request_query(s->rq,
	    "/calendar/new", "dossier", s->ask.of == AGENDA_OF_DOSSIER ?
	    s->rq->number : ""), "day", form_date(s->rq, "day")));
	view_text(v, "view", all_views[s->view]);
	view_text(v, "day", iso(s->rq, s->day));
	view_text(v, "before", address(s, NULL, before, NULL));
	view_text(v, "after", address(s, NULL, after, NULL));
	view_text(v, "now", address(s, NULL, days_of(date_today(
	    s->rq->cx.arena, s->rq->cx.zone, s->rq->cx.now)), NULL));
	for (i = 0; all_views[i] != NULL; i++) {
		o = view_option(v, "views", all_views[i], message(words[i]));
		view_text(o, "href", address(s, all_views[i], s->day, NULL));
		view_flag(o, "here", i == (int)s->view);
	}
	o = view_option(v, "kinds", "", _("All kinds"));
	view_text(o, "href", address(s, NULL, s->day, ""));
	view_flag(o, "here", s->kind < 0);
	for (i = 0; i < AGENDA_KINDS_N; i++) {
		if (i == AGENDA_ABSENCE && s->ask.of == AGENDA_OF_DOSSIER)
			continue;
		o = view_option(v, "kinds", all_kinds[i],
		    agenda_word((enum agenda_kind)i));
		view_text(o, "href", address(s, NULL, s->day, all_kinds[i]));
		view_flag(o, "here", i == s->kind);
	}
}

static const char *
href(struct request *rq, const struct agenda_item *x)
{
	struct arena *a = rq->cx.arena;

	if (x->kind == AGENDA_ABSENCE)
		return "";
	if (x->kind == AGENDA_APPOINTMENT)
		return x->appointment[0] == '\0' ? "" :
		    arena_printf(a, "/calendar/%s", x->appointment);
	if (x->kind == AGENDA_DATE)
		return arena_printf(a, "/dossiers/%s", x->number);
	if (x->kind == AGENDA_PROMISE)
		return arena_printf(a, "/dossiers/%s/promises", x->number);
	return arena_printf(a, "/dossiers/%s/%s/%lld", x->number,
	    x->kind == AGENDA_TASK ? "tasks" : "deadlines",
	    (long long)x->no);
}

/* What people call it; of a colleague's time only that it is taken. */
static const char *
title_of(const struct agenda_item *x)
{
	if (x->kind == AGENDA_ABSENCE)
		return x->person;
	if (x->kind == AGENDA_APPOINTMENT && x->appointment[0] == '\0')
		return _("Busy");
	return x->title[0] == '\0' ? x->dossier_title : x->title;
}

static const char *
remark_of(const struct sheet *s, const struct agenda_item *x)
{
	struct arena *a = s->rq->cx.arena;

	if (x->clash != NULL && x->clash->kind == AGENDA_ABSENCE)
		return _("during an absence");
	if (x->clash != NULL && x->kind != AGENDA_ABSENCE)
		return arena_printf(a, _("at the same time as “%s”"),
		    title_of(x->clash));
	if (x->kind == AGENDA_APPOINTMENT && !calendar_show_works(
	    &s->rq->cx, s->house, x->from))
		return _("the house is closed");
	return "";
}

static void
show_item(const struct sheet *s, struct view *v, const struct agenda_item *x,
    int64_t from)
{
	struct request *rq = s->rq;
	bool whole = agenda_by_day(&rq->cx, x) || x->from < from;

	view_text(v, "kind", agenda_word(x->kind));
	view_text(v, "code", all_kinds[x->kind]);
	view_text(v, "time", whole ? "" : date_text(rq->cx.arena, rq->cx.lang,
	    rq->cx.zone, x->from, rq->cx.now, DATE_TIME));
	if (!whole && x->until > x->from)
		view_text(v, "ends", date_text(rq->cx.arena, rq->cx.lang,
		    rq->cx.zone, x->until, rq->cx.now, DATE_TIME));
	view_text(v, "title", title_of(x));
	view_text(v, "place", x->place);
	view_text(v, "remark", remark_of(s, x));
	view_text(v, "href", href(rq, x));
	if (s->ask.of != AGENDA_OF_DOSSIER) {
		view_text(v, "number", x->number);
		view_text(v, "dossier", x->title[0] == '\0' ? "" :
		    x->dossier_title);
	}
	view_text(v, "person", s->whose && x->kind != AGENDA_ABSENCE ?
	    x->person : "");
	view_flag(v, "late", x->from == x->until &&
	    x->kind != AGENDA_WARNING && x->from < rq->cx.now);
}

/* A day, and its things. */
struct sheet_day {
	int64_t from, until;
	struct agenda_item *first;	/* of all that begin before its end */
	int n, shown;
};

static bool
is_of(const struct sheet *s, const struct sheet_day *d,
    const struct agenda_item *x)
{
	return (x->from >= d->from ||
	    (x->until > d->from && x->until > x->from)) &&
	    (s->kind < 0 || (int)x->kind == s->kind);
}

/* Wants the day's things, up to a number, and counts them all. */
static void
choose_items(const struct sheet *s, struct sheet_day *d, int64_t day, int most)
{
	struct agenda_item *x;

	*d = (struct sheet_day){ .from = begin(s->rq, day),
	    .until = begin(s->rq, day + 1), .first = s->items };
	for (x = s->items; x != NULL && x->from < d->until; x = x->next)
		if (is_of(s, d, x) && d->n++ < most) {
			x->wanted = true;
			d->shown++;
		}
}

/* They, then how many more there are. */
static void
show_items(const struct sheet *s, struct view *v, const struct sheet_day *d,
    int64_t day)
{
	const struct agenda_item *x;
	int n = 0;

	for (x = d->first; x != NULL && n < d->shown; x = x->next)
		if (is_of(s, d, x)) {
			show_item(s, view_item(v, "items"), x, d->from);
			n++;
		}
	if (d->n == d->shown)
		return;
	view_int(v, "more", d->n - d->shown);
	if (s->view != LIST || day > s->first)
		view_text(v, "more_href", address(s, s->view == MONTH ?
		    "week" : "list", day, NULL));
}

static void
show_day(const struct sheet *s, struct view *v, int64_t day)
{
	struct request *rq = s->rq;
	struct calendar_shown c;
	int y, m, d;

	calendar_show_day(&rq->cx, s->house, day, &c);
	date_of_days(day, &y, &m, &d);
	view_text(v, "iso", c.iso);
	view_text(v, "date", date_civil(rq->cx.arena, rq->cx.lang, c.iso));
	view_int(v, "n", d);
	view_text(v, "href", address(s, "week", day, NULL));
	view_flag(v, "other", s->view == MONTH && m != s->month);
	view_flag(v, "today", strcmp(c.iso, date_today(rq->cx.arena,
	    rq->cx.zone, rq->cx.now)) == 0);
	view_flag(v, "closed", c.hours[0] == '\0');
	view_text(v, "holiday", c.name);
}

static void
show_month(const struct sheet *s, const struct sheet_day *days)
{
	struct request *rq = s->rq;
	struct view *week = NULL, *v;
	int64_t day;

	for (day = s->first; day < s->first + 7; day++)
		view_text(view_item(rq->view, "weekdays"), "name",
		    date_weekday(rq->cx.arena, rq->cx.lang, day));
	for (day = s->first; day < s->end; day++) {
		if ((day - s->first) % 7 == 0) {
			week = view_item(rq->view, "weeks");
			view_int(week, "no", date_week(day + 3));
			view_text(week, "href", address(s, "week", day,
			    NULL));
		}
		v = view_item(week, "days");
		show_day(s, v, day);
		show_items(s, v, &days[day - s->first], day);
		view_flag(v, "bare", days[day - s->first].n == 0);
	}
}

/* Of a list only the days that have something. */
static void
show_days(const struct sheet *s, const struct sheet_day *days)
{
	const struct sheet_day *d = days;
	struct view *v;
	int64_t day;

	for (day = s->first; day < s->end; day++, d++) {
		if (s->view == LIST && d->shown == 0)
			continue;
		v = view_item(s->rq->view, "days");
		show_day(s, v, day);
		show_items(s, v, d, day);
	}
}

/* A list ends where it is long enough; the way on begins at the first day
 * that is not whole. */
static void
choose_list(const struct sheet *s, struct sheet_day *days)
{
	int64_t day;
	int left = IN_LIST;

	for (day = s->first; day < s->end; day++) {
		choose_items(s, &days[day - s->first], day, left);
		left -= days[day - s->first].shown;
	}
	for (day = s->first + 1; day < s->end; day++)
		if (days[day - s->first].n > days[day - s->first].shown) {
			view_text(s->rq->view, "on", address(s, NULL, day,
			    NULL));
			return;
		}
}

static enum err
show_items_of(struct sheet *s)
{
	struct sheet_day *days = arena_array(s->rq->cx.arena,
	    (size_t)(s->end - s->first), sizeof(*days));
	int64_t day;
	enum err e;

	if (s->view == LIST)
		choose_list(s, days);
	else
		for (day = s->first; day < s->end; day++)
			choose_items(s, &days[day - s->first], day,
			    s->view == MONTH ? IN_MONTH : IN_WEEK);
	if ((e = agenda_fill(&s->rq->cx, s->items)) != OK)
		return e;
	if (s->view == MONTH)
		show_month(s, days);
	else
		show_days(s, days);
	return OK;
}

static enum err
show_sheet(struct sheet *s)
{
	struct request *rq = s->rq;
	bool more;
	enum err e;

	choose_days(s);
	s->kind = place(all_kinds, form_text(rq, "kind"), -1);
	if (s->kind == AGENDA_APPOINTMENT || s->kind == AGENDA_ABSENCE)
		s->ask.kinds = MEETING;
	else if (s->kind >= 0)
		s->ask.kinds = 1U << s->kind;
	s->ask.from = begin(rq, s->first);
	s->ask.until = begin(rq, s->end);
	if ((e = agenda_list(&rq->cx, &s->ask, &s->items, &more)) != OK)
		return e;
	show_ways(s);
	view_flag(rq->view, "more", more);
	view_flag(rq->view, "month", s->view == MONTH);
	view_flag(rq->view, "week", s->view == WEEK);
	view_flag(rq->view, "list", s->view == LIST);
	if ((e = show_items_of(s)) != OK)
		return e;
	return reply_page(rq, "casework/agenda.html");
}

/* Where they are few; of others the page of the person leads here. */
static enum err
show_staff(struct request *rq)
{
	struct person *p;
	struct view *v;
	enum err e = person_staff_few(&rq->cx, &p);

	for (; e == OK && p != NULL; p = p->next) {
		v = view_item(rq->view, "staff");
		view_text(v, "number", p->number);
		view_text(v, "name", p->name);
	}
	return e;
}

/* Whose calendar it is: a team's or a person's that was chosen, or one's
 * own; what nobody is called is one's own too. */
static enum err
choose_whose(struct sheet *s)
{
	struct request *rq = s->rq;
	int64_t person = 0, team = 0;
	enum err e;

	if ((e = show_staff(rq)) != OK ||
	    (e = choices_teams(rq, "teams")) != OK)
		return e;
	if (form_text(rq, "team")[0] != '\0' &&
	    (e = choices_team_id(rq, "team", &team)) != OK)
		return e;
	if (team == 0 && (e = choices_staff_id(rq, "person",
	    &person)) != OK)
		return e;
	s->ask.of = team != 0 ? AGENDA_OF_TEAM : AGENDA_OF_PERSON;
	s->ask.id = team != 0 ? team : person != 0 ? person : rq->cx.viewer;
	s->whose = team != 0;
	if (team != 0)
		view_text(rq->view, "team", choices_team_word(rq,
		    form_text(rq, "team")));
	else if (s->ask.id != rq->cx.viewer)
		view_text(rq->view, "person", choices_staff_word(rq,
		    form_text(rq, "person")));
	else
		view_flag(rq->view, "own", true);
	view_flag(rq->view, "may_enter", true);
	return OK;
}

enum err
get_agenda(struct request *rq)
{
	struct sheet s = { .rq = rq, .base = "/calendar" };
	struct dossier of = { 0 };
	enum err e;

	if ((e = choose_whose(&s)) != OK)
		return e;
	of.team = s.ask.of == AGENDA_OF_TEAM ? s.ask.id : 0;
	if ((e = calendar_of(&rq->cx, &of, &s.house)) != OK)
		return e;
	return show_sheet(&s);
}

enum err
get_dossier_agenda(struct request *rq)
{
	struct sheet s = { .rq = rq, .whose = true };
	struct dossier *d;
	enum err e;

	if ((e = show_open(rq, &d)) != OK ||
	    (e = calendar_of(&rq->cx, d, &s.house)) != OK)
		return e;
	s.base = arena_printf(rq->cx.arena, "/dossiers/%s/calendar",
	    d->number);
	s.ask.of = AGENDA_OF_DOSSIER;
	s.ask.id = d->id;
	view_flag(rq->view, "may_enter", d->level >= LEVEL_WORK &&
	    strcmp(d->status, "closed") != 0 && d->verdict[0] != '\0');
	return show_sheet(&s);
}
