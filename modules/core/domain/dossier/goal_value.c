/* SPDX-License-Identifier: MIT */
/* How far a goal is, day by day. */
#include <string.h>

#include "domain/dossier/goal.h"
#include "domain/dossier/goal_keep.h"
#include "domain/dossier/undo.h"
#include "domain/spine/keep.h"
#include "store/store_goal.h"
#include "text/date.h"
#include "text/message.h"

#define LARGEST INT64_C(999999999999999)

static enum err
fit(struct ctx *cx, const struct goal *g, const struct goal_value *v)
{
	if (g->measure == GOAL_STEPS)
		return refuse(cx, ERR_CONFLICT, "%s", _("This goal is "
		    "measured by its steps. Tick these."));
	if (v->value < -LARGEST || v->value > LARGEST)
		return refuse_field(cx, "value", "%s",
		    _("This number is too large."));
	if (g->measure == GOAL_YESNO && v->value != 0 && v->value != 1)
		return refuse_field(cx, "value", "%s", _("Say yes or no."));
	if (!date_civil_ok(v->measured))
		return refuse_field(cx, "measured", "%s",
		    _("This date cannot be. Correct it."));
	if (strcmp(v->measured, date_today(cx->arena, cx->zone,
	    cx->now)) > 0)
		return refuse_field(cx, "measured", "%s", _("This day is "
		    "still to come. Say when it was measured."));
	return OK;
}

enum err
goal_value_add(struct ctx *cx, struct dossier *d, struct goal *g,
    int64_t value, const char *measured, const char *note)
{
	struct goal_value *v = arena_alloc(cx->arena, sizeof(*v));
	struct event_body *b = goal_keep_body(cx, g);
	struct undo *u = NULL;
	enum err e;

	v->value = value;
	v->measured = measured;
	v->entered = cx->now;
	if ((e = goal_keep_open(cx, d, g)) != OK ||
	    (e = fit(cx, g, v)) != OK ||
	    (e = keep_text(cx, "note", note, 0, KEEP_REASON, true,
	    &v->note)) != OK ||
	    (e = undo_watch(cx, d, UNDO_GOALS, &u)) != OK ||
	    (e = store_goal_value_add(cx, g, v)) != OK ||
	    (e = undo_step(cx, u, "goal.measured")) != OK)
		return e;
	if (g->measure == GOAL_YESNO)
		event_fact(b, "yes", value != 0 ? "1" : "0");
	else
		event_fact(b, "value", goal_keep_amount(cx, g, value));
	event_fact(b, "measured", measured);
	event_why(b, v->note);
	return event_add(cx, d, "goal.measured", b);
}
