/* SPDX-License-Identifier: MIT */
/* Letting go of a dossier: closing it, or handing it over. */
#include <string.h>

#include "casework/case/pages_case.h"
#include "casework/shared/choices.h"
#include "casework/shared/show.h"
#include "casework/tasks/approvals.h"
#include "casework/tasks/steps.h"
#include "domain/course/dossier_close.h"
#include "domain/dossier/dossier.h"
#include "domain/people/access.h"
#include "text/message.h"

const struct field close_form[] = {
	{ "outcome", FIELD_TEXT, .min = 1, .max = 60 },
	{ "reason", FIELD_LINES, .max = REASON_MAX },
	{ 0 }
};

const struct field hand_over_form[] = {
	{ "team", FIELD_TEXT, .min = 1, .max = 200 },
	{ "lead", FIELD_TEXT, .max = 20 },
	{ "reason", FIELD_LINES, .min = 1, .max = REASON_MAX },
	{ 0 }
};

/* The outcomes of screening are given there and not here. */
static void
show_outcomes(struct request *rq, const struct casetype *type)
{
	const struct term *t;

	for (t = type->outcomes; t != NULL; t = t->next)
		if (strcmp(t->code, "solved") != 0 &&
		    strcmp(t->code, "declined") != 0)
			view_option(rq->view, "outcomes", t->code,
			    message_label(&t->label, rq->cx.lang));
}

/* Tasks that keep it open: all of a case without a plan; else those that the
 * plan does not know. */
static int
show_tasks(struct request *rq, const struct dossier *d, const struct plan *p)
{
	const struct task *t;
	int open = 0;

	for (t = d->tasks; t != NULL; t = t->next)
		if (t->done == 0 && t->ended[0] == '\0' &&
		    (p == NULL || t->item == 0)) {
			show_task(rq, view_item(rq->view, "tasks"), t);
			open++;
		}
	view_int(rq->view, "open_count", open);
	return open;
}

/* What the plan wants approved stands among its steps, with its approval. */
static bool
is_step(const struct steps *s, const struct approval *a)
{
	const struct plan_thing *t = s->plan == NULL || a->item == 0 ? NULL :
	    plan_thing(s->plan, a->item);

	return t != NULL && t->item->required && !steps_is_over(t);
}

enum err
get_dossier_close(struct request *rq)
{
	int64_t required = 0;
	struct approval *a;
	struct dossier *d;
	struct steps s;
	enum err e;

	if ((e = show_open(rq, &d)) != OK || (e = steps_open(rq, d, &s)) != OK)
		return e;
	if (s.plan != NULL && (e = steps_missing(&s, view_part(rq->view,
	    "plan"), &required)) != OK)
		return e;
	if ((e = approval_missing(&rq->cx, d, &a)) != OK)
		return e;
	if (show_tasks(rq, d, s.plan) > 0 || required > 0 || a != NULL) {
		for (; a != NULL; a = a->next)
			if (!is_step(&s, a))
				approvals_show_one(rq, view_item(rq->view,
				    "approvals"), d, a);
		view_flag(rq->view, "blocked", true);
		form_rescue(rq, "reason");
	}
	show_outcomes(rq, d->type);
	return reply_page(rq, "casework/close.html");
}

enum err
post_dossier_close(struct request *rq)
{
	struct dossier *d;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK)
		return e;
	if ((e = dossier_close(&rq->cx, d, form_text(rq, "outcome"),
	    form_text(rq, "reason"))) != OK)
		return e;
	reply_notice(rq, _("The case is closed. It can be reopened."));
	return reply_redirect(rq, "/dossiers/%s", d->number);
}

enum err
get_dossier_hand_over(struct request *rq)
{
	struct access_place *place;
	struct dossier *d;
	struct party *p;
	struct view *v;
	enum err e;

	if ((e = show_open(rq, &d)) != OK)
		return e;
	if ((e = access_places(&rq->cx, &place)) != OK ||
	    (e = choices_staff_leads(rq, "staff", d->type)) != OK)
		return e;
	for (; place != NULL; place = place->next) {
		if (strcmp(place->type->code, d->type->code) != 0)
			continue;
		v = view_item(rq->view, "teams");
		view_text(v, "code", place->team_code);
		view_text(v, "name", place->team);
		if (place->scope == d->scope)
			form_start(rq, "team", place->team_code);
	}
	for (p = d->parties; p != NULL; p = p->next)
		if (p->ended == 0 && strcmp(p->role, "lead") == 0)
			form_start(rq, "lead", p->number);
	return reply_page(rq, "casework/hand-over.html");
}

/* The place of this type in the hands of the team that the form named. */
static enum err
chosen_scope(struct request *rq, const struct dossier *d, int64_t *out)
{
	const char *team = form_text(rq, "team");
	struct access_place *p;
	enum err e;

	if ((e = access_places(&rq->cx, &p)) != OK)
		return e;
	for (; p != NULL; p = p->next)
		if (strcmp(p->team_code, team) == 0 &&
		    strcmp(p->type->code, d->type->code) == 0) {
			*out = p->scope;
			return OK;
		}
	return refuse_field(&rq->cx, "team",
	    _("Choose a team that handles cases of this type."));
}

enum err
post_dossier_hand_over(struct request *rq)
{
	int64_t scope = 0, lead = 0;
	struct dossier *d;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK)
		return e;
	if ((e = chosen_scope(rq, d, &scope)) != OK ||
	    (e = choices_staff_id(rq, "lead", &lead)) != OK)
		return e;
	if ((e = dossier_hand_over(&rq->cx, d, scope, lead,
	    form_text(rq, "reason"))) != OK)
		return e;
	reply_notice(rq, _("The case was handed over."));
	if (d->level < LEVEL_READ)
		return reply_redirect(rq, "/dossiers");
	return reply_redirect(rq, "/dossiers/%s", d->number);
}
