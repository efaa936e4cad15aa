/* SPDX-License-Identifier: MIT */
/* With whom a document or a note was exchanged: fields and words. */
#include "casework/shared/exchanges.h"

#include <string.h>

#include "domain/dossier/party.h"
#include "text/number.h"

const char *const exchanges_ways[] = { EXCHANGE_WAYS, NULL };

struct exchange_new
exchanges_typed(struct request *rq)
{
	return (struct exchange_new){ .party = form_int(rq, "party"),
	    .who = form_text(rq, "who"), .way = form_text(rq, "way"),
	    .medium = form_text(rq, "medium"),
	    .exchanged = form_date(rq, "exchanged") };
}

/* The fields are folded away where nothing was typed into them. */
static bool
typed_any(struct request *rq)
{
	struct exchange_new n;

	if (rq->method == GET)
		return false;
	n = exchanges_typed(rq);
	return n.party != 0 || n.who[0] != '\0' || n.way[0] != '\0' ||
	    n.medium[0] != '\0' || n.exchanged[0] != '\0';
}

void
exchanges_choices(struct request *rq, const struct dossier *d, bool open)
{
	const struct party *p;
	size_t i;

	for (p = d->parties; p != NULL; p = p->next)
		if (strcmp(p->role, "lead") != 0)
			view_option(rq->view, "whom", number_plain(
			    rq->cx.arena, p->no, 0), arena_printf(
			    rq->cx.arena, "%s (%s)", p->name,
			    party_role(&rq->cx, d->type, p->role)));
	for (i = 0; exchange_media[i] != NULL; i++)
		view_option(rq->view, "media", exchange_media[i],
		    exchange_medium(exchange_media[i]));
	view_flag(rq->view, "exchange_open", open || typed_any(rq));
}

void
exchanges_show(struct view *v, const char *with, const char *way,
    const char *medium, const char *exchanged)
{
	if (exchanged[0] == '\0')
		return;
	view_text(v, "with", with);
	view_text(v, "way", exchange_way(way));
	view_text(v, "medium", medium[0] == '\0' ? "" :
	    exchange_medium(medium));
	view_text(v, "exchanged", exchanged);
}
