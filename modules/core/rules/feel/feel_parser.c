/* SPDX-License-Identifier: MIT */
/* Expressions by how strongly their operators bind (rules 1 to 24). */
#include "rules/feel/feel_parser.h"

#include <stdarg.h>
#include <string.h>

#include "base/count.h"
#include "rules/feel/feel_temporal.h"

bool
feel_parser_at(const struct feel_parser *p, enum feel_token token)
{
	return !p->failed && p->x.token == token;
}

static void
fault(struct feel_parser *p, int kind, size_t at, const char *text)
{
	struct feel_fault *f;

	if (p->n_faults++ >= FEEL_PARSER_FAULTS)
		return;
	f = arena_alloc(p->arena, sizeof(*f));
	feel_lexer_place(&p->x, at, &f->line, &f->column);
	f->kind = kind;
	f->text = text;
	*p->faults_end = f;
	p->faults_end = &f->next;
}

void
feel_parser_fault(struct feel_parser *p, int kind, size_t at,
    const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	fault(p, kind, at, arena_vprintf(p->arena, fmt, ap));
	va_end(ap);
}

const struct feel_node *
feel_parser_fail(struct feel_parser *p, int kind, const char *fmt, ...)
{
	va_list ap;

	if (!p->failed) {
		va_start(ap, fmt);
		fault(p, kind, p->x.start, arena_vprintf(p->arena, fmt, ap));
		va_end(ap);
	}
	p->failed = true;
	return feel_make_constant(p, feel_value_null);
}

static const char *
spelled(struct feel_parser *p, enum feel_token token)
{
	static const char *const words[] = {
		[FEEL_END] = "the end", [FEEL_POWER] = "**",
		[FEEL_NOT_EQUAL] = "!=", [FEEL_LESS_EQUAL] = "<=",
		[FEEL_MORE_EQUAL] = ">=", [FEEL_DOTS] = "..",
		[FEEL_ARROW] = "->", [FEEL_AND] = "and", [FEEL_OR] = "or",
		[FEEL_IF] = "if", [FEEL_THEN] = "then",
		[FEEL_ELSE] = "else", [FEEL_FOR] = "for", [FEEL_IN] = "in",
		[FEEL_RETURN] = "return", [FEEL_SOME] = "some",
		[FEEL_EVERY] = "every", [FEEL_SATISFIES] = "satisfies",
		[FEEL_BETWEEN] = "between", [FEEL_INSTANCE] = "instance",
		[FEEL_DEFINE] = "function", [FEEL_TRUE] = "true",
		[FEEL_FALSE] = "false", [FEEL_NOTHING] = "null"
	};

	if (token > FEEL_SIGN)
		return arena_printf(p->arena, "%c", token - FEEL_SIGN);
	if (token == FEEL_WORD || token == FEEL_LITERAL || token == FEEL_AT)
		return arena_textn(p->arena, p->x.text + p->x.start,
		    p->x.end - p->x.start > 40 ? 40 : p->x.end - p->x.start);
	return words[token];
}

const struct feel_node *
feel_parser_unexpected(struct feel_parser *p, const char *wanted)
{
	if (p->x.token == FEEL_BAD)
		return feel_parser_fail(p, FEEL_FAULT_SYNTAX, "%s",
		    p->x.why);
	if (p->x.token == FEEL_END)
		return feel_parser_fail(p, FEEL_FAULT_SYNTAX,
		    "Expected %s, but the text ends.", wanted);
	return feel_parser_fail(p, FEEL_FAULT_SYNTAX,
	    "Expected %s, but found “%s”.", wanted,
	    spelled(p, p->x.token));
}

bool
feel_parser_take(struct feel_parser *p, enum feel_token token)
{
	if (p->failed)
		return false;
	if (p->x.token != token) {
		(void)feel_parser_unexpected(p, token == FEEL_END ?
		    "the end of the text" :
		    arena_printf(p->arena, "“%s”", spelled(p, token)));
		return false;
	}
	feel_lexer_next(&p->x);
	return true;
}

static const struct feel_node *
word(struct feel_parser *p, struct feel_value v)
{
	feel_lexer_next(&p->x);
	return feel_make_constant(p, v);
}

/* Rule 65: what is no date, time or duration is null when it is run. */
static const struct feel_node *
at_literal(struct feel_parser *p)
{
	struct feel_string s = p->x.value.string;
	struct feel_value v;
	const char *why;

	if (feel_temporal_any(p->arena, s.text, s.len, &v))
		return word(p, v);
	why = arena_printf(p->arena, "“%.*s” is not a date, a time or a "
	    "duration.",
	    feel_value_shown(s), s.text);
	feel_parser_fault(p, FEEL_FAULT_TYPE, p->x.start, "%s", why);
	feel_lexer_next(&p->x);
	return feel_make_unknown(p, why);
}

static const struct feel_node *
choice(struct feel_parser *p)
{
	struct feel_node *n = feel_make_node(p, FEEL_NODE_IF);
	size_t at = p->x.start;

	feel_lexer_next(&p->x);
	n->a = feel_parser_expression(p);
	(void)feel_parser_take(p, FEEL_THEN);
	n->b = feel_parser_expression(p);
	(void)feel_parser_take(p, FEEL_ELSE);
	n->c = feel_parser_expression(p);
	return feel_make_finish(p, n, at);
}

static const struct feel_node *
primary(struct feel_parser *p)
{
	if (p->x.token != FEEL_PARSER_SIGN('('))
		p->tests = false;
	if ((p->x.token == FEEL_LITERAL || p->x.token == FEEL_BAD ||
	    (p->x.token >= FEEL_AND && p->x.token < FEEL_SIGN)) &&
	    feel_name_begins(p))
		return feel_name(p);
	switch ((int)p->x.token) {
	case FEEL_LITERAL:
		return word(p, p->x.value);
	case FEEL_TRUE:
	case FEEL_FALSE:
		return word(p, feel_value_boolean(p->x.token == FEEL_TRUE));
	case FEEL_NOTHING:
		return word(p, feel_value_null);
	case FEEL_AT:
		return at_literal(p);
	case FEEL_WORD:
		return feel_name(p);
	case FEEL_IF:
		return choice(p);
	case FEEL_FOR:
		return feel_primary_iterate(p, FEEL_NODE_FOR);
	case FEEL_SOME:
		return feel_primary_iterate(p, FEEL_NODE_SOME);
	case FEEL_EVERY:
		return feel_primary_iterate(p, FEEL_NODE_EVERY);
	case FEEL_DEFINE:
		return feel_primary_function(p);
	case FEEL_SIGN + '(':
		return feel_primary_paren(p);
	case FEEL_SIGN + '[':
	case FEEL_SIGN + ']':
		return feel_primary_bracket(p);
	case FEEL_SIGN + '{':
		return feel_primary_context(p);
	case FEEL_SIGN + '<':
	case FEEL_SIGN + '>':
	case FEEL_SIGN + '=':
	case FEEL_LESS_EQUAL:
	case FEEL_MORE_EQUAL:
	case FEEL_NOT_EQUAL:
		return feel_primary_half(p);
	default:
		return feel_parser_unexpected(p, "a value");
	}
}

/* Negation binds more strongly than any of two operands (rule 4). */
static const struct feel_node *
negated(struct feel_parser *p)
{
	struct feel_node *n;
	size_t at = p->x.start;

	if (p->failed || !feel_parser_at(p, FEEL_PARSER_SIGN('-')))
		return feel_postfix(p, primary(p));
	if (++p->depth > FEEL_PARSER_DEPTH)
		return feel_parser_fail(p, FEEL_FAULT_LIMIT,
		    "The text is nested too deeply.");
	n = feel_make_node(p, FEEL_NODE_NEGATE);
	feel_lexer_next(&p->x);
	n->a = negated(p);
	p->depth--;
	return feel_make_finish(p, n, at);
}

static const struct {
	int token;
	int binding;
	enum feel_node_kind kind;
} operators[] = {
	{ FEEL_OR, 1, FEEL_NODE_OR },
	{ FEEL_AND, 2, FEEL_NODE_AND },
	{ FEEL_SIGN + '=', 3, FEEL_NODE_EQUAL },
	{ FEEL_NOT_EQUAL, 3, FEEL_NODE_NOT_EQUAL },
	{ FEEL_SIGN + '<', 3, FEEL_NODE_LESS },
	{ FEEL_LESS_EQUAL, 3, FEEL_NODE_LESS_EQUAL },
	{ FEEL_SIGN + '>', 3, FEEL_NODE_MORE },
	{ FEEL_MORE_EQUAL, 3, FEEL_NODE_MORE_EQUAL },
	{ FEEL_BETWEEN, 3, FEEL_NODE_BETWEEN },
	{ FEEL_IN, 3, FEEL_NODE_IN },
	{ FEEL_INSTANCE, 3, FEEL_NODE_INSTANCE },
	{ FEEL_SIGN + '+', FEEL_PARSER_ADDS, FEEL_NODE_ADD },
	{ FEEL_SIGN + '-', FEEL_PARSER_ADDS, FEEL_NODE_SUBTRACT },
	{ FEEL_SIGN + '*', 5, FEEL_NODE_MULTIPLY },
	{ FEEL_SIGN + '/', 5, FEEL_NODE_DIVIDE },
	{ FEEL_POWER, 6, FEEL_NODE_POWER }
};

/* The test speaks of "?", so that it is a condition. */
static const struct feel_node *
asking(struct feel_parser *p, const struct feel_node *n)
{
	struct feel_node *copy;

	if (!p->level->asked || n->asks)
		return n;
	copy = arena_copy(p->arena, n, sizeof(*n));
	copy->asks = true;
	return copy;
}

/* Rule 49c, d: the tests speak of what stands before "in". */
static void
in(struct feel_parser *p, struct feel_node *n)
{
	struct feel_member *name = arena_alloc(p->arena, sizeof(*name));
	struct feel_level level = { 0 };

	name->name = (struct feel_string){ "?", 1 };
	name->type = n->a->type;
	feel_name_open(p, &level, name, 1);
	feel_lexer_next(&p->x);
	p->tests = true;
	n->b = feel_parser_operand(p, FEEL_PARSER_ADDS);
	p->tests = false;
	if (n->b->kind != FEEL_NODE_TESTS)
		n->b = asking(p, n->b);
	feel_name_close(p, n, &level);
}

static void
instance(struct feel_parser *p, struct feel_node *n)
{
	feel_lexer_next(&p->x);
	if (!feel_parser_at(p, FEEL_WORD) || p->x.end - p->x.start != 2 ||
	    memcmp(p->x.text + p->x.start, "of", 2) != 0) {
		(void)feel_parser_unexpected(p, "\"of\"");
		return;
	}
	feel_lexer_next(&p->x);
	n->tested = feel_parser_type(p);
}

static const struct feel_node *
operated(struct feel_parser *p, const struct feel_node *a, size_t i)
{
	struct feel_node *n = feel_make_node(p, operators[i].kind);
	size_t at = p->x.start;

	n->a = a;
	switch (n->kind) {
	case FEEL_NODE_BETWEEN:
		feel_lexer_next(&p->x);
		n->b = feel_parser_operand(p, FEEL_PARSER_ADDS);
		(void)feel_parser_take(p, FEEL_AND);
		n->c = feel_parser_operand(p, FEEL_PARSER_ADDS);
		break;
	case FEEL_NODE_IN:
		in(p, n);
		break;
	case FEEL_NODE_INSTANCE:
		instance(p, n);
		break;
	default:
		feel_lexer_next(&p->x);
		n->b = feel_parser_operand(p, operators[i].binding + 1);
	}
	return feel_make_finish(p, n, at);
}

const struct feel_node *
feel_parser_operand(struct feel_parser *p, int binding)
{
	const size_t all = COUNT(operators);
	const struct feel_node *a;
	size_t i;

	if (p->failed || ++p->depth > FEEL_PARSER_DEPTH)
		return feel_parser_fail(p, FEEL_FAULT_LIMIT,
		    "The text is nested too deeply.");
	a = negated(p);
	while (!p->failed) {
		for (i = 0; i < all; i++)
			if ((int)p->x.token == operators[i].token &&
			    operators[i].binding >= binding)
				break;
		if (i == all)
			break;
		a = operated(p, a, i);
	}
	p->depth--;
	return a;
}

const struct feel_node *
feel_parser_expression(struct feel_parser *p)
{
	const struct feel_node *n;
	bool closing = p->closing;

	p->tests = p->closing = false;
	n = feel_parser_operand(p, 1);
	p->closing = closing;
	return n;
}

const struct feel_node *
feel_parser_tests(struct feel_parser *p, const struct feel_node *first,
    enum feel_token end)
{
	const struct feel_node *test = first;
	struct feel_items l = { 0 };
	struct feel_node *n;
	size_t at = p->x.start;

	for (;;) {
		if (test == NULL) {
			at = p->x.start;
			p->level->asked = false;
			test = feel_parser_expression(p);
		}
		test = asking(p, test);
		feel_check_test(p, test, p->level->names[0].type, at);
		feel_make_add(p, &l, test);
		if (!feel_parser_at(p, FEEL_PARSER_SIGN(',')))
			break;
		feel_lexer_next(&p->x);
		test = NULL;
	}
	(void)feel_parser_take(p, end);
	if (l.n == 1)
		return l.items[0];
	n = feel_make_node(p, FEEL_NODE_TESTS);
	n->all.items = l.items;
	n->all.n = l.n;
	return feel_make_finish(p, n, at);
}
