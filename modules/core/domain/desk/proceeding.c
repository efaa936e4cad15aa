/* SPDX-License-Identifier: MIT */
/* Proceedings before courts: added, changed, heard. */
#include "domain/desk/proceeding.h"

#include <string.h>

#include "domain/desk/appointment.h"
#include "domain/dossier/undo.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "store/db.h"
#include "store/store_dossier.h"
#include "store/store_proceeding.h"
#include "text/date.h"
#include "text/message.h"

enum err
proceeding_list(struct ctx *cx, const struct dossier *d,
    struct proceeding **out)
{
	return store_proceeding_list(cx, d, out);
}

enum err
proceeding_open(struct ctx *cx, const struct dossier *d, int64_t no,
    struct proceeding **out)
{
	enum err e;

	if ((e = store_proceeding_find(cx, d, no, out)) != OK ||
	    *out != NULL)
		return e;
	return refuse(cx, ERR_MISSING, "%s",
	    _("This matter has no such proceeding."));
}

static enum err
day_ok(struct ctx *cx, const char *field, const char *civil)
{
	return civil[0] == '\0' || date_civil_ok(civil) ? OK :
	    refuse_field(cx, field, "%s", _("This day does not exist."));
}

static enum err
fill(struct ctx *cx, const struct proceeding_new *n, struct proceeding *p)
{
	enum err e, bad = OK;

	if ((e = keep_text(cx, "court", n->court, 1, 200, false,
	    &p->court)) != OK)
		bad = e;
	if ((e = keep_text(cx, "reference", n->reference, 0, 80,
	    false, &p->reference)) != OK)
		bad = e;
	if ((e = keep_text(cx, "judge", n->judge, 0, 200, false,
	    &p->judge)) != OK)
		bad = e;
	if ((e = keep_text(cx, "result", n->result, 0, KEEP_REASON, true,
	    &p->result)) != OK)
		bad = e;
	p->filed = n->filed;
	p->ended = n->ended;
	if ((e = day_ok(cx, "filed", p->filed)) != OK ||
	    (e = day_ok(cx, "ended", p->ended)) != OK)
		return e;
	if (p->ended[0] != '\0' && strcmp(p->ended, p->filed) < 0)
		bad = refuse_field(cx, "ended", "%s", _("It ends before it "
		    "was filed. Correct one of the days."));
	if (p->ended[0] == '\0' && bad == OK && p->result[0] != '\0')
		bad = refuse_field(cx, "ended", "%s",
		    _("Say on which day it ended so."));
	return bad;
}

static enum err
tell(struct ctx *cx, struct dossier *d, struct undo *u, const char *kind,
    const struct proceeding *old, const struct proceeding *p)
{
	struct event_body *b = event_body(cx);
	enum err e;

	event_number(b, "no", p->no);
	event_fact(b, "court", p->court);
	event_fact(b, "reference", p->reference);
	event_change(b, "court", old->court, p->court);
	event_change(b, "reference", old->reference, p->reference);
	event_change(b, "judge", old->judge, p->judge);
	event_change(b, "filed", old->filed, p->filed);
	event_change(b, "ended", old->ended, p->ended);
	event_change(b, "result", old->result, p->result);
	if ((e = undo_step(cx, u, kind)) != OK)
		return e;
	return event_add(cx, d, kind, b);
}

enum err
proceeding_add(struct ctx *cx, struct dossier *d,
    const struct proceeding_new *n, struct proceeding **out)
{
	static const struct proceeding none = { .court = "", .reference = "",
	    .judge = "", .filed = "", .ended = "", .result = "" };
	struct proceeding *p = arena_alloc(cx->arena, sizeof(*p));
	struct undo *u = NULL;
	enum err e;

	*out = NULL;
	if ((e = keep_open(cx, d)) != OK ||
	    (e = fill(cx, n, p)) != OK ||
	    (e = undo_watch(cx, d, UNDO_PROCEEDINGS, &u)) != OK ||
	    (e = store_dossier_next(cx, d, &p->no)) != OK ||
	    (e = store_proceeding_add(cx, d, p)) != OK)
		return e;
	*out = p;
	return tell(cx, d, u, "proceeding.added", &none, p);
}

static bool
same(const struct proceeding *a, const struct proceeding *b)
{
	return strcmp(a->court, b->court) == 0 &&
	    strcmp(a->reference, b->reference) == 0 &&
	    strcmp(a->judge, b->judge) == 0 &&
	    strcmp(a->filed, b->filed) == 0 &&
	    strcmp(a->ended, b->ended) == 0 &&
	    strcmp(a->result, b->result) == 0;
}

enum err
proceeding_change(struct ctx *cx, struct dossier *d, struct proceeding *p,
    const struct proceeding_new *n, int64_t version)
{
	const struct proceeding old = *p;
	struct undo *u = NULL;
	enum err e;

	if ((e = keep_open(cx, d)) != OK)
		return e;
	if (version != p->version)
		return db_stale(cx);
	if ((e = fill(cx, n, p)) != OK || same(&old, p))
		return e;
	if ((e = undo_watch(cx, d, UNDO_PROCEEDINGS, &u)) != OK ||
	    (e = store_proceeding_save(cx, p)) != OK)
		return e;
	return tell(cx, d, u, "proceeding.changed", &old, p);
}

enum err
proceeding_hearings(struct ctx *cx, const struct dossier *d,
    struct hearing **out)
{
	return store_proceeding_hearings(cx, d, out);
}

enum err
proceeding_hearing_add(struct ctx *cx, struct dossier *d,
    int64_t proceeding, const struct appointment_new *n,
    struct appointment **out)
{
	struct proceeding *p;
	enum err e, bad = OK;

	*out = NULL;
	if ((e = store_proceeding_find(cx, d, proceeding, &p)) != OK)
		return e;
	if (p == NULL)
		bad = refuse_field(cx, "proceeding", "%s",
		    _("Choose before which court it is."));
	if ((e = appointment_add(cx, d, n, out)) != OK || bad != OK)
		return e != OK ? e : bad;
	return store_proceeding_hearing_add(cx, (*out)->id, p);
}

enum err
proceeding_matters(struct ctx *cx, const struct dossier *list,
    struct matter **out)
{
	return store_proceeding_matters(cx, list, out);
}
