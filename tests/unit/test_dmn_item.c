/* SPDX-License-Identifier: MIT */
/* Item definitions: what a value of each may be. */
#include "check.h"
#include "decide.h"

/* Whether x, given so, is taken as a value of the type "t" of these items. */
static const char *
taken(const char *items, const char *x)
{
	struct dmn *d = decide_of(arena_printf(decide_arena, "%s%s%s", items,
	    decide_input("x", "t"), decide_literal("d", "x", "x")));

	if (decide_faults != NULL)
		printf("# %s\n", decide_fault());
	return decide(d, "d", arena_printf(decide_arena, "{x: %s}", x));
}

#define ITEM(name, attrs, parts) \
	"<itemDefinition name='" name "'" attrs ">" parts "</itemDefinition>"
#define PART(name, parts) \
	"<itemComponent name='" name "'>" parts "</itemComponent>"
#define TYPE(name) "<typeRef>" name "</typeRef>"
#define ALLOWED(text) "<allowedValues><text>" text "</text></allowedValues>"
#define LIST " isCollection='true'"

static void
a_name_for_a_type_takes_its_values(void)
{
	static const char t[] = ITEM("t", "", TYPE("number"));

	CHECK_TEXT(taken(t, "3"), "3");
	CHECK_TEXT(taken(t, "[3]"), "3");
	CHECK_TEXT(taken(t, "\"3\""), "null");
	CHECK(decide_error);
	CHECK_TEXT(taken(t, "null"), "null");
	CHECK(!decide_error);
}

static void
allowed_values_are_asked(void)
{
	static const char t[] = ITEM("t", "", TYPE("string")
	    ALLOWED("\"a\",\"b\""));
	static const char within[] = ITEM("t", "", TYPE("u")
	    ALLOWED("&lt; 5")) ITEM("u", "", TYPE("number") ALLOWED("> 1"));

	CHECK_TEXT(taken(t, "\"b\""), "b");
	CHECK_TEXT(taken(t, "\"c\""), "null");
	CHECK(decide_error);
	CHECK_TEXT(taken(within, "3"), "3");
	CHECK_TEXT(taken(within, "1"), "null");
	CHECK_TEXT(taken(within, "5"), "null");
}

static void
a_collection_asks_its_items(void)
{
	static const char t[] = ITEM("t", LIST, TYPE("number")
	    ALLOWED("[0..9]"));
	static const char whole[] = ITEM("t", LIST, TYPE("number")
	    "<typeConstraint><text>count(?) > 1</text></typeConstraint>");

	CHECK_TEXT(taken(t, "[1, 2]"), "[1, 2]");
	CHECK_TEXT(taken(t, "3"), "[3]");
	CHECK_TEXT(taken(t, "[1, 10]"), "null");
	CHECK_TEXT(taken(t, "[1, \"x\"]"), "null");
	CHECK_TEXT(taken(whole, "[1, 2]"), "[1, 2]");
	CHECK_TEXT(taken(whole, "[1]"), "null");
}

static void
parts_are_types_of_their_own_in_any_order(void)
{
	static const char t[] = ITEM("t", "", PART("a", TYPE("u"))
	    PART("b c", PART("d", TYPE("date"))))
	    ITEM("u", LIST, TYPE("v")) ITEM("v", "", TYPE("string"));

	CHECK_TEXT(taken(t, "{a: [\"x\"], b c: {d: null}}"),
	    "{a: [\"x\"], b c: {d: null}}");
	CHECK_TEXT(taken(t, "{a: [1], b c: {d: null}}"), "null");
	CHECK_TEXT(taken(t, "{a: [\"x\"], b c: {d: 1}}"), "null");
	CHECK_TEXT(taken(t, "{a: [\"x\"]}"), "null");
}

static void
old_names_of_types_are_known(void)
{
	CHECK_TEXT(taken(ITEM("t", "", TYPE("feel:number")), "3"), "3");
	CHECK_TEXT(taken(ITEM("t", "", TYPE("m:u")) ITEM("u", "",
	    TYPE("dayTimeDuration")), "duration(\"P1D\")"), "P1D");
	CHECK_TEXT(taken(ITEM("t", "", TYPE("Any")), "[3]"), "[3]");
}

static void
none_may_hold_itself(void)
{
	decide_of(ITEM("t", "", PART("a", TYPE("u")))
	    ITEM("u", LIST, TYPE("t")));
	CHECK(strstr(decide_fault(), "hold itself") != NULL);
	decide_of(ITEM("t", "", TYPE("t")));
	CHECK(strstr(decide_fault(), "hold itself") != NULL);
}

static void
functions_have_types(void)
{
	struct dmn *d = decide_of(ITEM("t", "", "<functionItem "
	    "outputTypeRef='string'><parameters name='a' typeRef='number'/>"
	    "</functionItem>")
	    "<businessKnowledgeModel id='f' name='f'><variable name='f' "
	    "typeRef='t'/><encapsulatedLogic><formalParameter name='a' "
	    "typeRef='number'/><literalExpression><text>if a > 0 then \"x\" "
	    "else a</text></literalExpression></encapsulatedLogic>"
	    "</businessKnowledgeModel><decision id='d' name='d'><variable "
	    "name='d'/><knowledgeRequirement><requiredKnowledge href='#f'/>"
	    "</knowledgeRequirement><literalExpression><text>[f instance of "
	    "t, f(1), f(0)]</text></literalExpression></decision>");

	CHECK_TEXT(decide_fault(), "");
	CHECK_TEXT(decide(d, "d", "{}"), "[true, \"x\", null]");
}

static void
a_decision_keeps_to_its_type(void)
{
	static const char model[] = ITEM("t", "", TYPE("number")
	    ALLOWED("&lt; 5")) "<inputData id='x' name='x'><variable name='x'"
	    "/></inputData><decision id='d' name='d'><variable name='d' "
	    "typeRef='t'/><informationRequirement><requiredInput href='#x'/>"
	    "</informationRequirement><literalExpression><text>x</text>"
	    "</literalExpression></decision>";
	struct dmn *d = decide_of(model);

	CHECK_TEXT(decide(d, "d", "{x: 4}"), "4");
	CHECK_TEXT(decide(d, "d", "{x: 5}"), "null");
	CHECK(decide_error);
	CHECK_TEXT(decide(d, "d", "{x: [4]}"), "4");
	CHECK_TEXT(decide(d, "d", "{x: \"4\"}"), "null");
}

int
main(void)
{
	decide_start();
	RUN(a_name_for_a_type_takes_its_values);
	RUN(allowed_values_are_asked);
	RUN(a_collection_asks_its_items);
	RUN(parts_are_types_of_their_own_in_any_order);
	RUN(old_names_of_types_are_known);
	RUN(none_may_hold_itself);
	RUN(functions_have_types);
	RUN(a_decision_keeps_to_its_type);
	return DONE;
}
