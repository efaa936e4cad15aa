/* SPDX-License-Identifier: MIT */
/* Checks for conflicts that are made by themselves. */
#include "domain/course/clearance_follow.h"

#include <string.h>

#include "domain/course/clearance.h"
#include "model/casetype.h"

/* What brings somebody on. */
static bool
brings(const char *kind)
{
	return strcmp(kind, "party.added") == 0 ||
	    strcmp(kind, "dossier.registered") == 0 ||
	    strcmp(kind, "proceeding.docketed") == 0;
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
	if ((e = clearance_latest(cx, d, &c, &stale)) != OK || !stale)
		return e;
	return clearance_run(cx, d, &c);
}
