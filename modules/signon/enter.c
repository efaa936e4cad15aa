/* SPDX-License-Identifier: MIT */
/* Signing in and out. The directory is asked before the transaction. */
#include "signon.h"

#include "base/config.h"
#include "domain/people/signin.h"
#include "domain/people/staff.h"
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

const struct field remote_form[] = {
	{ "remote",   FIELD_TEXT, .max = 100 },	/* seal of the name shown */
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
	const char *name;
	enum err e;

	if (rq->method == GET && rq->session != NULL)
		return reply_redirect(rq, "/");
	use_language(rq);
	if ((e = staff_called(&rq->cx, session_remote(rq), &name)) != OK)
		return e;
	view_text(rq->view, "remote_person", name);
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

/* The seal shows that the button stood on a page of ours under this very
 * name: another site's form cannot sign anybody in. */
enum err
before_remote(struct request *rq)
{
	const char *name = session_remote(rq);
	struct signin *who = NULL;
	enum err e;

	use_language(rq);
	if (*name == '\0')
		e = refuse(&rq->cx, ERR_INVALID, _("The web server has not "
		    "signed you in. Please use your name and your "
		    "password."));
	else if (!session_remote_sealed(rq, form_text(rq, "remote"), name))
		e = refuse(&rq->cx, ERR_CONFLICT, _("The web server takes "
		    "you for %s. Go on if that is you."), name);
	else
		e = signin_trust(&rq->cx, name, &who);
	rq->found = who;
	if (e != OK)
		reply_again(rq, e);
	return e;
}

enum err
post_signin_enter(struct request *rq)
{
	const char *warning, *remote = rq->route->form == remote_form ?
	    session_remote(rq) : "";
	int64_t person;
	enum err e;

	if ((e = signin_accept(&rq->cx, rq->found, &person)) != OK ||
	    (e = session_make(rq, person, remote)) != OK)
		return e;
	message_use(rq->cx.lang);
	if ((warning = signin_warning(&rq->cx, rq->found)) != NULL)
		reply_notice(rq, "%s", warning);
	return session_keep_go(rq);
}

/* The web server goes on saying who it is. */
static void
say_out(struct request *rq, const char *done)
{
	const char *name = session_remote(rq);

	if (*name == '\0' || !session_remote_made(rq))
		reply_notice(rq, "%s", done);
	else
		reply_notice(rq, _("%s The web server still takes this "
		    "browser for %s: close it, and nobody else can go on "
		    "as you."), done, name);
}

enum err
post_signin_out(struct request *rq)
{
	enum err e;

	if ((e = session_end(rq)) != OK)
		return e;
	say_out(rq, _("You are signed out."));
	return reply_redirect(rq, "/signon");
}

enum err
post_signin_everywhere(struct request *rq)
{
	enum err e;

	if ((e = session_end_all(rq)) != OK)
		return e;
	say_out(rq, _("You are signed out everywhere."));
	return reply_redirect(rq, "/signon");
}
