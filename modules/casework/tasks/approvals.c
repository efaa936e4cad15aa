/* SPDX-License-Identifier: MIT */
/* Approvals: on the page of a case, and those that wait. */
#include "casework/tasks/approvals.h"

#include <string.h>

#include "casework/shared/show.h"
#include "casework/tasks/pages_work.h"
#include "domain/course/approval_levels.h"
#include "domain/course/decision_show.h"
#include "domain/dossier/dossier.h"
#include "domain/people/authority.h"
#include "domain/type/casetype.h"
#include "text/message.h"
#include "web/pager.h"

static const char *const lists[] = { "mine", "asked", NULL };

const struct field approvals_form[] = {
	{ "list", FIELD_CHOICE, .choices = lists },
	{ "after", FIELD_TEXT, .max = 200 },
	{ 0 }
};

static const char *
what_word(enum approval_what what)
{
	switch (what) {
	case APPROVAL_APPROVE:
		return _("Approved");
	case APPROVAL_REJECT:
		return _("Not approved");
	case APPROVAL_RETURN:
		return _("Returned for change");
	case APPROVAL_WITHDRAW:
		return _("Withdrawn");
	default:
		return _("Remark");
	}
}

static void
show_limit(struct request *rq, struct view *v, const struct authority *l)
{
	if (l == NULL)
		return;
	view_text(v, "limit", authority_show(&rq->cx, l));
	view_text(v, "limit_of", authority_whose(l));
	view_text(v, "limit_until", l->ends);
	view_text(v, "limit_kind", l->kind);
}

static void
show_act(struct request *rq, struct view *v, const struct approval_act *t)
{
	view_text(v, "what", what_word(t->what));
	view_text(v, "who", t->actor_name);
	view_moment(v, "when", t->acted);
	view_text(v, "comment", t->comment);
	view_moment(v, "undone", t->undone);
	show_limit(rq, v, t->authority);
}

/* Each step: done, by whom; the one that waits; those to come. */
static void
show_steps(struct request *rq, struct view *v, const struct approval *a)
{
	const struct approval_step *s;
	const struct approval_act *t;
	struct view *item;
	int64_t n = 1;

	for (s = a->steps; s != NULL; s = s->next, n++) {
		item = view_item(v, "steps");
		view_text(item, "name", approval_levels_word(&rq->cx,
		    s->name));
		view_flag(item, "now", a->state == APPROVAL_ASKED &&
		    n == a->step);
		for (t = a->acts; t != NULL; t = t->next)
			if (t->what == APPROVAL_APPROVE && t->step == n &&
			    t->undone == 0)
				show_act(rq, view_part(item, "done"), t);
	}
}

static void
show_state(struct view *v, const struct approval *a)
{
	view_flag(v, "is_asked", a->state == APPROVAL_ASKED);
	view_flag(v, "is_returned", a->state == APPROVAL_RETURNED);
	view_flag(v, "is_approved", a->state == APPROVAL_APPROVED);
	view_flag(v, "is_rejected", a->state == APPROVAL_REJECTED);
	view_flag(v, "is_withdrawn", a->state == APPROVAL_WITHDRAWN);
	view_flag(v, "is_undone", a->state == APPROVAL_UNDONE);
	view_flag(v, "stale", a->stale);
	view_flag(v, "over", a->ended != 0 && !a->stale);
	view_text(v, "now", a->now);
}

void
approvals_show_one(struct request *rq, struct view *v,
    const struct dossier *d, const struct approval *a)
{
	const struct type_field *f = casetype_field(d->type, a->field);
	const struct approval_act *t;

	view_int(v, "no", a->no);
	view_text(v, "subject", a->title);
	view_text(v, "reason", a->reason);
	view_text(v, "kind", a->kind);
	view_text(v, "amount", approval_amount(&rq->cx, a));
	view_text(v, "field", f == NULL ? a->field :
	    message_label(&f->label, rq->cx.lang));
	if (a->document != 0) {
		view_int(v, "document", a->document);
		view_text(v, "document_name", a->document_name);
	}
	if (a->decision != 0) {
		view_int(v, "decision", a->decision);
		view_text(v, "decision_result", decision_show(&rq->cx,
		    d->type, NULL, a->decision_result));
	}
	if (a->levels_no != 0)
		view_int(v, "levels", a->levels_no);
	view_text(v, "waits", approval_levels_word(&rq->cx, a->waits));
	view_int(v, "step", a->step);
	view_int(v, "last", a->last);
	view_flag(v, "several", a->last > 1);
	view_flag(v, "by_table", a->last == 0);
	view_moment(v, "asked", a->asked);
	view_text(v, "asked_by", a->asked_by_name);
	view_flag(v, "by_plan", a->item != 0 && a->reason[0] == '\0');
	view_text(v, "sha256", a->shown);
	show_state(v, a);
	show_steps(rq, v, a);
	for (t = a->acts; t != NULL; t = t->next)
		show_act(rq, view_item(v, "said"), t);
}

enum err
approvals_show(struct request *rq, struct dossier *d)
{
	struct approval *a;
	enum err e;

	if ((e = approval_list(&rq->cx, d, &a)) != OK)
		return e;
	for (; a != NULL; a = a->next)
		if (a->no == a->newest)
			approvals_show_one(rq, view_item(rq->view,
			    "approvals"), d, a);
	return OK;
}

enum err
approvals_show_waiting(struct request *rq, enum approval_which which,
    const char *after, int limit, const char *list,
    struct approval_page *out)
{
	const struct approval *a;
	struct view *v;
	enum err e;

	if ((e = approval_waiting(&rq->cx, which, after, limit, out)) != OK)
		return e;
	for (a = out->all; a != NULL; a = a->next) {
		v = view_item(rq->view, list);
		view_int(v, "no", a->no);
		view_text(v, "subject", a->title);
		view_text(v, "amount", approval_amount(&rq->cx, a));
		view_text(v, "dossier", a->dossier_number);
		view_text(v, "dossier_title", a->dossier_title);
		view_text(v, "waits", approval_levels_word(&rq->cx,
		    a->waits));
		view_flag(v, "is_returned", a->state == APPROVAL_RETURNED);
		view_text(v, "asked_by", a->asked_by_name);
		view_moment(v, "asked", a->asked);
	}
	return OK;
}

enum err
get_approvals(struct request *rq)
{
	bool asked = strcmp(form_text(rq, "list"), "asked") == 0;
	const char *address = asked ? "/approvals?list=asked" :
	    "/approvals?list=mine";
	struct approval_page page;
	enum err e;

	if ((e = approvals_show_waiting(rq, asked ? APPROVAL_BY_ME :
	    APPROVAL_FOR_ME, form_text(rq, "after"), LIST_ROWS, "approvals",
	    &page)) != OK)
		return e;
	view_flag(rq->view, "asked", asked);
	view_flag(rq->view, "mine", !asked);
	pager_count(rq->view, "count", page.count);
	pager_show(rq, address, page.next);
	return reply_page(rq, "casework/approvals.html");
}
