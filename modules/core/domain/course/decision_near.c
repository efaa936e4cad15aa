/* SPDX-License-Identifier: MIT */
/* The facts with which a table would have decided otherwise, in words. */
#include "domain/course/decision_near.h"

#include <string.h>

#include "base/config.h"
#include "domain/course/decision_input.h"
#include "domain/course/decision_show.h"
#include "domain/spine/calendar.h"
#include "domain/type/casetype.h"
#include "domain/type/casetype_feel.h"
#include "rules/dmn/dmn_near.h"
#include "rules/feel/feel_json.h"
#include "rules/feel/feel_number.h"
#include "text/message.h"
#include "text/number.h"

#define CHOICES 6	/* that a line names */

struct asking {
	struct ctx *cx;
	const struct decision *x;
	const struct decision_model *model;
	const struct calendar *calendar;
	struct arena *arena;
	struct feel_value inputs;
	struct decision_near_all *out;
};

/* False: what was kept cannot be asked again. */
static bool
read_inputs(struct asking *k, const struct json_tree *inputs)
{
	struct feel_value_entries all = { 0 };
	const struct json_tree *i;
	struct feel_value v;
	const char *why;

	for (i = inputs->first; i != NULL; i = i->next) {
		if (!feel_json_read(k->arena, i->name, i,
		    decision_input_type(k->arena, k->x->type, i->name), &v,
		    &why))
			return false;
		feel_value_put(k->arena, &all,
		    feel_value_text(i->name).string, v);
	}
	k->inputs = feel_value_made(k->arena, &all);
	return true;
}

static const struct type_field *
field_of(const struct asking *k, struct feel_string name)
{
	return casetype_field(k->x->type, arena_textn(k->arena, name.text,
	    name.len));
}

/* What a fact may be. False: it is no fact that could be another by itself. */
static bool
may_be(const struct asking *k, const struct type_field *f,
    struct dmn_near_may *out)
{
	struct feel_value *codes;
	const struct term *t;
	int minor;

	if (f == NULL || f->group != NULL || f->kind == VALUE_PERSON ||
	    f->kind == VALUE_LINES)
		return false;
	out->decimals = f->decimals;
	if (f->kind == VALUE_MONEY)
		out->decimals = (minor = number_minor(f->currency)) < 0 ? 2 :
		    minor;
	if (f->bounded) {
		out->least = feel_number_scaled(f->least, f->decimals);
		out->most = feel_number_scaled(f->most, f->decimals);
	} else if (f->kind == VALUE_MONEY || f->kind == VALUE_NUMBER)
		out->least = feel_number_of(0);
	if (f->kind != VALUE_CHOICE)
		return true;
	for (t = f->choices; t != NULL; t = t->next)
		out->n++;
	out->values = codes = arena_array(k->arena, out->n, sizeof(*codes));
	for (t = f->choices; t != NULL; t = t->next)
		*codes++ = feel_value_text(t->code);
	return true;
}

static void
leave_out(const struct asking *k, struct feel_string name)
{
	const char *label = arena_printf(k->cx->arena, _("“%s”"),
	    decision_input_label(k->cx, k->x->type,
	    arena_textn(k->arena, name.text, name.len)));

	k->out->untried = k->out->untried[0] == '\0' ? label :
	    arena_printf(k->cx->arena, _("%s, %s"), k->out->untried, label);
}

static void
ask(const struct asking *k, struct dmn_near_all *out)
{
	struct ctx *cx = k->cx;
	struct dmn_near_may *may;
	struct dmn_near_question q = { .dmn = k->model->dmn,
	    .element = k->model->element, .inputs = k->inputs,
	    .now = k->x->asked, .calendar = k->calendar };
	size_t i;

	q.zone = cx->conf != NULL ? cx->conf->timezone : cx->zone;
	if (strcmp(k->x->of->code, TYPE_DECISION_RISK) == 0)
		q.member = TYPE_DECISION_RISK;
	q.may = may = arena_array(k->arena, k->model->n_needs + 1,
	    sizeof(*may));
	for (i = 0; i < k->model->n_needs; i++) {
		may[q.n].name = k->model->needs[i].name;
		if (may_be(k, field_of(k, may[q.n].name), &may[q.n]))
			q.n++;
		else
			leave_out(k, may[q.n].name);
	}
	dmn_near(k->arena, &q, out);
}

/* A value of a fact; a flag that is not set is a No. */
static const char *
value(const struct asking *k, const struct type_field *f, struct feel_value v)
{
	const char *canonical;

	if (!casetype_feel_text(k->cx->arena, f, v, &canonical))
		return "";
	if (f->kind == VALUE_FLAG && canonical[0] == '\0')
		return _("No");
	return casetype_show(k->cx, f, canonical);
}

static const char *
half(struct ctx *cx, const struct type_field *f, bool up, bool in,
    const char *end)
{
	if (f->kind == VALUE_DATE)
		return arena_printf(cx->arena, up ? _("%s or later") :
		    _("%s or earlier"), end);
	if (in)
		return arena_printf(cx->arena, up ? _("%s or more") :
		    _("%s or less"), end);
	return arena_printf(cx->arena, up ? _("more than %s") :
	    _("less than %s"), end);
}

static const char *
span(const struct asking *k, const struct type_field *f,
    const struct dmn_near_span *s)
{
	struct ctx *cx = k->cx;
	const char *from = s->from.kind == FEEL_NULL ? "" :
	    value(k, f, s->from);
	const char *to = s->to.kind == FEEL_NULL ? "" : value(k, f, s->to);

	if (s->from.kind == FEEL_NULL && s->to.kind == FEEL_NULL)
		return _("any value");
	if (s->to.kind == FEEL_NULL)
		return half(cx, f, true, s->from_in, from);
	if (s->from.kind == FEEL_NULL)
		return half(cx, f, false, s->to_in, to);
	if (strcmp(from, to) == 0)
		return from;
	if (s->from_in && s->to_in)
		return arena_printf(cx->arena, _("%s to %s"), from, to);
	if (s->from_in)
		return arena_printf(cx->arena, _("%s to less than %s"), from,
		    to);
	if (s->to_in)
		return arena_printf(cx->arena, _("more than %s, up to %s"),
		    from, to);
	return arena_printf(cx->arena, _("between %s and %s"), from, to);
}

static size_t
count(const struct term *t)
{
	size_t n = 0;

	for (; t != NULL; t = t->next)
		n++;
	return n;
}

/* Every choice but the one that it is. */
static bool
is_any_other(const struct type_field *f, const struct dmn_near *n)
{
	return f->kind == VALUE_CHOICE && n->n > 2 &&
	    n->was.kind != FEEL_NULL && n->n + 1 == count(f->choices);
}

/* None, Loss or Distress */
static const char *
spans(const struct asking *k, const struct type_field *f,
    const struct dmn_near *n)
{
	struct ctx *cx = k->cx;
	const char *all = span(k, f, &n->spans[0]), *one;
	size_t i;

	for (i = 1; i < n->n && i < CHOICES; i++) {
		one = span(k, f, &n->spans[i]);
		all = arena_printf(cx->arena, i + 1 == n->n ?
		    _("%s or %s") : _("%s, %s"), all, one);
	}
	return i == n->n ? all : arena_printf(cx->arena, "%s …", all);
}

static const char *
result(const struct asking *k, struct feel_value v)
{
	struct buf b = { 0 };
	struct json_out o = { .to = &b };
	const char *shown;

	if (v.kind == FEEL_NULL)
		return "";
	feel_json_write(k->arena, &o, v);
	shown = decision_show(k->cx, k->x->type, k->x->of,
	    arena_textn(k->arena, b.data, b.len));
	buf_free(&b);
	return shown;
}

/* What comes out as before once it is shown is no change, and what comes out
 * as it went in tells nothing. */
static void
give(const struct asking *k, const struct dmn_near *n, const char *usual,
    struct decision_near ***tail)
{
	const struct type_field *f = field_of(k, feel_value_text(
	    n->name).string);
	struct decision_near line = { NULL, "", "", "", "" };

	if (f == NULL)
		return;
	line.result = result(k, n->result);
	line.value = spans(k, f, n);
	if (strcmp(line.result, usual) == 0 || line.value[0] == '\0' ||
	    strcmp(line.result, line.value) == 0)
		return;
	line.label = message_label(&f->label, k->cx->lang);
	if (n->was.kind != FEEL_NULL)
		line.now = value(k, f, n->was);
	if (is_any_other(f, n)) {
		line.value = arena_printf(k->cx->arena,
		    _("anything but %s"), line.now);
		line.now = "";
	}
	**tail = arena_copy(k->cx->arena, &line, sizeof(line));
	*tail = &(**tail)->next;
}

enum err
decision_near(struct ctx *cx, const struct dossier *d,
    const struct decision *x, const struct json_tree *inputs,
    struct decision_near_all *out)
{
	struct asking k = { .cx = cx, .x = x, .out = out };
	struct decision_near **tail = &out->first;
	struct dmn_near_all all;
	const struct dmn_near *n;
	const char *usual;
	enum err e;

	*out = (struct decision_near_all){ .untried = "" };
	if (x->of == NULL || inputs == NULL || x->proposed[0] == '\0')
		return OK;
	if ((e = decision_model(cx, x->type, x->of, &k.model)) != OK)
		return decision_model_lost(cx, e);
	k.calendar = calendar_or_null(cx, d);
	k.arena = arena_new();
	usual = decision_show(cx, x->type, x->of, x->proposed);
	if (read_inputs(&k, inputs)) {
		ask(&k, &all);
		/* Else it was decided by something that is no longer so. */
		if (strcmp(result(&k, all.usual), usual) == 0) {
			out->asked = true;
			out->complete = all.complete;
			for (n = all.first; n != NULL; n = n->next)
				give(&k, n, usual, &tail);
		}
	}
	arena_free(k.arena);
	return OK;
}
