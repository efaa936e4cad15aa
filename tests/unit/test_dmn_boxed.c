/* SPDX-License-Identifier: MIT */
/* Boxed expressions: what each kind gives, and what it sees. */
#include "check.h"
#include "decide.h"
#include "rules/feel/feel.h"

#define L(text) "<literalExpression><text>" text "</text></literalExpression>"
#define ENTRY(name, logic) \
	"<contextEntry><variable name='" name "'/>" logic "</contextEntry>"
#define RESULT(logic) "<contextEntry>" logic "</contextEntry>"

/* What a decision with this logic gives, over input data x and y. */
static const char *
boxed(const char *logic, const char *inputs)
{
	struct dmn *d = decide_of(arena_printf(decide_arena, "%s%s"
	    "<decision id='d' name='d'><variable name='d'/>%s%s</decision>",
	    decide_input("x", ""), decide_input("y", ""),
	    decide_needs("x y"), logic));

	if (decide_faults != NULL)
		printf("# %s\n", decide_fault());
	return decide(d, "d", inputs);
}

static void
a_literal_sees_what_is_required(void)
{
	CHECK_TEXT(boxed(L("x + 2 * y"), "{x: 1, y: 3}"), "7");
	CHECK_TEXT(boxed(L("x + 1"), "{}"), "null");
	CHECK(decide_error);
}

static void
entries_see_those_above(void)
{
	CHECK_TEXT(boxed("<context>" ENTRY("a b", L("x")) ENTRY("c",
	    L("a b + 1")) ENTRY("x", L("c * 2")) "</context>", "{x: 3}"),
	    "{a b: 3, c: 4, x: 8}");
	CHECK_TEXT(boxed("<context>" ENTRY("a", L("x")) RESULT(L("a * a"))
	    "</context>", "{x: 3}"), "9");
	CHECK_TEXT(boxed("<context>" ENTRY("a", "<context>" ENTRY("b", L("x"))
	    ENTRY("c", L("b + x")) "</context>") RESULT(L("a.c - a.b"))
	    "</context>", "{x: 3}"), "3");
}

static void
entries_keep_to_their_type(void)
{
	static const char text[] = "<context><contextEntry><variable name='a'"
	    " typeRef='number'/>" L("x") "</contextEntry>"
	    RESULT(L("a = null")) "</context>";

	CHECK_TEXT(boxed(text, "{x: 3}"), "false");
	CHECK_TEXT(boxed(text, "{x: [3]}"), "false");
	CHECK_TEXT(boxed(text, "{x: \"3\"}"), "true");
}

static void
lists_and_relations_are_listed(void)
{
	CHECK_TEXT(boxed("<list>" L("x") L("\"b\"") "<list>" L("y") "</list>"
	    "</list>", "{x: 1, y: 2}"), "[1, \"b\", [2]]");
	CHECK_TEXT(boxed("<relation><column name='a'/><column name='b c'/>"
	    "<row>" L("x") L("1") "</row><row>" L("2") L("y") "</row>"
	    "</relation>", "{x: 8, y: 9}"),
	    "[{a: 8, b c: 1}, {a: 2, b c: 9}]");
}

static void
a_function_sees_where_it_was_written(void)
{
	CHECK_TEXT(boxed("<context>" ENTRY("k", L("10")) ENTRY("f",
	    "<functionDefinition><formalParameter name='a' typeRef='number'/>"
	    "<formalParameter name='b'/>" L("a * k + b + y")
	    "</functionDefinition>") RESULT(L("f(b: 1, a: x)"))
	    "</context>", "{x: 2, y: 100}"), "121");
	CHECK_TEXT(boxed("<context>" ENTRY("f", "<functionDefinition>"
	    "<formalParameter name='a' typeRef='number'/>" L("\"ran\"")
	    "</functionDefinition>") RESULT(L("f(\"x\")")) "</context>",
	    "{}"), "null");
	CHECK(decide_error);
}

static void
a_function_may_call_itself(void)
{
	static const char fall[] = "<context>" ENTRY("x",
	    L("function(n) if n = 0 then 1 else n * x(n - 1)"))
	    RESULT(L("x(5)")) "</context>";

	CHECK_TEXT(boxed(fall, "{}"), "120");
	CHECK_TEXT(boxed("<context>" ENTRY("f", "<functionDefinition>"
	    "<formalParameter name='n'/>" L("if n = 0 then 0 else n + f(n - 1)")
	    "</functionDefinition>") RESULT(L("f(4)")) "</context>", "{}"),
	    "10");
	/* Any other entry does not see itself, but what lies outside. */
	CHECK_TEXT(boxed("<context>" ENTRY("x", L("x + 1")) RESULT(L("x"))
	    "</context>", "{x: 1}"), "2");
}

static void
a_function_of_java_is_refused_openly(void)
{
	struct dmn *d = decide_of("<decision id='d' name='d'><variable "
	    "name='d'/><context>" ENTRY("f", "<functionDefinition kind='Java'>"
	    "<formalParameter name='a'/><context>" ENTRY("class",
	    L("\"java.lang.Math\"")) "</context></functionDefinition>")
	    RESULT(L("f(1)")) "</context></decision>");

	CHECK(strstr(decide_fault(), "Java") != NULL);
	CHECK_TEXT(decide(d, "d", "{}"), "null");
	CHECK(decide_notes != NULL &&
	    strstr(decide_notes->text, "Java") != NULL);
}

/* What f(a, b c), their difference, gives to one binding of that name. */
static const char *
invoked(const char *parameter)
{
	return decide(decide_of(arena_printf(decide_arena,
	    "<businessKnowledgeModel id='f' name='f'><variable name='f'/>"
	    "<encapsulatedLogic><formalParameter name='a'/><formalParameter "
	    "name='b c'/>" L("a - b c") "</encapsulatedLogic>"
	    "</businessKnowledgeModel><decision id='d' name='d'><variable "
	    "name='d'/>%s<invocation>" L("f") "<binding><parameter "
	    "name='%s'/>" L("1") "</binding><binding><parameter name='a'/>"
	    L("5") "</binding></invocation></decision>", decide_needs("f"),
	    parameter)), "d", "{}");
}

static void
an_invocation_binds_by_name(void)
{
	CHECK_TEXT(invoked("b c"), "4");
	CHECK(!decide_error);
	CHECK_TEXT(invoked("z"), "null");
	CHECK(strstr(decide_notes->text, "no parameter “z”") != NULL);
}

static void
a_conditional_wants_true_or_false(void)
{
	static const char text[] = "<conditional><if>" L("x") "</if><then>"
	    L("\"yes\"") "</then><else>" L("y") "</else></conditional>";

	CHECK_TEXT(boxed(text, "{x: true}"), "yes");
	CHECK_TEXT(boxed(text, "{x: false, y: 3}"), "3");
	CHECK_TEXT(boxed(text, "{x: \"true\"}"), "null");
	CHECK(decide_error);
}

static void
a_filter_sees_items_and_their_members(void)
{
	static const char plain[] = "<filter><in>" L("x") "</in><match>"
	    L("item > y") "</match></filter>";
	static const char members[] = "<filter><in>" L("x") "</in><match>"
	    L("a = y") "</match></filter>";
	struct dmn *d;

	CHECK_TEXT(boxed(plain, "{x: [1, 2, 3], y: 1}"), "[2, 3]");
	CHECK_TEXT(boxed(plain, "{x: 5, y: 1}"), "[5]");
	CHECK_TEXT(boxed(plain, "{x: [], y: 1}"), "[]");
	d = decide_of(arena_printf(decide_arena, "<itemDefinition name='t'>"
	    "<itemComponent name='a'/><itemComponent name='y'/>"
	    "</itemDefinition>%s%s<decision id='d' name='d'><variable "
	    "name='d'/>%s%s</decision>", decide_input("x", ""),
	    decide_input("y", ""), decide_needs("x y"), members));
	CHECK_TEXT(decide(d, "d", "{x: [{a: 1}, {a: 2}], y: 2}"), "[{a: 2}]");
	CHECK_TEXT(decide(d, "d", "{x: [{a: 1, y: 1}, {a: 2}], y: 2}"),
	    "[{a: 1, y: 1}, {a: 2}]");
	CHECK_TEXT(boxed("<filter><in>" L("x") "</in><match>" L("\"a\"")
	    "</match></filter>", "{x: [1]}"), "null");
	CHECK(decide_error);
}

static void
a_filter_knows_the_type_of_its_items(void)
{
	struct dmn *d = decide_of(arena_printf(decide_arena,
	    "<itemDefinition name='t' isCollection='true'><itemComponent "
	    "name='unit price'><typeRef>number</typeRef></itemComponent>"
	    "<itemComponent name='no'/></itemDefinition>%s%s<decision id='d' "
	    "name='d'><variable name='d'/>%s<context>" ENTRY("least", L("y"))
	    ENTRY("r", "<filter><in>" L("x") "</in><match>"
	    L("unit price > least and item.no != y") "</match></filter>")
	    RESULT(L("r.no")) "</context></decision>",
	    decide_input("x", "t"), decide_input("y", ""),
	    decide_needs("x y")));

	CHECK_TEXT(decide_fault(), "");
	CHECK_TEXT(decide(d, "d", "{x: [{unit price: 5, no: 1}, {unit price: "
	    "3, no: 7}, {unit price: 9, no: 3}], y: 3}"), "[1]");
	CHECK_TEXT(decide(d, "d", "{}"), "null");
	CHECK(strstr(decide_notes->text, "no list") != NULL);
}

static void
a_filter_may_be_boxed_itself(void)
{
	CHECK_TEXT(boxed("<filter><in>" L("x") "</in><match><conditional><if>"
	    L("item > 2") "</if><then>" L("item &lt; y") "</then><else>"
	    L("item = 1") "</else></conditional></match></filter>",
	    "{x: [1, 2, 3, 9], y: 5}"), "[1, 3]");
}

static void
a_function_of_feel_may_be_invoked(void)
{
	static const char call[] = "<invocation>" L("substring") "<binding>"
	    "<parameter name='string'/>" L("x") "</binding><binding>"
	    "<parameter name='start position'/>" L("2") "</binding>"
	    "</invocation>";

	CHECK_TEXT(boxed(call, "{x: \"abc\"}"), "bc");
	CHECK_TEXT(boxed("<invocation>" L("x") "</invocation>", "{x: 1}"),
	    "null");
	CHECK(strstr(decide_notes->text, "Only a function") != NULL);
}

static void
what_lies_too_deep_is_refused(void)
{
	const char *text = L("1");
	int i;

	for (i = 0; i < 101; i++)
		text = arena_printf(decide_arena, "<list>%s</list>", text);
	decide_of(arena_printf(decide_arena, "<decision id='d' name='d'>"
	    "<variable name='d'/>%s</decision>", text));
	CHECK(strstr(decide_fault(), "nested at most") != NULL);
}

static void
another_language_is_refused(void)
{
	struct dmn *d = decide_of("<decision id='d' name='d'><variable "
	    "name='d'/><literalExpression expressionLanguage='javascript'>"
	    "<text>1</text></literalExpression></decision>");

	CHECK(strstr(decide_fault(), "“javascript”") != NULL);
	CHECK_TEXT(decide(d, "d", "{}"), "null");
	decide_of("<decision id='d' name='d'><variable name='d'/>"
	    "<literalExpression expressionLanguage='https://www.omg.org/spec/"
	    "DMN/20230324/FEEL/'><text>1</text></literalExpression>"
	    "</decision>");
	CHECK_TEXT(decide_fault(), "");
}

static void
for_goes_through_a_list(void)
{
	CHECK_TEXT(boxed("<for iteratorVariable='e'><in>" L("x") "</in>"
	    "<return>" L("e * y") "</return></for>", "{x: [1, 2], y: 3}"),
	    "[3, 6]");
	CHECK_TEXT(boxed("<for iteratorVariable='e'><in>" L("[1..3[")
	    "</in><return>" L("e") "</return></for>", "{}"), "[1, 2]");
	CHECK_TEXT(boxed("<for iteratorVariable='e'><in>" L("x") "</in>"
	    "<return>" L("e") "</return></for>", "{x: null}"), "null");
	CHECK_TEXT(boxed("<for iteratorVariable='e'><in>" L("[1,2,3,4]")
	    "</in><return>" L("e + sum(partial)") "</return></for>",
	    "{}"), "[null, null, null, null]");
	CHECK_TEXT(boxed("<for iteratorVariable='e'><in>" L("[1,2,3,4]")
	    "</in><return>" L("count(partial)") "</return></for>", "{}"),
	    "[0, 1, 2, 3]");
}

static const char *
quantified(const char *which, const char *x)
{
	return boxed(arena_printf(decide_arena, "<%s iteratorVariable='e'>"
	    "<in>" L("x") "</in><satisfies>" L("if e = 0 then null else e > 1")
	    "</satisfies></%s>", which, which), arena_printf(decide_arena,
	    "{x: %s}", x));
}

static void
some_and_every_answer_as_or_and_and(void)
{
	CHECK_TEXT(quantified("every", "[2, 3]"), "true");
	CHECK_TEXT(quantified("every", "[2, 1]"), "false");
	CHECK_TEXT(quantified("every", "[2, 0]"), "null");
	CHECK_TEXT(quantified("every", "[0, 1]"), "false");
	CHECK_TEXT(quantified("every", "[]"), "true");
	CHECK_TEXT(quantified("some", "[1, 3]"), "true");
	CHECK_TEXT(quantified("some", "[1, 1]"), "false");
	CHECK_TEXT(quantified("some", "[0, 3]"), "true");
	CHECK_TEXT(quantified("some", "[0, 1]"), "null");
	CHECK_TEXT(quantified("some", "[]"), "false");
}

static void
a_table_within_is_a_step_of_its_own(void)
{
	CHECK_TEXT(boxed("<context>" ENTRY("t", "<decisionTable><input>"
	    "<inputExpression><text>x</text></inputExpression></input>"
	    "<output/><rule><inputEntry><text>1</text></inputEntry>"
	    "<outputEntry><text>\"one\"</text></outputEntry></rule>"
	    "</decisionTable>") RESULT(L("t + \"!\"")) "</context>",
	    "{x: 1}"), "one!");
	CHECK(decide_why->table == NULL && decide_why->next == NULL);
	CHECK(decide_why->first->next->next->element == NULL);
	CHECK(decide_why->first->next->next->table != NULL);
	CHECK(decide_why->first->next->next->tries[0].chosen);
}

static void
what_cannot_be_read_gives_null_and_the_rest_works(void)
{
	struct dmn *d = decide_of(arena_printf(decide_arena, "%s%s",
	    decide_literal("d", "", "1 +* 2"),
	    decide_literal("d2", "", "1 + 2")));

	CHECK(decide_faults != NULL && !decide_faults->mild);
	CHECK_TEXT(decide(d, "d", "{}"), "null");
	CHECK(decide_error);
	CHECK_TEXT(decide(d, "d2", "{}"), "3");
	d = decide_of("<decision id='d' name='d'><variable name='d'/>"
	    "</decision>");
	CHECK_TEXT(decide(d, "d", "{}"), "null");
	CHECK(strstr(decide_notes->text, "no logic") != NULL);
}

int
main(void)
{
	decide_start();
	RUN(a_literal_sees_what_is_required);
	RUN(entries_see_those_above);
	RUN(entries_keep_to_their_type);
	RUN(lists_and_relations_are_listed);
	RUN(a_function_sees_where_it_was_written);
	RUN(a_function_may_call_itself);
	RUN(a_function_of_java_is_refused_openly);
	RUN(an_invocation_binds_by_name);
	RUN(a_conditional_wants_true_or_false);
	RUN(a_filter_sees_items_and_their_members);
	RUN(a_filter_knows_the_type_of_its_items);
	RUN(a_filter_may_be_boxed_itself);
	RUN(a_function_of_feel_may_be_invoked);
	RUN(what_lies_too_deep_is_refused);
	RUN(another_language_is_refused);
	RUN(for_goes_through_a_list);
	RUN(some_and_every_answer_as_or_and_and);
	RUN(a_table_within_is_a_step_of_its_own);
	RUN(what_cannot_be_read_gives_null_and_the_rest_works);
	return DONE;
}
