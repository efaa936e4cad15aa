/* SPDX-License-Identifier: MIT */
/* A table of the type scores those who could do it. */
#include <string.h>

#include "base/buf.h"
#include "base/config.h"
#include "base/json_out.h"
#include "domain/course/assign_keep.h"
#include "domain/course/decision_input.h"
#include "domain/course/decision_why.h"
#include "domain/spine/calendar.h"
#include "domain/type/decision_model.h"
#include "rules/dmn/dmn_why.h"
#include "rules/feel/feel_eval.h"
#include "rules/feel/feel_json.h"
#include "rules/feel/feel_number.h"
#include "store/store_dossier.h"
#include "text/number.h"

struct scoring {
	struct ctx *cx;
	const struct calendar *calendar;
	const struct decision_model *model;
	struct feel_value facts;	/* of the dossier */
};

static void
put(struct arena *a, struct feel_value_entries *e, const char *name,
    struct feel_value v)
{
	feel_value_put(a, e, feel_value_text(name).string, v);
}

static struct feel_value
limit_of(const struct assign_candidate *c)
{
	int minor = number_minor(c->currency);

	return c->limit < 0 || c->limit == ASSIGN_ANY ? feel_value_null :
	    feel_number_scaled(c->limit, minor < 0 ? 0 : minor);
}

/* What all readers of the case may know of somebody. */
static struct feel_value
shown(struct arena *a, const struct assign_candidate *c)
{
	struct feel_value_entries e = { 0 };

	put(a, &e, "name", feel_value_text(c->name));
	put(a, &e, "skilled", feel_value_boolean(c->skilled));
	put(a, &e, "known", feel_value_boolean(c->knows));
	return feel_value_made(a, &e);
}

static struct feel_value
about(struct arena *a, const struct assign_candidate *c)
{
	struct feel_value_entries e = { 0 };

	put(a, &e, "name", feel_value_text(c->name));
	put(a, &e, "skilled", feel_value_boolean(c->skilled));
	put(a, &e, "tasks", feel_number_of(c->tasks));
	put(a, &e, "cases", feel_number_of(c->cases));
	put(a, &e, "load", feel_number_of(c->load));
	put(a, &e, "known", feel_value_boolean(c->knows));
	put(a, &e, "limit", limit_of(c));
	put(a, &e, "unlimited", feel_value_boolean(c->limit == ASSIGN_ANY));
	return feel_value_made(a, &e);
}

/* The facts, and the one candidate. */
static struct feel_value
inputs(const struct scoring *s, struct arena *a, struct feel_value person)
{
	const struct feel_context *x = s->facts.context;
	struct feel_value_entries e = { 0 };
	struct feel_string own = feel_value_text(
	    DECISION_MODEL_CANDIDATE).string;
	size_t i;

	for (i = 0; i < x->n; i++)
		feel_value_put(a, &e, x->entries[i].key,
		    feel_value_same_text(x->entries[i].key, own) ?
		    person : x->entries[i].value);
	return feel_value_made(a, &e);
}

static const char *
taken(struct ctx *cx, struct buf *b)
{
	const char *text = arena_textn(cx->arena, b->len == 0 ? "" : b->data,
	    b->len);

	buf_free(b);
	return text;
}

static const char *
derivation(struct ctx *cx, struct arena *a, const struct dmn_step *step)
{
	struct buf b = { 0 };
	struct json_out o = { .to = &b };

	if (step != NULL)
		dmn_why_json(a, &o, step, NULL);
	return taken(cx, &b);
}

/* How much work somebody has, and up to which amount they may approve, the
 * table is told and nobody else: which rules held is kept, not by which
 * numbers. */
static const char *
told(struct ctx *cx, struct arena *a, const struct dmn_step *step)
{
	struct dmn_step top;

	if (step == NULL)
		return "";
	top = *step;
	top.next = top.first = NULL;
	top.inputs = NULL;
	top.given = feel_value_null;
	return derivation(cx, a, &top);
}

static void
score(const struct scoring *s, struct arena *a, struct assign_candidate *c,
    struct assign_kept *kept)
{
	struct ctx *cx = s->cx;
	struct feel_value all = inputs(s, a, about(a, c)), v;
	struct buf in = { 0 };
	struct json_out o = { .to = &in };
	struct dmn_step *step = NULL;
	struct feel_eval eval;
	bool errors;

	feel_eval_start(&eval, a, cx->now, cx->conf != NULL ?
	    cx->conf->timezone : cx->zone);
	eval.calendar = s->calendar;
	v = dmn_decide(s->model->dmn, &eval, s->model->element, all, &errors,
	    &step);
	feel_json_write(a, &o, inputs(s, a, shown(a, c)));
	kept->inputs = taken(cx, &in);
	kept->derivation = told(cx, a, step);
	c->rules = decision_why_rules(cx, derivation(cx, a, step));
	if (v.kind == FEEL_NUMBER)
		c->score = arena_text(cx->arena,
		    feel_number_write(a, v.number));
	else
		c->why_not = "table";
}

enum err
assign_table(struct ctx *cx, struct dossier *d,
    const struct type_decision *of, struct assign_candidate *list,
    struct assign_kept *kept)
{
	struct scoring s = { .cx = cx };
	struct decision_input input;
	struct assign_candidate *c;
	struct arena *facts, *one;
	size_t i;
	enum err e;

	if ((e = decision_model(cx, d->type, of, &s.model)) != OK ||
	    (e = store_dossier_values(cx, d)) != OK)
		return e;
	facts = arena_new();
	decision_input(cx, facts, d, of, s.model, NULL, &input);
	s.facts = input.all;
	s.calendar = calendar_or_null(cx, d);
	for (c = list, i = 0; c != NULL; c = c->next, i++) {
		if (c->why_not[0] != '\0')
			continue;
		one = arena_new();
		score(&s, one, c, &kept[i]);
		arena_free(one);
	}
	arena_free(facts);
	return OK;
}
