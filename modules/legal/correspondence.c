/* SPDX-License-Identifier: MIT */
/* The correspondence of a matter: by party, by way, newest first. */
#include "legal/correspondence.h"

#include <string.h>

#include "domain/dossier/exchange.h"
#include "domain/dossier/party.h"
#include "domain/people/compartment.h"
#include "domain/story/look.h"
#include "text/csv.h"
#include "text/message.h"
#include "text/number.h"
#include "web/pager.h"

#define ROWS 50
#define LATEST 4	/* on the page of the matter */
#define OTHERS -1	/* in an address: with nobody who is on the case */

static const char *const ways[] = { EXCHANGE_WAYS, NULL };

#define FILTER								\
	{ "with", FIELD_INT, .min = OTHERS, .max = INT32_MAX },		\
	{ "way", FIELD_CHOICE, .choices = ways }

const struct field correspondence_form[] = {
	FILTER,
	{ "after", FIELD_INT, .min = 1, .max = INT64_MAX },
	{ 0 }
};
const struct field correspondence_csv_form[] = {
	FILTER,
	{ 0 }
};

static const char *
plain(struct request *rq, int64_t n)
{
	return number_plain(rq->cx.arena, n, 0);
}

/* The role on the case of whom it was exchanged with, "" none now. */
static const char *
role_of(struct request *rq, const struct dossier *d,
    const struct exchange *x)
{
	const struct party *p = d->parties;

	while (p != NULL && (p->person != x->person ||
	    strcmp(p->role, "lead") == 0))
		p = p->next;
	return p == NULL || x->person == 0 ? "" :
	    party_role(&rq->cx, d->type, p->role);
}

static void
show_row(struct request *rq, const struct dossier *d,
    const struct exchange *x)
{
	struct view *v = view_item(rq->view, "letters");

	view_int(v, "no", x->no);
	view_flag(v, "note", x->note);
	view_text(v, "title", x->title);
	view_text(v, "author", x->author);
	view_text(v, "number", x->number);
	view_text(v, "name", x->name);
	view_text(v, "role", role_of(rq, d, x));
	view_text(v, "way", exchange_way(x->way));
	view_text(v, "medium", x->medium[0] == '\0' ? "" :
	    exchange_medium(x->medium));
	view_text(v, "day", x->exchanged);
	view_flag(v, "withdrawn", x->withdrawn != 0);
	view_text(v, "within", compartment_word(x->compartment_name));
	view_flag(v, "held", x->held);
}

enum err
correspondence_show(struct request *rq, struct dossier *d)
{
	const struct exchange_filter latest = { .way = "",
	    .limit = LATEST };
	struct exchange *x;
	enum err e;

	if ((e = exchange_list(&rq->cx, d, &latest, &x)) != OK)
		return e;
	view_flag(rq->view, "may_write", d->level >= LEVEL_WORK);
	for (; x != NULL; x = x->next)
		show_row(rq, d, x);
	return OK;
}

static struct exchange_filter
asked(struct request *rq)
{
	int64_t with = form_int(rq, "with");

	return (struct exchange_filter){ .party = with > 0 ? with : 0,
	    .others = with == OTHERS, .way = form_text(rq, "way") };
}

/* The same filters at another address. */
static const char *
address(struct request *rq, const char *page)
{
	int64_t with = form_int(rq, "with");
	const char *at = arena_printf(rq->cx.arena, "/legal/%s/%s",
	    rq->number, page);

	at = request_query(rq, at, "with", with == 0 ? "" : plain(rq, with));
	return request_query(rq, at, "way", form_text(rq, "way"));
}

/* Each person once, in whatever roles. */
static bool
first_of(const struct dossier *d, const struct party *p)
{
	const struct party *q = d->parties;

	while (q->person != p->person || strcmp(q->role, "lead") == 0)
		q = q->next;
	return q == p;
}

static void
show_filters(struct request *rq, const struct dossier *d)
{
	const struct party *p;
	size_t i;

	for (p = d->parties; p != NULL; p = p->next)
		if (strcmp(p->role, "lead") != 0 && first_of(d, p))
			view_option(rq->view, "whom", plain(rq, p->no),
			    p->name);
	for (i = 0; ways[i] != NULL; i++)
		view_option(rq->view, "ways", ways[i], exchange_way(ways[i]));
	view_flag(rq->view, "narrowed", form_int(rq, "with") != 0 ||
	    form_text(rq, "way")[0] != '\0');
}

enum err
get_correspondence(struct request *rq)
{
	struct exchange_filter f = asked(rq);
	struct exchange *x, *last = NULL;
	struct dossier *d;
	enum err e;
	int n;

	f.after = form_int(rq, "after");
	f.limit = ROWS + 1;
	if ((e = matter_page_open(rq, &d)) != OK ||
	    (e = exchange_list(&rq->cx, d, &f, &x)) != OK)
		return e;
	show_filters(rq, d);
	view_flag(rq->view, "may_write", d->level >= LEVEL_WORK);
	view_flag(rq->view, "whole", true);
	for (n = 0; x != NULL && n < ROWS; last = x, x = x->next, n++)
		show_row(rq, d, x);
	pager_show_no(rq, address(rq, "correspondence"),
	    x == NULL ? 0 : last->no);
	view_text(rq->view, "csv", address(rq, "correspondence.csv"));
	return reply_page(rq, "legal/correspondence.html");
}

static void
csv_line(struct request *rq, struct buf *b, const struct dossier *d,
    const struct exchange *x)
{
	csv_cell(b, d->number);
	csv_cell(b, plain(rq, x->no));
	csv_cell(b, x->exchanged);
	csv_cell(b, x->way);
	csv_cell(b, x->medium);
	csv_cell(b, x->name);
	csv_cell(b, x->number);
	csv_cell(b, x->note ? "note" : "document");
	csv_cell(b, x->title);
	csv_cell(b, x->author);
	csv_end(b);
}

/* What is held back is not in it, and how much that is stands below. */
static void
csv_held(struct request *rq, struct buf *b, const struct dossier *d, long n)
{
	int i;

	if (n == 0)
		return;
	csv_cell(b, d->number);
	for (i = 0; i < 7; i++)
		csv_cell(b, i == 6 ? "held" : "");
	csv_cell(b, arena_printf(rq->cx.arena, message_plural(
	    "%ld privileged item is not in this export",
	    "%ld privileged items are not in this export", n), n));
	csv_cell(b, "");
	csv_end(b);
}

enum err
get_correspondence_csv(struct request *rq)
{
	const struct exchange_filter f = asked(rq);
	struct buf b = { 0 };
	struct exchange *x;
	struct dossier *d;
	long held = 0, rows = 0;
	enum err e;

	if ((e = matter_page_open(rq, &d)) != OK ||
	    (e = exchange_list(&rq->cx, d, &f, &x)) != OK)
		return e;
	buf_text(&b, "number,item,day,way,by,with,person,what,title,"
	    "added_by\r\n");
	for (; x != NULL; x = x->next)
		if (x->held)
			held++;
		else {
			csv_line(rq, &b, d, x);
			rows++;
		}
	csv_held(rq, &b, d, held);
	look_letters(&rq->cx, d, rows);
	return reply_download(rq, "text/csv", arena_printf(rq->cx.arena,
	    "%s-correspondence.csv", d->number), &b);
}
