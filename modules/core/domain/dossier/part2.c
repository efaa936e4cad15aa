/* SPDX-License-Identifier: MIT */
/* What 42 CFR part 2 guards: marked, and told to who asks for consents. */
#include "domain/dossier/part2.h"

#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "model/consent.h"
#include "store/store_part2.h"
#include "text/message.h"

const struct part2 *
part2_of(const struct part2 *list, int64_t no)
{
	while (list != NULL && (list->no != no || list->ended != 0))
		list = list->next;
	return list;
}

enum err
part2_list(struct ctx *cx, const struct dossier *d, struct part2 **out)
{
	return store_part2_list(cx, d, out);
}

/* Its name is not told: it may go into a compartment one day. */
static enum err
tell(struct ctx *cx, struct dossier *d, const char *kind, int64_t no,
    bool counselling, const char *why)
{
	struct event_body *b = event_body(cx);

	event_count(b, "no", no);
	event_fact(b, "class", counselling ? "counselling" : "part2");
	event_why(b, why);
	return event_add(cx, d, kind, b);
}

enum err
part2_mark(struct ctx *cx, struct dossier *d, int64_t no,
    bool counselling, const char *why)
{
	struct part2 g = { .no = no, .counselling = counselling };
	const struct part2 *old;
	struct part2 *all;
	enum err e;

	if ((e = keep_level(cx, d, LEVEL_WORK)) != OK ||
	    (e = part2_list(cx, d, &all)) != OK ||
	    (e = keep_reason(cx, "why", why, &g.why)) != OK)
		return e;
	old = part2_of(all, no);
	if (old != NULL && old->counselling == counselling)
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("This is marked so already."));
	if ((old != NULL && (e = store_part2_end(cx, old, g.why)) != OK) ||
	    (e = store_part2_add(cx, d, &g)) != OK)
		return e;
	return tell(cx, d, "part2.marked", no, counselling, g.why);
}

enum err
part2_unmark(struct ctx *cx, struct dossier *d, int64_t no,
    const char *why)
{
	const struct part2 *old;
	struct part2 *all;
	enum err e;

	if ((e = keep_level(cx, d, LEVEL_MANAGE)) != OK ||
	    (e = part2_list(cx, d, &all)) != OK)
		return e;
	if ((old = part2_of(all, no)) == NULL)
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("This is not marked."));
	if ((e = keep_reason(cx, "why", why, &why)) != OK ||
	    (e = store_part2_end(cx, old, why)) != OK)
		return e;
	return tell(cx, d, "part2.unmarked", no, old->counselling, why);
}

static void
add(const struct part2 *g, unsigned int *what)
{
	if (g != NULL)
		*what |= g->counselling ? CONSENT_COUNSELLING :
		    CONSENT_PART2;
}

enum err
part2_what(struct ctx *cx, const struct dossier *d, const int64_t *numbers,
    size_t n, unsigned int *what)
{
	struct part2 *all;
	enum err e;
	size_t i;

	if ((e = part2_list(cx, d, &all)) != OK)
		return e;
	add(part2_of(all, 0), what);
	for (i = 0; i < n; i++)
		add(part2_of(all, numbers[i]), what);
	return OK;
}
