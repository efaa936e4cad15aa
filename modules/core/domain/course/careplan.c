/* SPDX-License-Identifier: MIT */
/* Care plans: begun, agreed, revised, ended. */
#include "domain/course/careplan.h"

#include <string.h>

#include "domain/course/service.h"
#include "domain/course/service_keep.h"
#include "domain/dossier/goal.h"
#include "domain/dossier/rulepack_gate.h"
#include "domain/dossier/undo.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "store/store_careplan.h"
#include "store/store_dossier.h"
#include "store/store_goal.h"
#include "text/date.h"
#include "text/message.h"

enum err
careplan_list(struct ctx *cx, const struct dossier *d, struct careplan **out)
{
	return store_careplan_list(cx, d, out);
}

enum err
careplan_current(struct ctx *cx, const struct dossier *d,
    struct careplan **out)
{
	enum err e = store_careplan_list(cx, d, out);

	if (e == OK && *out != NULL && (*out)->state == CAREPLAN_ENDED)
		*out = NULL;
	return e;
}

enum err
careplan_open(struct ctx *cx, const struct dossier *d, int64_t no,
    struct careplan **out)
{
	enum err e;

	if ((e = store_careplan_list(cx, d, out)) != OK)
		return e;
	while (*out != NULL && (*out)->no != no)
		*out = (*out)->next;
	if (*out == NULL)
		return refuse(cx, ERR_MISSING, "%s",
		    _("This case has no such care plan."));
	return store_careplan_editions(cx, *out);
}

enum err
careplan_edition(struct ctx *cx, struct careplan *p, int64_t edition,
    struct careplan_edition **out)
{
	for (*out = p->editions; *out != NULL && (*out)->edition != edition;)
		*out = (*out)->next;
	if (*out == NULL)
		return refuse(cx, ERR_MISSING, "%s",
		    _("There is no such version of the care plan."));
	return store_careplan_lines(cx, p, *out);
}

const char *
careplan_state(enum careplan_state state)
{
	switch (state) {
	case CAREPLAN_DRAFT:
		return _("Draft");
	case CAREPLAN_AGREED:
		return _("Agreed");
	case CAREPLAN_REVISED:
		return _("Being revised");
	default:
		return _("Ended");
	}
}

enum err
careplan_may_change(struct ctx *cx, const struct careplan *p)
{
	if (p->state == CAREPLAN_ENDED)
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("This care plan has ended."));
	return p->state != CAREPLAN_AGREED ? OK : refuse(cx, ERR_CONFLICT,
	    "%s", _("This care plan is agreed with the patient. Revise it "
	    "first, and say why."));
}

enum err
careplan_may_close(struct ctx *cx, struct dossier *d)
{
	bool plan, due;
	enum err e;

	if ((e = store_careplan_open(cx, d, &plan, &due)) != OK)
		return e;
	if (plan)
		return refuse(cx, ERR_INVALID, "%s", _("The care plan is "
		    "under way. End it first, with its outcome."));
	return !due ? OK : refuse(cx, ERR_INVALID, "%s", _("Services are "
	    "still due, or follow-ups are still to come. Say what became of "
	    "them, or end them first."));
}

static enum err
tell(struct ctx *cx, struct dossier *d, struct undo *u, const char *kind,
    const struct careplan *p, struct event_body *b)
{
	enum err e;

	event_number(b, "no", p->no);
	event_fact(b, "title", p->title);
	if ((e = service_keep_within(cx, d, b, p->no)) != OK ||
	    (e = undo_step(cx, u, kind)) != OK)
		return e;
	return event_add(cx, d, kind, b);
}

enum err
careplan_add(struct ctx *cx, struct dossier *d, const char *title,
    const char *standard, struct careplan **out)
{
	struct careplan *p = arena_alloc(cx->arena, sizeof(*p)), *have;
	struct event_body *b = event_body(cx);
	struct undo *u = NULL;
	enum err e;

	*out = NULL;
	if ((e = keep_screened(cx, d)) != OK ||
	    (e = careplan_current(cx, d, &have)) != OK)
		return e;
	if (have != NULL)
		return refuse(cx, ERR_CONFLICT, _("The care plan “%s” is "
		    "under way. End it first."), have->title);
	p->standard = standard;
	p->said_by_name = cx->name;
	p->reason = "";
	p->since = cx->now;
	if ((e = keep_text(cx, "title", title, 1, 200, false,
	    &p->title)) != OK ||
	    (e = undo_watch(cx, d, UNDO_CARE, &u)) != OK ||
	    (e = store_dossier_next(cx, d, &p->no)) != OK ||
	    (e = store_careplan_add(cx, d, p)) != OK)
		return e;
	if (standard[0] != '\0')
		event_fact(b, "standard", standard);
	*out = p;
	return tell(cx, d, u, "careplan.drafted", p, b);
}

/* A day that is past, or today. */
static enum err
day_ok(struct ctx *cx, const char *typed, const char **out)
{
	const char *today = service_keep_today(cx);

	*out = typed == NULL || typed[0] == '\0' ? today : typed;
	return date_civil_ok(*out) && strcmp(*out, today) <= 0 ? OK :
	    refuse_field(cx, "day", "%s", _("Choose the day on which it was, "
	    "today at the latest."));
}

/* Keeps the next edition. */
static enum err
keep(struct ctx *cx, struct dossier *d, struct careplan *p,
    struct careplan_edition *x)
{
	enum err e;

	x->edition = p->edition + 1;
	if ((e = careplan_lines_now(cx, d, p, &x->lines)) != OK ||
	    (e = store_careplan_keep(cx, p, x)) != OK)
		return e;
	p->edition = x->edition;
	p->since = cx->now;
	return store_careplan_save(cx, p);
}

static enum err
agree_goals(struct ctx *cx, struct dossier *d)
{
	struct goal *g;
	enum err e;

	if ((e = store_goal_list(cx, d, &g)) != OK)
		return e;
	for (; g != NULL && e == OK; g = g->next)
		if (g->state == GOAL_PROPOSED)
			e = goal_agree(cx, d, g);
	return e;
}

enum err
careplan_agree(struct ctx *cx, struct dossier *d, struct careplan *p,
    const char *day, const char *who)
{
	struct careplan_edition x = { .condition = "", .worked = "" };
	struct event_body *b = event_body(cx);
	struct undo *u = NULL;
	enum err e, bad;

	if ((e = keep_open(cx, d)) != OK ||
	    (e = careplan_may_change(cx, p)) != OK)
		return e;
	bad = day_ok(cx, day, &x.day);
	if ((e = keep_text(cx, "who", who, 1, 200, false, &x.who)) != OK ||
	    (e = rulepack_gate(cx, d, "plan", "")) != OK)
		bad = e;
	if (bad != OK || (bad = agree_goals(cx, d)) != OK)
		return bad;
	p->state = CAREPLAN_AGREED;
	p->reason = "";
	if ((e = undo_watch(cx, d, UNDO_CARE, &u)) != OK ||
	    (e = keep(cx, d, p, &x)) != OK)
		return e;
	event_number(b, "edition", p->edition);
	event_fact(b, "day", x.day);
	event_fact(b, "who", x.who);
	return tell(cx, d, u, "careplan.agreed", p, b);
}

enum err
careplan_revise(struct ctx *cx, struct dossier *d, struct careplan *p,
    const char *reason)
{
	struct event_body *b = event_body(cx);
	struct undo *u = NULL;
	enum err e;

	if ((e = keep_open(cx, d)) != OK)
		return e;
	if (p->state != CAREPLAN_AGREED)
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("Only a care plan that is agreed is revised."));
	if ((e = keep_reason(cx, "reason", reason, &p->reason)) != OK ||
	    (e = undo_watch(cx, d, UNDO_CARE, &u)) != OK)
		return e;
	p->state = CAREPLAN_REVISED;
	p->since = cx->now;
	if ((e = store_careplan_save(cx, p)) != OK)
		return e;
	event_why(b, p->reason);
	return tell(cx, d, u, "careplan.revised", p, b);
}

enum err
careplan_end(struct ctx *cx, struct dossier *d, struct careplan *p,
    const struct careplan_outcome *n)
{
	struct careplan_edition x = { .ended = true, .who = "" };
	struct event_body *b = event_body(cx);
	struct undo *u = NULL;
	int64_t reached, all;
	enum err e, bad;

	if ((e = keep_open(cx, d)) != OK)
		return e;
	if (p->state == CAREPLAN_ENDED)
		return careplan_may_change(cx, p);
	bad = day_ok(cx, n->day, &x.day);
	if ((e = keep_text(cx, "condition", n->condition, 1, KEEP_TEXT, true,
	    &x.condition)) != OK)
		bad = e;
	if ((e = keep_text(cx, "worked", n->worked, 0, KEEP_TEXT, true,
	    &x.worked)) != OK)
		bad = e;
	if (bad != OK)
		return bad;
	if ((e = undo_watch(cx, d, UNDO_CARE, &u)) != OK ||
	    (e = service_discharge(cx, d, p, x.day)) != OK)
		return e;
	p->state = CAREPLAN_ENDED;
	p->reason = "";
	if ((e = keep(cx, d, p, &x)) != OK)
		return e;
	careplan_lines_goals(x.lines, &reached, &all);
	event_fact(b, "day", x.day);
	event_number(b, "edition", p->edition);
	event_number(b, "reached", reached);
	event_number(b, "goals", all);
	event_after(b, "condition", x.condition);
	event_after(b, "worked", x.worked);
	return tell(cx, d, u, "careplan.ended", p, b);
}

enum err
careplan_ties(struct ctx *cx, const struct dossier *d,
    struct careplan_ties **out)
{
	return store_careplan_ties(cx, d, out);
}

enum err
careplan_tie(struct ctx *cx, struct dossier *d, int64_t goal,
    int64_t problem, bool on)
{
	struct event_body *b = event_body(cx);
	const char *kind = on ? "careplan.tied" : "careplan.untied";
	struct undo *u = NULL;
	struct goal *g;
	enum err e;

	if ((e = keep_open(cx, d)) != OK ||
	    (e = goal_open(cx, d, goal, &g)) != OK ||
	    (e = undo_watch(cx, d, UNDO_CARE, &u)) != OK ||
	    (e = on ? store_careplan_tie(cx, g->id, problem) :
	    store_careplan_untie(cx, g->id, problem)) != OK ||
	    (e = undo_step(cx, u, kind)) != OK)
		return e;
	event_number(b, "no", g->no);
	event_fact(b, "title", g->title);
	event_number(b, "problem", problem);
	if ((e = service_keep_within(cx, d, b, g->no)) != OK)
		return e;
	return event_add(cx, d, kind, b);
}
