/* SPDX-License-Identifier: MIT */
/* Asks what somebody opens a case for, before its first page. */
#include "web/purpose_ask.h"

#include <string.h>

#include "domain/dossier/purpose.h"
#include "domain/people/compartment.h"
#include "domain/spine/keep.h"
#include "text/message.h"
#include "web/session.h"
#include "web/turn.h"

#define NUMBER "{number}"

const struct field purpose_ask_page_form[] = {
	{ "next", FIELD_TEXT, .max = 4000 },
	{ 0 }
};
const struct field purpose_ask_form[] = {
	{ "next", FIELD_TEXT, .max = 4000 },
	{ "purpose", FIELD_TEXT, .max = 20 },
	{ "why", FIELD_LINES, .max = KEEP_REASON },
	{ 0 }
};

/* Our page of this number: ".../C-2026-10000061/purpose". */
static const char *
page_of(struct request *rq, const char *number)
{
	const struct route *r = rq->state->house->routes;
	const char *at;

	for (; r->method != 0; r++)
		if (r->handler == purpose_ask_get &&
		    (at = strstr(r->path, NUMBER)) != NULL)
			return arena_printf(rq->cx.arena, "%.*s%s%s",
			    (int)(at - r->path), r->path, number,
			    at + strlen(NUMBER));
	return arena_printf(rq->cx.arena, "/dossiers/%s/purpose", number);
}

/* Where the question came from; else the case, one step above. */
static const char *
after(struct request *rq, const struct dossier *d)
{
	const char *next = form_text(rq, "next");
	const char *page = page_of(rq, d->number);

	return session_keep_ours(next) ? next : arena_textn(rq->cx.arena,
	    page, strlen(page) - strlen("/purpose"));
}

enum err
purpose_ask_redirect(struct request *rq)
{
	const char *number = rq->cx.unasked;

	reply_start(rq);
	rq->cx.why = NULL;
	return reply_redirect(rq, "%s", request_query(rq, page_of(rq, number),
	    "next", gate_address(rq)));
}

enum err
purpose_ask_get(struct request *rq)
{
	struct dossier *d;
	const char *code, *word;
	bool asks;
	size_t n;
	enum err e;

	if ((e = purpose_open(&rq->cx, rq->number, &d, &asks)) != OK)
		return e;
	if (!asks && rq->method == GET)
		return reply_redirect(rq, "%s", after(rq, d));
	view_text(rq->view, "number", d->number);
	view_text(rq->view, "within", compartment_word(d->compartment_name));
	view_text(rq->view, "here", page_of(rq, d->number));
	form_start(rq, "next", after(rq, d));
	for (n = 0; (code = purpose_code(n, &word)) != NULL; n++)
		view_option(rq->view, "purposes", code, word);
	return reply_page(rq, "shared/purpose.html");
}

enum err
purpose_ask_post(struct request *rq)
{
	struct dossier *d;
	bool asks;
	enum err e;

	if ((e = purpose_open(&rq->cx, rq->number, &d, &asks)) != OK ||
	    (asks && (e = purpose_give(&rq->cx, d, form_text(rq, "purpose"),
	    form_text(rq, "why"))) != OK))
		return e;
	return reply_redirect(rq, "%s", after(rq, d));
}
