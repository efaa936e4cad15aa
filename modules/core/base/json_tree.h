/* SPDX-License-Identifier: MIT */
#ifndef BASE_JSON_TREE_H
#define BASE_JSON_TREE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/*
 * Any JSON (RFC 8259) as a tree of plain structs. A number stays the text that
 * it was, so that no digit of it is lost; that is why jansson, which knows
 * doubles alone, does not read it.
 */
#define JSON_TREE_DEPTH	1000

enum json_tree_kind {
	JSON_TREE_NULL, JSON_TREE_FALSE, JSON_TREE_TRUE, JSON_TREE_NUMBER,
	JSON_TREE_TEXT, JSON_TREE_LIST, JSON_TREE_OBJECT
};

struct json_tree {
	struct json_tree *next, *first;	/* in a list or object; of it */
	enum json_tree_kind kind;
	const char *name;	/* in an object, else NULL */
	const char *text;	/* of a text, UTF-8, and of a number */
	size_t len;		/* of text: it may hold zeros */
	size_t n;		/* members of a list or object */
};

/* The one value of the text, in the arena; NULL with *why, one English
 * sentence with line and column. */
struct json_tree *json_tree_read(struct arena *, const char *, size_t len,
	    const char **why);
/* The member of an object, the last where several are named so; NULL: none,
 * or no object. */
const struct json_tree *json_tree_member(const struct json_tree *,
	    const char *name);
/* Has it such a member, and is that true? */
bool	 json_tree_true(const struct json_tree *, const char *name);

#endif
