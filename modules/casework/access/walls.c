/* SPDX-License-Identifier: MIT */
/* Walls, and what is still in hand behind them. */
#include "casework/access/walls.h"

#include <string.h>

#include "casework/shared/choices.h"
#include "casework/shared/show.h"
#include "domain/dossier/dossier.h"
#include "domain/people/person.h"
#include "domain/people/wall.h"
#include "text/date.h"
#include "text/message.h"
#include "web/pager.h"

static const char *const lists[] = { "now", "over", NULL };

#define WHO								\
	{ "staff", FIELD_TEXT, .max = 20 },				\
	{ "label", FIELD_TEXT, .max = 200 },				\
	{ "begins", FIELD_DATE },					\
	{ "ends", FIELD_DATE },						\
	{ "reason", FIELD_LINES, .min = 1, .max = REASON_MAX }

const struct field walls_form[] = {
	{ "list", FIELD_CHOICE, .choices = lists },
	{ "text", FIELD_TEXT, .max = 200 },
	{ "after", FIELD_TEXT, .max = 40 },
	{ 0 }
};
const struct field wall_page_form[] = {
	{ "party", FIELD_TEXT, .max = 20 },
	{ 0 }
};
const struct field wall_form[] = {
	{ "dossier", FIELD_TEXT, .max = 40 },
	{ "party", FIELD_TEXT, .max = 20 },
	WHO,
	{ 0 }
};
const struct field dossier_wall_form[] = {
	WHO,
	{ 0 }
};
const struct field wall_lift_form[] = {
	{ "remark", FIELD_LINES, .min = 1, .max = REASON_MAX },
	{ 0 }
};

static void
show_wall(struct request *rq, struct view *v, const struct wall *w)
{
	view_text(v, "number", w->number);
	view_text(v, "staff", w->staff_name);
	view_text(v, "staff_number", w->staff_number);
	view_text(v, "label", w->label);
	view_text(v, "dossier", w->dossier_number);
	view_text(v, "party", w->party_name);
	view_text(v, "party_number", w->party_number);
	view_text(v, "reason", w->reason);
	view_moment(v, "begins", w->begins);
	view_moment(v, "ends", w->ends);
	view_flag(v, "future", w->begins > rq->cx.now);
	view_flag(v, "over", w->ends != 0 && w->ends <= rq->cx.now);
	view_moment(v, "made", w->made);
	view_text(v, "maker", w->maker);
	view_moment(v, "lifted", w->lifted);
	view_text(v, "lifter", w->lifter);
	view_text(v, "remark", w->remark);
}

/* Whoever has work behind a wall is to hand it on. */
static enum err
show_held(struct request *rq)
{
	struct wall_held *h;
	struct view *v;
	enum err e;

	if ((e = wall_held(&rq->cx, &h)) != OK)
		return e;
	for (; h != NULL; h = h->next) {
		v = view_item(rq->view, "held");
		view_text(v, "person", h->person_number);
		view_text(v, "name", h->person_name);
		view_text(v, "number", h->number);
		view_text(v, "title", h->title);
		view_flag(v, "leads", h->leads);
		view_int(v, "tasks", h->tasks);
	}
	return OK;
}

enum err
get_walls(struct request *rq)
{
	bool over = strcmp(form_text(rq, "list"), "over") == 0;
	const char *text = form_text(rq, "text"), *last = "";
	const char *after = form_text(rq, "after"), *address;
	struct wall *w;
	int n;
	enum err e;

	if ((e = wall_list(&rq->cx, text, over, after, LIST_ROWS + 1,
	    &w)) != OK || (e = show_held(rq)) != OK)
		return e;
	address = request_query(rq, over ? "/walls?list=over" :
	    "/walls?list=now", "text", text);
	view_flag(rq->view, "over", over);
	view_flag(rq->view, "now", !over);
	view_text(rq->view, "text", text);
	for (n = 0; w != NULL && n < LIST_ROWS; w = w->next, n++) {
		show_wall(rq, view_item(rq->view, "rows"), w);
		last = w->number;
	}
	pager_show(rq, address, w == NULL ? "" : last);
	return reply_page(rq, "casework/walls.html");
}

static enum err
show_who(struct request *rq)
{
	struct wall_group *g;
	enum err e;

	if ((e = choices_staff(rq, "people")) != OK ||
	    (e = wall_groups(&rq->cx, &g)) != OK)
		return e;
	for (; g != NULL; g = g->next)
		view_option(rq->view, "groups", g->label, g->label);
	return OK;
}

enum err
get_wall_new(struct request *rq)
{
	enum err e;

	if ((e = show_who(rq)) != OK)
		return e;
	form_start(rq, "party", form_text(rq, "party"));
	return reply_page(rq, "casework/wall-new.html");
}

/* Who is to be kept out, from when to when and why. */
static enum err
who(struct request *rq, struct wall_new *n)
{
	n->label = form_text(rq, "label");
	n->reason = form_text(rq, "reason");
	n->ends = choices_day_end(rq, "ends");
	if (form_date(rq, "begins")[0] != '\0')
		date_start(rq->cx.zone, form_date(rq, "begins"), &n->begins);
	return choices_staff_id(rq, "staff", &n->staff);
}

static enum err
party(struct request *rq, int64_t *out)
{
	const char *number = form_text(rq, "party");
	struct person *p;
	enum err e;

	if (number[0] == '\0')
		return OK;
	e = person_open(&rq->cx, number, &p);
	if (e == ERR_MISSING)
		return refuse_field(&rq->cx, "party", "%s", _("There is no "
		    "such person, or they are not for you."));
	if (e == OK)
		*out = p->id;
	return e;
}

enum err
post_wall_set(struct request *rq)
{
	struct wall_new n = { .label = "" };
	struct wall *w;
	enum err e, bad = OK;

	if (form_text(rq, "dossier")[0] != '\0')
		bad = choices_case(rq, "dossier", LEVEL_READ, &n.d);
	if ((e = party(rq, &n.party)) != OK)
		bad = e;
	if ((e = who(rq, &n)) != OK || (e = bad) != OK ||
	    (e = wall_set(&rq->cx, &n, &w)) != OK)
		return e;
	reply_notice(rq, "%s", _("The wall stands."));
	return reply_redirect(rq, "/walls/%s", w->number);
}

enum err
get_wall(struct request *rq)
{
	struct wall *w;
	enum err e;

	e = wall_open(&rq->cx, request_part(rq, "wall"), &w);
	if (e != OK)
		return e;
	show_wall(rq, view_part(rq->view, "wall"), w);
	return reply_page(rq, "casework/wall.html");
}

enum err
post_wall_lift(struct request *rq)
{
	struct dossier *d = NULL;
	struct wall *w;
	enum err e;

	e = wall_open(&rq->cx, request_part(rq, "wall"), &w);
	if (e != OK || (w->dossier != 0 && (e = dossier_open(&rq->cx,
	    w->dossier_number, LEVEL_READ, &d)) != OK) ||
	    (e = wall_lift(&rq->cx, w, d, form_text(rq, "remark"))) != OK)
		return e;
	reply_notice(rq, "%s", _("The wall is lifted."));
	return reply_redirect(rq, "/walls");
}

enum err
get_dossier_walls(struct request *rq)
{
	struct dossier *d;
	struct wall *w;
	struct view *v;
	enum err e;

	if ((e = show_open(rq, &d)) != OK ||
	    (e = wall_of(&rq->cx, d, &w)) != OK || (e = show_who(rq)) != OK)
		return e;
	for (; w != NULL; w = w->next) {
		v = view_item(rq->view, "rows");
		show_wall(rq, v, w);
		view_flag(v, "may_lift", w->dossier == d->id);
	}
	return reply_page(rq, "casework/dossier-walls.html");
}

enum err
post_dossier_wall_set(struct request *rq)
{
	struct wall_new n = { .label = "" };
	struct wall *w;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &n.d)) != OK ||
	    (e = who(rq, &n)) != OK || (e = wall_set(&rq->cx, &n, &w)) != OK)
		return e;
	reply_notice(rq, "%s", _("The wall stands."));
	return reply_redirect(rq, "/dossiers/%s/walls", n.d->number);
}

enum err
get_dossier_wall(struct request *rq)
{
	struct dossier *d;
	struct wall *w;
	enum err e;

	if ((e = show_open(rq, &d)) != OK || (e = wall_of_open(&rq->cx, d,
	    request_part(rq, "wall"), &w)) != OK)
		return e;
	show_wall(rq, view_part(rq->view, "wall"), w);
	return reply_page(rq, "casework/wall-lift.html");
}

enum err
post_dossier_wall_lift(struct request *rq)
{
	struct dossier *d;
	struct wall *w;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = wall_of_open(&rq->cx, d, request_part(rq, "wall"),
	    &w)) != OK ||
	    (e = wall_lift(&rq->cx, w, d, form_text(rq, "remark"))) != OK)
		return e;
	reply_notice(rq, "%s", _("The wall is lifted."));
	return reply_redirect(rq, "/dossiers/%s/walls", d->number);
}
