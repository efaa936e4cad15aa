/* SPDX-License-Identifier: MIT */
/* What requesters were promised: made, kept, moved; the lists of it. */
#include "casework/tasks/promises.h"

#include <stdlib.h>
#include <string.h>

#include "casework/shared/choices.h"
#include "casework/shared/show.h"
#include "casework/tasks/pages_work.h"
#include "domain/course/dossier_load.h"
#include "domain/course/promise.h"
#include "domain/dossier/document.h"
#include "domain/dossier/dossier.h"
#include "domain/spine/medium.h"
#include "text/message.h"
#include "web/pager.h"

#define PAPERS 50	/* documents to choose the letter from */

static const char *const lists[] = { "mine", "all", NULL };

const struct field promises_form[] = {
	{ "list", FIELD_CHOICE, .choices = lists },
	{ "late", FIELD_FLAG },
	{ "after", FIELD_TEXT, .max = 40 },
	{ 0 }
};
const struct field promise_new_form[] = {
	{ "text", FIELD_TEXT, .min = 1, .max = 200 },
	{ "day", FIELD_DATE },
	{ "medium", FIELD_TEXT, .max = 20 },
	{ "person", FIELD_TEXT, .max = 20 },
	{ 0 }
};
const struct field promise_keep_form[] = {
	{ "how", FIELD_TEXT, .max = 20 },
	{ "document", FIELD_INT, .min = 0, .max = 1000000000 },
	{ "note", FIELD_LINES, .max = REASON_MAX },
	{ 0 }
};
const struct field promise_move_form[] = {
	{ "day", FIELD_DATE },
	{ "how", FIELD_TEXT, .max = 20 },
	{ "document", FIELD_INT, .min = 0, .max = 1000000000 },
	{ "note", FIELD_LINES, .max = REASON_MAX },
	{ 0 }
};

static const char *
state_word(const struct request *rq, const struct promise *x)
{
	bool broken = promise_is_broken(&rq->cx, x);

	switch (x->state) {
	case PROMISE_OPEN:
		return broken ? _("Broken") : _("Open");
	case PROMISE_KEPT:
		return broken ? _("Broken, fulfilled late") : _("Kept");
	default:
		return broken ? _("Broken, another day was told") :
		    _("Moved with notice");
	}
}

static void
show_one(struct request *rq, struct view *v, const struct promise *x)
{
	view_int(v, "no", x->no);
	view_text(v, "text", x->text);
	view_text(v, "person", x->person_name);
	view_text(v, "medium", medium_word(x->medium));
	view_text(v, "state", state_word(rq, x));
	view_flag(v, "open", x->state == PROMISE_OPEN);
	view_flag(v, "broken", promise_is_broken(&rq->cx, x));
	view_flag(v, "late", x->state == PROMISE_OPEN &&
	    promise_is_broken(&rq->cx, x));
	view_flag(v, "soon", promise_is_soon(&rq->cx, x));
	view_moment(v, "due", x->due);
	view_moment(v, "made", x->made);
	view_text(v, "made_by", x->made_by);
	view_moment(v, "said", x->said);
	view_text(v, "said_by", x->said_by_name);
	view_text(v, "how", x->how[0] == '\0' ? "" : medium_word(x->how));
	view_int(v, "document", x->document);
	view_text(v, "note", x->note);
	view_flag(v, "follows", x->moved_from != 0);
}

static bool
may_add(const struct dossier *d)
{
	return d->level >= LEVEL_WORK && strcmp(d->status, "closed") != 0;
}

enum err
promises_show(struct request *rq, const struct dossier *d)
{
	struct promise *x;
	bool any = false;
	enum err e;

	if ((e = promise_list(&rq->cx, d, &x)) != OK)
		return e;
	for (; x != NULL; x = x->next, any = true)
		if (x->state == PROMISE_OPEN)
			show_one(rq, view_item(rq->view, "promises"), x);
	view_flag(rq->view, "any_promises", any);
	view_flag(rq->view, "may_promise", may_add(d));
	return OK;
}

/* Rows over dossiers. */
static void
show_rows(struct request *rq, const char *name, const struct promise *x)
{
	struct view *v;

	for (; x != NULL; x = x->next) {
		v = view_item(rq->view, name);
		show_one(rq, v, x);
		view_text(v, "number", x->number);
		view_text(v, "dossier", x->dossier_title);
		view_text(v, "lead", x->lead_name);
	}
}

enum err
promises_waiting(struct request *rq, int limit)
{
	const struct promise_filter f = { .mine = true, .after = "",
	    .limit = limit };
	struct promise_page page = { .next = "" };
	struct view *v = view_part(rq->view, "count_promised");
	struct promise_counts n;
	enum err e;

	if ((e = promise_count(&rq->cx, &n)) != OK)
		return e;
	view_int(v, "n", n.open < PROMISE_MANY ? n.open : PROMISE_MANY - 1);
	view_flag(v, "more", n.open >= PROMISE_MANY);
	view_flag(v, "late", n.late > 0);
	if (n.soon == 0)
		return OK;
	if ((e = promise_waiting(&rq->cx, &f, &page)) != OK)
		return e;
	show_rows(rq, "promised", page.promises);
	return OK;
}

enum err
get_promises(struct request *rq)
{
	const char *after = form_text(rq, "after"), *address;
	struct promise_filter f = { .late = form_flag(rq, "late"),
	    .after = after, .limit = LIST_ROWS };
	struct promise_page page;
	enum err e;

	f.mine = strcmp(form_text(rq, "list"), "all") != 0;
	if ((e = promise_waiting(&rq->cx, &f, &page)) != OK)
		return e;
	show_rows(rq, "promises", page.promises);
	address = request_query(rq, request_query(rq, "/promises", "list",
	    f.mine ? "" : "all"), "late", f.late ? "1" : "");
	view_flag(rq->view, "mine", f.mine);
	view_flag(rq->view, "late", f.late);
	pager_show(rq, address, page.next);
	return reply_page(rq, "casework/promises.html");
}

enum err
get_dossier_promises(struct request *rq)
{
	struct dossier *d;
	struct promise *x;
	enum err e;

	if ((e = show_open(rq, &d)) != OK ||
	    (e = promise_list(&rq->cx, d, &x)) != OK)
		return e;
	for (; x != NULL; x = x->next)
		show_one(rq, view_item(rq->view, "promises"), x);
	view_flag(rq->view, "may_add", may_add(d));
	view_flag(rq->view, "may_end", d->level >= LEVEL_WORK);
	return reply_page(rq, "casework/dossier-promises.html");
}

static void
show_mediums(struct request *rq)
{
	size_t i;

	for (i = 0; medium_codes[i] != NULL; i++)
		view_option(rq->view, "mediums", medium_codes[i],
		    medium_word(medium_codes[i]));
}

/* Those to whom something can be promised; who asked is chosen. */
static void
show_parties(struct request *rq, const struct dossier *d)
{
	const struct party *p;

	for (p = d->parties; p != NULL; p = p->next) {
		if (p->ended != 0 || strcmp(p->role, "lead") == 0)
			continue;
		view_option(rq->view, "parties", p->number, p->name);
		if (p->person == d->requester_id)
			form_start(rq, "person", p->number);
	}
}

enum err
get_promise_new(struct request *rq)
{
	struct dossier *d;
	enum err e;

	if ((e = show_open(rq, &d)) != OK)
		return e;
	show_mediums(rq);
	show_parties(rq, d);
	if (medium_known(d->medium))
		form_start(rq, "medium", d->medium);
	return reply_page(rq, "casework/promise-new.html");
}

static enum err
party_id(struct request *rq, const struct dossier *d, int64_t *out)
{
	const char *number = form_text(rq, "person");
	const struct party *p;

	*out = 0;
	if (number[0] == '\0')
		return OK;
	for (p = d->parties; p != NULL; p = p->next)
		if (p->ended == 0 && strcmp(p->number, number) == 0) {
			*out = p->person;
			return OK;
		}
	return refuse_field(&rq->cx, "person", "%s",
	    _("Choose one of the people of this case."));
}

enum err
post_promise_add(struct request *rq)
{
	struct promise_new n = { .text = form_text(rq, "text"),
	    .medium = form_text(rq, "medium"),
	    .due = choices_day_end(rq, "day") };
	struct promise *x;
	struct dossier *d;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = dossier_load(&rq->cx, d)) != OK ||
	    (e = party_id(rq, d, &n.person)) != OK ||
	    (e = promise_add(&rq->cx, d, &n, &x)) != OK)
		return e;
	reply_notice(rq, "%s", _("The promise is written down."));
	return reply_redirect(rq, "/dossiers/%s/promises", d->number);
}

static enum err
open_one(struct request *rq, struct dossier **d, struct promise **x)
{
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, d)) != OK)
		return e;
	return promise_open(&rq->cx, *d, rq->no, x);
}

/* The page on which one is kept or moved. */
static enum err
show_end(struct request *rq, const char *template)
{
	const struct document_filter newest = { .limit = PAPERS };
	struct document *doc;
	struct promise *x;
	struct dossier *d;
	enum err e;

	if ((e = show_open(rq, &d)) != OK ||
	    (e = promise_open(&rq->cx, d, rq->no, &x)) != OK ||
	    (e = document_list(&rq->cx, d, &newest, &doc)) != OK)
		return e;
	show_one(rq, view_part(rq->view, "promise"), x);
	show_mediums(rq);
	form_start(rq, "how", x->medium);
	for (; doc != NULL; doc = doc->next)
		if (doc->withdrawn == 0)
			view_option(rq->view, "papers", arena_printf(
			    rq->cx.arena, "%lld", (long long)doc->no),
			    doc->name);
	return reply_page(rq, template);
}

enum err
get_promise_keep(struct request *rq)
{
	return show_end(rq, "casework/promise-keep.html");
}

enum err
get_promise_move(struct request *rq)
{
	return show_end(rq, "casework/promise-move.html");
}

enum err
post_promise_keep(struct request *rq)
{
	const struct promise_end n = { .how = form_text(rq, "how"),
	    .document = form_int(rq, "document"),
	    .note = form_text(rq, "note") };
	struct promise *x;
	struct dossier *d;
	enum err e;

	if ((e = open_one(rq, &d, &x)) != OK ||
	    (e = promise_keep(&rq->cx, d, x, &n)) != OK)
		return e;
	reply_notice(rq, promise_is_broken(&rq->cx, x) ?
	    _("It was written down. The day had passed: the promise counts "
	    "as broken.") : _("The promise is kept."));
	return reply_redirect(rq, "/dossiers/%s/promises", d->number);
}

enum err
post_promise_move(struct request *rq)
{
	const struct promise_end n = { .how = form_text(rq, "how"),
	    .document = form_int(rq, "document"),
	    .note = form_text(rq, "note"),
	    .due = choices_day_end(rq, "day") };
	struct promise *x, *y;
	struct dossier *d;
	enum err e;

	if ((e = open_one(rq, &d, &x)) != OK ||
	    (e = promise_move(&rq->cx, d, x, &n, &y)) != OK)
		return e;
	reply_notice(rq, "%s", _("The new day is written down. The old one "
	    "stays in the list."));
	return reply_redirect(rq, "/dossiers/%s/promises", d->number);
}
