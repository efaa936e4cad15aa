/* SPDX-License-Identifier: MIT */
/* What holds for any table and any input: tables are made at random, and
 * asked at random. */
#include <stdlib.h>

#include "check.h"
#include "decide.h"
#include "dice.h"

#define RULES 7

static void
rules_make(const char **rules, unsigned int results)
{
	size_t i;

	for (i = 0; i < RULES; i++)
		rules[i] = arena_printf(decide_arena, "%s|%s|%u\n",
		    decide_cell(true), decide_cell(true), dice(results));
}

static void
shuffle(const char **rules)
{
	const char *r;
	size_t i, j;

	for (i = RULES - 1; i > 0; i--) {
		j = (size_t)dice((int)i + 1);
		r = rules[i];
		rules[i] = rules[j];
		rules[j] = r;
	}
}

static struct dmn *
table_of(const char *attrs, const char *const *rules)
{
	const char *text = "";
	size_t i;

	for (i = 0; i < RULES; i++)
		text = arena_printf(decide_arena, "%s%s", text, rules[i]);
	return decide_of(decide_table(attrs, "x y", "", text));
}

static const char *
inputs(unsigned int x, unsigned int y)
{
	return arena_printf(decide_arena, "{x: %u, y: %u}", x, y);
}

static void
the_order_of_rules_does_not_matter(void)
{
	static const char *const attrs[] = { "hitPolicy='UNIQUE'",
	    "hitPolicy='ANY'", "hitPolicy='COLLECT' aggregation='SUM'",
	    "hitPolicy='COLLECT' aggregation='COUNT'",
	    "hitPolicy='COLLECT' aggregation='MIN'" };
	const char *rules[RULES], *in;
	struct dmn *one, *other;
	unsigned int i;

	for (dice_seed = i = 0; i < 200; i++) {
		decide_start();
		rules_make(rules, 1 + dice(4));
		one = table_of(attrs[i % 5], rules);
		CHECK(decide_faults == NULL);
		shuffle(rules);
		other = table_of(attrs[i % 5], rules);
		for (unsigned int n = 0; n < 5; n++) {
			in = inputs(dice(10), dice(10));
			CHECK_TEXT(decide(one, "d", in),
			    decide(other, "d", in));
		}
	}
}

/* What the chosen rules of a derivation say is what the plain run says. */
static bool
is_told(const struct dmn_step *s, struct feel_value v)
{
	enum dmn_hit_policy p = s->table->policy;
	const struct dmn_rule *r = s->table->rules;
	const struct dmn_try *t = s->tries;
	bool held;
	size_t i;

	for (; r != NULL; r = r->next, t++) {
		for (held = true, i = 0; i < s->table->n_inputs; i++) {
			if (t->cells[i] == DMN_NOT_TRIED)
				return false;
			held &= t->cells[i] == DMN_HELD;
		}
		if (t->rule != r || t->hit != held || (t->chosen && !held))
			return false;
		if (t->chosen && p != DMN_RULE_ORDER &&
		    feel_value_equal(t->results[0], v) != FEEL_YES)
			return false;
	}
	return true;
}

static size_t
count(const struct dmn_step *s, bool chosen)
{
	size_t i, n = 0;

	for (i = 0; i < s->table->n_rules; i++)
		n += chosen ? s->tries[i].chosen : s->tries[i].hit;
	return n;
}

static void
a_derivation_tells_what_the_plain_run_did(void)
{
	static const char *const attrs[] = { "hitPolicy='UNIQUE'",
	    "hitPolicy='ANY'", "hitPolicy='FIRST'",
	    "hitPolicy='COLLECT' aggregation='MAX'",
	    "hitPolicy='RULE ORDER'" };
	struct feel_value plain, told, in;
	struct dmn_step *why;
	const char *rules[RULES];
	struct dmn *d;
	unsigned int i;

	for (dice_seed = i = 0; i < 500; i++) {
		decide_start();
		rules_make(rules, 1 + dice(5));
		d = table_of(attrs[i % 5], rules);
		in = decide_read(inputs(dice(10), dice(10)));
		plain = decide_value(d, "d", in, NULL);
		told = decide_value(d, "d", in, &why);
		CHECK_TEXT(decide_write(plain), decide_write(told));
		CHECK(is_told(why, plain));
		CHECK(count(why, true) <= count(why, false));
		CHECK((count(why, true) == 0) == (plain.kind == FEEL_NULL));
		if (plain.kind == FEEL_LIST)
			CHECK(plain.list->n == count(why, true));
	}
}

/* Each rule as a table of its own: they hit where the whole says so. */
static void
a_rule_hits_by_its_own_cells(void)
{
	const char *rules[RULES], *in;
	struct dmn *d, *alone;
	struct dmn_step *why;
	struct feel_value v;
	unsigned int i, j;

	for (dice_seed = i = 0; i < 60; i++) {
		decide_start();
		rules_make(rules, 3);
		d = table_of("hitPolicy='COLLECT'", rules);
		in = inputs(dice(10), dice(10));
		decide_value(d, "d", decide_read(in), &why);
		for (j = 0; j < RULES; j++) {
			alone = decide_of(decide_table("", "x y", "",
			    rules[j]));
			v = decide_value(alone, "d", decide_read(in), NULL);
			CHECK((v.kind != FEEL_NULL) == why->tries[j].hit);
		}
	}
}

int
main(void)
{
	RUN(the_order_of_rules_does_not_matter);
	RUN(a_derivation_tells_what_the_plain_run_did);
	RUN(a_rule_hits_by_its_own_cells);
	return DONE;
}
