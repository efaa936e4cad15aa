/* SPDX-License-Identifier: MIT */
/* The queue: dossiers by filters that stand in the address. */
#include <string.h>

#include "casework/casework.h"
#include "casework/filters.h"
#include "casework/show.h"
#include "domain/queue.h"
#include "text/message.h"

static const char *const statuses[] = {
	"active", "open", "waiting", "closed", NULL
};
static const char *const orders[] = { "up", "down", NULL };

const struct field queue_form[] = {
	{ "type", FIELD_TEXT, .max = 60 },
	{ "status", FIELD_CHOICE, .choices = statuses },
	{ "phase", FIELD_TEXT, .max = 60 },
	{ "risk", FIELD_INT, .min = 0, .max = 20 },
	{ "owner", FIELD_TEXT, .max = 20 },
	{ "team", FIELD_TEXT, .max = 200 },
	{ "overdue", FIELD_FLAG },
	{ "unscreened", FIELD_FLAG },
	{ "text", FIELD_TEXT, .max = 200 },
	{ "person", FIELD_TEXT, .max = 20 },
	{ "label", FIELD_TEXT, .max = 60 },
	{ "field", FIELD_TEXT, .max = 60 },
	{ "value", FIELD_TEXT, .max = 200 },
	{ "sort", FIELD_TEXT, .max = 20 },
	{ "order", FIELD_CHOICE, .choices = orders },
	{ "after", FIELD_TEXT, .max = 400 },
	{ 0 }
};

/* The column heads in the order of the page; those without a sort stay
 * words. */
static void
show_heads(struct request *rq, const struct queue_filter *f)
{
	static const struct {
		const char *label;
		int sort;	/* -1: none */
		bool down, num;	/* what the first click gives */
	} heads[] = {
		{ N_("Number"), QUEUE_NUMBER, false, false },
		{ N_("Case"), QUEUE_TITLE, false, false },
		{ N_("Phase"), -1, false, false },
		{ N_("Risk"), QUEUE_RISK, true, false },
		{ N_("Lead"), -1, false, false },
		{ N_("Due"), QUEUE_DUE, false, true },
		{ N_("Received"), QUEUE_RECEIVED, true, true },
	};
	struct view *v;
	bool chosen, down;
	size_t i;

	for (i = 0; i < sizeof(heads) / sizeof(heads[0]); i++) {
		v = view_item(rq->view, "heads");
		view_text(v, "label", _(heads[i].label));
		view_flag(v, "num", heads[i].num);
		if (heads[i].sort < 0)
			continue;
		chosen = (int)f->sort == heads[i].sort;
		down = chosen ? !f->descending : heads[i].down;
		if (chosen)
			view_text(v, "sort",
			    f->descending ? "descending" : "ascending");
		view_text(v, "href", filters_sorted(rq,
		    queue_sort_name((enum queue_sort)heads[i].sort),
		    down ? "down" : "up"));
	}
}

/* Views that most people want, as addresses; the present one is marked. */
static void
show_views(struct request *rq)
{
	static const struct {
		const char *label, *address;
	} views[] = {
		{ N_("Under way"), "/dossiers?status=active" },
		{ N_("Mine"), "/dossiers?status=active&owner=me" },
		{ N_("Without a lead"), "/dossiers?status=active&owner=none" },
		{ N_("Overdue"), "/dossiers?overdue=1" },
		{ N_("Waiting"), "/dossiers?status=waiting" },
		{ N_("Closed"), "/dossiers?status=closed" },
		{ N_("All"), "/dossiers" },
	};
	const char *here = filters_address(rq, "");
	struct view *v;
	size_t i;

	for (i = 0; i < sizeof(views) / sizeof(views[0]); i++) {
		v = view_item(rq->view, "views");
		view_text(v, "label", _(views[i].label));
		view_text(v, "href", views[i].address);
		view_flag(v, "here", strcmp(views[i].address, here) == 0);
	}
}

static void
typed_sort(struct request *rq, struct queue_filter *f)
{
	if (!queue_sort_by_name(form_text(rq, "sort"), &f->sort))
		f->sort = QUEUE_DUE;
	f->descending = strcmp(form_text(rq, "order"), "down") == 0;
}

enum err
get_queue(struct request *rq)
{
	struct queue_filter f;
	struct queue_page page;
	struct dossier *d;
	struct view *v;
	enum err e;

	if ((e = filters_typed(rq, &f)) != OK)
		return e;
	typed_sort(rq, &f);
	f.after = form_text(rq, "after");
	f.limit = LIST_ROWS;
	if ((e = queue_list(&rq->cx, &f, &page)) != OK)
		return e;
	for (d = page.dossiers; d != NULL; d = d->next)
		show_dossier(rq, view_item(rq->view, "dossiers"), d);
	v = view_part(rq->view, "count");
	view_int(v, "n", page.count > 1000 ? 1000 : page.count);
	view_flag(v, "more", page.count > 1000);
	if (page.next[0] != '\0')
		view_text(rq->view, "next", show_query(rq,
		    filters_here(rq), "after", page.next));
	if (f.after[0] != '\0')
		view_text(rq->view, "first", filters_here(rq));
	show_heads(rq, &f);
	show_views(rq);
	if ((e = filters_show(rq, &f)) != OK)
		return e;
	return reply_page(rq, "casework/queue.html");
}
