/* SPDX-License-Identifier: MIT */
/* Functions of lists (10.3.4.4): what is in them, and others made of them.
 * Those that reckon are in feel_fn_statistic.c. */
#include <string.h>

#include "rules/feel/feel_builtin.h"
#include "rules/feel/feel_number.h"
#include "rules/feel/feel_set.h"

/* Where a position points, from 0: 1 is the first item, -1 the last. */
static bool
place(struct feel_eval *ev, const char *name, struct feel_value position,
    size_t n, size_t *out)
{
	int64_t at;

	if (feel_number_int(position.number, &at)) {
		if (at > 0 && (uint64_t)at <= n) {
			*out = (size_t)at - 1;
			return true;
		}
		if (at < 0 && -(uint64_t)at <= n) {
			*out = n - (size_t)-(uint64_t)at;
			return true;
		}
	}
	feel_eval_note(ev, "%s(): the list has %zu item%s, none at position "
	    "%s.", name, n, n == 1 ? "" : "s",
	    feel_number_write(ev->arena, position.number));
	return false;
}

/* A list of n items to be filled by the caller; NULL: the limit is reached. */
static struct feel_value *
room(struct feel_eval *ev, size_t n)
{
	if (!feel_eval_step(ev, n) ||
	    !feel_eval_room(ev, n * sizeof(struct feel_value)))
		return NULL;
	return arena_array(ev->arena, n, sizeof(struct feel_value));
}

static void
copy(struct feel_value *to, const struct feel_value *from, size_t n)
{
	if (n != 0)
		memcpy(to, from, n * sizeof(*to));
}

/* The items, which came from room(), are the list's from now on. */
static struct feel_value
made(struct feel_eval *ev, const char *name, struct feel_value *items,
    size_t n)
{
	struct feel_value_items l = { items, n, n };
	struct feel_value v = feel_value_end(ev->arena, &l);

	if (v.kind == FEEL_NULL)
		return feel_eval_null(ev, "%s(): lists are nested too deeply.",
		    name);
	return v;
}

static struct feel_value
list_contains(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	const struct feel_list *l = args[0].list;
	size_t i;

	(void)n;
	if (!feel_eval_step(ev, l->n))
		return feel_value_null;
	for (i = 0; i < l->n; i++)
		if (feel_eval_equal(ev, l->items[i], args[1]) == FEEL_YES)
			return feel_value_boolean(true);
	return ev->stopped ? feel_value_null : feel_value_boolean(false);
}

static struct feel_value
count(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	(void)ev;
	(void)n;
	return feel_number_of((int64_t)args[0].list->n);
}

static struct feel_value
sublist(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	const struct feel_list *l = args[0].list;
	struct feel_value *items;
	size_t from, many;
	int64_t want;

	if (!place(ev, "sublist", args[1], l->n, &from))
		return feel_value_null;
	many = l->n - from;
	if (n > 2) {
		if (args[2].kind == FEEL_NULL)
			return feel_eval_null(ev, "sublist(): the length is "
			    "null.");
		if (!feel_number_int(args[2].number, &want) || want < 0)
			return feel_eval_null(ev, "sublist(): the length %s is "
			    "not a whole number from 0 on.",
			    feel_number_write(ev->arena, args[2].number));
		if ((uint64_t)want > many)
			return feel_eval_null(ev, "sublist(): from position "
			    "%s on there %s %zu, not %s.",
			    feel_number_write(ev->arena, args[1].number),
			    many == 1 ? "is" : "are", many,
			    feel_number_write(ev->arena, args[2].number));
		many = (size_t)want;
	}
	if ((items = room(ev, many)) == NULL)
		return feel_value_null;
	copy(items, l->items + from, many);
	return made(ev, "sublist", items, many);
}

static struct feel_value
append(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	const struct feel_list *l = args[0].list;
	struct feel_value *items = room(ev, l->n + n - 1);

	if (items == NULL)
		return feel_value_null;
	copy(items, l->items, l->n);
	copy(items + l->n, args + 1, n - 1);
	return made(ev, "append", items, l->n + n - 1);
}

static struct feel_value
concatenate(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	struct feel_value *items;
	size_t i, all = 0;

	for (i = 0; i < n; i++)
		all += args[i].list->n;
	if ((items = room(ev, all)) == NULL)
		return feel_value_null;
	for (all = 0, i = 0; i < n; i++) {
		copy(items + all, args[i].list->items, args[i].list->n);
		all += args[i].list->n;
	}
	return made(ev, "concatenate", items, all);
}

static struct feel_value
insert_before(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	const struct feel_list *l = args[0].list;
	struct feel_value *items;
	size_t at;

	(void)n;
	if (!place(ev, "insert before", args[1], l->n, &at) ||
	    (items = room(ev, l->n + 1)) == NULL)
		return feel_value_null;
	copy(items, l->items, at);
	items[at] = args[2];
	copy(items + at + 1, l->items + at, l->n - at);
	return made(ev, "insert before", items, l->n + 1);
}

static struct feel_value
of_remove(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	const struct feel_list *l = args[0].list;
	struct feel_value *items;
	size_t at;

	(void)n;
	if (!place(ev, "remove", args[1], l->n, &at) ||
	    (items = room(ev, l->n - 1)) == NULL)
		return feel_value_null;
	copy(items, l->items, at);
	copy(items + at, l->items + at + 1, l->n - at - 1);
	return made(ev, "remove", items, l->n - 1);
}

static struct feel_value
replace_at(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	const struct feel_list *l = args[0].list;
	struct feel_value *items;
	size_t at;

	(void)n;
	if (!place(ev, "list replace", args[1], l->n, &at) ||
	    (items = room(ev, l->n)) == NULL)
		return feel_value_null;
	copy(items, l->items, l->n);
	items[at] = args[2];
	return made(ev, "list replace", items, l->n);
}

static struct feel_value
replace_matching(struct feel_eval *ev, const struct feel_value *args,
    size_t n)
{
	const struct feel_list *l = args[0].list;
	struct feel_value *items = room(ev, l->n), pair[2], yes;
	size_t i;

	(void)n;
	for (i = 0; items != NULL && i < l->n; i++) {
		pair[0] = l->items[i];
		pair[1] = args[2];
		yes = feel_eval_call(ev, args[1].function, pair, 2);
		if (yes.kind != FEEL_BOOLEAN)
			return feel_eval_null(ev, "list replace(): match gives "
			    "%s for item %zu, not true or false.",
			    feel_value_a(yes.kind), i + 1);
		items[i] = yes.boolean ? args[2] : l->items[i];
	}
	return items == NULL ? feel_value_null
	    : made(ev, "list replace", items, l->n);
}

static struct feel_value
reverse(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	const struct feel_list *l = args[0].list;
	struct feel_value *items = room(ev, l->n);
	size_t i;

	(void)n;
	if (items == NULL)
		return feel_value_null;
	for (i = 0; i < l->n; i++)
		items[i] = l->items[l->n - 1 - i];
	return made(ev, "reverse", items, l->n);
}

static struct feel_value
index_of(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	const struct feel_list *l = args[0].list;
	struct feel_value_items found = { 0 };
	size_t i;

	(void)n;
	if (!feel_eval_step(ev, l->n))
		return feel_value_null;
	for (i = 0; i < l->n && !ev->stopped; i++)
		if (feel_eval_equal(ev, l->items[i], args[1]) == FEEL_YES)
			feel_value_add(ev->arena, &found,
			    feel_number_of((int64_t)i + 1));
	return feel_value_end(ev->arena, &found);
}

/* Lists are no deeper than FEEL_VALUE_DEPTH. */
static bool
flatten_into(struct feel_eval *ev, const struct feel_list *l,
    struct feel_value_items *out)
{
	size_t i;

	if (!feel_eval_step(ev, l->n))
		return false;
	for (i = 0; i < l->n; i++)
		if (l->items[i].kind != FEEL_LIST)
			feel_value_add(ev->arena, out, l->items[i]);
		else if (!flatten_into(ev, l->items[i].list, out))
			return false;
	return true;
}

static struct feel_value
flatten(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	struct feel_value_items flat = { 0 };

	(void)n;
	if (!flatten_into(ev, args[0].list, &flat))
		return feel_value_null;
	return feel_value_end(ev->arena, &flat);
}

/* union(list...) and, of one list, distinct values(list). */
static struct feel_value
each_once(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	struct feel_set s;
	size_t i, j, all = 0;

	for (i = 0; i < n; i++)
		all += args[i].list->n;
	if (!feel_set_start(ev, &s, all))
		return feel_value_null;
	for (i = 0; i < n; i++)
		for (j = 0; j < args[i].list->n; j++)
			if (!feel_set_add(ev, &s, args[i].list->items[j]))
				return feel_value_null;
	return feel_value_end(ev->arena, &s.items);
}

/* Does b come before a, so that they have to change places? */
static bool
swapped(struct feel_eval *ev, const struct feel_function *precedes,
    struct feel_value a, struct feel_value b, bool *failed)
{
	struct feel_value pair[2] = { b, a }, yes;
	int order;

	if (precedes == NULL) {
		if (feel_eval_order(ev, b, a, &order))
			return order < 0;
		feel_eval_note(ev, "sort(): %s and %s have no order.",
		    feel_value_a(a.kind), feel_value_a(b.kind));
		*failed = true;
		return false;
	}
	yes = feel_eval_call(ev, precedes, pair, 2);
	if (yes.kind == FEEL_BOOLEAN)
		return yes.boolean;
	feel_eval_note(ev, "sort(): precedes gives %s, not true or false.",
	    feel_value_a(yes.kind));
	*failed = true;
	return false;
}

/* Merge two sorted halves; of those that are equal, the left come first. */
static bool
merge(struct feel_eval *ev, const struct feel_function *precedes,
    struct feel_value *items, struct feel_value *spare, size_t middle,
    size_t n)
{
	size_t l = 0, r = middle, i;
	bool failed = false;

	if (!feel_eval_step(ev, n))
		return false;
	for (i = 0; i < n && !failed; i++)
		if (l < middle && (r == n || !swapped(ev, precedes, items[l],
		    items[r], &failed)))
			spare[i] = items[l++];
		else
			spare[i] = items[r++];
	copy(items, spare, n);
	return !failed;
}

static bool
merge_sort(struct feel_eval *ev, const struct feel_function *precedes,
    struct feel_value *items, struct feel_value *spare, size_t n)
{
	size_t half = n / 2;

	return n < 2 || (merge_sort(ev, precedes, items, spare, half) &&
	    merge_sort(ev, precedes, items + half, spare, n - half) &&
	    merge(ev, precedes, items, spare, half, n));
}

static struct feel_value
sort(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	const struct feel_list *l = args[0].list;
	struct feel_value *items = room(ev, l->n), *spare = room(ev, l->n);

	if (items == NULL || spare == NULL)
		return feel_value_null;
	if (n > 1 && args[1].kind == FEEL_NULL)
		return feel_eval_null(ev, "sort(): precedes is null.");
	copy(items, l->items, l->n);
	if (!merge_sort(ev, n > 1 ? args[1].function : NULL, items, spare,
	    l->n))
		return feel_value_null;
	return made(ev, "sort", items, l->n);
}

#define ANY FEEL_BUILTIN_ANY
#define LIST FEEL_BUILTIN_KIND(FEEL_LIST)
#define NUMBER FEEL_BUILTIN_KIND(FEEL_NUMBER)
#define FUNCTION FEEL_BUILTIN_KIND(FEEL_FUNCTION)

const struct feel_builtin feel_fn_list[] = {
	{ "list contains", list_contains, { { "list", LIST },
	    { "element", ANY } } },
	{ "count", count, { { "list", LIST } } },
	{ "sublist", sublist, { { "list", LIST }, { "start position", NUMBER },
	    { "length", NUMBER, true } } },
	{ "append", append, { { "list", LIST }, { "item", ANY } }, true },
	{ "concatenate", concatenate, { { "list", LIST } }, true },
	{ "insert before", insert_before, { { "list", LIST },
	    { "position", NUMBER }, { "newItem", ANY } } },
	{ "remove", of_remove, { { "list", LIST }, { "position", NUMBER } } },
	{ "list replace", replace_at, { { "list", LIST },
	    { "position", NUMBER }, { "newItem", ANY } } },
	{ "list replace", replace_matching, { { "list", LIST },
	    { "match", FUNCTION }, { "newItem", ANY } } },
	{ "reverse", reverse, { { "list", LIST } } },
	{ "index of", index_of, { { "list", LIST }, { "match", ANY } } },
	{ "union", each_once, { { "list", LIST } }, true },
	{ "distinct values", each_once, { { "list", LIST } } },
	{ "flatten", flatten, { { "list", LIST } } },
	{ "sort", sort, { { "list", LIST }, { "precedes", FUNCTION, true } } },
	{ NULL }
};
