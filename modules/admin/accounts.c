/* SPDX-License-Identifier: MIT */
/* Accounts and their sessions. */
#include "admin.h"

#include "domain/people/access.h"
#include "domain/people/access_words.h"
#include "domain/people/roster.h"
#include "domain/type/casetype.h"
#include "text/message.h"
#include "web/pager.h"

const struct field staff_form[] = {
	{ "text",  FIELD_TEXT, .max = 100 },
	{ "after", FIELD_TEXT, .max = 20 },
	{ NULL }
};

const struct field sign_out_form[] = {
	{ "why", FIELD_TEXT, .max = 500 },
	{ NULL }
};

static void
show_member(struct view *v, const struct roster_member *m)
{
	view_text(v, "number", m->number);
	view_text(v, "name", m->name);
	view_text(v, "login", m->login);
	view_text(v, "dn", m->dn);
	view_text(v, "labels", m->labels);
	view_flag(v, "shut", !m->enabled);
	view_flag(v, "roleless", m->enabled && m->labels[0] == '\0');
	view_moment(v, "checked", m->checked);
	view_moment(v, "seen", m->seen);
	view_int(v, "sessions", m->sessions);
}

enum err
get_staff(struct request *rq)
{
	const char *text = form_text(rq, "text");
	const struct roster_member *last = NULL;
	struct roster_member *m;
	int n = 0;
	enum err e;

	if ((e = roster_list(&rq->cx, text, form_text(rq, "after"),
	    &m)) != OK)
		return e;
	for (; m != NULL && n < ROSTER_PAGE; m = m->next, n++) {
		show_member(view_item(rq->view, "staff"), m);
		last = m;
	}
	view_text(rq->view, "text", text);
	pager_show(rq, request_query(rq, "/admin/staff", "text", text),
	    m == NULL || last == NULL ? "" : last->number);
	form_start(rq, "text", text);
	view_text(rq->view, "tab", "staff");
	return reply_page(rq, "admin/staff.html");
}

static enum err
open_member(struct request *rq, struct roster_member **out)
{
	enum err e;

	if ((e = roster_get(&rq->cx, request_part(rq, "person"), out)) == OK)
		show_member(view_part(rq->view, "member"), *out);
	return e;
}

static enum err
show_roles(struct request *rq, int64_t person)
{
	struct access_role *r;
	struct view *v;
	enum err e;

	if ((e = access_roles(&rq->cx, person, &r)) != OK)
		return e;
	for (; r != NULL; r = r->next) {
		v = view_item(rq->view, "roles");
		view_text(v, "role", access_words_role(r->role));
		view_text(v, "label", r->label);
		view_text(v, "group", access_words_group(&rq->cx, r->label));
		view_text(v, "types", access_words_types(&rq->cx, r->types));
		view_text(v, "team", r->team);
		if (r->types[0] != '\0')
			view_text(v, "level", access_words_level(r->level));
	}
	return OK;
}

static enum err
show_holds(struct request *rq, int64_t person)
{
	const struct casetype *t;
	struct roster_hold *h;
	struct view *v;
	enum err e;

	if ((e = roster_holds(&rq->cx, person, &h)) != OK)
		return e;
	for (; h != NULL; h = h->next) {
		v = view_item(rq->view, "holds");
		view_text(v, "type", h->type);
		view_text(v, "label", casetype_current(&rq->cx, h->type,
		    &t) == OK ? message_label(&t->label, rq->cx.lang) :
		    h->type);
		view_text(v, "team", h->team);
		view_text(v, "team_code", h->team_code);
		view_text(v, "level", access_words_level(h->level));
	}
	rq->cx.why = NULL;
	return OK;
}

enum err
get_member(struct request *rq)
{
	struct roster_member *m;
	enum err e;

	if ((e = open_member(rq, &m)) != OK ||
	    (e = show_roles(rq, m->person)) != OK ||
	    (e = skills_show(rq, m->person)) != OK ||
	    (e = show_holds(rq, m->person)) != OK)
		return e;
	return reply_page(rq, "admin/member.html");
}

enum err
get_sessions(struct request *rq)
{
	struct roster_session *s;
	struct view *v;
	enum err e;
	int n = 0;

	if ((e = roster_sessions(&rq->cx, &s)) != OK)
		return e;
	for (; s != NULL; s = s->next, n++) {
		v = view_item(rq->view, "sessions");
		view_text(v, "number", s->number);
		view_text(v, "name", s->name);
		view_text(v, "login", s->login);
		view_moment(v, "created", s->created);
		view_moment(v, "used", s->used);
	}
	view_int(rq->view, "count", n);
	view_text(rq->view, "tab", "sessions");
	return reply_page(rq, "admin/sessions.html");
}

enum err
get_member_sign_out(struct request *rq)
{
	struct roster_member *m;
	enum err e;

	if ((e = open_member(rq, &m)) != OK)
		return e;
	return reply_page(rq, "admin/sign-out.html");
}

enum err
post_member_sign_out(struct request *rq)
{
	struct roster_member *m;
	enum err e;

	if ((e = roster_get(&rq->cx, request_part(rq, "person"), &m)) != OK ||
	    (e = roster_sign_out(&rq->cx, m, form_text(rq, "why"))) != OK)
		return e;
	reply_notice(rq, _("%s is signed out everywhere."), m->name);
	return reply_redirect(rq, "/admin/staff/%s", m->number);
}
