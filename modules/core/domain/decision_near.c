/* SPDX-License-Identifier: MIT */
/* The nearest facts with which a table would have decided otherwise. */
#include "domain/decision_near.h"

#include <stdlib.h>
#include <string.h>

#include "base/config.h"
#include "domain/casetype.h"
#include "domain/casetype_feel.h"
#include "domain/decision_input.h"
#include "domain/decision_show.h"
#include "rules/feel_json.h"
#include "text/date.h"
#include "text/message.h"
#include "text/number.h"

#define TRIES 300	/* the table is asked so often at most */
#define BOUNDS 40	/* for one fact */
#define DIGITS "0123456789"

struct near {			/* what comes out with another value */
	struct near *next;
	const char *result;
	const char *value;
	int64_t distance;
};

struct trying {
	struct ctx *cx;
	const struct decision *x;
	const struct decision_model *model;
	const struct json_tree *derivation;
	struct arena *arena;
	struct feel_value_entries given;	/* the inputs, as they were */
	const struct type_field *field;	/* the fact that is another */
	const char *usual;		/* result, as it is shown */
	struct near *found;
	int left;			/* tries */
};

/* The result with one input for another, as it is shown; "" none. */
static const char *
ask(struct trying *t, const char *name, struct feel_value v)
{
	struct feel_value_entries all = { 0 };
	struct buf b = { 0 };
	struct json_out o = { .to = &b };
	const char *shown = "";
	struct feel_eval eval;
	bool errors;
	size_t i;

	for (i = 0; i < t->given.n; i++)
		feel_value_put(t->arena, &all, t->given.entries[i].key,
		    t->given.entries[i].value);
	if (name != NULL)
		feel_value_put(t->arena, &all, feel_value_text(name).string,
		    v);
	feel_eval_start(&eval, t->arena, t->x->asked, t->cx->conf != NULL ?
	    t->cx->conf->timezone : t->cx->zone);
	v = dmn_decide(t->model->dmn, &eval, t->model->element,
	    feel_value_made(t->arena, &all), &errors, NULL);
	if (v.kind != FEEL_NULL) {
		feel_json_write(t->arena, &o, v);
		shown = decision_show(t->cx, t->x->type, t->x->of, b.data);
	}
	buf_free(&b);
	return shown;
}

/* Of choices all that do, else the nearest. */
static void
keep(struct trying *t, const char *result, const char *value,
    int64_t distance)
{
	struct near **n = &t->found;

	while (*n != NULL && strcmp((*n)->result, result) != 0)
		n = &(*n)->next;
	if (*n == NULL) {
		*n = arena_alloc(t->cx->arena, sizeof(**n));
		(*n)->result = result;
	} else if (t->field->kind == VALUE_CHOICE) {
		(*n)->value = arena_printf(t->cx->arena, _("%s or %s"),
		    (*n)->value, value);
		return;
	} else if ((*n)->distance <= distance)
		return;
	(*n)->value = value;
	(*n)->distance = distance;
}

static void
try(struct trying *t, const char *canonical, int64_t distance)
{
	const char *result, *value = casetype_show(t->cx, t->field,
	    canonical);

	if (t->left-- <= 0)
		return;
	result = ask(t, t->field->code, casetype_feel_value(t->arena,
	    t->field, canonical));
	if (t->field->kind == VALUE_FLAG && canonical[0] == '\0')
		value = _("No");
	/* A result that is the value itself tells nothing. */
	if (result[0] != '\0' && strcmp(result, t->usual) != 0 &&
	    strcmp(result, value) != 0)
		keep(t, result, value, distance);
}

static void
try_choices(struct trying *t, const char *now)
{
	const struct term *c;

	for (c = t->field->choices; c != NULL; c = c->next)
		if (strcmp(c->code, now) != 0)
			try(t, c->code, 0);
}

/* The bounds that rules name for a fact. */
struct bounds {
	const struct type_field *field;
	int64_t all[BOUNDS];
	size_t n;
};

static void
add_bound(struct bounds *b, int64_t n)
{
	size_t i;

	for (i = 0; i < b->n; i++)
		if (b->all[i] == n)
			return;
	if (b->n < BOUNDS)
		b->all[b->n++] = n;
}

static bool
day_of(const char *s, int64_t *out)
{
	char iso[11];

	if (strlen(s) < 10)
		return false;
	memcpy(iso, s, 10);
	iso[10] = '\0';
	if (!date_civil_ok(iso))
		return false;
	*out = date_days(strtol(iso, NULL, 10), (int)strtol(iso + 5, NULL,
	    10), (int)strtol(iso + 8, NULL, 10));
	return true;
}

/* Numbers in the text of a cell, or days. */
static void
read_bounds(struct arena *a, struct bounds *b, const char *s)
{
	int64_t n;
	size_t len;

	for (; *(s += strcspn(s, DIGITS)) != '\0'; s += len) {
		len = strspn(s, DIGITS "-");
		if (b->field->kind == VALUE_DATE) {
			if (day_of(s, &n))
				add_bound(b, n);
			continue;
		}
		len = strspn(s, DIGITS);
		if (s[len] == '.' && strchr(DIGITS, s[len + 1]) != NULL &&
		    s[len + 1] != '\0')
			len += 1 + strspn(s + len + 1, DIGITS);
		if (number_plain_parse(arena_textn(a, s, len),
		    b->field->decimals, &n))
			add_bound(b, n);
	}
}

/* Does the expression of a column speak of the fact? */
static bool
speaks_of(const char *expression, const char *code)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz_"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ" DIGITS;
	const char *at = expression;
	size_t len = strlen(code);

	for (; (at = strstr(at, code)) != NULL; at++)
		if ((at == expression || strchr(letters, at[-1]) == NULL) &&
		    (at[len] == '\0' || strchr(letters, at[len]) == NULL))
			return true;
	return false;
}

static const struct json_tree *
first(const struct json_tree *t, const char *name)
{
	const struct json_tree *m = json_tree_member(t, name);

	return m == NULL ? NULL : m->first;
}

static const char *
text(const struct json_tree *t, const char *name)
{
	const struct json_tree *m = json_tree_member(t, name);

	return m == NULL || m->kind != JSON_TREE_TEXT ? "" : m->text;
}

static void
bounds_of(struct trying *t, const struct json_tree *step, struct bounds *b)
{
	const struct json_tree *table = json_tree_member(step, "table");
	const struct json_tree *column, *rule, *test, *used;
	size_t i, at = 0;

	for (column = first(table, "inputs"); column != NULL;
	    column = column->next, at++) {
		if (!speaks_of(text(column, "expression"), b->field->code))
			continue;
		for (rule = first(table, "rules"); rule != NULL;
		    rule = rule->next) {
			test = first(rule, "tests");
			for (i = 0; test != NULL && i < at; i++)
				test = test->next;
			if (test != NULL)
				read_bounds(t->arena, b, text(test, "text"));
		}
	}
	for (used = first(step, "used"); used != NULL; used = used->next)
		bounds_of(t, used, b);
}

/* A number of the field's, or a day, as the field keeps it. */
static const char *
canonical(struct trying *t, int64_t n)
{
	int year, month, day;

	switch (t->field->kind) {
	case VALUE_DATE:
		date_of_days(n, &year, &month, &day);
		return arena_printf(t->cx->arena, "%04d-%02d-%02d", year,
		    month, day);
	case VALUE_MONEY:
		return arena_printf(t->cx->arena, "%lld %s", (long long)n,
		    t->field->currency);
	default:
		return number_plain(t->cx->arena, n, t->field->decimals);
	}
}

static bool
is_fit(const struct type_field *f, int64_t n)
{
	return f->kind == VALUE_DATE || (f->bounded ? n >= f->least &&
	    n <= f->most : n >= 0);
}

/* Each bound, and what is next to it on both sides. */
static void
try_bounds(struct trying *t, const char *now)
{
	struct bounds b = { .field = t->field };
	int64_t present = 0, n;
	size_t i;
	int side;

	bounds_of(t, t->derivation, &b);
	if (t->field->kind == VALUE_DATE)
		day_of(now, &present);
	else
		number_plain_parse(arena_textn(t->arena, now,
		    strcspn(now, " ")), t->field->kind == VALUE_MONEY ? 0 :
		    t->field->decimals, &present);
	for (i = 0; i < b.n; i++)
		for (side = -1; side <= 1; side++) {
			n = b.all[i] + side;
			if (is_fit(t->field, n) && (n != present ||
			    now[0] == '\0'))
				try(t, canonical(t, n), n < present ?
				    present - n : n - present);
		}
}

/* A fact as it was, and what else it could have been. */
static void
vary(struct trying *t, const struct json_tree *input)
{
	struct feel_value v;
	const char *now, *why;

	if (!feel_json_read(t->arena, input->name, input,
	    casetype_feel_type(t->field), &v, &why) ||
	    !casetype_feel_text(t->arena, t->field, v, &now))
		return;
	switch (t->field->kind) {
	case VALUE_CHOICE:
		try_choices(t, now);
		break;
	case VALUE_FLAG:
		try(t, now[0] == '\0' ? "1" : "", 0);
		break;
	case VALUE_NUMBER:
	case VALUE_MONEY:
	case VALUE_DATE:
		try_bounds(t, now);
		break;
	case VALUE_TEXT:
	case VALUE_LINES:
	case VALUE_PERSON:
		break;
	}
}

static void
give(struct trying *t, const struct json_tree *input,
    struct decision_near ***tail)
{
	struct decision_near *n;
	const struct near *f;

	for (f = t->found; f != NULL; f = f->next) {
		n = arena_alloc(t->cx->arena, sizeof(*n));
		n->label = message_label(&t->field->label, t->cx->lang);
		n->now = decision_show_value(t->cx, t->field, input);
		n->value = f->value;
		n->result = f->result;
		**tail = n;
		*tail = &n->next;
	}
}

/* False: what was kept cannot be asked again. */
static bool
read_inputs(struct trying *t, const struct json_tree *inputs)
{
	const struct json_tree *i;
	struct feel_value v;
	const char *why;

	for (i = inputs->first; i != NULL; i = i->next) {
		if (!feel_json_read(t->arena, i->name, i,
		    decision_input_type(t->arena, t->x->type, i->name), &v,
		    &why))
			return false;
		feel_value_put(t->arena, &t->given,
		    feel_value_text(i->name).string, v);
	}
	t->usual = ask(t, NULL, feel_value_null);
	return strcmp(t->usual, decision_show(t->cx, t->x->type, t->x->of,
	    t->x->proposed)) == 0;
}

enum err
decision_near(struct ctx *cx, const struct decision *x,
    const struct json_tree *inputs, const struct json_tree *derivation,
    struct decision_near **out)
{
	struct trying t = { .cx = cx, .x = x, .derivation = derivation,
	    .left = TRIES };
	struct decision_near **tail = out;
	const struct json_tree *i;
	enum err e;

	*out = NULL;
	if (x->of == NULL || inputs == NULL || x->proposed[0] == '\0')
		return OK;
	if ((e = decision_model(cx, x->type, x->of, &t.model)) != OK)
		return e;
	t.arena = arena_new();
	if (read_inputs(&t, inputs))
		for (i = inputs->first; i != NULL; i = i->next) {
			t.field = casetype_field(x->type, i->name);
			if (t.field == NULL || t.field->group != NULL)
				continue;
			t.found = NULL;
			vary(&t, i);
			give(&t, i, &tail);
		}
	arena_free(t.arena);
	return OK;
}
