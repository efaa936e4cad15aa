/* SPDX-License-Identifier: MIT */
/* Values, each once: by hash for what lists mostly hold. */
#include "rules/feel/feel_set.h"

#include "rules/feel/feel_number.h"
#include "rules/feel/feel_temporal.h"

static uint64_t
mixed(uint64_t x)
{
	x ^= x >> 31;
	x *= 0x9e3779b97f4a7c15U;
	return x ^ x >> 29;
}

static uint64_t
of_text(struct feel_string s)
{
	uint64_t x = 14695981039346656037U;
	size_t i;

	for (i = 0; i < s.len; i++)
		x = (x ^ (unsigned char)s.text[i]) * 1099511628211U;
	return x;
}

/* Equal values have the same; times, lists and contexts share few, for they
 * can be equal and yet differ. */
static uint64_t
hash(struct feel_value v)
{
	uint64_t kind = (uint64_t)v.kind;

	switch (v.kind) {
	case FEEL_NUMBER:
		return mixed(feel_number_hash(v.number));
	case FEEL_STRING:
		return mixed(of_text(v.string));
	case FEEL_DATE:
		return mixed((uint64_t)feel_temporal_day(v.date));
	case FEEL_DAYS:
		return mixed((uint64_t)v.days.second);
	case FEEL_MONTHS:
		return mixed((uint64_t)v.months);
	case FEEL_LIST:
		return mixed(kind << 32 ^ v.list->n);
	case FEEL_CONTEXT:
		return mixed(kind << 32 ^ v.context->n);
	case FEEL_BOOLEAN:
		return mixed(kind + v.boolean);
	default:
		return mixed(kind);
	}
}

bool
feel_set_start(struct feel_eval *ev, struct feel_set *s, size_t n)
{
	size_t slots = 16;

	while (slots < n)
		slots *= 2;
	if (!feel_eval_step(ev, n) ||
	    !feel_eval_room(ev, (slots + n) * sizeof(size_t)))
		return false;
	*s = (struct feel_set){ .mask = slots - 1 };
	s->first = arena_array(ev->arena, slots, sizeof(*s->first));
	s->next = arena_array(ev->arena, n, sizeof(*s->next));
	return true;
}

bool
feel_set_add(struct feel_eval *ev, struct feel_set *s, struct feel_value v)
{
	size_t slot, i;

	if (v.kind == FEEL_STRING && !feel_eval_bytes(ev, v.string.len))
		return false;
	slot = hash(v) & s->mask;
	for (i = s->first[slot]; i != 0; i = s->next[i - 1]) {
		if (!feel_eval_step(ev, 1))
			return false;
		if (feel_eval_equal(ev, s->items.items[i - 1], v) == FEEL_YES)
			return true;
	}
	if (ev->stopped)
		return false;
	s->next[s->items.n] = s->first[slot];
	feel_value_add(ev->arena, &s->items, v);
	s->first[slot] = s->items.n;
	return true;
}
