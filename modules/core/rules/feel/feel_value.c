/* SPDX-License-Identifier: MIT */
/* Values (10.3.2.3): makers, equality (table 53), order (table 54). */
#include "rules/feel/feel_value.h"

#include <string.h>

#include "rules/feel/feel_number.h"
#include "rules/feel/feel_temporal.h"

#define SHOWN 60		/* bytes of a string in a reason */
#define EQUAL_WORK 10000000	/* items that one comparison looks at */
#define EQUAL_PIECE 256		/* bytes of a string that cost as an item */

const struct feel_value feel_value_null = { .kind = FEEL_NULL };

struct feel_value
feel_value_boolean(bool yes)
{
	return (struct feel_value){ .kind = FEEL_BOOLEAN, .boolean = yes };
}

struct feel_value
feel_value_string(const char *text, size_t len)
{
	return (struct feel_value){ .kind = FEEL_STRING,
	    .string = { text, len } };
}

struct feel_value
feel_value_text(const char *text)
{
	return feel_value_string(text, strlen(text));
}

#define ITEM 16			/* bytes that one takes written out */

static void
measure(struct feel_value v, unsigned int *depth, size_t *size)
{
	*depth = 0;
	*size = ITEM;
	if (v.kind == FEEL_STRING)
		*size += v.string.len;
	if (v.kind == FEEL_LIST) {
		*depth = v.list->depth;
		*size += v.list->size;
	}
	if (v.kind == FEEL_CONTEXT) {
		*depth = v.context->depth;
		*size += v.context->size;
	}
}

bool
feel_value_grow(struct feel_list *list, struct feel_value v)
{
	unsigned int depth;
	size_t size;

	measure(v, &depth, &size);
	if (depth >= FEEL_VALUE_DEPTH || size > FEEL_VALUE_SIZE - list->size)
		return false;
	if (list->depth <= depth)
		list->depth = depth + 1;
	list->size += size;
	return true;
}

/* The items are the list's from now on. */
static struct feel_value
list_of(struct arena *a, const struct feel_value *items, size_t n)
{
	struct feel_list *list = arena_alloc(a, sizeof(*list));
	size_t i;

	list->n = n;
	list->items = items;
	list->depth = 1;
	for (i = 0; i < n; i++)
		if (!feel_value_grow(list, items[i]))
			return feel_value_null;
	return (struct feel_value){ .kind = FEEL_LIST, .list = list };
}

struct feel_value
feel_value_list(struct arena *a, const struct feel_value *items, size_t n)
{
	if (n != 0)
		items = arena_copy(a, items, n * sizeof(*items));
	return list_of(a, items, n);
}

void
feel_value_add(struct arena *a, struct feel_value_items *l,
    struct feel_value v)
{
	struct feel_value *items;

	if (l->n == l->room) {
		l->room = l->room == 0 ? 8 : l->room * 2;
		items = arena_room(a, l->room * sizeof(*items));
		if (l->n != 0)
			memcpy(items, l->items, l->n * sizeof(*items));
		l->items = items;
	}
	l->items[l->n++] = v;
}

struct feel_value
feel_value_end(struct arena *a, struct feel_value_items *l)
{
	return list_of(a, l->items, l->n);
}

void
feel_value_put(struct arena *a, struct feel_value_entries *c,
    struct feel_string key, struct feel_value v)
{
	struct feel_entry *entries;
	size_t i;

	for (i = 0; i < c->n; i++)
		if (feel_value_same_text(c->entries[i].key, key)) {
			c->entries[i].value = v;
			return;
		}
	if (c->n == c->room) {
		c->room = c->room == 0 ? 4 : c->room * 2;
		entries = arena_room(a, c->room * sizeof(*entries));
		if (c->n != 0)
			memcpy(entries, c->entries, c->n * sizeof(*entries));
		c->entries = entries;
	}
	c->entries[c->n++] = (struct feel_entry){ key, v };
}

struct feel_value
feel_value_made(struct arena *a, struct feel_value_entries *c)
{
	struct feel_context *context = arena_alloc(a, sizeof(*context));
	struct feel_list values = { .depth = 1 };
	size_t i;

	for (i = 0; i < c->n; i++) {
		if (!feel_value_grow(&values, c->entries[i].value) ||
		    c->entries[i].key.len > FEEL_VALUE_SIZE - values.size)
			return feel_value_null;
		values.size += c->entries[i].key.len;
	}
	context->n = c->n;
	context->entries = c->entries;
	context->depth = values.depth;
	context->size = values.size;
	return (struct feel_value){ .kind = FEEL_CONTEXT,
	    .context = context };
}

const struct feel_value *
feel_value_get(const struct feel_context *c, struct feel_string key)
{
	size_t i;

	for (i = 0; i < c->n; i++)
		if (feel_value_same_text(c->entries[i].key, key))
			return &c->entries[i].value;
	return NULL;
}

bool
feel_value_same_text(struct feel_string a, struct feel_string b)
{
	return a.len == b.len &&
	    (a.len == 0 || memcmp(a.text, b.text, a.len) == 0);
}

int
feel_value_shown(struct feel_string s)
{
	size_t n = s.len < SHOWN ? s.len : SHOWN;

	while (n > 0 && n < s.len && ((unsigned char)s.text[n] & 0xc0) == 0x80)
		n--;
	return (int)n;
}

bool
feel_value_true(struct feel_value v)
{
	return v.kind == FEEL_BOOLEAN && v.boolean;
}

static enum feel_ternary
answer(bool yes)
{
	return yes ? FEEL_YES : FEEL_NO;
}

static enum feel_ternary equal(struct feel_value, struct feel_value,
    size_t *work);

static enum feel_ternary
equal_lists(const struct feel_list *a, const struct feel_list *b,
    size_t *work)
{
	enum feel_ternary all = FEEL_YES, t;
	size_t i;

	if (a == b)
		return FEEL_YES;
	if (a->n != b->n)
		return FEEL_NO;
	for (i = 0; i < a->n; i++) {
		t = equal(a->items[i], b->items[i], work);
		if (t == FEEL_NO)
			return FEEL_NO;
		if (t == FEEL_UNKNOWN)
			all = FEEL_UNKNOWN;
	}
	return all;
}

static enum feel_ternary
equal_contexts(const struct feel_context *a, const struct feel_context *b,
    size_t *work)
{
	const struct feel_value *other;
	enum feel_ternary all = FEEL_YES, t;
	size_t i;

	if (a == b)
		return FEEL_YES;
	if (a->n != b->n)
		return FEEL_NO;
	for (i = 0; i < a->n; i++) {
		if ((other = feel_value_get(b, a->entries[i].key)) == NULL)
			return FEEL_NO;
		t = equal(a->entries[i].value, *other, work);
		if (t == FEEL_NO)
			return FEEL_NO;
		if (t == FEEL_UNKNOWN)
			all = FEEL_UNKNOWN;
	}
	return all;
}

static enum feel_ternary
equal_ranges(const struct feel_range *a, const struct feel_range *b,
    size_t *work)
{
	if (a->form != b->form || a->has_start != b->has_start ||
	    a->has_end != b->has_end || a->start_in != b->start_in ||
	    a->end_in != b->end_in)
		return FEEL_NO;
	if (a->has_start && equal(a->start, b->start, work) != FEEL_YES)
		return FEEL_NO;
	return answer(!a->has_end || equal(a->end, b->end, work) == FEEL_YES);
}

/* Table 53 compares times by their whole seconds. */
static struct feel_value
whole(struct feel_value v, struct feel_moment *m)
{
	if (v.kind == FEEL_TIME)
		v.time.nano = 0;
	if (v.kind == FEEL_DATE_TIME) {
		*m = *v.moment;
		m->time.nano = 0;
		v.moment = m;
	}
	return v;
}

static enum feel_ternary
equal_times(struct feel_value a, struct feel_value b)
{
	struct feel_moment at, bt;
	int order;

	return answer(feel_temporal_order(whole(a, &at), whole(b, &bt),
	    &order) && order == 0);
}

static enum feel_ternary
equal_texts(struct feel_string a, struct feel_string b, size_t *work)
{
	size_t cost = a.len / EQUAL_PIECE;

	if (a.len != b.len)
		return FEEL_NO;
	*work = cost < *work ? *work - cost : 0;
	return answer(feel_value_same_text(a, b));
}

static enum feel_ternary
equal(struct feel_value a, struct feel_value b, size_t *work)
{
	if (a.kind == FEEL_NULL || b.kind == FEEL_NULL)
		return answer(a.kind == b.kind);
	if (a.kind != b.kind || *work == 0)
		return FEEL_UNKNOWN;
	--*work;
	switch (a.kind) {
	case FEEL_NULL:
		break;
	case FEEL_BOOLEAN:
		return answer(a.boolean == b.boolean);
	case FEEL_NUMBER:
		return answer((a.number.w[0] == b.number.w[0] &&
		    a.number.w[1] == b.number.w[1]) ||
		    feel_number_order(a.number, b.number) == 0);
	case FEEL_STRING:
		return equal_texts(a.string, b.string, work);
	case FEEL_DATE:
		return answer(a.date.year == b.date.year &&
		    a.date.month == b.date.month && a.date.day == b.date.day);
	case FEEL_TIME:
	case FEEL_DATE_TIME:
		return equal_times(a, b);
	case FEEL_DAYS:
		return answer(a.days.second == b.days.second &&
		    a.days.nano == b.days.nano);
	case FEEL_MONTHS:
		return answer(a.months == b.months);
	case FEEL_LIST:
		return equal_lists(a.list, b.list, work);
	case FEEL_CONTEXT:
		return equal_contexts(a.context, b.context, work);
	case FEEL_RANGE:
		return equal_ranges(a.range, b.range, work);
	case FEEL_FUNCTION:
		return answer(a.function->call == b.function->call &&
		    a.function->body == b.function->body &&
		    a.function->frame == b.function->frame);
	}
	return FEEL_YES;
}

enum feel_ternary
feel_value_equal(struct feel_value a, struct feel_value b)
{
	size_t work = EQUAL_WORK;

	return equal(a, b, &work);
}

enum feel_ternary
feel_value_equal_within(struct feel_value a, struct feel_value b,
    size_t *work)
{
	return equal(a, b, work);
}

static int
order_texts(struct feel_string a, struct feel_string b)
{
	size_t n = a.len < b.len ? a.len : b.len;
	int c = n == 0 ? 0 : memcmp(a.text, b.text, n);

	if (c == 0)
		c = (a.len > b.len) - (a.len < b.len);
	return (c > 0) - (c < 0);
}

static struct feel_value
in_zone(struct feel_value v, const struct feel_zone *zone,
    struct feel_moment *m)
{
	if (v.kind == FEEL_TIME)
		v.time.zone = zone;
	else {
		*m = *v.moment;
		m->time.zone = zone;
		v.moment = m;
	}
	return v;
}

static const struct feel_zone *
zone_of(struct feel_value v)
{
	return v.kind == FEEL_TIME ? v.time.zone : v.moment->time.zone;
}

/* Table 54: one without a zone is taken to be in that of the other. */
static bool
order_times(struct feel_value a, struct feel_value b, int *out)
{
	const struct feel_zone *az = zone_of(a), *bz = zone_of(b);
	struct feel_moment m;

	if (az == NULL && bz != NULL)
		a = in_zone(a, bz, &m);
	if (bz == NULL && az != NULL)
		b = in_zone(b, az, &m);
	return feel_temporal_order(a, b, out);
}

bool
feel_value_order(struct feel_value a, struct feel_value b, int *out)
{
	if (a.kind != b.kind)
		return false;
	switch (a.kind) {
	case FEEL_NUMBER:
		*out = feel_number_order(a.number, b.number);
		return true;
	case FEEL_STRING:
		/* UTF-8 has the order of its code points. */
		*out = order_texts(a.string, b.string);
		return true;
	case FEEL_TIME:
	case FEEL_DATE_TIME:
		return order_times(a, b, out);
	case FEEL_DATE:
	case FEEL_DAYS:
	case FEEL_MONTHS:
		return feel_temporal_order(a, b, out);
	default:
		return false;
	}
}

static enum feel_ternary
negated(enum feel_ternary t)
{
	return t == FEEL_UNKNOWN ? t : answer(t == FEEL_NO);
}

enum feel_ternary
feel_value_within(const struct feel_range *r, struct feel_value v)
{
	int order;

	if (r->form == FEEL_RANGE_EQUAL)
		return feel_value_equal(v, r->start);
	if (r->form == FEEL_RANGE_NOT_EQUAL)
		return negated(feel_value_equal(v, r->start));
	if (r->has_start) {
		if (!feel_value_order(v, r->start, &order))
			return FEEL_UNKNOWN;
		if (order < 0 || (order == 0 && !r->start_in))
			return FEEL_NO;
	}
	if (r->has_end) {
		if (!feel_value_order(v, r->end, &order))
			return FEEL_UNKNOWN;
		if (order > 0 || (order == 0 && !r->end_in))
			return FEEL_NO;
	}
	return FEEL_YES;
}

/* As a sentence has it. */
const char *
feel_value_a(enum feel_kind kind)
{
	static const char *const names[] = {
		[FEEL_NULL] = "null", [FEEL_BOOLEAN] = "a boolean",
		[FEEL_NUMBER] = "a number", [FEEL_STRING] = "a string",
		[FEEL_DATE] = "a date", [FEEL_TIME] = "a time",
		[FEEL_DATE_TIME] = "a date and time",
		[FEEL_DAYS] = "a days and time duration",
		[FEEL_MONTHS] = "a years and months duration",
		[FEEL_LIST] = "a list", [FEEL_CONTEXT] = "a context",
		[FEEL_RANGE] = "a range", [FEEL_FUNCTION] = "a function"
	};

	return names[kind];
}

const char *
feel_value_kind(enum feel_kind kind)
{
	return feel_value_a(kind) + (kind == FEEL_NULL ? 0 : strlen("a "));
}
