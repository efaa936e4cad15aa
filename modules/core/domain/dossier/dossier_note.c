/* SPDX-License-Identifier: MIT */
/* Notes: what people write down, and contact with the requester. */
#include <string.h>

#include "domain/dossier/dossier.h"
#include "domain/dossier/exchange.h"
#include "domain/people/compartment.h"
#include "domain/people/notice.h"
#include "domain/people/search.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "domain/spine/medium.h"
#include "store/store_dossier.h"
#include "store/store_note.h"
#include "text/message.h"

enum err
dossier_note(struct ctx *cx, struct dossier *d, const char *text)
{
	return dossier_note_within(cx, d, text, "", "");
}

enum err
dossier_note_contact(struct ctx *cx, struct dossier *d, const char *text,
    const char *medium)
{
	return dossier_note_within(cx, d, text, medium, "");
}

enum err
dossier_note_within(struct ctx *cx, struct dossier *d, const char *text,
    const char *medium, const char *compartment)
{
	return dossier_note_exchange(cx, d, text, medium, compartment, NULL);
}

/* Contact with the requester has its medium, and no compartment. */
static enum err
contact_ok(struct ctx *cx, const char *medium, int64_t within)
{
	if (medium[0] != '\0' && !medium_known(medium))
		return refuse_field(cx, "contact", "%s",
		    _("Choose how you had contact."));
	if (medium[0] != '\0' && within != 0)
		return refuse_field(cx, "contact", "%s", _("Whoever sees the "
		    "case sees when there was contact. Write what is "
		    "protected in a note of its own."));
	return OK;
}

/* With whom: as typed; where that says nothing, and there was contact with
 * the requester, with them. */
static enum err
exchanged(struct ctx *cx, struct dossier *d, const char *medium,
    const struct exchange_new *n, struct exchange *x)
{
	struct exchange_new asked;
	enum err e;

	if ((e = exchange_typed(cx, d, n, x)) != OK ||
	    x->exchanged[0] != '\0' || medium[0] == '\0' ||
	    d->requester_id == 0)
		return e;
	if ((e = exchange_came(cx, d, d->requester_id, "", medium, cx->now,
	    &asked)) != OK)
		return e;
	asked.way = "";
	return exchange_typed(cx, d, &asked, x);
}

enum err
dossier_note_exchange(struct ctx *cx, struct dossier *d, const char *text,
    const char *medium, const char *compartment,
    const struct exchange_new *n)
{
	struct event_body *b;
	struct compartment *c = NULL;
	struct exchange x;
	int64_t no, within;
	enum err e;

	if ((e = keep_level(cx, d, LEVEL_WORK)) != OK ||
	    (compartment[0] != '\0' &&
	    (e = compartment_held(cx, compartment, &c)) != OK) ||
	    (e = keep_text(cx, "text", text, 1, KEEP_NOTE, true,
	    &text)) != OK)
		return e;
	within = c == NULL ? 0 : c->id;
	if ((e = contact_ok(cx, medium, within)) != OK ||
	    (e = exchanged(cx, d, medium, n, &x)) != OK ||
	    (e = store_dossier_next(cx, d, &no)) != OK ||
	    (e = notice_mentions(cx, d, text, no, within)) != OK ||
	    (e = store_note_add(cx, d, no, text, medium, within)) != OK ||
	    (e = exchange_add(cx, d, no, &x)) != OK ||
	    (within == 0 && (e = search_add(cx, d->id, text)) != OK))
		return e;
	b = event_body(cx);
	event_within(b, no, within);
	event_number(b, "no", no);
	if (c != NULL)
		event_fact(b, "compartment", c->name);
	event_fact(b, "text", text);
	if (medium[0] != '\0')
		event_fact(b, "contact", medium);
	exchange_tell(b, &x);
	return event_add(cx, d, "note.added", b);
}
