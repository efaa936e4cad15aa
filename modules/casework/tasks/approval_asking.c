/* SPDX-License-Identifier: MIT */
/* The form by which somebody asks for approval. */
#include <stdlib.h>
#include <string.h>

#include "casework/shared/show.h"
#include "casework/tasks/approvals.h"
#include "casework/tasks/pages_work.h"
#include "domain/course/approval_levels.h"
#include "domain/course/approval_plan.h"
#include "domain/course/decision.h"
#include "domain/course/decision_show.h"
#include "domain/dossier/document.h"
#include "domain/dossier/dossier.h"
#include "domain/people/authority.h"
#include "domain/type/casetype.h"
#include "text/message.h"
#include "text/number.h"

#define DOCUMENT_ROWS 50

const struct field approval_new_form[] = {
	{ "again", FIELD_INT, .min = 1, .max = INT64_MAX },
	{ "item", FIELD_INT, .min = 1, .max = INT64_MAX },
	{ "about", FIELD_TEXT, .max = 30 },
	{ "field", FIELD_TEXT, .max = 40 },
	{ 0 }
};

const struct field approval_form[] = {
	{ "subject", FIELD_TEXT, .max = 200 },
	{ "reason", FIELD_LINES, .max = REASON_MAX },
	{ "kind", FIELD_TEXT, .max = 60 },
	{ "field", FIELD_TEXT, .max = 40 },
	{ "amount", FIELD_TEXT, .max = 60 },
	{ "about", FIELD_TEXT, .max = 30 },
	{ "again", FIELD_INT, .min = 1, .max = INT64_MAX },
	{ "item", FIELD_INT, .min = 1, .max = INT64_MAX },
	{ 0 }
};

/* Money fields that stand alone and have a value. */
static void
show_amounts(struct request *rq, const struct dossier *d)
{
	const struct type_field *f;
	const char *text;

	for (f = d->type->fields; f != NULL; f = f->next) {
		if (f->kind != VALUE_MONEY || f->group != NULL ||
		    (text = dossier_value(d, f->code))[0] == '\0')
			continue;
		view_option(rq->view, "amounts", f->code,
		    arena_printf(rq->cx.arena, _("%s: %s"),
		    message_label(&f->label, rq->cx.lang),
		    casetype_show(&rq->cx, f, text)));
	}
}

/* How the form names a document or a decision: document-3. */
static const char *
thing(struct request *rq, const char *what, int64_t no)
{
	return arena_printf(rq->cx.arena, "%s-%lld", what, (long long)no);
}

static enum err
show_things(struct request *rq, struct dossier *d)
{
	struct document_filter newest = { .limit = DOCUMENT_ROWS };
	struct decision_slot *s;
	struct document *doc;
	enum err e;

	if ((e = document_list(&rq->cx, d, &newest, &doc)) != OK ||
	    (e = decision_slots(&rq->cx, d, &s)) != OK)
		return e;
	for (; doc != NULL; doc = doc->next)
		if (doc->withdrawn == 0)
			view_option(rq->view, "documents", thing(rq,
			    "document", doc->no), doc->name);
	for (; s != NULL; s = s->next)
		if (s->made != NULL && strcmp(s->of->code,
		    TYPE_DECISION_APPROVAL) != 0)
			view_option(rq->view, "decided", thing(rq,
			    "decision", s->made->no), arena_printf(
			    rq->cx.arena, _("%s: %s"),
			    decision_show_name(&rq->cx, s->of),
			    decision_show(&rq->cx, d->type, s->of,
			    s->made->result)));
	return OK;
}

/* What was asked before stands in the form, as it would be asked now. */
static enum err
start_again(struct request *rq, struct dossier *d, int64_t *item)
{
	struct approval *a;
	enum err e;

	if (form_int(rq, "again") == 0) {
		form_start(rq, "about", form_text(rq, "about"));
		form_start(rq, "field", form_text(rq, "field"));
		return OK;
	}
	if ((e = approval_open(&rq->cx, d, form_int(rq, "again"), &a)) != OK)
		return e;
	*item = a->item;
	form_start(rq, "again", number_plain(rq->cx.arena, a->no, 0));
	form_start(rq, "subject", a->subject);
	form_start(rq, "reason", a->reason);
	form_start(rq, "kind", a->kind);
	form_start(rq, "field", a->field);
	if (a->has_amount && a->field[0] == '\0')
		form_start(rq, "amount", arena_printf(rq->cx.arena, "%s %s",
		    number_text(rq->cx.arena, rq->cx.lang, a->amount,
		    number_minor(a->currency)), a->currency));
	if (a->document != 0)
		form_start(rq, "about", thing(rq, "document", a->document));
	if (a->decision != 0)
		form_start(rq, "about", thing(rq, "decision", a->decision));
	view_text(rq->view, "again_subject", a->title);
	view_int(rq->view, "again_no", a->no);
	return OK;
}

/* What the plan says of it stands fast; again: of one that it wanted. */
static enum err
show_planned(struct request *rq, const struct dossier *d, int64_t item)
{
	const struct type_field *f;
	struct approval_plan *p;
	enum err e;

	if ((e = approval_plan(&rq->cx, d, item, &p)) != OK || p == NULL)
		return e;
	form_start(rq, "subject", p->title);
	if (form_int(rq, "again") == 0)
		form_start(rq, "item", number_plain(rq->cx.arena, item, 0));
	view_text(rq->view, "planned", p->title);
	if ((f = casetype_field(d->type, p->field)) == NULL)
		return OK;
	view_text(rq->view, "planned_field", message_label(&f->label,
	    rq->cx.lang));
	view_text(rq->view, "planned_amount", casetype_show(&rq->cx, f,
	    dossier_value(d, f->code)));
	return OK;
}

enum err
get_approval_new(struct request *rq)
{
	int64_t item = form_int(rq, "item");
	const char *const *kinds;
	struct dossier *d;
	enum err e;

	if ((e = show_open(rq, &d)) != OK ||
	    (e = start_again(rq, d, &item)) != OK ||
	    (e = show_planned(rq, d, item)) != OK ||
	    (e = show_things(rq, d)) != OK ||
	    (e = authority_kinds(&rq->cx, &kinds)) != OK)
		return e;
	show_amounts(rq, d);
	for (; *kinds != NULL; kinds++)
		view_option(rq->view, "kinds", *kinds, *kinds);
	view_flag(rq->view, "by_table", casetype_decision(d->type,
	    TYPE_DECISION_APPROVAL) != NULL);
	return reply_page(rq, "casework/approval-new.html");
}

/* “document-3” */
static int64_t
about(struct request *rq, const char *what)
{
	const char *s = form_text(rq, "about");
	size_t n = strlen(what);

	return strncmp(s, what, n) != 0 || s[n] != '-' ? 0 :
	    strtoll(s + n + 1, NULL, 10);
}

enum err
post_approval_ask(struct request *rq)
{
	struct approval_new n = {
		.subject = form_text(rq, "subject"),
		.reason = form_text(rq, "reason"),
		.kind = form_text(rq, "kind"),
		.field = form_text(rq, "field"),
		.amount = form_text(rq, "amount"),
		.document = about(rq, "document"),
		.decision = about(rq, "decision"),
		.again = form_int(rq, "again"),
		.item = form_int(rq, "item"), .levels = ""
	};
	struct approval *a;
	struct dossier *d;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = approval_ask(&rq->cx, d, &n, &a)) != OK)
		return e;
	if (a->last == 0)
		reply_notice(rq, "%s", _("Approved: by the table nobody has "
		    "to be asked."));
	else
		reply_notice(rq, _("Approval was asked for. It waits for: "
		    "%s."), approval_levels_word(&rq->cx, a->waits));
	return reply_redirect(rq, "/dossiers/%s/approvals/%lld", d->number,
	    (long long)a->no);
}
