/* SPDX-License-Identifier: MIT */
/* Moving through the phases, waiting and going on. */
#include <string.h>

#include "casework/case/pages_case.h"
#include "casework/shared/show.h"
#include "domain/course/plan_preview.h"
#include "domain/dossier/dossier.h"
#include "domain/type/casetype.h"
#include "text/date.h"
#include "text/message.h"

const struct field reason_form[] = {
	{ "reason", FIELD_LINES, .min = 1, .max = REASON_MAX },
	{ 0 }
};

const struct field why_form[] = {
	{ "why", FIELD_LINES, .min = 1, .max = REASON_MAX },
	{ 0 }
};

const struct field move_to_form[] = {
	{ "phase", FIELD_TEXT, .max = 60 },
	{ 0 }
};

const struct field move_form[] = {
	{ "phase", FIELD_TEXT, .min = 1, .max = 60 },
	{ "reason", FIELD_LINES, .min = 1, .max = REASON_MAX },
	{ 0 }
};

static void
show_stays(struct request *rq, const struct dossier *d)
{
	const struct phase *p;
	struct view *v;

	for (p = d->phases; p != NULL; p = p->next) {
		v = view_item(rq->view, "stays");
		view_text(v, "phase",
		    casetype_word(&rq->cx, d->type->phases, p->code));
		view_moment(v, "entered", p->entered);
		view_moment(v, "left", p->left);
		view_text(v, "spent", date_span(rq->cx.arena, rq->cx.lang,
		    (p->left != 0 ? p->left : rq->cx.now) - p->entered));
		view_text(v, "reason", p->reason);
		view_text(v, "by", p->by);
	}
}

/* What it does to the plan, told before it is done. */
static void
show_effects(struct view *v, const struct plan_preview *p, const char *phase)
{
	const struct plan_effect *x;

	while (p != NULL && strcmp(p->phase, phase) != 0)
		p = p->next;
	if (p == NULL)
		return;
	view_text(v, "refused", p->refused);
	for (x = p->effects; x != NULL; x = x->next)
		view_text(view_item(v, "effects"), "text", x->text);
}

/* Every phase but the present one; the one that was asked for is chosen, else
 * the following one is proposed. */
enum err
get_dossier_move(struct request *rq)
{
	struct plan_preview *plan;
	const struct term *t;
	struct dossier *d;
	struct view *v;
	bool after = false, proposed = form_text(rq, "phase")[0] != '\0';
	enum err e;

	if ((e = show_open(rq, &d)) != OK ||
	    (e = plan_preview(&rq->cx, d, &plan)) != OK)
		return e;
	for (t = d->type->phases; t != NULL; t = t->next) {
		if (strcmp(t->code, d->phase) == 0) {
			after = true;
			continue;
		}
		v = view_option(rq->view, "phases", t->code,
		    message_label(&t->label, rq->cx.lang));
		view_flag(v, "back", !after);
		show_effects(v, plan, t->code);
		if (after && !proposed) {
			proposed = true;
			form_start(rq, "phase", t->code);
		}
	}
	show_stays(rq, d);
	return reply_page(rq, "casework/move.html");
}

enum err
post_dossier_move(struct request *rq)
{
	struct dossier *d;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK)
		return e;
	if ((e = dossier_move(&rq->cx, d, form_text(rq, "phase"),
	    form_text(rq, "reason"))) != OK)
		return e;
	reply_notice(rq, _("Moved to the phase “%s”."),
	    casetype_word(&rq->cx, d->type->phases, form_text(rq, "phase")));
	return reply_redirect(rq, "/dossiers/%s", d->number);
}

static enum err
get_reason(struct request *rq, const char *template)
{
	struct dossier *d;
	enum err e;

	if ((e = show_open(rq, &d)) != OK)
		return e;
	return reply_page(rq, template);
}

static enum err
post_reason(struct request *rq,
    enum err (*act)(struct ctx *, struct dossier *, const char *),
    const char *notice)
{
	struct dossier *d;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK)
		return e;
	if ((e = act(&rq->cx, d, form_text(rq, "reason"))) != OK)
		return e;
	reply_notice(rq, "%s", notice);
	return reply_redirect(rq, "/dossiers/%s", d->number);
}

enum err
get_dossier_wait(struct request *rq)
{
	return get_reason(rq, "casework/wait.html");
}

enum err
post_dossier_wait(struct request *rq)
{
	return post_reason(rq, dossier_wait, _("The case is waiting now."));
}

enum err
get_dossier_resume(struct request *rq)
{
	return get_reason(rq, "casework/resume.html");
}

enum err
post_dossier_resume(struct request *rq)
{
	return post_reason(rq, dossier_resume, _("The case is open again."));
}

enum err
get_dossier_reopen(struct request *rq)
{
	return get_reason(rq, "casework/reopen.html");
}

enum err
post_dossier_reopen(struct request *rq)
{
	return post_reason(rq, dossier_reopen, _("The case was reopened."));
}
