/* SPDX-License-Identifier: MIT */
/* The list and one of its dossiers, side by side; and a dossier's place in
 * the list that it was opened from. */
#include "casework/lists/beside.h"

#include <string.h>

#include "casework/case/pages_case.h"
#include "casework/lists/filters.h"
#include "casework/lists/views.h"
#include "casework/shared/show.h"

static const char *
with_list(struct request *rq, const char *number)
{
	return arena_printf(rq->cx.arena, "/dossiers/%s%s", number,
	    filters_within(rq));
}

static const char *
with_beside(struct request *rq, const char *number)
{
	return request_query(rq, request_query(rq, filters_here(rq), "after",
	    form_text(rq, "after")), "beside", number);
}

/* beside: the neighbours are shown at the list's side too. */
static enum err
show_place(struct request *rq, const struct queue_filter *filter,
    const char *number, bool beside)
{
	const char *(*to)(struct request *, const char *) =
	    beside ? with_beside : with_list;
	struct queue_filter f = *filter;
	struct queue_place at;
	struct view *v;
	enum err e;

	f.after = "";
	if ((e = queue_around(&rq->cx, &f, number, &at)) != OK)
		return e;
	v = view_part(rq->view, "place");
	view_int(v, "at", at.at > 1000 ? 0 : at.at);
	view_int(v, "count", at.count);
	view_flag(v, "more", at.count > 1000);
	view_flag(v, "far", at.at > 1000);
	if (at.previous[0] != '\0')
		view_text(v, "previous", to(rq, at.previous));
	if (at.next[0] != '\0')
		view_text(v, "next", to(rq, at.next));
	if (!beside)
		view_text(v, "list", filters_here(rq));
	return OK;
}

enum err
beside_place(struct request *rq)
{
	struct queue_filter f;
	enum err e;

	if (!filters_given(rq))
		return OK;
	if ((e = filters_typed(rq, &f)) != OK)
		return e;
	return show_place(rq, &f, rq->number, false);
}

static void
show_rows(struct request *rq, const struct dossier *d, const char *chosen)
{
	struct view *v;

	for (; d != NULL; d = d->next) {
		v = view_item(rq->view, "rows");
		show_dossier(rq, v, d);
		view_text(v, "href", with_list(rq, d->number));
		view_text(v, "beside", with_beside(rq, d->number));
		view_flag(v, "here", strcmp(d->number, chosen) == 0);
	}
}

/* The filters in words only: their names are the dossier's on this page. */
static enum err
show_filters(struct request *rq, const struct queue_filter *f)
{
	struct view *page = rq->view;
	enum err e;

	rq->view = view_part(page, "filter");
	e = filters_show(rq, f);
	rq->view = page;
	return e;
}

enum err
beside_page(struct request *rq, const struct queue_filter *f,
    const struct queue_page *page)
{
	const char *chosen = form_text(rq, "beside");
	enum err e;

	if (strcmp(chosen, "first") == 0)
		chosen = page->dossiers == NULL ? "" :
		    page->dossiers->number;
	rq->number = chosen;
	rq->level = LEVEL_READ;
	e = chosen[0] == '\0' ? ERR_MISSING : dossiers_show(rq, 5);
	if (e == OK)
		e = show_place(rq, f, chosen, true);
	if (e != OK && e != ERR_MISSING && e != ERR_FORBIDDEN)
		return e;
	view_flag(rq->view, "gone", e != OK && page->dossiers != NULL);
	rq->cx.why = NULL;
	view_text(rq->view, "open", with_list(rq, chosen));
	view_text(rq->view, "whole", request_query(rq, filters_here(rq),
	    "after", form_text(rq, "after")));
	show_rows(rq, page->dossiers, chosen);
	if ((e = views_show(rq)) != OK || (e = show_filters(rq, f)) != OK)
		return e;
	return reply_page(rq, "casework/side.html");
}
