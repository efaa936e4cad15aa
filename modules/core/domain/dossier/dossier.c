/* SPDX-License-Identifier: MIT */
/* One matter: opening it, screening it, letting it wait, ending it. */
#include "domain/dossier/dossier.h"

#include <string.h>

#include "domain/dossier/dossier_keep.h"
#include "domain/dossier/dossier_look.h"
#include "domain/dossier/purpose.h"
#include "domain/dossier/undo.h"
#include "domain/people/absence.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "domain/spine/sight.h"
#include "domain/type/casetype.h"
#include "store/store_dossier.h"
#include "store/store_glass.h"
#include "store/store_moved.h"
#include "store/store_note.h"
#include "text/message.h"

enum err
dossier_open(struct ctx *cx, const char *number, enum level level,
    struct dossier **out)
{
	struct dossier *d;
	enum err e;

	*out = NULL;
	if ((e = store_dossier_find(cx, number, &d)) != OK)
		return e;
	if (d == NULL)
		return refuse(cx, ERR_MISSING, "%s",
		    _("There is no such case, or it is not for you."));
	if ((e = keep_level(cx, d, level)) != OK)
		return e;
	if ((e = casetype_by_id(cx, d->type_id, &d->type)) != OK)
		return e;
	if (d->way == WAY_GLASS &&
	    (e = store_glass_until(cx, d->id, &cx->glass)) != OK)
		return e;
	if ((e = sight_enter(cx, d)) != OK)
		return e;
	if ((e = absence_dossier(cx, d, level)) != OK)
		return e;
	if ((e = purpose_enter(cx, d)) != OK)
		return e;
	dossier_look(cx, d);
	*out = d;
	return OK;
}

enum err
dossier_notes(struct ctx *cx, const struct dossier *d, struct note **out)
{
	return store_note_list(cx, d, INT64_MAX, out);
}

const char *
dossier_value(const struct dossier *d, const char *field)
{
	const struct value *v = d->values;

	while (v != NULL && (v->no != 0 || strcmp(v->field, field) != 0))
		v = v->next;
	return v == NULL ? "" : v->text;
}

const char *
dossier_outcome(struct ctx *cx, const struct casetype *type,
    const char *outcome)
{
	if (casetype_term(type->outcomes, outcome) != NULL)
		return casetype_word(cx, type->outcomes, outcome);
	if (strcmp(outcome, "solved") == 0)
		return _("Solved at once");
	if (strcmp(outcome, "declined") == 0)
		return _("Declined");
	if (strcmp(outcome, "merged") == 0)
		return _("Merged into another case");
	if (strcmp(outcome, "undone") == 0)
		return _("Split undone");
	return outcome;
}

/* A request that nobody has screened yet. */
static enum err
unscreened(struct ctx *cx, const struct dossier *d)
{
	enum err e;

	if ((e = keep_level(cx, d, LEVEL_WORK)) != OK)
		return e;
	if (d->verdict[0] != '\0')
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("This request has been screened already."));
	return keep_open(cx, d);
}

enum err
dossier_solve(struct ctx *cx, struct dossier *d, const char *result)
{
	struct event_body *b;
	struct undo *u = NULL;
	enum err e;

	if ((e = unscreened(cx, d)) != OK ||
	    (e = keep_text(cx, "result", result, 1, KEEP_TEXT, true,
	    &result)) != OK)
		return e;
	if ((e = undo_watch(cx, d, UNDO_ROW | UNDO_STAYS, &u)) != OK)
		return e;
	d->verdict = "solved";
	if ((e = dossier_keep_close(cx, d, "solved")) != OK ||
	    (e = undo_step(cx, u, "dossier.solved")) != OK)
		return e;
	b = event_body(cx);
	event_after(b, "status", "closed");
	event_after(b, "outcome", "solved");
	event_fact(b, "result", result);
	return event_add(cx, d, "dossier.solved", b);
}

enum err
dossier_decline(struct ctx *cx, struct dossier *d, const char *reason,
    const char *alternatives)
{
	struct event_body *b;
	struct undo *u = NULL;
	enum err e, f;

	if ((e = unscreened(cx, d)) != OK)
		return e;
	e = keep_reason(cx, "reason", reason, &reason);
	f = keep_text(cx, "alternatives", alternatives, 1, KEEP_TEXT,
	    true, &alternatives);
	if (e != OK || f != OK)
		return e != OK ? e : f;
	if ((e = undo_watch(cx, d, UNDO_ROW | UNDO_STAYS, &u)) != OK)
		return e;
	d->verdict = "declined";
	if ((e = dossier_keep_close(cx, d, "declined")) != OK ||
	    (e = undo_step(cx, u, "dossier.declined")) != OK)
		return e;
	b = event_body(cx);
	event_after(b, "status", "closed");
	event_after(b, "outcome", "declined");
	event_fact(b, "alternatives", alternatives);
	event_why(b, reason);
	return event_add(cx, d, "dossier.declined", b);
}

/* Between open and waiting. */
static enum err
switch_status(struct ctx *cx, struct dossier *d, const char *status,
    const char *kind, const char *reason)
{
	struct event_body *b = event_body(cx);
	struct undo *u = NULL;
	enum err e;

	event_before(b, "status", d->status);
	event_after(b, "status", status);
	event_why(b, reason);
	if ((e = undo_watch(cx, d, UNDO_ROW, &u)) != OK)
		return e;
	d->status = status;
	if ((e = store_dossier_save(cx, d, false)) != OK ||
	    (e = undo_step(cx, u, kind)) != OK)
		return e;
	return event_add(cx, d, kind, b);
}

enum err
dossier_wait(struct ctx *cx, struct dossier *d, const char *reason)
{
	enum err e;

	if ((e = keep_screened(cx, d)) != OK)
		return e;
	if (strcmp(d->status, "waiting") == 0)
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("This case is waiting already."));
	if ((e = keep_reason(cx, "reason", reason, &reason)) != OK)
		return e;
	return switch_status(cx, d, "waiting", "dossier.waiting", reason);
}

enum err
dossier_resume(struct ctx *cx, struct dossier *d, const char *reason)
{
	enum err e;

	if ((e = keep_open(cx, d)) != OK)
		return e;
	if (strcmp(d->status, "waiting") != 0)
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("This case is not waiting."));
	if ((e = keep_reason(cx, "reason", reason, &reason)) != OK)
		return e;
	return switch_status(cx, d, "open", "dossier.resumed", reason);
}

/* What it held is elsewhere. */
static enum err
not_merged(struct ctx *cx, const struct dossier *d)
{
	const char *number;
	bool merged;
	enum err e;

	if ((e = store_moved_merged(cx, d, &merged, &number)) != OK ||
	    !merged)
		return e;
	return refuse(cx, ERR_CONFLICT, _("This case was merged into %s. "
	    "Undo the merge, or split off there what belongs to a case of "
	    "its own."), number[0] == '\0' ? _("another case") : number);
}

enum err
dossier_reopen(struct ctx *cx, struct dossier *d, const char *reason)
{
	struct event_body *b;
	struct undo *u = NULL;
	enum err e;

	if ((e = keep_level(cx, d, LEVEL_WORK)) != OK)
		return e;
	if (strcmp(d->status, "closed") != 0)
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("This case is not closed."));
	if ((e = not_merged(cx, d)) != OK)
		return e;
	if ((e = keep_reason(cx, "reason", reason, &reason)) != OK ||
	    (e = undo_watch(cx, d, UNDO_ROW | UNDO_STAYS, &u)) != OK)
		return e;
	b = event_body(cx);
	event_before(b, "status", d->status);
	event_after(b, "status", "open");
	event_before(b, "outcome", d->outcome);
	event_after(b, "outcome", "");
	event_why(b, reason);
	d->status = "open";
	d->outcome = "";
	d->closed = 0;
	/* What was turned away at the door is screened again. */
	if (strcmp(d->verdict, "accepted") != 0)
		d->verdict = "";
	if ((e = dossier_keep_phase(cx, d, d->phase, cx->now,
	    reason)) != OK ||
	    (e = store_dossier_save(cx, d, false)) != OK ||
	    (e = store_dossier_count(cx, d->scope, 1, 0)) != OK ||
	    (e = dossier_keep_due(cx, d)) != OK ||
	    (e = undo_step(cx, u, "dossier.reopened")) != OK)
		return e;
	return event_add(cx, d, "dossier.reopened", b);
}
