/* SPDX-License-Identifier: MIT */
/* Functions of contexts (10.3.4.6). */
#include "rules/feel/feel_builtin.h"

/* Looking for a key among so many costs steps too. */
#define KEYS_A_STEP 16

static struct feel_string
named(const char *name)
{
	return feel_value_text(name).string;
}

static struct feel_value
made(struct feel_eval *ev, const char *name, struct feel_value_entries *c)
{
	struct feel_value v = feel_value_made(ev->arena, c);

	if (v.kind == FEEL_NULL)
		return feel_eval_null(ev, "%s(): contexts are nested too "
		    "deeply.", name);
	return v;
}

static struct feel_value
get_value(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	const struct feel_value *v;

	(void)n;
	if (!feel_eval_step(ev, args[0].context->n / KEYS_A_STEP) ||
	    !feel_eval_bytes(ev, args[1].string.len))
		return feel_value_null;
	if ((v = feel_value_get(args[0].context, args[1].string)) != NULL)
		return *v;
	return feel_eval_null(ev, "get value(): the context has no entry "
	    "“%.*s”.",
	    feel_value_shown(args[1].string), args[1].string.text);
}

static struct feel_value
get_entries(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	const struct feel_context *c = args[0].context;
	struct feel_value_items list = { 0 };
	struct feel_value_entries pair;
	size_t i;

	(void)n;
	for (i = 0; i < c->n; i++) {
		if (!feel_eval_step(ev, 4))
			return feel_value_null;
		pair = (struct feel_value_entries){ 0 };
		feel_value_put(ev->arena, &pair, named("key"),
		    feel_value_string(c->entries[i].key.text,
		    c->entries[i].key.len));
		feel_value_put(ev->arena, &pair, named("value"),
		    c->entries[i].value);
		feel_value_add(ev->arena, &list, made(ev, "get entries",
		    &pair));
	}
	return feel_value_end(ev->arena, &list);
}

/* Put one more entry, for its price. */
static bool
put(struct feel_eval *ev, struct feel_value_entries *c,
    struct feel_string key, struct feel_value v)
{
	if (!feel_eval_step(ev, 1 + c->n / KEYS_A_STEP) ||
	    !feel_eval_bytes(ev, key.len))
		return false;
	feel_value_put(ev->arena, c, key, v);
	return true;
}

static bool
put_all(struct feel_eval *ev, struct feel_value_entries *c,
    const struct feel_context *from)
{
	size_t i;

	for (i = 0; i < from->n; i++)
		if (!put(ev, c, from->entries[i].key, from->entries[i].value))
			return false;
	return true;
}

/* The key and value that an item of context() gives; false: it is none. */
static bool
entry_of(struct feel_value item, struct feel_string *key,
    struct feel_value *value)
{
	const struct feel_value *k, *v;

	if (item.kind != FEEL_CONTEXT ||
	    (k = feel_value_get(item.context, named("key"))) == NULL ||
	    (v = feel_value_get(item.context, named("value"))) == NULL ||
	    k->kind != FEEL_STRING)
		return false;
	*key = k->string;
	*value = *v;
	return true;
}

static struct feel_value
context(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	const struct feel_list *l = args[0].list;
	struct feel_value_entries c = { 0 };
	struct feel_string key;
	struct feel_value v;
	size_t i;

	(void)n;
	for (i = 0; i < l->n; i++) {
		if (!entry_of(l->items[i], &key, &v))
			return feel_eval_null(ev, "context(): item %zu must be "
			    "a context with “key”, a string, and "
			    "“value”.", i + 1);
		if (!put(ev, &c, key, v))
			return feel_value_null;
		if (c.n != i + 1)
			return feel_eval_null(ev, "context(): the key “%.*s” "
			    "comes twice.", feel_value_shown(key), key.text);
	}
	return made(ev, "context", &c);
}

/* A copy in which the entry has the value. */
static struct feel_value
with(struct feel_eval *ev, const struct feel_context *from,
    struct feel_string key, struct feel_value v)
{
	struct feel_value_entries c = { .n = from->n, .room = from->n };

	if (v.kind == FEEL_NULL && ev->stopped)
		return feel_value_null;
	if (!feel_eval_step(ev, 1 + from->n) || !feel_eval_bytes(ev, key.len))
		return feel_value_null;
	if (from->n != 0)
		c.entries = arena_copy(ev->arena, from->entries,
		    from->n * sizeof(*c.entries));
	feel_value_put(ev->arena, &c, key, v);
	return made(ev, "context put", &c);
}

static struct feel_value
context_put(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	(void)n;
	return with(ev, args[0].context, args[1].string, args[2]);
}

/* Down the path, to the contexts that hold one another; the last keys' value
 * goes into a copy of the innermost, that into a copy of the next. */
static struct feel_value
context_put_path(struct feel_eval *ev, const struct feel_value *args,
    size_t n)
{
	const struct feel_list *keys = args[1].list;
	const struct feel_context *path[FEEL_VALUE_DEPTH];
	const struct feel_value *at = &args[0];
	struct feel_value v = args[2];
	size_t i;

	(void)n;
	if (keys->n == 0)
		return feel_eval_null(ev, "context put(): there is no key.");
	for (i = 0; i < keys->n; i++) {
		if (keys->items[i].kind != FEEL_STRING)
			return feel_eval_null(ev, "context put(): key %zu is "
			    "%s, not a string.", i + 1,
			    feel_value_a(keys->items[i].kind));
		if (at == NULL || at->kind != FEEL_CONTEXT ||
		    i == FEEL_VALUE_DEPTH)
			return feel_eval_null(ev, "context put(): there is no "
			    "context for key %zu, “%.*s”.", i + 1,
			    feel_value_shown(keys->items[i].string),
			    keys->items[i].string.text);
		path[i] = at->context;
		at = feel_value_get(at->context, keys->items[i].string);
	}
	while (i-- > 0 && !ev->stopped) {
		v = with(ev, path[i], keys->items[i].string, v);
		if (v.kind == FEEL_NULL)
			return v;
	}
	return v;
}

static struct feel_value
context_merge(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	const struct feel_list *l = args[0].list;
	struct feel_value_entries c = { 0 };
	size_t i;

	(void)n;
	for (i = 0; i < l->n; i++) {
		if (l->items[i].kind != FEEL_CONTEXT)
			return feel_eval_null(ev, "context merge(): item %zu "
			    "is %s, not a context.", i + 1,
			    feel_value_a(l->items[i].kind));
		if (!put_all(ev, &c, l->items[i].context))
			return feel_value_null;
	}
	return made(ev, "context merge", &c);
}

#define ANY FEEL_BUILTIN_ANY
#define CONTEXT FEEL_BUILTIN_KIND(FEEL_CONTEXT)
#define LIST FEEL_BUILTIN_KIND(FEEL_LIST)
#define STRING FEEL_BUILTIN_KIND(FEEL_STRING)

const struct feel_builtin feel_fn_context[] = {
	{ "get value", get_value, { { "m", CONTEXT }, { "key", STRING } } },
	{ "get entries", get_entries, { { "m", CONTEXT } } },
	{ "context", context, { { "entries", LIST } } },
	{ "context put", context_put, { { "context", CONTEXT },
	    { "key", STRING }, { "value", ANY } } },
	{ "context put", context_put_path, { { "context", CONTEXT },
	    { "keys", LIST }, { "value", ANY } } },
	{ "context merge", context_merge, { { "contexts", LIST } } },
	{ NULL }
};
