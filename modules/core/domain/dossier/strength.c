/* SPDX-License-Identifier: MIT */
/* What a patient can do and wants. */
#include "domain/dossier/strength.h"

#include <string.h>

#include "domain/dossier/undo.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "rules/type/rulepack.h"
#include "store/store_dossier.h"
#include "store/store_goal.h"
#include "store/store_strength.h"
#include "text/date.h"
#include "text/message.h"

#define NAME 200	/* characters of who said it */

const char *const strength_areas[] = { STRENGTH_AREAS, NULL };

const char *
strength_area(const char *code)
{
	static const char *const words[] = { N_("Daily life"), N_("Health"),
	    N_("Family and friends"), N_("Home"), N_("Work"),
	    N_("Learning"), N_("Leisure"), N_("Money"), N_("Faith and "
	    "meaning") };
	size_t i;

	for (i = 0; strength_areas[i] != NULL; i++)
		if (strcmp(strength_areas[i], code) == 0)
			return _(words[i]);
	return "";
}

const char *
strength_who(const struct strength *x)
{
	return x->said_by[0] == '\0' ? _("the patient") : x->said_by;
}

bool
strength_first(const struct dossier *d)
{
	return rulepack_find(d->type->rules, RULEPACK_FIRST,
	    "strengths") != NULL;
}

enum err
strength_list(struct ctx *cx, const struct dossier *d,
    struct strength **out)
{
	return store_strength_list(cx, d, out);
}

enum err
strength_open(struct ctx *cx, const struct dossier *d, int64_t no,
    struct strength **out)
{
	enum err e = store_strength_find(cx, d, no, out);

	return e != OK || *out != NULL ? e : refuse(cx, ERR_MISSING, "%s",
	    _("This case has no such strength or personal goal."));
}

static enum err
goal_of(struct ctx *cx, const struct dossier *d,
    const struct strength_new *n, struct strength *x)
{
	struct goal *g;
	enum err e;

	x->goal = 0;
	if (!x->wish || n->goal == 0)
		return OK;
	if ((e = store_goal_find(cx, d, n->goal, &g)) != OK)
		return e;
	if (g == NULL)
		return refuse_field(cx, "goal", "%s",
		    _("Choose a goal of this case."));
	x->goal = g->no;
	x->goal_title = g->title;
	return OK;
}

static enum err
fill(struct ctx *cx, const struct dossier *d, const struct strength_new *n,
    struct strength *x)
{
	const char *today = date_today(cx->arena, cx->zone, cx->now);
	enum err e, bad = OK;

	x->area = n->area;
	if (n->area[0] != '\0' && strength_area(n->area)[0] == '\0')
		bad = refuse_field(cx, "area", "%s",
		    _("Choose one of the areas."));
	if ((e = keep_text(cx, "words", n->words, 1, KEEP_TEXT, true,
	    &x->words)) != OK)
		bad = e;
	if ((e = keep_text(cx, "said_by", n->said_by, 0, NAME, false,
	    &x->said_by)) != OK)
		bad = e;
	x->said = n->said[0] == '\0' ? today : n->said;
	if (!date_civil_ok(x->said) || strcmp(x->said, today) > 0)
		bad = refuse_field(cx, "said", "%s", _("Write the day on "
		    "which it was said, today at the latest."));
	if ((e = goal_of(cx, d, n, x)) != OK)
		bad = e;
	return bad;
}

static enum err
tell(struct ctx *cx, struct dossier *d, struct undo *u, const char *kind,
    const struct strength *x)
{
	struct event_body *b = event_body(cx);
	enum err e;

	event_number(b, "no", x->no);
	event_fact(b, "of", x->wish ? "wish" : "strength");
	event_fact(b, "words", x->words);
	event_fact(b, "said_by", x->said_by);
	event_fact(b, "said", x->said);
	if (x->ended[0] != '\0')
		event_why(b, x->why);
	if ((e = undo_step(cx, u, kind)) != OK)
		return e;
	return event_add(cx, d, kind, b);
}

enum err
strength_add(struct ctx *cx, struct dossier *d, const struct strength_new *n,
    struct strength **out)
{
	struct strength *x = arena_alloc(cx->arena, sizeof(*x));
	struct undo *u = NULL;
	enum err e;

	*out = NULL;
	x->wish = n->wish;
	x->ended = x->why = x->goal_title = "";
	if ((e = keep_open(cx, d)) != OK ||
	    (e = fill(cx, d, n, x)) != OK ||
	    (e = undo_watch(cx, d, UNDO_STRENGTHS, &u)) != OK ||
	    (e = store_dossier_next(cx, d, &x->no)) != OK ||
	    (e = store_strength_add(cx, d, x)) != OK)
		return e;
	*out = x;
	return tell(cx, d, u, "strength.noted", x);
}

static enum err
still_holds(struct ctx *cx, const struct strength *x)
{
	return x->ended[0] == '\0' ? OK : refuse(cx, ERR_CONFLICT, "%s",
	    _("This was taken out already."));
}

enum err
strength_change(struct ctx *cx, struct dossier *d, struct strength *x,
    const struct strength_new *n, int64_t version)
{
	struct undo *u = NULL;
	enum err e;

	if ((e = keep_open(cx, d)) != OK ||
	    (e = still_holds(cx, x)) != OK ||
	    (e = fill(cx, d, n, x)) != OK ||
	    (e = undo_watch(cx, d, UNDO_STRENGTHS, &u)) != OK ||
	    (e = store_strength_save(cx, d, x, version)) != OK)
		return e;
	return tell(cx, d, u, "strength.changed", x);
}

enum err
strength_end(struct ctx *cx, struct dossier *d, struct strength *x,
    const char *why)
{
	struct undo *u = NULL;
	enum err e;

	if ((e = keep_open(cx, d)) != OK ||
	    (e = still_holds(cx, x)) != OK ||
	    (e = keep_reason(cx, "why", why, &x->why)) != OK)
		return e;
	x->ended = date_today(cx->arena, cx->zone, cx->now);
	if ((e = undo_watch(cx, d, UNDO_STRENGTHS, &u)) != OK ||
	    (e = store_strength_save(cx, d, x, x->version)) != OK)
		return e;
	return tell(cx, d, u, "strength.ended", x);
}
