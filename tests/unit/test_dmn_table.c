/* SPDX-License-Identifier: MIT */
/* Decision tables: each hit policy, defaults, what inputs and outputs allow,
 * and what a derivation tells of the rules. */
#include "check.h"
#include "decide.h"
#include "rules/feel/feel.h"

static struct dmn *
table(const char *attrs, const char *inputs, const char *outputs,
    const char *rules)
{
	struct dmn *dmn = decide_of(decide_table(attrs, inputs, outputs,
	    rules));

	if (decide_faults != NULL)
		printf("# %s\n", decide_fault());
	return dmn;
}

static bool
noted(const char *part)
{
	const struct feel_note *n;

	for (n = decide_notes; n != NULL; n = n->next)
		if (strstr(n->text, part) != NULL)
			return true;
	for (n = decide_notes; n != NULL; n = n->next)
		printf("# noted: %s\n", n->text);
	return false;
}

static void
unique_takes_the_only_rule(void)
{
	struct dmn *d = table("", "a b", "",
	    "<18 | - | \"minor\"\n"
	    ">=18 | \"x\",\"y\" | \"known\"\n"
	    ">=18 | not(\"x\",\"y\") | \"new\"\n");

	CHECK_TEXT(decide(d, "d", "{a: 7, b: \"x\"}"), "minor");
	CHECK_TEXT(decide(d, "d", "{a: 18, b: \"y\"}"), "known");
	CHECK_TEXT(decide(d, "d", "{a: 18, b: \"z\"}"), "new");
	CHECK(!decide_error);
}

static void
unique_with_two_rules_is_null_and_says_which(void)
{
	struct dmn *d = table("", "a", "", "<5|1\n>7|2\n[3..9]|3\n");

	CHECK_TEXT(decide(d, "d", "{a: 6}"), "3");
	CHECK_TEXT(decide(d, "d", "{a: 8}"), "null");
	CHECK(decide_error && noted("Rules 2 and 3 both hold"));
	CHECK(decide_why->tries[1].hit && !decide_why->tries[1].chosen);
}

static void
first_stops_at_the_first(void)
{
	struct dmn *d = table("hitPolicy='FIRST'", "a", "",
	    ">18|\"cars\"\n>12|\"games\"\n>0|\"toys\"\n");

	CHECK_TEXT(decide(d, "d", "{a: 19}"), "cars");
	CHECK_TEXT(decide(d, "d", "{a: 13}"), "games");
	CHECK(decide_why->tries[2].hit && !decide_why->tries[2].chosen);
	CHECK_TEXT(decide(d, "d", "{a: 1}"), "toys");
	CHECK_TEXT(decide(d, "d", "{a: 0}"), "null");
	CHECK(noted("No rule"));
	d = table("hitPolicy='FIRST'", "a", "", "1|\"x\"\n> date(a)|2\n"
	    "-|date(a)\n");
	CHECK_TEXT(decide(d, "d", "{a: 1}"), "x");
	CHECK(decide_notes == NULL && decide_why->tries[2].hit);
}

static void
any_wants_the_same_result(void)
{
	struct dmn *d = table("hitPolicy='ANY'", "a", "x y",
	    ">1|1|2\n>2|1|1+1\n>3|1|3\n");

	CHECK_TEXT(decide(d, "d", "{a: 3}"), "{x: 1, y: 2}");
	CHECK(decide_why->tries[0].chosen && decide_why->tries[1].chosen);
	CHECK_TEXT(decide(d, "d", "{a: 4}"), "null");
	CHECK(noted("Rules 1 and 3 hold with different results"));
}

static void
priority_goes_by_the_output_values(void)
{
	static const char out[] = "<output name='x'><outputValues><text>"
	    "\"high\",\"low\"</text></outputValues></output>"
	    "<output name='y'><outputValues><text>3,[1..2),[2..9]</text>"
	    "</outputValues></output>";
	struct dmn *d = table("hitPolicy='PRIORITY'", "a", out,
	    ">1|\"low\"|3\n>2|\"high\"|2\n>3|\"high\"|3\n");

	CHECK_TEXT(decide(d, "d", "{a: 2}"), "{x: \"low\", y: 3}");
	CHECK_TEXT(decide(d, "d", "{a: 3}"), "{x: \"high\", y: 2}");
	CHECK_TEXT(decide(d, "d", "{a: 4}"), "{x: \"high\", y: 3}");
	CHECK(decide_why->tries[2].chosen && !decide_why->tries[1].chosen);
	d = table("hitPolicy='OUTPUT ORDER'", "a", out, "-|\"low\"|2\n"
	    "-|\"low\"|1.5\n-|\"low\"|7\n-|\"low\"|3\n");
	CHECK_TEXT(decide(d, "d", "{}"), "[{x: \"low\", y: 3}, {x: \"low\","
	    " y: 1.5}, {x: \"low\", y: 2}, {x: \"low\", y: 7}]");
}

/* Without output values, the values that the decision's type allows count. */
static void
priority_goes_by_the_type(void)
{
	static const char type[] = "<itemDefinition name='t'><typeRef>string"
	    "</typeRef><allowedValues><text>\"high\",\"low\"</text>"
	    "</allowedValues></itemDefinition>";
	const char *text = decide_table("hitPolicy='PRIORITY'", "a", "",
	    ">1|\"low\"\n>2|\"high\"\n");
	const char *variable = strstr(text, "<variable name='d'/>");
	struct dmn *d = decide_of(arena_printf(decide_arena, "%s%.*s"
	    "<variable name='d' typeRef='t'/>%s", type,
	    (int)(variable - text), text, variable + 20));

	CHECK_TEXT(decide_fault(), "");
	CHECK_TEXT(decide(d, "d", "{a: 9}"), "high");
	decide_of(text);
	CHECK(strstr(decide_fault(), "the order of the rules decides"));
}

static void
output_order_sorts_all(void)
{
	static const char out[] = "<output><outputValues><text>\"b\",\"a\""
	    "</text></outputValues></output>";
	struct dmn *d = table("hitPolicy='OUTPUT ORDER'", "a", out,
	    ">1|\"a\"\n>2|\"b\"\n>3|\"a\"\n");

	CHECK_TEXT(decide(d, "d", "{a: 9}"), "[\"b\", \"a\", \"a\"]");
}

static void
rule_order_and_collect_list_all(void)
{
	CHECK_TEXT(decide(table("hitPolicy='RULE ORDER'", "a", "",
	    ">1|3\n>2|1\n>30|2\n"), "d", "{a: 9}"), "[3, 1]");
	CHECK_TEXT(decide(table("hitPolicy='COLLECT'", "a", "x y",
	    ">1|3|1\n>2|1|2\n"), "d", "{a: 9}"),
	    "[{x: 3, y: 1}, {x: 1, y: 2}]");
	CHECK_TEXT(decide(table("hitPolicy='COLLECT'", "a", "",
	    ">1|3\n"), "d", "{a: 0}"), "[]");
}

static const char *
collected(const char *how, const char *inputs)
{
	return decide(table(arena_printf(decide_arena, "hitPolicy='COLLECT' "
	    "aggregation='%s'", how), "a", "", ">1|30\n>2|10\n>3|20\n"), "d",
	    inputs);
}

static void
collect_aggregates(void)
{
	CHECK_TEXT(collected("SUM", "{a: 9}"), "60");
	CHECK_TEXT(collected("COUNT", "{a: 9}"), "3");
	CHECK_TEXT(collected("MIN", "{a: 9}"), "10");
	CHECK(decide_why->tries[1].chosen && !decide_why->tries[0].chosen);
	CHECK_TEXT(collected("MAX", "{a: 9}"), "30");
	CHECK_TEXT(collected("SUM", "{a: 0}"), "null");
	CHECK_TEXT(collected("COUNT", "{a: 0}"), "0");
}

static void
what_cannot_be_added_has_no_sum(void)
{
	struct dmn *d = table("hitPolicy='COLLECT' aggregation='SUM'", "a",
	    "", ">1|3\n>2|\"x\"\n");

	CHECK_TEXT(decide(d, "d", "{a: 2}"), "3");
	CHECK_TEXT(decide(d, "d", "{a: 3}"), "null");
	CHECK(noted("not a number"));
	decide_of(decide_table("hitPolicy='COLLECT' aggregation='SUM'", "a",
	    "x y", "-|1|2\n"));
	CHECK(strstr(decide_fault(), "table of one output") != NULL);
	CHECK_TEXT(decide(decide_of(decide_table("hitPolicy='COLLECT' "
	    "aggregation='SUM'", "a", "x y", "-|1|2\n")), "d", "{}"),
	    "null");
}

static void
a_default_counts_when_nothing_hits(void)
{
	static const char out[] = "<output name='x'><defaultOutputEntry>"
	    "<text>\"none\"</text></defaultOutputEntry></output>"
	    "<output name='y'/>";
	struct dmn *d = table("", "a", out, ">1|\"some\"|2\n");

	CHECK_TEXT(decide(d, "d", "{a: 2}"), "{x: \"some\", y: 2}");
	CHECK(!decide_why->by_default);
	CHECK_TEXT(decide(d, "d", "{a: 1}"), "{x: \"none\", y: null}");
	CHECK(decide_why->by_default);
}

static void
an_input_keeps_to_its_values(void)
{
	static const char table_text[] =
	    "<inputData id='a' name='a'><variable name='a'/></inputData>"
	    "<decision id='d' name='d'><variable name='d'/>"
	    "<informationRequirement><requiredInput href='#a'/>"
	    "</informationRequirement><decisionTable><input>"
	    "<inputExpression><text>a</text></inputExpression><inputValues>"
	    "<text>\"x\",\"y\"</text></inputValues></input><output>"
	    "<outputValues><text>1,2</text></outputValues></output><rule>"
	    "<inputEntry><text>\"y\"</text></inputEntry><outputEntry>"
	    "<text>3</text></outputEntry></rule><rule><inputEntry><text>-"
	    "</text></inputEntry><outputEntry><text>1</text></outputEntry>"
	    "</rule></decisionTable></decision>";
	struct dmn *d = decide_of(table_text);

	CHECK_TEXT(decide(d, "d", "{a: \"x\"}"), "1");
	CHECK_TEXT(decide(d, "d", "{a: \"z\"}"), "null");
	CHECK(noted("one of its input values"));
	CHECK_TEXT(decide(d, "d", "{}"), "null");
	CHECK(noted("one of its input values"));
}

static void
a_result_keeps_to_the_output_values(void)
{
	static const char out[] = "<output><outputValues><text>1,2</text>"
	    "</outputValues></output>";
	struct dmn *d = table("", "a", out, ">1|a\n");

	CHECK_TEXT(decide(d, "d", "{a: 2}"), "2");
	CHECK_TEXT(decide(d, "d", "{a: 3}"), "null");
	CHECK(noted("not one of the output values"));
}

static void
many_rules_may_hit(void)
{
	const char *rules = "";
	struct dmn *d;
	int i;

	for (i = 0; i < 40; i++)
		rules = arena_printf(decide_arena, "%s<%d|%d\n", rules, i, i);
	d = table("hitPolicy='COLLECT' aggregation='SUM'", "a", "", rules);
	CHECK_TEXT(decide(d, "d", "{a: 9}"), "735");
	d = table("hitPolicy='COLLECT' aggregation='MIN'", "a", "",
	    "-|1\n-|\"x\"\n");
	CHECK_TEXT(decide(d, "d", "{}"), "null");
	CHECK(noted("rules 1 and 2 cannot be compared"));
}

static void
a_cell_may_speak_of_its_value(void)
{
	struct dmn *d = table("hitPolicy='FIRST'", "a b", "",
	    "? * 2 > b | - | \"twice\"\n"
	    "b | ? in [1..3] | \"same\"\n"
	    "- | - | a + b\n");

	CHECK_TEXT(decide(d, "d", "{a: 3, b: 5}"), "twice");
	CHECK_TEXT(decide(d, "d", "{a: 0, b: 0}"), "0");
	CHECK_TEXT(decide(d, "d", "{a: 1, b: 2}"), "3");
	CHECK_TEXT(decide(d, "d", "{a: -1, b: -1}"), "-2");
}

static void
a_derivation_marks_every_cell(void)
{
	struct dmn *d = table("", "a b", "", ">1|>1|\"x\"\n<=1|-|\"y\"\n");
	struct dmn_step *s;

	CHECK_TEXT(decide(d, "d", "{a: 0, b: 5}"), "y");
	s = decide_why;
	CHECK_TEXT(s->element->name, "d");
	CHECK_TEXT(s->model, "m");
	CHECK(s->table == s->element->logic->table && s->next == NULL);
	CHECK(s->tries[0].cells[0] == DMN_FAILED);
	CHECK(s->tries[0].cells[1] == DMN_HELD && !s->tries[0].hit);
	CHECK(s->tries[1].cells[0] == DMN_HELD && s->tries[1].chosen);
	CHECK_TEXT(decide_write(s->tries[1].results[0]), "y");
	CHECK_TEXT(decide_write(s->inputs[1]), "5");
	CHECK(s->first != NULL && s->first->element->kind == DMN_INPUT_DATA);
	CHECK_TEXT(decide_write(s->first->value), "0");
	CHECK_TEXT(decide_write(s->first->next->value), "5");
	CHECK_TEXT(decide_write(s->value), "y");
}

/* What the plain run does not try cannot be the reason of its result. */
static void
a_cell_that_is_tried_for_people_leaves_no_notes(void)
{
	struct dmn *d = table("", "a b", "", ">1|> date(b)|\"x\"\n"
	    "<5|-|\"y\"\n>5|> date(b)|\"z\"\n");

	CHECK_TEXT(decide(d, "d", "{a: 1, b: 5}"), "y");
	CHECK(decide_notes == NULL);
	CHECK(decide_why->tries[0].cells[1] == DMN_FAILED);
	CHECK_TEXT(decide(d, "d", "{a: 5, b: 5}"), "null");
	CHECK(decide_notes != NULL);
}

static void
of_equals_the_first_is_chosen(void)
{
	decide(table("hitPolicy='COLLECT' aggregation='MAX'", "a", "",
	    "-|1\n-|2\n-|2\n"), "d", "{}");
	CHECK(decide_why->tries[1].chosen && !decide_why->tries[2].chosen);
}

static void
faults_name_rule_and_column(void)
{
	decide_of(decide_table("", "a", "", ">1|1\n>2|1 +\n"));
	CHECK(decide_faults != NULL && decide_faults->rule == 2);
	CHECK(decide_faults->column == 2 && !decide_faults->mild);
	CHECK_TEXT(decide_faults->element, "d");
	CHECK(decide_faults->line == 7);
	decide_of(decide_table("", "a", "", ">= (1|1\n"));
	CHECK(decide_faults != NULL && decide_faults->rule == 1);
	CHECK(decide_faults != NULL && decide_faults->column == 1);
}

int
main(void)
{
	decide_start();
	RUN(unique_takes_the_only_rule);
	RUN(unique_with_two_rules_is_null_and_says_which);
	RUN(first_stops_at_the_first);
	RUN(any_wants_the_same_result);
	RUN(priority_goes_by_the_output_values);
	RUN(priority_goes_by_the_type);
	RUN(output_order_sorts_all);
	RUN(rule_order_and_collect_list_all);
	RUN(collect_aggregates);
	RUN(what_cannot_be_added_has_no_sum);
	RUN(a_default_counts_when_nothing_hits);
	RUN(an_input_keeps_to_its_values);
	RUN(a_result_keeps_to_the_output_values);
	RUN(many_rules_may_hit);
	RUN(a_cell_may_speak_of_its_value);
	RUN(a_derivation_marks_every_cell);
	RUN(a_cell_that_is_tried_for_people_leaves_no_notes);
	RUN(of_equals_the_first_is_chosen);
	RUN(faults_name_rule_and_column);
	return DONE;
}
