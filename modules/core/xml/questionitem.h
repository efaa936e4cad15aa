/* SPDX-License-Identifier: MIT */
#ifndef XML_QUESTIONITEM_H
#define XML_QUESTIONITEM_H

#include <stdbool.h>

#include "model/casetype.h"
#include "xml/reader.h"

/* The items of a Questionnaire of FHIR while they become the questions of a
 * form, for xml_questionnaire. */
struct questionitem {
	struct questionitem *next;
	const char *link, *code;	/* linkId, and what we call it */
	const char *type;
	bool many;
	const struct reader_node *item;
};

struct questionitem_codes {
	struct questionitem_codes *next;
	const char *code;
};

struct questionitem_all {
	struct arena *arena;
	const char *file;
	struct reader_fault **told;
	const struct reader_node *root;
	struct label title;
	struct reader_node *form, *section;
	const char *words;	/* at the head of the section, "" none */
	struct questionitem *first;		/* every one that asks */
	struct questionitem_codes *codes;	/* that are taken */
	int asked;
	bool scored, summed;	/* something has points; the item of their
				 * sum was met, behind which none counts */
};

/* The value of a child, "" none; of the first of that name. */
const char *questionitem_value(const struct reader_node *, const char *name);
/* The words of a child in all languages that it has. */
void	 questionitem_texts(const struct questionitem_all *,
	    const struct reader_node *, const char *child, struct label *);
/* Those of an item: its text, else what its code is called. NULL: none. */
void	 questionitem_label(const struct questionitem_all *,
	    const struct reader_node *item, struct label *);
const char *questionitem_name(const struct reader_node *item);
/* A code of ours that is not taken yet. */
const char *questionitem_code(struct questionitem_all *, const char *words);
void	 questionitem_tell(struct questionitem_all *,
	    const struct reader_node *, const char *fmt, ...)
	    __attribute__((format(printf, 3, 4)));

/* Names all that ask, below a node. */
void	 questionitem_known(struct questionitem_all *,
	    const struct reader_node *, int depth);
/* The question at the end of q->section. */
void	 questionitem_add(struct questionitem_all *,
	    const struct reader_node *item, const char *when);

#endif
