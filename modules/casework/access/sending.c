/* SPDX-License-Identifier: MIT */
/* How link and code of a share reach who gets it. */
#include "casework/access/sending.h"

#include <string.h>

#include "base/config.h"
#include "text/message.h"

const char *const sending_ways[] = { "hand", "phone", "mail", NULL };

void
sending_show(struct request *rq)
{
	struct view *v;
	size_t i;

	view_flag(rq->view, "mails_leave", share_mail_used(&rq->cx));
	for (i = 0; message_languages[i] != NULL; i++) {
		v = view_item(rq->view, "languages");
		view_text(v, "code", message_languages[i]);
		view_text(v, "name", message_names[i]);
	}
	form_start(rq, "way", "hand");
}

struct share_send
sending_typed(struct request *rq)
{
	struct share_send s = { .email = form_text(rq, "email"),
	    .apart = form_text(rq, "apart"),
	    .lang = form_text(rq, "language") };
	const char *way = form_text(rq, "way");

	s.way = strcmp(way, "mail") == 0 ? SHARE_BY_MAIL :
	    strcmp(way, "phone") == 0 ? SHARE_BY_PHONE : SHARE_BY_HAND;
	return s;
}

enum err
sending_reply(struct request *rq, const struct share *s,
    const struct share_send *send, const struct share_secret *secret)
{
	struct view *v = view_part(rq->view, "share");

	if (send->way == SHARE_BY_MAIL) {
		reply_notice(rq, _("In a few minutes the link goes to %s, "
		    "and the code to %s."), s->email, send->apart);
		return reply_redirect(rq, "/dossiers/%s/shares/%lld",
		    s->number, (long long)s->no);
	}
	view_int(v, "no", s->no);
	view_text(v, "name", s->name);
	view_text(v, "email", s->email);
	view_moment(v, "until", s->until);
	if (send->way == SHARE_BY_HAND)
		view_text(rq->view, "link", arena_printf(rq->cx.arena,
		    "%s/portal/share/%s", rq->cx.conf->base_url,
		    secret->token));
	view_text(rq->view, "code", secret->code);
	return reply_page(rq, "casework/share-link.html");
}

enum err
sending_mails(struct request *rq, const struct share *s)
{
	struct share_mail *m;
	struct view *v;
	enum err e;

	if ((e = share_mail_list(&rq->cx, s, &m)) != OK)
		return e;
	for (; m != NULL; m = m->next) {
		v = view_item(rq->view, "mails");
		view_flag(v, "code", m->code);
		view_text(v, "email", m->email);
		view_moment(v, "ended", m->ended);
		view_flag(v, "taken", m->taken);
		view_moment(v, "due", m->due);
		view_text(v, "said", m->said[0] == '\0' ? "" : _(m->said));
	}
	return OK;
}
