/* SPDX-License-Identifier: MIT */
/* The requirements graph: what needs what, across models, functions and
 * services, and what cannot be. */
#include "check.h"
#include "decide.h"
#include "rules/feel/feel.h"

#define L(text) "<literalExpression><text>" text "</text></literalExpression>"

static const char *
function(const char *id, const char *params, const char *needs,
    const char *text)
{
	return arena_printf(decide_arena, "<businessKnowledgeModel id='%s' "
	    "name='%s'><variable name='%s'/><encapsulatedLogic>%s"
	    "<literalExpression><text>%s</text></literalExpression>"
	    "</encapsulatedLogic>%s</businessKnowledgeModel>\n", id, id, id,
	    params, decide_escape(text), decide_needs(needs));
}

static const char *
all(const char *a, const char *b, const char *c, const char *d)
{
	return arena_printf(decide_arena, "%s%s%s%s", a, b, c, d);
}

static void
a_decision_is_made_once(void)
{
	struct dmn *d = decide_of(all(decide_input("x", "number"),
	    decide_literal("d1", "x", "x * 2"),
	    decide_literal("d2", "d1", "d1 + 1"),
	    decide_literal("d3", "d1 d2", "d1 + d2")));
	struct dmn_step *s;

	CHECK_TEXT(decide(d, "d3", "{x: 5}"), "21");
	s = decide_why->first;
	CHECK_TEXT(s->element->name, "d1");
	CHECK(!s->again && s->first != NULL);
	CHECK_TEXT(s->next->first->element->name, "d1");
	CHECK(s->next->first->again && s->next->first->first == NULL);
	CHECK_TEXT(decide_write(s->next->first->value), "10");
	CHECK_TEXT(decide(d, "d3", "{x: \"5\"}"), "null");
	CHECK(decide_error);
}

static void
needs_are_listed_in_their_order(void)
{
	struct dmn *d = decide_of(arena_printf(decide_arena, "%s%s%s%s%s",
	    decide_input("x", "number"), decide_input("y", ""),
	    decide_input("z", ""), decide_literal("d1", "y x", "x"),
	    decide_literal("d2", "d1 x", "d1")));
	const struct feel_member *m;

	CHECK(dmn_needs(decide_arena, d, dmn_find(d, "d2"), &m) == 2);
	CHECK(memcmp(m[0].name.text, "x", 1) == 0 ||
	    memcmp(m[0].name.text, "y", 1) == 0);
	CHECK(dmn_needs(decide_arena, d, dmn_find(d, "z"), &m) == 1);
	CHECK(dmn_type(d, dmn_find(d, "x"))->kind == FEEL_TYPE_NUMBER);
	CHECK(dmn_type(d, dmn_find(d, "y"))->kind == FEEL_TYPE_ANY);
	CHECK(dmn_find(d, "w") == NULL);
}

static void
a_circle_is_refused_and_the_rest_works(void)
{
	struct dmn *d = decide_of(all(decide_literal("d1", "d2", "1"),
	    decide_literal("d2", "d3", "2"), decide_literal("d3", "d1", "3"),
	    decide_literal("d4", "", "4")));

	CHECK(decide_faults != NULL && !decide_faults->mild);
	CHECK(strstr(decide_fault(), "need each other, in a circle") != NULL);
	decide(d, "d1", "{}");
	CHECK_TEXT(decide(d, "d4", "{}"), "4");
	decide_of(decide_literal("d1", "d1", "d1"));
	CHECK(strstr(decide_fault(), "in a circle") != NULL);
}

static void
too_many_in_a_row_are_refused(void)
{
	const char *text = decide_literal("d0", "", "1");
	struct dmn *d;
	int i;

	for (i = 1; i < 150; i++)
		text = arena_printf(decide_arena, "%s%s", decide_literal(
		    arena_printf(decide_arena, "d%d", i), arena_printf(
		    decide_arena, "d%d", i - 1), arena_printf(decide_arena,
		    "d%d + 1", i - 1)), text);
	d = decide_of(text);
	CHECK(strstr(decide_fault(), "in a row") != NULL);
	CHECK_TEXT(decide(d, "d90", "{}"), "91");
	CHECK_TEXT(decide(d, "d149", "{}"), "null");
}

static void
functions_call_functions(void)
{
	static const char a[] = "<formalParameter name='a' "
	    "typeRef='number'/>";
	struct dmn *d = decide_of(all(
	    function("f1", a, "f2", "f2(a) + f2(a: 1)"),
	    function("f2", a, "", "a * 10"),
	    decide_literal("d", "f1", "f1(2)"),
	    decide_literal("d2", "f1", "f1(\"2\")")));

	CHECK_TEXT(decide_fault(), "");
	CHECK_TEXT(decide(d, "d", "{}"), "30");
	CHECK_TEXT(decide_why->first->element->name, "f1");
	CHECK_TEXT(decide_write(decide_why->first->given), "{a: 2}");
	CHECK_TEXT(decide_why->first->first->element->name, "f2");
	CHECK_TEXT(decide_write(decide_why->first->first->next->given),
	    "{a: 1}");
	CHECK_TEXT(decide_why->first->first->next->element->name, "f2");
	CHECK_TEXT(decide(d, "d2", "{}"), "null");
	CHECK(decide_error);
	CHECK_TEXT(decide(d, "f2", "{a: 7}"), "70");
}

static void
a_function_may_call_itself_so_deep(void)
{
	static const char n[] = "<formalParameter name='n'/>";
	struct dmn *d = decide_of(all(function("f", n, "",
	    "if n = 0 then 1 else n * f(n - 1)"),
	    decide_literal("d", "f", "f(10)"),
	    decide_literal("d2", "f", "f(-1)"), ""));

	CHECK_TEXT(decide(d, "d", "{}"), "3628800");
	CHECK_TEXT(decide(d, "d2", "{}"), "null");
	CHECK(decide_error);
}

/* The plain run is not short of anything that a derivation would take. */
static void
a_derivation_ends_and_the_result_stays(void)
{
	const char *rules = "";
	const struct dmn_step *s;
	struct dmn *d;
	size_t i, n = 0;

	for (i = 0; i < 60; i++)
		rules = arena_printf(decide_arena, "%s<rule><inputEntry><text>"
		    "%zu</text></inputEntry><outputEntry><text>1</text>"
		    "</outputEntry></rule>", rules, i);
	d = decide_of(all(arena_printf(decide_arena, "<businessKnowledgeModel"
	    " id='f' name='f'><variable name='f'/><encapsulatedLogic>"
	    "<formalParameter name='n'/><decisionTable><input>"
	    "<inputExpression><text>n</text></inputExpression></input>"
	    "<output/>%s</decisionTable></encapsulatedLogic>"
	    "</businessKnowledgeModel>", rules),
	    decide_literal("d", "f", "sum(for i in 1..5000 return f(31))"),
	    "", ""));
	CHECK_TEXT(decide(d, "d", "{}"), "5000");
	for (s = decide_why->first; s != NULL; s = s->next)
		n++;
	CHECK(n > 100 && n < 4000);
}

static void
a_table_may_be_a_function(void)
{
	struct dmn *d = decide_of(all("<businessKnowledgeModel id='f' "
	    "name='f'><variable name='f'/><encapsulatedLogic>"
	    "<formalParameter name='Age' typeRef='number'/><decisionTable>"
	    "<input><inputExpression typeRef='number'><text>Age</text>"
	    "</inputExpression></input><output/><rule><inputEntry><text>"
	    "&lt;18</text></inputEntry><outputEntry><text>\"young\"</text>"
	    "</outputEntry></rule></decisionTable></encapsulatedLogic>"
	    "</businessKnowledgeModel>",
	    decide_literal("d", "f", "f(17) = \"young\" and f(18) = null"),
	    "", ""));

	CHECK_TEXT(decide(d, "d", "{}"), "true");
	CHECK(decide_why->first->table != NULL);
	CHECK(decide_why->first->tries[0].chosen);
	CHECK(!decide_why->first->next->tries[0].hit);
}

static const char *
service(const char *id, const char *outputs, const char *parameters)
{
	return arena_printf(decide_arena, "<decisionService id='%s' "
	    "name='%s'><variable name='%s'/>%s%s</decisionService>\n", id, id,
	    id, outputs, parameters);
}

/* f(x, d1) by d2 = x + d1; f2() by two; f3() knows no y. */
static struct dmn *
services(void)
{
	return decide_of(arena_printf(decide_arena, "%s%s%s%s%s%s%s%s%s%s%s",
	    decide_input("x", "number"), decide_input("y", ""),
	    decide_literal("d1", "y", "y * 100"),
	    decide_literal("d2", "x d1", "x + d1"),
	    decide_literal("d3", "", "3"),
	    decide_literal("d4", "y", "y"),
	    service("f", "<outputDecision href='#d2'/>",
	    "<inputDecision href='#d1'/><inputData href='#x'/>"),
	    service("f2", "<outputDecision href='#d3'/><outputDecision "
	    "href='#d4'/>", "<inputData href='#y'/>"),
	    service("f3", "<outputDecision href='#d4'/>", ""),
	    decide_literal("d5", "f x d1",
	    "[f(1, 2), f(d1: 3, x: 4), x, d1]"),
	    decide_literal("d6", "f f2 f3 y",
	    "[f2(7).d4, f3(), f(\"1\", 2), f(1), y]")));
}

static void
a_service_is_a_function_of_its_inputs(void)
{
	struct dmn *d = services();

	CHECK(strstr(decide_fault(), "“f3” needs “y”") != NULL);
	CHECK(strstr(decide_faults->next->text, "takes 2 arguments, not 1")
	    != NULL);
	CHECK(decide_faults->mild && decide_faults->next->mild &&
	    decide_faults->next->next == NULL);
	CHECK_TEXT(decide(d, "d5", "{x: 5, y: 1}"), "[3, 7, 5, 100]");
	CHECK(decide_why->first->next->next->first->first->handed);
	CHECK_TEXT(decide(d, "d6", "{y: 9}"), "[7, null, null, null, 9]");
}

static void
a_service_is_asked_by_itself(void)
{
	struct dmn *d = services();

	CHECK_TEXT(decide(d, "f", "{x: 1, d1: 2, y: 50}"), "3");
	CHECK_TEXT(decide(d, "f", "{x: 1, y: 50}"), "null");
	CHECK(decide_error);
	CHECK_TEXT(decide(d, "f2", "{y: 2}"), "{d3: 3, d4: 2}");
}

static const char *
imports(const char *name, const char *namespace)
{
	return arena_printf(decide_arena, "<import name='%s' namespace='urn:"
	    "%s' importType='https://www.omg.org/spec/DMN/20230324/MODEL/'/>"
	    "\n", name, namespace);
}

static void
models_import_models(void)
{
	const char *base = decide_model("base", arena_printf(decide_arena,
	    "<itemDefinition name='t'><typeRef>number</typeRef><allowedValues>"
	    "<text>[0..9]</text></allowedValues></itemDefinition>%s%s%s",
	    decide_input("x", "t"), decide_literal("d1", "x", "x + 1"),
	    function("f", "<formalParameter name='a' typeRef='t'/>", "",
	    "a * 2")));
	const char *middle = decide_model("middle", arena_printf(decide_arena,
	    "%s<decision id='d2' name='d2'><variable name='d2' typeRef='b.t'/>"
	    "<informationRequirement><requiredDecision href='urn:base#d1'/>"
	    "</informationRequirement><knowledgeRequirement>"
	    "<requiredKnowledge href='urn:base#f'/></knowledgeRequirement>"
	    L("b.f(b.d1)") "</decision>", imports("b", "base")));
	const char *top = decide_model("top", arena_printf(decide_arena,
	    "%s%s<decision id='d' name='d'><variable name='d'/>"
	    "<informationRequirement><requiredDecision href='urn:middle#d2'/>"
	    "</informationRequirement><informationRequirement>"
	    "<requiredInput href='urn:base#x'/></informationRequirement>"
	    L("[my m.d2, x, x instance of t]") "</decision>",
	    imports("my m", "middle"), imports("", "base")));
	struct dmn *d = decide_compile(top, base, middle, NULL);

	CHECK_TEXT(decide_fault(), "");
	CHECK_TEXT(decide(d, "d", "{x: 3}"), "[8, 3, true]");
	CHECK_TEXT(decide(d, "d", "{\"urn:base#x\": 2, x: 3}"),
	    "[6, 2, true]");
	CHECK_TEXT(decide(d, "d", "{x: 7}"), "[null, 7, true]");
	CHECK_TEXT(decide(d, "d", "{x: 70}"), "[null, null, false]");
}

/* "urn:base" with input data x, decision d1 and function f. */
static const char *
base(void)
{
	return decide_model("base", all(decide_input("x", ""),
	    decide_literal("d1", "x", "x + 1"),
	    function("f", "<formalParameter name='a'/>", "", "a * 2"), ""));
}

static const char *
needs_of_base(const char *ids)
{
	const char *r = "";
	char id[8];
	int n;

	for (; sscanf(ids, " %7s%n", id, &n) == 1; ids += n)
		r = arena_printf(decide_arena, "%s<%sRequirement><required%s "
		    "href='urn:base#%s'/></%sRequirement>", r,
		    *id == 'f' ? "knowledge" : "information",
		    *id == 'f' ? "Knowledge" : *id == 'd' ? "Decision" :
		    "Input", id, *id == 'f' ? "knowledge" : "information");
	return r;
}

static void
an_imports_input_may_lie_in_a_context(void)
{
	struct dmn *d = decide_compile(decide_model("top", arena_printf(
	    decide_arena, "%s<decision id='d' name='d'><variable name='d'/>%s"
	    L("[b.x, b.d1, b.f(b.x)]") "</decision>%s", imports("b", "base"),
	    needs_of_base("x d1 f x"), service("f1",
	    "<outputDecision href='#d'/>", ""))), base(), NULL);
	const struct feel_member *m;

	CHECK(strstr(decide_fault(), "“f1” needs “x”") != NULL);
	CHECK(decide_faults->next == NULL);
	CHECK_TEXT(decide(d, "d", "{b: {x: 4}}"), "[4, 5, 8]");
	CHECK_TEXT(decide(d, "d", "{b: 1, x: 3}"), "[3, 4, 6]");
	CHECK(dmn_needs(decide_arena, d, dmn_find(d, "d"), &m) == 1);
	CHECK_TEXT(decide(d, "f1", "{x: 3}"), "[3, 4, 6]");
}

static void
names_that_meet_are_told(void)
{
	decide_compile(decide_model("top", arena_printf(decide_arena, "%s%s"
	    "<decision id='d' name='d'><variable name='d'/>%s%s" L("1")
	    "</decision>", imports("", "base"), decide_input("x", ""),
	    decide_needs("x"), needs_of_base("x"))), base(), NULL);
	CHECK(strstr(decide_fault(), "Two things that are used here have the "
	    "name “x”") != NULL);
	decide_compile(decide_model("top", arena_printf(decide_arena, "%s%s"
	    "<decision id='d' name='d'><variable name='d'/>%s%s" L("1")
	    "</decision>", imports("x", "base"), decide_input("x", ""),
	    decide_needs("x"), needs_of_base("x"))), base(), NULL);
	while (decide_faults != NULL && strstr(decide_faults->text, "The "
	    "import “x” has the name of something else") == NULL)
		decide_faults = decide_faults->next;
	CHECK(decide_faults != NULL);
}

static void
a_function_without_feel_gives_null(void)
{
	struct dmn *d = decide_of(all("<businessKnowledgeModel id='f' name="
	    "'f'><variable name='f'/></businessKnowledgeModel>"
	    "<businessKnowledgeModel id='f2' name='f2'><variable name='f2'/>"
	    "<encapsulatedLogic kind='Java'><context/></encapsulatedLogic>"
	    "</businessKnowledgeModel>",
	    service("f3", "", ""), decide_literal("d", "f", "f()"),
	    arena_printf(decide_arena, "%s%s", decide_literal("d2", "f2",
	    "f2()"), decide_literal("d3", "f3", "f3()"))));

	CHECK_TEXT(decide(d, "d", "{}"), "null");
	CHECK(strstr(decide_notes->text, "“f” has no logic") != NULL);
	CHECK_TEXT(decide(d, "d2", "{}"), "null");
	CHECK(strstr(decide_notes->text, "“f2” is written in Java") != NULL);
	CHECK_TEXT(decide(d, "d3", "{}"), "null");
	CHECK(strstr(decide_notes->text, "no output decision") != NULL);
	CHECK_TEXT(decide(d, "f3", "{}"), "null");
}

static void
there_are_bounds(void)
{
	const char *text = "", *needs = "";
	char name[8];
	int i;

	for (i = 0; i < 1001; i++) {
		snprintf(name, sizeof(name), "x%d", i);
		text = arena_printf(decide_arena, "%s%s", text,
		    decide_input(name, ""));
		needs = arena_printf(decide_arena, "%s%s ", needs, name);
	}
	decide_of(all(text, decide_literal("d", needs, "x1"), "", ""));
	CHECK(strstr(decide_fault(), "require at most 1000 others") != NULL);
	for (text = "", i = 0; i < 101; i++)
		text = arena_printf(decide_arena, "%s%s", text,
		    imports(arena_printf(decide_arena, "i%d", i), "base"));
	decide_compile(decide_model("top", text), base(), NULL);
	CHECK(strstr(decide_fault(), "import at most 100 others") != NULL);
}

static void
what_is_not_there_is_told(void)
{
	decide_of(all(imports("b", "base"), "", "", ""));
	CHECK(strstr(decide_fault(), "imported as “b” is not there") != NULL);
	CHECK(decide_faults->line == 2);
	decide_of("<import name='p' namespace='urn:p' importType="
	    "'http://www.dmg.org/PMML-4_2'/>");
	CHECK(decide_faults->mild &&
	    strstr(decide_fault(), "“p” is not a model of decisions") != NULL);
	decide_of(decide_literal("d", "d9", "1"));
	CHECK(strstr(decide_fault(), "“#d9”, is not in the model") != NULL);
	CHECK_TEXT(decide_faults->element, "d");
	decide_of(decide_literal("d", "", "1 + nobody"));
	CHECK(strstr(decide_fault(), "nobody") != NULL);
	decide_of(decide_literal("d", "", "1 +\n2 +\n  nobody"));
	CHECK(decide_faults != NULL && decide_faults->line == 4);
	decide_of(all(decide_input("x", "tNone"), "", "", ""));
	CHECK(strstr(decide_fault(), "no type “tNone”") != NULL);
}

int
main(void)
{
	decide_start();
	RUN(a_decision_is_made_once);
	RUN(needs_are_listed_in_their_order);
	RUN(a_circle_is_refused_and_the_rest_works);
	RUN(too_many_in_a_row_are_refused);
	RUN(functions_call_functions);
	RUN(a_function_may_call_itself_so_deep);
	RUN(a_derivation_ends_and_the_result_stays);
	RUN(a_table_may_be_a_function);
	RUN(a_service_is_a_function_of_its_inputs);
	RUN(a_service_is_asked_by_itself);
	RUN(models_import_models);
	RUN(an_imports_input_may_lie_in_a_context);
	RUN(names_that_meet_are_told);
	RUN(a_function_without_feel_gives_null);
	RUN(there_are_bounds);
	RUN(what_is_not_there_is_told);
	return DONE;
}
