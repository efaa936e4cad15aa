/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_VERSUS_H
#define DOMAIN_VERSUS_H

#include <stdbool.h>

#include "base/ctx.h"
#include "model/compare.h"
#include "model/dossier.h"

/*
 * Two documents of a dossier, or versions of one, compared by their text:
 * paragraph by paragraph, and those that changed word by word. The text is
 * read by the clock (domain/house/text_clock.h), once for the same bytes.
 */
#define VERSUS_ROWS 400	/* of a page */

/* By "17.2": the document's number, and which version of it. Refuses the
 * field. */
enum err versus_side(struct ctx *, const struct dossier *,
	    const char *field, const char *typed, struct compare_side *out);
/* Has the text of both read, where nobody did yet. */
enum err versus_ask(struct ctx *, struct dossier *,
	    const struct compare_side *a, const struct compare_side *b);
/* Of two that were read; *more: there are further rows. */
struct compare_row *versus_rows(struct ctx *, const struct compare_side *a,
	    const struct compare_side *b, bool *more);

#endif
