/* SPDX-License-Identifier: MIT */
/* What was kept of forms against the log. */
#include "domain/house/verify_forms.h"

#include <stdlib.h>
#include <string.h>

#include "domain/course/filled_keep.h"
#include "domain/spine/event_get.h"
#include "store/store_event.h"
#include "store/store_filled.h"
#include "text/message.h"

struct told {
	struct told *next;
	int64_t no, edition, actor;
	const char *sha256;
};

struct verify_forms {
	struct ctx *cx;
	struct ctx small;	/* of one chain: its arena is emptied */
	struct arena *chain;
	struct told *told, **tail;
	int64_t editions;	/* events of all chains */
	enum err err;
};

struct verify_forms *
verify_forms_begin(struct ctx *cx)
{
	struct verify_forms *v = arena_alloc(cx->arena, sizeof(*v));

	v->cx = cx;
	v->chain = arena_new();
	v->small = *cx;
	v->small.arena = v->chain;
	v->tail = &v->told;
	return v;
}

enum err
verify_forms_end(struct verify_forms *v)
{
	arena_free(v->chain);
	return v->err;
}

void
verify_forms_event(struct verify_forms *v, struct ctx *small,
    const struct store_event *e)
{
	struct event event = { .kind = e->kind, .body = e->body };
	struct told *t;

	if (e->dossier == 0 || (strcmp(e->kind, "form.completed") != 0 &&
	    strcmp(e->kind, "form.corrected") != 0))
		return;
	*v->tail = t = arena_alloc(v->chain, sizeof(*t));
	v->tail = &t->next;
	t->actor = e->actor;
	t->no = strtoll(event_get(small, &event, "fact", "no"), NULL, 10);
	t->edition = strtoll(event_get(small, &event, "fact", "edition"),
	    NULL, 10);
	t->sha256 = arena_text(v->chain, event_get(small, &event, "fact",
	    "sha256"));
	v->editions++;
}

static struct told *
told_of(struct verify_forms *v, const struct store_filled_edition_kept *k)
{
	struct told **at, *t;

	for (at = &v->told; (t = *at) != NULL; at = &t->next)
		if (t->no == k->form && t->edition == k->edition.no) {
			*at = t->next;
			return t;
		}
	return NULL;
}

static bool
same(struct verify_forms *v, const char *number,
    const struct store_filled_edition_kept *k)
{
	const struct told *t = told_of(v, k);
	const char *sum = filled_keep_sum(v->chain, number, k->form, k->code,
	    k->type_version, &k->edition);

	return t != NULL && t->actor == k->edition.made_by &&
	    strcmp(t->sha256, sum) == 0 &&
	    strcmp(k->edition.sha256, sum) == 0;
}

bool
verify_forms_chain(struct verify_forms *v, int64_t dossier,
    const char *number, const char **fault)
{
	struct store_filled_edition_kept *k;
	int64_t no = 0;

	*fault = NULL;
	if (v->told == NULL)
		return true;
	if ((v->err = store_filled_edition_kept(&v->small, dossier, &k)) != OK)
		return false;
	for (; k != NULL && no == 0; k = k->next)
		if (!same(v, number, k))
			no = k->form;
	if (no == 0 && v->told != NULL)
		no = v->told->no;
	if (no != 0)
		*fault = arena_printf(v->cx->arena, _("%s: what was kept of "
		    "form %lld was changed."), number, (long long)no);
	arena_reset(v->chain);
	v->told = NULL;
	v->tail = &v->told;
	return no == 0;
}

bool
verify_forms_last(struct verify_forms *v, const char **fault)
{
	int64_t n;

	*fault = NULL;
	if ((v->err = store_filled_edition_total(v->cx, &n)) != OK)
		return false;
	if (n != v->editions)
		*fault = _("There are copies of forms that no event knows "
		    "of.");
	return *fault == NULL;
}
