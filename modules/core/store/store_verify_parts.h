/* SPDX-License-Identifier: MIT */
#ifndef STORE_VERIFY_PARTS_H
#define STORE_VERIFY_PARTS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/ctx.h"

/* What is in compartments, for the operator's check. */
struct store_verify_part {
	struct store_verify_part *next;
	int64_t dossier, no;	/* no 0: the dossier itself */
	const char *number;	/* of the dossier */
	const char *noun;	/* document note task dossier */
	const char *compartment;	/* its name, "" none */
	bool came;		/* with a merge or a split */
};
/* All that are in one, dossiers included. */
enum err store_verify_parts(struct ctx *, struct store_verify_part **out);
/* One by its noun and number; NULL: it is not there. */
enum err store_verify_parts_one(struct ctx *, const char *noun, int64_t dossier,
	    int64_t no, struct store_verify_part **out);
/* An event that is kept for other members than its thing; 0: none. */
enum err store_verify_parts_astray(struct ctx *, const char **number,
	    int64_t *seq);
/* Events that may speak of a thing in a compartment, and that everybody
 * sees. */
typedef bool store_verify_parts_fn(void *, const char *number,
	    const char *noun, int64_t no, int64_t seq, const char *kind,
	    const char *body);
enum err store_verify_parts_open(struct ctx *, store_verify_parts_fn *,
	    void *);

#endif
