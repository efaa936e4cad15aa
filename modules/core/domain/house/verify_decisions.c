/* SPDX-License-Identifier: MIT */
/* Two ordered walks: what events tell of decisions, and what is kept. */
#include "domain/house/verify_decisions.h"

#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "domain/course/decision_why.h"
#include "domain/spine/event_get.h"
#include "store/store_event.h"
#include "store/store_verify_kept.h"
#include "text/message.h"

#define PAGE 500

struct sum {
	int64_t dossier, no;
	unsigned char of[DIGEST_SIZE];	/* zeros: it can be no row's */
};

struct verify_decisions {
	struct ctx *cx;
	struct sum page[PAGE];		/* rows to come */
	size_t n, at;
	bool all;			/* no page comes after this one */
	int64_t dossier, no;		/* of the last row read */
	struct arena *row, *chain;	/* of one; what its events told */
	struct sum *told;		/* by no */
	size_t n_told, room;
	enum err err;
};

struct verify_decisions *
verify_decisions_begin(struct ctx *cx)
{
	struct verify_decisions *v = arena_alloc(cx->arena, sizeof(*v));

	v->cx = cx;
	v->dossier = v->no = INT64_MIN;
	v->row = arena_new();
	v->chain = arena_new();
	return v;
}

enum err
verify_decisions_end(struct verify_decisions *v)
{
	arena_free(v->row);
	arena_free(v->chain);
	return v->err;
}

/* The kinds that bear a sum of what is kept. */
static bool
is_kept(const char *kind)
{
	return strcmp(kind, "decision.proposed") == 0 ||
	    strcmp(kind, "decision.made") == 0 ||
	    strcmp(kind, "decision.overridden") == 0;
}

/* They come nearly in order; two events of one decision agree. */
static void
tell(struct verify_decisions *v, const struct sum *s)
{
	size_t i = v->n_told;
	struct sum *more;

	while (i > 0 && v->told[i - 1].no > s->no)
		i--;
	if (i > 0 && v->told[i - 1].no == s->no) {
		if (!digest_same(v->told[i - 1].of, s->of, DIGEST_SIZE))
			memset(v->told[i - 1].of, 0, DIGEST_SIZE);
		return;
	}
	if (v->n_told == v->room) {
		v->room = v->room == 0 ? 16 : v->room * 2;
		more = arena_array(v->chain, v->room, sizeof(*more));
		if (v->n_told > 0)
			memcpy(more, v->told, v->n_told * sizeof(*more));
		v->told = more;
	}
	memmove(v->told + i + 1, v->told + i,
	    (v->n_told - i) * sizeof(*v->told));
	v->told[i] = *s;
	v->n_told++;
}

void
verify_decisions_event(struct verify_decisions *v, struct ctx *small,
    const struct store_event *e)
{
	struct event event = { .kind = e->kind, .body = e->body };
	const struct event_pair *p;
	struct sum s = { .dossier = e->dossier };

	if (e->dossier == 0 || !is_kept(e->kind))
		return;
	for (p = event_get_facts(small, &event); p != NULL; p = p->next)
		if (strcmp(p->name, "no") == 0)
			s.no = strtoll(p->after, NULL, 10);
		else if (strcmp(p->name, "sha256") == 0 &&
		    !digest_unhex(p->after, s.of, sizeof(s.of)))
			memset(s.of, 0, sizeof(s.of));
	tell(v, &s);
}

static void
see_row(void *to, const struct store_verify_kept *x)
{
	struct verify_decisions *v = to;
	struct sum *s = &v->page[v->n++];

	s->dossier = v->dossier = x->dossier;
	s->no = v->no = x->no;
	decision_why_sum(v->row, x->inputs, x->derivation, s->of);
	arena_reset(v->row);
	if (x->odd)
		memset(s->of, 0, sizeof(s->of));
}

/* The next row, NULL after the last. */
static const struct sum *
peek(struct verify_decisions *v)
{
	size_t n;

	if (v->at == v->n && !v->all && v->err == OK) {
		v->at = v->n = 0;
		v->err = store_verify_kept_decisions(v->cx, v->dossier, v->no,
		    PAGE, see_row, v, &n);
		v->all = v->err != OK || n < PAGE;
	}
	return v->err == OK && v->at < v->n ? &v->page[v->at] : NULL;
}

static const char *
compare(struct verify_decisions *v, const char *number, const struct sum *row,
    const struct sum *told)
{
	static const unsigned char none[DIGEST_SIZE];

	if (row == NULL || (told != NULL && told->no < row->no))
		return arena_printf(v->cx->arena, _("%s: decision %lld is "
		    "missing."), number, (long long)told->no);
	if (told == NULL || told->no > row->no)
		return arena_printf(v->cx->arena, _("%s: decision %lld was "
		    "put there later, the history does not know it."), number,
		    (long long)row->no);
	if (digest_same(row->of, told->of, DIGEST_SIZE) &&
	    !digest_same(row->of, none, DIGEST_SIZE))
		return NULL;
	return arena_printf(v->cx->arena, _("%s: what decision %lld rests on "
	    "was changed."), number, (long long)row->no);
}

/* A row whose dossier has no chain. */
static const char *
alone(struct verify_decisions *v, const struct sum *row)
{
	return arena_printf(v->cx->arena, _("The case of row %lld has a "
	    "decision %lld, but no history."), (long long)row->dossier,
	    (long long)row->no);
}

bool
verify_decisions_chain(struct verify_decisions *v, int64_t dossier,
    const char *number, const char **fault)
{
	const struct sum *row, *told;
	size_t i = 0;

	*fault = NULL;
	while (*fault == NULL) {
		row = peek(v);
		if (v->err != OK)
			return false;
		if (row != NULL && row->dossier < dossier) {
			*fault = alone(v, row);
			break;
		}
		if (row != NULL && row->dossier > dossier)
			row = NULL;
		told = i < v->n_told ? &v->told[i++] : NULL;
		if (row == NULL && told == NULL)
			break;
		*fault = compare(v, number, row, told);
		v->at++;
	}
	arena_reset(v->chain);
	v->told = NULL;
	v->n_told = v->room = 0;
	return *fault == NULL;
}

bool
verify_decisions_last(struct verify_decisions *v, const char **fault)
{
	const struct sum *row = peek(v);

	*fault = row == NULL ? NULL : alone(v, row);
	return row == NULL && v->err == OK;
}
