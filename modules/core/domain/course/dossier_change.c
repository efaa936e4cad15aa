/* SPDX-License-Identifier: MIT */
/* Title, risk and the type's fields, as one form shows them. */
#include "domain/course/dossier_change.h"

#include <string.h>

#include "domain/course/decision_make.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/dossier_keep.h"
#include "domain/dossier/dossier_values.h"
#include "domain/dossier/undo.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "domain/type/casetype.h"
#include "store/db.h"
#include "store/store_dossier.h"
#include "text/message.h"

static bool
risk_ok(const struct dossier *d, int risk)
{
	const struct term *r = d->type->risks;
	int steps = 0;

	for (; r != NULL; r = r->next)
		steps++;
	return risk >= 0 && risk <= steps;
}

/* A type's list of risks, by the step's code: it says more than a number. */
static const char *
risk_code(const struct dossier *d, int risk)
{
	const struct term *r = d->type->risks;

	for (; r != NULL && risk > 1; risk--)
		r = r->next;
	return r == NULL || risk == 0 ? "" : r->code;
}

/* What a table decides a person overrides, and says why. */
static bool
by_table(const struct dossier *d)
{
	return casetype_decision(d->type, TYPE_DECISION_RISK) != NULL;
}

static enum err
check(struct ctx *cx, const struct dossier *d,
    const struct dossier_change *c, const char **title, const char **why)
{
	enum err e, f, g = OK;

	e = keep_text(cx, "title", c->title, 1, 200, false, title);
	f = by_table(d) && c->risk != d->risk && c->risk != 0 ?
	    keep_reason(cx, "why", c->why, why) :
	    keep_text(cx, "why", c->why, 0, KEEP_REASON, true, why);
	if (!risk_ok(d, c->risk))
		g = refuse_field(cx, "risk", "%s",
		    _("Choose one of the steps."));
	return e != OK ? e : f != OK ? f : g;
}

/* Another step than the table's; none: it is the table's again. */
static enum err
override(struct ctx *cx, struct dossier *d, int step, const char *why)
{
	const struct decision *made;
	int64_t no;
	enum err e;

	if (step != 0)
		return decision_make_risk(cx, d, step, why);
	if ((e = decision_made(cx, d, TYPE_DECISION_RISK, &made)) != OK)
		return e;
	return made == NULL || !made->overridden ? OK :
	    decision_make(cx, d, TYPE_DECISION_RISK, &no);
}

enum err
dossier_change(struct ctx *cx, struct dossier *d,
    const struct dossier_change *c)
{
	struct event_body *b = event_body(cx);
	struct undo *u = NULL;
	struct dossier_values *values;
	const char *title, *why;
	bool by_hand = c->risk != d->risk && !by_table(d);
	bool other = c->risk != d->risk && !by_hand;
	size_t changed;
	enum err e, f;

	if ((e = keep_open(cx, d)) != OK)
		return e;
	if (c->version != d->version)
		return db_stale(cx);
	e = check(cx, d, c, &title, &why);
	if (e != OK && e != ERR_INVALID)
		return e;
	/* Also after a mistake: every wrong field is named at once. */
	f = dossier_values_check(cx, d, c->values, false, &values);
	if (e != OK || f != OK)
		return e != OK ? e : f;
	event_change(b, "title", d->title, title);
	if (by_hand)
		event_change(b, "risk", risk_code(d, d->risk),
		    risk_code(d, c->risk));
	if ((e = undo_watch(cx, d, UNDO_ROW | UNDO_VALUES, &u)) != OK ||
	    (e = dossier_values_write(cx, d, values, b, &changed)) != OK)
		return e;
	if (changed == 0 && !by_hand && strcmp(title, d->title) == 0)
		return other ? override(cx, d, c->risk, why) : OK;
	event_why(b, why);
	d->title = title;
	if (by_hand)
		d->risk = c->risk;
	if ((e = store_dossier_save(cx, d, true)) != OK ||
	    (e = dossier_keep_due(cx, d)) != OK ||
	    (e = undo_step(cx, u, "dossier.changed")) != OK ||
	    (e = event_add(cx, d, "dossier.changed", b)) != OK)
		return e;
	return other ? override(cx, d, c->risk, why) : OK;
}
