/* SPDX-License-Identifier: MIT */
/* Questionnaires of FHIR as forms. */
#include "xml/xml_questionnaire.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "check.h"
#include "xml/formtree.h"
#include "xml/xml_form.h"

static struct arena *a;
static struct reader_fault *told;

static struct reader_node *
form_of(const char *text)
{
	struct reader_fault *faults = NULL;
	struct reader_node *n = reader_tree(a, "q.xml", text, strlen(text),
	    NULL, &faults);

	CHECK(n != NULL && xml_questionnaire_is(n));
	told = NULL;
	return xml_questionnaire_form(a, "q.xml", n, &told);
}

static struct reader_node *
sample(void)
{
	const char *dir = getenv("top_srcdir");
	struct reader_fault *faults = NULL;
	struct reader_node *n = reader_file(a, arena_printf(a,
	    "%s/tests/data/questionnaire.xml", dir == NULL ? "." : dir),
	    100000, NULL, &faults);

	CHECK(n != NULL);
	told = NULL;
	return n == NULL ? NULL : xml_questionnaire_form(a, "q.xml", n,
	    &told);
}

static const char *
child_words(struct reader_node *root, const char *part, const char *child)
{
	struct reader_node *n = formtree_part(a, root, part);

	n = n == NULL ? NULL : reader_child(n, "", child);
	return n == NULL ? "(none)" : reader_words(a, n);
}

static const char *
given(struct reader_node *root, const char *part, const char *attr)
{
	struct reader_node *n = formtree_part(a, root, part);

	return n == NULL ? "(none)" : reader_given(n, attr);
}

static void
each_item_is_asked_as_it_was_meant(void)
{
	struct reader_node *f = sample();

	CHECK_TEXT(given(f, "form", "code"), "sleep");
	CHECK_TEXT(given(f, "form", "link"), "urn:example:sleep|3");
	CHECK_TEXT(given(f, "question-slept", "kind"), "flag");
	CHECK_TEXT(given(f, "question-slept", "required"), "yes");
	CHECK_TEXT(given(f, "question-q_2_1", "link"), "2.1");
	CHECK_TEXT(child_words(f, "question-q_2_1", "when"), "slept = true");
	CHECK_TEXT(given(f, "choice-q_2_1-g", "points"), "2");
	CHECK_TEXT(given(f, "choice-q_2_1-b", "points"), "1");
	CHECK_TEXT(given(f, "choice-q_2_1-b", "link"), "urn:how|B");
	CHECK_TEXT(given(f, "question-why", "kind"), "lines");
	CHECK_TEXT(child_words(f, "question-why", "when"),
	    "slept = true and q_2_1 = \"b\"");
	CHECK_TEXT(given(f, "question-where", "kind"), "choices");
	CHECK_TEXT(given(f, "choice-where-q_2", "link"), "urn:rooms|2");
	CHECK_TEXT(child_words(f, "section-traume", "when"),
	    "(list contains(where, \"q_2\") or slept != null)");
	CHECK_TEXT(given(f, "section-traume", "repeats"), "yes");
	CHECK(formtree_part(a, f, "question-drawing") == NULL);
	CHECK(formtree_part(a, f, "question-sum") == NULL);
	CHECK(strstr(child_words(f, "section-die_nacht", "help"),
	    "letzte Nacht") != NULL);
}

static void
words_are_taken_in_the_languages_that_are_there(void)
{
	struct reader_node *f = sample();
	struct reader_fault *faults = NULL;
	const struct type_form *form = xml_form_draft(a, "forms/sleep.xml", f,
	    &faults);

	CHECK(form != NULL);
	CHECK_TEXT(form->label.text[0], "Schlaf");
	CHECK_TEXT(form->label.text[2], "Schlaf");
	CHECK(form->label.text[1] == NULL);
	CHECK_TEXT(form->sections->label.text[1], "La nuit");
	CHECK(form->scored);
}

/* What is lost is said, and nothing else. */
static void
what_a_form_cannot_ask_is_told(void)
{
	static const char *const words[] = { "takes other answers",
	    "attachment", "is not asked" };
	const struct reader_fault *t;
	size_t n = 0;

	sample();
	for (t = told; t != NULL; t = t->next, n++)
		CHECK(n < 3 && strstr(t->text, words[n]) != NULL &&
		    t->line > 1);
	CHECK(n == 3);
}

#define Q(items) "<Questionnaire xmlns='http://hl7.org/fhir'><id value='x'/>" \
	"<status value='draft'/>" items "</Questionnaire>"
#define ITEM(link, rest) "<item><linkId value='" link "'/>" rest "</item>"

static void
codes_differ_whatever_items_are_called(void)
{
	struct reader_node *f = form_of(Q(ITEM("a b", "<type value='string'/>")
	    ITEM("a-b", "<type value='string'/>")
	    ITEM("9", "<type value='string'/>")
	    ITEM("case", "<type value='string'/>")
	    ITEM("痛み", "<type value='string'/>")
	    ITEM("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1",
	    "<type value='string'/>")
	    ITEM("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa2",
	    "<type value='string'/>")));
	struct reader_fault *faults = NULL;
	const struct type_form *form = xml_form_draft(a, "forms/x.xml", f,
	    &faults);
	const struct type_form_question *q;
	int n = 0;

	CHECK(form != NULL);
	for (q = form->sections->questions; q != NULL; q = q->next)
		n++;
	CHECK(n == 7 && formtree_part(a, f, "question-a_b_2") != NULL);
	CHECK(formtree_part(a, f, "question-case") == NULL);
}

static void
conditions_that_no_form_has_are_left_out_and_told(void)
{
	struct reader_node *f = form_of(Q(ITEM("one", "<type value='string'/>")
	    ITEM("two", "<type value='string'/><enableWhen><question "
	    "value='nowhere'/><operator value='='/><answerString value='x'/>"
	    "</enableWhen><enableWhen><question value='one'/><operator "
	    "value='='/><answerString value='a&quot;b\\'/></enableWhen>")));

	CHECK_TEXT(child_words(f, "question-two", "when"),
	    "one = \"a\\\"b\\\\\"");
	CHECK(told != NULL && told->next == NULL);
}

static void
what_asks_nothing_is_no_form(void)
{
	CHECK(form_of(Q(ITEM("d", "<text value='Hello'/>"
	    "<type value='display'/>"))) == NULL && told != NULL);
	CHECK(form_of(Q("")) == NULL && told != NULL);
}

static void
depth_has_an_end(void)
{
	struct buf b = { 0 };
	int i;

	for (i = 0; i < 45; i++)
		buf_text(&b, "<item><linkId value='g'/><type value='string'/>");
	for (i = 0; i < 45; i++)
		buf_text(&b, "</item>");
	CHECK(form_of(arena_printf(a, Q("%s"), b.data)) != NULL);
	CHECK(told != NULL);
	buf_free(&b);
}

int
main(void)
{
	a = arena_new();
	RUN(each_item_is_asked_as_it_was_meant);
	RUN(words_are_taken_in_the_languages_that_are_there);
	RUN(what_a_form_cannot_ask_is_told);
	RUN(codes_differ_whatever_items_are_called);
	RUN(conditions_that_no_form_has_are_left_out_and_told);
	RUN(what_asks_nothing_is_no_form);
	RUN(depth_has_an_end);
	arena_free(a);
	return DONE;
}
