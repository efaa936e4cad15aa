/* SPDX-License-Identifier: MIT */
/* Absence: one's own, whom one stands in for, and of those one manages. */
#include <string.h>

#include "casework/shared/choices.h"
#include "casework/tasks/pages_work.h"
#include "domain/people/absence.h"
#include "domain/people/access_words.h"
#include "domain/spine/keep.h"
#include "domain/type/casetype.h"
#include "text/date.h"
#include "text/message.h"

const struct field absence_form[] = {
	{ "person", FIELD_TEXT, .max = 20 },
	{ "substitute", FIELD_TEXT, .min = 1, .max = 20 },
	{ "begins", FIELD_DATE, .min = 1 },
	{ "ends", FIELD_DATE, .min = 1 },
	{ "t.*", FIELD_FLAG },
	{ "note", FIELD_LINES, .max = KEEP_REASON },
	{ 0 }
};

static void
show_one(struct request *rq, struct view *v, const struct absence *x)
{
	view_text(v, "number", x->number);
	view_text(v, "person", x->person_name);
	view_text(v, "person_number", x->person_number);
	view_text(v, "substitute", x->substitute_name);
	view_text(v, "substitute_number", x->substitute_number);
	view_moment(v, "begins", x->begins);
	view_moment(v, "ends", x->ends - 1);
	view_flag(v, "now", x->begins <= rq->cx.now);
	view_flag(v, "over", x->ends <= rq->cx.now);
	view_text(v, "types", x->every ? "" :
	    access_words_types(&rq->cx, x->types));
	view_text(v, "note", x->note);
}

static enum err
show_list(struct request *rq, enum absence_list which, const char *name)
{
	struct absence *x;
	enum err e;

	if ((e = absence_list(&rq->cx, which, &x)) != OK)
		return e;
	for (; x != NULL; x = x->next)
		show_one(rq, view_item(rq->view, name), x);
	return OK;
}

enum err
get_absences(struct request *rq)
{
	struct person *p;
	enum err e;

	if ((e = show_list(rq, ABSENCE_MINE, "mine")) != OK ||
	    (e = show_list(rq, ABSENCE_PAST, "past")) != OK ||
	    (e = show_list(rq, ABSENCE_I_STAND_IN, "others")) != OK ||
	    (e = absence_people(&rq->cx, &p)) != OK)
		return e;
	view_flag(rq->view, "manages", p != NULL);
	if (p != NULL && (e = show_list(rq, ABSENCE_MANAGED, "team")) != OK)
		return e;
	return reply_page(rq, "casework/absences.html");
}

/* Oneself first, then those whom one manages. */
static enum err
show_people(struct request *rq)
{
	struct person *p;
	enum err e;

	if ((e = absence_people(&rq->cx, &p)) != OK)
		return e;
	for (; p != NULL; p = p->next)
		if (p->id != rq->cx.viewer)
			view_option(rq->view, "people", p->number, p->name);
	return OK;
}

enum err
get_absence_new(struct request *rq)
{
	const struct casetype *t;
	struct view *v;
	enum err e;

	if ((e = show_people(rq)) != OK ||
	    (e = choices_staff(rq, "staff")) != OK ||
	    (e = casetype_all(&rq->cx, &t)) != OK)
		return e;
	for (; t != NULL; t = t->next) {
		v = view_item(rq->view, "types");
		view_text(v, "code", t->code);
		view_text(v, "label", message_label(&t->label, rq->cx.lang));
	}
	form_start(rq, "begins", date_text(rq->cx.arena, "en", rq->cx.zone,
	    rq->cx.now, rq->cx.now, DATE_INPUT_DAY));
	return reply_page(rq, "casework/absence-new.html");
}

/* The ticked types, codes with a space between. */
static enum err
ticked(struct request *rq, const char **out)
{
	const struct casetype *t;
	enum err e;

	*out = "";
	if ((e = casetype_all(&rq->cx, &t)) != OK)
		return e;
	for (; t != NULL; t = t->next)
		if (form_flag(rq, arena_printf(rq->cx.arena, "t.%s",
		    t->code)))
			*out = arena_printf(rq->cx.arena, "%s%s%s", *out,
			    **out == '\0' ? "" : " ", t->code);
	return OK;
}

/* All that was entered is kept; who is left without anybody is told. */
static enum err
say_entered(struct request *rq, const struct absence *x)
{
	struct absence *chain;
	enum err e;

	if ((e = absence_chain(&rq->cx, x, &chain)) != OK)
		return e;
	if (chain != NULL)
		reply_notice(rq, _("The absence is entered. In that time %s "
		    "was to stand in for %s: nobody does now. Let them "
		    "choose somebody else."), x->person_name,
		    chain->person_name);
	else
		reply_notice(rq, _("The absence is entered. %s stands in."),
		    x->substitute_name);
	return OK;
}

enum err
post_absence_add(struct request *rq)
{
	struct absence_new n = { .note = form_text(rq, "note") };
	int64_t last = choices_day_end(rq, "ends");
	struct absence *x;
	enum err e;

	if ((e = ticked(rq, &n.types)) != OK ||
	    (e = choices_staff_id(rq, "person", &n.person)) != OK ||
	    (e = choices_staff_id(rq, "substitute", &n.substitute)) != OK)
		return e;
	if (n.person == 0)
		n.person = rq->cx.viewer;
	date_start(rq->cx.zone, form_date(rq, "begins"), &n.begins);
	n.ends = last == 0 ? 0 : last + 1;
	if ((e = absence_add(&rq->cx, &n, &x)) != OK ||
	    (e = say_entered(rq, x)) != OK)
		return e;
	return reply_redirect(rq, "/absence");
}

enum err
get_absence_end(struct request *rq)
{
	struct absence *x;
	enum err e;

	if ((e = absence_open(&rq->cx, request_part(rq, "absence"),
	    &x)) != OK)
		return e;
	show_one(rq, view_part(rq->view, "absence"), x);
	return reply_page(rq, "casework/absence-end.html");
}

enum err
post_absence_end(struct request *rq)
{
	struct absence *x;
	enum err e;

	if ((e = absence_open(&rq->cx, request_part(rq, "absence"),
	    &x)) != OK ||
	    (e = absence_end(&rq->cx, x)) != OK)
		return e;
	reply_notice(rq, _("The absence is over. %s stands in no more."),
	    x->substitute_name);
	return reply_redirect(rq, "/absence");
}
