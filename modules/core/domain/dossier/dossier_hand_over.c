/* SPDX-License-Identifier: MIT */
/* Another team, another lead: who gives it away may lose sight of it. */
#include <string.h>

#include "domain/dossier/dossier.h"
#include "domain/dossier/dossier_keep.h"
#include "domain/dossier/rulepack_gate.h"
#include "domain/dossier/undo.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "store/store_dossier.h"
#include "store/store_task.h"
#include "text/message.h"

static enum err
new_team(struct ctx *cx, const struct dossier *d, int64_t scope,
    struct store_dossier_scope *s)
{
	enum err e;

	if ((e = store_dossier_scope(cx, scope, s)) != OK)
		return e;
	if (s->id == 0 || strcmp(s->type, d->type->code) != 0)
		return refuse_field(cx, "scope", "%s",
		    _("Choose a team that handles this type."));
	return OK;
}

static enum err
to_team(struct ctx *cx, struct dossier *d,
    const struct store_dossier_scope *s, struct event_body *b)
{
	enum err e;

	if (s->id == d->scope)
		return OK;
	event_before(b, "team", d->team_name);
	event_after(b, "team", s->team_name);
	if ((e = store_dossier_count(cx, d->scope, -1, -1)) != OK ||
	    (e = store_dossier_count(cx, s->id, 1, 1)) != OK)
		return e;
	d->scope = s->id;
	d->team = s->team;
	d->team_name = s->team_name;
	return store_dossier_save(cx, d, false);
}

enum err
dossier_hand_over(struct ctx *cx, struct dossier *d, int64_t scope,
    int64_t lead, const char *reason)
{
	struct event_body *b = event_body(cx);
	struct store_dossier_scope s;
	struct undo *u = NULL;
	const char *old = d->lead_name;
	int64_t team = d->team, tasks;
	enum err e, f;

	if ((e = keep_screened(cx, d)) != OK)
		return e;
	if (d->restricted &&
	    (e = keep_level(cx, d, LEVEL_MANAGE)) != OK)
		return e;
	e = new_team(cx, d, scope == 0 ? d->scope : scope, &s);
	f = keep_reason(cx, "reason", reason, &reason);
	if (e != OK || f != OK)
		return e != OK ? e : f;
	if (s.id == d->scope && lead == d->lead)
		return refuse_field(cx, "lead", "%s",
		    _("Choose another team or another person."));
	/* The event comes after, but what may be done is decided before. */
	if ((e = undo_watch(cx, d, UNDO_ROW | UNDO_PARTIES | UNDO_GRANTS |
	    UNDO_TASKS, &u)) != OK ||
	    (e = to_team(cx, d, &s, b)) != OK)
		return e;
	if (lead != d->lead) {
		if ((e = rulepack_gate_lead(cx, d, lead, true)) != OK ||
		    (e = dossier_keep_lead(cx, d, lead)) != OK)
			return e;
		event_before(b, "lead", old);
		event_after(b, "lead", d->lead_name);
	} else if ((e = store_dossier_level(cx, d)) != OK)
		return e;
	if ((e = store_task_pass_on(cx, d, team, &tasks)) != OK ||
	    (e = undo_step(cx, u, "dossier.handed_over")) != OK)
		return e;
	event_count(b, "tasks", tasks);
	event_why(b, reason);
	return event_add(cx, d, "dossier.handed_over", b);
}
