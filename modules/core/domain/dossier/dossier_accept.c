/* SPDX-License-Identifier: MIT */
/* Screening says yes: maybe as another type, for another team, with a lead. */
#include <string.h>

#include "domain/dossier/dossier.h"
#include "domain/dossier/dossier_keep.h"
#include "domain/dossier/dossier_values.h"
#include "domain/dossier/rulepack_gate.h"
#include "domain/dossier/undo.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "domain/type/casetype.h"
#include "store/store_decision.h"
#include "store/store_dossier.h"
#include "text/message.h"

/* What the request is accepted as. */
struct accept {
	const struct casetype *type;
	const char *title;
	struct store_dossier_scope scope;
};

static enum err
type_and_team(struct ctx *cx, const struct dossier *d, const char *type,
    int64_t scope, struct accept *a)
{
	enum err e;

	a->type = d->type;
	if (type[0] != '\0' && strcmp(type, d->type->code) != 0) {
		e = casetype_current(cx, type, &a->type);
		if (e == ERR_MISSING)
			return refuse_field(cx, "type", "%s",
			    _("Choose one of the types."));
		if (e != OK)
			return e;
	}
	if (scope == 0)
		scope = d->scope;
	if ((e = store_dossier_scope(cx, scope, &a->scope)) != OK)
		return e;
	if (a->scope.id == 0 || strcmp(a->scope.type, a->type->code) != 0)
		return refuse_field(cx, "scope", "%s",
		    _("Choose a team that handles this type."));
	return OK;
}

/* Where the work begins: screening is over. */
static const char *
first_phase(const struct casetype *type)
{
	const struct term *p = type->phases;

	if (p != NULL && strcmp(p->code, "screening") == 0 && p->next != NULL)
		p = p->next;
	return p == NULL ? "" : p->code;
}

static enum err
change_type(struct ctx *cx, struct dossier *d, const struct casetype *type,
    struct event_body *b)
{
	const struct casetype *old = d->type;
	enum err e;

	event_change(b, "type", old->code, type->code);
	d->type = type;
	d->type_id = type->id;
	d->risk = 0;
	if ((e = store_decision_leave(cx, d)) != OK)
		return e;
	return dossier_values_convert(cx, d, old, b);
}

static enum err
change_team(struct ctx *cx, struct dossier *d,
    const struct store_dossier_scope *s, struct event_body *b)
{
	enum err e;

	event_change(b, "team", d->team_name, s->team_name);
	if ((e = store_dossier_count(cx, d->scope, -1, -1)) != OK ||
	    (e = store_dossier_count(cx, s->id, 1, 1)) != OK)
		return e;
	d->scope = s->id;
	d->team = s->team;
	d->team_name = s->team_name;
	return OK;
}

enum err
dossier_accept(struct ctx *cx, struct dossier *d, const char *type,
    const char *title, int64_t scope, int64_t lead)
{
	struct event_body *b = event_body(cx);
	struct undo *u = NULL;
	const char *phase;
	struct accept a;
	enum err e, f;

	if ((e = keep_level(cx, d, LEVEL_WORK)) != OK)
		return e;
	if (d->verdict[0] != '\0')
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("This request has been screened already."));
	e = type_and_team(cx, d, type, scope, &a);
	f = keep_text(cx, "title", title, 0, 200, false, &a.title);
	if (e != OK || f != OK)
		return e != OK ? e : f;
	if ((e = undo_watch(cx, d, UNDO_ROW | UNDO_STAYS | UNDO_PARTIES |
	    UNDO_GRANTS | UNDO_VALUES | UNDO_DECISIONS, &u)) != OK)
		return e;
	event_after(b, "verdict", "accepted");
	if (a.title[0] != '\0') {
		event_change(b, "title", d->title, a.title);
		d->title = a.title;
	}
	if (a.type != d->type && (e = change_type(cx, d, a.type, b)) != OK)
		return e;
	if (a.scope.id != d->scope &&
	    (e = change_team(cx, d, &a.scope, b)) != OK)
		return e;
	d->verdict = "accepted";
	phase = first_phase(d->type);
	if (strcmp(phase, d->phase) != 0) {
		event_change(b, "phase", d->phase, phase);
		if ((e = dossier_keep_phase(cx, d, phase, cx->now,
		    "")) != OK)
			return e;
	}
	if ((e = store_dossier_save(cx, d, true)) != OK)
		return e;
	if (lead != 0) {
		if ((e = rulepack_gate_lead(cx, d, lead, false)) != OK ||
		    (e = dossier_keep_lead(cx, d, lead)) != OK)
			return e;
		event_change(b, "lead", "", d->lead_name);
	} else if ((e = store_dossier_level(cx, d)) != OK)
		return e;
	if ((e = dossier_keep_due(cx, d)) != OK ||
	    (e = undo_step(cx, u, "dossier.accepted")) != OK)
		return e;
	return event_add(cx, d, "dossier.accepted", b);
}
