/* SPDX-License-Identifier: MIT */
/* Who is away: entered, ended, told; and what follows for the substitute. */
#include "domain/people/absence.h"

#include <string.h>

#include "base/day.h"
#include "base/words.h"
#include "domain/spine/dossier_number.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "model/right.h"
#include "store/store_absence.h"
#include "store/store_access.h"
#include "text/date.h"
#include "text/message.h"

#define LONGEST (366 * DAY)

/* Is a type in both? */
static bool
share_types(struct ctx *cx, const char *a, const char *b)
{
	size_t len;

	if (a[0] == '\0' || b[0] == '\0')
		return true;
	for (; *a != '\0'; a += len + (a[len] == ' ')) {
		len = strcspn(a, " ");
		if (words_have(b, arena_textn(cx->arena, a, len)))
			return true;
	}
	return false;
}

static const char *
day(struct ctx *cx, int64_t moment)
{
	return date_text(cx->arena, cx->lang, cx->zone, moment, cx->now,
	    DATE_DAY);
}

/* The first in a list that a time meets. */
static const struct absence *
meets(struct ctx *cx, const struct absence *list, const struct absence *x,
    bool types)
{
	for (; list != NULL; list = list->next)
		if (list->begins < x->ends && list->ends > x->begins &&
		    (!types || share_types(cx, list->types, x->types)))
			return list;
	return NULL;
}

enum err
absence_people(struct ctx *cx, struct person **out)
{
	return store_absence_managed(cx, out);
}

static enum err
may_enter(struct ctx *cx, int64_t person, bool *out)
{
	struct person *p;
	enum err e = OK;

	*out = person == cx->viewer;
	if (*out || (e = store_absence_managed(cx, &p)) != OK)
		return e;
	while (p != NULL && p->id != person)
		p = p->next;
	*out = p != NULL;
	return OK;
}

static enum err
person_ok(struct ctx *cx, struct absence *x)
{
	struct store_access_staff who;
	const struct absence *other;
	struct absence *list;
	bool may;
	enum err e;

	if ((e = may_enter(cx, x->person, &may)) != OK ||
	    (e = store_access_staff(cx, x->person, &who)) != OK ||
	    (e = store_absence_list(cx, STORE_ABSENCE_OF_PERSON, x->person,
	    &list)) != OK)
		return e;
	if (!may)
		return refuse_field(cx, "person", "%s",
		    _("Choose yourself or somebody whose team you manage."));
	x->person_name = who.name;
	if ((other = meets(cx, list, x, true)) != NULL)
		return refuse_field(cx, "begins", _("%s is away from %s to %s "
		    "already. End that first, or choose other days."),
		    who.name, day(cx, other->begins), day(cx,
		    other->ends - 1));
	return OK;
}

static enum err
substitute_ok(struct ctx *cx, struct absence *x)
{
	struct store_access_staff who;
	const struct absence *other;
	struct absence *list;
	enum err e;

	if ((e = store_access_staff(cx, x->substitute, &who)) != OK ||
	    (e = store_absence_list(cx, STORE_ABSENCE_OF_PERSON,
	    x->substitute, &list)) != OK)
		return e;
	if (who.person == 0 || !who.enabled ||
	    (who.rights & RIGHT_STAFF) == 0)
		return refuse_field(cx, "substitute", "%s",
		    _("Choose somebody of the staff."));
	if (x->substitute == x->person)
		return refuse_field(cx, "substitute", "%s",
		    _("Choose somebody else: nobody stands in for "
		    "themselves."));
	x->substitute_name = who.name;
	if ((other = meets(cx, list, x, false)) != NULL)
		return refuse_field(cx, "substitute", _("%s is away from %s "
		    "to %s. Nobody would stand in for you then: choose "
		    "somebody else, or other days."), who.name,
		    day(cx, other->begins), day(cx, other->ends - 1));
	return OK;
}

static enum err
days_ok(struct ctx *cx, const struct absence *x)
{
	if (x->begins == 0)
		return refuse_field(cx, "begins", "%s",
		    _("Choose the first day."));
	if (x->ends == 0)
		return refuse_field(cx, "ends", "%s",
		    _("Choose the last day."));
	if (x->ends <= x->begins)
		return refuse_field(cx, "ends", "%s",
		    _("The last day comes before the first one. Correct "
		    "it."));
	if (x->ends <= cx->now)
		return refuse_field(cx, "ends", "%s",
		    _("This is over already. Choose a later last day."));
	if (x->ends - x->begins > LONGEST)
		return refuse_field(cx, "ends", "%s",
		    _("Choose a year at most. For longer, hand the work "
		    "over."));
	return OK;
}

static enum err
tell(struct ctx *cx, const struct absence *x, const char *kind)
{
	struct event_body *b = event_body(cx);

	event_fact(b, "person", x->person_name);
	event_fact(b, "substitute", x->substitute_name);
	event_number(b, "begins", x->begins);
	event_number(b, "ends", x->ends);
	if (x->types[0] != '\0')
		event_fact(b, "types", x->types);
	return event_add_topic(cx, "rights", kind, b);
}

enum err
absence_add(struct ctx *cx, const struct absence_new *n, struct absence **out)
{
	struct absence *x = arena_alloc(cx->arena, sizeof(*x));
	int tries = 0;
	enum err e, bad;

	*out = NULL;
	x->person = n->person;
	x->substitute = n->substitute;
	x->begins = n->begins;
	x->ends = n->ends;
	x->types = n->types;
	x->every = n->types[0] == '\0';
	bad = keep_text(cx, "note", n->note, 0, KEEP_REASON, true,
	    &x->note);
	if ((e = days_ok(cx, x)) != OK ||
	    (e = person_ok(cx, x)) != OK)
		bad = e;
	if ((e = substitute_ok(cx, x)) != OK)
		bad = e;
	if (bad != OK)
		return bad;
	while (x->id == 0) {
		if (tries++ == DOSSIER_NUMBER_TRIES)
			return dossier_number_none(cx);
		x->number = dossier_number_absence(cx);
		if ((e = store_absence_add(cx, x)) != OK)
			return e;
	}
	*out = x;
	if ((e = absence_follow_all(cx)) != OK)
		return e;
	return tell(cx, x, "absence.entered");
}

enum err
absence_open(struct ctx *cx, const char *number, struct absence **out)
{
	bool may = false;
	enum err e;

	if ((e = store_absence_find(cx, number, out)) != OK)
		return e;
	if (*out != NULL && (e = may_enter(cx, (*out)->person, &may)) != OK)
		return e;
	if (may)
		return OK;
	*out = NULL;
	return refuse(cx, ERR_MISSING, "%s",
	    _("There is no such absence, or it is not for you."));
}

enum err
absence_acts(struct ctx *cx, const struct absence *x, int limit,
    struct absence_act **out)
{
	struct absence_act *a;
	enum err e = store_absence_acts(cx, x, limit, out);

	for (a = *out; e == OK && a != NULL; a = a->next)
		a->event.read = arena_alloc(cx->arena,
		    sizeof(*a->event.read));
	return e;
}

enum err
absence_end(struct ctx *cx, const struct absence *x)
{
	enum err e;

	if (x->ends <= cx->now)
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("This absence is over already."));
	if ((e = store_absence_end(cx, x)) != OK ||
	    (e = absence_follow_all(cx)) != OK)
		return e;
	return tell(cx, x, "absence.ended");
}

enum err
absence_list(struct ctx *cx, enum absence_list which, struct absence **out)
{
	static const enum store_absence_list lists[] = {
		[ABSENCE_MINE] = STORE_ABSENCE_OF_PERSON,
		[ABSENCE_PAST] = STORE_ABSENCE_PAST,
		[ABSENCE_I_STAND_IN] = STORE_ABSENCE_FOR_PERSON,
		[ABSENCE_MANAGED] = STORE_ABSENCE_MANAGED
	};

	return store_absence_list(cx, lists[which], cx->viewer, out);
}

enum err
absence_chain(struct ctx *cx, const struct absence *x, struct absence **out)
{
	struct absence *list;
	enum err e;

	*out = NULL;
	if ((e = store_absence_list(cx, STORE_ABSENCE_FOR_PERSON, x->person,
	    &list)) != OK)
		return e;
	for (; list != NULL && *out == NULL; list = list->next)
		if (list->begins < x->ends && list->ends > x->begins)
			*out = list;
	return OK;
}

enum err
absence_enter(struct ctx *cx)
{
	return store_absence_standing(cx, &cx->standing);
}

bool
absence_stands_in(const struct ctx *cx, int64_t person, const char *type)
{
	const struct standing *s;

	if (person == 0)
		return false;
	for (s = cx->standing; s != NULL; s = s->next)
		if (s->person == person && s->ends > cx->now &&
		    (s->every || words_have(s->types, type)))
			return true;
	return false;
}

enum err
absence_dossier(struct ctx *cx, struct dossier *d, enum level level)
{
	int64_t granted;
	enum err e;

	if (cx->standing == NULL)
		return OK;
	if ((e = store_absence_held(cx, d, &d->own, &granted)) != OK)
		return e;
	d->borrowed = d->own < d->level;
	if (absence_stands_in(cx, d->lead, d->type->code))
		d->for_whom = d->lead;
	else if (d->borrowed && (d->own < LEVEL_READ || d->own < level))
		d->for_whom = granted;
	return OK;
}

enum level
absence_own(const struct dossier *d)
{
	return d->borrowed && d->own < d->level ? d->own : d->level;
}

enum err
absence_follow(struct ctx *cx, struct dossier *d, const struct event *ev)
{
	(void)ev;
	return store_absence_keep(cx, d);
}

enum err
absence_follow_all(struct ctx *cx)
{
	int64_t changed;

	return store_absence_keep_all(cx, &changed);
}

enum err
absence_not_self(struct ctx *cx, const struct dossier *d, const char *field,
    int64_t person, enum level level)
{
	if (person != cx->viewer || cx->standing == NULL ||
	    absence_own(d) >= level)
		return OK;
	return refuse_field(cx, field, "%s", _("You only stand in here for "
	    "somebody who is away. Work on it for them; for a right of your "
	    "own ask who manages the case."));
}
