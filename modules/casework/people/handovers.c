/* SPDX-License-Identifier: MIT */
/* Handovers: what waits, and the form that offers work to somebody. */
#include "casework/people/handovers.h"

#include <string.h>

#include "casework/people/pages_people.h"
#include "casework/shared/choices.h"
#include "domain/desk/handover.h"
#include "domain/people/absence.h"
#include "domain/people/person.h"
#include "domain/spine/keep.h"
#include "text/date.h"
#include "text/message.h"

#define ROWS 50
#define WORK 100	/* cases of the form: as many as one takes */

const struct field handover_pick_form[] = {
	{ "from", FIELD_TEXT, .max = 20 },
	{ 0 }
};
const struct field handover_form[] = {
	{ "from", FIELD_TEXT, .max = 20 },
	{ "pick", FIELD_TEXT, .max = 40, .many = true },
	{ "every", FIELD_FLAG },
	{ "receiver", FIELD_TEXT, .max = 20 },
	{ "begins", FIELD_DATE },
	{ "note", FIELD_LINES, .max = KEEP_TEXT },
	{ 0 }
};

void
handovers_show_one(struct request *rq, struct view *v,
    const struct handover *h)
{
	view_text(v, "number", h->number);
	view_text(v, "giver", h->giver_name);
	view_text(v, "receiver", h->receiver_name);
	if (h->made_by != h->giver)
		view_text(v, "made_by", h->made_by_name);
	view_moment(v, "made", h->made);
	view_moment(v, "begins", h->begins);
	view_flag(v, "later", h->begins > rq->cx.now);
	view_text(v, "note", h->note);
	view_int(v, "count", h->count);
	view_int(v, "waiting", h->waiting);
	view_flag(v, "part", h->receiver == rq->cx.viewer ||
	    h->giver == rq->cx.viewer || h->made_by == rq->cx.viewer);
}

static enum err
show_list(struct request *rq, enum handover_list which, const char *name)
{
	struct handover *h;
	enum err e;

	if ((e = handover_list(&rq->cx, which, ROWS, &h)) != OK)
		return e;
	for (; h != NULL; h = h->next)
		handovers_show_one(rq, view_item(rq->view, name), h);
	return OK;
}

enum err
handovers_waiting(struct request *rq)
{
	return show_list(rq, HANDOVER_TO_ME, "handovers");
}

enum err
get_handovers(struct request *rq)
{
	struct handover_left *x;
	struct view *v;
	enum err e;

	if ((e = show_list(rq, HANDOVER_TO_ME, "mine")) != OK ||
	    (e = show_list(rq, HANDOVER_LATELY, "lately")) != OK ||
	    (e = show_list(rq, HANDOVER_MANAGED, "team")) != OK ||
	    (e = handover_left(&rq->cx, &x)) != OK)
		return e;
	for (; x != NULL; x = x->next) {
		v = view_item(rq->view, "left");
		view_text(v, "number", x->number);
		view_text(v, "name", x->name);
		view_int(v, "cases", x->cases);
	}
	return reply_page(rq, "casework/handovers.html");
}

/* Whose work: the viewer's, unless another is named. */
static enum err
giver_of(struct request *rq, int64_t *id, const char **name)
{
	const char *number = form_text(rq, "from");
	struct person *p;
	enum err e;

	*id = rq->cx.viewer;
	*name = rq->cx.name;
	if (number[0] == '\0')
		return OK;
	if ((e = person_open(&rq->cx, number, &p)) != OK)
		return e;
	*id = p->id;
	*name = p->name;
	return OK;
}

static bool
ticked(struct request *rq, const char *number)
{
	const char *name, *text;
	size_t i;

	for (i = 0; form_each(rq, "pick", i, &name, &text); i++)
		if (strcmp(text, number) == 0)
			return true;
	return false;
}

static enum err
show_work(struct request *rq, int64_t giver)
{
	struct handover_work *w;
	struct view *v;
	enum err e;

	if ((e = handover_work(&rq->cx, giver, WORK, &w)) != OK)
		return e;
	for (; w != NULL; w = w->next) {
		v = view_item(rq->view, "work");
		view_text(v, "number", w->number);
		view_text(v, "title", w->title);
		view_moment(v, "due", w->due);
		view_flag(v, "late", w->due != 0 && w->due < rq->cx.now);
		view_flag(v, "lead", w->lead);
		view_int(v, "tasks", w->tasks);
		view_flag(v, "roles", w->roles > 0);
		view_text(v, "waits", w->waits);
		view_flag(v, "ticked", ticked(rq, w->number));
	}
	return OK;
}

enum err
get_handover_new(struct request *rq)
{
	struct person *p;
	const char *name;
	int64_t giver;
	enum err e;

	if ((e = giver_of(rq, &giver, &name)) != OK ||
	    (e = absence_people(&rq->cx, &p)) != OK)
		return e;
	for (; p != NULL; p = p->next)
		if (p->id != rq->cx.viewer)
			view_option(rq->view, "people", p->number, p->name);
	view_text(rq->view, "giver", name);
	view_flag(rq->view, "own", giver == rq->cx.viewer);
	if (giver != rq->cx.viewer)
		view_text(rq->view, "from", form_text(rq, "from"));
	if ((e = show_work(rq, giver)) != OK ||
	    (e = choices_staff(rq, "staff")) != OK)
		return e;
	form_start(rq, "begins", date_today(rq->cx.arena, rq->cx.zone,
	    rq->cx.now));
	return reply_page(rq, "casework/handover-new.html");
}

/* The numbers that were ticked, none twice. */
static const char **
picked(struct request *rq, size_t *count)
{
	const char *name, *text, **out;
	size_t i, k, n = 0;

	while (form_each(rq, "pick", n, &name, &text))
		n++;
	out = arena_alloc(rq->cx.arena, (n + 1) * sizeof(*out));
	*count = 0;
	for (i = 0; i < n; i++) {
		form_each(rq, "pick", i, &name, &text);
		for (k = 0; k < *count && strcmp(out[k], text) != 0; k++)
			;
		if (k == *count)
			out[(*count)++] = text;
	}
	return out;
}

/* All that is not offered already. */
static enum err
every(struct request *rq, struct handover_new *n)
{
	struct handover_work *w;
	const char **out;
	enum err e;

	if ((e = handover_work(&rq->cx, n->giver, WORK, &w)) != OK)
		return e;
	n->numbers = out = arena_alloc(rq->cx.arena, WORK * sizeof(*out));
	for (n->count = 0; w != NULL; w = w->next)
		if (w->waits[0] == '\0')
			out[n->count++] = w->number;
	return OK;
}

enum err
post_handover_add(struct request *rq)
{
	struct handover_new n = { .note = form_text(rq, "note") };
	struct handover *h;
	const char *name;
	enum err e;

	n.numbers = picked(rq, &n.count);
	if ((e = giver_of(rq, &n.giver, &name)) != OK ||
	    (e = choices_staff_id(rq, "receiver", &n.receiver)) != OK)
		return e;
	if (form_flag(rq, "every") && (e = every(rq, &n)) != OK)
		return e;
	if (form_date(rq, "begins")[0] != '\0')
		date_start(rq->cx.zone, form_date(rq, "begins"), &n.begins);
	if ((e = handover_add(&rq->cx, &n, &h)) != OK)
		return e;
	reply_notice(rq, _("It is offered to %s. Until they accept, %s stays "
	    "responsible."), h->receiver_name, h->giver_name);
	return reply_redirect(rq, "/handovers/%s", h->number);
}
