/* SPDX-License-Identifier: MIT */
/* The queue: dossiers by filters that stand in the address. */
#include <string.h>

#include "base/count.h"
#include "casework/lists/beside.h"
#include "casework/lists/columns.h"
#include "casework/lists/filters.h"
#include "casework/lists/pages_lists.h"
#include "casework/lists/views.h"
#include "casework/shared/show.h"
#include "domain/desk/queue.h"
#include "text/message.h"
#include "web/pager.h"

#define USUAL_COLUMNS 7
#define CELLS 320	/* of a page, so that it stays under 50 kB */

const struct field queue_form[] = {
	LIST_FIELDS,
	{ "arrange", FIELD_FLAG },
	{ "c.*", FIELD_TEXT, .max = 3 },
	{ "ticked", FIELD_FLAG },
	{ "beside", FIELD_TEXT, .max = 40 },
	{ "after", FIELD_TEXT, .max = 400 },
	{ 0 }
};

/* A click on the head of the present order turns it round. */
static void
show_heads(struct request *rq, const struct queue_filter *f,
    const struct column *c, size_t n)
{
	const char *present = queue_sort_name(f->sort);
	struct view *v;
	bool chosen, down;

	for (; n > 0; n--, c++) {
		v = view_item(rq->view, "heads");
		view_text(v, "label", c->label);
		view_flag(v, "num", c->num);
		if (c->sort[0] == '\0')
			continue;
		chosen = strcmp(c->sort, present) == 0;
		down = chosen ? !f->descending : c->down;
		if (chosen)
			view_text(v, "sort",
			    f->descending ? "descending" : "ascending");
		view_text(v, "href", filters_list(rq, !down ? c->sort :
		    arena_printf(rq->cx.arena, "%s-down", c->sort),
		    form_text(rq, "columns")));
	}
}

/* For screens that are too narrow for heads; the present one is told. */
static void
show_orders(struct request *rq, const struct queue_filter *f)
{
	static const struct { const char *sort, *label; } list[] = {
		{ "risk-down", N_("Highest risk first, then due") },
		{ "risk", N_("Lowest risk first") },
		{ "due", N_("Due first") },
		{ "due-down", N_("Due last") },
		{ "received-down", N_("Newest first") },
		{ "received", N_("Oldest first") },
		{ "touched-down", N_("Changed last first") },
		{ "touched", N_("Longest unchanged first") },
		{ "title", N_("By title") },
		{ "title-down", N_("By title, from the end") },
		{ "number", N_("By number") },
		{ "number-down", N_("By number, from the end") }
	};
	const char *present = arena_printf(rq->cx.arena, "%s%s",
	    queue_sort_name(f->sort), f->descending ? "-down" : "");
	struct view *v;
	size_t i;

	for (i = 0; i < COUNT(list); i++) {
		v = view_item(rq->view, "orders");
		view_text(v, "sort", list[i].sort);
		view_text(v, "label", _(list[i].label));
		if (strcmp(list[i].sort, present) == 0)
			view_text(rq->view, "sorted", _(list[i].label));
	}
}

/* The rows with what their columns show, and where each leads. */
static enum err
show_rows(struct request *rq, const struct column *c, size_t n,
    struct dossier *d)
{
	const char *within = filters_within(rq);
	struct view *v;
	enum err e;

	if ((e = columns_load(rq, c, n, d)) != OK)
		return e;
	for (; d != NULL; d = d->next) {
		v = view_item(rq->view, "dossiers");
		show_dossier(rq, v, d);
		columns_show(rq, v, c, n, d);
		view_text(v, "href", arena_printf(rq->cx.arena,
		    "/dossiers/%s%s", d->number, within));
	}
	return OK;
}

/* Acts on several: who works on cases may tick them. */
static void
show_bulk(struct request *rq, const struct queue_page *page)
{
	const char *here = request_query(rq, filters_here(rq), "after",
	    form_text(rq, "after"));

	view_text(rq->view, "beside", request_query(rq, here, "beside",
	    "first"));
	if ((rq->cx.rights & (RIGHT_INTAKE | RIGHT_SCREEN | RIGHT_LEAD)) == 0)
		return;
	view_flag(rq->view, "picks", true);
	view_flag(rq->view, "ticked", form_flag(rq, "ticked"));
	view_text(rq->view, "untick", here);
	view_text(rq->view, "tick", request_query(rq, here, "ticked", "1"));
	view_flag(rq->view, "longer", page->next[0] != '\0' ||
	    form_text(rq, "after")[0] != '\0');
}

enum err
get_queue(struct request *rq)
{
	const struct casetype *type = filters_type(rq);
	struct column columns[COLUMNS_MOST];
	struct queue_filter f;
	struct queue_page page;
	size_t n;
	enum err e;

	if (form_flag(rq, "arrange"))
		return reply_redirect(rq, "%s", filters_list(rq,
		    form_text(rq, "sort"), columns_arranged(rq, type)));
	if ((e = filters_typed(rq, &f)) != OK)
		return e;
	n = columns_typed(rq, type, columns);
	f.after = form_text(rq, "after");
	f.limit = n * LIST_ROWS <= CELLS ? LIST_ROWS : CELLS / (int)n;
	if ((e = queue_list(&rq->cx, &f, &page)) != OK)
		return e;
	pager_count(rq->view, "count", page.count);
	pager_show(rq, filters_here(rq), page.next);
	if (form_text(rq, "beside")[0] != '\0')
		return beside_page(rq, &f, &page);
	if ((e = show_rows(rq, columns, n, page.dossiers)) != OK)
		return e;
	show_bulk(rq, &page);
	show_heads(rq, &f, columns, n);
	show_orders(rq, &f);
	view_text(rq->view, "csv", arena_printf(rq->cx.arena,
	    "/dossiers.csv%s", filters_here(rq) + strlen("/dossiers")));
	filters_carry(rq, "list", false);
	view_text(rq->view, "columns_now", form_text(rq, "columns"));
	columns_show_form(rq, type, columns, n);
	view_flag(rq->view, "one_type", type != NULL);
	view_flag(rq->view, "dense", n > USUAL_COLUMNS);
	if ((e = views_show(rq)) != OK || (e = filters_show(rq, &f)) != OK)
		return e;
	return reply_page(rq, "casework/queue.html");
}
