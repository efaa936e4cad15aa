/* SPDX-License-Identifier: MIT */
/* The roles of CMMN that a viewer has on a dossier. */
#include <string.h>

#include "domain/course/plan_step.h"
#include "store/store_access.h"
#include "store/store_party.h"

enum err
plan_roles(struct ctx *cx, struct dossier *d, const char *const **out)
{
	struct store_access_role *r, *roles;
	const struct party *p;
	const char **list;
	size_t n = 0;
	enum err e;

	if ((e = store_access_roles(cx, cx->viewer, &roles)) != OK ||
	    (d->parties == NULL && (e = store_party_list(cx, d)) != OK))
		return e;
	for (r = roles; r != NULL; r = r->next)
		n++;
	for (p = d->parties; p != NULL; p = p->next)
		n += p->person == cx->viewer;
	*out = list = arena_array(cx->arena, n + 3, sizeof(*list));
	if (d->lead != 0 && d->lead == cx->viewer)
		*list++ = "lead";
	if (d->level >= LEVEL_MANAGE)
		*list++ = "manage";
	for (r = roles; r != NULL; r = r->next)
		*list++ = r->label;
	for (p = d->parties; p != NULL; p = p->next)
		if (p->person == cx->viewer && p->ended == 0 &&
		    strcmp(p->role, "lead") != 0)
			*list++ = p->role;
	return OK;
}
