/* SPDX-License-Identifier: MIT */
/* The deadlines of a week on a sheet to be printed and ticked by hand. */
#include "base/day.h"
#include "casework/lists/pages_lists.h"
#include "casework/shared/choices.h"
#include "casework/shared/show.h"
#include "domain/desk/agenda.h"
#include "text/date.h"
#include "text/message.h"
#include "web/view.h"

#define BACK 366		/* days in which an overdue one is looked for */
#define MOST 120		/* lines of a sheet */

const struct field week_sheet_form[] = {
	{ "day", FIELD_DATE },
	{ "team", FIELD_TEXT, .max = 100 },
	{ 0 }
};

/* The week of the day that was asked for, else of today. */
struct week {
	struct request *rq;
	int64_t first;		/* its first day, since 1970 */
	int64_t from, until;	/* its moments */
	bool team;
};

static int64_t
begin(struct request *rq, int64_t day)
{
	int64_t n = day * DAY;

	(void)date_start(rq->cx.zone, date_iso(rq->cx.arena, day), &n);
	return n;
}

static void
choose_week(struct week *w)
{
	struct request *rq = w->rq;
	const char *day = form_date(rq, "day");
	int64_t at = 0;

	if (day[0] == '\0')
		day = date_today(rq->cx.arena, rq->cx.zone, rq->cx.now);
	(void)date_start("UTC", day, &at);
	w->first = date_day(at);
	w->first -= (date_weekday_of(w->first) -
	    date_week_begins(rq->cx.lang) + 7) % 7;
	w->from = begin(rq, w->first);
	w->until = begin(rq, w->first + 7);
}

static const char *
address(const struct week *w, int64_t day)
{
	const char *of_team = request_query(w->rq, "/calendar/deadlines",
	    "team", form_text(w->rq, "team"));

	return request_query(w->rq, of_team, "day", date_iso(w->rq->cx.arena,
	    day));
}

/* What is late, or in the week; of warnings only those of the week. */
static bool
is_on_it(const struct week *w, const struct agenda_item *x)
{
	return x->kind == AGENDA_DEADLINE ? x->from >= w->from ||
	    x->from < w->rq->cx.now : x->from >= w->from;
}

static void
show_line(const struct week *w, const struct agenda_item *x)
{
	struct request *rq = w->rq;
	struct view *v = view_item(rq->view, "lines");

	view_moment(v, "due", x->from);
	view_flag(v, "whole", agenda_by_day(&rq->cx, x));
	view_flag(v, "over", x->kind == AGENDA_DEADLINE &&
	    x->from < rq->cx.now);
	view_text(v, "kind", agenda_word(x->kind));
	view_text(v, "title", x->title);
	view_text(v, "number", x->number);
	view_text(v, "dossier", x->dossier_title);
	view_int(v, "no", x->no);
	view_flag(v, "team", w->team);
	view_text(v, "person", x->person);
}

static enum err
show_lines(const struct week *w, struct agenda_ask *a)
{
	struct request *rq = w->rq;
	struct agenda_item *items, *x;
	int n = 0;
	bool more;
	enum err e;

	a->kinds = 1U << AGENDA_DEADLINE | 1U << AGENDA_WARNING;
	a->from = w->from - BACK * DAY;
	a->until = w->until;
	if ((e = agenda_list(&rq->cx, a, &items, &more)) != OK)
		return e;
	for (x = items; x != NULL; x = x->next)
		x->wanted = is_on_it(w, x) && n++ < MOST;
	if ((e = agenda_fill(&rq->cx, items)) != OK)
		return e;
	for (x = items; x != NULL; x = x->next)
		if (x->wanted)
			show_line(w, x);
	view_flag(rq->view, "more", more || n > MOST);
	view_flag(rq->view, "none", n == 0);
	return OK;
}

static enum err
choose_whose(struct week *w, struct agenda_ask *a)
{
	struct request *rq = w->rq;
	int64_t team = 0;
	enum err e;

	if ((e = choices_teams(rq, "teams")) != OK)
		return e;
	if (form_text(rq, "team")[0] != '\0' &&
	    (e = choices_team_id(rq, "team", &team)) != OK)
		return e;
	w->team = team != 0;
	a->of = w->team ? AGENDA_OF_TEAM : AGENDA_OF_PERSON;
	a->id = w->team ? team : rq->cx.viewer;
	view_flag(rq->view, "team", w->team);
	view_text(rq->view, "whose", w->team ? choices_team_word(rq,
	    form_text(rq, "team")) : rq->cx.name);
	return OK;
}

enum err
get_week_sheet(struct request *rq)
{
	struct week w = { .rq = rq };
	struct agenda_ask a = { 0 };
	struct arena *arena = rq->cx.arena;
	enum err e;

	choose_week(&w);
	if ((e = choose_whose(&w, &a)) != OK ||
	    (e = show_lines(&w, &a)) != OK)
		return e;
	view_int(rq->view, "week", date_week(w.first + 3));
	view_text(rq->view, "first", date_civil(arena, rq->cx.lang,
	    date_iso(arena, w.first)));
	view_text(rq->view, "last", date_civil(arena, rq->cx.lang,
	    date_iso(arena, w.first + 6)));
	view_text(rq->view, "day", date_iso(arena, w.first));
	view_text(rq->view, "before", address(&w, w.first - 7));
	view_text(rq->view, "after", address(&w, w.first + 7));
	view_moment(rq->view, "made", rq->cx.now);
	return reply_page(rq, "casework/week-sheet.html");
}
