/* SPDX-License-Identifier: MIT */
/* Case types: those that ship are right, and each mistake has a sentence. */
#include <stdio.h>
#include <stdlib.h>

#include "check.h"
#include "model/consent.h"
#include "base/arena.h"
#include "base/buf.h"
#include "xml/xml_type.h"

static struct arena *a;
static const char *top;

static char *
types(const char *rest)
{
	return arena_printf(a, "%s/etc/casetypes/%s", top, rest);
}

static char *
read_all(const char *path)
{
	struct buf b = { 0 };
	char part[4096], *all;
	size_t n;
	FILE *f = fopen(path, "r");

	if (f == NULL)
		return arena_text(a, "");
	while ((n = fread(part, 1, sizeof(part), f)) > 0)
		buf_add(&b, part, n);
	fclose(f);
	all = arena_textn(a, b.data, b.len);
	buf_free(&b);
	return all;
}

/* The source with one text for another, the first time it stands there. */
static char *
with(const char *source, const char *from, const char *to)
{
	const char *at = strstr(source, from);

	return at == NULL ? arena_text(a, "") : arena_printf(a, "%.*s%s%s",
	    (int)(at - source), source, to, at + strlen(from));
}

static struct casetype *
read_type(const char *source, struct reader_fault **faults)
{
	*faults = NULL;
	return xml_type_read(a, "type.xml", source, strlen(source),
	    types("type.rng"), faults);
}

/* The first fault that a changed complaint has. */
static const char *
fault_of(const char *from, const char *to, int *line)
{
	char *source = read_all(types("complaint/type.xml"));
	struct reader_fault *f;

	if (read_type(with(source, from, to), &f) != NULL || f == NULL)
		return "none";
	if (line != NULL)
		*line = f->line;
	return f->text;
}

static void
those_that_ship_have_no_fault(void)
{
	static const char *const ship[] = { "complaint", "permit" };
	struct reader_fault *f;
	struct casetype *t;
	char *path;
	size_t i;

	for (i = 0; i < 2; i++) {
		path = arena_printf(a, "%s/type.xml", ship[i]);
		t = read_type(read_all(types(path)), &f);
		CHECK(t != NULL);
		if (t == NULL)
			continue;
		CHECK_TEXT(t->code, ship[i]);
		CHECK_TEXT(t->phases->code, "screening");
		CHECK(t->fields != NULL && t->roles != NULL);
		CHECK(t->label.text[5] != NULL);
	}
}

static void
a_field_is_read_with_all_it_says(void)
{
	struct reader_fault *f;
	struct casetype *t;
	const struct type_field *x;

	t = read_type(read_all(types("complaint/type.xml")), &f);
	CHECK(t != NULL);
	for (x = t->fields; strcmp(x->code, "amount") != 0; x = x->next)
		;
	CHECK(x->kind == VALUE_MONEY && x->decimals == 2 && x->listed);
	CHECK_TEXT(x->currency, "EUR");
	for (x = t->fields; strcmp(x->code, "answer_by") != 0; x = x->next)
		;
	CHECK(x->due && x->kind == VALUE_DATE);
	CHECK(t->fields->required && t->fields->choices != NULL);
	CHECK_TEXT(t->fields->label.text[2], "Gegenstand");
}

static void
a_missing_language_is_told_with_its_line(void)
{
	int line = 0;

	CHECK_TEXT(fault_of("\t\t<label xml:lang=\"ja\">苦情</label>\n", "",
	    &line), "<name> has no label in “ja”.");
	CHECK(line == 5);
}

static void
codes_are_unique_and_well_formed(void)
{
	CHECK_TEXT(fault_of("<phase code=\"risk\">",
	    "<phase code=\"screening\">", NULL),
	    "There are two <phase> with the code “screening”.");
	CHECK_TEXT(fault_of("<phase code=\"risk\">",
	    "<phase code=\"Risk!\">", NULL), "“Risk!” is no code: small "
	    "letters, digits and _, beginning with a letter, at most 31.");
	CHECK_TEXT(fault_of("code=\"reference\"", "code=\"title\"", NULL),
	    "The code “title” is Dossier's own; take another.");
	CHECK_TEXT(fault_of("role code=\"witness\"", "role code=\"lead\"",
	    NULL), "The code “lead” is Dossier's own; take another.");
	CHECK_TEXT(fault_of("prefix=\"C\"", "prefix=\"P\"", NULL),
	    "The prefix “P” is that of persons; take another.");
}

static void
a_group_holds_fields_and_says_how_many(void)
{
	struct reader_fault *f;
	struct casetype *t;
	const struct type_field *x;

	t = read_type(read_all(types("permit/type.xml")), &f);
	CHECK(t != NULL && t->groups != NULL && t->groups->next == NULL);
	CHECK_TEXT(t->groups->code, "objections");
	CHECK_TEXT(t->groups->plural.text[2], "Einwendungen");
	CHECK(t->groups->later && t->groups->least == 0 &&
	    t->groups->most == 50);
	for (x = t->fields; strcmp(x->code, "grounds") != 0; x = x->next)
		;
	CHECK(x->group == t->groups && x->later);
	t = read_type(read_all(types("complaint/type.xml")), &f);
	CHECK(t->groups->most == 20 && !t->groups->later);
}

static void
what_a_group_cannot_be_is_told(void)
{
	int line = 0;

	CHECK_TEXT(fault_of("code=\"item\"", "code=\"amount\"", &line),
	    "There are two <field> or <group> with the code “amount”.");
	CHECK(line > 300);
	CHECK_TEXT(fault_of("code=\"bought\"", "code=\"subject\"", NULL),
	    "There are two <field> or <group> with the code “subject”.");
	CHECK_TEXT(fault_of("code=\"bought_on\" kind=\"date\"",
	    "code=\"bought_on\" kind=\"date\" due=\"yes\"", NULL),
	    "The field “bought_on” stands in a group and cannot be due: a "
	    "dossier has one day.");
	CHECK_TEXT(fault_of("code=\"price\"", "code=\"price\" later=\"yes\"",
	    NULL), "The field “price” stands in a group; say later of the "
	    "whole group.");
	CHECK_TEXT(fault_of("code=\"bought\"",
	    "code=\"bought\" least=\"9\" most=\"3\"", NULL),
	    "“9” to “3” are no bounds of the rows.");
	CHECK(strcmp(fault_of("code=\"bought\"",
	    "code=\"bought\" most=\"51\"", NULL), "none") != 0);
}

static void
consents_name_roles_and_papers_that_there_are(void)
{
	struct reader_fault *f;
	struct casetype *t;

	t = read_type(with(read_all(types("complaint/type.xml")), "</type>",
	    "<consent treating=\"expert witness\"/></type>"), &f);
	CHECK(t != NULL && t->consent != NULL);
	CHECK_TEXT(t->consent->of, "requester");
	CHECK_TEXT(t->consent->treating, "expert witness");
	CHECK_TEXT(fault_of("</type>",
	    "<consent of=\"patient\"/></type>", NULL),
	    "There is no role “patient” for of=\"...\" of <consent>.");
	CHECK_TEXT(fault_of("</type>",
	    "<consent part2=\"drugs\"/></type>", NULL),
	    "There is no kind of documents “drugs” for part2=\"...\" of "
	    "<consent>.");
}

static void
references_lead_somewhere(void)
{
	char *source = read_all(types("permit/type.xml"));
	struct reader_fault *f;

	CHECK(read_type(with(source, "field=\"group\"", "field=\"gruppe\""),
	    &f) == NULL);
	CHECK_TEXT(f == NULL ? "" : f->text,
	    "There is no field “gruppe” for the key “group”.");
	CHECK(read_type(with(source, "outcome=\"passed_on\"",
	    "outcome=\"lost\""), &f) == NULL);
	CHECK_TEXT(f == NULL ? "" : f->text, "There is no outcome “lost”.");
}

static void
what_screening_ends_with_must_be_there(void)
{
	CHECK_TEXT(fault_of("<outcome code=\"declined\">",
	    "<outcome code=\"dismissed\">", NULL), "<outcomes> has no "
	    "outcome “declined”, which screening ends with.");
}

static void
what_the_schema_refuses_has_a_line(void)
{
	int line = 0;

	CHECK(strcmp(fault_of("<phases>", "<phase/><phases>", &line),
	    "none") != 0);
	CHECK(line == 30);
	CHECK_TEXT(fault_of("currency=\"EUR\"", "currency=\"EUX\"", NULL),
	    "“EUX” is no currency of ISO 4217.");
	CHECK(strcmp(fault_of("kind=\"money\"", "kind=\"cash\"", NULL),
	    "none") != 0);
}

static void
hostile_xml_is_refused(void)
{
	CHECK(strcmp(fault_of("<type ", "<!DOCTYPE type [<!ENTITY x SYSTEM "
	    "\"file:///etc/passwd\">]><type ", NULL), "none") != 0);
	CHECK(strcmp(fault_of("</type>", "", NULL), "none") != 0);
}

/* In all six languages, and as short. */
static char *
labels(const char *element)
{
	static const char *const langs[] = { "en", "fr", "de", "it", "pt",
	    "ja" };
	char *all = arena_printf(a, "<%s>", element);
	size_t i;

	for (i = 0; i < 6; i++)
		all = arena_printf(a, "%s<label xml:lang=\"%s\">X</label>",
		    all, langs[i]);
	return arena_printf(a, "%s</%s>", all, element);
}

/* The complaint with these decisions in it; attributes of each. */
static struct casetype *
deciding(const char *risks, const char *one, const char *two,
    struct reader_fault **f)
{
	char *source = read_all(types("complaint/type.xml"));
	char *decisions = arena_printf(a, "</fields><decisions>"
	    "<decision %s>%s%s</decision><decision %s>%s</decision>"
	    "</decisions>", one, labels("name"), labels("help"), two,
	    labels("name"));
	const char *end = strstr(source, "<decisions>");

	if (end != NULL)	/* its own make room */
		source = arena_printf(a, "%.*s%s", (int)(end - source),
		    source, strstr(source, "</decisions>") + 12);
	if ((end = strstr(source, "<risks ")) != NULL)
		source = arena_printf(a, "%.*s<risks%s", (int)(end - source),
		    source, strchr(end, '>'));
	return read_type(with(with(source, "</fields>", decisions), "<risks>",
	    arena_printf(a, "<risks%s>", risks)), f);
}

#define RISK " model=\"c.dmn\" decision=\"Risk\""
#define ONE "code=\"one\" model=\"c.dmn\" decision=\"One of all\""	\
	" mode=\"assisted\""
#define TWO "code=\"two\" model=\"d.dmn\" decision=\"Two\""		\
	" mode=\"automatic\""

static void
decisions_name_their_table_and_field(void)
{
	const struct type_decision *d;
	struct reader_fault *f;
	struct casetype *t;

	t = deciding(RISK, ONE " field=\"amount\"", TWO, &f);
	CHECK(t != NULL);
	if (t == NULL)
		return;
	d = t->decisions;
	CHECK_TEXT(d->code, "risk");
	CHECK_TEXT(d->model, "c.dmn");
	CHECK(d->automatic && d->field == NULL);
	d = d->next;
	CHECK_TEXT(d->code, "one");
	CHECK_TEXT(d->decision, "One of all");
	CHECK(!d->automatic && d->line > 1);
	CHECK_TEXT(d->field == NULL ? "" : d->field->code, "amount");
	CHECK_TEXT(d->label.text[5], "X");
	CHECK_TEXT(d->help.text[0], "X");
	d = d->next;
	CHECK(d->automatic && d->field == NULL && d->next == NULL);
	CHECK((t = deciding("", ONE, TWO, &f)) != NULL &&
	    strcmp(t->decisions->code, "one") == 0);
}

static const char *
decision_fault(const char *risks, const char *one)
{
	struct reader_fault *f;

	return deciding(risks, one, TWO, &f) != NULL || f == NULL ? "none" :
	    f->text;
}

static void
what_a_decision_cannot_be_is_told(void)
{
	CHECK_TEXT(decision_fault("", ONE " field=\"nothing\""),
	    "There is no field “nothing” for the decision “one”.");
	CHECK_TEXT(decision_fault("", "code=\"two\" model=\"c.dmn\""
	    " decision=\"One\" mode=\"assisted\""),
	    "There are two <decision> with the code “two”.");
	CHECK_TEXT(decision_fault("", "code=\"risk\" model=\"c.dmn\""
	    " decision=\"One\" mode=\"assisted\""),
	    "The code “risk” is Dossier's own; take another.");
	CHECK_TEXT(decision_fault("", "code=\"one\" model=\"../c.dmn\""
	    " decision=\"One\" mode=\"assisted\""),
	    "The model “../c.dmn” is no file of this folder that ends in "
	    ".dmn.");
	CHECK_TEXT(decision_fault(" model=\"c.dmn\"", ONE),
	    "Say which decision of “c.dmn” it is.");
	CHECK(strcmp(decision_fault("", "code=\"one\" model=\"c.dmn\""
	    " decision=\"One\" mode=\"perhaps\""), "none") != 0);
}

/* The complaint with a goal in it: its attributes and what it holds. */
static struct casetype *
goal_type(const char *attributes, const char *more, struct reader_fault **f)
{
	char *source = read_all(types("complaint/type.xml"));
	char *name = labels("goal");
	char *goals = arena_printf(a, "</decisions><goals><goal code=\"one\" "
	    "days=\"30\" %s>%.*s%s%s</goal></goals>", attributes,
	    (int)(strlen(name) - 7 - 6), name + 6, labels("help"), more);
	const char *had = strstr(source, "<goals>");

	if (had != NULL)
		source = arena_printf(a, "%.*s%s", (int)(had - source), source,
		    strstr(had, "</goals>") + 8);
	return read_type(with(source, "</decisions>", goals), f);
}

static const char *
goal_fault(const char *attributes, const char *more)
{
	struct reader_fault *f;

	return goal_type(attributes, more, &f) != NULL || f == NULL ? "none" :
	    f->text;
}

static void
goals_say_how_they_are_measured(void)
{
	const struct type_goal *g;
	struct reader_fault *f;
	struct casetype *t;

	t = goal_type("measure=\"number\" decimals=\"1\" from=\"8\" "
	    "target=\"3.5\"", labels("unit"), &f);
	CHECK(t != NULL && t->goals != NULL);
	if (t != NULL && (g = t->goals) != NULL) {
		CHECK_TEXT(g->code, "one");
		CHECK(g->measure == GOAL_NUMBER && g->decimals == 1);
		CHECK(g->start == 80 && g->target == 35 && g->days == 30);
		CHECK(g->unit.text[5] != NULL && g->steps == NULL);
	}
	t = goal_type("measure=\"steps\"", arena_printf(a, "%s%s",
	    labels("step"), labels("step")), &f);
	CHECK(t != NULL && t->goals->steps->next != NULL);
	CHECK_TEXT(goal_fault("measure=\"steps\"", ""),
	    "The goal “one” is measured by steps and has none.");
	CHECK_TEXT(goal_fault("measure=\"number\" from=\"3\" target=\"3\"",
	    ""), "The target of the goal “one” is where it begins.");
	CHECK_TEXT(goal_fault("measure=\"number\" from=\"3\" "
	    "target=\"3.5\"", ""),
	    "“3.5” is no number with at most 0 decimals.");
	CHECK_TEXT(goal_fault("measure=\"yesno\"", labels("unit")),
	    "Only a number has a unit.");
}

int
main(void)
{
	top = getenv("top_srcdir") == NULL ? "." : getenv("top_srcdir");
	a = arena_new();
	RUN(those_that_ship_have_no_fault);
	RUN(a_field_is_read_with_all_it_says);
	RUN(a_missing_language_is_told_with_its_line);
	RUN(codes_are_unique_and_well_formed);
	RUN(a_group_holds_fields_and_says_how_many);
	RUN(what_a_group_cannot_be_is_told);
	RUN(consents_name_roles_and_papers_that_there_are);
	RUN(references_lead_somewhere);
	RUN(decisions_name_their_table_and_field);
	RUN(what_a_decision_cannot_be_is_told);
	RUN(what_screening_ends_with_must_be_there);
	RUN(what_the_schema_refuses_has_a_line);
	RUN(goals_say_how_they_are_measured);
	RUN(hostile_xml_is_refused);
	arena_free(a);
	return DONE;
}
