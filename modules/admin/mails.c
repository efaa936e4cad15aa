/* SPDX-License-Identifier: MIT */
/* Whose mail does not arrive, and why. */
#include "admin.h"

#include "base/config.h"
#include "domain/course/outbox.h"
#include "domain/desk/share_mail.h"
#include "text/message.h"

#define MOST 100	/* people */

/* How many alone: who gets them is no matter of administrators. */
static enum err
show_shares(struct request *rq)
{
	int64_t failing, given_up;
	enum err e = share_mail_troubles(&rq->cx, &failing, &given_up);

	if (e != OK)
		return e;
	view_int(rq->view, "shares_failing", failing);
	view_int(rq->view, "shares_given_up", given_up);
	return OK;
}

enum err
get_mail(struct request *rq)
{
	const struct outbox_trouble *t;
	struct outbox_trouble *all;
	struct view *v;
	enum err e;

	if ((e = outbox_troubles(&rq->cx, MOST, &all)) != OK ||
	    (e = show_shares(rq)) != OK)
		return e;
	for (t = all; t != NULL; t = t->next) {
		v = view_item(rq->view, t->ended == 0 ? "waiting" :
		    "given_up");
		view_text(v, "number", t->number);
		view_text(v, "name", t->name);
		view_text(v, "email", t->email);
		view_text(v, "said", _(t->said));
		view_int(v, "count", t->count);
		view_int(v, "tries", t->tries);
		view_moment(v, "queued", t->queued);
		view_moment(v, "again", t->again);
		view_moment(v, "ended", t->ended);
	}
	view_flag(rq->view, "used", *rq->cx.conf->mail_from != '\0');
	view_text(rq->view, "from", rq->cx.conf->mail_from);
	view_text(rq->view, "program", rq->cx.conf->mail_sendmail);
	view_text(rq->view, "tab", "mail");
	return reply_page(rq, "admin/mail.html");
}
