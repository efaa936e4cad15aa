/* SPDX-License-Identifier: MIT */
/* Types (10.3.2.9): conformance, instance of (table 61), coercion. */
#include "rules/feel/feel_type.h"

#include <string.h>

#include "base/count.h"
#include "rules/feel/feel.h"

static const struct feel_type any = { .kind = FEEL_TYPE_ANY };

static const struct {
	const char *name;
	struct feel_type type;
} own[] = {
	{ "Any", { .kind = FEEL_TYPE_ANY } },
	{ "Null", { .kind = FEEL_TYPE_NULL } },
	{ "boolean", { .kind = FEEL_TYPE_BOOLEAN } },
	{ "number", { .kind = FEEL_TYPE_NUMBER } },
	{ "string", { .kind = FEEL_TYPE_STRING } },
	{ "date", { .kind = FEEL_TYPE_DATE } },
	{ "time", { .kind = FEEL_TYPE_TIME } },
	{ "date and time", { .kind = FEEL_TYPE_DATE_TIME } },
	{ "dateTime", { .kind = FEEL_TYPE_DATE_TIME } },
	{ "days and time duration", { .kind = FEEL_TYPE_DAYS } },
	{ "dayTimeDuration", { .kind = FEEL_TYPE_DAYS } },
	{ "years and months duration", { .kind = FEEL_TYPE_MONTHS } },
	{ "yearMonthDuration", { .kind = FEEL_TYPE_MONTHS } },
	{ "list", { .kind = FEEL_TYPE_LIST, .of = &any } },
	{ "context", { .kind = FEEL_TYPE_CONTEXT } },
	{ "function", { .kind = FEEL_TYPE_FUNCTION, .n = FEEL_FUNCTION_ANY } },
	{ "range", { .kind = FEEL_TYPE_RANGE } }
};

const struct feel_type *
feel_type_own(const char *name, size_t len)
{
	size_t i;

	for (i = 0; i < COUNT(own); i++)
		if (strlen(own[i].name) == len &&
		    memcmp(own[i].name, name, len) == 0)
			return &own[i].type;
	return NULL;
}

const struct feel_type *
feel_type_simple(enum feel_type_kind kind)
{
	size_t i;

	for (i = 0; own[i].type.kind != kind; i++)
		continue;
	return &own[i].type;
}

enum feel_kind
feel_type_value(enum feel_type_kind kind)
{
	static const enum feel_kind kinds[] = {
		[FEEL_TYPE_ANY] = FEEL_NULL, [FEEL_TYPE_NULL] = FEEL_NULL,
		[FEEL_TYPE_BOOLEAN] = FEEL_BOOLEAN,
		[FEEL_TYPE_NUMBER] = FEEL_NUMBER,
		[FEEL_TYPE_STRING] = FEEL_STRING,
		[FEEL_TYPE_DATE] = FEEL_DATE, [FEEL_TYPE_TIME] = FEEL_TIME,
		[FEEL_TYPE_DATE_TIME] = FEEL_DATE_TIME,
		[FEEL_TYPE_DAYS] = FEEL_DAYS, [FEEL_TYPE_MONTHS] = FEEL_MONTHS,
		[FEEL_TYPE_LIST] = FEEL_LIST,
		[FEEL_TYPE_CONTEXT] = FEEL_CONTEXT,
		[FEEL_TYPE_RANGE] = FEEL_RANGE,
		[FEEL_TYPE_FUNCTION] = FEEL_FUNCTION
	};

	return kinds[kind];
}

const struct feel_type *
feel_type_list(struct arena *a, const struct feel_type *of)
{
	struct feel_type *t = arena_alloc(a, sizeof(*t));

	t->kind = FEEL_TYPE_LIST;
	t->of = of;
	return t;
}

const struct feel_type *
feel_type_member(const struct feel_type *t, struct feel_string name)
{
	size_t i;

	if (t == NULL || t->kind != FEEL_TYPE_CONTEXT)
		return NULL;
	for (i = 0; i < t->n; i++)
		if (feel_value_same_text(t->members[i].name, name))
			return t->members[i].type == NULL ? &any :
			    t->members[i].type;
	return NULL;
}

static bool
unlimited(const struct feel_type *t)
{
	return t == NULL || t->kind == FEEL_TYPE_ANY;
}

#define DEEPEST 16		/* an item definition may hold itself */

static bool conforms(const struct feel_type *, const struct feel_type *,
    int depth);

/* Where the result does, and each parameter takes what the other's takes. */
static bool
function_conforms(const struct feel_type *t, const struct feel_type *to,
    int depth)
{
	size_t i;

	if (to->n == FEEL_FUNCTION_ANY)
		return true;
	if (t->n != to->n || !conforms(t->of, to->of, depth))
		return false;
	for (i = 0; i < t->n; i++)
		if (!conforms(to->members[i].type, t->members[i].type, depth))
			return false;
	return true;
}

static bool
context_conforms(const struct feel_type *t, const struct feel_type *to,
    int depth)
{
	const struct feel_type *m;
	size_t i;

	for (i = 0; i < to->n; i++)
		if ((m = feel_type_member(t, to->members[i].name)) == NULL ||
		    !conforms(m, to->members[i].type, depth))
			return false;
	return true;
}

static bool
conforms(const struct feel_type *t, const struct feel_type *to, int depth)
{
	if (unlimited(to) || t == to || depth == 0)
		return true;
	if (t == NULL)
		return false;
	if (t->kind == FEEL_TYPE_NULL)
		return true;
	if (t->kind != to->kind)
		return false;
	switch (t->kind) {
	case FEEL_TYPE_LIST:
	case FEEL_TYPE_RANGE:
		return conforms(t->of, to->of, depth - 1);
	case FEEL_TYPE_CONTEXT:
		return context_conforms(t, to, depth - 1);
	case FEEL_TYPE_FUNCTION:
		return function_conforms(t, to, depth - 1);
	default:
		return true;
	}
}

bool
feel_type_conforms(const struct feel_type *t, const struct feel_type *to)
{
	return conforms(t, to, DEEPEST);
}

static bool has(struct feel_eval *, const struct feel_type *,
    struct feel_value);

/* Inside of lists and contexts null is of every type. */
static bool
holds(struct feel_eval *ev, const struct feel_type *t, struct feel_value v)
{
	return v.kind == FEEL_NULL || unlimited(t) || has(ev, t, v);
}

static bool
has_members(struct feel_eval *ev, const struct feel_type *t,
    const struct feel_context *c)
{
	const struct feel_value *v;
	size_t i;

	for (i = 0; i < t->n; i++)
		if ((v = feel_value_get(c, t->members[i].name)) == NULL ||
		    !holds(ev, t->members[i].type, *v))
			return false;
	return true;
}

static bool
has_items(struct feel_eval *ev, const struct feel_type *t,
    const struct feel_list *list)
{
	size_t i;

	if (unlimited(t->of))
		return true;
	for (i = 0; i < list->n; i++)
		if (!feel_eval_step(ev, 1) ||
		    !holds(ev, t->of, list->items[i]))
			return false;
	return true;
}

/* An end that is missing says nothing. */
static bool
has_ends(struct feel_eval *ev, const struct feel_type *t,
    const struct feel_range *r)
{
	return (!r->has_start || holds(ev, t->of, r->start)) &&
	    (!r->has_end || holds(ev, t->of, r->end));
}

static bool
has_function(const struct feel_type *t, const struct feel_function *f)
{
	size_t i;

	if (t->n == FEEL_FUNCTION_ANY || f->n == FEEL_FUNCTION_ANY)
		return true;
	if (f->n != t->n || (!unlimited(t->of) &&
	    !unlimited(f->result) && !feel_type_conforms(f->result, t->of)))
		return false;
	for (i = 0; i < f->n; i++)
		if (!unlimited(f->params[i].type) &&
		    !feel_type_conforms(t->members[i].type,
		    f->params[i].type))
			return false;
	return true;
}

static bool
has(struct feel_eval *ev, const struct feel_type *t, struct feel_value v)
{
	switch (t->kind) {
	case FEEL_TYPE_ANY:
		return true;
	case FEEL_TYPE_NULL:
		return v.kind == FEEL_NULL;
	case FEEL_TYPE_LIST:
		return v.kind == FEEL_LIST && has_items(ev, t, v.list);
	case FEEL_TYPE_CONTEXT:
		return v.kind == FEEL_CONTEXT &&
		    has_members(ev, t, v.context);
	case FEEL_TYPE_RANGE:
		return v.kind == FEEL_RANGE && has_ends(ev, t, v.range);
	case FEEL_TYPE_FUNCTION:
		return v.kind == FEEL_FUNCTION && has_function(t, v.function);
	default:
		return v.kind == feel_type_value(t->kind);
	}
}

bool
feel_type_has(struct feel_eval *ev, const struct feel_type *t,
    struct feel_value v)
{
	if (v.kind == FEEL_NULL)
		return t->kind == FEEL_TYPE_NULL;
	return has(ev, t, v);
}

/* A date is a date and time at midnight UTC (10.3.2.9.4). */
static struct feel_value
moment_of(struct feel_eval *ev, struct feel_date date)
{
	static const struct feel_zone utc = { .id = NULL, .offset = 0 };
	struct feel_moment *m = arena_alloc(ev->arena, sizeof(*m));

	m->date = date;
	m->time.zone = &utc;
	return (struct feel_value){ .kind = FEEL_DATE_TIME, .moment = m };
}

/* As it is written in a text; a long one is cut. */
static const char *
shown(struct feel_eval *ev, struct feel_value v)
{
	const char *text = feel_value_write(ev->arena, v);
	const char *mark = v.kind == FEEL_STRING ? "\"" : "";
	struct feel_string s = { text, strlen(text) };
	int n = feel_value_shown(s);

	return arena_printf(ev->arena, "%s%.*s%s%s", mark, n, text,
	    (size_t)n < s.len ? "\xe2\x80\xa6" : "", mark);
}

static struct feel_value
refused(struct feel_eval *ev, const struct feel_type *t, struct feel_value v)
{
	return feel_eval_null(ev, "%s is of type %s, not %s.", shown(ev, v),
	    feel_value_kind(v.kind), feel_type_write(ev->arena, t));
}

static struct feel_value coerce(struct feel_eval *,
    const struct feel_type *, struct feel_value);

static bool
constrained(const struct feel_type *t, int depth)
{
	size_t i;

	if (t == NULL)
		return false;
	if (t->allowed != NULL || depth == 0)
		return true;
	if (t->kind == FEEL_TYPE_LIST)
		return constrained(t->of, depth - 1);
	if (t->kind != FEEL_TYPE_CONTEXT)
		return false;
	for (i = 0; i < t->n; i++)
		if (constrained(t->members[i].type, depth - 1))
			return true;
	return false;
}

/* What is inside is asked what it allows too, without being converted. */
static bool
allows(struct feel_eval *ev, const struct feel_type *t, struct feel_value v)
{
	const struct feel_value *m;
	size_t i;

	if (t == NULL || !constrained(t, 5))
		return true;
	if (t->allowed != NULL &&
	    feel_test(t->allowed, ev, NULL, v) != FEEL_YES) {
		feel_eval_note(ev, "%s is not allowed: %s.", shown(ev, v),
		    t->allowed_text == NULL ? "its type says so" :
		    t->allowed_text);
		return false;
	}
	if (t->kind == FEEL_TYPE_LIST && v.kind == FEEL_LIST)
		for (i = 0; i < v.list->n; i++)
			if (!feel_eval_step(ev, 1) ||
			    !allows(ev, t->of, v.list->items[i]))
				return false;
	if (t->kind == FEEL_TYPE_CONTEXT && v.kind == FEEL_CONTEXT)
		for (i = 0; i < t->n; i++)
			if ((m = feel_value_get(v.context,
			    t->members[i].name)) != NULL &&
			    m->kind != FEEL_NULL &&
			    !allows(ev, t->members[i].type, *m))
				return false;
	return true;
}

static struct feel_value
coerce(struct feel_eval *ev, const struct feel_type *t, struct feel_value v)
{
	struct feel_value item;

	if (has(ev, t, v))
		return v;
	if (t->kind != FEEL_TYPE_LIST && v.kind == FEEL_LIST &&
	    v.list->n == 1 && has(ev, t, v.list->items[0]))
		return v.list->items[0];
	if (t->kind == FEEL_TYPE_LIST && v.kind != FEEL_LIST &&
	    holds(ev, t->of, v)) {
		item = feel_value_list(ev->arena, &v, 1);
		return item.kind == FEEL_LIST ? item : refused(ev, t, v);
	}
	if (t->kind == FEEL_TYPE_DATE_TIME && v.kind == FEEL_DATE)
		return moment_of(ev, v.date);
	return refused(ev, t, v);
}

struct feel_value
feel_type_coerce(struct feel_eval *ev, const struct feel_type *t,
    struct feel_value v)
{
	if (v.kind == FEEL_NULL)
		return v;
	v = coerce(ev, t, v);
	if (v.kind != FEEL_NULL && !allows(ev, t, v))
		return feel_value_null;
	return v;
}

/* What all the items have in common; Any where they have nothing. */
static const struct feel_type *type_of(struct arena *, struct feel_value,
    size_t *work);

static const struct feel_type *
common(struct arena *a, const struct feel_list *list, size_t *work)
{
	const struct feel_type *t, *of = NULL;
	size_t i;

	for (i = 0; i < list->n; i++) {
		t = type_of(a, list->items[i], work);
		if (of == NULL || feel_type_conforms(of, t))
			of = t;
		else if (!feel_type_conforms(t, of))
			return &any;
	}
	return of == NULL ? &any : of;
}

static const struct feel_type *
type_of_context(struct arena *a, const struct feel_context *c, size_t *work)
{
	struct feel_type *t = arena_alloc(a, sizeof(*t));
	struct feel_member *members = arena_array(a, c->n, sizeof(*members));
	size_t i;

	for (i = 0; i < c->n; i++) {
		members[i].name = c->entries[i].key;
		members[i].type = type_of(a, c->entries[i].value, work);
	}
	t->kind = FEEL_TYPE_CONTEXT;
	t->members = members;
	t->n = c->n;
	return t;
}

static const struct feel_type *
type_of_function(struct arena *a, const struct feel_function *f)
{
	struct feel_type *t = arena_alloc(a, sizeof(*t));
	struct feel_member *members;
	size_t i;

	t->kind = FEEL_TYPE_FUNCTION;
	t->of = f->result;
	t->n = f->n;
	if (f->n == FEEL_FUNCTION_ANY)
		return t;
	members = arena_array(a, f->n, sizeof(*members));
	for (i = 0; i < f->n; i++) {
		members[i].name = f->params[i].name;
		members[i].type = f->params[i].type;
	}
	t->members = members;
	return t;
}

static const struct feel_type *
type_of_range(struct arena *a, const struct feel_range *r, size_t *work)
{
	struct feel_type *t = arena_alloc(a, sizeof(*t));

	t->kind = FEEL_TYPE_RANGE;
	if (r->has_start || r->has_end)
		t->of = type_of(a, r->has_start ? r->start : r->end, work);
	return t;
}

static const struct feel_type *
type_of(struct arena *a, struct feel_value v, size_t *work)
{
	size_t i;

	if (*work == 0)
		return &any;
	--*work;
	switch (v.kind) {
	case FEEL_LIST:
		return feel_type_list(a, common(a, v.list, work));
	case FEEL_CONTEXT:
		return type_of_context(a, v.context, work);
	case FEEL_RANGE:
		return type_of_range(a, v.range, work);
	case FEEL_FUNCTION:
		return type_of_function(a, v.function);
	default:
		for (i = 0; i < COUNT(own); i++)
			if (strcmp(own[i].name, feel_value_kind(v.kind)) == 0)
				return &own[i].type;
		return v.kind == FEEL_NULL ? &own[1].type : &any;
	}
}

/* Lists may share their parts, so that there is no end of some. */
#define TYPE_WORK 100000

const struct feel_type *
feel_type_of(struct arena *a, struct feel_value v)
{
	size_t work = TYPE_WORK;

	return type_of(a, v, &work);
}
