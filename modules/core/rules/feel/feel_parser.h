/* SPDX-License-Identifier: MIT */
#ifndef RULES_FEEL_PARSER_H
#define RULES_FEEL_PARSER_H

#include "rules/feel/feel.h"
#include "rules/feel/feel_lexer.h"
#include "rules/feel/feel_node.h"

/*
 * The grammar of 10.3.1.2, read once from left to right. Names are resolved
 * and types are known as far as they can be while the tree is made, because
 * how long a name is depends on both.
 */
#define FEEL_PARSER_DEPTH 400	/* operands within operands */
#define FEEL_PARSER_FAULTS 20	/* told of one text */

struct feel_level {		/* names of one frame */
	struct feel_level *outer;
	const struct feel_member *names;
	size_t n;
	bool item;		/* a filter's: so are the item's members */
	bool partial;		/* the last name was used */
	bool asked;		/* the first was: "?" */
	bool keeps;		/* a function is defined within */
};

struct feel_parser {
	struct arena *arena;
	struct feel_lexer x;
	const struct feel_scope *scope;	/* outermost: members, types */
	struct feel_level *level;
	struct feel_fault *faults, **faults_end;
	size_t n_faults;
	bool failed;		/* it is no text of FEEL */
	size_t room;		/* arena_size() up to which constants are
				 * reckoned at once */
	bool tests;		/* the next operand stands after "in" */
	bool closing;		/* and a bracket may close a range */
	unsigned int depth;
	/* Keys of contexts in this text, for paths into what is not known. */
	struct feel_string *keys;
	size_t n_keys, room_keys;
};

/* feel_parser.c */
const struct feel_node *feel_parser_expression(struct feel_parser *);
const struct feel_node *feel_parser_operand(struct feel_parser *,
	    int binding);
#define FEEL_PARSER_ADDS 4	/* binding of + and - */
/* The token, or a fault "here stands X, not Y". */
bool	 feel_parser_take(struct feel_parser *, enum feel_token);
bool	 feel_parser_at(const struct feel_parser *, enum feel_token);
/* Rule 14, of a list that has begun already (first) or not (NULL). The
 * innermost level is that of "?". */
const struct feel_node *feel_parser_tests(struct feel_parser *,
	    const struct feel_node *first, enum feel_token end);
const struct feel_node *feel_parser_unexpected(struct feel_parser *,
	    const char *wanted);
/* At a place of the text; it goes on. */
void	 feel_parser_fault(struct feel_parser *, int kind, size_t at,
	    const char *fmt, ...) __attribute__((format(printf, 4, 5)));
/* It cannot go on. */
const struct feel_node *feel_parser_fail(struct feel_parser *, int kind,
	    const char *fmt, ...) __attribute__((format(printf, 3, 4)));
#define FEEL_PARSER_SIGN(c) ((enum feel_token)(FEEL_SIGN + (c)))

/* feel_make.c: nodes, constants folded. */
struct feel_node *feel_make_node(struct feel_parser *,
	    enum feel_node_kind);
const struct feel_node *feel_make_constant(struct feel_parser *,
	    struct feel_value);
const struct feel_node *feel_make_unknown(struct feel_parser *,
	    const char *why);
/* Its depth, its type, its value where that is known already. */
const struct feel_node *feel_make_finish(struct feel_parser *,
	    struct feel_node *, size_t at);

struct feel_items {		/* of a list and the like, as they are read */
	const struct feel_node **items;
	size_t n, room;
};
void	 feel_make_add(struct feel_parser *, struct feel_items *,
	    const struct feel_node *);

/* feel_primary.c: brackets, braces, for, some, every, function. */
const struct feel_node *feel_primary_bracket(struct feel_parser *);
const struct feel_node *feel_primary_paren(struct feel_parser *);
const struct feel_node *feel_primary_half(struct feel_parser *);
const struct feel_node *feel_primary_context(struct feel_parser *);
const struct feel_node *feel_primary_iterate(struct feel_parser *,
	    enum feel_node_kind);
const struct feel_node *feel_primary_function(struct feel_parser *);

/* feel_name.c: names, and the levels that hold them. */
const struct feel_node *feel_name(struct feel_parser *);
/* A name in scope goes on after what is looked at: in stock, 2nd name. */
bool	 feel_name_begins(struct feel_parser *);
/* The member that a path ends in, and a key that one may end in. */
void	 feel_name_member(struct feel_parser *, struct feel_node *);
void	 feel_name_key(struct feel_parser *, struct feel_string);
/* The innermost names, from here to there; the node is what they are of. */
void	 feel_name_open(struct feel_parser *, struct feel_level *,
	    const struct feel_member *, size_t n);
void	 feel_name_close(struct feel_parser *, struct feel_node *,
	    struct feel_level *);

/* feel_postfix.c: the value's members, filters and calls, as they follow. */
const struct feel_node *feel_postfix(struct feel_parser *,
	    const struct feel_node *);

/* feel_parser_type.c: after "instance of" and ":". */
const struct feel_type *feel_parser_type(struct feel_parser *);

/* feel_check.c: the type of a node by those of its parts, and what can never
 * work. */
const struct feel_type *feel_check_node(struct feel_parser *,
	    const struct feel_node *, size_t at);
const struct feel_type *feel_check_builtin(struct feel_parser *,
	    const struct feel_node *, size_t at);	/* its own file */
void	 feel_check_test(struct feel_parser *, const struct feel_node *,
	    const struct feel_type *input, size_t at);

#endif
