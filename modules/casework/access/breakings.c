/* SPDX-License-Identifier: MIT */
/* Emergency access as auditors review it, and as a lead hears of it. */
#include <string.h>

#include "casework/access/breakings.h"
#include "casework/shared/show.h"
#include "domain/dossier/glass.h"
#include "domain/spine/event_get.h"
#include "domain/spine/keep.h"
#include "domain/story/look.h"
#include "text/message.h"
#include "web/pager.h"

static const char *const lists[] = { "open", "done", NULL };
static const char *const findings[] = { "justified", "unjustified", NULL };

const struct field breakings_form[] = {
	{ "list", FIELD_CHOICE, .choices = lists },
	{ "after", FIELD_TEXT, .max = 40 },
	{ 0 }
};
const struct field review_form[] = {
	{ "finding", FIELD_CHOICE, .min = 1, .choices = findings },
	{ "remark", FIELD_LINES, .min = 1, .max = KEEP_REASON },
	{ 0 }
};

static void
show_glass(struct request *rq, struct view *v, const struct glass *g)
{
	view_text(v, "number", g->number);
	view_text(v, "dossier", g->dossier_number);
	view_text(v, "person", g->person_number);
	view_text(v, "name", g->person_name);
	view_text(v, "reason", glass_reason_word(g->reason));
	view_text(v, "words", g->words);
	view_moment(v, "opened", g->opened);
	view_moment(v, "until", g->until);
	view_flag(v, "lasts", g->until > rq->cx.now);
	view_moment(v, "due", g->due);
	view_flag(v, "late", g->reviewed == 0 && g->due < rq->cx.now);
	view_moment(v, "reviewed", g->reviewed);
	view_text(v, "reviewer", g->reviewer);
	view_flag(v, "unjustified", strcmp(g->finding, "unjustified") == 0);
	view_text(v, "remark", g->remark);
	view_flag(v, "mine", g->person == rq->cx.viewer);
}

enum err
breakings_show(struct request *rq)
{
	struct glass *g;
	int64_t n = 0, late = 0;
	enum err e;

	if ((rq->cx.rights & RIGHT_AUDIT) != 0 &&
	    (e = glass_count(&rq->cx, &n, &late)) != OK)
		return e;
	view_int(rq->view, "glasses", n);
	view_flag(rq->view, "any_late", late > 0);
	if ((e = glass_led(&rq->cx, &g)) != OK)
		return e;
	for (; g != NULL; g = g->next)
		show_glass(rq, view_item(rq->view, "broken"), g);
	return OK;
}

enum err
get_breakings(struct request *rq)
{
	bool done = strcmp(form_text(rq, "list"), "done") == 0;
	const char *address = done ? "/break-glass?list=done" :
	    "/break-glass?list=open";
	const char *after = form_text(rq, "after"), *last = "";
	struct glass *g;
	int n;
	enum err e;

	if ((e = glass_list(&rq->cx, done, after, LIST_ROWS + 1, &g)) != OK)
		return e;
	view_flag(rq->view, "done", done);
	view_flag(rq->view, "open", !done);
	for (n = 0; g != NULL && n < LIST_ROWS; g = g->next, n++) {
		show_glass(rq, view_item(rq->view, "rows"), g);
		last = g->number;
	}
	pager_show(rq, address, g == NULL ? "" : last);
	return reply_page(rq, "casework/breakings.html");
}

/* Titles of documents and forms are content, which an auditor may not have a
 * right to. */
static const char *
what_was_read(struct ctx *cx, const struct looked *l)
{
	if (strcmp(l->event.kind, "document.sent") == 0)
		return _("Document opened");
	if (*event_get(cx, &l->event, "fact", "form") != '\0')
		return arena_printf(cx->arena, _("Page read: %s"), _("Forms"));
	return look_what(cx, NULL, l);
}

enum err
get_breaking_review(struct request *rq)
{
	struct looked *l;
	struct glass *g;
	struct view *v;
	enum err e;

	if ((e = glass_open(&rq->cx, request_part(rq, "glass"), &g)) != OK ||
	    (e = glass_looks(&rq->cx, g, &l)) != OK)
		return e;
	show_glass(rq, view_part(rq->view, "g"), g);
	for (; l != NULL; l = l->next) {
		v = view_item(rq->view, "looks");
		view_moment(v, "when", l->event.happened);
		view_text(v, "what", what_was_read(&rq->cx, l));
	}
	return reply_page(rq, "casework/breaking.html");
}

enum err
post_breaking_review(struct request *rq)
{
	struct glass *g;
	enum err e;

	if ((e = glass_open(&rq->cx, request_part(rq, "glass"), &g)) != OK ||
	    (e = glass_review(&rq->cx, g, form_text(rq, "finding"),
	    form_text(rq, "remark"))) != OK)
		return e;
	reply_notice(rq, "%s", _("The review is kept."));
	return reply_redirect(rq, "/break-glass");
}
