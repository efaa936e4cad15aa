/* SPDX-License-Identifier: MIT */
/* Limits of authority: who may approve what, up to which amount. */
#include "admin.h"

#include "domain/people/authority.h"
#include "domain/people/roster.h"
#include "domain/spine/keep.h"
#include "text/message.h"
#include "web/pager.h"

#define ROWS 50

const struct field authorities_form[] = {
	{ "past", FIELD_FLAG },
	{ "after", FIELD_TEXT, .max = 20 },
	{ 0 }
};

const struct field authority_page_form[] = {
	{ "person", FIELD_TEXT, .max = 100 },
	{ 0 }
};

const struct field authority_form[] = {
	{ "person", FIELD_TEXT, .max = 100 },
	{ "label", FIELD_TEXT, .max = 200 },
	{ "kind", FIELD_TEXT, .max = 60 },
	{ "amount", FIELD_TEXT, .max = 60 },
	{ "any", FIELD_FLAG },
	{ "begins", FIELD_DATE },
	{ "ends", FIELD_DATE },
	{ "reason", FIELD_LINES, .max = KEEP_REASON },
	{ 0 }
};

const struct field authority_withdraw_form[] = {
	{ "why", FIELD_LINES, .max = KEEP_REASON },
	{ 0 }
};

static void
show_one(struct request *rq, struct view *v, const struct authority *a)
{
	view_text(v, "number", a->number);
	view_text(v, "whose", authority_whose(a));
	view_text(v, "person", a->person_number);
	view_text(v, "kind", a->kind);
	view_text(v, "amount", authority_show(&rq->cx, a));
	view_text(v, "begins", a->begins);
	view_text(v, "ends", a->ends);
	view_text(v, "reason", a->reason);
	view_moment(v, "given", a->given);
	view_text(v, "given_by", a->given_by);
	view_moment(v, "withdrawn", a->withdrawn);
	view_text(v, "withdrawn_by", a->withdrawn_by);
	view_text(v, "withdrawn_why", a->withdrawn_why);
}

enum err
get_authorities(struct request *rq)
{
	bool past = form_flag(rq, "past");
	struct authority_page page;
	const struct authority *a;
	enum err e;

	if ((e = authority_list(&rq->cx, past, form_text(rq, "after"), ROWS,
	    &page)) != OK)
		return e;
	for (a = page.all; a != NULL; a = a->next)
		show_one(rq, view_item(rq->view, "limits"), a);
	view_flag(rq->view, "past", past);
	view_flag(rq->view, "now", !past);
	pager_show(rq, past ? "/admin/authority?past=1" : "/admin/authority",
	    page.next);
	view_text(rq->view, "tab", "authority");
	return reply_page(rq, "admin/authorities.html");
}

enum err
get_authority_new(struct request *rq)
{
	const char *const *labels = authority_labels(&rq->cx), *const *kinds;
	struct roster_member *m;
	struct view *v;
	enum err e;

	if ((e = authority_kinds(&rq->cx, &kinds)) != OK ||
	    (e = roster_list(&rq->cx, "", "", &m)) != OK)
		return e;
	for (; *labels != NULL; labels++)
		view_option(rq->view, "labels", *labels, *labels);
	for (; *kinds != NULL; kinds++)
		view_option(rq->view, "kinds", *kinds, *kinds);
	for (; m != NULL; m = m->next) {
		v = view_item(rq->view, "staff");
		view_text(v, "login", m->login);
		view_text(v, "name", m->name);
	}
	form_start(rq, "person", form_text(rq, "person"));
	form_start(rq, "begins", authority_today(&rq->cx));
	return reply_page(rq, "admin/authority-new.html");
}

enum err
post_authority_give(struct request *rq)
{
	struct authority_new n = {
		.person = form_text(rq, "person"),
		.label = form_text(rq, "label"),
		.kind = form_text(rq, "kind"),
		.amount = form_text(rq, "amount"),
		.any = form_flag(rq, "any"),
		.begins = form_date(rq, "begins"),
		.ends = form_date(rq, "ends"),
		.reason = form_text(rq, "reason")
	};
	struct authority *a;
	enum err e;

	if ((e = authority_give(&rq->cx, &n, &a)) != OK)
		return e;
	reply_notice(rq, _("The limit of %s holds: %s."), authority_whose(a),
	    authority_show(&rq->cx, a));
	return reply_redirect(rq, "/admin/authority");
}

enum err
get_authority_withdraw(struct request *rq)
{
	struct authority *a;
	enum err e;

	if ((e = authority_open(&rq->cx, request_part(rq, "limit"),
	    &a)) != OK)
		return e;
	show_one(rq, view_part(rq->view, "limit"), a);
	return reply_page(rq, "admin/authority-withdraw.html");
}

enum err
post_authority_withdraw(struct request *rq)
{
	struct authority *a;
	enum err e;

	if ((e = authority_open(&rq->cx, request_part(rq, "limit"),
	    &a)) != OK ||
	    (e = authority_withdraw(&rq->cx, a, form_text(rq, "why"))) != OK)
		return e;
	reply_notice(rq, _("The limit of %s was withdrawn."),
	    authority_whose(a));
	return reply_redirect(rq, "/admin/authority");
}
