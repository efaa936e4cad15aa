/* SPDX-License-Identifier: MIT */
/* Forms as a pure function: what is asked, what is missing, what it comes
 * to. */
#include <stdlib.h>

#include "../dice.h"
#include "base/arena.h"
#include "check.h"
#include "domain/type/casetype_feel.h"
#include "rules/feel/feel_number.h"
#include "rules/type/questions.h"
#include "xml/xml_form.h"

static struct arena *a;
static struct reader_fault *faults;

/* Every <L>words</L> in all six languages. */
static const char *
spoken(const char *s)
{
	static const char *const langs[] = { "en", "fr", "de", "it", "pt",
	    "ja" };
	const char *out = "", *end;
	const char *at;
	int i;

	while ((at = strstr(s, "<L>")) != NULL) {
		end = strstr(at, "</L>");
		out = arena_printf(a, "%s%.*s", out, (int)(at - s), s);
		for (i = 0; i < 6; i++)
			out = arena_printf(a, "%s<label xml:lang=\"%s\">"
			    "%.*s</label>", out, langs[i], (int)(end - at) -
			    3, at + 3);
		s = end + 4;
	}
	return arena_printf(a, "%s%s", out, s);
}

#define FORM								\
	"<form code=\"talk\"><name><L>Talk</L></name>"			\
	"<section code=\"harm\"><name><L>Harm</L></name>"		\
	"<question code=\"hurt\" kind=\"choice\" required=\"yes\">"	\
	"<L>Was anybody hurt?</L>"					\
	"<choice code=\"no\" points=\"0\"><L>No</L></choice>"		\
	"<choice code=\"light\" points=\"2\"><L>Lightly</L></choice>"	\
	"<choice code=\"badly\" points=\"5\"><L>Badly</L></choice>"	\
	"</question>"							\
	"<question code=\"who\" kind=\"text\" required=\"yes\">"	\
	"<L>Who?</L><when>hurt != \"no\"</when></question>"		\
	"<question code=\"signs\" kind=\"choices\"><L>Signs</L>"	\
	"<choice code=\"late\" points=\"3\"><L>Late</L></choice>"	\
	"<choice code=\"cash\" points=\"4\"><L>Cash</L></choice>"	\
	"</question>"							\
	"<question code=\"police\" kind=\"flag\" points=\"-1\">"	\
	"<L>Police called</L></question></section>"			\
	"<section code=\"people\" repeats=\"yes\" least=\"1\""		\
	" most=\"3\"><name><L>People</L></name><one><L>Person</L></one>"\
	"<when>count(signs) > 0</when>"					\
	"<question code=\"age\" kind=\"number\" required=\"yes\">"	\
	"<L>Age</L></question>"						\
	"<question code=\"school\" kind=\"flag\" points=\"1\">"	\
	"<L>At school</L><when>age &lt; 18</when></question></section>"	\
	"<score>points * 2 + count(people)</score>"			\
	"<band code=\"low\" from=\"0\"><L>Low</L></band>"		\
	"<band code=\"high\" from=\"10\"><L>High</L></band></form>"

static struct type_form *
read_form(const char *text)
{
	const char *top = getenv("top_srcdir");

	faults = NULL;
	text = spoken(text);
	return xml_form_read(a, "talk.xml", "forms/talk.xml", text,
	    strlen(text), arena_printf(a, "%s/etc/casetypes/form.rng",
	    top == NULL ? ".." : top), &faults);
}

static const char *compile_fault;

static void
note(void *to, int line, const char *text)
{
	(void)to;
	compile_fault = arena_printf(a, "%d: %s", line, text);
}

static struct questions *
compiled(void)
{
	static const struct feel_scope outer;
	struct type_form *f = read_form(FORM);

	compile_fault = "";
	CHECK(f != NULL && faults == NULL);
	if (f == NULL) {
		printf("# %s\n", faults->text);
		exit(1);
	}
	return questions_compile(a, f, &outer, casetype_feel_type, note,
	    NULL);
}

static struct questions_answer *
answer(struct questions_answer *list, const char *code, int64_t row,
    struct feel_value v)
{
	struct questions_answer *x = arena_alloc(a, sizeof(*x));

	x->next = list;
	x->code = code;
	x->row = row;
	x->value = v;
	return x;
}

static struct questions_answer *
said(struct questions_answer *list, const char *code, const char *text)
{
	return answer(list, code, 0, feel_value_text(text));
}

static struct questions_answer *
signs(struct questions_answer *list, const char *one, const char *two)
{
	struct feel_value v[2] = { feel_value_text(one),
	    feel_value_text(two) };

	return answer(list, "signs", 0, feel_value_list(a, v, one[0] == '\0' ?
	    0 : two[0] == '\0' ? 1 : 2));
}

static struct questions_result
ask(const struct questions *q, const struct questions_answer *given)
{
	struct questions_result r;
	struct feel_frame none = { 0 };
	struct feel_eval ev;

	feel_eval_start(&ev, a, 1795521600, "Europe/Berlin");
	questions_ask(&ev, q, &none, given, &r);
	return r;
}

static const struct questions_line *
line(const struct questions_result *r, const char *code, int64_t row)
{
	const struct questions_line *l = r->lines;

	while (l != NULL && (l->question == NULL || l->row != row ||
	    strcmp(l->question->field.code, code) != 0))
		l = l->next;
	return l;
}

static void
a_blank_one_is_never_complete(void)
{
	struct questions *q = compiled();
	struct questions_result r = ask(q, NULL);

	CHECK(!r.complete && r.answered == 0);
	CHECK(line(&r, "hurt", 0)->missing);
	/* not even where nothing has to be answered */
	((struct type_form_question *)q->form->sections->questions)->
	    field.required = false;
	((struct type_form_question *)q->form->sections->questions->next)->
	    field.required = false;
	r = ask(q, NULL);
	CHECK(r.missing == 0 && !r.complete);
	r = ask(q, said(NULL, "hurt", "no"));
	CHECK(r.complete);
}

static void
a_question_is_asked_where_its_condition_holds(void)
{
	struct questions *q = compiled();
	struct questions_result r;

	CHECK_TEXT(compile_fault, "");
	r = ask(q, said(NULL, "hurt", "no"));
	CHECK(!line(&r, "who", 0)->asked && r.complete);
	r = ask(q, said(NULL, "hurt", "badly"));
	CHECK(line(&r, "who", 0)->missing && !r.complete);
	r = ask(q, said(said(NULL, "hurt", "badly"), "who", "Ida"));
	CHECK(r.complete && r.points == 5);
	/* what is not asked any more does not count */
	r = ask(q, said(said(NULL, "hurt", "no"), "who", "Ida"));
	CHECK(!line(&r, "who", 0)->answered && r.answered == 1);
}

static void
points_become_a_score_and_a_word(void)
{
	struct questions *q = compiled();
	struct questions_answer *g = said(NULL, "hurt", "no");
	struct questions_result r = ask(q, g);

	CHECK_TEXT(feel_value_write(a, r.score), "0");
	CHECK_TEXT(r.band->code, "low");
	g = answer(g, "police", 0, feel_value_boolean(true));
	r = ask(q, g);
	CHECK_TEXT(feel_value_write(a, r.score), "-2");
	CHECK(r.band == NULL);
	r = ask(q, signs(g, "late", "cash"));
	CHECK(r.points == 6 && !r.complete);	/* people are asked for */
	r = ask(q, answer(signs(g, "late", "cash"), "age", 2,
	    feel_number_of(44)));
	CHECK(r.complete);
	CHECK_TEXT(feel_value_write(a, r.score), "13");
	CHECK_TEXT(r.band->code, "high");
}

static void
a_row_has_conditions_of_its_own(void)
{
	struct questions *q = compiled();
	struct questions_answer *g = signs(said(NULL, "hurt", "no"), "late",
	    "");
	struct questions_result r;

	g = answer(answer(g, "age", 1, feel_number_of(12)), "age", 2,
	    feel_number_of(40));
	g = answer(answer(g, "school", 1, feel_value_boolean(true)), "school",
	    2, feel_value_boolean(true));
	r = ask(q, g);
	CHECK(line(&r, "school", 1)->asked && !line(&r, "school", 2)->asked);
	CHECK(r.points == 4);
	CHECK_TEXT(feel_value_write(a, *feel_value_get(r.answers.context,
	    feel_value_text("people").string)), "[{age: 12, school: true}, "
	    "{age: 40, school: null}]");
}

/* A random set of answers, some to what is not asked. */
static struct questions_answer *
some_answers(void)
{
	static const char *const hurt[] = { "no", "light", "badly" };
	struct questions_answer *g = NULL;
	int64_t row;

	if (dice(4) > 0)
		g = said(g, "hurt", hurt[dice(3)]);
	if (dice(2) > 0)
		g = said(g, "who", "Ida");
	if (dice(2) > 0)
		g = signs(g, dice(2) ? "late" : "cash", "");
	if (dice(2) > 0)
		g = answer(g, "police", 0, feel_value_boolean(true));
	for (row = 1; row <= 3; row++) {
		if (dice(2) > 0)
			g = answer(g, "age", row, feel_number_of(dice(40)));
		if (dice(2) > 0)
			g = answer(g, "school", row,
			    feel_value_boolean(true));
	}
	return g;
}

/* Without the answers that did not count. */
static struct questions_answer *
counted(const struct questions_result *r, const struct questions_answer *g)
{
	struct questions_answer *out = NULL;
	const struct questions_line *l;

	for (; g != NULL; g = g->next)
		if ((l = line(r, g->code, g->row)) != NULL && l->answered)
			out = answer(out, g->code, g->row, g->value);
	return out;
}

static void
what_is_not_asked_changes_nothing(void)
{
	struct questions *q = compiled();
	const struct questions_line *l;
	struct questions_answer *g;
	struct questions_result r, s;
	int64_t points;
	int i;

	for (i = 0; i < 2000; i++) {
		g = some_answers();
		r = ask(q, g);
		s = ask(q, counted(&r, g));
		CHECK(r.complete == (r.missing == 0 && r.answered > 0));
		CHECK(r.answered == s.answered && r.points == s.points);
		CHECK(!r.complete || s.complete);
		for (points = 0, l = r.lines; l != NULL; l = l->next) {
			CHECK(!(l->answered && l->missing));
			CHECK(l->asked || l->points == 0);
			points += l->points;
		}
		CHECK(points == r.points);
	}
}

static const char *
fault_with(const char *from, const char *to)
{
	const char *at = strstr(FORM, from);
	struct type_form *f;

	CHECK(at != NULL);
	f = read_form(arena_printf(a, "%.*s%s%s", (int)(at - FORM), FORM, to,
	    at + strlen(from)));
	CHECK(f == NULL || faults == NULL);
	if (f == NULL)
		return faults->text;
	compile_fault = "";
	questions_compile(a, f, &(struct feel_scope){ 0 },
	    casetype_feel_type, note, NULL);
	return compile_fault;
}

static void
mistakes_have_a_line_and_a_sentence(void)
{
	CHECK_TEXT(fault_with("code=\"talk\"", "code=\"walk\""), "The form "
	    "“walk” stands in a file that is not called walk.xml.");
	CHECK_TEXT(fault_with("code=\"who\"", "code=\"hurt\""), "There are "
	    "two questions or repeated sections with the code “hurt”.");
	CHECK_TEXT(fault_with("from=\"10\"", "from=\"0\""), "The bands stand "
	    "in the order of their points, the lowest first.");
	CHECK_TEXT(fault_with("<one><L>Person</L></one>", ""), "The section "
	    "“people” repeats: say in <one> what one of it is called.");
	/* a condition knows what stands before it, and nothing else */
	CHECK(strstr(fault_with("hurt != \"no\"", "signs = null"),
	    "The condition of “who” cannot be read: ") != NULL);
	CHECK(strstr(fault_with("age &lt; 18", "school"),
	    "The condition of “school” cannot be read: ") != NULL);
	CHECK(strstr(fault_with("hurt != \"no\"", "who = null"),
	    "The condition of “who” cannot be read: ") != NULL);
	CHECK(strstr(fault_with("points * 2", "pints * 2"),
	    "The score cannot be read: ") != NULL);
	CHECK(strstr(fault_with("age &lt; 18", "age &lt;"),
	    "The condition of “school” cannot be read: ") != NULL);
}

int
main(void)
{
	a = arena_new();
	RUN(a_blank_one_is_never_complete);
	RUN(a_question_is_asked_where_its_condition_holds);
	RUN(points_become_a_score_and_a_word);
	RUN(a_row_has_conditions_of_its_own);
	RUN(what_is_not_asked_changes_nothing);
	RUN(mistakes_have_a_line_and_a_sentence);
	arena_free(a);
	return DONE;
}
