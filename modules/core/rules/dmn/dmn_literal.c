/* SPDX-License-Identifier: MIT */
/* A text read sign by sign, without the grammar, for what stands in it. */
#include "rules/dmn/dmn_literal.h"

#include <ctype.h>
#include <string.h>

#include "text/blank.h"

/* A literal that stands at the text: its length, 0 where there is none. */
static size_t
quoted(const char *s)
{
	size_t n = 1;

	if (*s != '"')
		return 0;
	while (s[n] != '\0' && s[n] != '"')
		n += s[n] == '\\' && s[n + 1] != '\0' ? 2 : 1;
	return s[n] == '"' ? n + 1 : 0;
}

static size_t
word(const char *s, const char *word)
{
	size_t n = strlen(word);

	return strncmp(s, word, n) == 0 && !isalnum((unsigned char)s[n]) &&
	    s[n] != '_' ? n : 0;
}

/* date("..."), @"..." and their like. */
static size_t
temporal(const char *s)
{
	static const char *const makers[] = { "date and time", "date", "time",
	    "duration", NULL };
	size_t i, n, q;

	if (*s == '@')
		return (q = quoted(s + 1)) == 0 ? 0 : q + 1;
	for (i = 0; makers[i] != NULL; i++) {
		if ((n = word(s, makers[i])) == 0)
			continue;
		n += strspn(s + n, BLANK);
		if (s[n] != '(')
			continue;
		n += 1 + strspn(s + n + 1, BLANK);
		if ((q = quoted(s + n)) == 0)
			return 0;
		n += q;
		n += strspn(s + n, BLANK);
		return s[n] == ')' ? n + 1 : 0;
	}
	return 0;
}

static size_t
digits(const char *s)
{
	size_t n = 0;

	while (isdigit((unsigned char)s[n]) || (s[n] == '.' &&
	    isdigit((unsigned char)s[n + 1])))
		n++;
	return n;
}

static size_t
literal(const char *s)
{
	size_t n;

	if ((n = quoted(s)) > 0 || (n = temporal(s)) > 0 ||
	    (n = word(s, "true")) > 0 || (n = word(s, "false")) > 0)
		return n;
	if (*s == '-' && (n = digits(s + 1)) > 0)
		return n + 1;
	return digits(s);
}

size_t
dmn_literal_next(const char **s, bool tests)
{
	const char *signs = tests ? "<>=![](),.-" : "<>=![](),.-+*/{}:?";
	size_t n;

	for (;;) {
		*s += strspn(*s, BLANK);
		while (strncmp(*s, "..", 2) == 0)	/* and no .5 after */
			*s += 2 + strspn(*s + 2, BLANK);
		if (**s == '\0' || (n = literal(*s)) > 0)
			return **s == '\0' ? 0 : n;
		if ((n = word(*s, "not")) == 0 &&
		    (n = word(*s, "null")) == 0 && strchr(signs, **s) != NULL)
			n = 1;
		if (n == 0) {
			*s = NULL;
			return 0;
		}
		*s += n;
	}
}

bool
dmn_literal_only(const char *s, bool tests)
{
	size_t n;

	if (s == NULL)
		return false;
	while ((n = dmn_literal_next(&s, tests)) > 0)
		s += n;
	return s != NULL;
}
