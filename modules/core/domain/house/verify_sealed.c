/* SPDX-License-Identifier: MIT */
/* Signed notes beside their events. */
#include "domain/house/verify_sealed.h"

#include <stdlib.h>
#include <string.h>

#include "domain/dossier/sealed.h"
#include "domain/spine/event_get.h"
#include "store/store_event.h"
#include "store/store_verify_sealed.h"
#include "text/message.h"

struct told {
	struct told *next;
	int64_t no, signature, actor, when;
	const char *name, *meaning, *sha256;
};

struct verify_sealed {
	struct ctx *cx;
	struct ctx small;	/* of one chain: its arena is emptied */
	struct told *told, **tail;
	int64_t signatures;	/* events of all chains */
	enum err err;
};

struct verify_sealed *
verify_sealed_begin(struct ctx *cx)
{
	struct verify_sealed *v = arena_alloc(cx->arena, sizeof(*v));

	v->cx = cx;
	v->small = *cx;
	v->small.arena = arena_new();
	v->tail = &v->told;
	return v;
}

enum err
verify_sealed_end(struct verify_sealed *v)
{
	arena_free(v->small.arena);
	return v->err;
}

void
verify_sealed_event(struct verify_sealed *v, struct ctx *small,
    const struct store_event *e)
{
	struct event event = { .kind = e->kind, .body = e->body };
	bool author = strcmp(e->kind, "note.added") == 0;
	struct arena *a = v->small.arena;
	const char *sum;
	struct told *t;

	if (e->dossier == 0 || (!author && strcmp(e->kind,
	    "note.countersigned") != 0))
		return;
	sum = event_get(small, &event, "fact", "sha256");
	if (sum[0] == '\0')
		return;
	*v->tail = t = arena_alloc(a, sizeof(*t));
	v->tail = &t->next;
	t->signature = author ? 1 : 2;
	t->actor = e->actor;
	t->when = e->recorded;
	t->no = strtoll(event_get(small, &event, "fact", "no"), NULL, 10);
	t->name = arena_text(a, event_get(small, &event, "fact", "signer"));
	t->meaning = arena_text(a, event_get(small, &event, "fact",
	    "meaning"));
	t->sha256 = arena_text(a, sum);
	v->signatures++;
}

static bool
same(struct verify_sealed *v, const char *number, const struct told *t)
{
	struct sealed_signature g = { .no = 0 };
	struct sealed s;

	if ((v->err = store_verify_sealed(&v->small, number, t->no,
	    t->signature, &s, &g)) != OK || s.seal == 0)
		return false;
	return g.signer == t->actor && g.signed_at == t->when &&
	    strcmp(g.name, t->name) == 0 &&
	    strcmp(g.meaning, t->meaning) == 0 &&
	    strcmp(g.sha256, t->sha256) == 0 &&
	    strcmp(s.sha256, t->sha256) == 0 &&
	    strcmp(sealed_shown(&v->small, &s), t->sha256) == 0;
}

bool
verify_sealed_chain(struct verify_sealed *v, const char *number,
    const char **fault)
{
	const struct told *t = v->told;

	*fault = NULL;
	if (t == NULL)
		return true;
	while (t != NULL && same(v, number, t))
		t = t->next;
	if (t != NULL && v->err == OK)
		*fault = arena_printf(v->cx->arena, _("%s: what was signed "
		    "as note %lld was changed."), number, (long long)t->no);
	arena_reset(v->small.arena);
	v->told = NULL;
	v->tail = &v->told;
	return v->err == OK && *fault == NULL;
}

bool
verify_sealed_last(struct verify_sealed *v, const char **fault)
{
	int64_t n;

	*fault = NULL;
	if ((v->err = store_verify_sealed_total(v->cx, &n)) != OK)
		return false;
	if (n != v->signatures)
		*fault = _("There are signatures on notes that no event "
		    "knows of.");
	return *fault == NULL;
}
