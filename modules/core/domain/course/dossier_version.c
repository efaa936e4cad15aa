/* SPDX-License-Identifier: MIT */
/* A running dossier goes to another version of its type. */
#include "domain/course/dossier_version.h"

#include <string.h>

#include "domain/dossier/dossier_keep.h"
#include "domain/dossier/undo.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "domain/type/casetype.h"
#include "store/store_decision.h"
#include "store/store_dossier.h"
#include "text/message.h"
#include "text/number.h"

/* The step of risk that is called the same, 0 where there is none. */
static int
same_step(const struct casetype *from, const struct casetype *to, int risk)
{
	const struct term *was = from->risks, *t;
	int step;

	for (step = 1; was != NULL && step < risk; step++)
		was = was->next;
	if (risk == 0 || was == NULL)
		return 0;
	for (step = 1, t = to->risks; t != NULL; t = t->next, step++)
		if (strcmp(t->code, was->code) == 0)
			return step;
	return 0;
}

/* The phase that it goes on in. */
static enum err
choose_phase(struct ctx *cx, const struct dossier *d,
    const struct dossier_version *v, const char *typed, const char **out)
{
	*out = d->phase;
	if (v->to->phases == NULL)
		*out = "";
	if (!v->phase_gone)
		return OK;
	if (casetype_term(v->to->phases, typed) == NULL)
		return refuse_field(cx, "phase", "%s", _("The other version "
		    "does not have the phase that the case is in. Choose one "
		    "of its phases."));
	*out = casetype_term(v->to->phases, typed)->code;
	return OK;
}

static const char *
version_text(struct ctx *cx, const struct casetype *t)
{
	return number_plain(cx->arena, t->version, 0);
}

static enum err
write(struct ctx *cx, struct dossier *d, const struct dossier_version *v,
    const char *phase, const char *reason, struct event_body *b)
{
	const struct casetype *from = d->type;
	size_t changed;
	enum err e;

	event_change(b, "version", version_text(cx, from),
	    version_text(cx, v->to));
	event_change(b, "phase", d->phase, phase);
	d->type = v->to;
	d->type_id = v->to->id;
	d->risk = same_step(from, v->to, d->risk);
	if (strcmp(phase, d->phase) != 0 && (e = dossier_keep_phase(cx, d,
	    phase, cx->now, reason)) != OK)
		return e;
	if ((e = store_dossier_save(cx, d, true)) != OK ||
	    (e = store_decision_ask_anew(cx, d)) != OK ||
	    (e = dossier_values_write(cx, d, v->values, b, &changed)) != OK)
		return e;
	return dossier_keep_due(cx, d);
}

enum err
dossier_version_move(struct ctx *cx, struct dossier *d,
    const struct dossier_version_move *m)
{
	struct event_body *b = event_body(cx);
	const char *phase = "", *reason;
	struct dossier_version *v;
	struct undo *u = NULL;
	enum err e, f;

	if ((e = dossier_version_look(cx, d, m->version, &v)) != OK)
		return e;
	if (m->seen[0] != '\0' && strcmp(m->seen, v->seen) != 0)
		return refuse(cx, ERR_CONFLICT, "%s", _("It was changed by "
		    "somebody else meanwhile. Look at it once more."));
	f = choose_phase(cx, d, v, m->phase, &phase);
	e = keep_reason(cx, "reason", m->reason, &reason);
	if (e != OK || f != OK)
		return e != OK ? e : f;
	if ((e = undo_watch(cx, d, UNDO_ROW | UNDO_STAYS | UNDO_VALUES |
	    UNDO_DECISIONS | UNDO_TASKS, &u)) != OK ||
	    (e = write(cx, d, v, phase, reason, b)) != OK ||
	    (e = undo_step(cx, u, "dossier.version_moved")) != OK)
		return e;
	event_why(b, reason);
	return event_add(cx, d, "dossier.version_moved", b);
}
