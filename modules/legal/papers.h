/* SPDX-License-Identifier: MIT */
#ifndef LEGAL_PAPERS_H
#define LEGAL_PAPERS_H

#include "legal/legal.h"

/* Files that a form of this program brings onto a matter. */
#define PAPERS_BYTES ((size_t)256 << 20)	/* of one upload, all files */
#define PAPERS_FIELDS							\
	{ "files", FIELD_FILE, .many = true },				\
	{ "kind", FIELD_TEXT, .max = 80 },				\
	{ "compartment", FIELD_TEXT, .max = 60 }

/* What such a form lets choose: lists "papers" and "compartments". */
enum err papers_choices(struct request *, const struct dossier *);
/* Keeps each; one that is on the matter already stands for itself. each is
 * told of every one, with the last argument. */
struct document;
enum err papers_take(struct request *, struct dossier *, const char *dated,
	    enum err (*each)(struct request *, struct dossier *,
	    const struct document *, void *), void *);

#endif
