/* SPDX-License-Identifier: MIT */
/* The tray: what arrived and has no verdict yet, oldest first. */
#include "intake.h"

#include <string.h>

#include "base/count.h"
#include "base/day.h"
#include "domain/desk/queue.h"
#include "domain/spine/medium.h"
#include "domain/type/casetype.h"
#include "text/message.h"
#include "web/facts.h"
#include "web/pager.h"

#define OLD (3 * DAY)	/* seconds after which a request is marked */

const struct field tray_form[] = {
	{ "type",  FIELD_TEXT, .max = 64 },
	{ "sort",  FIELD_TEXT, .max = 20 },
	{ "after", FIELD_TEXT, .max = 400 },
	{ NULL }
};

static void
tab(struct request *rq, const char *address, const char *word, int64_t n)
{
	struct view *v = view_item(rq->view, "tabs");

	view_text(v, "address", address);
	view_text(v, "word", word);
	view_int(v, "count", n);
	view_flag(v, "many", n > 1000);
	view_flag(v, "current", strcmp(rq->path, address) == 0);
}

enum err
tray_tabs(struct request *rq)
{
	struct queue_counts waiting;
	int64_t unfiled[3];
	enum err e;

	if ((e = queue_counts(&rq->cx, &waiting)) != OK ||
	    (e = arrival_count(&rq->cx, unfiled)) != OK)
		return e;
	tab(rq, "/intake", _("Requests"), waiting.tray);
	tab(rq, "/intake/unfiled", _("Unfiled"), unfiled[0]);
	return OK;
}

static enum err
type_choices(struct request *rq)
{
	const char *chosen = form_text(rq, "type");
	const struct casetype *t;
	enum err e;

	if ((e = casetype_all(&rq->cx, &t)) != OK)
		return e;
	for (; t != NULL; t = t->next) {
		view_option(rq->view, "types", t->code,
		    message_label(&t->label, rq->cx.lang));
		if (strcmp(t->code, chosen) == 0)
			view_text(rq->view, "type",
			    message_label(&t->label, rq->cx.lang));
	}
	return OK;
}

/* By arrival, unless somebody wants it otherwise; what a click on a head asks
 * for next. */
static void
sorted(struct request *rq, struct queue_filter *f)
{
	static const struct {
		const char *code, *label;
		enum queue_sort sort;
		bool down;
	} all[] = {
		{ "", N_("Oldest first"), QUEUE_RECEIVED, false },
		{ "received-down", N_("Newest first"), QUEUE_RECEIVED, true },
		{ "risk-down", N_("Highest risk first, then due"),
		    QUEUE_RISK, true },
		{ "risk", N_("Lowest risk first"), QUEUE_RISK, false }
	};
	const char *chosen = form_text(rq, "sort"), *way;
	size_t i, at = 0;

	for (i = 0; i < COUNT(all); i++) {
		view_option(rq->view, "orders", all[i].code,
		    _(all[i].label));
		if (strcmp(all[i].code, chosen) == 0)
			at = i;
	}
	f->sort = all[at].sort;
	f->descending = all[at].down;
	way = f->descending ? "descending" : "ascending";
	view_text(rq->view, f->sort == QUEUE_RISK ? "risk_sort" :
	    "received_sort", way);
	view_text(rq->view, "risk_next", at == 2 ? "risk" : "risk-down");
	view_text(rq->view, "received_next", at == 0 ? "received-down" : "");
	view_text(rq->view, "sort", all[at].code);
	form_start(rq, "sort", all[at].code);
}

enum err
get_tray(struct request *rq)
{
	struct queue_filter filter = { .unscreened = true, .status = "open",
	    .limit = 50, .phase = "", .text = "", .field = "",
	    .field_value = "" };
	struct queue_page page;
	struct dossier *d;
	struct view *v;
	enum err e;

	filter.type = form_text(rq, "type");
	filter.after = form_text(rq, "after");
	sorted(rq, &filter);
	if ((e = tray_tabs(rq)) != OK || (e = type_choices(rq)) != OK ||
	    (e = queue_list(&rq->cx, &filter, &page)) != OK)
		return e;
	for (d = page.dossiers; d != NULL; d = d->next) {
		v = view_item(rq->view, "requests");
		view_text(v, "number", d->number);
		view_text(v, "title", d->title);
		view_text(v, "type", message_label(&d->type->label,
		    rq->cx.lang));
		view_text(v, "requester", d->requester);
		facts_show_risk(rq, v, d);
		view_text(v, "medium", medium_word(d->medium));
		view_text(v, "team", d->team_name);
		view_moment(v, "received", d->received);
		view_text(v, "age", rq->cx.now - d->received > OLD ?
		    "mark late" : NULL);
	}
	pager_count(rq->view, "count", page.count);
	pager_show(rq, request_query(rq, request_query(rq, "/intake", "type",
	    filter.type), "sort", form_text(rq, "sort")), page.next);
	view_text(rq->view, "type_code", filter.type);
	form_start(rq, "type", filter.type);
	return reply_page(rq, "intake/tray.html");
}
