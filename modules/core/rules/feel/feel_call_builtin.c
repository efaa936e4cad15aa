/* SPDX-License-Identifier: MIT */
/* Which signature of a built-in function a call means (10.3.2.13). */
#include <string.h>

#include "rules/feel/feel_node.h"

/* The arguments as one signature has them. */
struct bound {
	const struct feel_value *args;	/* at least FEEL_BUILTIN_PARAMS */
	struct feel_value own[FEEL_BUILTIN_PARAMS];
	size_t n;
};

static size_t
params_of(const struct feel_builtin *b, size_t *needed)
{
	size_t n;

	*needed = FEEL_BUILTIN_PARAMS + 1;
	for (n = 0; n < FEEL_BUILTIN_PARAMS && b->params[n].name != NULL; n++)
		if (b->params[n].optional && n < *needed)
			*needed = n;
	if (n < *needed)
		*needed = n;
	return n;
}

static bool
bind_places(const struct feel_builtin *b, const struct feel_value *args,
    size_t n, struct bound *out)
{
	size_t needed, all = params_of(b, &needed);

	if (n < needed || (n > all && !b->variadic))
		return false;
	out->n = n;
	out->args = args;
	if (n > FEEL_BUILTIN_PARAMS)
		return true;
	memset(out->own, 0, sizeof(out->own));
	if (n != 0)
		memcpy(out->own, args, n * sizeof(*args));
	out->args = out->own;
	return true;
}

static bool
is_named(const struct feel_builtin_param *p, struct feel_string name)
{
	return strlen(p->name) == name.len &&
	    memcmp(p->name, name.text, name.len) == 0;
}

static bool
bind_names(const struct feel_builtin *b, const struct feel_value *args,
    const struct feel_string *names, size_t n, struct bound *out)
{
	bool given[FEEL_BUILTIN_PARAMS] = { false };
	size_t needed, all = params_of(b, &needed), i, k;

	memset(out->own, 0, sizeof(out->own));
	out->args = out->own;
	out->n = 0;
	for (i = 0; i < n; i++) {
		for (k = 0; k < all; k++)
			if (is_named(&b->params[k], names[i]))
				break;
		if (k == all || given[k])
			return false;
		given[k] = true;
		out->own[k] = args[i];
		if (k + 1 > out->n)
			out->n = k + 1;
	}
	for (i = 0; i < needed; i++)
		if (!given[i])
			return false;
	return true;
}

/* before(point, range) and before(range, point) have the same names: the order
 * of those that are given tells which is meant. */
static bool
in_order(const struct feel_builtin *b, const struct feel_string *names,
    size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (i == FEEL_BUILTIN_PARAMS || b->params[i].name == NULL ||
		    !is_named(&b->params[i], names[i]))
			return false;
	return true;
}

static const struct feel_builtin_param *
param_at(const struct feel_builtin *b, size_t i)
{
	size_t needed, all = params_of(b, &needed);

	return &b->params[i < all ? i : all - 1];
}

static bool
allowed(const struct feel_builtin_param *p, enum feel_kind kind)
{
	return (p->kinds & FEEL_BUILTIN_KIND(kind)) != 0;
}

/* The implicit conversions of 10.3.2.9.4. */
static bool
convert(struct feel_eval *ev, const struct feel_builtin_param *p,
    struct feel_value *v)
{
	static const struct feel_zone utc;
	struct feel_moment *m;

	if (v->kind == FEEL_LIST && v->list->n == 1 &&
	    allowed(p, v->list->items[0].kind)) {
		*v = v->list->items[0];
		return true;
	}
	if (v->kind == FEEL_NULL)
		return false;
	if (v->kind != FEEL_LIST && allowed(p, FEEL_LIST)) {
		*v = feel_value_list(ev->arena, v, 1);
		return v->kind == FEEL_LIST;
	}
	if (v->kind == FEEL_DATE && allowed(p, FEEL_DATE_TIME)) {
		m = arena_alloc(ev->arena, sizeof(*m));
		m->date = v->date;
		m->time.zone = &utc;
		*v = (struct feel_value){ .kind = FEEL_DATE_TIME,
		    .moment = m };
		return true;
	}
	return false;
}

/* What is known of an argument before it is reckoned: perhaps nothing. */
#define ANYTHING ((enum feel_kind)31)

/* Do the kinds fit, as they are or converted? An optional one that was not
 * given is not looked at. */
static bool
fits(struct feel_eval *ev, const struct feel_builtin *b, struct bound *bound,
    bool converting)
{
	const struct feel_builtin_param *p;
	struct feel_value v, *copy;
	size_t i;

	for (i = 0; i < bound->n; i++) {
		p = param_at(b, i);
		v = bound->args[i];
		if (allowed(p, v.kind) ||
		    (v.kind == FEEL_NULL && p->optional))
			continue;
		if (!converting || !convert(ev, p, &v))
			return false;
		if (bound->args != bound->own) {
			copy = arena_copy(ev->arena, bound->args,
			    bound->n * sizeof(*copy));
			copy[i] = v;
			bound->args = copy;
		} else
			bound->own[i] = v;
	}
	return true;
}

static bool
may_fit(const struct feel_builtin_param *p, enum feel_kind kind, bool early)
{
	if (kind == ANYTHING || allowed(p, kind) ||
	    (kind == FEEL_NULL && p->optional))
		return true;
	return early && (kind == FEEL_LIST || kind == FEEL_NULL ||
	    allowed(p, FEEL_LIST) ||
	    (kind == FEEL_DATE && allowed(p, FEEL_DATE_TIME)));
}

#define SEVERAL 4

/* The kinds that a parameter takes: "a number or a range"; NULL: many. */
static const char *
wanted(struct arena *a, const struct feel_builtin_param *p)
{
	const char *text = NULL, *last = NULL;
	int k, n = 0;

	for (k = FEEL_BOOLEAN; k <= FEEL_FUNCTION; k++) {
		if (!allowed(p, (enum feel_kind)k))
			continue;
		if (++n > SEVERAL)
			return NULL;
		if (last != NULL)
			text = text == NULL ? last :
			    arena_printf(a, "%s, %s", text, last);
		last = feel_value_a((enum feel_kind)k);
	}
	return text == NULL ? last : arena_printf(a, "%s or %s", text, last);
}

static const char *
misfit(struct arena *a, const struct feel_builtin *b, size_t i,
    enum feel_kind kind)
{
	const struct feel_builtin_param *p = param_at(b, i);
	const char *kinds = wanted(a, p);

	if (kinds == NULL)
		return arena_printf(a, "%s(): “%s” cannot be %s.", b->name,
		    p->name, feel_value_a(kind));
	return arena_printf(a, "%s(): “%s” must be %s, not %s.", b->name,
	    p->name, kinds, feel_value_a(kind));
}

static const struct feel_builtin *
next(const struct feel_builtin *b)
{
	return feel_builtin_find(b->name, strlen(b->name), b);
}

static bool
has_param(const struct feel_builtin *b, struct feel_string name)
{
	size_t k;

	for (k = 0; k < FEEL_BUILTIN_PARAMS && b->params[k].name != NULL; k++)
		if (is_named(&b->params[k], name))
			return true;
	return false;
}

/* By the first name that no signature has, if there is one. */
static const char *
misnamed(struct arena *a, const struct feel_builtin *first,
    const struct feel_string *names, size_t n)
{
	const struct feel_builtin *b;
	size_t i;

	for (i = 0; i < n; i++) {
		for (b = first; b != NULL && !has_param(b, names[i]);)
			b = next(b);
		if (b == NULL)
			return arena_printf(a, "%s() has no parameter "
			    "“%.*s”.", first->name,
			    feel_value_shown(names[i]), names[i].text);
	}
	return arena_printf(a, "%s() needs other parameters than these.",
	    first->name);
}

static const char *
miscounted(struct arena *a, const struct feel_builtin *first, size_t n)
{
	const struct feel_builtin *b;
	size_t least = FEEL_BUILTIN_PARAMS, most = 0, needed, all;
	bool many = false;

	for (b = first; b != NULL; b = next(b)) {
		all = params_of(b, &needed);
		least = needed < least ? needed : least;
		most = all > most ? all : most;
		many = many || b->variadic;
	}
	if (many || least == most)
		return arena_printf(a, "%s() takes %s%zu argument%s, not %zu.",
		    first->name, many ? "at least " : "", least,
		    least == 1 ? "" : "s", n);
	return arena_printf(a, "%s() takes %zu %s %zu arguments, not %zu.",
	    first->name, least, least + 1 == most ? "or" : "to", most, n);
}

/* Why no signature will do, by the first that has room for the arguments;
 * NULL: one will. Early: they are not yet known, and may be converted. */
static const char *
refusal(struct arena *a, const struct feel_builtin *first,
    const struct feel_value *args, const struct feel_string *names, size_t n,
    bool early)
{
	const struct feel_builtin *b;
	const char *why = NULL;
	struct bound bound;
	size_t i;

	for (b = first; b != NULL; b = next(b)) {
		if (!(names == NULL ? bind_places(b, args, n, &bound) :
		    bind_names(b, args, names, n, &bound)))
			continue;
		for (i = 0; i < bound.n; i++)
			if (!may_fit(param_at(b, i), bound.args[i].kind,
			    early))
				break;
		if (i == bound.n)
			return NULL;
		if (why == NULL)
			why = misfit(a, b, i, bound.args[i].kind);
	}
	if (why != NULL)
		return why;
	return names != NULL ? misnamed(a, first, names, n) :
	    miscounted(a, first, n);
}

static enum feel_kind
kind_of(const struct feel_type *t)
{
	return t == NULL || t->kind == FEEL_TYPE_ANY ? ANYTHING :
	    feel_type_value(t->kind);
}

const char *
feel_call_builtin_never(struct arena *a, const struct feel_node *n)
{
	struct feel_value *args = arena_array(a, n->all.n, sizeof(*args));
	size_t i;

	for (i = 0; i < n->all.n; i++)
		args[i].kind = kind_of(n->all.items[i]->type);
	return refusal(a, n->all.builtin, args, n->all.names, n->all.n, true);
}

struct feel_value
feel_call_builtin(struct feel_eval *ev, const struct feel_builtin *first,
    const struct feel_value *args, const struct feel_string *names, size_t n)
{
	const struct feel_builtin *b;
	struct bound bound;
	const char *why;
	int pass;		/* two for names in order, two for any */

	for (pass = names == NULL ? 2 : 0; pass < 4; pass++)
		for (b = first; b != NULL; b = next(b))
			if ((pass >= 2 || in_order(b, names, n)) &&
			    (names == NULL ?
			    bind_places(b, args, n, &bound) :
			    bind_names(b, args, names, n, &bound)) &&
			    fits(ev, b, &bound, pass % 2))
				return b->call(ev, bound.args, bound.n);
	why = refusal(ev->arena, first, args, names, n, false);
	return feel_eval_null(ev, "%s", why == NULL ?
	    "The arguments do not fit." : why);
}

static struct feel_value
call(struct feel_eval *ev, const struct feel_function *fn,
    const struct feel_value *args, size_t n)
{
	return feel_call_builtin(ev, fn->body, args, NULL, n);
}

/* A built-in function as a value: sort(list, is). */
struct feel_value
feel_call_builtin_value(struct arena *a, const struct feel_builtin *b)
{
	struct feel_function *fn = arena_alloc(a, sizeof(*fn));

	fn->n = FEEL_FUNCTION_ANY;
	fn->call = call;
	fn->body = b;
	fn->name = b->name;
	return (struct feel_value){ .kind = FEEL_FUNCTION, .function = fn };
}

/* The built-in function that the value is; NULL: another one. */
const struct feel_builtin *
feel_call_builtin_in(const struct feel_function *fn)
{
	return fn->call == call ? fn->body : NULL;
}
