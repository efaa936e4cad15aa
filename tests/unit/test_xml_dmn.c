/* SPDX-License-Identifier: MIT */
/* Decision models: every part is read with its line, each mistake is told. */
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>

#include "check.h"
#include "base/arena.h"
#include "base/buf.h"
#include "xml/xml_dmn.h"

#define NS "https://www.omg.org/spec/DMN/20230324/MODEL/"
#define HEAD "<definitions xmlns='" NS "' name='m' namespace='urn:m'>\n"
#define LITERAL "<literalExpression><text>1</text></literalExpression>"

static struct arena *a;

static struct dmn_model *
read_text(const char *text, struct dmn_fault **faults)
{
	*faults = NULL;
	return xml_dmn_read(a, "m.dmn", text, strlen(text), faults);
}

/* The model around this body; its only fault as line:sentence, "" none. */
static const char *
fault_in(const char *body)
{
	struct dmn_fault *f;

	read_text(arena_printf(a, HEAD "%s</definitions>", body), &f);
	if (f == NULL)
		return "";
	return arena_printf(a, "%d:%s%s%s", f->line, f->mild ? "mild: " : "",
	    f->text, f->next == NULL ? "" : " (and more)");
}

static const char *
fault_of(const char *logic)
{
	return fault_in(arena_printf(a, "<decision id='d' name='d'>%s"
	    "</decision>", logic));
}

/* A table of one input and one output, with so much inside and after. */
static const char *
fault_of_table(const char *attrs, const char *rules)
{
	return fault_of(arena_printf(a, "<decisionTable %s><input>"
	    "<inputExpression><text>x</text></inputExpression></input>"
	    "<output/>\n%s</decisionTable>", attrs, rules));
}

static void
every_version_is_read(void)
{
	static const char *const ns[] = {
		"http://www.omg.org/spec/DMN/20151101/dmn.xsd",
		"http://www.omg.org/spec/DMN/20180521/MODEL/",
		"https://www.omg.org/spec/DMN/20191111/MODEL/",
		"https://www.omg.org/spec/DMN/20211108/MODEL/", NS
	};
	static const char *const version[] = { "1.1", "1.2", "1.3", "1.4",
	    "1.5" };
	struct dmn_fault *f;
	struct dmn_model *m;
	size_t i;

	for (i = 0; i < 5; i++) {
		m = read_text(arena_printf(a, "<d:definitions xmlns:d='%s' "
		    "name='m' namespace='urn:m'><d:itemDefinition name='t'>"
		    "<d:typeRef>dayTimeDuration</d:typeRef>"
		    "</d:itemDefinition><d:inputData name='x'>"
		    "<d:variable name='x' typeRef='feel:string'/>"
		    "</d:inputData></d:definitions>", ns[i]), &f);
		CHECK(m != NULL && f == NULL);
		CHECK_TEXT(m->version, version[i]);
		CHECK_TEXT(m->elements->variable.type,
		    i == 0 ? "string" : "feel:string");
		CHECK_TEXT(m->items->type, i < 2 ? "days and time duration" :
		    "dayTimeDuration");
	}
}

static void
what_is_no_dmn_is_refused(void)
{
	struct dmn_fault *f;

	CHECK(read_text("<definitions xmlns='urn:x'/>", &f) == NULL);
	CHECK_TEXT(f->text, "This is <definitions> of “urn:x”, and no "
	    "<definitions> of DMN 1.1 to 1.5.");
	CHECK(f->line == 1);
	CHECK(read_text("<definitions", &f) == NULL && f != NULL);
	CHECK(read_text("", &f) == NULL && f != NULL);
	CHECK(read_text("<!DOCTYPE d [<!ENTITY a 'x'>]>\n" HEAD
	    "</definitions>", &f) == NULL);
	CHECK_TEXT(f->text, "A DOCTYPE is not allowed here; take the line "
	    "out.");
	f = NULL;
	CHECK(xml_dmn_file(a, "/no/such/file.dmn", &f) == NULL && f != NULL);
	CHECK_TEXT(f->file, "/no/such/file.dmn");
}

static void
expressions_keep_their_text_and_line(void)
{
	struct dmn_fault *f;
	struct dmn_model *m = read_text(HEAD
	    "<decision name='d'>\n"
	    "<literalExpression>\n"
	    "<text>\n\n  a &lt; b </text>\n"
	    "</literalExpression></decision>\n"
	    "<decision name='e'><literalExpression>"
	    "<text><![CDATA[a < b]]> and <!-- not -->c</text>"
	    "</literalExpression></decision></definitions>", &f);
	const struct dmn_expression *e;

	CHECK(m != NULL && f == NULL);
	e = m->elements->logic;
	CHECK_TEXT(e->literal.text, "\n\n  a < b ");
	CHECK(e->literal.line == 4);
	CHECK_TEXT(e->literal.language, "");
	e = m->elements->next->logic;
	CHECK_TEXT(e->literal.text, "a < b and c");
	CHECK(e->literal.line == 8);
}

static void
a_table_is_read_whole(void)
{
	struct dmn_fault *f;
	struct dmn_model *m = read_text(HEAD
	    "<decision id='i' name='d'><question> Why? </question>"
	    "<decisionTable hitPolicy='COLLECT' aggregation='SUM'"
	    " outputLabel='l'>\n"
	    "<input label='A'><inputExpression typeRef='number'><text>a</text>"
	    "</inputExpression><inputValues><text>1,2</text></inputValues>"
	    "</input>\n<input><inputExpression><text>b</text>"
	    "</inputExpression></input>\n"
	    "<output name='o' typeRef='number'><outputValues><text>3</text>"
	    "</outputValues><defaultOutputEntry><text>4</text>"
	    "</defaultOutputEntry></output>\n"
	    "<annotation name='law'/>\n"
	    "<rule id='r1'><inputEntry><text>1</text></inputEntry>"
	    "<inputEntry><text/></inputEntry>\n"
	    "<outputEntry><text>3</text></outputEntry>"
	    "<annotationEntry><text>art. 1</text></annotationEntry></rule>\n"
	    "</decisionTable></decision></definitions>", &f);
	const struct dmn_table *t;

	CHECK(m != NULL && f == NULL);
	CHECK_TEXT(m->elements->question, "Why?");
	t = m->elements->logic->table;
	CHECK(t->policy == DMN_COLLECT && t->aggregation == DMN_SUM);
	CHECK_TEXT(t->output_label, "l");
	CHECK(t->n_inputs == 2);
	CHECK(t->n_outputs == 1);
	CHECK(t->n_rules == 1);
	CHECK_TEXT(t->inputs->label, "A");
	CHECK_TEXT(t->inputs->type, "number");
	CHECK_TEXT(t->inputs->values.text, "1,2");
	CHECK(t->inputs->next->values.text == NULL);
	CHECK(t->inputs->next->line == 4);
	CHECK_TEXT(t->outputs->fallback.text, "4");
	CHECK_TEXT(t->outputs->values.text, "3");
	CHECK_TEXT(t->annotations[0], "law");
	CHECK_TEXT(t->rules->tests[0].text, "1");
	CHECK_TEXT(t->rules->tests[1].text, "-");
	CHECK_TEXT(t->rules->results[0].text, "3");
	CHECK(t->rules->results[0].line == 8);
	CHECK_TEXT(t->rules->annotations[0], "art. 1");
}

static void
boxed_expressions_are_read(void)
{
	struct dmn_fault *f;
	struct dmn_model *m = read_text(HEAD
	    "<decision name='d'><context>"
	    "<contextEntry><variable name='a'/>"
	    "<conditional><if>" LITERAL "</if><then>" LITERAL "</then><else>"
	    LITERAL "</else></conditional></contextEntry>"
	    "<contextEntry><variable name='b'/><for iteratorVariable='i'><in>"
	    LITERAL "</in><return>" LITERAL "</return></for></contextEntry>"
	    "<contextEntry><variable name='c'/><some iteratorVariable='i'><in>"
	    LITERAL "</in><satisfies>" LITERAL "</satisfies></some>"
	    "</contextEntry>"
	    "<contextEntry><variable name='e'/><filter><in>" LITERAL "</in>"
	    "<match>" LITERAL "</match></filter></contextEntry>"
	    "<contextEntry><variable name='f'/><relation><column name='x'/>"
	    "<row>" LITERAL "</row></relation></contextEntry>"
	    "<contextEntry><variable name='g'/><functionDefinition "
	    "kind='Java'><formalParameter name='p' typeRef='number'/>"
	    LITERAL "</functionDefinition></contextEntry>"
	    "<contextEntry><invocation>" LITERAL "<binding>"
	    "<parameter name='p'/>" LITERAL "</binding></invocation>"
	    "</contextEntry></context></decision></definitions>", &f);
	static const enum dmn_boxed kinds[] = { DMN_CONDITIONAL, DMN_FOR,
	    DMN_SOME, DMN_FILTER, DMN_RELATION, DMN_FUNCTION,
	    DMN_INVOCATION };
	const struct dmn_entry *e;
	size_t i = 0;

	CHECK(m != NULL && f == NULL);
	for (e = m->elements->logic->entries; e != NULL && i < 7; e = e->next)
		CHECK(e->value->kind == kinds[i++]);
	CHECK(i == 7 && e == NULL);
	e = m->elements->logic->entries;
	CHECK_TEXT(e->value->conditional.no->literal.text, "1");
	CHECK_TEXT(e->next->value->iterator.variable, "i");
}

static void
items_and_requirements_are_read(void)
{
	struct dmn_fault *f;
	struct dmn_model *m = read_text(HEAD
	    "<import name='other' namespace='urn:o' importType='" NS "'/>"
	    "<itemDefinition name='t' isCollection='true'><typeRef> string "
	    "</typeRef><allowedValues><text>\"a\"</text></allowedValues>"
	    "</itemDefinition>"
	    "<itemDefinition name='c'><itemComponent name='x'><typeRef>t"
	    "</typeRef></itemComponent></itemDefinition>"
	    "<itemDefinition name='fn'><functionItem outputTypeRef='t'>"
	    "<parameters name='p' typeRef='c'/></functionItem>"
	    "</itemDefinition>"
	    "<decision id='d' name='d'><informationRequirement>"
	    "<requiredInput href='#i'/></informationRequirement>"
	    "<informationRequirement><requiredDecision href='urn:o#x'/>"
	    "</informationRequirement><knowledgeRequirement>"
	    "<requiredKnowledge href='#k'/></knowledgeRequirement>"
	    "</decision><inputData id='i' name='i'/>"
	    "<businessKnowledgeModel id='k' name='k'><encapsulatedLogic>"
	    "<formalParameter name='p'/>" LITERAL "</encapsulatedLogic>"
	    "</businessKnowledgeModel>"
	    "<decisionService id='s' name='s'><outputDecision href='#d'/>"
	    "<inputData href='#i'/></decisionService>"
	    "<textAnnotation><text>n</text></textAnnotation></definitions>",
	    &f);
	const struct dmn_element *e;

	CHECK(m != NULL && f == NULL);
	CHECK_TEXT(m->imports->namespace, "urn:o");
	CHECK(m->items->collection);
	CHECK_TEXT(m->items->type, "string");
	CHECK_TEXT(m->items->allowed.text, "\"a\"");
	CHECK_TEXT(m->items->next->components->type, "t");
	CHECK(m->items->next->next->function.is);
	CHECK_TEXT(m->items->next->next->function.result, "t");
	e = m->elements;
	CHECK_TEXT(e->inputs->href, "#i");
	CHECK_TEXT(e->decisions->href, "urn:o#x");
	CHECK_TEXT(e->knowledge->href, "#k");
	e = e->next->next;
	CHECK(e->kind == DMN_KNOWLEDGE && e->logic->kind == DMN_FUNCTION);
	CHECK_TEXT(e->logic->function.params->name, "p");
	CHECK_TEXT(e->next->service.outputs->href, "#d");
	CHECK_TEXT(e->next->service.inputs->href, "#i");
}

static void
faults_of_tables_name_rule_and_column(void)
{
	struct dmn_fault *f;

	CHECK_TEXT(fault_of_table("hitPolicy='BEST'", ""), "2:There is no hit "
	    "policy “BEST”; it is UNIQUE, FIRST, PRIORITY, ANY, COLLECT, RULE "
	    "ORDER or OUTPUT ORDER.");
	CHECK_TEXT(fault_of_table("hitPolicy='COLLECT' aggregation='AVG'",
	    ""), "2:There is no aggregation “AVG”; it is SUM, COUNT, MIN or "
	    "MAX.");
	CHECK_TEXT(fault_of_table("", "<rule><outputEntry><text>1</text>"
	    "</outputEntry></rule>"), "3:The rule has 0 <inputEntry>, but the "
	    "table has 1 inputs.");
	CHECK_TEXT(fault_of("<decisionTable><output/><output name='b'/>"
	    "</decisionTable>"), "2:A table of several outputs must name each "
	    "of them.");
	CHECK_TEXT(fault_of("<decisionTable/>"), "2:The table has no "
	    "output.");
	read_text(HEAD "<decision name='who'><decisionTable><input>"
	    "<inputExpression><text>x</text></inputExpression></input>"
	    "<output/><rule><inputEntry><text>1</text></inputEntry>"
	    "<outputEntry><text>1</text></outputEntry></rule><rule>"
	    "<inputEntry><text>1</text><other/></inputEntry>"
	    "<outputEntry><text>1</text></outputEntry></rule>"
	    "</decisionTable></decision></definitions>", &f);
	CHECK(f != NULL && f->next == NULL);
	CHECK_TEXT(f->element, "who");
	CHECK(f->rule == 2);
	CHECK(f->column == 1);
	CHECK_TEXT(f->text, "<inputEntry> has an element that DMN does not "
	    "know there: <other>.");
}

static void
faults_of_names_and_expressions_are_told(void)
{
	CHECK_TEXT(fault_in("<decision id='d'/>"), "2:A decision has no "
	    "name.");
	CHECK_TEXT(fault_in("<inputData id='a' name='x'/>\n"
	    "<inputData id='a' name='y'/>"), "3:The id “a” is there already, "
	    "on line 2.");
	CHECK_TEXT(fault_in("<inputData id='a' name='x'/>\n"
	    "<decision id='b' name='x'/>"), "3:The name “x” is there already, "
	    "on line 2.");
	CHECK_TEXT(fault_in("<itemDefinition name='t'/><itemDefinition "
	    "name='t'/>"), "2:The type “t” is there already, on "
	    "line 2.");
	CHECK_TEXT(fault_of("<magic/>"), "2:<decision> has an element that "
	    "DMN does not know there: <magic>.");
	CHECK_TEXT(fault_of(LITERAL LITERAL), "2:<decision> has a second "
	    "expression, where one is allowed.");
	CHECK_TEXT(fault_of("<list><magic/></list>"), "2:DMN does not know "
	    "<magic> as an expression.");
	CHECK_TEXT(fault_of("<conditional><if>" LITERAL "</if><then>" LITERAL
	    "</then></conditional>"), "2:<conditional> has no <else>.");
	CHECK_TEXT(fault_of("<relation><column name='a'/><row/></relation>"),
	    "2:Row 1 has 0 cells, but the relation has 1 columns.");
	CHECK_TEXT(fault_of("<v:magic xmlns:v='urn:v'/>" LITERAL), "");
	CHECK_TEXT(fault_of("<extensionElements><magic/></extensionElements>"
	    LITERAL), "");
	CHECK_TEXT(fault_in("<wonder/>"), "2:mild: DMN has no <wonder> there; "
	    "it is left out.");
}

static void
hostile_files_end_well(void)
{
	struct buf b = { 0 };
	struct dmn_model *m;
	struct dmn_fault *f;
	int i, n;

	buf_text(&b, HEAD "<decision name='d'>");
	for (i = 0; i < 5000; i++)
		buf_text(&b, "<list>");
	f = NULL;
	CHECK(xml_dmn_read(a, "deep", b.data, b.len, &f) == NULL);
	CHECK(f != NULL);
	buf_reset(&b);
	buf_text(&b, HEAD "<decision name='d'><decisionTable><input>"
	    "<inputExpression><text>x</text></inputExpression></input>"
	    "<output/>");
	for (i = 0; i < 10000; i++)
		buf_printf(&b, "<rule id='r%d'><inputEntry><text>%d</text>"
		    "</inputEntry><outputEntry><text>1</text></outputEntry>"
		    "</rule>\n", i, i);
	buf_text(&b, "</decisionTable></decision></definitions>");
	f = NULL;
	m = xml_dmn_read(a, "long", b.data, b.len, &f);
	CHECK(m != NULL && f == NULL);
	CHECK(m->elements->logic->table->n_rules == 10000);
	buf_reset(&b);
	buf_text(&b, HEAD);
	for (i = 0; i < 5000; i++)
		buf_text(&b, "<decision id='d' name='d'><magic/></decision>");
	buf_text(&b, "</definitions>");
	f = NULL;
	CHECK(xml_dmn_read(a, "bad", b.data, b.len, &f) != NULL);
	for (n = 0; f != NULL; f = f->next)
		n++;
	CHECK(n == 1001);
	buf_free(&b);
}

static int read_n, wrong_n;

static int
read_one(const char *path, const struct stat *st, int kind, struct FTW *at)
{
	struct dmn_fault *f = NULL;
	size_t len = strlen(path);

	(void)st;
	(void)at;
	if (kind != FTW_F || len < 4 || strcmp(path + len - 4, ".dmn") != 0)
		return 0;
	read_n++;
	xml_dmn_file(a, path, &f);
	for (; f != NULL; f = f->next) {
		wrong_n += !f->mild;
		printf("# %s:%d: %s%s\n", path, f->line, f->mild ? "mild: " :
		    "", f->text);
	}
	return 0;
}

static void
every_model_of_the_sample_data_is_right(void)
{
	nftw(getenv("DOSSIER_DATA"), read_one, 20, FTW_PHYS);
	CHECK(read_n > 80);
	CHECK(wrong_n == 0);
}

int
main(void)
{
	a = arena_new();
	RUN(every_version_is_read);
	RUN(what_is_no_dmn_is_refused);
	RUN(expressions_keep_their_text_and_line);
	RUN(a_table_is_read_whole);
	RUN(boxed_expressions_are_read);
	RUN(items_and_requirements_are_read);
	RUN(faults_of_tables_name_rule_and_column);
	RUN(faults_of_names_and_expressions_are_told);
	RUN(hostile_files_end_well);
	if (getenv("DOSSIER_DATA") == NULL)
		SKIP("every_model_of_the_sample_data_is_right",
		    "DOSSIER_DATA is not set");
	else
		RUN(every_model_of_the_sample_data_is_right);
	arena_free(a);
	return DONE;
}
