/* SPDX-License-Identifier: MIT */
/* A further request about a matter that is open already. */
#include <string.h>

#include "domain/dossier/dossier.h"
#include "domain/dossier/exchange.h"
#include "domain/dossier/party.h"
#include "domain/people/search.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "domain/spine/medium.h"
#include "store/store_dossier.h"
#include "store/store_note.h"
#include "store/store_party.h"
#include "text/message.h"

static enum err
check(struct ctx *cx, const struct dossier_new *n, const char **title,
    const char **text)
{
	enum err e, bad = OK;

	if ((e = keep_text(cx, "title", n->title, 1, 200, false,
	    title)) != OK)
		bad = e;
	if ((e = keep_text(cx, "text", n->text, 0, KEEP_NOTE, true,
	    text)) != OK)
		bad = e;
	if (!medium_known(n->medium))
		bad = refuse_field(cx, "medium", "%s",
		    _("Choose how the request arrived."));
	if (n->received > cx->now)
		bad = refuse_field(cx, "received", "%s",
		    _("The arrival lies in the future. Correct it."));
	return bad;
}

/* Who asks is a requester of the dossier, if not one already. */
static enum err
add_requester(struct ctx *cx, struct dossier *d, int64_t person)
{
	const struct party *p;
	enum err e;

	if (person == 0 || (e = store_party_list(cx, d)) != OK)
		return person == 0 ? OK : e;
	for (p = d->parties; p != NULL; p = p->next)
		if (p->ended == 0 && p->person == person &&
		    strcmp(p->role, "requester") == 0)
			return OK;
	return party_add(cx, d, person, "requester");
}

enum err
dossier_join(struct ctx *cx, struct dossier *d, const struct dossier_new *n)
{
	struct event_body *b = event_body(cx);
	const char *title, *text, *note;
	struct exchange_new came;
	struct exchange x;
	int64_t no;
	enum err e;

	if ((e = keep_open(cx, d)) != OK ||
	    (e = check(cx, n, &title, &text)) != OK)
		return e;
	note = text[0] == '\0' ? title :
	    arena_printf(cx->arena, "%s\n\n%s", title, text);
	if ((e = add_requester(cx, d, n->requester)) != OK ||
	    (e = store_dossier_next(cx, d, &no)) != OK ||
	    (e = store_note_add(cx, d, no, note, n->medium, 0)) != OK ||
	    (e = exchange_came(cx, d, n->requester, "", n->medium,
	    n->received == 0 ? cx->now : n->received, &came)) != OK ||
	    (e = exchange_typed(cx, d, &came, &x)) != OK ||
	    (e = exchange_add(cx, d, no, &x)) != OK ||
	    (e = search_add(cx, d->id, note)) != OK)
		return e;
	event_number(b, "no", no);
	event_fact(b, "title", title);
	event_fact(b, "text", text);
	event_fact(b, "medium", n->medium);
	event_happened(b, n->received == 0 ? cx->now : n->received);
	return event_add(cx, d, "request.joined", b);
}
