/* SPDX-License-Identifier: MIT */
/* Goals: made, changed, agreed, reached, given up. */
#include "domain/dossier/goal.h"

#include <string.h>

#include "domain/dossier/dossier_keep.h"
#include "domain/dossier/goal_keep.h"
#include "domain/dossier/undo.h"
#include "domain/spine/keep.h"
#include "store/db.h"
#include "store/store_dossier.h"
#include "store/store_goal.h"
#include "text/date.h"
#include "text/fold.h"
#include "text/message.h"
#include "text/number.h"

#define FIRST_STEPS 20
#define LARGEST INT64_C(999999999999999)	/* scaled, either way */

int
goal_percent(const struct goal *g)
{
	int64_t whole, done;

	if (g->measure == GOAL_STEPS)
		return g->steps_count == 0 ? 0 :
		    (int)(g->steps_done * 100 / g->steps_count);
	if (g->measure == GOAL_YESNO)
		return g->present != 0 ? 100 : 0;
	whole = g->target - g->start;
	done = g->present - g->start;
	if (whole < 0) {
		whole = -whole;
		done = -done;
	}
	if (done <= 0 || whole == 0)
		return 0;
	return done >= whole ? 100 : (int)(done * 100 / whole);
}

bool
goal_is_met(const struct goal *g)
{
	return (g->measure == GOAL_STEPS || g->measured) &&
	    goal_percent(g) == 100;
}

bool
goal_is_open(const struct goal *g)
{
	return g->state == GOAL_PROPOSED || g->state == GOAL_AGREED;
}

bool
goal_is_late(const struct ctx *cx, const struct goal *g)
{
	return goal_is_open(g) && strcmp(g->due, date_today(cx->arena,
	    cx->zone, cx->now)) < 0;
}

const char *
goal_keep_amount(struct ctx *cx, const struct goal *g, int64_t n)
{
	const char *plain = number_plain(cx->arena, n, g->decimals);

	return g->unit[0] == '\0' ? plain :
	    arena_printf(cx->arena, "%s %s", plain, g->unit);
}

struct event_body *
goal_keep_body(struct ctx *cx, const struct goal *g)
{
	struct event_body *b = event_body(cx);

	event_number(b, "no", g->no);
	event_fact(b, "title", g->title);
	return b;
}

enum err
goal_keep_open(struct ctx *cx, const struct dossier *d, const struct goal *g)
{
	enum err e;

	if ((e = keep_open(cx, d)) != OK)
		return e;
	if (g->state == GOAL_GIVEN_UP)
		return refuse(cx, ERR_CONFLICT, "%s", _("This goal was given "
		    "up. Take it up again first."));
	if (g->state == GOAL_REACHED && g->said_by != 0 && !goal_is_met(g))
		return refuse(cx, ERR_CONFLICT, "%s", _("This goal is "
		    "reached. Take it up again first."));
	return OK;
}

enum err
goal_list(struct ctx *cx, const struct dossier *d, struct goal **out)
{
	enum err e;

	if ((e = store_goal_list(cx, d, out)) != OK || *out == NULL)
		return e;
	return store_goal_steps(cx, d, *out, 0);
}

enum err
goal_open(struct ctx *cx, const struct dossier *d, int64_t no,
    struct goal **out)
{
	enum err e;

	if ((e = store_goal_find(cx, d, no, out)) != OK)
		return e;
	if (*out == NULL)
		return refuse(cx, ERR_MISSING, "%s",
		    _("This case has no such goal."));
	if ((e = store_goal_steps(cx, d, *out, no)) != OK)
		return e;
	return store_goal_values(cx, *out);
}

/* From and target of a number. */
static enum err
fill_number(struct ctx *cx, const struct goal_new *n, struct goal *g)
{
	enum err e;

	if ((e = keep_text(cx, "unit", n->unit, 0, 40, false,
	    &g->unit)) != OK)
		return e;
	g->decimals = n->decimals;
	g->start = n->start;
	g->target = n->target;
	if (g->decimals < 0 || g->decimals > 6 || g->start < -LARGEST ||
	    g->start > LARGEST || g->target < -LARGEST || g->target > LARGEST)
		return refuse_field(cx, "target", "%s",
		    _("This number is too large."));
	if (g->start == g->target)
		return refuse_field(cx, "target", "%s", _("The target is "
		    "where it begins. Say which number is to be reached."));
	return OK;
}

static enum err
fill_measure(struct ctx *cx, const struct goal_new *n, struct goal *g)
{
	bool kept = g->measured &&
	    (n->measure != g->measure || (n->measure == GOAL_NUMBER &&
	    n->decimals != g->decimals));

	if (n->measure < GOAL_NUMBER || n->measure > GOAL_STEPS)
		return refuse_field(cx, "measure", "%s",
		    _("Choose how it is measured."));
	if (kept)
		return refuse_field(cx, "measure", "%s", _("It has been "
		    "measured already, so how it is measured stays. Give "
		    "this goal up and add another one instead."));
	g->measure = n->measure;
	if (n->measure == GOAL_NUMBER)
		return fill_number(cx, n, g);
	g->unit = "";
	g->decimals = 0;
	g->start = 0;
	g->target = n->measure == GOAL_YESNO;
	return OK;
}

/* A day that was past already may stay. */
static enum err
fill_due(struct ctx *cx, const struct goal_new *n, struct goal *g)
{
	const char *before = g->due;

	if (n->due == NULL || n->due[0] == '\0')
		return refuse_field(cx, "due", "%s", _("Say by which day it "
		    "is to be reached."));
	if (!date_civil_ok(n->due))
		return refuse_field(cx, "due", "%s",
		    _("This date cannot be. Correct it."));
	g->due = n->due;
	if (strcmp(before, g->due) != 0 && strcmp(g->due,
	    date_today(cx->arena, cx->zone, cx->now)) < 0)
		return refuse_field(cx, "due", "%s", _("This day is past. "
		    "Choose one that is still to come."));
	return OK;
}

/* Checks what was typed into g; who is let in has an event by that, so the
 * owner comes last. */
static enum err
fill(struct ctx *cx, struct dossier *d, const struct goal_new *n,
    struct goal *g)
{
	enum err e, bad = OK;

	if ((e = keep_text(cx, "title", n->title, 1, 200, false,
	    &g->title)) != OK)
		bad = e;
	if ((e = keep_text(cx, "purpose", n->purpose, 0, KEEP_REASON, true,
	    &g->purpose)) != OK)
		bad = e;
	if ((e = fill_measure(cx, n, g)) != OK)
		bad = e;
	if ((e = fill_due(cx, n, g)) != OK)
		bad = e;
	if (n->owner == 0)
		bad = refuse_field(cx, "owner", "%s",
		    _("Choose who looks after it."));
	if (bad != OK || n->owner == g->owner)
		return bad;
	g->owner = n->owner;
	return dossier_keep_admit(cx, d, "owner", g->owner, &g->owner_name);
}

/* What its measure is, for the log. */
static void
tell_measure(struct ctx *cx, struct event_body *b, const struct goal *old,
    const struct goal *g)
{
	static const char *const words[] = { GOAL_MEASURES };
	bool is = g->measure == GOAL_NUMBER;
	bool was = old != NULL && old->measure == GOAL_NUMBER;

	event_change(b, "measure", old == NULL ? "" : words[old->measure],
	    words[g->measure]);
	event_change(b, "start", !was ? "" : goal_keep_amount(cx, old,
	    old->start), !is ? "" : goal_keep_amount(cx, g, g->start));
	event_change(b, "target", !was ? "" : goal_keep_amount(cx, old,
	    old->target), !is ? "" : goal_keep_amount(cx, g, g->target));
}

static void
enter(struct ctx *cx, struct goal *g, enum goal_state state,
    const char *reason)
{
	g->state = state;
	g->since = cx->now;
	g->said_by = cx->viewer;
	g->reason = reason;
}

/* One a line; *titles is for the log. */
static enum err
first_steps(struct ctx *cx, const char *lines, struct goal *g,
    const char **titles)
{
	struct goal_step **tail = &g->steps, *s;
	size_t len;

	for (*titles = ""; *lines != '\0'; lines += len +
	    strspn(lines + len, "\r\n")) {
		len = strcspn(lines, "\r\n");
		s = arena_alloc(cx->arena, sizeof(*s));
		s->title = fold_tidy(cx->arena, arena_textn(cx->arena, lines,
		    len), false);
		if (s->title[0] == '\0')
			continue;
		if (++g->steps_count > FIRST_STEPS)
			return refuse_field(cx, "steps", _("Name at most %d "
			    "steps here; others can be added later."),
			    FIRST_STEPS);
		if (fold_length(s->title) > 200)
			return refuse_field(cx, "steps", "%s", _("A step has "
			    "at most 200 characters."));
		*tail = s;
		tail = &s->next;
		*titles = arena_printf(cx->arena, "%s%s%s", *titles,
		    (*titles)[0] == '\0' ? "" : " · ", s->title);
	}
	return OK;
}

static enum err
write_steps(struct ctx *cx, const struct goal *g)
{
	struct goal_step *s;
	enum err e = OK;

	for (s = g->steps; s != NULL && e == OK; s = s->next)
		e = store_goal_step_add(cx, g, s);
	return e;
}

enum err
goal_add(struct ctx *cx, struct dossier *d, const struct goal_new *n,
    struct goal **out)
{
	struct goal *g = arena_alloc(cx->arena, sizeof(*g));
	const char *steps;
	struct event_body *b;
	struct undo *u = NULL;
	enum err e;

	*out = NULL;
	g->code = n->code == NULL ? "" : n->code;
	g->due = "";
	g->created = cx->now;
	g->version = 1;
	enter(cx, g, n->agreed ? GOAL_AGREED : GOAL_PROPOSED, "");
	if ((e = keep_screened(cx, d)) != OK ||
	    (e = first_steps(cx, n->steps == NULL ? "" : n->steps, g,
	    &steps)) != OK ||
	    (e = fill(cx, d, n, g)) != OK ||
	    (e = undo_watch(cx, d, UNDO_GOALS, &u)) != OK ||
	    (e = store_dossier_next(cx, d, &g->no)) != OK ||
	    (e = store_goal_add(cx, d, g)) != OK ||
	    (e = write_steps(cx, g)) != OK ||
	    (e = undo_step(cx, u, "goal.added")) != OK)
		return e;
	b = goal_keep_body(cx, g);
	if (n->agreed)
		event_fact(b, "agreed", "1");
	tell_measure(cx, b, NULL, g);
	if (steps[0] != '\0')
		event_after(b, "steps", steps);
	event_after(b, "goal_due", g->due);
	event_after(b, "owner", g->owner_name);
	*out = g;
	return event_add(cx, d, "goal.added", b);
}

enum err
goal_change(struct ctx *cx, struct dossier *d, struct goal *g,
    const struct goal_new *n, int64_t version)
{
	struct goal old = *g, new = *g;
	struct event_body *b;
	struct undo *u = NULL;
	enum err e;

	if ((e = goal_keep_open(cx, d, g)) != OK)
		return e;
	if (version != g->version)
		return db_stale(cx);
	if ((e = fill(cx, d, n, &new)) != OK)
		return e;
	*g = new;
	if ((e = undo_watch(cx, d, UNDO_GOALS, &u)) != OK ||
	    (e = store_goal_save(cx, g)) != OK ||
	    (e = undo_step(cx, u, "goal.changed")) != OK)
		return e;
	b = goal_keep_body(cx, g);
	event_change(b, "title", old.title, g->title);
	event_change(b, "purpose", old.purpose, g->purpose);
	tell_measure(cx, b, &old, g);
	event_change(b, "goal_due", old.due, g->due);
	event_change(b, "owner", old.owner_name, g->owner_name);
	return event_add(cx, d, "goal.changed", b);
}

static enum err
say(struct ctx *cx, struct dossier *d, struct goal *g, enum goal_state state,
    const char *kind, const char *why)
{
	struct event_body *b = goal_keep_body(cx, g);
	struct undo *u = NULL;
	enum err e;

	enter(cx, g, state, why);
	event_why(b, why);
	if ((e = undo_watch(cx, d, UNDO_GOALS, &u)) != OK ||
	    (e = store_goal_save(cx, g)) != OK ||
	    (e = undo_step(cx, u, kind)) != OK)
		return e;
	return event_add(cx, d, kind, b);
}

enum err
goal_agree(struct ctx *cx, struct dossier *d, struct goal *g)
{
	enum err e;

	if ((e = goal_keep_open(cx, d, g)) != OK)
		return e;
	if (g->state != GOAL_PROPOSED)
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("This goal is agreed already."));
	return say(cx, d, g, GOAL_AGREED, "goal.agreed", "");
}

enum err
goal_reach(struct ctx *cx, struct dossier *d, struct goal *g,
    const char *note)
{
	enum err e;

	if ((e = goal_keep_open(cx, d, g)) != OK ||
	    (e = keep_text(cx, "note", note, 0, KEEP_REASON, true,
	    &note)) != OK)
		return e;
	if (g->state == GOAL_REACHED)
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("This goal is reached already."));
	return say(cx, d, g, GOAL_REACHED, "goal.reached", note);
}

enum err
goal_give_up(struct ctx *cx, struct dossier *d, struct goal *g,
    const char *reason)
{
	enum err e;

	if ((e = goal_keep_open(cx, d, g)) != OK)
		return e;
	if (!goal_is_open(g))
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("This goal is reached already."));
	if ((e = keep_reason(cx, "reason", reason, &reason)) != OK)
		return e;
	return say(cx, d, g, GOAL_GIVEN_UP, "goal.given_up", reason);
}

enum err
goal_reopen(struct ctx *cx, struct dossier *d, struct goal *g,
    const char *reason)
{
	enum err e;

	if ((e = keep_open(cx, d)) != OK)
		return e;
	if (goal_is_open(g))
		return refuse(cx, ERR_CONFLICT, "%s", _("This goal is "
		    "neither reached nor given up."));
	if (g->state == GOAL_REACHED && goal_is_met(g))
		return refuse(cx, ERR_CONFLICT, "%s", _("It is reached by "
		    "what was measured. Change its target or its steps to "
		    "go on."));
	if ((e = keep_reason(cx, "reason", reason, &reason)) != OK)
		return e;
	return say(cx, d, g, GOAL_AGREED, "goal.reopened", reason);
}
