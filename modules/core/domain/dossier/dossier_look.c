/* SPDX-License-Identifier: MIT */
/* That somebody read a case: whether it goes on record, and which page. */
#include "domain/dossier/dossier_look.h"

#include <string.h>

#include "base/config.h"
#include "domain/spine/event.h"
#include "domain/spine/sight.h"

/* What stands behind {number} in the address of a page. */
static const char *
part_of(struct ctx *cx, const char *route)
{
	const char *s = strstr(route, "{number}");

	if (s == NULL)
		return "";
	s += strlen("{number}");
	s += *s == '/' || *s == '.';
	return arena_textn(cx->arena, s, strcspn(s, "/."));
}

static bool
is_protected(const struct ctx *cx, const struct dossier *d)
{
	return d->restricted || d->compartment != 0 || d->protects ||
	    strcmp(cx->conf->log_reads, "all") == 0;
}

void
dossier_look(struct ctx *cx, const struct dossier *d)
{
	struct event_body *b;
	const struct look *l;

	if (cx->reading == NULL || cx->conf == NULL ||
	    (!is_protected(cx, d) && d->way != WAY_GLASS &&
	    !sight_any(cx, d->type, SIGHT_FULL)))
		return;
	for (l = cx->looks; l != NULL; l = l->next)
		if (l->dossier == d->id)
			return;
	b = event_body(cx);
	event_fact(b, "page", part_of(cx, cx->reading));
	event_look(cx, d, "dossier.read", b);
}

void
dossier_look_found(struct ctx *cx, const struct dossier *list)
{
	struct event_body *b;
	struct dossier d;

	if (cx->reading == NULL || cx->conf == NULL)
		return;
	for (; list != NULL; list = list->next) {
		if (!is_protected(cx, list))
			continue;
		d = *list;
		d.way = WAY_UNASKED;
		b = event_body(cx);
		event_fact(b, "page", DOSSIER_LOOK_FOUND);
		event_look(cx, &d, "dossier.read", b);
	}
}
