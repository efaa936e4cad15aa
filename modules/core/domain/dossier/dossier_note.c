/* SPDX-License-Identifier: MIT */
/* Notes: what people write down, and contact with the requester. */
#include <string.h>

#include "domain/dossier/dossier.h"
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
	struct event_body *b;
	struct compartment *c = NULL;
	int64_t no, within;
	enum err e;

	if ((e = keep_level(cx, d, LEVEL_WORK)) != OK ||
	    (compartment[0] != '\0' &&
	    (e = compartment_held(cx, compartment, &c)) != OK) ||
	    (e = keep_text(cx, "text", text, 1, KEEP_NOTE, true,
	    &text)) != OK)
		return e;
	within = c == NULL ? 0 : c->id;
	if (medium[0] != '\0' && !medium_known(medium))
		return refuse_field(cx, "contact", "%s",
		    _("Choose how you had contact."));
	if (medium[0] != '\0' && within != 0)
		return refuse_field(cx, "contact", "%s", _("Whoever sees the "
		    "case sees when there was contact. Write what is "
		    "protected in a note of its own."));
	if ((e = store_dossier_next(cx, d, &no)) != OK ||
	    (e = notice_mentions(cx, d, text, no, within)) != OK ||
	    (e = store_note_add(cx, d, no, text, medium, within)) != OK ||
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
	return event_add(cx, d, "note.added", b);
}
