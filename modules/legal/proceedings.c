/* SPDX-License-Identifier: MIT */
/* Courts and their file numbers: entered and changed. */
#include "domain/desk/proceeding.h"
#include "legal/legal.h"
#include "text/message.h"
#include "text/number.h"

#define PROCEEDING_FIELDS						\
	{ "court", FIELD_TEXT, .min = 1, .max = 200 },			\
	{ "reference", FIELD_TEXT, .max = 80 },				\
	{ "judge", FIELD_TEXT, .max = 200 },				\
	{ "filed", FIELD_DATE },					\
	{ "ended", FIELD_DATE },					\
	{ "result", FIELD_LINES, .max = 2000 }

const struct field proceeding_form[] = { PROCEEDING_FIELDS, { 0 } };
const struct field proceeding_change_form[] = {
	PROCEEDING_FIELDS,
	{ "version", FIELD_INT, .min = 1, .max = 1000000 },
	{ 0 }
};

static struct proceeding_new
typed(const struct request *rq)
{
	return (struct proceeding_new){ .court = form_text(rq, "court"),
	    .reference = form_text(rq, "reference"),
	    .judge = form_text(rq, "judge"),
	    .filed = form_date(rq, "filed"),
	    .ended = form_date(rq, "ended"),
	    .result = form_text(rq, "result") };
}

enum err
proceedings_choices(struct request *rq, const struct dossier *d)
{
	struct proceeding *p;
	enum err e;

	if ((e = proceeding_list(&rq->cx, d, &p)) != OK)
		return e;
	for (; p != NULL; p = p->next)
		view_option(rq->view, "proceedings", number_plain(
		    rq->cx.arena, p->no, 0), p->reference[0] == '\0' ?
		    p->court : arena_printf(rq->cx.arena, "%s, %s", p->court,
		    p->reference));
	return OK;
}

enum err
get_proceeding_new(struct request *rq)
{
	struct dossier *d;
	enum err e;

	if ((e = matter_page_open(rq, &d)) != OK)
		return e;
	return reply_page(rq, "legal/proceeding.html");
}

enum err
post_proceeding_add(struct request *rq)
{
	const struct proceeding_new n = typed(rq);
	struct proceeding *p;
	struct dossier *d;
	enum err e;

	if ((e = matter_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = proceeding_add(&rq->cx, d, &n, &p)) != OK)
		return e;
	reply_notice(rq, "%s", _("The proceeding was added."));
	return reply_redirect(rq, "/legal/%s", d->number);
}

enum err
get_proceeding(struct request *rq)
{
	struct proceeding *p;
	struct dossier *d;
	struct view *v;
	enum err e;

	if ((e = matter_page_open(rq, &d)) != OK ||
	    (e = proceeding_open(&rq->cx, d, rq->no, &p)) != OK)
		return e;
	v = view_part(rq->view, "proceeding");
	view_int(v, "no", p->no);
	view_int(v, "version", p->version);
	view_text(v, "court", p->court);
	form_start(rq, "court", p->court);
	form_start(rq, "reference", p->reference);
	form_start(rq, "judge", p->judge);
	form_start(rq, "filed", p->filed);
	form_start(rq, "ended", p->ended);
	form_start(rq, "result", p->result);
	return reply_page(rq, "legal/proceeding.html");
}

enum err
post_proceeding_change(struct request *rq)
{
	const struct proceeding_new n = typed(rq);
	struct proceeding *p;
	struct dossier *d;
	enum err e;

	if ((e = matter_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = proceeding_open(&rq->cx, d, rq->no, &p)) != OK ||
	    (e = proceeding_change(&rq->cx, d, p, &n,
	    form_int(rq, "version"))) != OK)
		return e;
	reply_notice(rq, "%s", _("The proceeding was saved."));
	return reply_redirect(rq, "/legal/%s", d->number);
}
