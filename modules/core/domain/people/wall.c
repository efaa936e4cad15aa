/* SPDX-License-Identifier: MIT */
/* Walls: set, lifted, found; and what follows at once. */
#include "domain/people/wall.h"

#include <string.h>

#include "domain/people/absence.h"
#include "domain/spine/dossier_number.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "model/right.h"
#include "store/store_access.h"
#include "store/store_person.h"
#include "store/store_wall.h"
#include "text/message.h"

#define WRITING 60		/* a wall may have begun while it was kept */

static enum err
may(struct ctx *cx, const struct dossier *d)
{
	if ((cx->rights & RIGHT_AUDIT) != 0 ||
	    (d != NULL && d->level >= LEVEL_MANAGE))
		return OK;
	return refuse(cx, ERR_FORBIDDEN, "%s", _("Auditors set walls, and "
	    "who manages a case those of that case."));
}

/* Everybody who would be kept out must be others. */
static enum err
group_ok(struct ctx *cx, const struct wall_new *n, struct wall *w)
{
	struct store_wall_group *g;
	enum err e;

	if (n->staff != 0)
		return refuse_field(cx, "label", "%s", _("Choose one person "
		    "or a group, not both."));
	if ((e = store_wall_groups(cx, &g)) != OK)
		return e;
	while (g != NULL && strcmp(g->label, n->label) != 0)
		g = g->next;
	if (g == NULL)
		return refuse_field(cx, "label", "%s",
		    _("Choose a group from the list."));
	if (g->mine)
		return refuse_field(cx, "label", "%s", _("You are in that "
		    "group. Ask somebody who is not."));
	w->label = g->label;
	return OK;
}

static enum err
staff_ok(struct ctx *cx, const struct wall_new *n, struct wall *w)
{
	struct store_access_staff who;
	enum err e;

	if (n->label[0] != '\0')
		return group_ok(cx, n, w);
	if ((e = store_access_staff(cx, n->staff, &who)) != OK)
		return e;
	if (who.person == 0 || !who.enabled)
		return refuse_field(cx, "staff", "%s",
		    _("Choose a person or a group."));
	if (who.person == cx->viewer)
		return refuse_field(cx, "staff", "%s", _("Nobody sets a wall "
		    "around themselves. Ask an auditor."));
	w->staff = who.person;
	w->staff_number = who.number;
	w->staff_name = who.name;
	return OK;
}

static enum err
place_ok(struct ctx *cx, const struct wall_new *n, struct wall *w)
{
	struct person *p;
	enum err e;

	if (n->d != NULL && n->party != 0)
		return refuse_field(cx, "party", "%s", _("Choose one case or "
		    "one person, not both."));
	if (n->d != NULL) {
		w->dossier = n->d->id;
		w->dossier_number = n->d->number;
		return OK;
	}
	if (n->party == 0)
		return refuse_field(cx, "dossier", "%s",
		    _("Choose a case, or a person of the register."));
	if ((e = store_person_get(cx, n->party, &p)) != OK)
		return e;
	if (p == NULL || p->id == n->staff)
		return refuse_field(cx, "party", "%s",
		    _("Choose somebody else of the register."));
	w->party = p->id;
	w->party_number = p->number;
	w->party_name = p->name;
	return OK;
}

static enum err
days_ok(struct ctx *cx, struct wall *w)
{
	if (w->begins == 0 || w->begins < cx->now)
		w->begins = cx->now;
	if (w->ends != 0 && w->ends <= w->begins)
		return refuse_field(cx, "ends", "%s",
		    _("Choose a day after the first one, in the future."));
	return OK;
}

static struct event_body *
told(struct ctx *cx, const struct wall *w, const char *why)
{
	struct event_body *b = event_body(cx);

	event_fact(b, "wall", w->number);
	event_fact(b, "person", w->staff != 0 ? w->staff_name : w->label);
	if (w->staff != 0)
		event_fact(b, "number", w->staff_number);
	if (w->party != 0)
		event_fact(b, "party", w->party_number);
	event_why(b, why);
	return b;
}

static enum err
add(struct ctx *cx, struct wall *w)
{
	int tries;
	enum err e;

	for (tries = 0; tries < DOSSIER_NUMBER_TRIES; tries++) {
		w->number = dossier_number_wall(cx);
		if ((e = store_wall_add(cx, w)) != OK || w->id != 0)
			return e;
	}
	return dossier_number_none(cx);
}

/* And who stood in for somebody, or is free to again. */
static enum err
follow(struct ctx *cx, int64_t after)
{
	enum err e = store_wall_follow_since(cx, after);

	return e != OK ? e : absence_follow_all(cx);
}

enum err
wall_set(struct ctx *cx, const struct wall_new *n, struct wall **out)
{
	struct wall *w = arena_alloc(cx->arena, sizeof(*w));
	struct event_body *b;
	enum err e, bad;

	*out = NULL;
	if ((e = may(cx, n->d)) != OK)
		return e;
	w->label = "";
	w->begins = n->begins;
	w->ends = n->ends;
	bad = keep_reason(cx, "reason", n->reason, &w->reason);
	if ((e = days_ok(cx, w)) != OK)
		bad = e;
	if ((e = place_ok(cx, n, w)) != OK)
		bad = e;
	if ((e = staff_ok(cx, n, w)) != OK || (e = bad) != OK ||
	    (e = add(cx, w)) != OK || (e = follow(cx, cx->now - 1)) != OK)
		return e;
	*out = w;
	b = told(cx, w, w->reason);
	event_number(b, "begins", w->begins);
	event_count(b, "until", w->ends);
	return n->d != NULL ? event_add(cx, n->d, "wall.set", b) :
	    event_add_topic(cx, "rights", "wall.set", b);
}

enum err
wall_lift(struct ctx *cx, const struct wall *w, struct dossier *d,
    const char *remark)
{
	enum err e;

	if ((e = may(cx, d)) != OK)
		return e;
	if (w->ends != 0 && w->ends <= cx->now)
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("This wall is not there any more."));
	if ((e = keep_reason(cx, "remark", remark, &remark)) != OK ||
	    (e = store_wall_lift(cx, w, remark)) != OK ||
	    (e = follow(cx, cx->now - 1)) != OK)
		return e;
	return d != NULL ? event_add(cx, d, "wall.lifted",
	    told(cx, w, remark)) : event_add_topic(cx, "rights",
	    "wall.lifted", told(cx, w, remark));
}

enum err
wall_list(struct ctx *cx, const char *text, bool over, const char *after,
    int limit, struct wall **out)
{
	struct store_wall_filter f = { .text = text, .after = after,
	    .over = over, .limit = limit };

	return store_wall_list(cx, &f, out);
}

static enum err
none(struct ctx *cx)
{
	return refuse(cx, ERR_MISSING, "%s",
	    _("There is no such wall, or it is not for you."));
}

enum err
wall_open(struct ctx *cx, const char *number, struct wall **out)
{
	enum err e;

	if ((e = store_wall_find(cx, number, out)) != OK || *out != NULL)
		return e;
	return none(cx);
}

enum err
wall_held(struct ctx *cx, struct wall_held **out)
{
	return store_wall_held(cx, 200, out);
}

enum err
wall_of(struct ctx *cx, const struct dossier *d, struct wall **out)
{
	enum err e;

	*out = NULL;
	if ((e = may(cx, d)) != OK)
		return e;
	return store_wall_of(cx, d, out);
}

enum err
wall_of_open(struct ctx *cx, const struct dossier *d, const char *number,
    struct wall **out)
{
	enum err e;

	if ((e = wall_of(cx, d, out)) != OK)
		return e;
	while (*out != NULL && (strcmp((*out)->number, number) != 0 ||
	    (*out)->dossier != d->id))
		*out = (*out)->next;
	return *out != NULL ? OK : none(cx);
}

enum err
wall_groups(struct ctx *cx, struct wall_group **out)
{
	struct wall_group **tail = out, *g;
	struct store_wall_group *s;
	enum err e;

	*out = NULL;
	if ((e = store_wall_groups(cx, &s)) != OK)
		return e;
	for (; s != NULL; s = s->next) {
		if (s->mine)
			continue;
		g = arena_alloc(cx->arena, sizeof(*g));
		g->label = s->label;
		*tail = g;
		tail = &g->next;
	}
	return OK;
}

enum err
wall_follow(struct ctx *cx, int64_t after)
{
	bool moved;
	enum err e;

	after -= WRITING;
	if ((e = store_wall_moved(cx, after, &moved)) != OK || !moved)
		return e;
	return follow(cx, after);
}
