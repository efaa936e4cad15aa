/* SPDX-License-Identifier: MIT */
/* Which dossiers are matters of lawyers. */
#include "domain/desk/matter.h"

#include "domain/course/dossier_load.h"
#include "domain/dossier/dossier.h"
#include "domain/type/casetype.h"
#include "text/message.h"

bool
matter_is(const struct casetype *type)
{
	return (type->views & (TYPE_VIEW_LEGAL | TYPE_VIEW_CONTRACT)) != 0;
}

enum err
matter_types(struct ctx *cx, enum type_view view,
    const struct casetype *const **out)
{
	const struct casetype *t, *all, **list;
	size_t n = 1;
	enum err e;

	if ((e = casetype_all(cx, &all)) != OK)
		return e;
	for (t = all; t != NULL; t = t->next)
		n++;
	list = arena_array(cx->arena, n, sizeof(*list));
	for (t = all, n = 0; t != NULL; t = t->next)
		if ((t->views & view) != 0)
			list[n++] = t;
	list[n] = NULL;
	*out = list;
	return OK;
}

enum err
matter_open(struct ctx *cx, const char *number, enum level level,
    struct dossier **out)
{
	enum err e;

	if ((e = dossier_open(cx, number, level, out)) != OK)
		return e;
	return matter_is((*out)->type) ? dossier_load(cx, *out) :
	    refuse(cx, ERR_MISSING, "%s", _("This case is not a matter of "
	    "lawyers. Open it among the cases."));
}
