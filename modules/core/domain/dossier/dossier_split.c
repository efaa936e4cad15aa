/* SPDX-License-Identifier: MIT */
/* What belongs to another matter goes to a dossier of its own. */
#include "domain/dossier/dossier_split.h"

#include <string.h>

#include "domain/dossier/dossier_keep.h"
#include "domain/dossier/dossier_link.h"
#include "domain/dossier/dossier_register.h"
#include "domain/dossier/undo.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "domain/type/casetype.h"
#include "store/store_dossier.h"
#include "store/store_moved.h"
#include "store/store_party.h"
#include "store/store_task.h"
#include "text/message.h"

/* Type and team of the new one; the viewer works there. */
static enum err
place(struct ctx *cx, const struct dossier *d, const struct dossier_split *s,
    struct dossier *new)
{
	struct store_dossier_scope to;
	enum err e;

	if ((e = store_dossier_scope(cx, s->scope, &to)) != OK)
		return e;
	if (to.id == 0 || to.level < LEVEL_WORK)
		return refuse_field(cx, "place", "%s",
		    _("Choose a type and team that you work in."));
	if (strcmp(to.type, d->type->code) == 0)
		new->type = d->type;
	else if ((e = casetype_current(cx, to.type, &new->type)) != OK)
		return e;
	new->type_id = new->type->id;
	new->scope = to.id;
	new->team = to.team;
	new->team_name = to.team_name;
	new->level = to.level;
	return OK;
}

/* The same phase where the type has it, else the one where work begins. */
static const char *
phase_of(const struct dossier *d, const struct casetype *type)
{
	const struct term *p = type->phases;

	if (casetype_term(p, d->phase) != NULL)
		return d->phase;
	if (p != NULL && strcmp(p->code, "screening") == 0 && p->next != NULL)
		p = p->next;
	return p == NULL ? "" : p->code;
}

static enum err
make(struct ctx *cx, const struct dossier *d, struct dossier *new)
{
	const char *phase = phase_of(d, new->type);
	enum err e;

	new->medium = d->medium;
	new->received = d->received;
	new->requester = "";
	if ((e = dossier_register_row(cx, new)) != OK)
		return e;
	new->verdict = "accepted";
	if ((e = dossier_keep_phase(cx, new, phase, cx->now, "")) != OK ||
	    (e = store_dossier_save(cx, new, false)) != OK ||
	    (e = store_dossier_count(cx, new->scope, 1, 1)) != OK ||
	    (e = dossier_keep_closed(cx, d, new)) != OK)
		return e;
	return d->restricted ? store_dossier_level(cx, new) : OK;
}

/* Each chosen thing; one that is gone by now is named. */
static enum err
move_things(struct ctx *cx, struct dossier *d, struct dossier *new,
    const struct dossier_split *s)
{
	int64_t passed;
	bool planned;
	enum err e;
	size_t i;

	for (i = 0; i < s->n; i++) {
		if ((e = store_moved_plan(cx, d, s->things[i], new,
		    &planned)) != OK)
			return e;
		if (!planned)
			return refuse(cx, ERR_CONFLICT, "%s", _("Something "
			    "that you chose is no longer on this case. "
			    "Choose again."));
	}
	if ((e = store_moved_go(cx, d, new)) != OK)
		return e;
	return store_task_pass_on(cx, new, new->team, &passed);
}

static const struct party *
party_of(const struct dossier *d, int64_t no)
{
	const struct party *p = d->parties;

	while (p != NULL && p->no != no)
		p = p->next;
	return p;
}

/* A person is in the same role there, when the type has it. */
static enum err
copy_people(struct ctx *cx, struct dossier *d, struct dossier *new,
    const struct dossier_split *s)
{
	const struct party *p;
	int64_t no;
	enum err e;
	size_t i;

	for (i = 0; i < s->n_people; i++) {
		p = party_of(d, s->people[i]);
		if (p == NULL || p->ended != 0 ||
		    strcmp(p->role, "lead") == 0)
			return refuse(cx, ERR_CONFLICT, "%s", _("Somebody "
			    "that you chose is no longer on this case. "
			    "Choose again."));
		if (strcmp(p->role, "requester") != 0 &&
		    casetype_term(new->type->roles, p->role) == NULL)
			return refuse_field(cx, "people", _("Cases of the "
			    "new type do not have the role of %s. Leave "
			    "this person out."), p->name);
		if ((e = store_dossier_next(cx, new, &no)) != OK ||
		    (e = store_party_add(cx, new, no, p->person,
		    p->role)) != OK)
			return e;
	}
	return store_party_requester(cx, new);
}

static enum err
tell(struct ctx *cx, struct dossier *d, const struct dossier *other,
    const char *kind, const struct store_moved_count *n, const char *title,
    const char *why)
{
	struct event_body *b = event_body(cx);

	event_about(b, other);
	if (title[0] != '\0')
		event_after(b, "title", title);
	event_count(b, "tasks", n->tasks);
	event_count(b, "notes", n->notes);
	event_count(b, "documents", n->documents);
	event_count(b, "people", n->people);
	event_why(b, why);
	return event_add(cx, d, kind, b);
}

static enum err
check(struct ctx *cx, struct dossier *d, const struct dossier_split *s,
    struct dossier *new, const char **reason)
{
	enum err e, f, g;

	if ((e = keep_screened(cx, d)) != OK ||
	    (d->restricted &&
	    (e = keep_level(cx, d, LEVEL_MANAGE)) != OK))
		return e;
	e = keep_text(cx, "title", s->title, 1, 200, false,
	    &new->title);
	f = keep_reason(cx, "reason", s->reason, reason);
	g = place(cx, d, s, new);
	if (e != OK || f != OK || g != OK)
		return e != OK ? e : f != OK ? f : g;
	if (s->n == 0 && s->n_people == 0)
		return refuse_field(cx, "things", "%s",
		    _("Choose what goes to the new case."));
	return store_party_list(cx, d);
}

enum err
dossier_split(struct ctx *cx, struct dossier *d,
    const struct dossier_split *s, struct dossier **out)
{
	struct dossier *new = arena_alloc(cx->arena, sizeof(*new));
	struct store_moved_count n;
	struct undo *u = NULL;
	const char *reason;
	enum err e;

	*out = NULL;
	if ((e = check(cx, d, s, new, &reason)) != OK ||
	    (e = make(cx, d, new)) != OK ||
	    (s->lead != 0 && (e = dossier_keep_lead(cx, new,
	    s->lead)) != OK) ||
	    (e = undo_watch(cx, d, UNDO_ALL, &u)) != OK ||
	    (e = undo_watch(cx, new, UNDO_ALL, &u)) != OK ||
	    (e = dossier_link_make(cx, new, d, "split", "")) != OK ||
	    (e = move_things(cx, d, new, s)) != OK ||
	    (e = copy_people(cx, d, new, s)) != OK ||
	    (e = dossier_keep_due(cx, d)) != OK ||
	    (e = dossier_keep_due(cx, new)) != OK ||
	    (e = undo_step(cx, u, "dossier.split_off")) != OK ||
	    (e = store_moved_count(cx, new, d, &n)) != OK)
		return e;
	if ((e = tell(cx, d, new, "dossier.split_off", &n, "",
	    reason)) != OK ||
	    (e = tell(cx, new, d, "dossier.split", &n, new->title,
	    reason)) != OK)
		return e;
	*out = new;
	return OK;
}
