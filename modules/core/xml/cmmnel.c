/* SPDX-License-Identifier: MIT */
/* ${...} of other products in FEEL. */
#include "xml/cmmnel.h"

#include <stdarg.h>
#include <string.h>

#include "base/count.h"
#include "text/blank.h"

#define DEPTH 60		/* of parentheses and negations */

/* How tightly what was written holds together, loosest first. */
enum strength { OR, AND, COMPARED, ALONE };

struct piece {
	const char *text;	/* FEEL; NULL: why says what is wrong */
	enum strength strength;
};

struct el {
	struct arena *arena;
	const char *at;
	struct cmmnel_name **names;
	const char *why;
	int depth;
};

static struct piece read_or(struct el *);
static struct piece refuse(struct el *, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

static struct piece
refuse(struct el *e, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	if (e->why == NULL)
		e->why = arena_vprintf(e->arena, fmt, ap);
	va_end(ap);
	return (struct piece){ NULL, ALONE };
}

static bool
is_start(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static void
skip(struct el *e)
{
	e->at += strspn(e->at, BLANK);
}

static size_t
name_length(const char *at)
{
	size_t n = 0;

	if (is_start(*at))
		while (is_start(at[n]) || is_digit(at[n]))
			n++;
	return n;
}

/* Takes a sign, or a word that stands alone. */
static bool
take(struct el *e, const char *word)
{
	size_t len = strlen(word);

	skip(e);
	if (strncmp(e->at, word, len) != 0 ||
	    (is_start(*word) && name_length(e->at) != len))
		return false;
	e->at += len;
	return true;
}

/* Held together as the place wants it. */
static const char *
held(struct el *e, struct piece p, enum strength wanted)
{
	return p.strength >= wanted ? p.text :
	    arena_printf(e->arena, "(%s)", p.text);
}

static bool
is_feel_word(const char *word)
{
	static const char *const words[] = { "for", "if", "then", "else",
	    "in", "some", "every", "satisfies", "return", "between", "and",
	    "or", "function", "external", "instance", "of" };
	size_t i;

	for (i = 0; i < COUNT(words); i++)
		if (strcmp(words[i], word) == 0)
			return true;
	return false;
}

static void
add_name(struct el *e, const char *name)
{
	struct cmmnel_name **at, *n;

	for (at = e->names; *at != NULL; at = &(*at)->next)
		if (strcmp((*at)->name, name) == 0)
			return;
	n = arena_alloc(e->arena, sizeof(*n));
	n->name = name;
	*at = n;
}

/* How other products read a variable, which needs no call in FEEL. */
enum reading { GET, GET_OR, IS_THERE, IS_EMPTY, IS_NOT_EMPTY, EQUAL,
	NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL };
static const struct {
	const char *function;
	enum reading is;
} readings[] = {
	{ "get", GET }, { "getVariable", GET }, { "getOrDefault", GET_OR },
	{ "exists", IS_THERE }, { "exist", IS_THERE },
	{ "hasVariable", IS_THERE }, { "isEmpty", IS_EMPTY },
	{ "empty", IS_EMPTY }, { "isNotEmpty", IS_NOT_EMPTY },
	{ "notEmpty", IS_NOT_EMPTY }, { "equals", EQUAL }, { "eq", EQUAL },
	{ "notEquals", NOT_EQUAL }, { "ne", NOT_EQUAL },
	{ "lessThan", LESS }, { "lt", LESS }, { "lesserThan", LESS },
	{ "lessThanOrEquals", LESS_EQUAL }, { "lte", LESS_EQUAL },
	{ "greaterThan", GREATER }, { "gt", GREATER },
	{ "greaterThanOrEquals", GREATER_EQUAL }, { "gte", GREATER_EQUAL },
	{ NULL, GET }
};
static const char *const holders[] = {
	"var:", "vars:", "variables:", "caseInstance.", "planItemInstance.",
	"caseExecution.", "execution.", "variableContainer.", NULL
};

/* “vars:get(”: what it reads; the text is left behind the parenthesis. */
static bool
is_reading(struct el *e, enum reading *out)
{
	const char *at;
	size_t i, len;

	for (i = 0; holders[i] != NULL; i++)
		if (strncmp(e->at, holders[i], strlen(holders[i])) == 0)
			break;
	if (holders[i] == NULL)
		return false;
	at = e->at + strlen(holders[i]);
	len = name_length(at);
	for (i = 0; readings[i].function != NULL; i++)
		if (strlen(readings[i].function) == len &&
		    strncmp(readings[i].function, at, len) == 0)
			break;
	at += len + strspn(at + len, " ");
	if (readings[i].function == NULL || *at != '(')
		return false;
	*out = readings[i].is;
	e->at = at + 1;
	return true;
}

/* x or 'x' */
static const char *
read_variable(struct el *e)
{
	const char *name;
	size_t len;
	char quote;

	skip(e);
	quote = *e->at == '\'' || *e->at == '"' ? *e->at++ : '\0';
	len = name_length(e->at);
	name = arena_textn(e->arena, e->at, len);
	e->at += len;
	if (len == 0 || (quote != '\0' && *e->at++ != quote)) {
		refuse(e, "a variable without a plain name");
		return NULL;
	}
	if (is_feel_word(name)) {
		refuse(e, "the name “%s”, which is a word of FEEL", name);
		return NULL;
	}
	add_name(e, name);
	return name;
}

static struct piece
read_reading(struct el *e, enum reading what)
{
	static const char *const signs[] = { "=", "!=", "<", "<=", ">",
	    ">=" };
	const char *name = read_variable(e);
	struct piece p = { "", ALONE };

	if (name == NULL)
		return (struct piece){ NULL, ALONE };
	if (what == GET_OR || what >= EQUAL) {
		if (!take(e, ","))
			return refuse(e, "a call with too little in it");
		p = read_or(e);
		if (p.text == NULL)
			return p;
	}
	if (!take(e, ")"))
		return refuse(e, "a parenthesis that is not closed");
	switch (what) {
	case GET:
		return (struct piece){ name, ALONE };
	case GET_OR:
		return (struct piece){ arena_printf(e->arena,
		    "(if %s = null then %s else %s)", name, p.text, name),
		    ALONE };
	case IS_THERE:
		return (struct piece){ arena_printf(e->arena, "%s != null",
		    name), COMPARED };
	case IS_EMPTY:
	case IS_NOT_EMPTY:
		return (struct piece){ arena_printf(e->arena, "(%s = null or "
		    "%s = \"\" or %s = [])%s", name, name, name,
		    what == IS_EMPTY ? "" : " != true"),
		    what == IS_EMPTY ? ALONE : COMPARED };
	default:
		return (struct piece){ arena_printf(e->arena, "%s %s %s",
		    name, signs[what - EQUAL], held(e, p, ALONE)),
		    COMPARED };
	}
}

/* a.b.c */
static struct piece
read_path(struct el *e)
{
	const char *start = e->at, *name = NULL, *part;
	size_t len;

	for (;;) {
		len = name_length(e->at);
		part = arena_textn(e->arena, e->at, len);
		if (len == 0)
			return refuse(e, "a path without a name after its "
			    "point");
		if (is_feel_word(part))
			return refuse(e, "the name “%s”, which is a word of "
			    "FEEL", part);
		if (name == NULL)
			name = part;
		e->at += len;
		if (*e->at != '.')
			break;
		e->at++;
	}
	len = (size_t)(e->at - start);
	part = arena_textn(e->arena, start, len);
	if (*e->at == ':')
		return refuse(e, "the call “%s:%.*s”", part,
		    (int)name_length(e->at + 1), e->at + 1);
	skip(e);
	if (*e->at == '(')
		return refuse(e, "the call “%s”", part);
	if (*e->at == '[')
		return refuse(e, "the index behind “%s”", part);
	add_name(e, name);
	return (struct piece){ part, ALONE };
}

static struct piece
read_text(struct el *e)
{
	char *text = arena_alloc(e->arena, 2 * strlen(e->at) + 3), *to = text;
	char quote = *e->at++;

	*to++ = '"';
	for (; *e->at != quote; e->at++) {
		if (*e->at == '\\' && e->at[1] != '\0')
			e->at++;
		if (*e->at == '\0')
			return refuse(e, "a text that does not end");
		if (*e->at == '"' || *e->at == '\\')
			*to++ = '\\';
		*to++ = *e->at;
	}
	e->at++;
	*to = '"';
	return (struct piece){ text, ALONE };
}

static struct piece
read_number(struct el *e, const char *sign)
{
	const char *start = e->at;
	size_t len;

	while (is_digit(*e->at))
		e->at++;
	if (*e->at == '.' && is_digit(e->at[1]))
		for (e->at++; is_digit(*e->at); e->at++)
			;
	len = (size_t)(e->at - start);
	if (len == 0 || is_start(*e->at))
		return refuse(e, "the number “%.*s”",
		    (int)(len + name_length(e->at)), start);
	return (struct piece){ arena_printf(e->arena, "%s%.*s", sign,
	    (int)len, start), ALONE };
}

static struct piece
read_value(struct el *e)
{
	enum reading what;
	struct piece p;

	skip(e);
	if (is_reading(e, &what))
		return read_reading(e, what);
	if (take(e, "(")) {
		p = read_or(e);
		if (p.text == NULL)
			return p;
		if (!take(e, ")"))
			return refuse(e, "a parenthesis that is not closed");
		return (struct piece){ held(e, p, ALONE), ALONE };
	}
	if (*e->at == '\'' || *e->at == '"')
		return read_text(e);
	if (is_digit(*e->at))
		return read_number(e, "");
	if (*e->at == '-' && is_digit(e->at[1])) {
		e->at++;
		return read_number(e, "-");
	}
	if (take(e, "true") || take(e, "false") || take(e, "null"))
		return (struct piece){ e->at[-2] == 'l' ? "null" :
		    e->at[-2] == 'u' ? "true" : "false", ALONE };
	if (is_start(*e->at))
		return read_path(e);
	if (*e->at == '\0')
		return refuse(e, "an expression that ends too early");
	return refuse(e, "the sign “%c”", *e->at);
}

static struct piece
read_negated(struct el *e)
{
	const char *text;
	struct piece p;
	bool empty = false;

	skip(e);
	if (e->at[0] == '!' && e->at[1] == '=')
		return refuse(e, "a comparison with nothing before it");
	if (!take(e, "!") && !take(e, "not") && !(empty = take(e, "empty")))
		return read_value(e);
	if (e->depth++ >= DEPTH)
		return refuse(e, "too many negations in each other");
	p = read_negated(e);
	e->depth--;
	if (p.text == NULL)
		return p;
	text = held(e, p, ALONE);
	return (struct piece){ empty ? arena_printf(e->arena, "(%s = null or "
	    "%s = \"\" or %s = [])", text, text, text) :
	    arena_printf(e->arena, "%s != true", text),
	    empty ? ALONE : COMPARED };
}

static struct piece
read_comparison(struct el *e)
{
	static const char *const signs[][2] = {
		{ "==", "=" }, { "!=", "!=" }, { "<=", "<=" },
		{ ">=", ">=" }, { "<", "<" }, { ">", ">" }, { "eq", "=" },
		{ "ne", "!=" }, { "le", "<=" }, { "ge", ">=" },
		{ "lt", "<" }, { "gt", ">" }
	};
	struct piece left = read_negated(e), right;
	size_t i;

	if (left.text == NULL)
		return left;
	for (i = 0; i < COUNT(signs); i++)
		if (take(e, signs[i][0]))
			break;
	if (i == COUNT(signs))
		return left;
	right = read_negated(e);
	if (right.text == NULL)
		return right;
	return (struct piece){ arena_printf(e->arena, "%s %s %s",
	    held(e, left, ALONE), signs[i][1], held(e, right, ALONE)),
	    COMPARED };
}

static struct piece
read_and(struct el *e)
{
	struct piece left = read_comparison(e), right;

	while (left.text != NULL && (take(e, "&&") || take(e, "and"))) {
		right = read_comparison(e);
		if (right.text == NULL)
			return right;
		left = (struct piece){ arena_printf(e->arena, "%s and %s",
		    held(e, left, AND), held(e, right, COMPARED)), AND };
	}
	return left;
}

static struct piece
read_or(struct el *e)
{
	struct piece left, right;

	if (e->depth++ >= DEPTH)
		return refuse(e, "too many parentheses in each other");
	left = read_and(e);
	while (left.text != NULL && (take(e, "||") || take(e, "or"))) {
		right = read_and(e);
		if (right.text == NULL)
			return right;
		left = (struct piece){ arena_printf(e->arena, "%s or %s",
		    left.text, held(e, right, AND)), OR };
	}
	e->depth--;
	return left;
}

bool
cmmnel_is(const char *text)
{
	return *text != '"' && (strstr(text, "${") != NULL ||
	    strstr(text, "#{") != NULL);
}

/* What stands behind a whole expression, as people call it. */
static struct piece
left_over(struct el *e)
{
	size_t len = name_length(e->at);

	if (*e->at == '?')
		return refuse(e, "the choice “? :”");
	if (len > 0)
		return refuse(e, "the word “%.*s”", (int)len, e->at);
	return refuse(e, "the sign “%c”", *e->at);
}

const char *
cmmnel_feel(struct arena *a, const char *text, struct cmmnel_name **names,
    const char **why)
{
	struct el e = { .arena = a, .names = names };
	struct piece p;

	text += strspn(text, BLANK);
	if (strlen(text) > CMMNEL_MAX)
		p = refuse(&e, "more than %d characters", CMMNEL_MAX);
	else if ((*text != '$' && *text != '#') || text[1] != '{')
		p = refuse(&e, "text around “${}”");
	else {
		e.at = text + 2;
		p = read_or(&e);
		skip(&e);
		if (p.text != NULL && *e.at != '}')
			p = *e.at == '\0' ? refuse(&e, "no “}” at its end") :
			    left_over(&e);
		else if (p.text != NULL && !blank_only(e.at + 1))
			p = refuse(&e, "text around “${}”");
	}
	*why = e.why;
	return p.text;
}
