/* SPDX-License-Identifier: MIT */
/* Services that are due or late, of all patients of somebody or a team. */
#include "domain/desk/gap.h"

#include <string.h>

#include "base/buf.h"
#include "domain/course/service.h"
#include "domain/desk/queue.h"
#include "domain/people/access.h"
#include "medical/careplans.h"
#include "medical/medical.h"
#include "text/csv.h"
#include "text/date.h"
#include "text/message.h"
#include "web/pager.h"

#define ROWS 35	/* a page is under 50 kB */
#define PAGE 200	/* of the table, rows read at once */

static const char *const lists[] = { "mine", "all", NULL };
static const char *const whens[] = { "", "late", "today", "week", NULL };

const struct field gaps_form[] = {
	{ "list", FIELD_CHOICE, .choices = lists },
	{ "when", FIELD_CHOICE, .choices = whens },
	{ "team", FIELD_TEXT, .max = 60 },
	{ "aftercare", FIELD_FLAG },
	{ "after", FIELD_TEXT, .max = 40 },
	{ 0 }
};
const struct field gaps_csv_form[] = {
	{ "list", FIELD_CHOICE, .choices = lists },
	{ "when", FIELD_CHOICE, .choices = whens },
	{ "team", FIELD_TEXT, .max = 60 },
	{ "aftercare", FIELD_FLAG },
	{ 0 }
};

/* The teams of the viewer. */
static enum err
show_teams(struct request *rq)
{
	struct scope_choice *all, *s, *o;
	enum err e;

	if ((e = access_scopes(&rq->cx, LEVEL_READ, &all)) != OK)
		return e;
	for (s = all; s != NULL; s = s->next) {
		for (o = all; strcmp(o->team_code, s->team_code) != 0;)
			o = o->next;
		if (o == s)
			view_option(rq->view, "teams", s->team_code,
			    s->team);
	}
	return OK;
}

struct gaps {
	struct gap_filter filter;
	const char *list, *query;
};

static enum err
typed(struct request *rq, struct gaps *out)
{
	static const char *const names[] = { "when", "team" };
	const char *list = form_text(rq, "list");
	struct gap_filter *f = &out->filter;
	size_t i;
	enum err e;

	*out = (struct gaps){ .list = list[0] == '\0' ? "mine" : list };
	if ((e = medical_member(&rq->cx)) != OK ||
	    (e = show_teams(rq)) != OK)
		return e;
	f->team = form_text(rq, "team");
	f->mine = strcmp(out->list, "mine") == 0;
	f->aftercare = form_flag(rq, "aftercare");
	for (i = 1; whens[i] != NULL; i++)
		if (strcmp(whens[i], form_text(rq, "when")) == 0)
			f->when = (enum gap_when)i;
	out->query = request_query(rq, "", "list", out->list);
	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		out->query = request_query(rq, out->query, names[i],
		    form_text(rq, names[i]));
	if (f->aftercare)
		out->query = request_query(rq, out->query, "aftercare", "1");
	return OK;
}

static void
show_row(struct request *rq, const struct service_day *y)
{
	struct view *v = view_item(rq->view, "rows");
	int64_t late = service_words_late(&rq->cx, y->day);

	view_text(v, "number", y->number);
	view_text(v, "patient", y->patient[0] != '\0' ? y->patient :
	    y->dossier);
	view_text(v, "dossier", y->dossier);
	view_int(v, "no", y->service);
	view_text(v, "title", y->title);
	view_text(v, "goal", y->goal);
	view_text(v, "who", y->who);
	view_text(v, "lead", y->lead);
	view_text(v, "day", y->day);
	view_int(v, "late", late);
	view_flag(v, "aftercare", y->aftercare);
	view_flag(v, "today", late == 0 && strcmp(y->day, date_today(
	    rq->cx.arena, rq->cx.zone, rq->cx.now)) == 0);
}

enum err
get_gaps(struct request *rq)
{
	const struct service_day *y;
	struct gap_page page;
	struct gaps x;
	enum err e;

	if ((e = typed(rq, &x)) != OK)
		return e;
	x.filter.after = form_text(rq, "after");
	x.filter.limit = ROWS;
	if ((e = gap_list(&rq->cx, &x.filter, &page)) != OK ||
	    (e = gaps_show(rq)) != OK)
		return e;
	for (y = page.days; y != NULL; y = y->next)
		show_row(rq, y);
	view_flag(rq->view, x.list, true);
	view_text(rq->view, "list", x.list);
	view_text(rq->view, "csv", arena_printf(rq->cx.arena,
	    MEDICAL "/gaps.csv%s", x.query));
	pager_show(rq, arena_printf(rq->cx.arena, MEDICAL "/gaps%s",
	    x.query), page.next);
	return reply_page(rq, "medical/gaps.html");
}

enum err
gaps_show(struct request *rq)
{
	struct view *v = view_part(rq->view, "gaps");
	struct gap_counts n;
	enum err e;

	if ((e = gap_count(&rq->cx, &n)) != OK)
		return e;
	view_int(v, "late", n.late);
	view_int(v, "today", n.today);
	view_int(v, "all", n.all < GAP_MANY ? n.all : GAP_MANY - 1);
	view_flag(v, "more", n.all >= GAP_MANY);
	return OK;
}

static void
add_row(struct request *rq, const struct service_day *y, struct buf *b)
{
	csv_cell(b, y->number);
	csv_cell(b, y->patient);
	csv_cell(b, y->title);
	csv_cell(b, y->goal);
	csv_cell(b, y->every);
	csv_cell(b, y->who);
	csv_cell(b, y->lead);
	csv_cell(b, y->day);
	csv_cell(b, arena_printf(rq->cx.arena, "%lld",
	    (long long)service_words_late(&rq->cx, y->day)));
	csv_cell(b, y->aftercare ? "1" : "0");
	csv_end(b);
}

/* Each page has memory of its own. */
static enum err
add_rows(struct request *rq, struct gap_filter *f, struct buf *b,
    int64_t *rows)
{
	struct arena *whole = rq->cx.arena, *own = arena_new();
	const struct service_day *y;
	struct gap_page page;
	enum err e;

	rq->cx.arena = own;
	do {
		if ((e = gap_list(&rq->cx, f, &page)) != OK)
			break;
		for (y = page.days; y != NULL; y = y->next, ++*rows)
			add_row(rq, y, b);
		if ((e = reply_stream_add(rq, b)) != OK)
			break;
		f->after = arena_text(whole, page.next);
		arena_reset(own);
	} while (f->after[0] != '\0');
	if (e != OK && rq->cx.why != NULL)
		rq->cx.why = arena_text(whole, rq->cx.why);
	rq->cx.arena = whole;
	arena_free(own);
	return e;
}

enum err
get_gaps_csv(struct request *rq)
{
	static const char *const heads[] = { "number", "patient", "service",
	    "goal", "every", "who", "lead", "due", "days_late",
	    "aftercare" };
	struct buf b = { 0 };
	int64_t rows = 0;
	struct gaps x;
	size_t i;
	enum err e;

	if ((e = typed(rq, &x)) != OK)
		return e;
	for (i = 0; i < sizeof(heads) / sizeof(heads[0]); i++)
		csv_cell(&b, heads[i]);
	csv_end(&b);
	x.filter.after = "";
	x.filter.limit = PAGE;
	if ((e = reply_stream_add(rq, &b)) == OK)
		e = add_rows(rq, &x.filter, &b, &rows);
	buf_free(&b);
	if (e != OK)
		return e;
	queue_exported(&rq->cx, arena_printf(rq->cx.arena, MEDICAL
	    "/gaps%s", x.query), rows);
	return reply_stream_end(rq, "text/csv", arena_printf(rq->cx.arena,
	    "gaps-%s.csv", date_today(rq->cx.arena, rq->cx.zone,
	    rq->cx.now)));
}
