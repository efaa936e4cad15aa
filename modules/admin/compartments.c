/* SPDX-License-Identifier: MIT */
/* Compartments, and who is a member until when. */
#include "admin.h"

#include "domain/people/compartment.h"
#include "domain/spine/keep.h"
#include "text/date.h"
#include "text/message.h"

const struct field compartment_form[] = {
	{ "name", FIELD_TEXT, .min = 1, .max = 60 },
	{ "privilege", FIELD_FLAG },
	{ NULL }
};
const struct field compartment_member_form[] = {
	{ "login", FIELD_TEXT, .min = 1, .max = 100 },
	{ "until", FIELD_DATE },
	{ "why", FIELD_LINES, .min = 1, .max = KEEP_REASON },
	{ NULL }
};
const struct field compartment_why_form[] = {
	{ "why", FIELD_LINES, .min = 1, .max = KEEP_REASON },
	{ NULL }
};

static void
show(struct view *v, const struct compartment *c)
{
	view_text(v, "code", c->code);
	view_text(v, "name", compartment_word(c->name));
	view_int(v, "members", c->members);
	view_flag(v, "privilege", c->privilege);
}

static void
show_member(struct view *v, const struct compartment_member *m)
{
	view_text(v, "number", m->number);
	view_text(v, "name", m->name);
	view_moment(v, "until", m->until);
	view_moment(v, "given", m->given);
	view_text(v, "giver", m->giver);
	view_text(v, "why", m->reason);
}

enum err
get_compartments(struct request *rq)
{
	struct compartment *c;
	enum err e;

	if ((e = compartment_list(&rq->cx, &c)) != OK)
		return e;
	for (; c != NULL; c = c->next)
		show(view_item(rq->view, "compartments"), c);
	view_text(rq->view, "tab", "compartments");
	return reply_page(rq, "admin/compartments.html");
}

enum err
post_compartments_add(struct request *rq)
{
	enum err e;

	if ((e = compartment_make(&rq->cx, form_text(rq, "name"),
	    form_flag(rq, "privilege"))) != OK)
		return e;
	reply_notice(rq, _("The compartment was made."));
	return reply_redirect(rq, "/admin/compartments");
}

static enum err
open_one(struct request *rq, struct compartment **c)
{
	return compartment_open(&rq->cx, request_part(rq, "compartment"), c);
}

enum err
get_compartment(struct request *rq)
{
	struct compartment_member *m;
	struct compartment *c;
	enum err e;

	if ((e = open_one(rq, &c)) != OK ||
	    (e = compartment_members(&rq->cx, c, &m)) != OK)
		return e;
	show(view_part(rq->view, "compartment"), c);
	for (; m != NULL; m = m->next)
		show_member(view_item(rq->view, "people"), m);
	view_text(rq->view, "tab", "compartments");
	return reply_page(rq, "admin/compartment.html");
}

enum err
post_compartment_privilege(struct request *rq)
{
	struct compartment *c;
	enum err e;

	if ((e = open_one(rq, &c)) != OK ||
	    (e = compartment_privilege(&rq->cx, c)) != OK)
		return e;
	reply_notice(rq, _("What is in “%s” does not leave the house "
	    "unreleased."), compartment_word(c->name));
	return reply_redirect(rq, "/admin/compartments/%s", c->code);
}

/* The last second of the day that was typed, 0 none. */
static int64_t
day_end(const struct request *rq, const char *day)
{
	int64_t start, next;

	if (day[0] == '\0' || !date_start(rq->cx.zone, day, &start))
		return 0;
	day = date_text(rq->cx.arena, "en", rq->cx.zone, start + 36 * 3600,
	    rq->cx.now, DATE_INPUT_DAY);
	return date_start(rq->cx.zone, day, &next) ? next - 1 : 0;
}

enum err
post_compartment_admit(struct request *rq)
{
	struct compartment *c;
	enum err e;

	if ((e = open_one(rq, &c)) != OK ||
	    (e = compartment_admit(&rq->cx, c, form_text(rq, "login"),
	    day_end(rq, form_date(rq, "until")),
	    form_text(rq, "why"))) != OK)
		return e;
	reply_notice(rq, _("“%s” is a member now."), form_text(rq, "login"));
	return reply_redirect(rq, "/admin/compartments/%s", c->code);
}

static enum err
open_member(struct request *rq, struct compartment **c,
    struct compartment_member **m)
{
	enum err e = open_one(rq, c);

	return e != OK ? e : compartment_member(&rq->cx, *c,
	    request_part(rq, "person"), m);
}

enum err
get_compartment_dismiss(struct request *rq)
{
	struct compartment_member *m;
	struct compartment *c;
	enum err e;

	if ((e = open_member(rq, &c, &m)) != OK)
		return e;
	show(view_part(rq->view, "compartment"), c);
	show_member(view_part(rq->view, "member"), m);
	view_text(rq->view, "tab", "compartments");
	return reply_page(rq, "admin/compartment-dismiss.html");
}

enum err
post_compartment_dismiss(struct request *rq)
{
	struct compartment_member *m;
	struct compartment *c;
	enum err e;

	if ((e = open_member(rq, &c, &m)) != OK ||
	    (e = compartment_dismiss(&rq->cx, c, m,
	    form_text(rq, "why"))) != OK)
		return e;
	reply_notice(rq, _("%s is no member any more."), m->name);
	return reply_redirect(rq, "/admin/compartments/%s", c->code);
}
