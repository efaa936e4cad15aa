/* SPDX-License-Identifier: MIT */
/* Whose cases those of an import are. */
#include "domain/desk/import_scope.h"

#include <string.h>

#include "base/config.h"
#include "domain/people/access.h"
#include "domain/people/access_roles.h"
#include "text/fold.h"
#include "text/message.h"

/* Do people of the team lead cases of this very type? */
static bool
leads(struct ctx *cx, const struct store_import_scope *s, const char *type)
{
	const char *team = fold(cx->arena, s->name);
	const struct config_group *g;

	for (g = cx->conf->groups; g != NULL; g = g->next)
		if ((access_role_rights(g->role) & RIGHT_LEAD) != 0 &&
		    strcmp(g->types, "*") != 0 &&
		    access_roles_name_type(g->types, type) &&
		    strcmp(fold(cx->arena, g->team), team) == 0)
			return true;
	return false;
}

/* By name, else the one that handles the type, else the one that leads it;
 * NULL when that is none or several. */
static struct store_import_scope *
choose(struct ctx *cx, const char *type, const char *named,
    struct store_import_scope *all)
{
	struct store_import_scope *s, *found = NULL;
	const char *key;

	if (named != NULL) {
		key = fold(cx->arena, named);
		for (s = all; s != NULL; s = s->next)
			if (strcmp(s->code, named) == 0 ||
			    strcmp(fold(cx->arena, s->name), key) == 0)
				break;
		return s;
	}
	if (all != NULL && all->next == NULL)
		return all;
	for (s = all; s != NULL; s = s->next) {
		if (!leads(cx, s, type))
			continue;
		if (found != NULL)
			return NULL;
		found = s;
	}
	return found;
}

enum err
import_scope(struct ctx *cx, const char *type, const char *named,
    struct store_import_scope **out)
{
	struct store_import_scope *all, *s;
	const char *names = "";
	enum err e;

	if ((e = store_import_scopes(cx, type, &all)) != OK)
		return e;
	if ((*out = choose(cx, type, named, all)) != NULL)
		return OK;
	if (all == NULL)
		return refuse(cx, ERR_INVALID, _("No team handles “%s” yet: "
		    "name one in a [group] of dossier.conf and run “dossier "
		    "directory sync”."), type);
	for (s = all; s != NULL; s = s->next)
		names = arena_printf(cx->arena, "%s%s%s", names,
		    names[0] == '\0' ? "" : ", ", s->name);
	return refuse(cx, ERR_INVALID,
	    _("Say with --team whose cases these are: %s."), names);
}
