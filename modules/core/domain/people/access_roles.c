/* SPDX-License-Identifier: MIT */
/* Groups to roles, roles to scopes. */
#include "domain/people/access_roles.h"

#include <string.h>
#include <strings.h>

#include "base/config.h"
#include "domain/type/casetype.h"
#include "text/fold.h"

/* The label of the role that no group gives. */
#define ADMINISTRATORS "administrators of dossier.conf"

/* Two DNs, without regard to case and to blanks after a comma. */
static bool
same_dn(const char *a, const char *b)
{
	while (*a != '\0' && strncasecmp(a, b, 1) == 0) {
		if (*a == ',') {
			a += strspn(a + 1, " ");
			b += strspn(b + 1, " ");
		}
		a++;
		b++;
	}
	return *a == '\0' && *b == '\0';
}

/* Is this the value that a DN begins with? "\," in it is a comma. */
static bool
same_name(const char *wanted, const char *value)
{
	for (; *value != '\0' && *value != ',' && *value != '+'; value++) {
		if (*value == '\\' && value[1] != '\0')
			value++;
		if (*wanted == '\0' || strncasecmp(wanted++, value, 1) != 0)
			return false;
	}
	return *wanted == '\0';
}

/* "cn=Front desk,ou=groups" against "front desk" or the whole DN. */
static bool
same_group(const char *wanted, const char *named)
{
	const char *value = strchr(named, '=');

	if (same_dn(wanted, named))
		return true;
	if (value == NULL || strchr(wanted, '=') != NULL)
		return false;
	return same_name(wanted, value + 1);
}

static bool
member(const struct config_group *g, const char *const *groups)
{
	for (; *groups != NULL; groups++)
		if (same_group(g->group, *groups))
			return true;
	return false;
}

/* "Customer service" is customer-service in addresses. */
static const char *
team_code(struct ctx *cx, const char *name)
{
	char *code = fold(cx->arena, name), *to = code;
	const char *s;

	for (s = code; *s != '\0'; s++) {
		unsigned char c = (unsigned char)*s;

		if (c >= 0x80 || (c >= 'a' && c <= 'z') ||
		    (c >= '0' && c <= '9'))
			*to++ = *s;
		else if (to != code && to[-1] != '-')
			*to++ = '-';
	}
	if (to != code && to[-1] == '-')
		to--;
	*to = '\0';
	return code;
}

/* Is it one of the administrators that dossier.conf names? */
static bool
is_administrator(const struct config *conf, const char *login)
{
	const char *s = conf->administrators;
	size_t n = strlen(login), len;

	for (; s != NULL && *(s += strspn(s, " \t,")) != '\0'; s += len) {
		len = strcspn(s, " \t,");
		if (len == n && strncasecmp(s, login, n) == 0)
			return true;
	}
	return false;
}

enum err
access_roles_wanted(struct ctx *cx, const char *login,
    const char *const *groups, struct store_access_role **out)
{
	const struct config_group *g;
	struct store_access_role **at, *r;
	enum err e;

	*out = NULL;
	if (groups == NULL)
		return OK;
	if (is_administrator(cx->conf, login)) {
		r = *out = arena_alloc(cx->arena, sizeof(*r));
		r->label = ADMINISTRATORS;
		r->role = "admin";
		r->types = r->team_name = "";
	}
	for (g = cx->conf->groups; g != NULL; g = g->next) {
		if (!member(g, groups))
			continue;
		r = arena_alloc(cx->arena, sizeof(*r));
		r->label = g->label;
		r->role = g->role;
		r->types = g->types;
		r->team_name = g->team;
		r->level = (enum level)g->level;
		if (strcmp(g->team, "*") == 0)
			r->team = -1;
		else if (g->team[0] != '\0' && (e = store_access_team(cx,
		    g->team, team_code(cx, g->team), &r->team)) != OK)
			return e;
		for (at = out; *at != NULL &&
		    strcmp((*at)->label, r->label) < 0; at = &(*at)->next)
			continue;
		r->next = *at;
		*at = r;
	}
	return OK;
}

bool
access_roles_same(const struct store_access_role *a,
    const struct store_access_role *b)
{
	for (; a != NULL && b != NULL; a = a->next, b = b->next)
		if (strcmp(a->label, b->label) != 0 ||
		    strcmp(a->role, b->role) != 0 ||
		    strcmp(a->types, b->types) != 0 || a->team != b->team ||
		    a->level != b->level)
			return false;
	return a == NULL && b == NULL;
}

/* Notes a level on a scope, the highest of all roles, sorted by scope. */
static void
hold(struct ctx *cx, struct store_access_hold **list, int64_t scope,
    enum level level)
{
	struct store_access_hold *h;

	for (; *list != NULL && (*list)->scope < scope; list = &(*list)->next)
		continue;
	if (*list != NULL && (*list)->scope == scope) {
		if ((*list)->level < level)
			(*list)->level = level;
		return;
	}
	h = arena_alloc(cx->arena, sizeof(*h));
	h->scope = scope;
	h->level = level;
	h->next = *list;
	*list = h;
}

bool
access_roles_name_type(const char *types, const char *code)
{
	size_t n = strlen(code), len;

	if (strcmp(types, "*") == 0)
		return true;
	for (; *types != '\0'; types += len) {
		types += strspn(types, " \t,");
		len = strcspn(types, " \t,");
		if (len == n && strncmp(types, code, n) == 0)
			return true;
	}
	return false;
}

enum err
access_roles_survey(struct ctx *cx, struct access_land *l)
{
	enum err e;

	if ((e = store_access_types(cx, &l->types, &l->ntypes)) != OK)
		return e;
	return store_access_teams(cx, &l->teams, &l->nteams);
}

static enum err
role_scopes(struct ctx *cx, const struct access_land *l,
    const struct store_access_role *r, struct store_access_hold **out)
{
	size_t i, k, teams = r->team == -1 ? l->nteams : 1;
	int64_t scope;
	enum err e;

	for (i = 0; i < l->ntypes; i++) {
		if (!access_roles_name_type(r->types, l->types[i]))
			continue;
		for (k = 0; k < teams; k++) {
			if ((e = store_access_scope(cx, l->types[i],
			    r->team == -1 ? l->teams[k] : r->team,
			    &scope)) != OK)
				return e;
			hold(cx, out, scope, r->level);
		}
	}
	return OK;
}

enum err
access_roles_spread(struct ctx *cx, const struct access_land *l, int64_t person,
    const struct store_access_role *r, bool *changed)
{
	struct store_access_hold *want = NULL, *have, *sorted = NULL, *h;
	const struct store_access_hold *w;
	enum err e;

	for (; r != NULL; r = r->next)
		if (r->team != 0 && r->level > LEVEL_NONE &&
		    (e = role_scopes(cx, l, r, &want)) != OK)
			return e;
	if ((e = store_access_holds(cx, person, &have)) != OK)
		return e;
	for (h = have; h != NULL; h = h->next)
		hold(cx, &sorted, h->scope, h->level);
	for (w = want, h = sorted; w != NULL && h != NULL;
	    w = w->next, h = h->next)
		if (w->scope != h->scope || w->level != h->level)
			break;
	*changed = w != NULL || h != NULL;
	return *changed ? store_access_set_holds(cx, person, want) : OK;
}

static unsigned int
right_of(unsigned int views)
{
	return ((views & (TYPE_VIEW_LEGAL | TYPE_VIEW_CONTRACT)) != 0 ?
	    RIGHT_LEGAL : 0) | ((views & TYPE_VIEW_MEDICAL) != 0 ?
	    RIGHT_MEDICAL : 0);
}

enum err
access_roles_views(struct ctx *cx, int64_t person, unsigned int *out)
{
	struct store_access_hold *all, *h;
	const struct casetype *type;
	enum err e;

	*out = 0;
	if ((e = store_access_holds(cx, person, &all)) != OK ||
	    (e = casetype_all(cx, &type)) != OK)
		return e;
	for (; type != NULL; type = type->next)
		for (h = all; h != NULL; h = h->next)
			if (h->level >= LEVEL_READ &&
			    strcmp(h->type, type->code) == 0)
				*out |= right_of(type->views);
	return OK;
}

const char *
access_roles_text(struct ctx *cx, const struct store_access_role *r)
{
	const char *text = "";

	for (; r != NULL; r = r->next)
		text = arena_printf(cx->arena, "%s%s%s (%s)", text,
		    *text == '\0' ? "" : ", ", r->label, r->role);
	return text;
}
