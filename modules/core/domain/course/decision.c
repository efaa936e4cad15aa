/* SPDX-License-Identifier: MIT */
/* Decisions of a dossier: how they stand. */
#include "domain/course/decision.h"

#include <string.h>

#include "domain/course/decision_ask.h"
#include "domain/type/casetype.h"
#include "domain/type/decision_model.h"
#include "store/store_decision.h"
#include "store/store_dossier.h"
#include "text/message.h"

/* What its own version of the type says of it. */
static enum err
complete(struct ctx *cx, struct decision *x)
{
	enum err e;

	for (; x != NULL; x = x->next) {
		if ((e = casetype_by_id(cx, x->type_id, &x->type)) != OK)
			return e;
		x->of = casetype_decision(x->type, x->code);
	}
	return OK;
}

static void
take(struct decision_slot *s, struct decision *all)
{
	for (; all != NULL; all = all->next)
		if (strcmp(all->code, s->of->code) != 0)
			continue;
		else if (all->state == DECISION_MADE)
			s->made = all;
		else
			s->proposed = all;
}

/* Only what counts or waits can be out of date. */
static enum err
compare(struct ctx *cx, const struct dossier *d, struct decision_slot *s)
{
	const struct decision *x = s->proposed != NULL ? s->proposed :
	    s->made;
	struct decision_answer now;
	enum err e;

	if (x == NULL)
		return OK;
	if ((e = decision_ask_known(cx, d, s->of, &now)) != OK)
		return decision_model_lost(cx, e);
	s->stale = strcmp(now.known, x->known) != 0;
	return OK;
}

/* A table that scores people is asked by assign.h alone. */
static enum err
is_of_the_case(struct ctx *cx, const struct casetype *t,
    const struct type_decision *of, bool *out)
{
	const struct decision_model *m;
	enum err e = decision_model(cx, t, of, &m);

	*out = e != OK || !m->needs_candidate;
	return e == OK ? OK : decision_model_lost(cx, e);
}

enum err
decision_slots(struct ctx *cx, struct dossier *d, struct decision_slot **out)
{
	const struct type_decision *of = d->type->decisions;
	struct decision_slot **tail = out;
	struct decision *all;
	bool own;
	enum err e;

	*out = NULL;
	if (of == NULL)
		return OK;
	if ((e = store_decision_now(cx, d, &all)) != OK ||
	    (e = complete(cx, all)) != OK ||
	    (e = store_dossier_values(cx, d)) != OK)
		return e;
	for (; of != NULL; of = of->next) {
		if ((e = is_of_the_case(cx, d->type, of, &own)) != OK)
			return e;
		if (!own)
			continue;
		*tail = arena_alloc(cx->arena, sizeof(**tail));
		(*tail)->of = of;
		take(*tail, all);
		if (d->closed == 0 && (e = compare(cx, d, *tail)) != OK)
			return e;
		tail = &(*tail)->next;
	}
	return OK;
}

enum err
decision_made(struct ctx *cx, const struct dossier *d, const char *code,
    const struct decision **out)
{
	struct decision *x;
	enum err e;

	*out = NULL;
	if ((e = store_decision_now(cx, d, &x)) != OK)
		return e;
	while (x != NULL && (x->state != DECISION_MADE ||
	    strcmp(x->code, code) != 0))
		x = x->next;
	if (x != NULL)
		x->next = NULL;
	*out = x;
	return complete(cx, x);
}

enum err
decision_open(struct ctx *cx, const struct dossier *d, int64_t no,
    struct decision **out)
{
	enum err e;

	if ((e = store_decision_get(cx, d, no, out)) != OK)
		return e;
	if (*out == NULL)
		return refuse(cx, ERR_MISSING, "%s",
		    _("There is no such decision on this case."));
	return complete(cx, *out);
}

enum err
decision_all(struct ctx *cx, const struct dossier *d, const char *code,
    struct decision **out)
{
	enum err e;

	if ((e = store_decision_of(cx, d, code, out)) != OK)
		return e;
	return complete(cx, *out);
}
