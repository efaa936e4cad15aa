/* SPDX-License-Identifier: MIT */
/* What stands before every handler, and the frame of every page. */
#include <string.h>

#include "base/config.h"
#include "base/count.h"
#include "domain/people/notice.h"
#include "domain/people/staff.h"
#include "model/absence.h"
#include "static_version.h"
#include "text/message.h"
#include "text/number.h"
#include "web/turn.h"

enum err
gate_right(struct request *rq)
{
	const struct route *r = rq->route;
	enum err e;

	if (r->no_session || r->right == RIGHT_PUBLIC ||
	    r->right == RIGHT_OUTSIDE)
		return OK;
	if (r->right != RIGHT_NONE && rq->session == NULL)
		return refuse(&rq->cx, ERR_SIGNON, _("Sign in first."));
	if (r->right != RIGHT_NONE && (r->right & RIGHT_SELF))
		return OK;
	if (rq->session != NULL && (e = staff_fresh(&rq->cx,
	    rq->state->visit.checked)) != OK)
		return e;
	if (rq->cx.rights & (unsigned int)r->right)
		return OK;
	return refuse(&rq->cx, ERR_FORBIDDEN,
	    _("This page is not part of your role. Ask your administrator "
	    "if you need it."));
}

/* The browser's own word on where the form stood; old ones say nothing. */
static bool
is_foreign(struct request *rq)
{
	const char *origin = request_param(rq, "HTTP_ORIGIN");
	const char *site = request_param(rq, "HTTP_SEC_FETCH_SITE");

	rq->state->proven = *origin != '\0' || *site != '\0';
	return (*origin != '\0' &&
	    strcasecmp(origin, rq->cx.conf->base_origin) != 0) ||
	    (*site != '\0' && strcmp(site, "same-origin") != 0 &&
	    strcmp(site, "none") != 0);
}

enum err
gate_token(struct request *rq)
{
	const char *csrf = rq->form->csrf;
	size_t n;

	if (rq->method != POST)
		return OK;
	if (is_foreign(rq))
		return refuse(&rq->cx, ERR_FORBIDDEN,
		    _("This form was not sent from a page of Dossier. Open "
		    "%s and start again."), rq->cx.conf->base_url);
	if (rq->session == NULL || rq->route->no_session)
		return OK;
	n = strlen(rq->session->csrf);
	if (csrf != NULL && strlen(csrf) == n &&
	    digest_same(csrf, rq->session->csrf, n))
		return OK;
	return refuse(&rq->cx, ERR_FORBIDDEN,
	    _("This form is from an earlier sign-in. Nothing was written; "
	    "check it and send it again."));
}

/* The place in the navigation: the first part of the path. */
static const char *
place(const struct request *rq)
{
	const char *s = rq->path + 1;

	return *s == '\0' || strcmp(s, "tasks") == 0 ? "work" :
	    arena_textn(rq->cx.arena, s, strcspn(s, "/"));
}

/* Where to come back to: of a form that is shown again, the page that held
 * it, for its own address takes no GET. */
const char *
gate_address(const struct request *rq)
{
	const char *from = request_param(rq, "HTTP_REFERER");
	size_t n = strlen(rq->cx.conf->base_url);

	if (rq->method != POST)
		return request_address(rq);
	return strncmp(from, rq->cx.conf->base_url, n) == 0 &&
	    from[n] == '/' ? from + n : "/";
}

/* Whom the viewer stands in for, above every page. */
static void
show_standing(struct request *rq, struct view *page)
{
	const struct standing *s;
	struct view *v;

	for (s = rq->cx.standing; s != NULL; s = s->next) {
		v = view_item(page, "standing");
		view_text(v, "name", s->name);
		view_moment(v, "until", s->ends - 1);
	}
}

void
gate_page(struct request *rq)
{
	static const struct {
		const char *name;
		unsigned int right;
	} rights[] = {
		{ "staff", RIGHT_STAFF }, { "intake", RIGHT_INTAKE },
		{ "screen", RIGHT_SCREEN }, { "lead", RIGHT_LEAD },
		{ "audit", RIGHT_AUDIT }, { "admin", RIGHT_ADMIN },
		{ "legal", RIGHT_LEGAL }, { "medical", RIGHT_MEDICAL }
	};
	const struct config *conf = rq->cx.conf;
	struct view *v = view_part(rq->view, "page");
	size_t i;

	view_text(v, "site", conf->site_name);
	view_text(v, "static", STATIC_VERSION);
	view_moment(v, "glass", rq->cx.glass);
	view_int(v, "glass_minutes", (rq->cx.glass - rq->cx.now + 59) / 60);
	view_flag(v, "demo", conf->demo);
	view_flag(v, "plain_http", !conf->base_tls);
	view_text(v, "lang", rq->cx.lang);
	view_text(v, "path", rq->path);
	view_text(v, "address", gate_address(rq));
	view_text(v, "at", place(rq));
	if (strcmp(rq->path, "/find") == 0)
		view_text(v, "find", form_text(rq, "text"));
	reply_notice_show(rq, v);
	if (rq->session == NULL)
		return;
	view_flag(v, "self", true);
	view_text(v, "login", rq->cx.login);
	view_text(v, "person", rq->cx.name != NULL && *rq->cx.name != '\0' ?
	    rq->cx.name : rq->cx.login);
	for (i = 0; i < COUNT(rights); i++)
		view_flag(v, rights[i].name,
		    (rq->cx.rights & rights[i].right) != 0);
	show_standing(rq, v);
	view_text(v, "unseen", rq->cx.unseen == 0 ? "" :
	    rq->cx.unseen >= NOTICE_MANY ? "9+" :
	    number_plain(rq->cx.arena, rq->cx.unseen, 0));
	view_flag(v, "keys", rq->cx.shortcuts &&
	    (rq->cx.rights & RIGHT_STAFF) != 0);
}
