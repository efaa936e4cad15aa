/* SPDX-License-Identifier: MIT */
/* A privileged thing is released, and that is taken back. */
#include "casework/papers/pages_papers.h"
#include "casework/shared/choices.h"
#include "casework/shared/show.h"
#include "domain/dossier/compartment_part.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/release.h"
#include "domain/people/compartment.h"
#include "text/message.h"

const struct field part_release_form[] = {
	{ "receiver", FIELD_TEXT, .min = 1, .max = 200 },
	{ "until", FIELD_DATE },
	{ "why", FIELD_LINES, .min = 1, .max = REASON_MAX },
	{ 0 }
};
const struct field part_release_end_form[] = {
	{ "why", FIELD_LINES, .min = 1, .max = REASON_MAX },
	{ 0 }
};

enum err
get_release(struct request *rq)
{
	struct compartment_part *p;
	struct release *r;
	struct dossier *d;
	struct view *v;
	enum err e;

	if ((e = show_open(rq, &d)) != OK ||
	    (e = compartment_part(&rq->cx, d, rq->no, &p)) != OK ||
	    (e = release_list(&rq->cx, d, rq->no, &r)) != OK)
		return e;
	v = view_part(rq->view, "part");
	view_int(v, "no", p->no);
	view_text(v, "name", p->name);
	view_text(v, "within", compartment_word(p->compartment_name));
	view_text(v, "place", protect_place(rq, p));
	view_flag(v, "privileged", p->privileged);
	view_flag(v, "held", p->held);
	for (; r != NULL; r = r->next) {
		v = view_item(rq->view, "releases");
		view_text(v, "receiver", r->receiver);
		view_text(v, "reason", r->reason);
		view_moment(v, "given", r->given);
		view_text(v, "giver", r->giver);
		view_moment(v, "until", r->until);
		view_flag(v, "holds", r->holds);
		view_moment(v, "ended", r->ended);
		view_text(v, "ender", r->ender);
		view_text(v, "ended_why", r->ended_why);
	}
	return reply_page(rq, "casework/release.html");
}

static enum err
open_it(struct request *rq, struct dossier **d, struct compartment_part **p)
{
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, d)) != OK)
		return e;
	return compartment_part(&rq->cx, *d, rq->no, p);
}

enum err
post_release_give(struct request *rq)
{
	struct release_new n = { .receiver = form_text(rq, "receiver"),
	    .why = form_text(rq, "why"),
	    .until = choices_day_end(rq, "until") };
	struct compartment_part *p;
	struct dossier *d;
	enum err e;

	if ((e = open_it(rq, &d, &p)) != OK ||
	    (e = release_give(&rq->cx, d, p, &n)) != OK)
		return e;
	reply_notice(rq, _("This is released. It can be taken back here."));
	return reply_redirect(rq, "/dossiers/%s/release/%lld", d->number,
	    (long long)p->no);
}

enum err
post_release_end(struct request *rq)
{
	struct compartment_part *p;
	struct dossier *d;
	enum err e;

	if ((e = open_it(rq, &d, &p)) != OK ||
	    (e = release_end(&rq->cx, d, p, form_text(rq, "why"))) != OK)
		return e;
	reply_notice(rq, _("The release is taken back."));
	return reply_redirect(rq, "/dossiers/%s/release/%lld", d->number,
	    (long long)p->no);
}
