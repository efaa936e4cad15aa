/* SPDX-License-Identifier: MIT */
/* Documents of the matter under the entries of its dockets. */
#include "domain/desk/docket.h"
#include "domain/desk/docket_hand.h"
#include "domain/dossier/document.h"
#include "domain/dossier/undo.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "store/store_docket.h"
#include "text/message.h"

static enum err
tell(struct ctx *cx, struct dossier *d, struct undo *u, const char *kind,
    const struct proceeding *p, const struct docket_entry *x,
    const struct document *f)
{
	struct event_body *b = docket_hand_event(cx, p, x);
	enum err e;

	event_number(b, "no", f->no);
	event_fact(b, "name", f->name);
	event_within(b, f->no, f->compartment);
	if ((e = undo_step(cx, u, kind)) != OK)
		return e;
	return event_add(cx, d, kind, b);
}

enum err
docket_paper_attach(struct ctx *cx, struct dossier *d,
    const struct proceeding *p, const struct docket_entry *x, int64_t document)
{
	struct undo *u = NULL;
	struct document *f;
	bool fresh;
	enum err e;

	if ((e = keep_level(cx, d, LEVEL_WORK)) != OK ||
	    (e = document_find(cx, d, document, &f)) != OK ||
	    (e = undo_watch(cx, d, UNDO_PROCEEDINGS, &u)) != OK ||
	    (e = store_docket_attach(cx, p, x->place, f->id, &fresh)) != OK)
		return e;
	return fresh ? tell(cx, d, u, "docket.attached", p, x, f) : OK;
}

enum err
docket_paper_detach(struct ctx *cx, struct dossier *d,
    const struct proceeding *p, const struct docket_entry *x, int64_t document)
{
	struct undo *u = NULL;
	struct document *f;
	bool gone;
	enum err e;

	if ((e = keep_level(cx, d, LEVEL_WORK)) != OK ||
	    (e = document_find(cx, d, document, &f)) != OK ||
	    (e = undo_watch(cx, d, UNDO_PROCEEDINGS, &u)) != OK ||
	    (e = store_docket_detach(cx, p, x->place, f->id, &gone)) != OK)
		return e;
	return gone ? tell(cx, d, u, "docket.detached", p, x, f) :
	    refuse(cx, ERR_MISSING, "%s",
	    _("This entry has no such document (any more)."));
}

enum err
docket_paper_places(struct ctx *cx, const struct dossier *d,
    const struct document *f, struct docket_place **out)
{
	return store_docket_places(cx, d, f->id, out);
}
