/* SPDX-License-Identifier: MIT */
/* The values that matter to a table, and which of them pass each cell. */
#include "base/buf.h"
#include "rules/dmn/dmn_check_table.h"
#include "rules/dmn/dmn_literal.h"
#include "rules/feel/feel_number.h"
#include "rules/feel/feel_temporal.h"
#include "text/blank.h"

static bool
has_point(const struct dmn_check_axis *x, struct feel_value v)
{
	size_t i;

	for (i = 0; i < x->n; i++)
		if (feel_value_equal(x->points[i], v) == FEEL_YES)
			return true;
	return false;
}

/* False: there are too many. */
static bool
add_point(struct dmn_check_axis *x, struct feel_value v)
{
	if (v.kind == FEEL_NULL || has_point(x, v))
		return true;
	if (x->n == DMN_CHECK_POINTS)
		return false;
	x->points[x->n++] = v;
	return true;
}

static struct feel_value
literal_value(struct dmn_check_table *c, const char *s, size_t len)
{
	static const struct feel_scope ground;
	struct feel_fault *faults = NULL;
	struct feel *f = feel_compile(c->arena, s, len, &ground, &faults);
	struct feel_frame none = { 0 };

	return f == NULL ? feel_value_null : feel_run(f, &c->ev, &none);
}

/* The constants of a text; false: there are too many. */
static bool
add_literals(struct dmn_check_table *c, struct dmn_check_axis *x,
    const char *s)
{
	size_t n;

	while ((n = dmn_literal_next(&s, true)) > 0) {
		if (!add_point(x, literal_value(c, s, n)))
			return false;
		s += n;
	}
	return true;
}

/* A step that is small for its kind: 1, a day, a second, a month. */
static bool
moved(struct dmn_check_table *c, struct feel_value v, int by,
    struct feel_value *out)
{
	struct feel_value step;
	const char *text = v.kind == FEEL_DATE ? "P1D" :
	    v.kind == FEEL_MONTHS ? "P1M" : "PT1S";

	if (v.kind == FEEL_NUMBER) {
		step = feel_number_of(by);
		out->kind = FEEL_NUMBER;
		return feel_number_add(v.number, step.number, &out->number);
	}
	return v.kind >= FEEL_DATE && v.kind <= FEEL_MONTHS &&
	    feel_temporal_duration(text, strlen(text), &step) &&
	    (by > 0 ? feel_temporal_add(c->arena, v, step, out) :
	    feel_temporal_subtract(c->arena, v, step, out));
}

static bool
middle(struct feel_value a, struct feel_value b, struct feel_value *out)
{
	struct feel_value half = feel_number_scaled(5, 1);
	struct feel_decimal sum;

	out->kind = FEEL_NUMBER;
	return a.kind == FEEL_NUMBER && b.kind == FEEL_NUMBER &&
	    feel_number_add(a.number, b.number, &sum) &&
	    feel_number_multiply(sum, half.number, &out->number);
}

static void
sort_points(struct dmn_check_axis *x)
{
	struct feel_value v;
	size_t i, j;
	int order;

	for (i = 1; i < x->n; i++) {
		v = x->points[i];
		for (j = i; j > 0 && feel_value_order(v, x->points[j - 1],
		    &order) && order < 0; j--)
			x->points[j] = x->points[j - 1];
		x->points[j] = v;
	}
}

/* One between each two, and beyond either end. */
static bool
add_between(struct dmn_check_table *c, struct dmn_check_axis *x)
{
	size_t n = x->n, i;
	struct feel_value v;
	int order;

	sort_points(x);
	for (i = 0; i < n; i++) {
		if (i + 1 < n && x->points[i + 1].kind == x->points[i].kind) {
			if (!middle(x->points[i], x->points[i + 1], &v) &&
			    (!moved(c, x->points[i], 1, &v) ||
			    !feel_value_order(v, x->points[i + 1], &order) ||
			    order >= 0))
				continue;
		} else if (!moved(c, x->points[i], 1, &v))
			continue;
		if (!add_point(x, v))
			return false;
	}
	if (n > 0 && moved(c, x->points[0], -1, &v) && !add_point(x, v))
		return false;
	sort_points(x);
	return true;
}

/* Values that no cell names, so that the axis has the rest as well. */
static bool
add_others(struct dmn_check_table *c, struct dmn_check_axis *x)
{
	enum feel_type_kind kind = x->column->type == NULL ? FEEL_TYPE_ANY :
	    x->column->type->kind;
	struct feel_value v = x->n == 0 ? feel_value_null : x->points[0];
	struct buf b = { 0 };
	size_t i;

	if (v.kind == FEEL_BOOLEAN || kind == FEEL_TYPE_BOOLEAN)
		return add_point(x, feel_value_boolean(true)) &&
		    add_point(x, feel_value_boolean(false));
	if (v.kind == FEEL_STRING || (x->n == 0 &&
	    (kind == FEEL_TYPE_STRING || kind == FEEL_TYPE_ANY))) {
		for (i = 0; i < x->n; i++)
			if (x->points[i].kind == FEEL_STRING)
				buf_add(&b, x->points[i].string.text,
				    x->points[i].string.len);
		buf_char(&b, '~');
		x->other = x->n;
		v = feel_value_text(arena_textn(c->arena, b.data, b.len));
		buf_free(&b);
		return add_point(x, v);
	}
	if (x->n == 0 && kind == FEEL_TYPE_NUMBER)
		return add_point(x, feel_number_of(0));
	return x->n > 0 && add_between(c, x);
}

static bool
passes(struct dmn_check_table *c, const struct feel *test,
    struct feel_value v)
{
	struct feel_frame none = { 0 };

	return test == NULL || feel_test(test, &c->ev, &none, v) == FEEL_YES;
}

static bool
is_of(const struct feel_type *t, enum feel_kind kind)
{
	return t == NULL || t->kind == FEEL_TYPE_ANY ||
	    feel_type_value(t->kind) == kind;
}

/* Only what the input may be. */
static void
drop_forbidden(struct dmn_check_table *c, struct dmn_check_axis *x)
{
	const struct feel *allowed = x->column->type == NULL ? NULL :
	    x->column->type->allowed;
	size_t i, n = 0, other = x->other;

	x->other = (size_t)-1;
	for (i = 0; i < x->n; i++) {
		if (!is_of(x->column->type, x->points[i].kind) ||
		    !passes(c, x->column->values, x->points[i]) ||
		    !passes(c, allowed, x->points[i]))
			continue;
		if (i == other)
			x->other = n;
		x->points[n] = x->points[i];
		x->all.w[n / 64] |= (uint64_t)1 << (n % 64);
		n++;
	}
	x->n = n;
}

static bool
is_plain(const struct feel_type *t)
{
	return t == NULL || t->kind < FEEL_TYPE_LIST;
}

/* The text that says what an input may be; "" anything. */
static const char *
allowed_text(const struct dmn_check_table *c, size_t column)
{
	const struct dmn_input *in = c->g->said->inputs;
	const struct feel_type *t = c->g->inputs[column].type;

	while (column-- > 0)
		in = in->next;
	return in->values.text != NULL ? in->values.text :
	    t != NULL && t->allowed_text != NULL ? t->allowed_text : "";
}

static void
make_axis(struct dmn_check_table *c, size_t axis)
{
	struct dmn_check_axis *x = &c->axes[axis];
	bool ok = is_plain(x->column->type);
	size_t column, rule;
	const char *text;

	x->other = (size_t)-1;
	for (column = 0; ok && column < c->g->n_inputs; column++) {
		if (c->axis_of[column] != axis)
			continue;
		text = allowed_text(c, column);
		ok = dmn_literal_only(text, true) &&
		    add_literals(c, x, text);
		for (rule = 0; ok && rule < c->g->n_rules; rule++) {
			text = c->g->rules[rule]->tests[column].text;
			if (dmn_literal_only(text, true))
				ok = add_literals(c, x, text);
		}
	}
	if (ok && add_others(c, x))
		drop_forbidden(c, x);
	else
		x->n = 0;
}

bool
dmn_check_points_none(const struct dmn_check_set *s)
{
	size_t i;

	for (i = 0; i < DMN_CHECK_WORDS; i++)
		if (s->w[i] != 0)
			return false;
	return true;
}

/* A cell into the box of its rule: columns of one axis narrow it together. */
static void
narrow(struct dmn_check_table *c, size_t rule, size_t column)
{
	const struct feel *test = c->g->tests[rule * c->g->n_inputs + column];
	const struct dmn_text *said = &c->g->rules[rule]->tests[column];
	size_t axis = c->axis_of[column], i;
	struct dmn_check_axis *x = &c->axes[axis];
	struct dmn_check_box *box = &c->boxes[rule * c->n_axes + axis];
	struct dmn_check_set set = { { 0 } };

	if (test == NULL)
		return;
	if (x->n == 0 || !dmn_literal_only(said->text, true)) {
		box->known = DMN_CHECK_DARK;
		c->dark = true;
		return;
	}
	for (i = 0; i < x->n; i++)
		if (passes(c, test, x->points[i]))
			set.w[i / 64] |= (uint64_t)1 << (i % 64);
	if (dmn_check_points_none(&set) && !passes(c, test, feel_value_null)) {
		c->dead = true;
		if (!dmn_check_is_told(c, rule + 1, column + 1))
			dmn_check_fault(c, rule + 1, column + 1, said->line,
			    false, "This test never holds: “%s” has no value "
			    "that passes it.", dmn_check_name(c, column));
	}
	for (i = 0; i < DMN_CHECK_WORDS; i++)
		box->set.w[i] = box->known == DMN_CHECK_ANY ? set.w[i] :
		    box->set.w[i] & set.w[i];
	if (box->known == DMN_CHECK_ANY)
		box->known = DMN_CHECK_SET;
}

/* Does the expression name this, or a member of it? */
static bool
speaks_of(struct feel_string expression, struct feel_string name)
{
	const char *s = expression.text, *end = s + expression.len;

	while (s < end && strchr(BLANK, *s) != NULL)
		s++;
	if ((size_t)(end - s) < name.len ||
	    memcmp(s, name.text, name.len) != 0)
		return false;
	s += name.len;
	while (end > s && strchr(BLANK, end[-1]) != NULL)
		end--;
	if (s < end && *s != '.')
		return false;
	while (s < end && strchr("+-*/()[]<>=,\"{}", *s) == NULL)
		s++;
	return s == end;
}

static bool
is_free(const struct dmn_check_table *c, struct feel_string expression)
{
	const struct dmn_node *n = c->node;
	size_t i;

	for (i = 0; i < n->n_slots; i++)
		if (n->slots[i].node != NULL &&
		    n->slots[i].node->said->kind == DMN_INPUT_DATA &&
		    speaks_of(expression, n->slots[i].name))
			return true;
	for (i = 0; i < n->n_params; i++)
		if (speaks_of(expression, n->params[i].name))
			return true;
	return false;
}

void
dmn_check_points(struct dmn_check_table *c)
{
	size_t i, j;

	c->axis_of = arena_array(c->arena, c->g->n_inputs,
	    sizeof(*c->axis_of));
	c->axes = arena_array(c->arena, c->g->n_inputs, sizeof(*c->axes));
	for (i = 0; i < c->g->n_inputs; i++) {
		for (j = 0; j < c->n_axes && !feel_value_same_text(
		    c->axes[j].column->text, c->g->inputs[i].text); j++)
			;
		c->axis_of[i] = j;
		if (j < c->n_axes)
			continue;
		c->axes[j].column = &c->g->inputs[i];
		c->axes[j].first = i;
		c->axes[j].free = is_free(c, c->axes[j].column->text);
		c->n_axes++;
	}
	for (i = 0; i < c->n_axes; i++)
		make_axis(c, i);
	c->boxes = arena_array(c->arena, c->g->n_rules * c->n_axes,
	    sizeof(*c->boxes));
	for (i = 0; i < c->g->n_rules; i++)
		for (j = 0; j < c->g->n_inputs; j++)
			narrow(c, i, j);
}
