/* SPDX-License-Identifier: MIT */
/* A form whose session ended travels through the sign-in page. */
#include <string.h>

#include "base/config.h"
#include "text/message.h"
#include "web/turn.h"

#define KEEP_MAX ((size_t)64 * 1024)

/* Never another site's; browsers drop blanks and controls, so none here. */
bool
session_keep_ours(const char *s)
{
	const char *p;

	for (p = s; *p != '\0'; p++)
		if ((unsigned char)*p <= ' ' || *p == 127)
			return false;
	return *s == '/' && s[1] != '/' && s[1] != '\\' && p - s < 4000;
}

static const char *
owner_seal(struct request *rq, int64_t person)
{
	return session_seal(rq->cx.arena, "keep", &person, sizeof(person));
}

static bool
is_secret(const struct request *rq, const char *name)
{
	const struct field *f = form_field(rq, name);

	return f == NULL || f->kind == FIELD_SECRET;
}

/* The fields of the form just sent, when it may travel. */
static void
keep_form(struct request *rq)
{
	const struct form *f = rq->form;
	bool fits = f->bytes <= KEEP_MAX;
	struct view *v;
	size_t i;

	if (rq->state->visit.person == 0 || !fits || f->n == 0) {
		view_flag(rq->view, "lost", f->n > 0);
		view_text(rq->view, "target", gate_address(rq));
		return;
	}
	view_text(rq->view, "target", rq->path);
	view_flag(rq->view, "post", true);
	view_flag(rq->view, "files", f->files > 0);
	view_text(rq->view, "owner", owner_seal(rq, rq->state->visit.person));
	for (i = 0; i < f->n; i++) {
		if (is_secret(rq, f->typed[i].name))
			continue;
		v = view_item(rq->view, "kept");
		view_text(v, "name", arena_printf(rq->cx.arena, "keep.%s",
		    f->typed[i].name));
		view_text(v, "value", f->typed[i].text);
	}
}

/* What an earlier sign-in page already carried. */
static void
keep_on(struct request *rq)
{
	const char *name, *text, *target = form_text(rq, "keep_target");
	struct view *v;
	size_t n;

	view_text(rq->view, "target", session_keep_ours(target) ? target : "/");
	if (!form_flag(rq, "keep_post"))
		return;
	view_flag(rq->view, "post", true);
	view_flag(rq->view, "files", form_flag(rq, "keep_files"));
	view_text(rq->view, "owner", form_text(rq, "keep_owner"));
	for (n = 0; form_each(rq, "keep.", n, &name, &text); n++) {
		v = view_item(rq->view, "kept");
		view_text(v, "name", name);
		view_text(v, "value", text);
	}
}

/* The way in by the web server's word; the name may come with it. */
static void
show_remote(struct request *rq)
{
	const char *name = session_remote(rq);

	view_flag(rq->view, "remote_on", rq->cx.conf->remote_user);
	view_flag(rq->view, "password_first", *name == '\0');
	if (*name == '\0')
		return;
	view_text(rq->view, "remote", name);
	view_text(rq->view, "remote_seal", session_remote_seal(rq, name));
}

enum err
session_keep_show(struct request *rq)
{
	bool gate = rq->route == NULL || !rq->route->no_session;

	if (!gate)
		keep_on(rq);
	else if (rq->method == POST)
		keep_form(rq);
	else
		view_text(rq->view, "target", request_address(rq));
	if (gate) {		/* its fields are not those of this page */
		rq->form = arena_alloc(rq->cx.arena, sizeof(*rq->form));
		rq->form->tail = &rq->form->uploads;
	}
	show_remote(rq);
	view_text(rq->view, "password_url", rq->cx.conf->password_url);
	view_flag(rq->view, "ended", gate && (rq->state->visit.person != 0 ||
	    rq->method == POST));
	return reply_page(rq, "shared/signin.html");
}

enum err
session_keep_go(struct request *rq)
{
	const char *name, *text, *target = form_text(rq, "keep_target"),
	    *owner = form_text(rq, "keep_owner"), *seal;
	struct view *v;
	size_t n;

	if (!session_keep_ours(target))
		return reply_redirect(rq, "/");
	if (!form_flag(rq, "keep_post"))
		return reply_redirect(rq, "%s", target);
	seal = owner_seal(rq, rq->cx.viewer);
	if (strlen(owner) != strlen(seal) ||
	    !digest_same(owner, seal, strlen(seal))) {
		reply_notice(rq, _("The form that was open here belonged to "
		    "somebody else; it was not sent."));
		return reply_redirect(rq, "/");
	}
	view_text(rq->view, "target", target);
	view_flag(rq->view, "files", form_flag(rq, "keep_files"));
	for (n = 0; form_each(rq, "keep.", n, &name, &text); n++) {
		v = view_item(rq->view, "kept");
		view_text(v, "name", name + strlen("keep."));
		view_text(v, "value", text);
	}
	return reply_page(rq, "shared/continue.html");
}
