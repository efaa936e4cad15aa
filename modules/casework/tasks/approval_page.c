/* SPDX-License-Identifier: MIT */
/* One approval: all that one needs to decide, and the answers. */
#include <string.h>

#include "casework/shared/show.h"
#include "casework/tasks/approvals.h"
#include "casework/tasks/pages_work.h"
#include "domain/course/approval_levels.h"
#include "domain/dossier/document.h"
#include "domain/dossier/dossier.h"
#include "domain/people/authority.h"
#include "text/message.h"
#include "web/facts.h"

#define DOCUMENT_ROWS 8

static const char *const answers[] = { "approve", "reject", "return",
    "comment", "withdraw", NULL };

const struct field answer_form[] = {
	{ "answer", FIELD_CHOICE, .min = 1, .choices = answers },
	{ "comment", FIELD_LINES, .max = REASON_MAX },
	{ 0 }
};

static void
show_may(struct request *rq, const struct approval_may *m)
{
	struct view *v = view_part(rq->view, "may");

	view_flag(v, "decide", m->decide);
	view_flag(v, "approve", m->approve);
	view_flag(v, "comment", m->comment);
	view_flag(v, "withdraw", m->withdraw);
	view_flag(v, "again", m->again);
	view_text(v, "why_not", m->why_not);
	if (m->limit == NULL)
		return;
	view_text(v, "limit", authority_show(&rq->cx, m->limit));
	view_text(v, "limit_of", m->limit->label);
	view_text(v, "limit_until", m->limit->ends);
	view_text(v, "limit_kind", m->limit->kind);
}

static enum err
show_documents(struct request *rq, const struct dossier *d)
{
	struct document_filter newest = { .limit = DOCUMENT_ROWS };
	struct document *doc;
	enum err e;

	if ((e = document_list(&rq->cx, d, &newest, &doc)) != OK)
		return e;
	for (; doc != NULL; doc = doc->next)
		if (doc->withdrawn == 0)
			show_document(rq, view_item(rq->view, "documents"), d,
			    doc);
	return OK;
}

/* The others of its chain: asked before, or again. */
static enum err
show_others(struct request *rq, struct dossier *d, const struct approval *a)
{
	struct approval *o;
	enum err e;

	if ((e = approval_list(&rq->cx, d, &o)) != OK)
		return e;
	for (; o != NULL; o = o->next)
		if (o->root == a->root && o->no != a->no)
			approvals_show_one(rq, view_item(rq->view, "others"),
			    d, o);
	if (a->newest != a->no && a->newest != 0)
		view_int(rq->view, "newest", a->newest);
	return OK;
}

enum err
get_approval(struct request *rq)
{
	struct approval_may may;
	struct approval *a;
	struct dossier *d;
	enum err e;

	if ((e = show_open(rq, &d)) != OK ||
	    (e = approval_open(&rq->cx, d, rq->no, &a)) != OK ||
	    (e = approval_may(&rq->cx, d, a, &may)) != OK)
		return e;
	approvals_show_one(rq, view_part(rq->view, "it"), d, a);
	show_may(rq, &may);
	if (!may.decide && !may.comment)
		form_rescue(rq, "comment");
	facts_show(rq, rq->view, d->type, d->values, false);
	if ((e = show_documents(rq, d)) != OK ||
	    (e = show_others(rq, d, a)) != OK)
		return e;
	return reply_page(rq, "casework/approval.html");
}

static enum approval_what
typed_answer(struct request *rq)
{
	size_t i;

	for (i = 0; answers[i + 1] != NULL && strcmp(answers[i],
	    form_text(rq, "answer")) != 0; i++)
		;
	return (enum approval_what)i;
}

static void
tell(struct request *rq, const struct approval *a, enum approval_what what)
{
	if (what == APPROVAL_COMMENT)
		reply_notice(rq, "%s", _("Your remark was added."));
	else if (what == APPROVAL_WITHDRAW)
		reply_notice(rq, "%s", _("The request was withdrawn."));
	else if (what == APPROVAL_RETURN)
		reply_notice(rq, "%s", _("It was returned, to be changed and "
		    "asked again."));
	else if (what == APPROVAL_REJECT)
		reply_notice(rq, "%s", _("It is not approved."));
	else if (a->state == APPROVAL_ASKED)
		reply_notice(rq, _("Your step is approved. The next one is "
		    "for: %s."), approval_levels_word(&rq->cx, a->waits));
	else
		reply_notice(rq, "%s", _("It is approved."));
}

enum err
post_approval_answer(struct request *rq)
{
	enum approval_what what = typed_answer(rq);
	struct approval *a;
	struct dossier *d;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = approval_open(&rq->cx, d, rq->no, &a)) != OK ||
	    (e = approval_answer(&rq->cx, d, a, what,
	    form_text(rq, "comment"))) != OK)
		return e;
	tell(rq, a, what);
	return reply_redirect(rq, "/dossiers/%s/approvals/%lld", d->number,
	    (long long)a->no);
}
