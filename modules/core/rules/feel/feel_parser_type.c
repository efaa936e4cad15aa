/* SPDX-License-Identifier: MIT */
/* Types as they are written (rule 52): FEEL's own, those of the
 * model, list<>, range<>, context<>, function<> -> . */
#include <string.h>

#include "base/count.h"
#include "rules/feel/feel_parser.h"

#define MEMBERS 50

static bool
word_is(const struct feel_parser *p, const char *word)
{
	size_t n = strlen(word);

	return feel_parser_at(p, FEEL_WORD) && p->x.end - p->x.start == n &&
	    memcmp(p->x.text + p->x.start, word, n) == 0;
}

/* The next token after this word is the sign < */
static bool
opens(const struct feel_parser *p)
{
	struct feel_lexer x = p->x;

	feel_lexer_next(&x);
	return x.token == FEEL_PARSER_SIGN('<');
}

/* list<list<number>> ends in what looks like one token to nobody here: > is
 * always read alone unless = follows. */
static void
shut(struct feel_parser *p)
{
	if (feel_parser_at(p, FEEL_MORE_EQUAL))
		feel_lexer_jump(&p->x, p->x.start + 1);
	else
		(void)feel_parser_take(p, FEEL_PARSER_SIGN('>'));
}

static const struct feel_type *
of_one(struct feel_parser *p, enum feel_type_kind kind)
{
	struct feel_type *t = arena_alloc(p->arena, sizeof(*t));

	t->kind = kind;
	feel_lexer_next(&p->x);
	feel_lexer_next(&p->x);
	t->of = feel_parser_type(p);
	shut(p);
	return t;
}

static size_t
members(struct feel_parser *p, bool named, struct feel_member *out)
{
	size_t n = 0, end;

	while (!p->failed && !feel_parser_at(p, FEEL_PARSER_SIGN('>')) &&
	    !feel_parser_at(p, FEEL_MORE_EQUAL)) {
		if (n == MEMBERS || (n != 0 &&
		    !feel_parser_take(p, FEEL_PARSER_SIGN(','))))
			break;
		if (named) {
			if ((end = feel_lexer_given(&p->x, p->x.start, ":",
			    NULL, &out[n].name)) == 0) {
				(void)feel_parser_unexpected(p,
				    "the name of a member");
				break;
			}
			feel_name_key(p, out[n].name);
			feel_lexer_jump(&p->x, end);
			(void)feel_parser_take(p, FEEL_PARSER_SIGN(':'));
		}
		out[n++].type = feel_parser_type(p);
	}
	return n;
}

static const struct feel_type *
of_many(struct feel_parser *p, enum feel_type_kind kind)
{
	struct feel_member all[MEMBERS] = { 0 };
	struct feel_type *t = arena_alloc(p->arena, sizeof(*t));

	t->kind = kind;
	feel_lexer_next(&p->x);
	feel_lexer_next(&p->x);
	t->n = members(p, kind == FEEL_TYPE_CONTEXT, all);
	t->members = arena_copy(p->arena, all, t->n * sizeof(*all));
	shut(p);
	if (kind == FEEL_TYPE_FUNCTION && feel_parser_at(p, FEEL_ARROW)) {
		feel_lexer_next(&p->x);
		t->of = feel_parser_type(p);
	}
	return t;
}

/* The longest name of a type: the model's own before FEEL's. */
static size_t
named(const struct feel_parser *p, const struct feel_type **out)
{
	static const char *const own[] = {
		"Any", "Null", "boolean", "number", "string", "date", "time",
		"date and time", "dateTime", "days and time duration",
		"dayTimeDuration", "years and months duration",
		"yearMonthDuration"
	};
	const struct feel_member *m;
	size_t i, end, best = 0;

	for (i = 0; p->scope != NULL && i < p->scope->n_types; i++) {
		m = &p->scope->types[i];
		if ((end = feel_lexer_name(&p->x, p->x.start, m->name)) >
		    best) {
			best = end;
			*out = m->type;
		}
	}
	for (i = 0; i < COUNT(own); i++)
		if ((end = feel_lexer_name(&p->x, p->x.start,
		    (struct feel_string){ own[i], strlen(own[i]) })) > best) {
			best = end;
			*out = feel_type_own(own[i], strlen(own[i]));
		}
	return best;
}

/* A type that is none without what stands in < and > (table 61). */
static bool
whole(const struct feel_parser *p)
{
	return word_is(p, "list") || word_is(p, "context") ||
	    word_is(p, "range") || feel_parser_at(p, FEEL_DEFINE);
}

/* NULL: there is no such type, or the text is wrong. */
static const struct feel_type *
type(struct feel_parser *p)
{
	const struct feel_type *t = NULL;
	size_t end, at = p->x.start;

	if (word_is(p, "list") && opens(p))
		return of_one(p, FEEL_TYPE_LIST);
	if (word_is(p, "range") && opens(p))
		return of_one(p, FEEL_TYPE_RANGE);
	if (word_is(p, "context") && opens(p))
		return of_many(p, FEEL_TYPE_CONTEXT);
	if (feel_parser_at(p, FEEL_DEFINE) && opens(p))
		return of_many(p, FEEL_TYPE_FUNCTION);
	if ((end = named(p, &t)) != 0) {
		feel_lexer_jump(&p->x, end);
		return t;
	}
	if (!feel_parser_at(p, FEEL_WORD) && !feel_parser_at(p, FEEL_DEFINE)) {
		(void)feel_parser_unexpected(p, "a type");
		return NULL;
	}
	feel_parser_fault(p, FEEL_FAULT_NAME, at, whole(p) ?
	    "The type “%.*s” has to say of what, such as list<Any>." :
	    "There is no type “%.*s”.", (int)(p->x.end - at),
	    p->x.text + at);
	do
		feel_lexer_next(&p->x);
	while (feel_parser_at(p, FEEL_WORD) ||
	    (feel_parser_at(p, FEEL_PARSER_SIGN('.'))));
	return NULL;
}

const struct feel_type *
feel_parser_type(struct feel_parser *p)
{
	const struct feel_type *t = NULL;

	if (p->failed)
		return NULL;
	if (++p->depth > FEEL_PARSER_DEPTH)
		(void)feel_parser_fail(p, FEEL_FAULT_LIMIT,
		    "The text is nested too deeply.");
	else
		t = type(p);
	p->depth--;
	return t;
}
