/* SPDX-License-Identifier: MIT */
/* What follows a value: .member, [filter], (arguments) (rules 38 to 43,
 * 50). */
#include "rules/feel/feel_parser.h"

static const struct feel_node *
path(struct feel_parser *p, const struct feel_node *a)
{
	struct feel_node *n = feel_make_node(p, FEEL_NODE_PATH);
	size_t at;

	feel_lexer_next(&p->x);
	at = p->x.start;
	if (p->failed || feel_lexer_word(&p->x, at) == at)
		return feel_parser_unexpected(p, "the name of a member");
	n->a = a;
	feel_name_member(p, n);
	return feel_make_finish(p, n, at);
}

/* [1..5[ ends here, unless what follows can only be a filter. */
static bool
closes(const struct feel_parser *p)
{
	struct feel_lexer x = p->x;

	if (!p->closing)
		return false;
	feel_lexer_next(&x);
	switch ((int)x.token) {
	case FEEL_WORD:
	case FEEL_LITERAL:
	case FEEL_AT:
	case FEEL_IF:
	case FEEL_FOR:
	case FEEL_SOME:
	case FEEL_EVERY:
	case FEEL_TRUE:
	case FEEL_FALSE:
	case FEEL_NOTHING:
	case FEEL_SIGN + '-':
	case FEEL_SIGN + '(':
	case FEEL_SIGN + '{':
		return false;
	default:
		return true;
	}
}

static const struct feel_node *
filter(struct feel_parser *p, const struct feel_node *a)
{
	struct feel_node *n = feel_make_node(p, FEEL_NODE_FILTER);
	struct feel_member *name = arena_alloc(p->arena, sizeof(*name));
	struct feel_level level = { .item = true };
	size_t at = p->x.start;

	n->a = a;
	name->name = (struct feel_string){ "item", 4 };
	name->type = a->type != NULL && a->type->kind == FEEL_TYPE_LIST ?
	    a->type->of : a->type;
	feel_name_open(p, &level, name, 1);
	feel_lexer_next(&p->x);
	n->b = feel_parser_expression(p);
	feel_name_close(p, n, &level);
	(void)feel_parser_take(p, FEEL_PARSER_SIGN(']'));
	return feel_make_finish(p, n, at);
}

#define NAMED 50		/* arguments that are given by name */

static void
argument(struct feel_parser *p, struct feel_items *l,
    struct feel_string *names, size_t *named)
{
	struct feel_string name;
	size_t end;

	feel_lexer_next(&p->x);
	if (!p->failed && *named < NAMED && (end = feel_lexer_given(&p->x,
	    p->x.start, ":", NULL, &name)) != 0) {
		feel_lexer_jump(&p->x, end);
		feel_lexer_next(&p->x);
		names[(*named)++] = name;
	}
	feel_make_add(p, l, feel_parser_expression(p));
}

static void
arguments(struct feel_parser *p, struct feel_node *n)
{
	struct feel_string names[NAMED];
	struct feel_items l = { 0 };
	struct feel_lexer x = p->x;
	size_t named = 0;

	feel_lexer_next(&x);
	if (x.token == FEEL_PARSER_SIGN(')')) {
		p->x = x;
		return;
	}
	do
		argument(p, &l, names, &named);
	while (feel_parser_at(p, FEEL_PARSER_SIGN(',')));
	if (named != 0 && named != l.n)
		(void)feel_parser_fail(p, FEEL_FAULT_SYNTAX,
		    "Either all arguments are given by name or none.");
	n->all.items = l.items;
	n->all.n = l.n;
	if (named != 0)
		n->all.names = arena_copy(p->arena, names,
		    named * sizeof(names[0]));
}

static const struct feel_node *
call(struct feel_parser *p, const struct feel_node *a)
{
	struct feel_node *n = feel_make_node(p, FEEL_NODE_CALL);
	size_t at = p->x.start;

	n->a = a;
	if (a->kind == FEEL_NODE_CONSTANT && a->value.kind == FEEL_FUNCTION) {
		n->kind = FEEL_NODE_BUILTIN;
		n->all.builtin = feel_call_builtin_in(a->value.function);
		n->a = NULL;
	}
	arguments(p, n);
	(void)feel_parser_take(p, FEEL_PARSER_SIGN(')'));
	return feel_make_finish(p, n, at);
}

const struct feel_node *
feel_postfix(struct feel_parser *p, const struct feel_node *n)
{
	for (;;) {
		if (feel_parser_at(p, FEEL_PARSER_SIGN('.')))
			n = path(p, n);
		else if (feel_parser_at(p, FEEL_PARSER_SIGN('[')) &&
		    !closes(p))
			n = filter(p, n);
		else if (feel_parser_at(p, FEEL_PARSER_SIGN('(')))
			n = call(p, n);
		else
			return n;
	}
}
