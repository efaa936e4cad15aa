/* SPDX-License-Identifier: MIT */
/* What stands in brackets or begins with a word: lists, ranges, contexts,
 * for, some, every, functions (rules 7 to 12, 44, 46, 54 to 59). */
#include <string.h>

#include "rules/feel/feel_parser.h"

/* Rule 8: after the dots. ], ) or [ closes it. */
static const struct feel_node *
interval(struct feel_parser *p, const struct feel_node *start, bool start_in,
    size_t at)
{
	struct feel_node *n = feel_make_node(p, FEEL_NODE_RANGE);
	bool closing = p->closing;

	feel_lexer_next(&p->x);
	n->a = start;
	n->range.start_in = start_in;
	p->closing = true;
	n->b = feel_parser_operand(p, FEEL_PARSER_ADDS);
	p->closing = closing;
	n->range.end_in = feel_parser_at(p, FEEL_PARSER_SIGN(']'));
	if (feel_parser_at(p, FEEL_PARSER_SIGN(')')) ||
	    feel_parser_at(p, FEEL_PARSER_SIGN('[')))
		feel_lexer_next(&p->x);
	else
		(void)feel_parser_take(p, FEEL_PARSER_SIGN(']'));
	return feel_make_finish(p, n, at);
}

const struct feel_node *
feel_primary_bracket(struct feel_parser *p)
{
	bool outside = p->x.token == FEEL_PARSER_SIGN(']');
	struct feel_node *n = feel_make_node(p, FEEL_NODE_LIST);
	struct feel_items l = { 0 };
	size_t at = p->x.start;

	feel_lexer_next(&p->x);
	if (!outside && feel_parser_at(p, FEEL_PARSER_SIGN(']'))) {
		feel_lexer_next(&p->x);
		return feel_make_finish(p, n, at);
	}
	feel_make_add(p, &l, feel_parser_expression(p));
	if (feel_parser_at(p, FEEL_DOTS))
		return interval(p, l.items[0], !outside, at);
	if (outside)
		return feel_parser_unexpected(p, "\"..\" of a range");
	while (feel_parser_at(p, FEEL_PARSER_SIGN(','))) {
		feel_lexer_next(&p->x);
		feel_make_add(p, &l, feel_parser_expression(p));
	}
	(void)feel_parser_take(p, FEEL_PARSER_SIGN(']'));
	n->all.items = l.items;
	n->all.n = l.n;
	return feel_make_finish(p, n, at);
}

const struct feel_node *
feel_primary_paren(struct feel_parser *p)
{
	const struct feel_node *n;
	size_t at = p->x.start;
	bool tests = p->tests;

	p->tests = false;
	feel_lexer_next(&p->x);
	if (tests)
		p->level->asked = false;
	n = feel_parser_expression(p);
	if (feel_parser_at(p, FEEL_DOTS))
		return interval(p, n, false, at);
	if (tests && feel_parser_at(p, FEEL_PARSER_SIGN(',')))
		return feel_parser_tests(p, n, FEEL_PARSER_SIGN(')'));
	(void)feel_parser_take(p, FEEL_PARSER_SIGN(')'));
	return n;
}

/* Rule 7a: < 5 is the range of all that is less. */
const struct feel_node *
feel_primary_half(struct feel_parser *p)
{
	struct feel_node *n = feel_make_node(p, FEEL_NODE_RANGE);
	const struct feel_node *end;
	int token = (int)p->x.token;
	size_t at = p->x.start;

	feel_lexer_next(&p->x);
	end = feel_parser_operand(p, FEEL_PARSER_ADDS);
	n->range.form = token == FEEL_SIGN + '=' ? FEEL_RANGE_EQUAL :
	    token == FEEL_NOT_EQUAL ? FEEL_RANGE_NOT_EQUAL : FEEL_RANGE_HALF;
	if (token == FEEL_SIGN + '<' || token == FEEL_LESS_EQUAL)
		n->b = end;
	else
		n->a = end;
	n->range.start_in = token == FEEL_MORE_EQUAL ||
	    n->range.form == FEEL_RANGE_EQUAL;
	n->range.end_in = token == FEEL_LESS_EQUAL ||
	    n->range.form == FEEL_RANGE_EQUAL;
	return feel_make_finish(p, n, at);
}

/* A context that is being read: names as its frame has them. */
struct entries {
	struct feel_member *names;
	struct feel_string *keys;
	struct feel_items values;
};

static bool
key_of(struct feel_parser *p, struct feel_string *out)
{
	size_t end;

	if (p->failed)
		return false;
	if (p->x.token == FEEL_LITERAL && p->x.value.kind == FEEL_STRING) {
		*out = p->x.value.string;
		feel_lexer_next(&p->x);
	} else if ((end = feel_lexer_given(&p->x, p->x.start, ":", NULL,
	    out)) != 0)
		feel_lexer_jump(&p->x, end);
	else {
		(void)feel_parser_unexpected(p, "the name of an entry");
		return false;
	}
	if (!feel_parser_at(p, FEEL_PARSER_SIGN(':'))) {
		(void)feel_parser_take(p, FEEL_PARSER_SIGN(':'));
		return false;
	}
	return true;
}

static void
entries_room(struct feel_parser *p, struct entries *e,
    struct feel_level *level)
{
	struct feel_member *names;
	struct feel_string *keys;
	size_t n = e->values.n, room;

	if ((n & (n - 1)) != 0)		/* full at 0, 1, 2, 4, 8 ... */
		return;
	room = n == 0 ? 1 : n * 2;
	names = arena_array(p->arena, room, sizeof(*names));
	keys = arena_array(p->arena, room, sizeof(*keys));
	if (n != 0) {
		memcpy(names, e->names, n * sizeof(*names));
		memcpy(keys, e->keys, n * sizeof(*keys));
	}
	level->names = e->names = names;
	e->keys = keys;
}

static bool
twice(const struct entries *e, struct feel_string key)
{
	size_t i;

	for (i = 0; i < e->values.n; i++)
		if (feel_value_same_text(e->keys[i], key))
			return true;
	return false;
}

/* One entry. A function may call itself by the name of its entry. */
static bool
entry(struct feel_parser *p, struct entries *e, struct feel_level *level)
{
	size_t at = p->x.start, n = e->values.n;
	struct feel_string key;

	if (!key_of(p, &key))
		return true;
	entries_room(p, e, level);
	if (twice(e, key)) {
		feel_parser_fault(p, FEEL_FAULT_NAME, at,
		    "The context has two entries “%.*s”.",
		    feel_value_shown(key), key.text);
		feel_lexer_next(&p->x);
		(void)feel_parser_expression(p);
		return false;
	}
	e->keys[n] = e->names[n].name = key;
	feel_name_key(p, key);
	feel_lexer_next(&p->x);
	level->n = n + (p->x.token == FEEL_DEFINE);
	feel_make_add(p, &e->values, feel_parser_expression(p));
	e->names[n].type = e->values.items[n]->type;
	level->n = n + 1;
	return true;
}

/* Rule 57; two entries of one name make it null. */
const struct feel_node *
feel_primary_context(struct feel_parser *p)
{
	struct feel_node *n = feel_make_node(p, FEEL_NODE_CONTEXT);
	struct feel_level level = { 0 };
	struct entries e = { 0 };
	size_t at = p->x.start;
	bool once = true;

	feel_name_open(p, &level, NULL, 0);
	feel_lexer_next(&p->x);
	if (!feel_parser_at(p, FEEL_PARSER_SIGN('}'))) {
		once = entry(p, &e, &level);
		while (feel_parser_at(p, FEEL_PARSER_SIGN(','))) {
			feel_lexer_next(&p->x);
			once = entry(p, &e, &level) && once;
		}
	}
	n->all.items = e.values.items;
	n->all.names = e.keys;
	n->all.n = e.values.n;
	feel_name_close(p, n, &level);
	(void)feel_parser_take(p, FEEL_PARSER_SIGN('}'));
	if (!once)
		return feel_make_unknown(p,
		    "A context has two entries with the same name.");
	return feel_make_finish(p, n, at);
}

/* The type of what an iterator goes through, one by one. */
static const struct feel_type *
each_of(const struct feel_iterator *it)
{
	const struct feel_type *t = it->list->type;

	if (it->end != NULL || t == NULL)
		return t;
	if (t->kind == FEEL_TYPE_LIST || t->kind == FEEL_TYPE_RANGE)
		return t->of;
	return t;
}

#define ITERATORS 50

/* name in list, or in start..end */
static void
iterator(struct feel_parser *p, struct feel_level *level,
    struct feel_member *names, struct feel_iterator *it)
{
	struct feel_string name;
	size_t end;

	if (p->failed)
		return;
	end = feel_lexer_given(&p->x, p->x.start, "", "in", &name);
	if (end == 0) {
		(void)feel_parser_unexpected(p, "a name and \"in\"");
		return;
	}
	feel_lexer_jump(&p->x, end);
	(void)feel_parser_take(p, FEEL_IN);
	it->list = feel_parser_expression(p);
	if (feel_parser_at(p, FEEL_DOTS)) {
		feel_lexer_next(&p->x);
		it->end = feel_parser_expression(p);
	}
	names[level->n].name = name;
	names[level->n].type = each_of(it);
	level->n++;
}

static void
result(struct feel_parser *p, struct feel_node *n, struct feel_level *level,
    struct feel_member *names)
{
	if (n->kind != FEEL_NODE_FOR) {
		(void)feel_parser_take(p, FEEL_SATISFIES);
		n->a = feel_parser_expression(p);
		return;
	}
	names[level->n].name = (struct feel_string){ "partial", 7 };
	names[level->n].type = feel_type_list(p->arena, NULL);
	level->n++;
	(void)feel_parser_take(p, FEEL_RETURN);
	n->a = feel_parser_expression(p);
}

const struct feel_node *
feel_primary_iterate(struct feel_parser *p, enum feel_node_kind kind)
{
	struct feel_node *n = feel_make_node(p, kind);
	struct feel_member *names = arena_array(p->arena, ITERATORS + 1,
	    sizeof(*names));
	struct feel_iterator *its = arena_array(p->arena, ITERATORS,
	    sizeof(*its));
	struct feel_level level = { 0 };
	size_t at = p->x.start;

	feel_name_open(p, &level, names, 0);
	do {
		feel_lexer_next(&p->x);
		iterator(p, &level, names, &its[n->loop.n]);
		n->loop.n++;
	} while (feel_parser_at(p, FEEL_PARSER_SIGN(',')) &&
	    n->loop.n < ITERATORS);
	n->loop.iterators = its;
	result(p, n, &level, names);
	n->loop.partial = level.partial;
	feel_name_close(p, n, &level);
	return feel_make_finish(p, n, at);
}

#define PARAMETERS 50

static void
parameter(struct feel_parser *p, struct feel_parameter *out)
{
	size_t end;

	if (p->failed)
		return;
	if ((end = feel_lexer_given(&p->x, p->x.start, ",):", NULL,
	    &out->name)) == 0) {
		(void)feel_parser_unexpected(p, "the name of a parameter");
		return;
	}
	feel_lexer_jump(&p->x, end);
	if (feel_parser_at(p, FEEL_PARSER_SIGN(':'))) {
		feel_lexer_next(&p->x);
		out->type = feel_parser_type(p);
	}
}

static size_t
parameters(struct feel_parser *p, struct feel_parameter *out)
{
	size_t n = 0;

	(void)feel_parser_take(p, FEEL_PARSER_SIGN('('));
	if (!feel_parser_at(p, FEEL_PARSER_SIGN(')')) && !p->failed) {
		parameter(p, &out[n++]);
		while (feel_parser_at(p, FEEL_PARSER_SIGN(',')) &&
		    n < PARAMETERS) {
			feel_lexer_next(&p->x);
			parameter(p, &out[n++]);
		}
	}
	(void)feel_parser_take(p, FEEL_PARSER_SIGN(')'));
	return n;
}

/* Rule 55: what is written in another language is refused when called. */
static const struct feel_node *
body(struct feel_parser *p)
{
	static const char why[] = "This function is written in another "
	    "language than FEEL: such functions are not run.";
	size_t at = p->x.start;

	if (!feel_parser_at(p, FEEL_WORD) || p->x.end - at != 8 ||
	    memcmp(p->x.text + at, "external", 8) != 0)
		return feel_parser_expression(p);
	feel_lexer_next(&p->x);
	(void)feel_parser_expression(p);
	feel_parser_fault(p, FEEL_FAULT_TYPE, at, "%s", why);
	return feel_make_unknown(p, why);
}

const struct feel_node *
feel_primary_function(struct feel_parser *p)
{
	struct feel_node *n = feel_make_node(p, FEEL_NODE_FUNCTION);
	struct feel_parameter params[PARAMETERS] = { 0 };
	struct feel_member *names;
	struct feel_level level = { 0 }, *l;
	size_t i, at = p->x.start;

	feel_lexer_next(&p->x);
	n->function.n = parameters(p, params);
	n->function.params = arena_copy(p->arena, params,
	    n->function.n * sizeof(*params));
	names = arena_array(p->arena, n->function.n, sizeof(*names));
	for (i = 0; i < n->function.n; i++) {
		names[i].name = params[i].name;
		names[i].type = params[i].type;
	}
	for (l = p->level; l != NULL; l = l->outer)
		l->keeps = true;
	feel_name_open(p, &level, names, n->function.n);
	n->a = body(p);
	feel_name_close(p, n, &level);
	return feel_make_finish(p, n, at);
}
