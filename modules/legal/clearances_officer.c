/* SPDX-License-Identifier: MIT */
/* Questions on conflicts: the officer sees what the one who asks must not,
 * and answers without a word of it. */
#include <string.h>

#include "domain/course/clearance.h"
#include "domain/people/wall.h"
#include "domain/spine/keep.h"
#include "legal/clearances.h"
#include "text/message.h"

#define ROWS 100
#define MOST INT64_C(1000000000)

static const char *const answers[] = { "free", "wall", "conflict", NULL };

const struct field clearance_answer_form[] = {
	{ "answer", FIELD_CHOICE, .min = 1, .choices = answers },
	{ "remark", FIELD_LINES, .min = 1, .max = KEEP_REASON },
	{ 0 }
};
const struct field clearance_officer_wall_form[] = {
	{ "hit", FIELD_INT, .min = 1, .max = MOST },
	{ "staff", FIELD_TEXT, .min = 1, .max = 20 },
	{ "reason", FIELD_LINES, .min = 1, .max = KEEP_REASON },
	{ 0 }
};

enum err
get_clearances_asked(struct request *rq)
{
	struct clearance *c;
	enum err e;

	if ((e = clearance_asked(&rq->cx, ROWS, &c)) != OK)
		return e;
	for (; c != NULL; c = c->next)
		clearances_show(view_item(rq->view, c->answered == 0 ?
		    "waiting" : "answered"), c);
	return reply_page(rq, "legal/conflicts-asked.html");
}

static enum err
open_it(struct request *rq, struct clearance **c)
{
	return clearance_asked_open(&rq->cx, request_part(rq, "check"), c);
}

/* Whom a wall can be to: of the register, each once. */
static void
show_persons(struct request *rq, const struct clearance *c)
{
	const struct clearance_name *n, *m;
	const struct clearance_hit *h, *x;

	for (n = c->names; n != NULL; n = n->next)
		for (h = n->hits; h != NULL; h = h->next) {
			x = NULL;
			for (m = c->names; m != NULL && x == NULL;
			    m = m->next)
				for (x = m->hits; x != NULL && (x->no >=
				    h->no || x->person != h->person);)
					x = x->next;
			if (h->person != 0 && x == NULL)
				view_option(rq->view, "parties",
				    arena_printf(rq->cx.arena, "%lld",
				    (long long)h->no), h->found);
		}
}

enum err
get_clearance_asked(struct request *rq)
{
	struct clearance *c;
	struct view *v;
	enum err e;

	if ((e = open_it(rq, &c)) != OK ||
	    (e = clearances_show_names(rq, c, true)) != OK ||
	    (e = clearances_staff(rq)) != OK)
		return e;
	v = view_part(rq->view, "check");
	clearances_show(v, c);
	view_text(v, "remark", c->remark);
	view_flag(v, "mine", c->asker == rq->cx.viewer ||
	    c->maker == rq->cx.viewer);
	show_persons(rq, c);
	form_start(rq, "reason", arena_printf(rq->cx.arena,
	    _("Conflict check %s"), c->number));
	return reply_page(rq, "legal/conflict-asked.html");
}

enum err
post_clearance_answer(struct request *rq)
{
	struct clearance *c;
	enum err e;

	if ((e = open_it(rq, &c)) != OK ||
	    (e = clearance_answer(&rq->cx, c, form_text(rq, "answer"),
	    form_text(rq, "remark"))) != OK)
		return e;
	reply_notice(rq, "%s", _("The question is answered."));
	return reply_redirect(rq, "/legal/conflicts/asked/%s", c->number);
}

enum err
post_clearance_officer_wall(struct request *rq)
{
	struct wall_new n = { .label = "",
	    .reason = form_text(rq, "reason") };
	const struct clearance_name *x;
	const struct clearance_hit *h;
	struct clearance *c;
	struct wall *w;
	enum err e;

	if ((e = open_it(rq, &c)) != OK)
		return e;
	for (x = c->names; x != NULL; x = x->next)
		for (h = x->hits; h != NULL; h = h->next)
			if (h->no == form_int(rq, "hit"))
				n.party = h->person;
	if (n.party == 0)
		return refuse_field(&rq->cx, "hit", "%s",
		    _("Choose somebody of the list."));
	if ((e = clearances_staff_id(rq, &n.staff)) != OK ||
	    (e = wall_set(&rq->cx, &n, &w)) != OK)
		return e;
	reply_notice(rq, "%s", _("The wall stands."));
	return reply_redirect(rq, "/legal/conflicts/asked/%s", c->number);
}
