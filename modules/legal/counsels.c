/* SPDX-License-Identifier: MIT */
/* Who represents whom: said, and ended. */
#include <string.h>

#include "domain/desk/counsel.h"
#include "domain/dossier/party.h"
#include "legal/legal.h"
#include "text/message.h"
#include "text/number.h"

#define MOST INT64_C(1000000000)

const struct field counsel_form[] = {
	{ "client", FIELD_INT, .min = 1, .max = MOST },
	{ "counsel", FIELD_INT, .min = 1, .max = MOST },
	{ 0 }
};
const struct field counsel_end_form[] = {
	{ "client", FIELD_INT, .min = 1, .max = MOST },
	{ "counsel", FIELD_INT, .min = 1, .max = MOST },
	{ "why", FIELD_LINES, .max = 2000 },
	{ 0 }
};

void
counsels_choices(struct request *rq, const struct dossier *d, int64_t no)
{
	const struct party *p;

	for (p = d->parties; p != NULL; p = p->next)
		if ((p->ended == 0 || p->no == no) &&
		    strcmp(p->role, "lead") != 0)
			view_option(rq->view, "people", number_plain(
			    rq->cx.arena, p->no, 0), arena_printf(
			    rq->cx.arena, "%s (%s)", p->name,
			    party_role(&rq->cx, d->type, p->role)));
}

enum err
get_counsel(struct request *rq)
{
	struct counsel *c;
	struct dossier *d;
	struct view *v;
	enum err e;

	if ((e = matter_page_open(rq, &d)) != OK ||
	    (e = counsel_list(&rq->cx, d, &c)) != OK)
		return e;
	for (; c != NULL; c = c->next) {
		v = view_item(rq->view, "counsels");
		view_int(v, "client", c->client);
		view_int(v, "counsel", c->counsel);
		view_text(v, "client_name", c->client_name);
		view_text(v, "counsel_name", c->counsel_name);
		view_moment(v, "added", c->added);
	}
	counsels_choices(rq, d, 0);
	return reply_page(rq, "legal/counsel.html");
}

enum err
post_counsel_add(struct request *rq)
{
	struct dossier *d;
	enum err e;

	if ((e = matter_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = counsel_add(&rq->cx, d, form_int(rq, "client"),
	    form_int(rq, "counsel"))) != OK)
		return e;
	reply_notice(rq, "%s", _("It was written down who represents whom."));
	return reply_redirect(rq, "/legal/%s", d->number);
}

enum err
post_counsel_end(struct request *rq)
{
	struct dossier *d;
	enum err e;

	if ((e = matter_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = counsel_end(&rq->cx, d, form_int(rq, "client"),
	    form_int(rq, "counsel"), form_text(rq, "why"))) != OK)
		return e;
	reply_notice(rq, "%s", _("The representation was ended. It stays in "
	    "the history."));
	return reply_redirect(rq, "/legal/%s/counsel", d->number);
}
