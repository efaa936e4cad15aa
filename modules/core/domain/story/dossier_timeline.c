/* SPDX-License-Identifier: MIT */
/* Reading the time line, page by page. */
#include "domain/story/dossier_timeline.h"

#include "domain/dossier/dossier.h"
#include "model/event.h"
#include "store/store_timeline.h"

/* Far enough: no moment lies beyond the year 9999. */
#define END INT64_C(253402300800)
#define ALL INT64_C(9223372036854775807)

enum err
dossier_timeline(struct ctx *cx, const struct dossier *d,
    const struct timeline_filter *f, struct event **out)
{
	struct store_timeline_filter s = { .actor = f->actor };
	struct event *event;
	enum err e;

	s.kind = f->kinds == NULL || f->kinds[0] == '\0' ? "" :
	    arena_printf(cx->arena, "%s.", f->kinds);
	s.from = f->from == 0 ? -END : f->from;
	s.until = f->until == 0 ? END : f->until;
	s.after = f->after;
	s.leaves = f->leaves;
	s.limit = f->limit == 0 ? ALL : f->limit;
	if ((e = store_timeline_list(cx, d, &s, out)) != OK)
		return e;
	for (event = *out; event != NULL; event = event->next)
		event->read = arena_alloc(cx->arena, sizeof(*event->read));
	return OK;
}

enum err
dossier_timeline_actors(struct ctx *cx, const struct dossier *d,
    struct person **out)
{
	return store_timeline_actors(cx, d, out);
}
