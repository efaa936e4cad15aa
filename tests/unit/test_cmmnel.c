/* SPDX-License-Identifier: MIT */
/* Expressions of other products: what is one, and what is refused by name. */
#include "check.h"
#include "base/arena.h"
#include "xml/cmmnel.h"

static struct arena *a;

/* FEEL, or what it has that is not translated. */
static const char *
feel(const char *text)
{
	struct cmmnel_name *names = NULL;
	const char *why = "", *said = cmmnel_feel(a, text, &names, &why);

	return said == NULL ? why : said;
}

static void
names_and_literals_stay(void)
{
	CHECK_TEXT(feel("${x}"), "x");
	CHECK_TEXT(feel(" #{ order.total } "), "order.total");
	CHECK_TEXT(feel("${true}"), "true");
	CHECK_TEXT(feel("${false}"), "false");
	CHECK_TEXT(feel("${null}"), "null");
	CHECK_TEXT(feel("${truely}"), "truely");
	CHECK_TEXT(feel("${-12.50}"), "-12.50");
	CHECK_TEXT(feel("${'it\\'s \"so\"'}"), "\"it's \\\"so\\\"\"");
}

static void
comparisons_get_the_signs_of_feel(void)
{
	CHECK_TEXT(feel("${a == 1 && b != 'x'}"), "a = 1 and b != \"x\"");
	CHECK_TEXT(feel("${a le 1 or b gt 2}"), "a <= 1 or b > 2");
	CHECK_TEXT(feel("${a<3||(b>=4&&c)}"), "a < 3 or (b >= 4 and c)");
	CHECK_TEXT(feel("${a == (b < c)}"), "a = (b < c)");
	CHECK_TEXT(feel("${(a || b) && c}"), "(a or b) and c");
}

/* What has no value counts as false there: its negation is true. */
static void
a_negation_is_true_of_nothing(void)
{
	CHECK_TEXT(feel("${!x}"), "x != true");
	CHECK_TEXT(feel("${not (a && b)}"), "(a and b) != true");
	CHECK_TEXT(feel("${!x == y}"), "(x != true) = y");
	CHECK_TEXT(feel("${empty x}"), "(x = null or x = \"\" or x = [])");
	CHECK_TEXT(feel("${!empty x}"),
	    "(x = null or x = \"\" or x = []) != true");
}

static void
variables_may_be_read_by_a_call(void)
{
	CHECK_TEXT(feel("${var:get(x)}"), "x");
	CHECK_TEXT(feel("${caseInstance.getVariable('x') != null && x}"),
	    "x != null and x");
	CHECK_TEXT(feel("${vars:getOrDefault('x', false) == 1}"),
	    "(if x = null then false else x) = 1");
	CHECK_TEXT(feel("${!var:exists('x')}"), "(x != null) != true");
	CHECK_TEXT(feel("${variables:gte(x, 5)}"), "x >= 5");
	CHECK_TEXT(feel("${vars:isNotEmpty(x)}"),
	    "(x = null or x = \"\" or x = []) != true");
	CHECK_TEXT(feel("${vars:eq('x y', 5)}"),
	    "a variable without a plain name");
	CHECK_TEXT(feel("${caseInstance.setVariable('x', 5)}"),
	    "the call “caseInstance.setVariable”");
}

static void
everything_else_is_named(void)
{
	CHECK_TEXT(feel("${f(x)}"), "the call “f”");
	CHECK_TEXT(feel("${bean.run(x)}"), "the call “bean.run”");
	CHECK_TEXT(feel("${vars:sum(x)}"), "the call “vars:sum”");
	CHECK_TEXT(feel("${a[0]}"), "the index behind “a”");
	CHECK_TEXT(feel("${a + 1}"), "the sign “+”");
	CHECK_TEXT(feel("${a ? b : c}"), "the choice “? :”");
	CHECK_TEXT(feel("${a matches b}"), "the word “matches”");
	CHECK_TEXT(feel("${a == b == c}"), "the sign “=”");
	CHECK_TEXT(feel("${x} and more"), "text around “${}”");
	CHECK_TEXT(feel("so ${x}"), "text around “${}”");
	CHECK_TEXT(feel("${x"), "no “}” at its end");
	CHECK_TEXT(feel("${(x}"), "a parenthesis that is not closed");
	CHECK_TEXT(feel("${'x}"), "a text that does not end");
	CHECK_TEXT(feel("${if}"), "the name “if”, which is a word of FEEL");
	CHECK_TEXT(feel("${1e5}"), "the number “1e5”");
	CHECK_TEXT(feel("${}"), "the sign “}”");
	CHECK_TEXT(feel("${a.}"), "a path without a name after its point");
}

static void
depth_and_length_are_bounded(void)
{
	char deep[1000], wide[CMMNEL_MAX + 100];

	memset(deep, '!', sizeof(deep));
	memcpy(deep, "${", 2);
	deep[sizeof(deep) - 1] = '\0';
	CHECK_TEXT(feel(deep), "too many negations in each other");
	memset(deep + 2, '(', sizeof(deep) - 3);
	CHECK_TEXT(feel(deep), "too many parentheses in each other");
	memset(wide, 'x', sizeof(wide));
	wide[sizeof(wide) - 1] = '\0';
	CHECK_TEXT(feel(wide), "more than 4000 characters");
}

static void
variables_are_listed_once(void)
{
	struct cmmnel_name *names = NULL;
	const char *why;

	cmmnel_feel(a, "${order.total > limit && order.paid}", &names, &why);
	CHECK_TEXT(names->name, "order");
	CHECK_TEXT(names->next->name, "limit");
	CHECK(names->next->next == NULL);
}

int
main(void)
{
	a = arena_new();
	RUN(names_and_literals_stay);
	RUN(comparisons_get_the_signs_of_feel);
	RUN(a_negation_is_true_of_nothing);
	RUN(variables_may_be_read_by_a_call);
	RUN(everything_else_is_named);
	RUN(depth_and_length_are_bounded);
	RUN(variables_are_listed_once);
	arena_free(a);
	return DONE;
}
