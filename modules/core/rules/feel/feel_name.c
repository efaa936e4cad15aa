/* SPDX-License-Identifier: MIT */
/* Names (rules 25 to 30). The longest that is in scope counts. */
#include <string.h>

#include "base/count.h"
#include "rules/feel/feel_parser.h"

struct found {
	size_t end;		/* 0: nothing */
	struct feel_string name;
	const struct feel_type *type;
	struct feel_level *level;	/* NULL: built in */
	unsigned int away;	/* levels */
	size_t slot;
	bool typed, untyped;	/* a member of its item */
	const struct feel_builtin *builtin;
};

void
feel_name_open(struct feel_parser *p, struct feel_level *level,
    const struct feel_member *names, size_t n)
{
	level->outer = p->level;
	level->names = names;
	level->n = n;
	p->level = level;
}

void
feel_name_close(struct feel_parser *p, struct feel_node *n,
    struct feel_level *level)
{
	p->level = level->outer;
	n->keeps = level->keeps;
}

#define KEYS 1000		/* of one text, that are kept */

void
feel_name_key(struct feel_parser *p, struct feel_string key)
{
	struct feel_string *more;
	size_t i;

	for (i = 0; i < p->n_keys; i++)
		if (feel_value_same_text(p->keys[i], key))
			return;
	if (p->n_keys == KEYS)
		return;
	if (p->n_keys == p->room_keys) {
		p->room_keys = p->room_keys == 0 ? 8 : p->room_keys * 2;
		more = arena_array(p->arena, p->room_keys, sizeof(*more));
		if (p->n_keys != 0)
			memcpy(more, p->keys, p->n_keys * sizeof(*more));
		p->keys = more;
	}
	p->keys[p->n_keys++] = key;
}

/* Nothing is known of what the value holds. */
static bool
open_ended(const struct feel_type *t)
{
	while (t != NULL && t->kind == FEEL_TYPE_LIST)
		t = t->of;
	return t == NULL || t->kind == FEEL_TYPE_ANY ||
	    (t->kind == FEEL_TYPE_CONTEXT && t->n == 0);
}

static const struct feel_type *
context_in(const struct feel_type *t)
{
	while (t != NULL && t->kind == FEEL_TYPE_LIST)
		t = t->of;
	return t != NULL && t->kind == FEEL_TYPE_CONTEXT ? t : NULL;
}

/* The longest of some names that stands here. */
static size_t
longest(const struct feel_parser *p, size_t at,
    const struct feel_string *names, size_t n, struct feel_string *out)
{
	size_t i, end, best = 0;

	for (i = 0; i < n; i++)
		if ((end = feel_lexer_name(&p->x, at, names[i])) > best) {
			best = end;
			*out = names[i];
		}
	return best;
}

static size_t
longest_member(const struct feel_parser *p, size_t at,
    const struct feel_type *t, size_t *place)
{
	size_t i, end, best = 0;

	for (i = 0; t != NULL && i < t->n; i++)
		if ((end = feel_lexer_name(&p->x, at,
		    t->members[i].name)) > best) {
			best = end;
			*place = i;
		}
	return best;
}

static size_t
longest_key(const struct feel_parser *p, size_t at, struct feel_string *out)
{
	struct feel_string name;
	size_t end = longest(p, at, p->keys, p->n_keys, out), other = 0;

	if (p->scope != NULL)
		other = longest(p, at, p->scope->members,
		    p->scope->n_members, &name);
	if (other <= end)
		return end;
	*out = name;
	return other;
}

/* The members of a filter's item. */
static void
find_member(struct feel_parser *p, size_t at, struct feel_level *level,
    unsigned int away, struct found *f)
{
	const struct feel_type *t = level->names[0].type;
	struct feel_string name;
	size_t end, i = 0;

	if (open_ended(t)) {
		if ((end = longest_key(p, at, &name)) > f->end)
			*f = (struct found){ .end = end, .name = name,
			    .level = level, .away = away, .untyped = true };
	} else if ((t = context_in(t)) != NULL &&
	    (end = longest_member(p, at, t, &i)) > f->end)
		*f = (struct found){ .end = end, .level = level,
		    .name = t->members[i].name, .type = t->members[i].type,
		    .away = away, .slot = i, .typed = true };
}

static void
find(struct feel_parser *p, size_t at, bool members, struct found *f)
{
	struct feel_level *level;
	unsigned int away = 0;
	size_t i, end;

	*f = (struct found){ 0 };
	for (level = p->level; level != NULL; level = level->outer, away++) {
		if (level->item && (members ||
		    !open_ended(level->names[0].type)))
			find_member(p, at, level, away, f);
		for (i = level->n; i-- > 0; )
			if ((end = feel_lexer_name(&p->x, at,
			    level->names[i].name)) > f->end)
				*f = (struct found){ .end = end,
				    .name = level->names[i].name,
				    .type = level->names[i].type,
				    .level = level, .away = away, .slot = i };
	}
}

/* The words up to something that no name holds. */
static size_t
greedy(struct feel_parser *p, size_t at)
{
	struct feel_lexer x = p->x;

	feel_lexer_jump(&x, at);
	do {
		at = x.end;
		feel_lexer_next(&x);
	} while (x.token == FEEL_WORD);
	return at;
}

/* A name as it is written there, with single blanks. */
static struct feel_string
words(struct feel_parser *p, size_t at, size_t end)
{
	struct feel_lexer x = { .arena = p->arena };
	struct feel_string name = { p->x.text + at, end - at };

	x.text = arena_printf(p->arena, "%.*s:", (int)name.len, name.text);
	x.len = name.len + 1;
	(void)feel_lexer_given(&x, 0, ":", NULL, &name);
	return name;
}

/* Members of items that nobody knows are data. */
static bool
never_called(const struct found *f)
{
	return f->untyped || (f->type != NULL &&
	    f->type->kind != FEEL_TYPE_FUNCTION &&
	    f->type->kind != FEEL_TYPE_ANY);
}

/* A built-in function counts where nothing in scope has the name, or where it
 * is called and what is in scope is shorter, date and time(...), or known to
 * be no function: {date: @"2026-11-22", other: date("2026-11-23")}. */
static void
find_builtin(struct feel_parser *p, size_t at, struct found *f)
{
	const struct feel_builtin *b;
	struct feel_string name;
	size_t end, next;

	end = at + feel_builtin_longest(p->x.text + at, p->x.len - at);
	if (end == at || end < f->end ||
	    (end == f->end && !never_called(f)))
		return;
	name = words(p, at, end);
	if ((b = feel_builtin_find(name.text, name.len, NULL)) == NULL)
		return;
	next = feel_lexer_skip(&p->x, end);
	if (f->end == 0 || (next < p->x.len && p->x.text[next] == '('))
		*f = (struct found){ .end = end, .name = name, .builtin = b };
}

static struct feel_node *
place(struct feel_parser *p, const struct found *f)
{
	struct feel_node *n = feel_make_node(p, FEEL_NODE_NAME);

	n->place.level = f->away;
	n->place.slot = (unsigned int)f->slot;
	n->type = f->type;
	return n;
}

/* item.name, of a filter's item. */
static const struct feel_node *
item_member(struct feel_parser *p, const struct found *f, size_t at)
{
	struct feel_node *n = feel_make_node(p, FEEL_NODE_PATH);
	struct found item = *f;

	item.slot = 0;
	item.type = f->level->names[0].type;
	n->a = place(p, &item);
	n->name = f->name;
	n->guess = f->slot;
	return feel_make_finish(p, n, at);
}

/* Items of which nothing is known may have any name: those of the filters
 * within so many levels are asked first, the innermost before all. */
static const struct feel_node *
maybe_member(struct feel_parser *p, const struct feel_node *n,
    struct feel_string name, unsigned int away)
{
	struct feel_level *level;
	struct feel_node *m;
	unsigned int i;

	while (away-- > 0) {
		for (level = p->level, i = 0; i < away; i++)
			level = level->outer;
		if (!level->item || !open_ended(level->names[0].type))
			continue;
		m = feel_make_node(p, FEEL_NODE_MEMBER);
		m->place.level = away;
		m->name = name;
		m->a = n;
		m->depth = n == NULL ? 1 : n->depth + 1;
		n = m;
	}
	return n;
}

static unsigned int
levels(const struct feel_parser *p)
{
	const struct feel_level *level;
	unsigned int n = 0;

	for (level = p->level; level != NULL; level = level->outer)
		n++;
	return n;
}

static const struct feel_node *
stranger(struct feel_parser *p)
{
	size_t at = p->x.start, end = greedy(p, at);
	struct feel_string name = words(p, at, end);
	const struct feel_node *n;
	const char *why;

	feel_lexer_jump(&p->x, end);
	n = maybe_member(p, NULL, name, levels(p));
	if (n != NULL)
		return n;
	why = arena_printf(p->arena, "“%.*s” is not known here.",
	    feel_value_shown(name), name.text);
	feel_parser_fault(p, FEEL_FAULT_NAME, at, "%s", why);
	return feel_make_unknown(p, why);
}

static bool
is(struct feel_string s, const char *text)
{
	return s.len == strlen(text) && memcmp(s.text, text, s.len) == 0;
}

bool
feel_name_begins(struct feel_parser *p)
{
	struct found f;

	find(p, p->x.start, true, &f);
	return f.end > p->x.end;
}

/* The value of what was found. */
static const struct feel_node *
value(struct feel_parser *p, const struct found *f, size_t at)
{
	if (f->builtin != NULL)
		return feel_make_constant(p,
		    feel_call_builtin_value(p->arena, f->builtin));
	if (f->typed)
		return item_member(p, f, at);
	if (f->slot == 0 && is(f->name, "?"))
		f->level->asked = true;
	if (f->slot == f->level->n - 1 && is(f->name, "partial"))
		f->level->partial = true;
	return place(p, f);
}

const struct feel_node *
feel_name(struct feel_parser *p)
{
	size_t at = p->x.start;
	const struct feel_node *n = NULL;
	struct found f, other;

	find(p, at, true, &f);
	find_builtin(p, at, &f);
	if (f.end == 0)
		return stranger(p);
	feel_lexer_jump(&p->x, f.end);
	if (!f.untyped) {
		n = value(p, &f, at);
		if (f.builtin == NULL)
			return maybe_member(p, n, f.name, f.away);
		return feel_parser_at(p, FEEL_PARSER_SIGN('(')) ? n :
		    maybe_member(p, n, f.name, levels(p));
	}
	/* The item may have it, or else something in scope is called so. */
	find(p, at, false, &other);
	if (other.end == f.end)
		n = value(p, &other, at);
	return maybe_member(p, n, f.name, levels(p));
}

/* Table 65. */
static size_t
longest_property(const struct feel_parser *p, size_t at,
    struct feel_string *out)
{
	static const struct feel_string names[] = {
		{ "year", 4 }, { "month", 5 }, { "day", 3 },
		{ "weekday", 7 }, { "hour", 4 }, { "minute", 6 },
		{ "second", 6 }, { "time offset", 11 }, { "timezone", 8 },
		{ "years", 5 }, { "months", 6 }, { "days", 4 },
		{ "hours", 5 }, { "minutes", 7 }, { "seconds", 7 },
		{ "start", 5 }, { "end", 3 }, { "start included", 14 },
		{ "end included", 12 }
	};

	return longest(p, at, names, COUNT(names), out);
}

/* The name of a member: of the type, else of what is known anywhere, else
 * all words that follow. */
void
feel_name_member(struct feel_parser *p, struct feel_node *n)
{
	const struct feel_type *t = context_in(n->a->type);
	size_t at = p->x.start, end = 0, other, place = 0;
	struct feel_string name;

	if (t != NULL && (end = longest_member(p, at, t, &place)) != 0) {
		n->name = t->members[place].name;
		n->guess = place;
		feel_lexer_jump(&p->x, end);
		return;
	}
	if ((end = longest_property(p, at, &n->name)) == 0 ||
	    open_ended(n->a->type))
		if ((other = longest_key(p, at, &name)) > end) {
			end = other;
			n->name = name;
		}
	if ((other = greedy(p, at)) > end) {
		end = other;
		n->name = words(p, at, end);
	}
	feel_lexer_jump(&p->x, end);
}
