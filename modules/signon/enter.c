/* SPDX-License-Identifier: MIT */
/* Signing in and out. The directory is asked before the transaction. */
#include "signon.h"

#include <string.h>

#include "base/config.h"
#include "domain/signin.h"
#include "text/message.h"
#include "web/session.h"

const struct field start_form[] = {
	{ "language", FIELD_CHOICE, .choices = message_languages },
	SESSION_KEEP_FIELDS,
	{ NULL }
};

const struct field signin_form[] = {
	{ "login",    FIELD_TEXT, .min = 1, .max = 200 },
	{ "password", FIELD_SECRET, .min = 1, .max = 1000 },
	{ "language", FIELD_CHOICE, .choices = message_languages },
	SESSION_KEEP_FIELDS,
	{ NULL }
};

/* Before anybody is known, the form itself says in which language. */
static void
use_language(struct request *rq)
{
	const char *language = form_text(rq, "language");

	if (*language == '\0')
		return;
	rq->cx.lang = language;
	message_use(language);
	view_text(rq->view, "language", language);
}

/* Also the page that shows a refusal: then it carries on what it carried. */
enum err
get_signin(struct request *rq)
{
	if (rq->method == GET && rq->session != NULL)
		return reply_redirect(rq, "/");
	use_language(rq);
	return session_keep_show(rq);
}

enum err
before_signin(struct request *rq)
{
	struct signin *who;
	enum err e;

	use_language(rq);
	e = signin_ask(&rq->cx, form_text(rq, "login"),
	    form_text(rq, "password"), request_peer(rq), &who);
	rq->found = who;
	if (e != OK)
		reply_again(rq, e);	/* whatever it is, above the form */
	return e;
}

enum err
post_signin_enter(struct request *rq)
{
	const char *warning = signin_warning(&rq->cx, rq->found);
	int64_t person;
	enum err e;

	if (warning != NULL)
		reply_notice(rq, "%s", warning);
	if ((e = signin_accept(&rq->cx, rq->found, &person)) != OK ||
	    (e = session_make(rq, person)) != OK)
		return e;
	message_use(rq->cx.lang);
	return session_keep_go(rq);
}

enum err
post_signin_out(struct request *rq)
{
	enum err e;

	if ((e = session_end(rq)) != OK)
		return e;
	reply_notice(rq, _("You are signed out."));
	return reply_redirect(rq, "/signon");
}

enum err
post_signin_everywhere(struct request *rq)
{
	enum err e;

	if ((e = session_end_all(rq)) != OK)
		return e;
	reply_notice(rq, _("You are signed out everywhere."));
	return reply_redirect(rq, "/signon");
}
