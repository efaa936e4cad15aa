/* SPDX-License-Identifier: MIT */
/* Accepted sheets against the log. */
#include "domain/house/verify_handovers.h"

#include <stdlib.h>
#include <string.h>

#include "domain/desk/handover.h"
#include "domain/spine/event_get.h"
#include "store/store_event.h"
#include "store/store_verify_handovers.h"
#include "text/message.h"

struct told {
	struct told *next;
	int64_t no, actor, when;
	const char *handover, *sha256;
};

struct verify_handovers {
	struct ctx *cx;
	struct ctx small;	/* of one chain: its arena is emptied */
	struct told *told, **tail;
	int64_t accepted;	/* events of all chains */
	enum err err;
};

struct verify_handovers *
verify_handovers_begin(struct ctx *cx)
{
	struct verify_handovers *v = arena_alloc(cx->arena, sizeof(*v));

	v->cx = cx;
	v->small = *cx;
	v->small.arena = arena_new();
	v->tail = &v->told;
	return v;
}

enum err
verify_handovers_end(struct verify_handovers *v)
{
	arena_free(v->small.arena);
	return v->err;
}

void
verify_handovers_event(struct verify_handovers *v, struct ctx *small,
    const struct store_event *e)
{
	struct event event = { .kind = e->kind, .body = e->body };
	struct arena *a = v->small.arena;
	struct told *t;

	if (e->dossier == 0 || strcmp(e->kind, "handover.accepted") != 0)
		return;
	*v->tail = t = arena_alloc(a, sizeof(*t));
	v->tail = &t->next;
	t->actor = e->actor;
	t->when = e->recorded;
	t->no = strtoll(event_get(small, &event, "fact", "sheet"), NULL, 10);
	t->handover = arena_text(a, event_get(small, &event, "fact",
	    "handover"));
	t->sha256 = arena_text(a, event_get(small, &event, "fact",
	    "sha256"));
	v->accepted++;
}

static bool
same(struct verify_handovers *v, int64_t dossier, const char *number,
    const struct told *t)
{
	const struct handover h = { .number = t->handover };
	struct store_verify_sheet s;

	if ((v->err = store_verify_handovers(&v->small, t->handover, t->no,
	    &s)) != OK)
		return false;
	return s.dossier == dossier && t->actor == s.receiver &&
	    t->when == s.said && strcmp(t->sha256, s.sha256) == 0 &&
	    strcmp(t->sha256, handover_sheet_sum(&v->small, &h, number,
	    s.lines)) == 0;
}

bool
verify_handovers_chain(struct verify_handovers *v, int64_t dossier,
    const char *number, const char **fault)
{
	const struct told *t = v->told;

	*fault = NULL;
	if (t == NULL)
		return true;
	while (t != NULL && same(v, dossier, number, t))
		t = t->next;
	if (t != NULL && v->err == OK)
		*fault = arena_printf(v->cx->arena, _("%s: the sheet of "
		    "handover %s was changed."), number, t->handover);
	arena_reset(v->small.arena);
	v->told = NULL;
	v->tail = &v->told;
	return v->err == OK && *fault == NULL;
}

bool
verify_handovers_last(struct verify_handovers *v, const char **fault)
{
	int64_t sheets, stray;

	*fault = NULL;
	if ((v->err = store_verify_handovers_total(v->cx, &sheets,
	    &stray)) != OK)
		return false;
	if (sheets != v->accepted || stray != 0)
		*fault = _("There are sheets of handovers that no event "
		    "knows of.");
	return *fault == NULL;
}
