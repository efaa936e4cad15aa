/* SPDX-License-Identifier: MIT */
/* What the acts on decisions share: rows, what follows from them, events. */
#include "domain/course/decision_keep.h"

#include <string.h>

#include "base/digest.h"
#include "domain/course/decision_input.h"
#include "domain/course/decision_why.h"
#include "domain/dossier/dossier_keep.h"
#include "domain/dossier/dossier_values.h"
#include "store/store_dossier.h"

#define PARTS (UNDO_ROW | UNDO_VALUES | UNDO_DECISIONS)

static bool
is_risk(const struct type_decision *of)
{
	return strcmp(of->code, TYPE_DECISION_RISK) == 0;
}

enum err
decision_keep_begin(struct decision_keep *m)
{
	m->body = event_body(m->cx);
	if (m->by_itself)
		event_actor(m->body, 0);
	/* What nobody can take back alone is part of an act or none. */
	if (m->by_itself && m->cx->act == NULL)
		return OK;
	return undo_watch(m->cx, m->d, PARTS, &m->undo);
}

struct decision *
decision_keep_draft(const struct decision_keep *m, enum decision_state state)
{
	struct decision *x = arena_alloc(m->cx->arena, sizeof(*x));

	x->code = m->of->code;
	x->type_id = m->d->type_id;
	x->state = state;
	x->automatic = m->of->automatic;
	x->proposed = m->answer.result;
	x->result = state == DECISION_MADE ? m->answer.result : "";
	x->reason = "";
	x->known = m->answer.known;
	return x;
}

static enum err
write_risk(struct decision_keep *m)
{
	struct dossier *d = m->d;

	if (d->risk == m->answer.step)
		return OK;
	event_before(m->body, "risk", decision_input_risk(d->type, d->risk));
	event_after(m->body, "risk", decision_input_risk(d->type,
	    m->answer.step));
	d->risk = m->answer.step;
	return store_dossier_save(m->cx, d, true);
}

static enum err
write_field(struct decision_keep *m)
{
	struct dossier_values *v = arena_alloc(m->cx->arena, sizeof(*v));
	size_t changed;
	enum err e;

	v->field = m->of->field;
	v->text = m->answer.canonical;
	if ((e = store_dossier_values(m->cx, m->d)) != OK ||
	    (e = dossier_values_write(m->cx, m->d, v, m->body,
	    &changed)) != OK || changed == 0)
		return e;
	if ((e = store_dossier_save(m->cx, m->d, true)) != OK)
		return e;
	return v->field->due ? dossier_keep_due(m->cx, m->d) : OK;
}

enum err
decision_keep_result(struct decision_keep *m)
{
	if (is_risk(m->of))
		return write_risk(m);
	return m->of->field == NULL ? OK : write_field(m);
}

/* The log holds what the reasons were, though they stand elsewhere. */
static const char *
sum_of(const struct decision_keep *m)
{
	unsigned char sum[DIGEST_SIZE];

	decision_why_sum(m->cx->arena, m->answer.why.inputs,
	    m->answer.why.derivation, sum);
	return digest_hex(m->cx->arena, sum, sizeof(sum));
}

enum err
decision_keep_end(struct decision_keep *m, const char *kind)
{
	const struct decision *x = m->x;
	struct event_body *b = m->body;
	enum err e;

	event_fact(b, "decision", x->code);
	event_number(b, "no", x->no);
	event_fact(b, "result", x->state == DECISION_PROPOSED ? x->proposed :
	    x->result);
	event_fact(b, "rules", decision_why_rules(m->cx,
	    m->answer.why.derivation));
	event_fact(b, "sha256", sum_of(m));
	event_fact(b, "model", m->of->model);
	event_number(b, "version", m->d->type->version);
	if (m->same)
		event_fact(b, "same", "1");
	if (m->confirmed)
		event_fact(b, "confirmed", "1");
	if (x->overridden)
		event_fact(b, "proposed", x->proposed);
	event_why(b, x->reason);
	if ((e = undo_step(m->cx, m->undo, kind)) != OK)
		return e;
	return event_add(m->cx, m->d, kind, b);
}

/* A row of its own: a proposal, or what counts from now on. */
enum err
decision_keep_add(struct decision_keep *m)
{
	enum err e;

	e = m->x->state == DECISION_PROPOSED ?
	    store_decision_drop(m->cx, m->d, m->of->code) :
	    store_decision_supersede(m->cx, m->d, m->of->code, 0);
	if (e != OK ||
	    (e = store_dossier_next(m->cx, m->d, &m->x->no)) != OK ||
	    (e = store_decision_add(m->cx, m->d, m->x, !m->by_itself,
	    &m->answer.why)) != OK)
		return e;
	return m->x->state == DECISION_PROPOSED ? OK : decision_keep_result(m);
}

enum err
decision_keep_made(struct decision_keep *m)
{
	enum err e;

	m->x = decision_keep_draft(m, DECISION_MADE);
	if ((e = decision_keep_begin(m)) != OK ||
	    (e = decision_keep_add(m)) != OK)
		return e;
	return decision_keep_end(m, "decision.made");
}
