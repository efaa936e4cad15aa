/* SPDX-License-Identifier: MIT */
/* Who may do what: by roles on scopes, by grants on one dossier. */
#include "domain/people/access.h"

#include <string.h>

#include "base/count.h"
#include "domain/people/absence.h"
#include "domain/people/access_roles.h"
#include "domain/people/wall.h"
#include "domain/spine/event.h"
#include "domain/type/casetype.h"
#include "model/right.h"
#include "store/store_access.h"
#include "store/store_wall.h"
#include "text/message.h"

#define VIEWS ((unsigned int)RIGHT_LEGAL | RIGHT_MEDICAL)

static const struct {
	const char *role;
	unsigned int rights;
} roles[] = {
	{ "clerk", RIGHT_STAFF | RIGHT_INTAKE },
	{ "screener", RIGHT_STAFF | RIGHT_INTAKE | RIGHT_SCREEN },
	{ "manager", RIGHT_STAFF | RIGHT_INTAKE | RIGHT_LEAD },
	{ "auditor", RIGHT_STAFF | RIGHT_AUDIT },
	{ "admin", RIGHT_ADMIN },
};

unsigned int
access_role_rights(const char *role)
{
	size_t i;

	for (i = 0; i < COUNT(roles); i++)
		if (strcmp(roles[i].role, role) == 0)
			return roles[i].rights | RIGHT_SELF;
	return RIGHT_SELF;
}

static const char *
level_code(enum level level)
{
	static const char *const codes[] = { "none", "exists", "read", "work",
	    "decide", "manage" };

	return codes[level <= LEVEL_MANAGE ? level : LEVEL_NONE];
}

static const char *
holds_text(struct ctx *cx, int64_t person)
{
	struct store_access_hold *h;
	const char *text = "";

	if (store_access_holds(cx, person, &h) != OK)
		return "";
	for (; h != NULL; h = h->next)
		text = arena_printf(cx->arena, "%s%s%s %s: %s", text,
		    *text == '\0' ? "" : ", ", h->type, h->team,
		    level_code(h->level));
	return text;
}

enum err
access_apply(struct ctx *cx, int64_t person, const char *const *groups)
{
	struct store_access_role *want, *have, *r;
	const char *before = holds_text(cx, person);
	struct store_access_staff who;
	unsigned int rights;
	struct event_body *b;
	struct access_land l;
	bool moved, same;
	enum err e;

	if ((e = store_access_staff(cx, person, &who)) != OK ||
	    (e = access_roles_wanted(cx, who.login, groups, &want)) != OK ||
	    (e = store_access_roles(cx, person, &have)) != OK ||
	    (e = access_roles_survey(cx, &l)) != OK ||
	    (e = access_roles_spread(cx, &l, person, want, &moved)) != OK)
		return e;
	if ((e = access_roles_views(cx, person, &rights)) != OK)
		return e;
	rights |= RIGHT_SELF;
	for (r = want; r != NULL; r = r->next)
		rights |= access_role_rights(r->role);
	same = access_roles_same(want, have);
	if (same && !moved && rights == who.rights)
		return OK;
	if ((!same && (e = store_access_set_roles(cx, person, want)) != OK) ||
	    (e = store_access_rights(cx, person, rights)) != OK ||
	    (e = store_wall_follow_person(cx, person)) != OK ||
	    (e = absence_follow_all(cx)) != OK)
		return e;
	b = event_body(cx);
	event_fact(b, "person", who.name);
	event_fact(b, "login", who.login);
	event_before(b, "roles", access_roles_text(cx, have));
	event_after(b, "roles", access_roles_text(cx, want));
	if (moved) {
		event_before(b, "scopes", before);
		event_after(b, "scopes", holds_text(cx, person));
	}
	return event_add_topic(cx, "rights", "rights.changed", b);
}

enum err
access_spread(struct ctx *cx)
{
	struct store_access_role *r;
	const char *before;
	struct store_access_staff who;
	struct event_body *b;
	int64_t *people;
	struct access_land l;
	unsigned int views;
	bool moved;
	size_t i, n;
	enum err e;

	if ((e = access_roles_survey(cx, &l)) != OK ||
	    (e = store_access_everybody(cx, &people, &n)) != OK)
		return e;
	for (i = 0; i < n; i++) {
		before = holds_text(cx, people[i]);
		if ((e = store_access_staff(cx, people[i], &who)) != OK ||
		    (e = store_access_roles(cx, people[i], &r)) != OK ||
		    (e = access_roles_spread(cx, &l, people[i], r,
		    &moved)) != OK ||
		    (e = access_roles_views(cx, people[i], &views)) != OK ||
		    (e = store_access_rights(cx, people[i],
		    (who.rights & ~VIEWS) | views)) != OK)
			return e;
		if (!moved)
			continue;
		b = event_body(cx);
		event_fact(b, "person", who.name);
		event_fact(b, "login", who.login);
		event_before(b, "scopes", before);
		event_after(b, "scopes", holds_text(cx, people[i]));
		if ((e = event_add_topic(cx, "rights", "rights.changed",
		    b)) != OK)
			return e;
	}
	return absence_follow_all(cx);
}

enum err
access_enter(struct ctx *cx, int64_t person)
{
	struct store_access_staff who;
	enum err e;

	if ((e = store_access_staff(cx, person, &who)) != OK)
		return e;
	if (who.person == 0 || !who.enabled)
		return refuse(cx, ERR_SIGNON, "%s",
		    _("Your account is not active. Ask your administrator."));
	cx->viewer = person;
	cx->rights = who.rights | RIGHT_SELF;
	cx->login = who.login;
	cx->name = who.name;
	cx->shortcuts = who.shortcuts;
	cx->standing = NULL;
	if (who.language[0] != '\0')
		cx->lang = who.language;
	if (who.zone[0] != '\0')
		cx->zone = who.zone;
	return who.stands_in ? absence_enter(cx) : OK;
}

enum err
access_scopes(struct ctx *cx, enum level at_least, struct scope_choice **out)
{
	struct store_access_hold *h;
	struct scope_choice **tail = out, *c;
	enum err e;

	*out = NULL;
	if ((e = store_access_holds(cx, cx->viewer, &h)) != OK)
		return e;
	for (; h != NULL; h = h->next) {
		if (h->level < at_least)
			continue;
		c = arena_alloc(cx->arena, sizeof(*c));
		c->scope = h->scope;
		c->type = h->type;
		c->team = h->team;
		c->team_code = h->team_code;
		c->level = h->level;
		*tail = c;
		tail = &c->next;
	}
	return OK;
}

enum err
access_places(struct ctx *cx, struct access_place **out)
{
	struct store_access_hold *h;
	struct access_place **tail = out, *p;
	enum err e;

	*out = NULL;
	if ((e = store_access_all(cx, &h)) != OK)
		return e;
	for (; h != NULL; h = h->next) {
		p = arena_alloc(cx->arena, sizeof(*p));
		p->scope = h->scope;
		p->team = h->team;
		p->team_code = h->team_code;
		e = casetype_current(cx, h->type, &p->type);
		if (e == ERR_MISSING)
			continue;	/* its type is not installed here */
		if (e != OK)
			return e;
		p->code = arena_printf(cx->arena, "%s/%s", p->type->code,
		    p->team_code);
		*tail = p;
		tail = &p->next;
	}
	return OK;
}

enum err
access_roles(struct ctx *cx, int64_t person, struct access_role **out)
{
	struct store_access_role *r;
	struct access_role **tail = out, *a;
	enum err e;

	*out = NULL;
	if ((e = store_access_roles(cx, person, &r)) != OK)
		return e;
	for (; r != NULL; r = r->next) {
		a = arena_alloc(cx->arena, sizeof(*a));
		a->role = r->role;
		a->label = r->label;
		a->types = r->types;
		a->team = r->team_name;
		a->level = r->level;
		*tail = a;
		tail = &a->next;
	}
	return OK;
}

static enum err
manages(struct ctx *cx, const struct dossier *d)
{
	if (d->level >= LEVEL_MANAGE)
		return OK;
	return refuse(cx, ERR_FORBIDDEN, "%s", _("Only who manages this case "
	    "decides who has access. Ask its lead."));
}

static struct store_access_grant *
find(struct store_access_grant *g, int64_t person)
{
	for (; g != NULL; g = g->next)
		if (g->person == person)
			return g;
	return NULL;
}

/* Does somebody but this person keep the case in hand for good? */
static bool
others_manage(const struct store_access_grant *g, int64_t person)
{
	for (; g != NULL; g = g->next)
		if (g->person != person && g->level >= LEVEL_MANAGE &&
		    g->until == 0)
			return true;
	return false;
}

static enum err
keeps_a_manager(struct ctx *cx, const struct dossier *d,
    const struct store_access_grant *all, int64_t person)
{
	if (!d->restricted || others_manage(all, person))
		return OK;
	return refuse(cx, ERR_CONFLICT, "%s", _("Somebody must be left who "
	    "manages this case. Give that to another person first."));
}

static enum err
may_hold(struct ctx *cx, const struct dossier *d, int64_t person,
    struct store_access_staff *who)
{
	bool walled;
	enum err e;

	if ((e = store_access_staff(cx, person, who)) != OK ||
	    (e = store_access_walled(cx, d->id, person, &walled)) != OK)
		return e;
	if (who->person == 0 || !who->enabled ||
	    (who->rights & RIGHT_STAFF) == 0)
		return refuse_field(cx, "person", "%s",
		    _("Choose somebody of the staff."));
	if (walled)
		return wall_check_refuse(cx, d, "person", person, who->name);
	return OK;
}

enum err
access_grant(struct ctx *cx, struct dossier *d, int64_t person,
    enum level level, int64_t until, const char *why)
{
	struct store_access_grant *all, *old, new = { .person = person,
	    .level = level, .until = until };
	struct store_access_staff who;
	struct event_body *b;
	enum err e;

	if ((e = manages(cx, d)) != OK ||
	    (e = may_hold(cx, d, person, &who)) != OK ||
	    (e = absence_not_self(cx, d, "person", person,
	    LEVEL_MANAGE)) != OK ||
	    (e = store_access_grants(cx, d->id, &all)) != OK)
		return e;
	if (level < LEVEL_READ || level > LEVEL_MANAGE)
		return refuse_field(cx, "level", "%s",
		    _("Choose what the person may do."));
	if (until != 0 && until <= cx->now)
		return refuse_field(cx, "until", "%s",
		    _("Choose a day in the future."));
	if (person == d->lead && (level < LEVEL_MANAGE || until != 0))
		return refuse_field(cx, "person", _("%s leads this case and "
		    "manages it. Name another lead first."), who.name);
	if ((level < LEVEL_MANAGE || until != 0) &&
	    find(all, person) != NULL &&
	    (e = keeps_a_manager(cx, d, all, person)) != OK)
		return e;
	if ((e = store_access_put_grant(cx, d->id, &new)) != OK)
		return e;
	b = event_body(cx);
	event_fact(b, "person", who.name);
	event_fact(b, "level", level_code(level));
	if (until != 0)
		event_number(b, "until", until);
	if ((old = find(all, person)) != NULL)
		event_before(b, "level", level_code(old->level));
	event_why(b, why);
	return event_add(cx, d, "grant.given", b);
}

enum err
access_revoke(struct ctx *cx, struct dossier *d, int64_t person,
    const char *why)
{
	struct store_access_grant *all, *old;
	struct event_body *b;
	enum err e;

	if ((e = manages(cx, d)) != OK ||
	    (e = store_access_grants(cx, d->id, &all)) != OK)
		return e;
	if ((old = find(all, person)) == NULL)
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("This person holds no access of their own any more."));
	if (old->for_whom[0] != '\0' && old->own == LEVEL_NONE)
		return refuse(cx, ERR_CONFLICT, _("%s stands in here for %s. "
		    "That ends with the absence."), old->name,
		    old->for_whom);
	if (person == d->lead)
		return refuse(cx, ERR_CONFLICT, _("%s leads this case. Name "
		    "another lead first."), old->name);
	if ((e = keeps_a_manager(cx, d, all, person)) != OK ||
	    (e = store_access_drop_grant(cx, d->id, person)) != OK)
		return e;
	b = event_body(cx);
	event_fact(b, "person", old->name);
	event_fact(b, "level", level_code(old->level));
	event_why(b, why);
	return event_add(cx, d, "grant.revoked", b);
}

enum err
access_grants(struct ctx *cx, const struct dossier *d,
    struct access_holder **out)
{
	struct store_access_grant *g;
	struct access_holder **tail = out, *h;
	enum err e;

	*out = NULL;
	if ((e = manages(cx, d)) != OK ||
	    (e = store_access_grants(cx, d->id, &g)) != OK)
		return e;
	for (; g != NULL; g = g->next) {
		h = arena_alloc(cx->arena, sizeof(*h));
		h->person = g->person;
		h->number = g->number;
		h->name = g->name;
		h->level = g->level;
		h->until = g->until;
		h->for_whom = g->for_whom;
		h->own = g->own;
		*tail = h;
		tail = &h->next;
	}
	return OK;
}

/* Who restricts must not lock everybody out, nor themselves. */
static enum err
keep_actor(struct ctx *cx, const struct dossier *d)
{
	struct store_access_grant *all, mine = { .person = cx->viewer,
	    .level = LEVEL_MANAGE };
	const struct store_access_grant *g;
	enum err e;

	if ((e = store_access_grants(cx, d->id, &all)) != OK)
		return e;
	g = find(all, cx->viewer);
	if (g != NULL && g->level >= LEVEL_MANAGE && g->until == 0)
		return OK;
	return store_access_put_grant(cx, d->id, &mine);
}

enum err
access_restrict(struct ctx *cx, struct dossier *d, bool restricted,
    const char *why)
{
	struct event_body *b;
	enum err e;

	if ((e = manages(cx, d)) != OK)
		return e;
	if (d->restricted == restricted)
		return refuse(cx, ERR_CONFLICT, "%s", restricted ?
		    _("This case is restricted already.") :
		    _("This case is not restricted any more."));
	if (absence_own(d) < LEVEL_MANAGE)
		return refuse(cx, ERR_FORBIDDEN, "%s", _("You stand in here "
		    "for somebody who is away. Who manages this case "
		    "themselves decides whether it is restricted."));
	if ((restricted && (e = keep_actor(cx, d)) != OK) ||
	    (e = store_access_restrict(cx, d->id, restricted)) != OK)
		return e;
	d->restricted = restricted;
	b = event_body(cx);
	event_why(b, why);
	return event_add(cx, d, restricted ? "dossier.restricted" :
	    "dossier.unrestricted", b);
}
