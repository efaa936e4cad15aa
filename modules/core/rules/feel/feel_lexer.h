/* SPDX-License-Identifier: MIT */
#ifndef RULES_FEEL_LEXER_H
#define RULES_FEEL_LEXER_H

#include "rules/feel/feel_value.h"

/*
 * The words of a text (rules 25 to 37, 61 to 65). Names hold blanks and
 * symbols, so that only who knows the scope can say how long one is: a word
 * is a token that tells where it begins, and feel_lexer_jump() where it ends.
 */
enum feel_token {
	FEEL_END, FEEL_BAD, FEEL_LITERAL, FEEL_AT, FEEL_WORD,
	FEEL_POWER, FEEL_NOT_EQUAL, FEEL_LESS_EQUAL, FEEL_MORE_EQUAL,
	FEEL_DOTS, FEEL_ARROW,
	/* Words that no name begins with. */
	FEEL_AND, FEEL_OR, FEEL_IF, FEEL_THEN, FEEL_ELSE, FEEL_FOR, FEEL_IN,
	FEEL_RETURN, FEEL_SOME, FEEL_EVERY, FEEL_SATISFIES, FEEL_BETWEEN,
	FEEL_INSTANCE, FEEL_DEFINE, FEEL_TRUE, FEEL_FALSE, FEEL_NOTHING,
	FEEL_SIGN = 128		/* from here: FEEL_SIGN + its character */
};

struct feel_lexer {
	struct arena *arena;
	const char *text;
	size_t len;
	enum feel_token token;	/* the one to look at */
	size_t start, end;	/* where it stands */
	int line;		/* on which it begins, from 1 */
	struct feel_value value;	/* of a literal; of an at, its text */
	const char *why;	/* of a bad one: a sentence */
};

void	 feel_lexer_start(struct feel_lexer *, struct arena *,
	    const char *text, size_t len);
void	 feel_lexer_next(struct feel_lexer *);
/* The token ends here: look at the one after it. */
void	 feel_lexer_jump(struct feel_lexer *, size_t end);

/* The place after white space and remarks. */
size_t	 feel_lexer_skip(const struct feel_lexer *, size_t at);
/* The end of one word of a name (rules 28, 29); at itself: none is here. */
size_t	 feel_lexer_word(const struct feel_lexer *, size_t at);
/* The end of the name if it stands here, 0: it does not. A name is words and
 * signs: what white space lies between them does not matter (10.3.1.4). */
size_t	 feel_lexer_name(const struct feel_lexer *, size_t at,
	    struct feel_string name);
/* A name that is being given: all up to one of the signs, or the word, tidied
 * to single blanks. Returns its end; 0: there is no name. */
size_t	 feel_lexer_given(const struct feel_lexer *, size_t at,
	    const char *signs, const char *word, struct feel_string *out);
/* Line and column, from 1, of a place. */
void	 feel_lexer_place(const struct feel_lexer *, size_t at, int *line,
	    int *column);

#endif
