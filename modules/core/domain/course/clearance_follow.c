/* SPDX-License-Identifier: MIT */
/* Checks for conflicts that are made by themselves. */
#include "domain/course/clearance_follow.h"

#include <string.h>

#include "domain/course/clearance.h"
#include "domain/course/clearance_field.h"
#include "domain/dossier/dossier.h"
#include "model/casetype.h"
#include "store/store_dossier.h"

/* What brings somebody on. */
static bool
brings(const char *kind)
{
	return strcmp(kind, "party.added") == 0 ||
	    strcmp(kind, "dossier.registered") == 0 ||
	    strcmp(kind, "proceeding.docketed") == 0;
}

/* Whom an undone act brought on comes again: the case says what was decided
 * before, though the check of them is open. */
static enum err
again(struct ctx *cx, struct dossier *d, const struct clearance *c, bool *out)
{
	const struct type_field *f = clearance_field(d->type);
	enum err e;

	if (f == NULL || c == NULL || c->decided != 0)
		return OK;
	if ((e = store_dossier_values(cx, d)) == OK)
		*out = dossier_value(d, f->code)[0] != '\0';
	return e;
}

enum err
clearance_follow(struct ctx *cx, struct dossier *d, const struct event *ev)
{
	struct clearance *c;
	bool stale;
	enum err e;

	if (!brings(ev->kind) || d->type == NULL ||
	    (d->type->views & TYPE_VIEW_LEGAL) == 0 ||
	    d->level < LEVEL_WORK)
		return OK;
	if ((e = clearance_latest(cx, d, &c, &stale)) != OK)
		return e;
	if (!stale && (e = again(cx, d, c, &stale)) != OK)
		return e;
	if (!stale)
		return OK;
	return clearance_renew(cx, d);
}
