/* SPDX-License-Identifier: MIT */
/* The words of a text: literals, signs, names (10.3.1.2). */
#include "rules/feel/feel_lexer.h"

#include <string.h>

#include "base/buf.h"
#include "base/count.h"
#include "rules/feel/feel_number.h"

static const struct {
	const char *word;
	enum feel_token token;
} keywords[] = {
	{ "and", FEEL_AND }, { "or", FEEL_OR }, { "if", FEEL_IF },
	{ "then", FEEL_THEN }, { "else", FEEL_ELSE }, { "for", FEEL_FOR },
	{ "in", FEEL_IN }, { "return", FEEL_RETURN }, { "some", FEEL_SOME },
	{ "every", FEEL_EVERY }, { "satisfies", FEEL_SATISFIES },
	{ "between", FEEL_BETWEEN }, { "instance", FEEL_INSTANCE },
	{ "function", FEEL_DEFINE }, { "true", FEEL_TRUE },
	{ "false", FEEL_FALSE }, { "null", FEEL_NOTHING }
};

static const struct {
	const char *sign;
	enum feel_token token;
} signs[] = {
	{ "**", FEEL_POWER }, { "!=", FEEL_NOT_EQUAL },
	{ "<=", FEEL_LESS_EQUAL }, { ">=", FEEL_MORE_EQUAL },
	{ "..", FEEL_DOTS }, { "->", FEEL_ARROW }
};

/* The code point at a place of well-formed UTF-8, and its bytes. */
static uint32_t
point(const struct feel_lexer *x, size_t at, size_t *bytes)
{
	const unsigned char *s = (const unsigned char *)x->text + at;
	size_t left = x->len - at;

	*bytes = 1;
	if (left == 0)
		return 0;
	if (s[0] < 0xc0)
		return s[0];
	*bytes = s[0] >= 0xf0 ? 4 : s[0] >= 0xe0 ? 3 : 2;
	if (*bytes > left) {
		*bytes = left;
		return 0xfffd;
	}
	switch (*bytes) {
	case 2:
		return (s[0] & 0x1fU) << 6 | (s[1] & 0x3fU);
	case 3:
		return (s[0] & 0x0fU) << 12 | (s[1] & 0x3fU) << 6 |
		    (s[2] & 0x3fU);
	default:
		return (s[0] & 0x07U) << 18 | (s[1] & 0x3fU) << 12 |
		    (s[2] & 0x3fU) << 6 | (s[3] & 0x3fU);
	}
}

/* Rules 61, 62. */
static bool
blank(uint32_t c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 ||
	    c == 0xa0 || c == 0x1680 || c == 0x180e ||
	    (c >= 0x2000 && c <= 0x200b) || c == 0x2028 || c == 0x2029 ||
	    c == 0x202f || c == 0x205f || c == 0x3000 || c == 0xfeff;
}

static bool
starts(uint32_t c)		/* rule 28 */
{
	if (c < 0x80)
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		    c == '_' || c == '?';
	return (c >= 0xc0 && c != 0xd7 && c != 0xf7 && c <= 0x2ff) ||
	    (c >= 0x370 && c <= 0x1fff && c != 0x37e && c != 0x1680 &&
	    c != 0x180e) || c == 0x200c || c == 0x200d ||
	    (c >= 0x2070 && c <= 0x218f) || (c >= 0x2c00 && c <= 0x2fef) ||
	    (c >= 0x3001 && c <= 0xd7ff) || (c >= 0xf900 && c <= 0xfdcf) ||
	    (c >= 0xfdf0 && c < 0xfeff) || (c > 0xfeff && c < 0xfffd) ||
	    (c >= 0x10000 && c <= 0xeffff);
}

static bool
continues(uint32_t c)		/* rule 29 */
{
	return starts(c) || (c >= '0' && c <= '9') || c == 0xb7 ||
	    (c >= 0x300 && c <= 0x36f) || c == 0x203f || c == 0x2040;
}

static size_t
skip_blank(const struct feel_lexer *x, size_t at)
{
	size_t bytes;

	while (at < x->len && blank(point(x, at, &bytes)))
		at += bytes;
	return at;
}

size_t
feel_lexer_skip(const struct feel_lexer *x, size_t at)
{
	size_t end;

	for (;;) {
		at = skip_blank(x, at);
		if (x->len - at < 2 || x->text[at] != '/' ||
		    (x->text[at + 1] != '/' && x->text[at + 1] != '*'))
			return at;
		if (x->text[at + 1] == '/') {
			while (at < x->len && x->text[at] != '\n')
				at++;
			continue;
		}
		for (end = at + 2; x->len - end >= 2; end++)
			if (memcmp(x->text + end, "*/", 2) == 0)
				break;
		if (x->len - end < 2)	/* never closed: no remark */
			return at;
		at = end + 2;
	}
}

size_t
feel_lexer_word(const struct feel_lexer *x, size_t at)
{
	size_t bytes;

	if (at >= x->len || !starts(point(x, at, &bytes)))
		return at;
	while (at < x->len && continues(point(x, at, &bytes)))
		at += bytes;
	return at;
}

/* The end of a word or sign of a name. */
static size_t
part(const struct feel_lexer *x, size_t at)
{
	size_t bytes, end = at;

	while (end < x->len && continues(point(x, end, &bytes)))
		end += bytes;
	if (end != at || at >= x->len)
		return end;
	(void)point(x, at, &bytes);
	return at + bytes;
}

/* Names in scope may begin with anything that a model gave them. */
size_t
feel_lexer_name(const struct feel_lexer *x, size_t at,
    struct feel_string name)
{
	const struct feel_lexer n = { .text = name.text, .len = name.len };
	size_t i = 0, next, end;

	if (name.len == 0 || at >= x->len || name.text[0] != x->text[at])
		return 0;
	for (;;) {
		next = part(&n, i);
		end = part(x, at);
		if (end - at != next - i ||
		    memcmp(x->text + at, name.text + i, end - at) != 0)
			return 0;
		if ((i = skip_blank(&n, next)) >= name.len)
			return end;
		at = skip_blank(x, end);
	}
}

static struct feel_string
tidy(const struct feel_lexer *x, size_t at, size_t end)
{
	char *out = arena_room(x->arena, end - at + 1);
	size_t n = 0, next;

	while (at < end) {
		if ((next = skip_blank(x, at)) > at) {
			if (next < end && n != 0)
				out[n++] = ' ';
			at = next;
		} else
			out[n++] = x->text[at++];
	}
	out[n] = '\0';
	return (struct feel_string){ out, n };
}

size_t
feel_lexer_given(const struct feel_lexer *x, size_t at, const char *stops,
    const char *word, struct feel_string *out)
{
	size_t start = at, bytes, end, n = word == NULL ? 0 : strlen(word);

	if (feel_lexer_word(x, at) == at)
		return 0;
	while (at < x->len && strchr(stops, x->text[at]) == NULL) {
		if (n != 0 && at > start && (end = feel_lexer_word(x, at)) ==
		    at + n && memcmp(x->text + at, word, n) == 0)
			break;
		(void)point(x, at, &bytes);
		if ((end = feel_lexer_word(x, at)) != at)
			at = end;
		else if (strchr("\"\\{}[]()<>=,;:@!#&|", x->text[at]) != NULL)
			return 0;
		else
			at += bytes;
	}
	if (at >= x->len)
		return 0;
	*out = tidy(x, start, at);
	return at;
}

static void
bad(struct feel_lexer *x, const char *why)
{
	x->token = FEEL_BAD;
	x->why = why;
}

static void
utf8(struct buf *b, uint32_t c)
{
	char s[4];

	if (c < 0x80) {
		buf_char(b, (char)c);
		return;
	}
	s[3] = (char)(0x80 | (c & 0x3f));
	s[2] = (char)(0x80 | (c >> 6 & 0x3f));
	s[1] = (char)(0x80 | (c >> 12 & 0x3f));
	if (c < 0x800) {
		s[2] = (char)(0xc0 | c >> 6);
		buf_add(b, s + 2, 2);
	} else if (c < 0x10000) {
		s[1] = (char)(0xe0 | c >> 12);
		buf_add(b, s + 1, 3);
	} else {
		s[0] = (char)(0xf0 | c >> 18);
		buf_add(b, s, 4);
	}
}

static bool
hex(const struct feel_lexer *x, size_t at, size_t n, uint32_t *out)
{
	char c;

	if (at > x->len || x->len - at < n)
		return false;
	for (*out = 0; n > 0; n--, at++) {
		c = x->text[at];
		if (c >= '0' && c <= '9')
			c = (char)(c - '0');
		else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'f')
			c = (char)((c | 0x20) - 'a' + 10);
		else
			return false;
		*out = *out << 4 | (uint32_t)c;
	}
	return true;
}

/* \uD83D\uDCA9 and \U01F4A9 are one code point each (rule 64). */
static size_t
code_point(struct feel_lexer *x, size_t at, struct buf *b)
{
	size_t n = x->text[at] == 'u' ? 4 : 6;
	uint32_t c, low;

	if (!hex(x, at + 1, n, &c))
		return 0;
	at += 1 + n;
	if (c >= 0xd800 && c < 0xdc00 && x->len - at >= 2 &&
	    x->text[at] == '\\' && x->text[at + 1] == 'u' &&
	    hex(x, at + 2, 4, &low) && low >= 0xdc00 && low < 0xe000) {
		c = 0x10000 + ((c & 0x3ff) << 10) + (low & 0x3ff);
		at += 6;
	}
	if (c == 0 || c > 0x10ffff || (c >= 0xd800 && c < 0xe000))
		return 0;
	utf8(b, c);
	return at;
}

/* After a backslash; what is no escape stays as it is, for patterns. */
static size_t
escape(struct feel_lexer *x, size_t at, struct buf *b)
{
	char c = x->text[at];

	switch (c) {
	case 'n':
		buf_char(b, '\n');
		break;
	case 'r':
		buf_char(b, '\r');
		break;
	case 't':
		buf_char(b, '\t');
		break;
	case '"':
	case '\'':
	case '\\':
		buf_char(b, c);
		break;
	case 'u':
	case 'U':
		return code_point(x, at, b);
	default:
		buf_char(b, '\\');
		buf_char(b, c);
	}
	return at + 1;
}

static void
string(struct feel_lexer *x, size_t at)
{
	struct buf b = { 0 };
	size_t start = ++at;

	while (at < x->len && x->text[at] != '"') {
		if (x->text[at] != '\\') {
			buf_char(&b, x->text[at++]);
			continue;
		}
		if (++at >= x->len || (at = escape(x, at, &b)) == 0) {
			bad(x, "There is no such character.");
			buf_free(&b);
			return;
		}
	}
	if (at >= x->len)
		bad(x, "The text is not closed by a quotation mark.");
	else {
		x->token = FEEL_LITERAL;
		x->value = feel_value_string(b.len == at - start ?
		    x->text + start : arena_textn(x->arena,
		    b.len == 0 ? "" : b.data, b.len), b.len);
		x->end = at + 1;
	}
	buf_free(&b);
}

static bool
digit(const struct feel_lexer *x, size_t at)
{
	return at < x->len && x->text[at] >= '0' && x->text[at] <= '9';
}

static size_t
digits(const struct feel_lexer *x, size_t at)
{
	while (digit(x, at))
		at++;
	return at;
}

static void
number(struct feel_lexer *x, size_t at)
{
	size_t start = at, e;

	at = digits(x, at);
	if (at < x->len && x->text[at] == '.' && digit(x, at + 1))
		at = digits(x, at + 1);
	if (at < x->len && (x->text[at] | 0x20) == 'e') {
		e = at + 1;
		if (e < x->len && (x->text[e] == '+' || x->text[e] == '-'))
			e++;
		if (digit(x, e))
			at = digits(x, e);
	}
	x->end = at;
	x->token = FEEL_LITERAL;
	if (!feel_number_parse(x->text + start, at - start, &x->value))
		bad(x, "The number is too large.");
}

static void
word(struct feel_lexer *x, size_t at)
{
	size_t i, n;

	x->token = FEEL_WORD;
	x->end = feel_lexer_word(x, at);
	n = x->end - at;
	for (i = 0; i < COUNT(keywords); i++)
		if (strlen(keywords[i].word) == n &&
		    memcmp(keywords[i].word, x->text + at, n) == 0)
			x->token = keywords[i].token;
}

static void
sign(struct feel_lexer *x, size_t at)
{
	size_t i;

	for (i = 0; i < COUNT(signs); i++)
		if (x->len - at >= 2 &&
		    memcmp(signs[i].sign, x->text + at, 2) == 0) {
			x->token = signs[i].token;
			x->end = at + 2;
			return;
		}
	x->end = at + 1;
	x->token = FEEL_SIGN + (unsigned char)x->text[at];
	if (strchr("()[]{},:+-*/=<>.", x->text[at]) == NULL)
		bad(x, "This sign has no meaning here.");
}

void
feel_lexer_next(struct feel_lexer *x)
{
	feel_lexer_jump(x, x->end);
}

void
feel_lexer_jump(struct feel_lexer *x, size_t end)
{
	size_t at = feel_lexer_skip(x, end), next;

	for (next = x->start; next < at; next++)
		x->line += x->text[next] == '\n';
	x->start = x->end = at;
	if (at >= x->len)
		x->token = FEEL_END;
	else if (x->text[at] == '"')
		string(x, at);
	else if (digit(x, at) || (x->text[at] == '.' && digit(x, at + 1)))
		number(x, at);
	else if (x->text[at] == '@' &&
	    (next = feel_lexer_skip(x, at + 1)) < x->len &&
	    x->text[next] == '"') {
		string(x, next);
		if (x->token == FEEL_LITERAL)
			x->token = FEEL_AT;
	} else if (feel_lexer_word(x, at) != at)
		word(x, at);
	else
		sign(x, at);
}

void
feel_lexer_start(struct feel_lexer *x, struct arena *a, const char *text,
    size_t len)
{
	*x = (struct feel_lexer){ .arena = a, .text = text, .len = len,
	    .line = 1 };
	feel_lexer_next(x);
}

void
feel_lexer_place(const struct feel_lexer *x, size_t at, int *line,
    int *column)
{
	size_t i, bytes;

	*line = *column = 1;
	for (i = 0; i < at && i < x->len; i += bytes) {
		++*column;
		if (point(x, i, &bytes) == '\n') {
			++*line;
			*column = 1;
		}
	}
}
