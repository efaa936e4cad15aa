/* SPDX-License-Identifier: MIT */
/* Emergency access: the password once more, then the case opens. It stands
 * in this program because no other sees passwords. */
#include "signon.h"

#include "domain/dossier/dossier.h"
#include "domain/dossier/glass.h"
#include "domain/people/signin.h"
#include "text/message.h"
#include "web/session.h"

const struct field breaking_form[] = {
	{ "number",   FIELD_TEXT, .min = 1, .max = 40 },
	{ "reason",   FIELD_TEXT, .min = 1, .max = 40 },
	{ "words",    FIELD_LINES, .min = 1, .max = 2000 },
	{ "password", FIELD_SECRET, .min = 1, .max = 1000 },
	{ NULL }
};

enum err
get_breaking(struct request *rq)
{
	const struct glass *before;
	const char *code, *word;
	size_t n;
	enum err e;

	if ((e = glass_waiting(&rq->cx, &before)) != OK)
		return e;
	if (before != NULL) {
		view_text(rq->view, "before", before->dossier_number);
		view_moment(rq->view, "opened", before->opened);
		view_moment(rq->view, "due", before->due);
		view_flag(rq->view, "lasts", before->until > rq->cx.now);
	}
	for (n = 0; (code = glass_reason(n, &word)) != NULL; n++)
		view_option(rq->view, "reasons", code, word);
	view_int(rq->view, "minutes", GLASS_SECONDS / 60);
	view_int(rq->view, "least", GLASS_WORDS);
	return reply_page(rq, "signon/break-glass.html");
}

/* Counted like a try to sign in: nobody guesses a colleague's password here
 * either. */
enum err
before_breaking(struct request *rq)
{
	struct signin *who;
	enum err e;

	e = signin_prove(&rq->cx, rq->cx.login, form_text(rq, "password"),
	    request_peer(rq), &who);
	rq->found = who;
	if (e == ERR_INVALID)
		return refuse_field(&rq->cx, "password", "%s",
		    _("This is not your password."));
	return e;
}

enum err
post_breaking_open(struct request *rq)
{
	struct dossier *d;
	int64_t person;
	enum err e;

	if ((e = signin_accept(&rq->cx, rq->found, &person)) != OK)
		return e;
	if (person != rq->cx.viewer)
		return refuse(&rq->cx, ERR_FORBIDDEN, "%s",
		    _("The staff directory knows you by another account now. "
		    "Sign in again."));
	if ((e = glass_break(&rq->cx, form_text(rq, "number"),
	    form_text(rq, "reason"), form_text(rq, "words"), &d)) != OK)
		return e;
	reply_notice(rq, _("You can read this case for %d minutes."),
	    GLASS_SECONDS / 60);
	return reply_redirect(rq, "/dossiers/%s", d->number);
}
