/* SPDX-License-Identifier: MIT */
/* What is to be done: made, changed, claimed, handed on, done. */
#include "domain/course/task.h"

#include "domain/course/approval_plan.h"
#include "domain/course/clearance_field.h"
#include "domain/course/filled.h"
#include "domain/course/plan.h"
#include "domain/dossier/dossier_keep.h"
#include "domain/dossier/undo.h"
#include "domain/people/absence.h"
#include "domain/people/compartment.h"
#include "domain/people/notice.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "store/db.h"
#include "store/store_dossier.h"
#include "store/store_person.h"
#include "store/store_task.h"
#include "text/message.h"
#include "text/number.h"

static const char *
plain(struct ctx *cx, int64_t n)
{
	return n == 0 ? "" : number_plain(cx->arena, n, 0);
}

/* Each event of a task says which one it was. */
static struct event_body *
body_of(struct ctx *cx, const struct task *t)
{
	struct event_body *b = event_body(cx);

	event_for(b, t->for_whom);
	event_number(b, "no", t->no);
	event_fact(b, "title", t->title);
	event_within(b, t->no, t->compartment);
	event_count(b, "item", t->item);
	if (t->used[0] != '\0')
		event_fact(b, "used", t->used);
	return b;
}

static enum err
team_ok(struct ctx *cx, struct task *t)
{
	struct team *team;
	enum err e;

	t->team_name = "";
	if (t->team == 0)
		return OK;
	if ((e = store_person_teams(cx, &team)) != OK)
		return e;
	while (team != NULL && team->id != t->team)
		team = team->next;
	if (team == NULL)
		return refuse_field(cx, "team", "%s",
		    _("Choose one of the teams."));
	t->team_name = team->name;
	return OK;
}

/* Checks what was typed into t; an owner who is let in has an event then,
 * so the owner comes last, when everything else is fit. */
static enum err
fill(struct ctx *cx, struct dossier *d, const struct task_new *n,
    struct task *t)
{
	int64_t owner = t->owner;
	enum err e, bad = OK;

	if ((e = keep_text(cx, "title", n->title, 1, 200, false,
	    &t->title)) != OK)
		bad = e;
	if ((e = keep_text(cx, "instructions", n->instructions, 0,
	    10000, true, &t->instructions)) != OK)
		bad = e;
	t->priority = n->priority == 0 ? PRIORITY_NORMAL : n->priority;
	if (t->priority < PRIORITY_LOW || t->priority > PRIORITY_HIGH)
		bad = refuse_field(cx, "priority", "%s",
		    _("Choose one of the priorities."));
	t->due = n->due;
	if (t->due < 0 || t->due >= STORE_TASK_NEVER)
		bad = refuse_field(cx, "due", "%s",
		    _("This date cannot be. Correct it."));
	t->owner = n->owner;
	t->team = n->team;
	if (t->owner == 0 && t->team == 0)
		bad = refuse_field(cx, "owner", "%s",
		    _("Choose a person or a team that is to do it."));
	if ((e = team_ok(cx, t)) != OK)
		bad = e;
	if (bad != OK)
		return bad;
	if (t->owner == 0) {
		t->owner_name = "";
		return OK;
	}
	if (t->owner == owner)
		return OK;
	e = dossier_keep_admit(cx, d, "owner", t->owner, &t->owner_name);
	return e != OK ? e : compartment_admits(cx, t->compartment, "owner",
	    t->owner, t->owner_name);
}

enum err
task_add(struct ctx *cx, struct dossier *d, const struct task_new *n,
    struct task **out)
{
	struct task *t = arena_alloc(cx->arena, sizeof(*t));
	struct event_body *b;
	struct undo *u = NULL;
	enum err e;

	*out = NULL;
	t->result = t->done_by = t->delegator_name = "";
	t->used = t->ended = "";
	t->dossier_number = d->number;
	t->dossier_title = d->title;
	t->created = cx->now;
	t->version = 1;
	if ((e = keep_screened(cx, d)) != OK ||
	    (e = fill(cx, d, n, t)) != OK ||
	    (e = store_dossier_next(cx, d, &t->no)) != OK ||
	    (e = undo_watch_task(cx, d, t->no, &u)) != OK ||
	    (e = store_task_add(cx, d, t)) != OK ||
	    (e = dossier_keep_due(cx, d)) != OK ||
	    (e = notice_work(cx, d, t->owner, t->no)) != OK ||
	    (e = undo_step(cx, u, "task.added")) != OK)
		return e;
	b = body_of(cx, t);
	if (t->owner != 0)
		event_after(b, "owner", t->owner_name);
	if (t->team != 0)
		event_after(b, "team", t->team_name);
	if (t->due != 0)
		event_after(b, "due", plain(cx, t->due));
	*out = t;
	return event_add(cx, d, "task.added", b);
}

enum err
task_fit(struct ctx *cx, struct dossier *d, const struct task_new *n,
    struct task **out)
{
	struct task_new what = *n;

	if (what.owner == 0 && what.team == 0)
		what.team = d->team;
	*out = arena_alloc(cx->arena, sizeof(**out));
	return fill(cx, d, &what, *out);
}

enum err
task_open(struct ctx *cx, const struct dossier *d, int64_t no,
    struct task **out)
{
	enum err e;

	if ((e = store_task_find(cx, d, no, out)) != OK)
		return e;
	if (*out == NULL)
		return refuse(cx, ERR_MISSING, "%s",
		    _("This case has no such task."));
	if (absence_stands_in(cx, (*out)->owner, d->type->code))
		(*out)->for_whom = (*out)->owner;
	return plan_task_show(cx, *out);
}

/* A task that is not done, on a dossier that is worked on. */
static enum err
undone(struct ctx *cx, const struct dossier *d, const struct task *t)
{
	enum err e;

	if ((e = keep_open(cx, d)) != OK)
		return e;
	if (t->ended[0] != '\0')
		return refuse(cx, ERR_CONFLICT, "%s", _("The plan of this "
		    "case has ended this task or put it on hold. Look at "
		    "the plan: it says why."));
	if (t->done != 0)
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("This task is done already."));
	return OK;
}

enum err
task_change(struct ctx *cx, struct dossier *d, struct task *t,
    const struct task_new *n, int64_t version)
{
	struct task old = *t, new = *t;
	struct event_body *b;
	enum err e;

	if ((e = undone(cx, d, t)) != OK)
		return e;
	if (version != t->version)
		return db_stale(cx);
	if ((e = fill(cx, d, n, &new)) != OK)
		return e;
	/* Given to somebody else by hand, it comes back to nobody. */
	if (new.owner != old.owner) {
		new.delegator = 0;
		new.delegator_name = "";
	}
	*t = new;
	b = body_of(cx, t);
	event_change(b, "title", old.title, t->title);
	event_change(b, "instructions", old.instructions, t->instructions);
	event_change(b, "owner", old.owner_name, t->owner_name);
	event_change(b, "team", old.team_name, t->team_name);
	event_change(b, "priority", plain(cx, old.priority),
	    plain(cx, t->priority));
	event_change(b, "due", plain(cx, old.due), plain(cx, t->due));
	if ((e = store_task_save(cx, t, 0)) != OK ||
	    (e = dossier_keep_due(cx, d)) != OK ||
	    (t->owner != old.owner &&
	    (e = notice_work(cx, d, t->owner, t->no)) != OK))
		return e;
	return event_add(cx, d, "task.changed", b);
}

/* Another owner by an act of its own. */
static enum err
give(struct ctx *cx, struct dossier *d, struct task *t, int64_t owner,
    const char *name, const char *kind, const char *why)
{
	struct event_body *b = body_of(cx, t);
	struct undo *u = NULL;
	enum err e;

	event_change(b, "owner", t->owner_name, name);
	event_why(b, why);
	t->owner = owner;
	t->owner_name = name;
	if ((e = undo_watch_task(cx, d, t->no, &u)) != OK ||
	    (e = store_task_save(cx, t, 0)) != OK ||
	    (e = notice_work(cx, d, t->owner, t->no)) != OK ||
	    (e = undo_step(cx, u, kind)) != OK)
		return e;
	return event_add(cx, d, kind, b);
}

enum err
task_claim(struct ctx *cx, struct dossier *d, struct task *t)
{
	const char *name;
	enum err e;

	if ((e = undone(cx, d, t)) != OK)
		return e;
	if (t->owner == cx->viewer)
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("This task is yours already."));
	if (t->owner != 0)
		return refuse(cx, ERR_CONFLICT,
		    _("%s has taken this task already."), t->owner_name);
	if ((e = dossier_keep_admit(cx, d, "owner", cx->viewer,
	    &name)) != OK)
		return e;
	return give(cx, d, t, cx->viewer, name, "task.claimed", "");
}

enum err
task_release(struct ctx *cx, struct dossier *d, struct task *t,
    const char *why)
{
	enum err e;

	if ((e = undone(cx, d, t)) != OK ||
	    (e = keep_text(cx, "why", why, 0, KEEP_REASON, true,
	    &why)) != OK)
		return e;
	if (t->owner == 0)
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("Nobody has taken this task."));
	/* It must not fall between all chairs. */
	if (t->team == 0) {
		t->team = d->team;
		t->team_name = d->team_name;
	}
	t->delegator = 0;
	t->delegator_name = "";
	return give(cx, d, t, 0, "", "task.released", why);
}

enum err
task_delegate(struct ctx *cx, struct dossier *d, struct task *t,
    int64_t person, const char *why)
{
	const char *name;
	enum err e;

	if ((e = undone(cx, d, t)) != OK ||
	    (e = keep_text(cx, "why", why, 0, KEEP_REASON, true,
	    &why)) != OK)
		return e;
	if (person == t->owner)
		return refuse_field(cx, "person", "%s",
		    _("This task is theirs already. Choose somebody else."));
	if ((e = dossier_keep_admit(cx, d, "person", person, &name)) != OK ||
	    (e = compartment_admits(cx, t->compartment, "person", person,
	    name)) != OK)
		return e;
	/* Back at the one who delegated it: nothing is owed any more. */
	if (person == t->delegator) {
		t->delegator = 0;
		t->delegator_name = "";
	} else if (t->delegator == 0 && t->owner != 0) {
		t->delegator = t->owner;
		t->delegator_name = t->owner_name;
	}
	return give(cx, d, t, person, name, "task.delegated", why);
}

/* The delegate is ready: the result goes to who delegated it. */
static enum err
give_back(struct ctx *cx, struct dossier *d, struct task *t,
    const char *result)
{
	struct event_body *b = body_of(cx, t);
	struct undo *u = NULL;
	enum err e;

	event_before(b, "owner", t->owner_name);
	event_after(b, "owner", t->delegator_name);
	event_fact(b, "result", result);
	t->result = result;
	t->owner = t->delegator;
	t->owner_name = t->delegator_name;
	t->delegator = 0;
	t->delegator_name = "";
	if ((e = undo_watch_task(cx, d, t->no, &u)) != OK ||
	    (e = store_task_save(cx, t, 0)) != OK ||
	    (e = notice_work(cx, d, t->owner, t->no)) != OK ||
	    (e = undo_step(cx, u, "task.returned")) != OK)
		return e;
	return event_add(cx, d, "task.returned", b);
}

enum err
task_done(struct ctx *cx, struct dossier *d, struct task *t,
    const char *result)
{
	struct event_body *b;
	struct undo *u = NULL;
	enum err e;

	if ((e = undone(cx, d, t)) != OK ||
	    (e = approval_plan_task(cx, d, t)) != OK ||
	    (e = filled_task_may(cx, d, t)) != OK ||
	    (e = clearance_field_may(cx, d, t)) != OK ||
	    (e = keep_text(cx, "result", result, 0, 10000, true,
	    &result)) != OK)
		return e;
	if (t->delegator != 0 && (t->owner == cx->viewer ||
	    t->for_whom != 0))
		return give_back(cx, d, t, result);
	t->result = result;
	t->done = cx->now;
	t->delegator = 0;
	t->delegator_name = "";
	if ((e = undo_watch_task(cx, d, t->no, &u)) != OK ||
	    (e = store_task_save(cx, t, cx->viewer)) != OK ||
	    (e = dossier_keep_due(cx, d)) != OK ||
	    (e = undo_step(cx, u, "task.done")) != OK)
		return e;
	b = body_of(cx, t);
	if (result[0] != '\0')
		event_fact(b, "result", result);
	return event_add(cx, d, "task.done", b);
}

enum err
task_reopen(struct ctx *cx, struct dossier *d, struct task *t,
    const char *why)
{
	struct event_body *b;
	struct undo *u = NULL;
	int64_t passed;
	enum err e;

	if ((e = keep_open(cx, d)) != OK)
		return e;
	if (t->done == 0)
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("This task is not done yet."));
	if (t->ended[0] != '\0')
		return refuse(cx, ERR_CONFLICT, "%s", _("The plan of this "
		    "case has ended this task or put it on hold. Resume or "
		    "repeat it on the plan."));
	if ((e = keep_reason(cx, "why", why, &why)) != OK)
		return e;
	b = body_of(cx, t);
	event_why(b, why);
	t->done = 0;
	t->done_by = "";
	/* whoever did it may have left the dossier since: the team's again */
	if ((e = undo_watch(cx, d, UNDO_TASKS, &u)) != OK ||
	    (e = store_task_save(cx, t, 0)) != OK ||
	    (e = store_task_pass_on(cx, d, d->team, &passed)) != OK ||
	    (e = dossier_keep_due(cx, d)) != OK ||
	    (e = undo_step(cx, u, "task.reopened")) != OK)
		return e;
	return event_add(cx, d, "task.reopened", b);
}

bool
task_is_late(const struct ctx *cx, const struct task *t)
{
	return t->done == 0 && t->due != 0 && t->due < cx->now;
}
