/* SPDX-License-Identifier: MIT */
/*
 * A reader of the whole grammar: what XPath has not, such as (?=..), a++ or
 * \b, is refused although ICU has it. What it has is written so that ICU
 * cannot take it differently: other characters than letters and digits by
 * number, and what ignores case as the set of its variants.
 */
#include "text/regex_syntax.h"

#include <stdint.h>
#include <string.h>

#include <unicode/utf8.h>

#include "text/regex_set.h"

#define PATTERN_MAX 2000
#define NESTING 50		/* of groups, and of classes within classes */
#define GROUPS 99
#define REPEATS 10000
#define NAME 64

struct reader {
	UChar32 text[PATTERN_MAX + 1];	/* ended by 0, which has no place */
	const UChar32 *s;
	struct regex_flags flags;
	struct buf *out;
	int depth, groups;
	bool closed[GROUPS + 1];
	const char *why;
};

static bool
refused(struct reader *r, const char *why)
{
	if (r->why == NULL)
		r->why = why;
	return false;
}

static bool
skip(struct reader *r, UChar32 c)
{
	return *r->s == c && r->s++ != NULL;
}

static bool
one_of(UChar32 c, const char *these)
{
	return c > 0 && c < 0x80 && strchr(these, (char)c) != NULL;
}

static void
put(struct reader *r, UChar32 from, UChar32 to)
{
	regex_set_range(r->out, from, to, r->flags.caseless);
}

/* A character that stands in no class. */
static void
alone(struct reader *r, UChar32 c)
{
	buf_char(r->out, '[');
	put(r, c, c);
	buf_char(r->out, ']');
}

/* {Lu} or {IsGreek} after \p. */
static bool
property(struct reader *r, bool without)
{
	char name[NAME];
	size_t n = 0;

	if (!skip(r, '{'))
		return refused(r, "\\p lacks its braces");
	for (; *r->s != '}' && *r->s > 0 && *r->s < 0x80 && n < NAME - 1;
	    r->s++)
		name[n++] = (char)*r->s;
	name[n] = '\0';
	if (!skip(r, '}') || !regex_set_property(r->out, name, without))
		return refused(r, "\\p{..} has no category or block of this "
		    "name");
	return true;
}

/* After a backslash, what stands for many characters: \d and its kin. */
static bool
many(struct reader *r, bool *is)
{
	const char *set;

	*is = true;
	if (skip(r, 'p'))
		return property(r, false);
	if (skip(r, 'P'))
		return property(r, true);
	if ((set = regex_set_escape(*r->s)) != NULL) {
		buf_text(r->out, set);
		r->s++;
	} else
		*is = false;
	return true;
}

/* After a backslash, what stands for one character. */
static bool
single(struct reader *r, UChar32 *out)
{
	static const char themselves[] = "\\|.?*+(){}-[]^$";

	*out = skip(r, 'n') ? '\n' : skip(r, 'r') ? '\r' :
	    skip(r, 't') ? '\t' : 0;
	if (*out != 0)
		return true;
	if (!one_of(*r->s, themselves))
		return refused(r, "a backslash stands before a character that "
		    "it gives no meaning");
	*out = *r->s++;
	return true;
}

static bool class(struct reader *);

/* The end of a range, after its minus. */
static bool
range_end(struct reader *r, UChar32 from, UChar32 *to)
{
	if (skip(r, '\\')) {
		if (!single(r, to))
			return false;
	} else if (*r->s == 0)
		return refused(r, "a class in [..] is not closed");
	else
		*to = *r->s++;
	return *to >= from || refused(r, "a range in [..] runs backwards");
}

/* One part of a class. A minus stands for itself at the ends, and after a
 * range or an escape for many, which sets *whole. */
static bool
class_part(struct reader *r, bool first, bool *whole)
{
	bool minus = *r->s == '-', may = first || *whole || r->s[1] == ']';
	UChar32 from, to;

	*whole = false;
	if (skip(r, '\\')) {
		if (!many(r, whole))
			return false;
		if (*whole)
			return true;
		if (!single(r, &from))
			return false;
	} else if (*r->s == 0 || *r->s == '[')
		return refused(r, "a class in [..] is not closed");
	else if (minus && !may)
		return refused(r, "a minus in [..] stands between no two "
		    "characters");
	else
		from = *r->s++;
	to = from;
	if (!minus && *r->s == '-' && r->s[1] != ']' && r->s[1] != '[') {
		r->s++;
		if (!range_end(r, from, &to))
			return false;
		*whole = true;
	}
	put(r, from, to);
	return true;
}

/* After [: up to its ]; [a-z-[aeiou]] takes the inner one away. */
static bool
class(struct reader *r)
{
	bool first, whole = false;

	if (++r->depth > NESTING)
		return refused(r, "it is nested too deeply");
	buf_text(r->out, skip(r, '^') ? "[[^" : "[[");
	for (first = true; first || *r->s != ']'; first = false) {
		if (first && *r->s == ']')
			return refused(r, "a class in [..] is empty");
		if (!first && *r->s == '-' && r->s[1] == '[') {
			r->s += 2;
			buf_text(r->out, "]--");
			if (!class(r))
				return false;
			if (!skip(r, ']'))
				return refused(r, "something follows what a "
				    "class in [..] takes away");
			buf_char(r->out, ']');
			r->depth--;
			return true;
		}
		if (!class_part(r, first, &whole))
			return false;
	}
	r->s++;
	r->depth--;
	buf_text(r->out, "]]");
	return true;
}

/* \1 to \99: as many digits as there are groups that stand before it. */
static bool
back_reference(struct reader *r)
{
	int n = *r->s++ - '0';

	while (*r->s >= '0' && *r->s <= '9' &&
	    n * 10 + (*r->s - '0') <= r->groups)
		n = n * 10 + (*r->s++ - '0');
	if (n > r->groups || !r->closed[n])
		return refused(r, "it refers back to a group that does not "
		    "stand before");
	buf_printf(r->out, r->flags.caseless ? "(?i:\\%d)" : "(?:\\%d)", n);
	return true;
}

static bool
escaped(struct reader *r)
{
	UChar32 c;
	bool is;

	if (*r->s >= '1' && *r->s <= '9')
		return back_reference(r);
	if (!many(r, &is))
		return false;
	if (is)
		return true;
	if (!single(r, &c))
		return false;
	alone(r, c);
	return true;
}

static bool branches(struct reader *);

static bool
group(struct reader *r)
{
	int n = 0;

	if (++r->depth > NESTING)
		return refused(r, "it is nested too deeply");
	if (r->s[0] == '?' && r->s[1] == ':')
		r->s += 2;
	else if ((n = ++r->groups) > GROUPS)
		return refused(r, "it has more than 99 groups");
	buf_text(r->out, n == 0 ? "(?:" : "(");
	if (!branches(r))
		return false;
	if (!skip(r, ')'))
		return refused(r, "a group is not closed");
	buf_char(r->out, ')');
	r->closed[n] = true;
	r->depth--;
	return true;
}

/* A character, a class, a group or an anchor. */
static bool
atom(struct reader *r)
{
	UChar32 c = *r->s++;

	switch (c) {
	case '\\':
		return escaped(r);
	case '[':
		return class(r);
	case '(':
		return group(r);
	case '.':
		buf_text(r->out, r->flags.dot_all ? "(?s:.)" :
		    "[^\\x{A}\\x{D}]");
		return true;
	case '^':
		buf_text(r->out, r->flags.lines ?
		    "(?:\\A|(?<=\\x{A})(?!\\z))" : "(?:\\A)");
		return true;
	case '$':
		buf_text(r->out, r->flags.lines ?
		    "(?:(?=\\x{A})|(?<!\\x{A})\\z)" : "(?:\\z)");
		return true;
	default:
		break;
	}
	if (one_of(c, "?*+{"))
		return refused(r, "a repetition stands after nothing that it "
		    "could repeat");
	if (one_of(c, "}]"))
		return refused(r, "a bracket is closed that was not opened");
	alone(r, c);
	return true;
}

/* {2}, {2,} or {2,5}. */
static bool
count(struct reader *r, int *out)
{
	if (*r->s < '0' || *r->s > '9')
		return refused(r, "a repetition in {..} has no number");
	for (*out = 0; *r->s >= '0' && *r->s <= '9'; r->s++)
		if ((*out = *out * 10 + (*r->s - '0')) > REPEATS)
			return refused(r, "a repetition in {..} is larger "
			    "than 10,000");
	return true;
}

static bool
repetition(struct reader *r)
{
	int least, most;

	if (skip(r, '{')) {
		if (!count(r, &least))
			return false;
		most = least;
		buf_printf(r->out, "{%d", least);
		if (skip(r, ',')) {
			buf_char(r->out, ',');
			if (*r->s != '}') {
				if (!count(r, &most))
					return false;
				buf_printf(r->out, "%d", most);
			}
		}
		if (!skip(r, '}'))
			return refused(r, "a repetition in {..} is not "
			    "closed");
		if (most < least)
			return refused(r, "a repetition in {..} runs "
			    "backwards");
		buf_char(r->out, '}');
	} else if (one_of(*r->s, "?*+"))
		buf_char(r->out, (char)*r->s++);
	else
		return true;
	if (skip(r, '?'))
		buf_char(r->out, '?');
	return true;
}

static bool
branches(struct reader *r)
{
	for (;;)
		if (*r->s == 0 || *r->s == ')')
			return true;
		else if (skip(r, '|'))
			buf_char(r->out, '|');
		else if (!atom(r) || !repetition(r))
			return false;
}

/* The code points; flag x drops blanks that stand in no class. */
static const char *
taken(struct reader *r, const char *pattern, size_t len)
{
	size_t i = 0, n = 0;
	bool after = false;
	int within = 0;
	UChar32 c;

	while (i < len) {
		U8_NEXT(pattern, i, len, c);
		if (c <= 0)
			return "it is not text";
		if (r->flags.spaced && within == 0 && one_of(c, " \t\n\r"))
			continue;
		if (n == PATTERN_MAX)
			return "it has more than 2,000 characters";
		r->text[n++] = c;
		if (!after && c == '[')
			within++;
		if (!after && c == ']' && within > 0)
			within--;
		after = !after && c == '\\';
	}
	r->text[n] = 0;
	r->s = r->text;
	return NULL;
}

const char *
regex_syntax_flags(const char *s, size_t len, struct regex_flags *out)
{
	*out = (struct regex_flags){ 0 };
	for (; len > 0; s++, len--)
		switch (*s) {
		case 's':
			out->dot_all = true;
			break;
		case 'm':
			out->lines = true;
			break;
		case 'i':
			out->caseless = true;
			break;
		case 'x':
			out->spaced = true;
			break;
		case 'q':
			out->literal = true;
			break;
		default:
			return "there are the flags s, m, i, x and q, and no "
			    "others";
		}
	if (out->literal)
		out->spaced = false;
	return NULL;
}

const char *
regex_syntax(const char *pattern, size_t len, struct regex_flags flags,
    struct buf *out)
{
	struct reader r = { .flags = flags, .out = out };
	const char *why = taken(&r, pattern, len);

	if (why != NULL)
		return why;
	buf_text(out, "(?:)");		/* ICU knows no empty pattern */
	if (flags.literal) {
		while (*r.s != 0)
			alone(&r, *r.s++);
		return NULL;
	}
	if (branches(&r) && *r.s == ')')
		(void)refused(&r, "a group is closed that was not opened");
	return r.why;
}
