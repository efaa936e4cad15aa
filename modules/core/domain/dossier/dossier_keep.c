/* SPDX-License-Identifier: MIT */
/* What the acts on a dossier share. */
#include "domain/dossier/dossier_keep.h"

#include <string.h>

#include "domain/dossier/undo.h"
#include "domain/people/absence.h"
#include "domain/people/notice.h"
#include "domain/people/wall.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "domain/type/casetype.h"
#include "store/store_access.h"
#include "store/store_compartment.h"
#include "store/store_dossier.h"
#include "store/store_moved.h"
#include "store/store_party.h"
#include "store/store_phase.h"
#include "store/store_plan_call.h"
#include "store/store_wall.h"
#include "text/message.h"

/* A grant that follows from work is on the time line like any other. */
static enum err
admitted(struct ctx *cx, struct dossier *d, int64_t person, const char *name)
{
	struct event_body *b = event_body(cx);
	struct undo *u = NULL;
	enum err e;

	if ((e = undo_watch(cx, d, UNDO_GRANTS, &u)) != OK ||
	    (e = store_dossier_admit(cx, d, person, LEVEL_WORK)) != OK ||
	    (e = undo_step(cx, u, "grant.given")) != OK)
		return e;
	event_fact(b, "person", name);
	event_fact(b, "level", "work");
	return event_add(cx, d, "grant.given", b);
}

enum err
dossier_keep_admit(struct ctx *cx, struct dossier *d, const char *field,
    int64_t person, const char **name)
{
	struct store_dossier_held held;
	enum err e;

	if ((e = store_dossier_held(cx, d, person, &held)) != OK)
		return e;
	*name = held.name;
	if ((e = absence_not_self(cx, d, field, person, LEVEL_WORK)) != OK)
		return e;
	if (!held.staff)
		return refuse_field(cx, field, "%s",
		    _("Choose somebody of the staff."));
	if (held.walled)
		return wall_check_refuse(cx, d, field, person, held.name);
	if (held.own >= LEVEL_WORK)
		return OK;
	if (d->level < LEVEL_MANAGE)
		return refuse_field(cx, field, _("%s cannot work on this "
		    "case yet. Ask its lead to give access first."),
		    held.name);
	return admitted(cx, d, person, held.name);
}

/* The party row of the lead, when there is one. */
static enum err
lead_end(struct ctx *cx, struct dossier *d)
{
	const struct party *p;
	enum err e;

	if (d->lead == 0)
		return OK;
	if ((e = store_party_list(cx, d)) != OK)
		return e;
	for (p = d->parties; p != NULL; p = p->next)
		if (p->ended == 0 && strcmp(p->role, "lead") == 0 &&
		    (e = store_party_end(cx, d, p->no)) != OK)
			return e;
	return store_dossier_dismiss(cx, d, d->lead);
}

enum err
dossier_keep_lead(struct ctx *cx, struct dossier *d, int64_t person)
{
	struct store_dossier_held held = { .name = "" };
	int64_t no;
	enum err e;

	if (person != 0) {
		if ((e = store_dossier_held(cx, d, person, &held)) != OK)
			return e;
		if (!held.staff)
			return refuse_field(cx, "lead", "%s",
			    _("Choose somebody of the staff."));
		if (held.walled)
			return wall_check_refuse(cx, d, "lead", person,
			    held.name);
		if ((e = absence_not_self(cx, d, "lead", person,
		    LEVEL_WORK)) != OK)
			return e;
	}
	/* A lead manages: of a restricted one, who manages makes it. */
	if (d->restricted &&
	    (e = keep_level(cx, d, LEVEL_MANAGE)) != OK)
		return e;
	if ((e = lead_end(cx, d)) != OK)
		return e;
	d->lead = person;
	d->lead_name = held.name;
	if (person != 0) {
		if ((e = store_dossier_next(cx, d, &no)) != OK ||
		    (e = store_party_add(cx, d, no, person, "lead")) != OK ||
		    (e = store_dossier_admit(cx, d, person,
		    LEVEL_MANAGE)) != OK ||
		    (e = notice_work(cx, d, person, 0)) != OK)
			return e;
	}
	if ((e = store_dossier_save(cx, d, false)) != OK)
		return e;
	return store_dossier_level(cx, d);
}

enum err
dossier_keep_phase(struct ctx *cx, struct dossier *d, const char *phase,
    int64_t when, const char *reason)
{
	enum err e;

	if ((e = store_phase_leave(cx, d, when)) != OK)
		return e;
	d->phase = phase;
	if (phase[0] == '\0')
		return OK;
	return store_phase_enter(cx, d, phase, when, reason);
}

/* A due field counts to the end of its day. */
static enum err
due_of_fields(struct ctx *cx, struct dossier *d, int64_t *out)
{
	const struct type_field *f;
	struct casetype_columns columns;
	const char *text;
	enum err e;

	*out = 0;
	for (f = d->type->fields; f != NULL; f = f->next) {
		if (!f->due)
			continue;
		if ((e = store_dossier_value(cx, d, f->code, &text)) != OK)
			return e;
		if (text[0] == '\0')
			continue;
		if ((e = casetype_columns(cx, f, text, &columns)) != OK)
			return e;
		if (columns.due != 0 && (*out == 0 || columns.due < *out))
			*out = columns.due;
	}
	return OK;
}

enum err
dossier_keep_due(struct ctx *cx, struct dossier *d)
{
	int64_t due = 0;
	enum err e;

	if (strcmp(d->status, "closed") != 0 &&
	    (e = due_of_fields(cx, d, &due)) != OK)
		return e;
	return store_dossier_due(cx, d, due);
}

enum err
dossier_keep_close(struct ctx *cx, struct dossier *d, const char *outcome)
{
	const char *phase = d->phase;
	enum err e;

	d->status = "closed";
	d->closed = cx->now;
	d->outcome = arena_text(cx->arena, outcome);
	/* The stay ends, the phase stays: lists say where the work stopped. */
	if ((e = dossier_keep_phase(cx, d, "", cx->now, "")) != OK)
		return e;
	d->phase = phase;
	if ((e = store_dossier_save(cx, d, false)) != OK ||
	    (e = store_dossier_count(cx, d->scope, -1, 0)) != OK ||
	    (e = store_plan_call_wake(cx, d)) != OK)
		return e;
	return dossier_keep_due(cx, d);
}

enum err
dossier_keep_closed(struct ctx *cx, const struct dossier *from,
    struct dossier *into)
{
	enum err e;

	into->compartment = from->compartment;
	into->compartment_name = from->compartment_name;
	if ((e = store_wall_follow_pass(cx, from, into)) != OK ||
	    (from->compartment != 0 && (e = store_compartment_dossier(cx,
	    into->id, from->compartment)) != OK) || !from->restricted)
		return e;
	into->restricted = true;
	if ((e = store_access_restrict(cx, into->id, true)) != OK)
		return e;
	return store_moved_grants(cx, from, into);
}
