/* SPDX-License-Identifier: MIT */
/* Regular expressions as XPath has them. */
#include <time.h>

#include "base/count.h"
#include "check.h"
#include "text/regex.h"

#define STEPS 2000000

static struct arena *a;

static struct regex *
compiled(const char *pattern, const char *flags, const char **why)
{
	size_t steps = STEPS;

	return regex_find(pattern, strlen(pattern), flags, strlen(flags),
	    &steps, why);
}

/* "yes", "no", or why the pattern is refused. */
static const char *
matches(const char *text, const char *pattern, const char *flags)
{
	const char *why = NULL;
	struct regex *r = compiled(pattern, flags, &why);
	size_t steps = STEPS;
	bool found;

	if (r == NULL || !regex_matches(r, text, strlen(text), &steps, &found,
	    &why))
		return why;
	return found ? "yes" : "no";
}

static void
patterns_match_as_xpath_says(void)
{
	static const struct { const char *text, *pattern, *flags, *is; }
	rows[] = {
		{ "foobar", "^fo*b", "", "yes" }, { "foobar", "^o", "", "no" },
		{ "abracadabra", "bra", "", "yes" }, { "abc", "", "", "yes" },
		/* anchors: the text's ends, or the lines' */
		{ "abc\n", "c$", "", "no" }, { "abc\n", "c$", "m", "yes" },
		{ "\nabcd\ndefg\n", "^$", "m", "yes" },
		{ "abcd\n\ndefg\n ", "^$", "m", "yes" },
		{ "abcd\ndefg\n", "^$", "m", "no" },
		{ "abcd\ndefg", "^defg$", "m", "yes" },
		{ "abcd\ndefg", "^defg$", "", "no" },
		{ "abcd\rdefg", "^defg$", "m", "no" }, { "", "^$", "m", "yes" },
		/* a dot is no end of a line, but with s */
		{ "a\nb", "a.b", "", "no" }, { "a\rb", "a.b", "", "no" },
		{ "a\nb", "a.b", "s", "yes" }, { "a\u2028b", "a.b", "", "yes" },
		{ "a\U0001F40Eb", "^a.b$", "", "yes" },
		/* case */
		{ "abc", "ABC", "i", "yes" }, { "abc", "ABC", "", "no" },
		{ "\u212A", "k", "i", "yes" }, { "É", "é", "i", "yes" },
		{ "Σ", "ς", "i", "yes" }, { "ss", "ß", "i", "no" },
		{ "x", "[A-Z-[OI]]", "i", "yes" },
		{ "X", "[A-Z-[OI]]", "i", "yes" },
		{ "O", "[A-Z-[OI]]", "i", "no" },
		{ "i", "[A-Z-[OI]]", "i", "no" },
		{ "Q", "[^Q]", "i", "no" }, { "q", "[^Q]", "i", "no" },
		{ "a", "\\p{Lu}", "i", "no" }, { "aA", "(a)\\1", "i", "yes" },
		{ "aA", "(a)\\1", "", "no" }, { "A", "[^a-z]", "i", "no" },
		/* classes */
		{ "a-", "^[a-]+$", "", "yes" }, { "-", "[-a]", "", "yes" },
		{ "-", "[0-9-.]", "", "yes" }, { ".", "^[\\d-.]$", "", "yes" },
		{ "b", "[a-z-[aeiou]]", "", "yes" },
		{ "e", "[a-z-[aeiou]]", "", "no" },
		{ "e", "[a-z-[a-z-[e]]]", "", "yes" },
		{ "5", "[^a-z-[0-9]]", "", "no" },
		{ "+", "[^a-z-[0-9]]", "", "yes" },
		{ "^", "[a^]", "", "yes" }, { "]", "[\\]]", "", "yes" },
		{ "&", "^[a&&b]$", "", "yes" }, { ":", "[:]", "", "yes" },
		{ "a:", "^[:a]+$", "", "yes" }, { "#", "[#]", "x", "yes" },
		{ "\u00e9", "^\\w$", "", "yes" }, { "_", "\\w", "", "no" },
		{ "$", "\\w", "", "yes" }, { "\u0663", "\\d", "", "yes" },
		{ "\u00a0", "\\s", "", "no" }, { "\t", "\\s", "", "yes" },
		{ "\v", "\\s", "", "no" }, { "x", "[\\s\\S]", "", "yes" },
		{ ":a-1", "^\\i\\c*$", "", "yes" }, { "1a", "^\\i", "", "no" },
		{ "1", "^[\\I]$", "", "yes" }, { " ", "\\C", "", "yes" },
		{ "hello", "^\\p{IsBasicLatin}+$", "", "yes" },
		{ "é", "\\p{IsBasicLatin}", "", "no" },
		{ "é", "^\\P{IsBasicLatin}$", "", "yes" },
		{ "é", "\\p{IsLatin-1Supplement}", "", "yes" },
		{ "α", "[\\p{IsGreek}]", "", "yes" },
		{ "€", "\\p{Sc}", "", "yes" }, { "a", "[^\\p{L}]", "", "no" },
		/* blanks */
		{ "hello world", "hello\\ sworld", "x", "yes" },
		{ "hello world", "he ll o[ ]worl d", "x", "yes" },
		{ "hello", "\\p{ I s B a s i c L a t i n }+", "x", "yes" },
		{ "[", "\\ [", "x", "yes" }, { "a b", "a b", "x", "no" },
		/* repetitions */
		{ "aaa", "^a{2}$", "", "no" }, { "aaa", "^a{2,}$", "", "yes" },
		{ "aaa", "^a{1,2}$", "", "no" },
		{ "aaa", "^a{3}?$", "", "yes" },
		{ "ab", "^(?:a|b){2}$", "", "yes" },
		{ "aa0", "^(a)\\10$", "", "yes" },
		{ "a.b", "a.b", "q", "yes" }, { "axb", "a.b", "q", "no" },
		{ "A*", "a*", "qi", "yes" }, { "a b", "a b", "qx", "yes" },
	};
	size_t i;

	for (i = 0; i < COUNT(rows); i++)
		if (strcmp(matches(rows[i].text, rows[i].pattern,
		    rows[i].flags), rows[i].is) != 0) {
			printf("# %s\n", rows[i].pattern);
			CHECK_TEXT(matches(rows[i].text, rows[i].pattern,
			    rows[i].flags), rows[i].is);
		}
}

static void
what_xpath_has_not_is_refused(void)
{
	static const char *const patterns[] = { "(.)\\3", "(.)\\2", "\\3",
	    "(asd)[\\1]", "(asd)[asd\\1]", "1[asd\\0]", "(a\\1)", "\\0",
	    "\\p{ IsBasicLatin}", "\\p{IsNowhere}", "\\p{Xx}", "\\p{Cs}",
	    "\\p{}", "\\pL", "\\p{L", "\\p{Is}", "(?=a)", "(?<=a)", "(?i)a",
	    "(?i:a)", "(?<n>a)", "(?#a)", "(?>a)", "a++", "a*+", "a??+", "*a",
	    "a**", "+", "a{2", "a{,2}", "a{3,2}", "a{x}", "a{99999999999}",
	    "{2}", "}", "]", ")", "(", "(a", "a)", "[", "[]", "[^]", "[a",
	    "[a-", "[z-a]", "[a-\\d]", "[[a]]", "[a[b]]", "[a-[b]c]", "[a-[b]",
	    "[+-b-c-d", "[[:alpha:]]", "\\b", "\\A", "\\Q", "\\x41",
	    "\\u0041", "\\e", "\\'", "\\", "a|*", "\\N", "\\X", "\\R",
	    "\\h", "[\\b]" };
	static const char *const flags[] = { "p", "X", " ", "S", "gi" };
	size_t i;
	char *deep;

	for (i = 0; i < COUNT(patterns); i++) {
		const char *is = matches("a", patterns[i], "");

		if (strcmp(is, "yes") == 0 || strcmp(is, "no") == 0)
			CHECK_TEXT(patterns[i], "refused");
	}
	for (i = 0; i < COUNT(flags); i++)
		CHECK_TEXT(matches("a", "a", flags[i]), "there are the flags "
		    "s, m, i, x and q, and no others");
	deep = arena_alloc(a, 3000);
	memset(deep, '(', 1500);
	CHECK_TEXT(matches("a", deep, ""), "it is nested too deeply");
	memset(deep, 'a', 2500);
	CHECK_TEXT(matches("a", deep, ""),
	    "it has more than 2,000 characters");
	deep[2000] = '\0';
	CHECK_TEXT(matches("a", deep, ""), "no");
}

static const char *
replaced(const char *text, const char *pattern, const char *by,
    const char *flags)
{
	const char *why = NULL, *out;
	struct regex *r = compiled(pattern, flags, &why);
	size_t steps = STEPS, n;

	if (r == NULL)
		return why;
	out = regex_replace(a, r, text, strlen(text), by, strlen(by), &steps,
	    &n, &why);
	CHECK(out == NULL || strlen(out) == n);
	return out == NULL ? why : out;
}

static void
matches_are_replaced(void)
{
	static const struct { const char *text, *pattern, *by, *flags, *is; }
	rows[] = {
		{ "abcd", "(ab)|(a)", "[1=$1][2=$2]", "", "[1=ab][2=]cd" },
		{ "abracadabra", "a.*?a", "*", "", "*c*bra" },
		{ "abracadabra", "a(.)", "a$1$1", "", "abbraccaddabbra" },
		{ "facetiously", "[iouy]", "[$0]", "", "facet[i][o][u]sl[y]" },
		{ "abracadabra", "a", "", "", "brcdbr" },
		{ "a.b.c.", "[a-z]", "#", "s", "#.#.#." },
		{ "ab", "(a)", "$12", "", "a2b" }, { "a", "a", "$9", "", "" },
		{ "a", "a", "\\$\\\\", "", "$\\" },
		{ "a.a", ".", "$1\\", "q", "a$1\\a" },
		{ "\U0001F40Eé", "é", "x\u212A", "", "\U0001F40Ex\u212A" },
		{ "", "a", "b", "", "" }, { "aa", "a", "", "", "" },
		{ "a", "b", "$", "", "a $ in the replacement has no number" },
		{ "a", "a", "$x", "", "a $ in the replacement has no number" },
		{ "a", "a", "\\n", "", "a backslash in the replacement stands "
		    "before neither $ nor a backslash" },
		{ "a", "a*", "b", "", "it matches the empty text" },
		{ "a", "^", "b", "m", "it matches the empty text" },
		{ "a", "(", "b", "", "a group is not closed" },
	};
	size_t i;

	for (i = 0; i < COUNT(rows); i++)
		CHECK_TEXT(replaced(rows[i].text, rows[i].pattern, rows[i].by,
		    rows[i].flags), rows[i].is);
}

static const char *
split(const char *text, const char *pattern)
{
	const char *why = NULL;
	struct regex *r = compiled(pattern, "", &why);
	size_t steps = STEPS;
	struct regex_piece *p = regex_split(a, r, text, strlen(text), &steps,
	    &why);
	char *all = arena_text(a, "");

	if (p == NULL)
		return why;
	for (; p != NULL; p = p->next)
		all = arena_printf(a, "%s<%.*s>", all, (int)p->len, p->text);
	return all;
}

static void
a_text_is_split(void)
{
	CHECK_TEXT(split("John Doe", "\\s"), "<John><Doe>");
	CHECK_TEXT(split("a;b;c;;", ";"), "<a><b><c><><>");
	CHECK_TEXT(split("", ";"), "<>");
	CHECK_TEXT(split("é,\U0001F40E", ","), "<é><\U0001F40E>");
	CHECK_TEXT(split("abc", "x"), "<abc>");
	CHECK_TEXT(split("abc", ""), "it matches the empty text");
}

/* Milliseconds that pattern takes on n letters a and a b; its steps go. */
static long
cost(const char *pattern, size_t n, const char **why)
{
	struct timespec from, to;
	struct regex *r = compiled(pattern, "", why);
	char *text = arena_alloc(a, n + 2), *out;
	size_t steps = STEPS, got;
	bool found;

	memset(text, 'a', n);
	text[n] = 'b';
	clock_gettime(CLOCK_MONOTONIC, &from);
	regex_matches(r, text, n + 1, &steps, &found, why);
	out = regex_replace(a, r, text, n + 1, "$0$0", 4, &steps, &got, why);
	(void)out;
	clock_gettime(CLOCK_MONOTONIC, &to);
	return (to.tv_sec - from.tv_sec) * 1000 +
	    (to.tv_nsec - from.tv_nsec) / 1000000;
}

static void
a_hostile_pattern_ends(void)
{
	static const char *const patterns[] = { "^(a+)+$", "(a|a)*c",
	    "(a|aa)+$", "(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)x",
	    "((a{1,100}){1,100}){1,100}c", "(a?){100}a{100}c", ".*.*.*c",
	    "[^x]*[^x]*[^x]*x" };
	const char *why;
	size_t i;
	long ms;

	for (i = 0; i < COUNT(patterns); i++) {
		why = NULL;
		ms = cost(patterns[i], 5000, &why);
		printf("# %s: %ld ms, %s\n", patterns[i], ms,
		    why == NULL ? "done" : why);
		CHECK(ms < 3000);
		CHECK(why != NULL);
	}
}

/* ICU takes whatever the reader lets pass, and the run ends. */
static void
a_random_pattern_is_refused_or_runs(void)
{
	static const char *const bits[] = { "a", "b", "A", "-", "[", "]", "^",
	    "[^", "-[", "(", ")", "(?:", "|", ".", "*", "+", "?", "{1,2}",
	    "{0}", "\\", "\\d", "\\i", "\\c", "\\W", "\\p{Lu}", "\\1", "\\2",
	    "\\P{IsGreek}", "&", "#", ":", "é", "🐎", "$", " ",
	    "ß", "K", "a-z", "]]", "&&", "--", "\\]", "\\-" };
	static const char *const flags[] = { "", "i", "smx", "i", "q" };
	const char *why;
	struct regex *r;
	char pattern[160];
	unsigned int state = 1, run, n, taken = 0;
	size_t steps;
	bool found;

	for (run = 0; run < 40000; run++) {
		*pattern = '\0';
		for (n = 0; n < 1 + run % 12; n++) {
			state = state * 1664525 + 1013904223;
			strncat(pattern, bits[(state >> 8) %
			    COUNT(bits)], 12);
		}
		r = compiled(pattern, flags[run % 5], &why);
		if (r == NULL) {
			if (strcmp(why, "it is too large") == 0)
				CHECK_TEXT(pattern, "");
			continue;
		}
		taken++;
		steps = STEPS;
		if (!regex_matches(r, "aAbéab[]-^$", 13, &steps, &found,
		    &why))
			CHECK_TEXT(pattern, why);
	}
	CHECK(taken > 4000);
}

int
main(void)
{
	a = arena_new();
	RUN(a_random_pattern_is_refused_or_runs);
	RUN(patterns_match_as_xpath_says);
	RUN(what_xpath_has_not_is_refused);
	RUN(matches_are_replaced);
	RUN(a_text_is_split);
	RUN(a_hostile_pattern_ends);
	arena_free(a);
	return DONE;
}
