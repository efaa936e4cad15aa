/* SPDX-License-Identifier: MIT */
#ifndef STORE_JUDGMENT_H
#define STORE_JUDGMENT_H

#include "base/ctx.h"
#include "model/document.h"
#include "model/dossier.h"
#include "model/judgment.h"

/* Documents that are judgments, of an opened dossier. */
/* What the newest file of a document says; NULL: it is none (any more). */
enum err store_judgment_put(struct ctx *, const struct document *,
	    const struct judgment *);
/* Without text and lines, the newest first; of one document unless it is 0:
 * its row. */
enum err store_judgment_list(struct ctx *, const struct dossier *,
	    int64_t document, struct judgment **out);

#endif
