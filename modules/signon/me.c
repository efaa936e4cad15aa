/* SPDX-License-Identifier: MIT */
/* Who am I: what the directory says, what one chose, where one is signed
 * in. */
#include "signon.h"

#include <string.h>

#include "base/config.h"
#include "domain/people/access.h"
#include "domain/people/access_words.h"
#include "domain/people/notice.h"
#include "domain/people/staff.h"
#include "text/message.h"
#include "text/number.h"
#include "web/session.h"

static const char *const notice_modes[] = { "now", "digest", "none", NULL };

const struct field choice_form[] = {
	{ "language", FIELD_CHOICE, .choices = message_languages },
	{ "zone",     FIELD_TEXT, .max = 60 },
	{ "mail",     FIELD_FLAG },
	{ "assigned", FIELD_CHOICE, .choices = notice_modes },
	{ "approval", FIELD_CHOICE, .choices = notice_modes },
	{ "deadline", FIELD_CHOICE, .choices = notice_modes },
	{ "change",   FIELD_CHOICE, .choices = notice_modes },
	{ "mention",  FIELD_CHOICE, .choices = notice_modes },
	{ "hour",     FIELD_INT, .min = 0, .max = 23 },
	{ NULL }
};

const struct field language_form[] = {
	{ "language", FIELD_CHOICE, .min = 1, .choices = message_languages },
	{ "next",     FIELD_TEXT, .max = 4000 },
	{ NULL }
};

/* Zones that people choose most; any other can be typed. */
static const char *const zones[] = {
	"America/Chicago", "America/Los_Angeles", "America/Mexico_City",
	"America/New_York", "America/Sao_Paulo", "Asia/Dubai",
	"Asia/Kolkata", "Asia/Shanghai", "Asia/Singapore", "Asia/Tokyo",
	"Australia/Sydney", "Europe/Amsterdam", "Europe/Berlin",
	"Europe/Istanbul", "Europe/Lisbon", "Europe/London",
	"Europe/Madrid", "Europe/Paris", "Europe/Rome", "Europe/Vienna",
	"Europe/Zurich", "UTC", NULL
};

static enum err
show_roles(struct request *rq)
{
	struct access_role *r;
	const char *group;
	struct view *v;
	enum err e;

	if ((e = access_roles(&rq->cx, rq->cx.viewer, &r)) != OK)
		return e;
	for (; r != NULL; r = r->next) {
		v = view_item(rq->view, "roles");
		view_text(v, "role", access_words_role(r->role));
		group = access_words_group(&rq->cx, r->label);
		view_text(v, "group", *group == '\0' ? r->label : group);
		view_text(v, "types", access_words_types(&rq->cx, r->types));
		view_text(v, "team", r->team);
		if (*r->types != '\0')
			view_text(v, "level", access_words_level(r->level));
	}
	return OK;
}

static enum err
show_sessions(struct request *rq)
{
	struct staff_session *s;
	struct view *v;
	enum err e;

	if ((e = staff_sessions(&rq->cx, rq->session->hash,
	    sizeof(rq->session->hash), &s)) != OK)
		return e;
	for (; s != NULL; s = s->next) {
		v = view_item(rq->view, "sessions");
		view_moment(v, "created", s->created);
		view_moment(v, "used", s->used);
		view_flag(v, "current", s->current);
	}
	return OK;
}

static void
show_choices(struct request *rq, const struct staff *s)
{
	struct view *v;
	size_t i;

	for (i = 0; message_languages[i] != NULL; i++) {
		v = view_item(rq->view, "languages");
		view_text(v, "code", message_languages[i]);
		view_text(v, "name", message_names[i]);
	}
	for (i = 0; zones[i] != NULL; i++)
		view_text(view_item(rq->view, "zones"), "zone", zones[i]);
	form_start(rq, "language", s->language);
	form_start(rq, "zone", s->zone);
	view_flag(rq->view, "mails", *rq->cx.conf->mail_from != '\0');
	form_start(rq, "mail", s->mail ? "1" : "");
	view_text(rq->view, "site_zone", rq->cx.conf->timezone);
}

/* Kinds of notices, in the order of enum notice_kind. */
static const char *const notice_kinds[] = { "assigned", "approval", "change",
    "mention", "deadline" };

static enum err
show_notices(struct request *rq)
{
	struct notice_choices c;
	size_t i;
	enum err e;

	if ((e = notice_choices(&rq->cx, &c)) != OK)
		return e;
	for (i = 0; i < NOTICE_KINDS; i++)
		form_start(rq, notice_kinds[i], notice_modes[c.modes[i]]);
	form_start(rq, "hour", number_plain(rq->cx.arena, c.hour, 0));
	return OK;
}

/* Where the site sends no mail the form does not ask. */
static enum err
choose_notices(struct request *rq)
{
	struct notice_choices c = { .hour = form_int(rq, "hour") };
	size_t i, k;

	if (!form_has(rq, "assigned"))
		return OK;
	for (i = 0; i < NOTICE_KINDS; i++) {
		c.modes[i] = NOTICE_DIGEST;
		for (k = 0; notice_modes[k] != NULL; k++)
			if (strcmp(notice_modes[k], form_text(rq,
			    notice_kinds[i])) == 0)
				c.modes[i] = (enum notice_mode)k;
	}
	return notice_choose(&rq->cx, &c);
}

enum err
get_me(struct request *rq)
{
	struct staff *s;
	enum err e;

	if ((e = staff_self(&rq->cx, &s)) != OK)
		return e;
	view_text(rq->view, "name", s->name);
	view_text(rq->view, "login", s->login);
	view_text(rq->view, "email", s->email);
	view_moment(rq->view, "checked", s->checked);
	view_text(rq->view, "password_url", rq->cx.conf->password_url);
	show_choices(rq, s);
	if ((e = show_notices(rq)) != OK || (e = show_roles(rq)) != OK ||
	    (e = show_sessions(rq)) != OK)
		return e;
	return reply_page(rq, "signon/me.html");
}

enum err
post_me_choose(struct request *rq)
{
	enum err e;

	if ((e = staff_choose(&rq->cx, form_text(rq, "language"),
	    form_text(rq, "zone"))) != OK ||
	    (e = staff_mail(&rq->cx, form_flag(rq, "mail"))) != OK ||
	    (e = choose_notices(rq)) != OK)
		return e;
	if (*form_text(rq, "language") != '\0')
		message_use(form_text(rq, "language"));
	reply_notice(rq, _("Your choice is kept."));
	return reply_redirect(rq, "/signon/me");
}

/* From the menu of any page: the language alone, and back to that page. */
enum err
post_language_switch(struct request *rq)
{
	const char *next = form_text(rq, "next");
	struct staff *s;
	enum err e;

	if ((e = staff_self(&rq->cx, &s)) != OK ||
	    (e = staff_choose(&rq->cx, form_text(rq, "language"),
	    s->zone)) != OK)
		return e;
	if (!session_keep_ours(next))
		next = "/signon/me";
	return reply_redirect(rq, "%s", next);
}
