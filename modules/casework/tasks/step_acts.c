/* SPDX-License-Identifier: MIT */
/* What is done with a step of the plan, and what is added to the plan. */
#include <stdlib.h>
#include <string.h>

#include "casework/shared/show.h"
#include "casework/tasks/pages_work.h"
#include "casework/tasks/steps.h"
#include "domain/dossier/dossier.h"
#include "text/message.h"

const struct field step_act_form[] = {
	{ "reason", FIELD_LINES, .max = REASON_MAX },
	{ 0 }
};
const struct field steps_add_form[] = {
	{ "offer", FIELD_TEXT, .min = 3, .max = 300 },
	{ 0 }
};
const struct field steps_new_form[] = {
	{ "title", FIELD_TEXT, .min = 1, .max = 200 },
	{ "stage", FIELD_INT, .min = 1, .max = INT64_MAX },
	{ "required", FIELD_FLAG },
	{ 0 }
};

/* What it means, in a sentence, before somebody does it. */
static const char *
meaning(const struct steps_act *a, const struct plan_thing *t)
{
	bool stage = t->item->kind == CMMN_STAGE;

	switch (a->transition) {
	case CMMN_DISABLE:
		return stage ? _("The stage does not begin, and nothing in "
		    "it is to be done. It can be taken up after all.") :
		    _("It is not to be done. It can be taken up after all.");
	case CMMN_SUSPEND:
		return stage ? _("Everything in it waits and leaves the work "
		    "lists until somebody goes on with it.") :
		    _("It leaves the work lists until somebody goes on with "
		    "it.");
	case CMMN_TERMINATE:
		return stage ? _("Everything in it that is still open ends "
		    "with it. What is done stays.") :
		    _("It ends without a result, and nothing waits for it "
		    "any more.");
	case CMMN_NO_TRANSITION:
		return _("It begins anew, as another round. What was done "
		    "stays.");
	default:
		return "";
	}
}

static enum err
act_of(struct request *rq, const struct steps_act **out)
{
	*out = steps_act(request_part(rq, "act"));
	return *out != NULL ? OK : refuse(&rq->cx, ERR_MISSING,
	    _("There is nothing at this address, or it is not for you."));
}

enum err
get_step_act(struct request *rq)
{
	const struct steps_act *a;
	struct dossier *d;
	struct steps s;
	struct step x;
	struct view *v;
	enum err e;

	if ((e = act_of(rq, &a)) != OK || (e = show_open(rq, &d)) != OK ||
	    (e = steps_open(rq, d, &s)) != OK ||
	    (e = steps_one(&s, rq->no, &x)) != OK)
		return e;
	v = view_part(rq->view, "step");
	steps_show(&s, v, &x);
	v = view_part(rq->view, "act");
	view_text(v, "word", a->word);
	view_text(v, "label", steps_act_label(a, x.thing));
	view_text(v, "meaning", meaning(a, x.thing));
	view_flag(v, "reason", steps_act_reason(a, x.thing));
	view_flag(v, "may", a->transition == CMMN_NO_TRANSITION ?
	    steps_may_repeat(&s, x.thing) :
	    steps_may(&s, x.thing, a->transition));
	return reply_page(rq, "casework/step-act.html");
}

static const char *
told(const struct steps_act *a, bool stone)
{
	switch (a->transition) {
	case CMMN_MANUAL_START:
		return _("“%s” has begun.");
	case CMMN_COMPLETE:
		return _("“%s” is done.");
	case CMMN_OCCUR:
		return stone ? _("“%s” is reached.") :
		    _("“%s” happened.");
	case CMMN_RESUME:
		return _("“%s” goes on.");
	case CMMN_REENABLE:
		return _("“%s” may begin again.");
	case CMMN_REACTIVATE:
		return _("“%s” is tried again.");
	case CMMN_DISABLE:
		return _("“%s” is skipped.");
	case CMMN_SUSPEND:
		return _("“%s” is on hold.");
	case CMMN_TERMINATE:
		return _("“%s” has ended.");
	default:
		return _("“%s” begins once more.");
	}
}

enum err
post_step_act(struct request *rq)
{
	const char *reason = form_text(rq, "reason"), *title;
	const struct plan_thing *t;
	const struct steps_act *a;
	struct dossier *d;
	struct plan *plan;
	int64_t no;
	enum err e;

	if ((e = act_of(rq, &a)) != OK ||
	    (e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = plan_open(&rq->cx, d, &plan)) != OK)
		return e;
	t = plan == NULL ? NULL : plan_thing(plan, rq->no);
	if (t == NULL)
		return steps_no_such(rq);
	title = t->title;
	e = a->transition == CMMN_NO_TRANSITION ?
	    plan_repeat(&rq->cx, d, rq->no, reason, &no) :
	    plan_do(&rq->cx, d, rq->no, a->transition, reason);
	if (e != OK)
		return e;
	reply_notice(rq, told(a, t->item->kind == CMMN_MILESTONE), title);
	return reply_redirect(rq, "/dossiers/%s", d->number);
}

/* "PARENT USE", as the buttons carry it. */
enum err
post_steps_add(struct request *rq)
{
	const char *offer = form_text(rq, "offer"), *use;
	const struct plan_thing *t;
	struct dossier *d;
	struct plan *plan;
	int64_t parent, no;
	char *end;
	enum err e;

	parent = strtoll(offer, &end, 10);
	use = *end == ' ' ? end + 1 : end;
	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = plan_add(&rq->cx, d, parent, use, &no)) != OK ||
	    (e = plan_open(&rq->cx, d, &plan)) != OK)
		return e;
	t = plan == NULL ? NULL : plan_thing(plan, no);
	reply_notice(rq, _("“%s” was added to the plan."),
	    t == NULL ? use : t->title);
	return reply_redirect(rq, "/dossiers/%s", d->number);
}

/* A stage for this case alone. */
enum err
get_steps_new(struct request *rq)
{
	struct dossier *d;
	struct steps s;
	enum err e;

	if ((e = show_open(rq, &d)) != OK || (e = steps_open(rq, d, &s)) != OK)
		return e;
	if (s.plan == NULL)
		return refuse(&rq->cx, ERR_CONFLICT,
		    _("This case has no plan. Add a task instead."));
	steps_stages(&s);
	return reply_page(rq, "casework/stage-new.html");
}

enum err
post_steps_new(struct request *rq)
{
	struct plan_free f = {
		.parent = form_int(rq, "stage") == 0 ? 1 :
		    form_int(rq, "stage"),
		.stage = true, .required = form_flag(rq, "required"),
		.title = form_text(rq, "title")
	};
	struct dossier *d;
	int64_t no;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = plan_free(&rq->cx, d, &f, &no)) != OK)
		return e;
	reply_notice(rq, _("“%s” was added to the plan."), f.title);
	return reply_redirect(rq, "/dossiers/%s/plan/%lld", d->number,
	    (long long)no);
}
