/* SPDX-License-Identifier: MIT */
/* Decisions are asked for, confirmed and overridden. */
#include "domain/course/decision_make.h"

#include <string.h>

#include "domain/course/decision_input.h"
#include "domain/course/decision_keep.h"
#include "domain/spine/keep.h"
#include "domain/type/casetype.h"
#include "domain/type/decision_kind.h"
#include "domain/type/decision_model.h"
#include "store/store_decision.h"
#include "store/store_dossier.h"
#include "text/message.h"

static enum err
find(struct decision_keep *m, const char *code)
{
	enum err e;

	if ((e = keep_open(m->cx, m->d)) != OK)
		return e;
	if ((m->of = casetype_decision(m->d->type, code)) == NULL)
		return refuse(m->cx, ERR_MISSING, "%s",
		    _("This case type has no such decision."));
	return OK;
}

/* What the table answers counts, or is proposed. */
static enum err
take(struct decision_keep *m)
{
	enum err e;

	if (m->of->automatic)
		return decision_keep_made(m);
	m->x = decision_keep_draft(m, DECISION_PROPOSED);
	if ((e = decision_keep_begin(m)) != OK ||
	    (e = decision_keep_add(m)) != OK)
		return e;
	return decision_keep_end(m, "decision.proposed");
}

enum err
decision_make(struct ctx *cx, struct dossier *d, const char *code,
    int64_t *no)
{
	struct decision_keep m = { .cx = cx, .d = d };
	enum err e;

	if ((e = find(&m, code)) != OK ||
	    (e = decision_ask(cx, d, m.of, &m.answer)) != OK)
		return e;
	if (m.answer.why_not[0] != '\0')
		return refuse(cx, ERR_INVALID, "%s", m.answer.why_not);
	e = take(&m);
	*no = m.x->no;
	return e;
}

/* Whether the same facts gave a proposal that waits for a person. */
static enum err
is_proposed(struct decision_keep *m, bool *out)
{
	struct decision *x;
	enum err e = store_decision_now(m->cx, m->d, &x);

	for (*out = false; e == OK && x != NULL; x = x->next)
		*out |= strcmp(x->code, m->of->code) == 0 &&
		    x->state == DECISION_PROPOSED &&
		    strcmp(x->known, m->answer.known) == 0;
	return e;
}

/* What follows from a decision may look at its task before that is done. */
struct asking {
	const struct asking *outer;
	int64_t dossier;
	const char *code;
};

static bool
is_asked(const struct asking *a, const struct dossier *d, const char *code)
{
	while (a != NULL && (a->dossier != d->id ||
	    strcmp(a->code, code) != 0))
		a = a->outer;
	return a != NULL;
}

enum err
decision_make_planned(struct ctx *cx, struct dossier *d, const char *code)
{
	static const struct asking *asking;
	struct decision_keep m = { .cx = cx, .d = d, .by_itself = true };
	const struct asking one = { asking, d->id, code };
	bool proposed;
	enum err e;

	if ((m.of = casetype_decision(d->type, code)) == NULL ||
	    is_asked(asking, d, code))
		return OK;
	if ((e = decision_ask(cx, d, m.of, &m.answer)) != OK)
		return decision_model_lost(cx, e);
	if (m.answer.why_not[0] != '\0')
		return OK;
	if ((e = is_proposed(&m, &proposed)) != OK || proposed)
		return e;
	asking = &one;
	e = take(&m);
	asking = one.outer;
	return e;
}

/* The last that stands of a decision, without what a person said. */
static const struct decision *
standing(const struct decision *x, const char *code)
{
	const struct decision *last = NULL;

	for (; x != NULL; x = x->next)
		if (strcmp(x->code, code) == 0)
			last = x;
	return last == NULL || last->overridden ? NULL : last;
}

static enum err
again(struct ctx *cx, struct dossier *d, const struct type_decision *of,
    const struct decision *now)
{
	const struct decision_model *model;
	struct decision_answer answer;
	enum err e;

	if ((e = decision_model(cx, d->type, of, &model)) != OK)
		return decision_model_lost(cx, e);
	if (!model->needs_forms)
		return OK;
	if ((e = decision_ask_known(cx, d, of, &answer)) != OK)
		return decision_model_lost(cx, e);
	return strcmp(now->known, answer.known) == 0 ? OK :
	    decision_make_planned(cx, d, of->code);
}

enum err
decision_make_again(struct ctx *cx, struct dossier *d)
{
	const struct type_decision *of;
	const struct decision *now;
	struct decision *all;
	enum err e;

	if ((e = store_decision_now(cx, d, &all)) != OK ||
	    (e = store_dossier_values(cx, d)) != OK)
		return e;
	for (of = d->type->decisions; of != NULL && e == OK; of = of->next)
		if (strcmp(of->code, TYPE_DECISION_RISK) != 0 &&
		    (now = standing(all, of->code)) != NULL)
			e = again(cx, d, of, now);
	return e;
}

/* The decision and what this dossier's type says of it. */
static enum err
find_no(struct decision_keep *m, int64_t no)
{
	enum err e;

	if ((e = keep_open(m->cx, m->d)) != OK ||
	    (e = decision_open(m->cx, m->d, no, &m->x)) != OK)
		return e;
	m->of = casetype_decision(m->d->type, m->x->code);
	if (m->of == NULL || m->x->state == DECISION_UNDONE ||
	    m->x->state == DECISION_SUPERSEDED)
		return refuse(m->cx, ERR_CONFLICT, "%s", _("There is a later "
		    "decision than this one. Look at the case again."));
	return OK;
}

/* The proposal rests on what is known still. */
static enum err
still_so(struct decision_keep *m)
{
	struct decision_answer now;
	enum err e;

	if ((e = store_dossier_values(m->cx, m->d)) != OK ||
	    (e = decision_ask_known(m->cx, m->d, m->of, &now)) != OK)
		return e;
	if (strcmp(now.known, m->x->known) != 0)
		return refuse(m->cx, ERR_CONFLICT, "%s", _("The facts of the "
		    "case have changed since this was proposed. Ask the "
		    "table again."));
	return OK;
}

/* A proposal becomes what counts. */
static enum err
promote(struct decision_keep *m, const char *kind)
{
	struct store_decision_why why;
	enum err e;

	if ((e = decision_keep_begin(m)) != OK ||
	    (e = store_decision_why(m->cx, m->d, m->x, &why)) != OK)
		return e;
	m->answer.why = why;
	m->x->state = DECISION_MADE;
	if ((e = store_decision_supersede(m->cx, m->d, m->of->code,
	    m->x->id)) != OK ||
	    (e = store_decision_make(m->cx, m->d, m->x)) != OK ||
	    (e = decision_keep_result(m)) != OK)
		return e;
	return decision_keep_end(m, kind);
}

enum err
decision_make_confirmed(struct ctx *cx, struct dossier *d, int64_t no)
{
	struct decision_keep m = { .cx = cx, .d = d };
	enum err e;

	if ((e = find_no(&m, no)) != OK)
		return e;
	if (m.x->state != DECISION_PROPOSED)
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("This was confirmed already."));
	if ((e = still_so(&m)) != OK)
		return e;
	m.x->result = m.x->proposed;
	if (!decision_ask_fits(cx, d->type, m.of, m.x->result, &m.answer))
		return refuse(cx, ERR_CONFLICT, "%s", _("The result does not "
		    "fit this case type any more. Ask the table again."));
	m.confirmed = true;
	return promote(&m, "decision.made");
}

/* Another result and its reason, both as they are typed. */
static enum err
typed(struct decision_keep *m, const char *text, const char *reason,
    const char **result, const char **why)
{
	const struct type_field *kind;
	enum err e, f;

	if ((e = decision_kind(m->cx, m->d->type, m->of, m->x->proposed,
	    &kind)) != OK)
		return e;
	e = decision_kind_result(m->cx, kind, m->of, text, result);
	f = keep_reason(m->cx, "reason", reason, why);
	if (e != OK || f != OK)
		return e != OK ? e : f;
	if (strcmp(m->x->state == DECISION_PROPOSED ? m->x->proposed :
	    m->x->result, *result) == 0)
		return refuse_field(m->cx, "f." DECISION_KIND_CODE, "%s",
		    m->x->state == DECISION_PROPOSED ? _("This is what the "
		    "table proposes. Confirm it instead.") :
		    _("This is what counts already."));
	if (!decision_ask_fits(m->cx, m->d->type, m->of, *result,
	    &m->answer))
		return refuse_field(m->cx, "f." DECISION_KIND_CODE, "%s",
		    _("This does not fit the decision."));
	return OK;
}

/* A new row beside what the table says now, if it says anything. */
static enum err
add_other(struct decision_keep *m, const char *result, const char *reason)
{
	struct decision_answer table;
	enum err e;

	if ((e = decision_ask(m->cx, m->d, m->of, &table)) != OK)
		return e;
	table.canonical = m->answer.canonical;
	table.step = m->answer.step;
	m->answer = table;
	m->x = decision_keep_draft(m, DECISION_MADE);
	m->x->result = result;
	m->x->reason = reason;
	m->x->overridden = true;
	if ((e = decision_keep_begin(m)) != OK ||
	    (e = decision_keep_add(m)) != OK)
		return e;
	return decision_keep_end(m, "decision.overridden");
}

enum err
decision_make_other(struct ctx *cx, struct dossier *d, int64_t no,
    const char *text, const char *reason, int64_t *out)
{
	struct decision_keep m = { .cx = cx, .d = d };
	const char *result, *why;
	enum err e;

	*out = no;
	if ((e = find_no(&m, no)) != OK ||
	    (e = typed(&m, text, reason, &result, &why)) != OK)
		return e;
	if (m.x->state == DECISION_MADE)
		e = add_other(&m, result, why);
	else {
		m.x->result = result;
		m.x->reason = why;
		m.x->overridden = true;
		e = promote(&m, "decision.overridden");
	}
	*out = m.x->no;
	return e;
}

enum err
decision_make_risk(struct ctx *cx, struct dossier *d, int step,
    const char *reason)
{
	struct decision_keep m = { .cx = cx, .d = d };
	enum err e;

	if ((e = find(&m, TYPE_DECISION_RISK)) != OK ||
	    (e = keep_reason(cx, "why", reason, &reason)) != OK)
		return e;
	m.answer.canonical = "";
	m.answer.step = step;
	return add_other(&m, arena_printf(cx->arena, "\"%s\"",
	    decision_input_risk(d->type, step)), reason);
}
