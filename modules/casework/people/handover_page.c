/* SPDX-License-Identifier: MIT */
/* One handover: its cases, their sheets, and the answer. */
#include <stdlib.h>
#include <string.h>

#include "casework/people/handovers.h"
#include "casework/people/pages_people.h"
#include "casework/shared/show.h"
#include "domain/course/dossier_load.h"
#include "domain/desk/handover.h"
#include "domain/dossier/dossier.h"
#include "domain/spine/keep.h"
#include "text/message.h"

const struct field handover_answer_form[] = {
	{ "pick", FIELD_INT, .min = 1, .max = 100000, .many = true },
	{ "reason", FIELD_LINES, .max = KEEP_REASON },
	{ 0 }
};

static const char *
state_word(enum handover_state state)
{
	static const char *const words[] = { N_("Waits for an answer"),
	    N_("Accepted"), N_("Refused"), N_("Withdrawn"),
	    N_("Nothing was left to hand over") };

	return _(words[state]);
}

static enum err
open_one(struct request *rq, struct handover **out)
{
	return handover_open(&rq->cx, request_part(rq, "handover"), out);
}

static void
show_case(struct view *v, const struct handover_case *c)
{
	view_int(v, "no", c->no);
	view_text(v, "number", c->number);
	view_text(v, "title", c->title);
	view_text(v, "state", state_word(c->state));
	view_flag(v, "waiting", c->state == HANDOVER_WAITING);
	view_flag(v, "accepted", c->state == HANDOVER_ACCEPTED);
	view_flag(v, "sheet", c->state == HANDOVER_WAITING ||
	    c->state == HANDOVER_ACCEPTED);
	view_moment(v, "said", c->said);
	view_text(v, "said_by", c->said_by);
	view_text(v, "reason", c->reason);
}

enum err
get_handover(struct request *rq)
{
	const struct handover_case *c;
	struct handover *h;
	enum err e;

	if ((e = open_one(rq, &h)) != OK)
		return e;
	handovers_show_one(rq, view_part(rq->view, "handover"), h);
	for (c = h->cases; c != NULL; c = c->next)
		show_case(view_item(rq->view, "cases"), c);
	view_flag(rq->view, "may_answer", handover_may_accept(&rq->cx, h));
	view_flag(rq->view, "may_accept", handover_may_accept(&rq->cx, h) &&
	    h->begins <= rq->cx.now);
	view_flag(rq->view, "may_withdraw",
	    handover_may_withdraw(&rq->cx, h));
	return reply_page(rq, "casework/handover.html");
}

/* The ticked cases; refuses where none is. */
static enum err
picked(struct request *rq, struct handover_some *out)
{
	const char *name, *text;
	int64_t *no;
	size_t i, n = 0;

	while (form_each(rq, "pick", n, &name, &text))
		n++;
	no = arena_alloc(rq->cx.arena, (n + 1) * sizeof(*no));
	for (i = 0; i < n; i++)
		if (form_each(rq, "pick", i, &name, &text))
			no[i] = strtoll(text, NULL, 10);
	out->no = no;
	out->count = n;
	return n > 0 ? OK : refuse_field(&rq->cx, "pick", "%s",
	    _("Tick the cases that you mean."));
}

enum err
post_handover_accept(struct request *rq)
{
	struct handover_some some;
	struct handover *h;
	int done, gone;
	enum err e;

	if ((e = open_one(rq, &h)) != OK || (e = picked(rq, &some)) != OK ||
	    (e = handover_accept(&rq->cx, h, &some, &done, &gone)) != OK)
		return e;
	if (gone > 0)
		reply_notice(rq, message_plural("%d is yours now. Of the "
		    "others the giver had nothing any more.",
		    "%d are yours now. Of the others the giver had nothing "
		    "any more.", done), done);
	else
		reply_notice(rq, message_plural("%d case is in your hands "
		    "now.", "%d cases are in your hands now.", done), done);
	return reply_redirect(rq, "/handovers/%s", h->number);
}

enum err
post_handover_refuse(struct request *rq)
{
	struct handover_some some;
	struct handover *h;
	int done;
	enum err e;

	if ((e = open_one(rq, &h)) != OK || (e = picked(rq, &some)) != OK ||
	    (e = handover_refuse(&rq->cx, h, &some, form_text(rq, "reason"),
	    &done)) != OK)
		return e;
	reply_notice(rq, _("You refused it. %s stays responsible and is "
	    "told."), h->giver_name);
	return reply_redirect(rq, "/handovers/%s", h->number);
}

enum err
post_handover_withdraw(struct request *rq)
{
	struct handover *h;
	int done;
	enum err e;

	if ((e = open_one(rq, &h)) != OK ||
	    (e = handover_withdraw(&rq->cx, h, &done)) != OK)
		return e;
	reply_notice(rq, "%s", _("What was not answered is withdrawn."));
	return reply_redirect(rq, "/handovers/%s", h->number);
}

static void
show_lines(struct request *rq, const struct handover_line *l)
{
	const char *section = "";
	struct view *s = NULL, *v;

	for (; l != NULL; l = l->next) {
		if (s == NULL || strcmp(section, l->section) != 0) {
			s = view_item(rq->view, "sections");
			view_text(s, "word", handover_sheet_word(
			    l->section));
			section = l->section;
		}
		v = view_item(s, "lines");
		view_text(v, "text", l->text);
		view_text(v, "detail", l->detail);
		view_moment(v, "due", l->due);
	}
}

enum err
get_handover_sheet(struct request *rq)
{
	struct handover_case *c;
	struct handover_line *l;
	struct handover *h;
	struct dossier *d;
	enum err e;

	if ((e = handover_open_case(&rq->cx, request_part(rq, "handover"),
	    rq->no, &h, &c)) != OK ||
	    (e = dossier_open(&rq->cx, c->number, LEVEL_READ, &d)) != OK ||
	    (e = dossier_load(&rq->cx, d)) != OK ||
	    (e = handover_sheet(&rq->cx, h, c, d, &l)) != OK)
		return e;
	show_dossier(rq, view_part(rq->view, "dossier"), d);
	handovers_show_one(rq, view_part(rq->view, "handover"), h);
	show_case(view_part(rq->view, "case"), c);
	show_lines(rq, l);
	return reply_page(rq, "casework/handover-sheet.html");
}
