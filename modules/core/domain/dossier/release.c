/* SPDX-License-Identifier: MIT */
/* What is privileged leaves the house by an act of who answers for it. */
#include "domain/dossier/release.h"

#include "domain/dossier/compartment_part.h"
#include "domain/people/compartment.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "store/store_release.h"
#include "text/message.h"

#define RECEIVER_MAX 200

static enum err
note_it(struct ctx *cx, struct dossier *d, const struct compartment_part *p,
    const char *verb, const char *receiver, int64_t until, const char *why)
{
	static const char *const nouns[] = {
		[COMPARTMENT_DOCUMENT] = "document",
		[COMPARTMENT_NOTE] = "note", [COMPARTMENT_TASK] = "task",
		[COMPARTMENT_FORM] = "form"
	};
	struct event_body *b = event_body(cx);

	event_number(b, "no", p->no);
	if (p->kind != COMPARTMENT_NOTE)
		event_fact(b, p->kind == COMPARTMENT_DOCUMENT ? "name" :
		    "title", p->name);
	if (p->kind == COMPARTMENT_FORM)
		event_fact(b, "form", p->code);
	if (receiver != NULL)
		event_fact(b, "receiver", receiver);
	event_count(b, "until", until);
	event_why(b, why);
	event_within(b, p->no, p->compartment);
	return event_add(cx, d, arena_printf(cx->arena, "%s.%s",
	    nouns[p->kind], verb), b);
}

enum err
release_give(struct ctx *cx, struct dossier *d, struct compartment_part *p,
    const struct release_new *n)
{
	struct release r = { .no = p->no, .until = n->until };
	enum err e, bad;

	if ((e = keep_level(cx, d, LEVEL_WORK)) != OK)
		return e;
	if (!p->privileged)
		return refuse(cx, ERR_CONFLICT, "%s", _("This is in no "
		    "privileged compartment: nothing holds it back."));
	if (!p->held)
		return refuse(cx, ERR_CONFLICT, "%s", _("This is released. "
		    "Take that back first."));
	bad = keep_reason(cx, "why", n->why, &r.reason);
	if (n->until != 0 && n->until <= cx->now)
		bad = refuse_field(cx, "until", "%s",
		    _("Choose a day in the future."));
	if ((e = keep_text(cx, "receiver", n->receiver, 1, RECEIVER_MAX,
	    false, &r.receiver)) != OK || (e = bad) != OK ||
	    (e = store_release_add(cx, d, &r)) != OK)
		return e;
	p->held = false;
	return note_it(cx, d, p, "disclosed", r.receiver, r.until, r.reason);
}

enum err
release_end(struct ctx *cx, struct dossier *d, struct compartment_part *p,
    const char *why)
{
	enum err e;

	if ((e = keep_level(cx, d, LEVEL_WORK)) != OK)
		return e;
	if (!p->privileged || p->held)
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("This is not released."));
	if ((e = keep_reason(cx, "why", why, &why)) != OK ||
	    (e = store_release_end(cx, d, p->no, why)) != OK)
		return e;
	p->held = true;
	return note_it(cx, d, p, "withheld", NULL, 0, why);
}

enum err
release_list(struct ctx *cx, const struct dossier *d, int64_t no,
    struct release **out)
{
	enum err e;

	if ((e = keep_level(cx, d, LEVEL_READ)) != OK)
		return e;
	return store_release_list(cx, d, no, out);
}

enum err
release_held(struct ctx *cx, const struct dossier *d,
    enum compartment_kind kind, int64_t *out)
{
	int64_t counts[COMPARTMENT_KINDS];
	enum err e = store_release_held(cx, d, counts);

	*out = e != OK ? 0 : compartment_part_sum(counts, kind);
	return e;
}

static bool
is_privileged(const struct compartment *c, int64_t id)
{
	while (c != NULL && c->id != id)
		c = c->next;
	return c != NULL && c->privilege;
}

enum err
release_leaving(struct ctx *cx, struct dossier **list, int64_t *held)
{
	struct compartment *all = NULL;
	enum err e;

	while (*list != NULL) {
		if ((*list)->compartment != 0 && all == NULL &&
		    (e = compartment_list(cx, &all)) != OK)
			return e;
		if (is_privileged(all, (*list)->compartment)) {
			*list = (*list)->next;
			++*held;
		} else
			list = &(*list)->next;
	}
	return OK;
}
