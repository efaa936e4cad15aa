/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DISCLOSURE_ITEM_H
#define DOMAIN_DISCLOSURE_ITEM_H

#include "base/ctx.h"
#include "model/disclosure.h"
#include "model/dossier.h"

/*
 * The records of a patient that can be given to somebody: documents and notes
 * that are not kept from leaving, and completed forms.
 */
struct disclosure_thing {
	struct disclosure_thing *next;
	const char *kind;	/* DISCLOSURE_KINDS */
	int64_t no;		/* in the dossier */
	const char *name;	/* of a note its beginning */
	const char *day;	/* civil: dated, written, completed */
	int64_t compartment;	/* that it lies in, 0 none */
	bool part2, counselling;	/* it is marked so */
	/* for one request: it lies in the period and is of a kind that was
	 * asked for */
	bool meant;
};
/* By kind, each the newest first; r may be NULL. */
enum err disclosure_item_things(struct ctx *, const struct dossier *,
	    const struct disclosure_request *, struct disclosure_thing **out);
const struct disclosure_thing *disclosure_item_of(
	    const struct disclosure_thing *, const char *kind, int64_t no);

/* What it says, line by line, for a letter or a room; of a document nothing:
 * that goes as it is. */
struct disclosure_line {
	struct disclosure_line *next;
	const char *label, *text;	/* label "": none */
};
enum err disclosure_item_lines(struct ctx *, const struct dossier *,
	    const struct disclosure_item *, struct disclosure_line **out);
/* Whether they still are there: a thing that was withdrawn, moved or
 * protected since they were collected is not; *gone is its name, or "". */
enum err disclosure_item_gone(struct ctx *, const struct dossier *,
	    const struct disclosure_item *, const char **gone);

/* "Document", and the bit of consent_what. */
const char *disclosure_item_word(const char *kind);
unsigned int disclosure_item_what(const char *kind);

#endif
