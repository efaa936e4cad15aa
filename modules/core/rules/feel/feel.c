/* SPDX-License-Identifier: MIT */
/* FEEL's face: texts compiled against the names they may use, and run. */
#include "rules/feel/feel.h"

#include <string.h>

#include "rules/feel/feel_parser.h"
#include "text/fold.h"

struct feel {
	const struct feel_node *root;	/* NULL: every input passes */
	bool negated;			/* not(...) */
	bool keeps;			/* a function may keep its frame */
};

/* The model's scope as the parser's levels, outermost first. */
static struct feel_level *
levels(struct arena *a, const struct feel_scope *scope)
{
	struct feel_level *level;

	if (scope == NULL)
		return NULL;
	level = arena_alloc(a, sizeof(*level));
	level->outer = levels(a, scope->outer);
	level->names = scope->names;
	level->n = scope->n;
	return level;
}

#define LONGEST ((size_t)256 << 10)	/* bytes of one text */
#define CONSTANTS ((size_t)16 << 20)	/* and of what it takes to reckon it */

static bool
start(struct feel_parser *p, struct arena *a, const char *text, size_t len,
    const struct feel_scope *scope)
{
	*p = (struct feel_parser){ .arena = a,
	    .room = arena_size(a) + CONSTANTS };
	p->faults_end = &p->faults;
	p->level = levels(a, scope);
	while (scope != NULL && scope->outer != NULL)
		scope = scope->outer;
	p->scope = scope;
	if (len > LONGEST || !fold_utf8_ok(text, len)) {
		feel_lexer_start(&p->x, a, "", 0);
		(void)feel_parser_fail(p, len > LONGEST ? FEEL_FAULT_LIMIT :
		    FEEL_FAULT_SYNTAX, len > LONGEST ?
		    "The text is too long." : "The text is not UTF-8.");
		return false;
	}
	feel_lexer_start(&p->x, a, text, len);
	return true;
}

static void
hand_over(struct feel_parser *p, struct feel_fault **out)
{
	if (out == NULL)
		return;
	while (*out != NULL)
		out = &(*out)->next;
	*out = p->faults;
}

struct feel *
feel_compile(struct arena *a, const char *text, size_t len,
    const struct feel_scope *scope, struct feel_fault **faults)
{
	struct feel_parser p;
	struct feel *feel = arena_alloc(a, sizeof(*feel));

	text = arena_textn(a, text, len);
	if (start(&p, a, text, len, scope)) {
		feel->root = feel_parser_expression(&p);
		(void)feel_parser_take(&p, FEEL_END);
	}
	hand_over(&p, faults);
	return p.failed ? NULL : feel;
}

/* Rule 15b: not(a, b), and nothing after it; else it was an expression such
 * as not(a) = b, and is read again. */
static bool
tests_not(struct feel_parser *p, struct feel *feel)
{
	struct feel_parser before = *p;

	if (p->x.token != FEEL_WORD || p->x.end - p->x.start != 3 ||
	    memcmp(p->x.text + p->x.start, "not", 3) != 0)
		return false;
	feel_lexer_next(&p->x);
	if (p->x.token == FEEL_PARSER_SIGN('(')) {
		feel_lexer_next(&p->x);
		feel->root = feel_parser_tests(p, NULL,
		    FEEL_PARSER_SIGN(')'));
		if (feel_parser_at(p, FEEL_END)) {
			feel->negated = true;
			return true;
		}
	}
	*p = before;
	if (p->faults == NULL)
		p->faults_end = &p->faults;
	return false;
}

/* Rule 15. */
static void
tests(struct feel_parser *p, struct feel *feel)
{
	struct feel_lexer x = p->x;

	if (x.token == FEEL_END)
		return;
	if (x.token == FEEL_PARSER_SIGN('-')) {
		feel_lexer_next(&x);
		if (x.token == FEEL_END)
			return;
	}
	if (!tests_not(p, feel))
		feel->root = feel_parser_tests(p, NULL, FEEL_END);
}

struct feel *
feel_compile_tests(struct arena *a, const char *text, size_t len,
    const struct feel_scope *scope, const struct feel_type *input,
    struct feel_fault **faults)
{
	struct feel_parser p;
	struct feel_member *name = arena_alloc(a, sizeof(*name));
	struct feel_level *level = arena_alloc(a, sizeof(*level));
	struct feel *feel = arena_alloc(a, sizeof(*feel));

	text = arena_textn(a, text, len);
	if (start(&p, a, text, len, scope)) {
		name->name = (struct feel_string){ "?", 1 };
		name->type = input;
		feel_name_open(&p, level, name, 1);
		tests(&p, feel);
		feel->keeps = level->keeps;
	}
	hand_over(&p, faults);
	return p.failed ? NULL : feel;
}

struct feel_value
feel_run(const struct feel *feel, struct feel_eval *ev,
    const struct feel_frame *f)
{
	struct feel_value v;
	unsigned int depth;

	if (feel->root == NULL)
		return feel_value_null;
	depth = feel->root->depth + 4;
	if (!feel_eval_enter(ev, depth))
		return feel_value_null;
	v = feel_node_run(ev, feel->root, f);
	feel_eval_leave(ev, depth);
	return ev->stopped ? feel_value_null : v;
}

enum feel_ternary
feel_test(const struct feel *feel, struct feel_eval *ev,
    const struct feel_frame *f, struct feel_value input)
{
	struct feel_frame own = { .outer = f, .values = &input }, *here = &own;
	enum feel_ternary t;
	unsigned int depth;

	if (feel->root == NULL)
		return FEEL_YES;
	depth = feel->root->depth + 4;
	if (!feel_eval_enter(ev, depth))
		return FEEL_UNKNOWN;
	if (feel->keeps) {
		here = arena_copy(ev->arena, &own, sizeof(own));
		here->values = arena_copy(ev->arena, &input, sizeof(input));
	}
	t = feel_unary_holds(ev, feel->root, here, input);
	feel_eval_leave(ev, depth);
	if (ev->stopped)
		return FEEL_UNKNOWN;
	if (!feel->negated || t == FEEL_UNKNOWN)
		return t;
	return t == FEEL_YES ? FEEL_NO : FEEL_YES;
}

const struct feel_type *
feel_result(const struct feel *feel)
{
	return feel->root == NULL ? NULL : feel->root->type;
}
