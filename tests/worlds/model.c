/* SPDX-License-Identifier: MIT */
/* Who sees what, without any SQL. */
#include "model.h"

#include <stdio.h>
#include <string.h>

#include "model/right.h"
#include "model/share.h"
#include "unit/world.h"

struct model_dossier dossiers[DOSSIERS];
struct model_viewer viewers[VIEWERS];
struct model_wall walls[WALLS];
struct model_check checks[CHECKS];
struct model_thing views[VIEWS], arrivals[ARRIVALS], drafts[DRAFTS];
bool model_all_or_none;
static uint32_t seed = 1;

void
dice_seed(uint32_t n)
{
	seed = n * 2654435761u + 1;
}

int
dice(int n)
{
	seed = seed * 1664525u + 1013904223u;
	return (int)((seed >> 8) % (uint32_t)n);
}

/* By what is their own: what an emergency gives cannot be passed on. */
static bool
holds(int viewer, int dossier, int level, bool glass)
{
	const struct model_dossier *d = &dossiers[dossier];
	const struct model_viewer *v = &viewers[viewer];

	if (v->wall[dossier] || (v->rights & RIGHT_STAFF) == 0)
		return false;
	if (v->grant[dossier] >= level && v->until[dossier] > cx.now &&
	    (glass || !v->glass[dossier]))
		return true;
	return !d->restricted && v->scope[d->scope] >= level;
}

/* Who sees what: the whole of it. Who stands in for somebody has their level
 * on the cases where a task is theirs. */
bool
model_sees(int viewer, int dossier, int level)
{
	const struct model_dossier *d = &dossiers[dossier];
	const struct model_viewer *v = &viewers[viewer];

	if (v->wall[dossier] || (v->rights & RIGHT_STAFF) == 0 ||
	    (d->within != 0 && !v->member[d->within]))
		return false;
	if (v->stands_for >= 0 && d->owner == v->stands_for &&
	    holds(v->stands_for, dossier, level < 2 ? 2 : level, false))
		return true;
	return holds(viewer, dossier, level, true);
}

/* The compartments are another matter than the dossier. */
static bool
within(int viewer, int dossier, int compartment)
{
	return model_sees(viewer, dossier, 2) &&
	    (compartment == 0 || viewers[viewer].member[compartment]);
}

int
model_hidden(int viewer, int dossier)
{
	const struct model_dossier *d = &dossiers[dossier];

	return !within(viewer, dossier, d->note) +
	    !within(viewer, dossier, d->task) +
	    !within(viewer, dossier, d->file) +
	    !within(viewer, dossier, d->form);
}

bool
model_held(int dossier, int no)
{
	const struct model_dossier *d = &dossiers[dossier];
	int within = no == 2 ? d->note : no == 3 ? d->task :
	    no == 4 ? d->file : 0;

	return (within == PRIVILEGE || d->within == PRIVILEGE) &&
	    (no == 0 || !d->released[no]);
}

static bool
works_for(int viewer, int team)
{
	int i;

	for (i = 1; i <= SCOPES; i++)
		if (2 - i % 2 == team && viewers[viewer].scope[i] >= 3)
			return true;
	return false;
}

static bool
knows_customer(int viewer, int customer)
{
	int i;

	if ((viewers[viewer].rights & RIGHT_INTAKE) != 0)
		return true;
	for (i = 0; i < DOSSIERS; i++)
		if (dossiers[i].whose == customer && model_sees(viewer, i, 2))
			return true;
	return false;
}

static bool
is_within(int viewer, const struct model_wall *w)
{
	return w->staff == viewer || w->group == viewer;
}

bool
model_covers(const struct model_wall *w, int dossier)
{
	return w->dossier == dossier || (w->customer >= 0 &&
	    dossiers[dossier].whose == w->customer);
}

/* Who reviews, and who manages a case that it covers. */
static bool
knows_wall(int viewer, const struct model_wall *w)
{
	int i;

	if ((viewers[viewer].rights & RIGHT_AUDIT) != 0 &&
	    !is_within(viewer, w) && (w->dossier < 0 ||
	    model_sees(viewer, w->dossier, 2)))
		return true;
	for (i = 0; i < DOSSIERS; i++)
		if (!w->over && model_covers(w, i) && model_sees(viewer, i, 5))
			return true;
	return false;
}

bool
model_knows(int viewer, enum kind kind, int i)
{
	switch (kind) {
	case IN_NOTE:
		return within(viewer, i, dossiers[i].note);
	case IN_TASK:
	case IN_RULE:	/* by which somebody was to have the task */
		return within(viewer, i, dossiers[i].task);
	case IN_FILE:
	case IN_VERSION:
		return within(viewer, i, dossiers[i].file);
	case IN_FORM:
	case IN_DECISION:	/* which rests on the form */
		return within(viewer, i, dossiers[i].form);
	case IN_NAME:
		return knows_customer(viewer, i);
	case IN_GUARDED:	/* of the class bank: who leads reads it */
		return model_sees(viewer, i, 2) &&
		    (viewers[viewer].rights & RIGHT_LEAD) != 0;
	case IN_LINK:
		return model_sees(viewer, i, 2) && dossiers[i].linked >= 0 &&
		    model_sees(viewer, dossiers[i].linked, 2);
	case IN_EVENT:
		return model_sees(viewer, i, 2) || dossiers[i].actor == viewer;
	case IN_VIEW:
		return views[i].owner == viewer || views[i].everybody ||
		    works_for(viewer, views[i].team);
	case IN_ARRIVAL:
		return works_for(viewer, arrivals[i].team);
	case IN_DRAFT:
		return drafts[i].owner == viewer;
	case IN_WALL:
		return knows_wall(viewer, &walls[i]);
	case IN_GLASS:
		return viewers[viewer].glass[i] ||
		    ((viewers[viewer].rights & RIGHT_AUDIT) != 0 &&
		    !viewers[viewer].wall[i]);
	default:
		return model_sees(viewer, i, 2);
	}
}

static bool
shared_file(const struct model_dossier *d)
{
	return d->shared_file && !d->withdrawn && (d->file == 0 ||
	    (d->file == PRIVILEGE && d->released[4] &&
	    viewers[d->sharer].member[PRIVILEGE]));
}

/* By what is the sharer's own, and of a case in a compartment by consents
 * alone. */
bool
model_room(int dossier)
{
	const struct model_dossier *d = &dossiers[dossier];

	return d->sharer >= 0 && !d->shut && (d->within == 0 ||
	    (d->asks && d->within != PRIVILEGE &&
	    viewers[d->sharer].member[d->within])) &&
	    holds(d->sharer, dossier, 3, true) && (!d->asks ||
	    ((d->parts == 0 || d->carries[0]) &&
	    (!shared_file(d) || d->carries[1])));
}

bool
model_shared(int dossier, enum kind kind, int i)
{
	const struct model_dossier *d = &dossiers[dossier];

	if (!model_room(dossier))
		return false;
	if (kind == IN_NAME)
		return i == d->whose && (d->parts & SHARE_PARTIES) != 0;
	if (i != dossier)
		return false;
	return kind == IN_TITLE ? (d->parts & SHARE_STAGE) != 0 :
	    kind == IN_DEADLINE ? (d->parts & SHARE_DEADLINES) != 0 :
	    kind == IN_MEETING || kind == IN_PROMISE ? d->heard &&
	    (d->parts & SHARE_HEARINGS) != 0 :
	    kind == IN_FILE && shared_file(d);
}

bool
model_broken(int dossier)
{
	int v;

	for (v = 0; v < VIEWERS; v++)
		if (viewers[v].glass[dossier])
			return true;
	return false;
}

bool
model_checked(int viewer, int check)
{
	const struct model_check *c = &checks[check];

	return (viewers[viewer].rights & RIGHT_STAFF) != 0 &&
	    (c->dossier >= 0 ? model_sees(viewer, c->dossier, 2) :
	    c->maker == viewer);
}

bool
model_officer(int viewer, int check)
{
	const struct model_check *c = &checks[check];

	return (viewers[viewer].rights & RIGHT_AUDIT) != 0 && c->asked &&
	    (c->dossier < 0 || !viewers[viewer].wall[c->dossier]);
}

/* One's own; another's on what one manages, with the right that it took. */
bool
model_undoes(int viewer, int dossier)
{
	const struct model_dossier *d = &dossiers[dossier];

	return (viewers[viewer].rights & RIGHT_STAFF) != 0 &&
	    (d->actor == viewer || (model_sees(viewer, dossier, 5) &&
	    (!d->led || (viewers[viewer].rights & RIGHT_LEAD) != 0)));
}

const char *
model_word(enum kind kind, int dossier)
{
	static char words[KINDS][DOSSIERS][8];
	char *w = words[kind][dossier];

	snprintf(w, sizeof(words[0][0]), "zq%c%c%cx", 'a' + (int)kind,
	    'a' + dossier / 26, 'a' + dossier % 26);
	return w;
}
