/* SPDX-License-Identifier: MIT */
/* Phases are entered in any order, again and again; each move says why. */
#include <string.h>

#include "domain/dossier/dossier.h"
#include "domain/dossier/dossier_keep.h"
#include "domain/dossier/rulepack_gate.h"
#include "domain/dossier/undo.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "domain/type/casetype.h"
#include "store/store_dossier.h"
#include "store/store_phase.h"
#include "text/message.h"

static bool
visited(const struct dossier *d, const char *phase)
{
	const struct phase *p = d->phases;

	while (p != NULL && strcmp(p->code, phase) != 0)
		p = p->next;
	return p != NULL;
}

/* Codes of the phases that a move forward leaves out for the first time. */
static const char *
skipped(struct ctx *cx, const struct dossier *d, const char *to)
{
	const struct term *p = casetype_term(d->type->phases, d->phase);
	const char *codes = "";

	if (p == NULL || casetype_term(p, to) == NULL)
		return codes;
	for (p = p->next; strcmp(p->code, to) != 0; p = p->next)
		if (!visited(d, p->code))
			codes = arena_printf(cx->arena, "%s%s%s", codes,
			    codes[0] == '\0' ? "" : " ", p->code);
	return codes;
}

enum err
dossier_move(struct ctx *cx, struct dossier *d, const char *phase,
    const char *reason)
{
	const struct term *to = casetype_term(d->type->phases, phase);
	struct event_body *b = event_body(cx);
	struct undo *u = NULL;
	enum err e, f = OK;

	if ((e = keep_screened(cx, d)) != OK)
		return e;
	if (to == NULL)
		f = refuse_field(cx, "phase", "%s",
		    _("Choose one of the phases."));
	else if (strcmp(phase, d->phase) == 0)
		f = refuse_field(cx, "phase", "%s",
		    _("This case is in that phase already. Choose another."));
	e = keep_reason(cx, "reason", reason, &reason);
	if (e != OK || f != OK)
		return e != OK ? e : f;
	if ((e = rulepack_gate_phase(cx, d, to->code, "phase")) != OK ||
	    (e = store_phase_list(cx, d)) != OK ||
	    (e = undo_watch(cx, d, UNDO_ROW | UNDO_STAYS, &u)) != OK)
		return e;
	event_before(b, "phase", d->phase);
	event_after(b, "phase", to->code);
	if (skipped(cx, d, to->code)[0] != '\0')
		event_fact(b, "skipped", skipped(cx, d, to->code));
	event_why(b, reason);
	if ((e = dossier_keep_phase(cx, d, to->code, cx->now,
	    reason)) != OK ||
	    (e = store_dossier_save(cx, d, false)) != OK ||
	    (e = undo_step(cx, u, "phase.moved")) != OK)
		return e;
	return event_add(cx, d, "phase.moved", b);
}
