/* SPDX-License-Identifier: MIT */
#ifndef STORE_GUARDED_H
#define STORE_GUARDED_H

#include "base/ctx.h"

/* Words of what is in compartments: table guarded_word. */
struct store_guarded {
	struct store_guarded *next;
	int64_t compartment;
	const char *words;	/* folded, with blanks between */
};

/* What is kept of a dossier, a row for each compartment. */
enum err store_guarded_kept(struct ctx *, int64_t dossier,
	    struct store_guarded **out);
/* What its notes and documents say, as it was written. */
enum err store_guarded_prose(struct ctx *, int64_t dossier,
	    struct store_guarded **out);
enum err store_guarded_add(struct ctx *, int64_t dossier,
	    int64_t compartment, const char *words);
enum err store_guarded_drop(struct ctx *, int64_t dossier,
	    int64_t compartment, const char *words);

#endif
