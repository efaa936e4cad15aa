/* SPDX-License-Identifier: MIT */
#ifndef XML_FORMTREE_H
#define XML_FORMTREE_H

#include <stdbool.h>

#include "model/casetype.h"
#include "xml/reader.h"

/*
 * A form of a case type while somebody edits it: the tree of its file, which
 * is changed part by part and written out again. What is written and read
 * again is the same form; remarks are lost. A part is called by its place:
 * "form", "section-CODE", "question-CODE", "choice-QUESTION-CODE" or
 * "band-CODE". Nothing here checks what is said: xml_form_draft() does.
 */
/* Our layout: a line an element, with tabs. */
const char *formtree_write(struct arena *, const struct reader_node *root);

struct reader_node *formtree_part(struct arena *, struct reader_node *root,
	    const char *name);		/* NULL: none is called so */
/* The part that a line of the file stands in, and the element there. */
const char *formtree_at(struct arena *, const struct reader_node *root,
	    int line, const char **element);

/* "" takes it away. */
void	 formtree_set(struct arena *, struct reader_node *, const char *attr,
	    const char *value);
/* Its labels, those of a child as "help", or with child NULL its own;
 * languages without a text have none, and a child without any is gone. */
void	 formtree_say(struct arena *, struct reader_node *, const char *child,
	    const struct label *);
/* The text of a child: when, score. */
void	 formtree_express(struct arena *, struct reader_node *,
	    const char *child, const char *text);
/* A new part at its place: last of its kind. */
struct reader_node *formtree_add(struct arena *, struct reader_node *parent,
	    const char *name, const char *code);
/* Before the one of its kind that stands before it, or behind the next; a
 * question at the end goes on into the next section. False: it is the first
 * or the last. */
bool	 formtree_move(struct reader_node *, bool up);
void	 formtree_remove(struct reader_node *);
/* The bands of a form by their points. */
void	 formtree_order(struct reader_node *root);

#endif
