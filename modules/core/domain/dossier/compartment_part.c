/* SPDX-License-Identifier: MIT */
/* What goes into a compartment takes along all that was said of it. */
#include "domain/dossier/compartment_part.h"

#include <stdlib.h>
#include <string.h>

#include "domain/dossier/dossier_keep.h"
#include "domain/people/compartment.h"
#include "domain/people/search.h"
#include "domain/spine/event.h"
#include "domain/spine/event_get.h"
#include "domain/spine/keep.h"
#include "store/store_booking.h"
#include "store/store_compartment.h"
#include "store/store_release.h"
#include "text/message.h"

static const char *const nouns[] = {
	[COMPARTMENT_DOCUMENT] = "document", [COMPARTMENT_NOTE] = "note",
	[COMPARTMENT_TASK] = "task", [COMPARTMENT_FORM] = "form"
};

enum err
compartment_part(struct ctx *cx, const struct dossier *d, int64_t no,
    struct compartment_part **out)
{
	enum err e;

	if ((e = keep_level(cx, d, LEVEL_READ)) != OK ||
	    (e = store_compartment_part(cx, d, no, out)) != OK)
		return e;
	return *out != NULL ? OK : refuse(cx, ERR_MISSING, "%s",
	    _("This is not here."));
}

int64_t
compartment_part_sum(const int64_t *counts, enum compartment_kind kind)
{
	int64_t sum = 0;
	int k;

	if (kind != COMPARTMENT_KINDS)
		return counts[kind];
	for (k = 0; k < COMPARTMENT_KINDS; k++)
		sum += counts[k];
	return sum;
}

enum err
compartment_part_hidden(struct ctx *cx, const struct dossier *d,
    enum compartment_kind kind, int64_t *out)
{
	int64_t counts[COMPARTMENT_KINDS];
	enum err e = store_compartment_hidden(cx, d, counts);

	*out = e != OK ? 0 : compartment_part_sum(counts, kind);
	return e;
}

bool
compartment_part_speaks(struct ctx *cx, const struct event *ev,
    const char *noun, int64_t no)
{
	const char *kind = strcmp(ev->kind, "act.undone") == 0 ?
	    event_get(cx, ev, "fact", "act") : ev->kind;
	size_t n = strlen(noun);

	if (strncmp(kind, "assignment.", 11) == 0)
		return strcmp(noun, "task") == 0 && no ==
		    strtoll(event_get(cx, ev, "fact", "no"), NULL, 10);
	/* filed under an entry of a docket, or taken off it */
	if (strncmp(kind, "docket.", 7) == 0)
		return strcmp(noun, "document") == 0 && no ==
		    strtoll(event_get(cx, ev, "fact", "no"), NULL, 10);
	return strncmp(kind, noun, n) == 0 && kind[n] == '.' &&
	    no == strtoll(event_get(cx, ev, "fact", "no"), NULL, 10);
}

static enum err
hide(struct ctx *cx, const struct dossier *d,
    const struct compartment_part *p, int64_t compartment)
{
	struct store_compartment_said *s;
	struct event ev;
	enum err e;

	e = store_compartment_said(cx, d, p->no, nouns[p->kind], &s);
	for (; s != NULL && e == OK; s = s->next) {
		ev = (struct event){ .kind = s->kind, .body = s->body };
		if (compartment_part_speaks(cx, &ev, nouns[p->kind], s->no))
			e = store_compartment_hide(cx, s, compartment);
	}
	return e;
}

/* What was booked on it goes along, with all that was said of that. */
static enum err
take_bookings(struct ctx *cx, const struct dossier *d,
    const struct compartment_part *p, int64_t compartment)
{
	struct store_booking_tied *t;
	struct store_compartment_said *s;
	struct event ev;
	enum err e;

	if ((e = store_booking_tied(cx, d, p, &t)) != OK || t == NULL ||
	    (e = store_booking_within(cx, d, p, compartment)) != OK)
		return e;
	for (; t != NULL; t = t->next) {
		if (compartment == 0) {
			if ((e = store_compartment_tell(cx, d, t->no)) != OK)
				return e;
			continue;
		}
		e = store_compartment_said(cx, d, t->no, "booking", &s);
		for (; s != NULL && e == OK; s = s->next) {
			ev = (struct event){ .kind = s->kind,
			    .body = s->body };
			if (compartment_part_speaks(cx, &ev, "booking",
			    s->no))
				e = store_compartment_hide(cx, s,
				    compartment);
		}
		if (e != OK)
			return e;
	}
	return OK;
}

static enum err
fits(struct ctx *cx, const struct compartment_part *p,
    const struct compartment *to)
{
	if (p->planned)
		return refuse(cx, ERR_CONFLICT, "%s", _("The plan of the "
		    "case names this task, so it cannot be hidden."));
	if (p->tied)
		return refuse(cx, ERR_CONFLICT, "%s",
		    p->kind == COMPARTMENT_TASK ?
		    _("A goal waits for this task, so it cannot be hidden.") :
		    _("An approval names this document, so it cannot be "
		    "hidden."));
	return compartment_admits(cx, to->id, "compartment", p->owner,
	    p->owner_name);
}

static enum err
note_it(struct ctx *cx, struct dossier *d, const struct compartment_part *p,
    const char *from, const struct compartment *to, const char *why)
{
	struct event_body *b = event_body(cx);

	event_number(b, "no", p->no);
	if (p->kind != COMPARTMENT_NOTE)
		event_fact(b, p->kind == COMPARTMENT_DOCUMENT ? "name" :
		    "title", p->name);
	if (p->kind == COMPARTMENT_FORM)
		event_fact(b, "form", p->code);
	event_change(b, "compartment", from, to == NULL ? "" : to->name);
	event_why(b, why);
	if (to != NULL)
		event_within(b, p->no, to->id);
	return event_add(cx, d, arena_printf(cx->arena, "%s.%s",
	    nouns[p->kind], to == NULL ? "opened_up" : "protected"), b);
}

enum err
compartment_part_put(struct ctx *cx, struct dossier *d,
    struct compartment_part *p, const char *code, const char *why)
{
	const char *from = p->compartment_name;
	struct compartment *to = NULL;
	enum err e;

	if ((e = keep_level(cx, d, LEVEL_WORK)) != OK ||
	    (code[0] != '\0' && (e = compartment_held(cx, code, &to)) != OK))
		return e;
	if (p->compartment == (to == NULL ? 0 : to->id))
		return refuse_field(cx, "compartment", "%s", to == NULL ?
		    _("This is in no compartment. Choose one.") :
		    _("This is in that compartment already."));
	if ((e = keep_reason(cx, "why", why, &why)) != OK ||
	    (to != NULL && (e = fits(cx, p, to)) != OK) ||
	    (e = store_release_end(cx, d, p->no, why)) != OK ||
	    (e = store_compartment_put(cx, d, p,
	    to == NULL ? 0 : to->id)) != OK)
		return e;
	p->compartment = to == NULL ? 0 : to->id;
	p->compartment_name = to == NULL ? "" : to->name;
	if ((e = to == NULL ? store_compartment_tell(cx, d, p->no) :
	    hide(cx, d, p, to->id)) != OK ||
	    (e = take_bookings(cx, d, p, p->compartment)) != OK ||
	    (e = search_write(cx, d->id)) != OK ||
	    (p->kind == COMPARTMENT_TASK &&
	    (e = dossier_keep_due(cx, d)) != OK))
		return e;
	return note_it(cx, d, p, from, to, why);
}
