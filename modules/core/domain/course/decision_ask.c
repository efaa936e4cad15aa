/* SPDX-License-Identifier: MIT */
/* Asks a table: from the facts of a dossier to a result and its reasons. */
#include "domain/course/decision_ask.h"

#include <string.h>

#include "base/config.h"
#include "base/digest.h"
#include "domain/course/decision_input.h"
#include "domain/course/decision_show.h"
#include "domain/spine/calendar.h"
#include "domain/type/casetype_feel.h"
#include "rules/dmn/dmn_why.h"
#include "rules/feel/feel_json.h"
#include "store/store_dossier.h"
#include "text/message.h"

/* A question: its values live until it is over, its answer longer. */
struct question {
	struct ctx *cx;
	const struct dossier *d;
	const struct type_decision *of;
	const struct decision_model *model;
	struct arena *arena;
	struct decision_input input;
};

static const char *
json(struct ctx *cx, struct arena *a, struct feel_value v)
{
	struct buf b = { 0 };
	struct json_out o = { .to = &b };
	char *text;

	feel_json_write(a, &o, v);
	text = arena_textn(cx->arena, b.data, b.len);
	buf_free(&b);
	return text;
}

static const char *
known(const struct question *q)
{
	struct digest *h = digest_new(q->arena);
	unsigned char sum[DIGEST_SIZE];

	digest_text(h, "dossier decision 1");
	digest_number(h, q->d->type_id);
	digest_text(h, q->of->code);
	digest_text(h, json(q->cx, q->arena, q->input.lasting));
	digest_end(h, sum);
	return digest_hex(q->cx->arena, sum, sizeof(sum));
}

static enum err
begin(struct ctx *cx, const struct dossier *d,
    const struct type_decision *of, const struct decision_request *request,
    struct question *q, struct decision_answer *out)
{
	enum err e;

	*out = (struct decision_answer){ "", "", "", 0, "", { "", "" } };
	*q = (struct question){ .cx = cx, .d = d, .of = of };
	if ((e = decision_model(cx, d->type, of, &q->model)) != OK)
		return e;
	q->arena = arena_new();
	decision_input(cx, q->arena, d, of, q->model, request, &q->input);
	out->known = known(q);
	return OK;
}

enum err
decision_ask_known(struct ctx *cx, const struct dossier *d,
    const struct type_decision *of, struct decision_answer *out)
{
	struct question q;
	enum err e;

	if ((e = begin(cx, d, of, NULL, &q, out)) == OK)
		arena_free(q.arena);
	return e;
}

/* The step of a code, or of the code that a context has as "risk". */
static bool
risk_fits(const struct casetype *type, const struct json_tree *t, int *step)
{
	const struct term *r = type->risks;

	if (t->kind == JSON_TREE_OBJECT)
		t = json_tree_member(t, TYPE_DECISION_RISK);
	if (t == NULL || t->kind != JSON_TREE_TEXT)
		return false;
	for (*step = 1; r != NULL && strcmp(r->code, t->text) != 0;
	    r = r->next)
		++*step;
	return r != NULL;
}

bool
decision_ask_fits(struct ctx *cx, const struct casetype *type,
    const struct type_decision *of, const char *result,
    struct decision_answer *out)
{
	struct feel_value v;
	const struct json_tree *t;
	const char *why;

	if ((t = json_tree_read(cx->arena, result, strlen(result),
	    &why)) == NULL)
		return false;
	if (strcmp(of->code, TYPE_DECISION_RISK) == 0)
		return risk_fits(type, t, &out->step);
	if (of->field == NULL)
		return true;
	return feel_json_read(cx->arena, of->code, t,
	    casetype_feel_type(of->field), &v, &why) &&
	    casetype_feel_text(cx->arena, of->field, v, &out->canonical);
}

/* Why nothing was decided. */
static const char *
nothing(const struct question *q, const struct feel_note *note,
    const struct dmn_step *why)
{
	const char *missing = decision_input_missing(q->cx, q->d, q->model,
	    q->input.all, why);
	const char *name = decision_show_name(q->cx, q->of);

	if (missing[0] != '\0')
		return arena_printf(q->cx->arena, _("“%s” cannot be decided "
		    "yet: fill in %s first."), name, missing);
	if (note == NULL)
		return arena_printf(q->cx->arena, _("No rule of the table for "
		    "“%s” applies to these facts. Tell whoever keeps the case "
		    "type."),
		    name);
	return arena_printf(q->cx->arena, _("The table for “%s” decides "
	    "nothing on these facts (%s). Tell whoever keeps the case type."),
	    name, note->text);
}

static void
evaluate(const struct question *q, struct decision_answer *out)
{
	struct ctx *cx = q->cx;
	struct buf b = { 0 };
	struct json_out o = { .to = &b };
	struct dmn_step *why = NULL;
	struct feel_eval eval;
	struct feel_value v;
	bool errors;

	feel_eval_start(&eval, q->arena, cx->now, cx->conf != NULL ?
	    cx->conf->timezone : cx->zone);
	eval.calendar = calendar_or_null(cx, q->d);
	v = dmn_decide(q->model->dmn, &eval, q->model->element, q->input.all,
	    &errors, &why);
	out->why.inputs = json(cx, q->arena, q->input.all);
	if (why != NULL)
		dmn_why_json(q->arena, &o, why, NULL);
	out->why.derivation = arena_textn(cx->arena, b.len == 0 ? "" : b.data,
	    b.len);
	buf_free(&b);
	if (v.kind == FEEL_NULL) {
		out->why_not = nothing(q, eval.notes, why);
		return;
	}
	out->result = json(cx, q->arena, v);
	if (!decision_ask_fits(cx, q->d->type, q->of, out->result, out))
		out->why_not = arena_printf(cx->arena, _("The table for “%s” "
		    "gives %s, which does not fit this case type. Tell whoever "
		    "keeps it."), decision_show_name(cx, q->of), out->result);
}

enum err
decision_ask(struct ctx *cx, struct dossier *d,
    const struct type_decision *of, struct decision_answer *out)
{
	return decision_ask_request(cx, d, of, NULL, out);
}

enum err
decision_ask_request(struct ctx *cx, struct dossier *d,
    const struct type_decision *of, const struct decision_request *request,
    struct decision_answer *out)
{
	struct question q;
	enum err e;

	if ((e = store_dossier_values(cx, d)) != OK ||
	    (e = begin(cx, d, of, request, &q, out)) != OK)
		return e;
	evaluate(&q, out);
	arena_free(q.arena);
	return OK;
}
