/* SPDX-License-Identifier: MIT */
/* One act on many dossiers. */
#include "domain/desk/bulk.h"

#include <string.h>

#include "base/digest.h"
#include "domain/course/dossier_version.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/label.h"
#include "domain/people/access.h"
#include "domain/spine/keep.h"
#include "domain/spine/work.h"
#include "domain/type/casetype.h"
#include "text/message.h"

const char *
bulk_seen(struct ctx *cx, const struct dossier *d)
{
	unsigned char sum[DIGEST_SIZE];
	const char *state = arena_printf(cx->arena, "%s %s %s %lld %lld %lld",
	    d->status, d->verdict, d->phase, (long long)d->scope,
	    (long long)d->lead, (long long)d->version);

	digest_of(state, strlen(state), sum);
	return digest_hex(cx->arena, sum, 6);
}

enum err
bulk_may(struct ctx *cx, enum bulk_kind kind)
{
	if (kind > BULK_VERSION || (cx->rights & RIGHT_LEAD) != 0)
		return OK;
	return refuse(cx, ERR_FORBIDDEN, "%s",
	    _("This is done by those who lead cases."));
}

/* The place of a dossier's type in the chosen team. */
static enum err
place_of(struct ctx *cx, const struct access_place *places,
    const struct dossier *d, const char *team, int64_t *scope)
{
	const struct access_place *p = places;

	while (p != NULL && (strcmp(p->type->code, d->type->code) != 0 ||
	    strcmp(p->team_code, team) != 0))
		p = p->next;
	if (p == NULL)
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("The team does not handle this type of case."));
	if (p->scope == d->scope)
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("The team has this case already."));
	*scope = p->scope;
	return OK;
}

/* One that needs a phase to be chosen is moved alone. */
static enum err
to_newest(struct ctx *cx, struct dossier *d)
{
	struct dossier_version *v;
	enum err e;

	if ((e = dossier_version_look(cx, d, 0, &v)) != OK)
		return e;
	return !v->phase_gone ? OK : refuse(cx, ERR_CONFLICT, "%s",
	    _("The newest version does not have the phase that the case is "
	    "in. Move it by itself, into a phase of your choice."));
}

/* What can be said before anything is written. */
static enum err
may_be_done(struct ctx *cx, const struct bulk *b,
    const struct access_place *places, struct dossier *d)
{
	const struct dossier_label *l = d->labels;
	int64_t scope;
	enum err e;

	if (b->kind == BULK_LABEL || b->kind == BULK_UNLABEL) {
		while (b->label != NULL && l != NULL && l->id != b->label->id)
			l = l->next;
		if ((e = keep_level(cx, d, LEVEL_WORK)) != OK ||
		    b->label == NULL || (l != NULL) == (b->kind ==
		    BULK_UNLABEL))
			return e;
		return refuse(cx, ERR_CONFLICT, b->kind == BULK_LABEL ?
		    _("The case carries the label “%s” already.") :
		    _("The case does not carry the label “%s”."),
		    b->label->name);
	}
	if (b->kind == BULK_VERSION)
		return to_newest(cx, d);
	if ((e = keep_screened(cx, d)) != OK ||
	    b->kind == BULK_TASK)
		return e;
	if (b->kind == BULK_MOVE && b->phase[0] != '\0' &&
	    casetype_term(d->type->phases, b->phase) == NULL)
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("Cases of this type do not have that phase."));
	if (b->kind == BULK_MOVE)
		return strcmp(d->phase, b->phase) != 0 ? OK :
		    refuse(cx, ERR_CONFLICT, "%s",
		    _("The case is in that phase already."));
	if (d->restricted &&
	    (e = keep_level(cx, d, LEVEL_MANAGE)) != OK)
		return e;
	if (b->kind == BULK_LEAD)
		return b->lead == 0 || b->lead != d->lead ? OK :
		    refuse(cx, ERR_CONFLICT, "%s",
		    _("This person leads the case already."));
	return b->team[0] == '\0' ? OK :
	    place_of(cx, places, d, b->team, &scope);
}

/* A refusal of one is its reason; anything else ends the whole. */
static enum err
reason_of(struct ctx *cx, enum err e, struct bulk_item *item)
{
	const struct mistake *m = cx->mistakes;

	if (e != ERR_INVALID && e != ERR_FORBIDDEN && e != ERR_MISSING &&
	    e != ERR_CONFLICT)
		return e;
	item->why = cx->why;
	for (; m != NULL; m = m->next)
		item->why = m->text;
	if (item->why == NULL)
		item->why = _("This case cannot be changed.");
	cx->why = NULL;
	cx->mistakes = NULL;
	return OK;
}

/* Opens one and looks whether it is as the page showed it. */
static enum err
open_one(struct ctx *cx, enum bulk_kind kind, struct bulk_item *item)
{
	enum err e;

	if ((e = dossier_open(cx, item->number, LEVEL_READ,
	    &item->d)) != OK ||
	    (kind >= BULK_LABEL && (e = label_of(cx, item->d)) != OK))
		return e;
	if (item->seen[0] != '\0' &&
	    strcmp(item->seen, bulk_seen(cx, item->d)) != 0)
		return refuse(cx, ERR_CONFLICT, "%s", _("It was changed by "
		    "somebody else meanwhile. Look at it once more."));
	return OK;
}

static enum err
places_for(struct ctx *cx, const struct bulk *b, struct access_place **out)
{
	*out = NULL;
	return b->kind == BULK_TEAM ? access_places(cx, out) : OK;
}

enum err
bulk_look(struct ctx *cx, const struct bulk *b, struct bulk_item *item)
{
	struct access_place *places;
	enum err e;

	if ((e = places_for(cx, b, &places)) != OK)
		return e;
	for (; item != NULL; item = item->next) {
		if (item->why != NULL)
			continue;
		if ((e = open_one(cx, b->kind, item)) == OK)
			e = may_be_done(cx, b, places, item->d);
		if (e != OK && (e = reason_of(cx, e, item)) != OK)
			return e;
	}
	return OK;
}

static enum err
one(struct ctx *cx, const struct bulk *b, const struct access_place *places,
    struct dossier *d)
{
	struct task *t;
	int64_t scope;
	enum err e;

	switch (b->kind) {
	case BULK_LEAD:
		return dossier_hand_over(cx, d, 0, b->lead, b->reason);
	case BULK_TEAM:
		if ((e = place_of(cx, places, d, b->team, &scope)) != OK)
			return e;
		return dossier_hand_over(cx, d, scope, 0, b->reason);
	case BULK_MOVE:
		return dossier_move(cx, d, b->phase, b->reason);
	case BULK_VERSION:
		return dossier_version_move(cx, d,
		    &(struct dossier_version_move){ .phase = "",
		    .reason = b->reason, .seen = "" });
	case BULK_TASK:
		return task_add(cx, d, &b->task, &t);
	case BULK_LABEL:
		return label_put(cx, d, b->label, b->reason);
	case BULK_UNLABEL:
		return label_take(cx, d, b->label, b->reason);
	}
	return OK;
}

/* What no dossier could do without. */
static enum err
values_fit(struct ctx *cx, const struct bulk *b)
{
	const char *text;
	enum err e = OK;

	if (b->kind == BULK_LEAD && b->lead == 0)
		e = refuse_field(cx, "lead", "%s", _("Choose a person."));
	if (b->kind == BULK_TEAM && b->team[0] == '\0')
		e = refuse_field(cx, "team", "%s", _("Choose a team."));
	if (b->kind == BULK_MOVE && b->phase[0] == '\0')
		e = refuse_field(cx, "phase", "%s", _("Choose a phase."));
	if (b->kind >= BULK_LABEL && b->label == NULL)
		e = refuse_field(cx, "label", "%s", _("Choose a label."));
	if (b->kind == BULK_TASK && b->task.owner == 0 && b->task.team == 0)
		e = refuse_field(cx, "owner", "%s",
		    _("Choose who does it: a person or a team."));
	if (b->kind == BULK_TASK && keep_text(cx, "title",
	    b->task.title, 1, 200, false, &text) != OK)
		e = ERR_INVALID;
	if (b->kind <= BULK_VERSION &&
	    keep_reason(cx, "reason", b->reason, &text) != OK)
		e = ERR_INVALID;
	return e;
}

enum err
bulk_run(struct ctx *cx, const struct bulk *b, struct bulk_item *items,
    long *done)
{
	struct access_place *places;
	struct work_part part;
	struct bulk_item *item;
	enum err e;

	*done = 0;
	if ((e = bulk_may(cx, b->kind)) != OK ||
	    (e = values_fit(cx, b)) != OK ||
	    (e = places_for(cx, b, &places)) != OK)
		return e;
	for (item = items; item != NULL; item = item->next) {
		if ((e = work_part_begin(cx, &part)) != OK)
			return e;
		if ((e = open_one(cx, b->kind, item)) == OK &&
		    (e = may_be_done(cx, b, places, item->d)) == OK)
			e = one(cx, b, places, item->d);
		if (e == OK) {
			++*done;
			e = work_part_keep(cx, &part);
		} else if ((e = reason_of(cx, e, item)) == OK)
			e = work_part_drop(cx, &part);
		if (e != OK)
			return e;
	}
	return *done > 0 ? OK : refuse(cx, ERR_CONFLICT, "%s",
	    _("None of these cases could be changed. The reason "
	    "stands beside each."));
}
