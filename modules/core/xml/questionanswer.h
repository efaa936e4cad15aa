/* SPDX-License-Identifier: MIT */
#ifndef XML_QUESTIONANSWER_H
#define XML_QUESTIONANSWER_H

#include "xml/questionitem.h"

/* The choices of an item, which may be kept elsewhere. */
struct questionanswer {
	struct questionanswer *next;
	const char *system, *code;	/* "": an answer of words */
	const char *ours;		/* code of the choice */
	struct label label;
	bool scored;
	int points;
};
struct questionanswer *questionanswer_list(struct questionitem_all *,
	    const struct reader_node *item);
/* The choice that a coding or a text in a condition names; NULL: none. */
const struct questionanswer *questionanswer_find(
	    const struct questionanswer *, const char *system,
	    const char *code);

#endif
