/* SPDX-License-Identifier: MIT */
/* The risk follows from the facts, by itself. */
#include "domain/course/decision_follow.h"

#include <string.h>

#include "domain/course/decision.h"
#include "domain/course/decision_keep.h"
#include "domain/type/casetype.h"
#include "domain/type/decision_model.h"
#include "store/store_decision.h"
#include "store/store_dossier.h"

/* Whether an act of this kind can change what a table is given. */
static bool
may_matter(const char *kind, const struct decision_model *m)
{
	static const char *const values[] = { "dossier.registered",
	    "dossier.accepted", "dossier.changed", "dossier.reopened",
	    "dossier.merged", "dossier.split",
	    "dossier.version_moved", "decision.made", "decision.overridden",
	    "act.undone", "clearance.made", "clearance.cleared",
	    "clearance.waived", "clearance.refused", NULL };
	static const char *const nouns[] = { "dossier.", "phase.", "task.",
	    NULL };
	size_t i;

	for (i = 0; values[i] != NULL; i++)
		if (strcmp(kind, values[i]) == 0)
			return true;
	if (m->needs_forms && strncmp(kind, "form.", 5) == 0)
		return true;
	for (i = 0; m->needs_case && nouns[i] != NULL; i++)
		if (strncmp(kind, nouns[i], strlen(nouns[i])) == 0)
			return true;
	return false;
}

/* The table decides nothing any more: what it said is past. */
static enum err
withdraw(struct decision_keep *m, const struct decision *made)
{
	struct decision *x = arena_copy(m->cx->arena, made, sizeof(*made));
	enum err e;

	m->x = x;
	x->result = "";
	x->reason = "";
	m->answer.result = "";
	m->answer.step = 0;
	if ((e = decision_keep_begin(m)) != OK ||
	    (e = store_decision_supersede(m->cx, m->d, m->of->code,
	    0)) != OK ||
	    (e = decision_keep_result(m)) != OK)
		return e;
	return decision_keep_end(m, "decision.withdrawn");
}

/* The facts are those that it was made by; or a person said otherwise, which
 * another version of the type leaves so where it has that step. */
static bool
holds(const struct dossier *d, const struct decision *made,
    const char *known)
{
	if (made->type_id == d->type_id)
		return made->overridden || strcmp(made->known, known) == 0;
	return made->overridden && d->risk != 0 &&
	    strcmp(made->type->code, d->type->code) == 0;
}

enum err
decision_follow(struct ctx *cx, struct dossier *d, const struct event *ev)
{
	struct decision_keep m = { .cx = cx, .d = d, .by_itself = true };
	const struct decision_model *model;
	const struct decision *made;
	enum err e;

	if (d->type == NULL || strcmp(d->status, "closed") == 0 ||
	    (m.of = casetype_decision(d->type, TYPE_DECISION_RISK)) == NULL)
		return OK;
	if ((e = decision_model(cx, d->type, m.of, &model)) != OK)
		return decision_model_lost(cx, e);
	if (!may_matter(ev->kind, model))
		return OK;
	if ((e = decision_made(cx, d, m.of->code, &made)) != OK ||
	    (e = store_dossier_values(cx, d)) != OK ||
	    (e = decision_ask_known(cx, d, m.of, &m.answer)) != OK)
		return e;
	if (made != NULL && holds(d, made, m.answer.known))
		return OK;
	if ((e = decision_ask(cx, d, m.of, &m.answer)) != OK)
		return e;
	m.same = made != NULL && m.answer.step == d->risk;
	if (m.answer.why_not[0] == '\0')
		return decision_keep_made(&m);
	return made == NULL ? OK : withdraw(&m, made);
}
