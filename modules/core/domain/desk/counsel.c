/* SPDX-License-Identifier: MIT */
/* Who represents whom on a dossier. */
#include "domain/desk/counsel.h"

#include <string.h>

#include "domain/dossier/undo.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "store/store_counsel.h"
#include "store/store_party.h"
#include "text/message.h"

enum err
counsel_list(struct ctx *cx, const struct dossier *d, struct counsel **out)
{
	return store_counsel_list(cx, d, out);
}

/* A party whose role has not ended; whoever leads is on no side. */
static enum err
party_of(struct ctx *cx, const struct dossier *d, const char *field,
    int64_t no, const struct party **out)
{
	const struct party *p;

	for (p = d->parties; p != NULL; p = p->next)
		if (p->no == no && p->ended == 0 &&
		    strcmp(p->role, "lead") != 0)
			break;
	*out = p;
	return p != NULL ? OK : refuse_field(cx, field, "%s",
	    _("Choose one of the people of this case."));
}

static enum err
both(struct ctx *cx, struct dossier *d, int64_t client, int64_t counsel,
    const struct party **c, const struct party **l)
{
	enum err e, f;

	if ((e = keep_open(cx, d)) != OK ||
	    (e = store_party_list(cx, d)) != OK)
		return e;
	e = party_of(cx, d, "client", client, c);
	f = party_of(cx, d, "counsel", counsel, l);
	if (e != OK || f != OK)
		return e != OK ? e : f;
	return (*c)->person != (*l)->person ? OK : refuse_field(cx,
	    "counsel", "%s", _("Nobody is their own counsel. Choose "
	    "somebody else, or leave it out."));
}

static bool
represents(const struct counsel *list, int64_t client, int64_t counsel)
{
	for (; list != NULL; list = list->next)
		if (list->client == client && list->counsel == counsel)
			return true;
	return false;
}

static struct event_body *
body(struct ctx *cx, const struct party *c, const struct party *l)
{
	struct event_body *b = event_body(cx);

	event_fact(b, "client", c->name);
	event_fact(b, "client_number", c->number);
	event_fact(b, "counsel", l->name);
	event_fact(b, "counsel_number", l->number);
	return b;
}

enum err
counsel_add(struct ctx *cx, struct dossier *d, int64_t client,
    int64_t counsel)
{
	const struct party *c, *l;
	struct counsel *list;
	struct undo *u = NULL;
	enum err e;

	if ((e = both(cx, d, client, counsel, &c, &l)) != OK ||
	    (e = store_counsel_list(cx, d, &list)) != OK)
		return e;
	if (represents(list, client, counsel))
		return refuse(cx, ERR_CONFLICT, _("%s represents %s "
		    "already."), l->name, c->name);
	if ((e = undo_watch(cx, d, UNDO_PARTIES, &u)) != OK ||
	    (e = store_counsel_add(cx, c, l)) != OK ||
	    (e = undo_step(cx, u, "counsel.added")) != OK)
		return e;
	return event_add(cx, d, "counsel.added", body(cx, c, l));
}

enum err
counsel_end(struct ctx *cx, struct dossier *d, int64_t client,
    int64_t counsel, const char *why)
{
	const struct party *c, *l;
	struct event_body *b;
	struct undo *u = NULL;
	int64_t ended;
	enum err e;

	if ((e = both(cx, d, client, counsel, &c, &l)) != OK ||
	    (e = keep_text(cx, "why", why, 0, KEEP_REASON, true,
	    &why)) != OK ||
	    (e = undo_watch(cx, d, UNDO_PARTIES, &u)) != OK ||
	    (e = store_counsel_end(cx, c, l, &ended)) != OK)
		return e;
	if (ended == 0)
		return refuse(cx, ERR_MISSING, _("%s does not represent "
		    "%s (any more)."), l->name, c->name);
	b = body(cx, c, l);
	event_why(b, why);
	if ((e = undo_step(cx, u, "counsel.ended")) != OK)
		return e;
	return event_add(cx, d, "counsel.ended", b);
}
