/* SPDX-License-Identifier: MIT */
/* The unfiled tray: what arrived and is on no case, with age and owner. */
#include "intake.h"

#include <string.h>

#include "domain/spine/medium.h"
#include "text/date.h"
#include "text/message.h"
#include "web/pager.h"

#define ROWS 50

static const char *const lists[] = {
	"all", "mine", "nobody", "away", NULL
};

const struct field unfiled_form[] = {
	{ "list",  FIELD_CHOICE, .choices = lists },
	{ "team",  FIELD_TEXT, .max = 100 },
	{ "after", FIELD_TEXT, .max = 20 },
	{ NULL }
};

const struct field log_form[] = {
	{ "title",    FIELD_TEXT, .min = 1, .max = 200 },
	{ "sender",   FIELD_TEXT, .max = 200 },
	{ "medium",   FIELD_CHOICE, .min = 1, .choices = medium_codes },
	{ "received", FIELD_MOMENT },
	{ "team",     FIELD_TEXT, .min = 1, .max = 100 },
	{ "mine",     FIELD_FLAG },
	{ "files",    FIELD_FILE, .many = true },
	{ "photos",   FIELD_FILE, .many = true },
	{ NULL }
};

static enum arrival_list
list_of(const char *name)
{
	size_t i;

	for (i = 0; lists[i] != NULL; i++)
		if (strcmp(lists[i], name) == 0)
			return (enum arrival_list)i;
	return ARRIVAL_ALL;
}

/* One tab a list; a list of what was put away is not counted. */
static enum err
show_lists(struct request *rq, enum arrival_list current)
{
	static const char *const words[] = {
		N_("All"), N_("Mine"), N_("Nobody’s"), N_("Put away")
	};
	int64_t counts[3];
	struct view *v;
	size_t i;
	enum err e;

	if ((e = arrival_count(&rq->cx, counts)) != OK)
		return e;
	for (i = 0; lists[i] != NULL; i++) {
		v = view_item(rq->view, "lists");
		view_text(v, "name", lists[i]);
		view_text(v, "word", _(words[i]));
		view_flag(v, "current", i == (size_t)current);
		view_flag(v, "counted", i < 3);
		if (i < 3)
			pager_count(v, "count", counts[i]);
	}
	return OK;
}

static enum err
show_teams(struct request *rq, const char *chosen)
{
	struct team *t;
	struct view *v;
	long n = 0;
	enum err e;

	if ((e = arrival_teams(&rq->cx, &t)) != OK)
		return e;
	for (; t != NULL; t = t->next, n++) {
		v = view_item(rq->view, "teams");
		view_text(v, "code", t->code);
		view_text(v, "name", t->name);
		if (strcmp(t->code, chosen) == 0)
			view_text(rq->view, "team", t->name);
		if (n == 0)
			form_start(rq, "team", t->code);
	}
	view_flag(rq->view, "choose_team", n > 1);
	return OK;
}

void
unfiled_show(struct request *rq, struct view *v, const struct arrival *a)
{
	view_text(v, "number", a->number);
	view_text(v, "title", a->title);
	view_text(v, "sender", a->sender);
	view_text(v, "medium", medium_word(a->medium));
	view_text(v, "team", a->team_name);
	view_text(v, "owner", a->owner_name);
	view_moment(v, "received", a->received);
	view_moment(v, "left", a->left);
	view_text(v, "reason", a->reason);
	view_flag(v, "long", a->left == 0 &&
	    rq->cx.now - a->received > ARRIVAL_LONG);
}

enum err
get_unfiled(struct request *rq)
{
	const char *name = form_text(rq, "list"), *team;
	enum arrival_list list = list_of(name);
	struct arrival_page page;
	struct arrival *a;
	struct view *v;
	enum err e;

	team = form_text(rq, "team");
	if ((e = tray_tabs(rq)) != OK || (e = show_lists(rq, list)) != OK ||
	    (e = show_teams(rq, team)) != OK)
		return e;
	e = arrival_page(&rq->cx, list, team, form_text(rq, "after"), ROWS,
	    &page);
	if (e != OK && e != ERR_INVALID)
		return e;
	for (a = page.arrivals; a != NULL; a = a->next) {
		v = view_item(rq->view, "arrivals");
		unfiled_show(rq, v, a);
		view_int(v, "files", a->nfiles);
	}
	form_start(rq, "team", team);
	view_text(rq->view, "list", lists[list]);
	view_flag(rq->view, "away", list == ARRIVAL_AWAY);
	pager_show(rq, request_query(rq, request_query(rq, "/intake/unfiled",
	    "list", lists[list]), "team", team), page.next);
	return reply_page(rq, "intake/unfiled.html");
}

enum err
get_unfiled_new(struct request *rq)
{
	enum err e;

	choice_lists_show(rq);
	form_start(rq, "received", date_text(rq->cx.arena, rq->cx.lang,
	    rq->cx.zone, rq->cx.now, rq->cx.now, DATE_INPUT));
	form_start(rq, "medium", "letter");
	if ((e = show_teams(rq, "")) != OK)
		return e;
	return reply_page(rq, "intake/unfiled-new.html");
}

static enum err
keep_files(struct request *rq, struct arrival *a)
{
	const struct upload *u;
	enum err e;

	for (u = register_files(rq); u != NULL; u = u->next) {
		struct document_new new = { .name = u->name,
		    .media_type = u->media_type, .path = u->path,
		    .sha256 = u->sha256, .bytes = u->bytes };

		if ((e = arrival_keep(&rq->cx, a, &new)) != OK)
			return e;
	}
	return OK;
}

enum err
post_unfiled_log(struct request *rq)
{
	struct arrival_new new = { .team = form_text(rq, "team"),
	    .owner = "", .medium = form_text(rq, "medium"),
	    .title = form_text(rq, "title"),
	    .sender = form_text(rq, "sender"),
	    .received = form_moment(rq, "received") };
	struct arrival *a;
	enum err e;

	if ((e = arrival_add(&rq->cx, &new, &a)) != OK ||
	    (e = keep_files(rq, a)) != OK ||
	    (form_flag(rq, "mine") &&
	    (e = arrival_take(&rq->cx, a)) != OK))
		return e;
	reply_notice(rq, _("“%s” is in the tray."), a->title);
	return reply_redirect(rq, "/intake/unfiled/%s", a->number);
}
