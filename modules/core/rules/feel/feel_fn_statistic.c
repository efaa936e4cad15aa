/* SPDX-License-Identifier: MIT */
/* Functions of lists that reckon (10.3.4.4). All take a list, or its items
 * one by one. */
#include <stdlib.h>

#include "rules/feel/feel_builtin.h"
#include "rules/feel/feel_number.h"

/* The items, however they were given. */
static struct feel_list
items_of(const struct feel_value *args, size_t n)
{
	if (n == 1 && args[0].kind == FEEL_LIST)
		return *args[0].list;
	return (struct feel_list){ .n = n, .items = args };
}

/* All numbers? Pays for looking at them, and says which is none. */
static bool
numbers(struct feel_eval *ev, const char *name, struct feel_list l)
{
	size_t i;

	if (!feel_eval_step(ev, l.n))
		return false;
	for (i = 0; i < l.n; i++)
		if (l.items[i].kind != FEEL_NUMBER) {
			feel_eval_note(ev, "%s(): item %zu must be a number, "
			    "not %s.",
			    name, i + 1, feel_value_a(l.items[i].kind));
			return false;
		}
	return true;
}

/* The same, and at least so many of them. */
static bool
enough(struct feel_eval *ev, const char *name, struct feel_list l, size_t n)
{
	if (!numbers(ev, name, l))
		return false;
	if (l.n < n)
		feel_eval_note(ev, n == 1 ? "%s(): the list is empty."
		    : "%s(): there are fewer than two numbers.", name);
	return l.n >= n;
}

static struct feel_value
too_large(struct feel_eval *ev, const char *name)
{
	return feel_eval_null(ev, "%s(): the result is too large.", name);
}

/* The first of all; sign 1: the last. */
static struct feel_value
outermost(struct feel_eval *ev, const char *name, struct feel_list l,
    int sign)
{
	struct feel_value best;
	size_t i;
	int order;

	if (!feel_eval_step(ev, l.n))
		return feel_value_null;
	if (l.n == 0)
		return feel_eval_null(ev, "%s(): the list is empty.", name);
	best = l.items[0];
	for (i = 0; i < l.n; i++) {
		if (!feel_eval_order(ev, l.items[i], best, &order))
			return feel_eval_null(ev, "%s(): item %zu cannot be "
			    "compared: it is %s.", name, i + 1,
			    feel_value_a(l.items[i].kind));
		if (order == sign)
			best = l.items[i];
	}
	return best;
}

static struct feel_value
min(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	return outermost(ev, "min", items_of(args, n), -1);
}

static struct feel_value
max(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	return outermost(ev, "max", items_of(args, n), 1);
}

typedef bool two_fn(struct feel_decimal, struct feel_decimal,
    struct feel_decimal *);

/* All of them, joined by + or *. */
static bool
total(struct feel_list l, two_fn *joined, int64_t start,
    struct feel_decimal *out)
{
	size_t i;

	*out = feel_number_of(start).number;
	for (i = 0; i < l.n; i++)
		if (!joined(*out, l.items[i].number, out))
			return false;
	return true;
}

static struct feel_value
sum(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	struct feel_list l = items_of(args, n);
	struct feel_decimal d;

	if (!enough(ev, "sum", l, 1))
		return feel_value_null;
	return total(l, feel_number_add, 0, &d) ? feel_number_value(d)
	    : too_large(ev, "sum");
}

static struct feel_value
product(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	struct feel_list l = items_of(args, n);
	struct feel_decimal d;

	if (!enough(ev, "product", l, 1))
		return feel_value_null;
	return total(l, feel_number_multiply, 1, &d) ? feel_number_value(d)
	    : too_large(ev, "product");
}

static bool
mean_of(struct feel_list l, struct feel_decimal *out)
{
	return total(l, feel_number_add, 0, out) && feel_number_divide(*out,
	    feel_number_of((int64_t)l.n).number, out);
}

static struct feel_value
mean(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	struct feel_list l = items_of(args, n);
	struct feel_decimal d;

	if (!enough(ev, "mean", l, 1))
		return feel_value_null;
	return mean_of(l, &d) ? feel_number_value(d) : too_large(ev, "mean");
}

/* Of a sample: the root of the squares of what is off the mean, by n - 1. */
static bool
deviation(struct feel_list l, struct feel_decimal *out)
{
	struct feel_decimal middle, off, all = feel_number_of(0).number;
	size_t i;

	if (!mean_of(l, &middle))
		return false;
	for (i = 0; i < l.n; i++)
		if (!feel_number_subtract(l.items[i].number, middle, &off) ||
		    !feel_number_multiply(off, off, &off) ||
		    !feel_number_add(all, off, &all))
			return false;
	return feel_number_divide(all, feel_number_of((int64_t)l.n - 1).number,
	    &all) && feel_number_sqrt(all, out);
}

static struct feel_value
stddev(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	struct feel_list l = items_of(args, n);
	struct feel_decimal d;

	if (!enough(ev, "stddev", l, 2))
		return feel_value_null;
	return deviation(l, &d) ? feel_number_value(d)
	    : too_large(ev, "stddev");
}

static int
by_number(const void *a, const void *b)
{
	const struct feel_value *x = a, *y = b;

	return feel_number_order(x->number, y->number);
}

/* The numbers, sorted. */
static struct feel_value *
sorted(struct feel_eval *ev, struct feel_list l)
{
	struct feel_value *items;

	if (!feel_eval_step(ev, l.n) ||
	    !feel_eval_room(ev, 2 * l.n * sizeof(*items)))
		return NULL;
	items = arena_copy(ev->arena, l.items, l.n * sizeof(*items));
	qsort(items, l.n, sizeof(*items), by_number);
	return items;
}

static struct feel_value
median(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	struct feel_list l = items_of(args, n);
	struct feel_value *items;
	struct feel_decimal d;

	if (!enough(ev, "median", l, 1) || (items = sorted(ev, l)) == NULL)
		return feel_value_null;
	if (l.n % 2 == 1)
		return items[l.n / 2];
	l = (struct feel_list){ .n = 2, .items = items + l.n / 2 - 1 };
	return mean_of(l, &d) ? feel_number_value(d) : too_large(ev, "median");
}

/* How many at the beginning are the same number. */
static size_t
run(const struct feel_value *items, size_t n)
{
	size_t i = 1;

	while (i < n && by_number(&items[0], &items[i]) == 0)
		i++;
	return i;
}

static struct feel_value
mode(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	struct feel_list l = items_of(args, n);
	struct feel_value_items most = { 0 };
	struct feel_value *items;
	size_t i, many, best = 0;

	if (!numbers(ev, "mode", l))
		return feel_value_null;
	if (l.n == 0)
		return feel_value_list(ev->arena, NULL, 0);
	if ((items = sorted(ev, l)) == NULL)
		return feel_value_null;
	for (i = 0; i < l.n; i += many) {
		many = run(items + i, l.n - i);
		if (many > best)
			most.n = 0;
		if (many >= best) {
			feel_value_add(ev->arena, &most, items[i]);
			best = many;
		}
	}
	return feel_value_end(ev->arena, &most);
}

/* any() and all(): the answer that one item decides, the other when all agree,
 * else null. */
static struct feel_value
decided(struct feel_eval *ev, const char *name, struct feel_list l,
    bool by_one)
{
	size_t i, strange = 0;

	if (!feel_eval_step(ev, l.n))
		return feel_value_null;
	for (i = 0; i < l.n; i++)
		if (l.items[i].kind != FEEL_BOOLEAN)
			strange = i + 1;
		else if (l.items[i].boolean == by_one)
			return l.items[i];
	if (strange != 0)
		return feel_eval_null(ev, "%s(): item %zu is %s, not true or "
		    "false.", name, strange,
		    feel_value_a(l.items[strange - 1].kind));
	return feel_value_boolean(!by_one);
}

static struct feel_value
any(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	return decided(ev, "any", items_of(args, n), true);
}

static struct feel_value
all(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	return decided(ev, "all", items_of(args, n), false);
}

#define ANY FEEL_BUILTIN_ANY
#define LIST FEEL_BUILTIN_KIND(FEEL_LIST)
#define BOTH(name, call, item)						\
	{ name, call, { { "list", LIST } } },				\
	{ name, call, { { item, ANY } }, true }

const struct feel_builtin feel_fn_statistic[] = {
	BOTH("min", min, "c"),
	BOTH("max", max, "c"),
	BOTH("sum", sum, "n"),
	BOTH("mean", mean, "n"),
	BOTH("product", product, "n"),
	BOTH("median", median, "n"),
	BOTH("stddev", stddev, "n"),
	BOTH("mode", mode, "n"),
	BOTH("all", all, "b"),
	BOTH("any", any, "b"),
	{ NULL }
};
