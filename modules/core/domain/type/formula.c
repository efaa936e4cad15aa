/* SPDX-License-Identifier: MIT */
/* Pieces of an expression: grammar rules 27 to 30, strings and comments. */
#include "domain/type/formula.h"

#include <string.h>

static bool
is_start(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
	    c == '?' || (unsigned char)c >= 0x80;
}

static bool
is_part(char c)
{
	return is_start(c) || (c >= '0' && c <= '9');
}

static size_t
comment(const char *s)
{
	const char *end;

	if (strncmp(s, "//", 2) == 0)
		return strcspn(s, "\n");
	if (strncmp(s, "/*", 2) != 0)
		return 0;
	end = strstr(s + 2, "*/");
	return end == NULL ? strlen(s) : (size_t)(end + 2 - s);
}

/* A string with both its quotes. */
static size_t
quoted(const char *s)
{
	size_t n = 1;

	while (s[n] != '\0' && s[n] != '"')
		n += s[n] == '\\' && s[n + 1] != '\0' ? 2 : 1;
	return s[n] == '"' ? n + 1 : n;
}

/* What is neither name nor string: blanks, signs, numbers, comments. */
static size_t
other(const char *s)
{
	size_t n = 0, more;

	while (s[n] != '\0' && s[n] != '"' && !is_start(s[n]))
		if ((more = comment(s + n)) > 0)
			n += more;
		else if (s[n] >= '0' && s[n] <= '9')
			while (is_part(s[n]))	/* 1e5 is no name */
				n++;
		else
			n++;
	return n;
}

/* The piece before ends in one point: what follows is a member. */
static bool
is_path(const struct formula_piece *before)
{
	size_t n = before->len;

	if (before->kind != FORMULA_OTHER || n == 0)
		return false;
	while (n > 0 && strchr(" \t\r\n", before->text[n - 1]) != NULL)
		n--;
	return n > 0 && before->text[n - 1] == '.' &&
	    (n == 1 || before->text[n - 2] != '.');
}

bool
formula_next(const char **at, struct formula_piece *out)
{
	struct formula_piece before = *out;

	if (**at == '\0')
		return false;
	out->text = *at;
	out->kind = FORMULA_OTHER;
	if (**at == '"') {
		out->kind = FORMULA_STRING;
		out->len = quoted(*at);
	} else if (is_start(**at)) {
		for (out->len = 1; is_part((*at)[out->len]);)
			out->len++;
		out->kind = is_path(&before) ? FORMULA_MEMBER : FORMULA_NAME;
	} else
		out->len = other(*at);
	*at += out->len;
	return true;
}

bool
formula_is(const struct formula_piece *p, const char *name)
{
	return p->kind != FORMULA_STRING && strlen(name) == p->len &&
	    memcmp(p->text, name, p->len) == 0;
}

bool
formula_uses(const char *feel, const char *name)
{
	struct formula_piece p = { 0 };

	if (strstr(feel, name) == NULL)	/* most names, without reading it */
		return false;
	while (formula_next(&feel, &p))
		if (p.kind == FORMULA_NAME && formula_is(&p, name))
			return true;
	return false;
}
