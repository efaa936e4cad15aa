/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_BUNDLE_H
#define DOMAIN_BUNDLE_H

#include <stdbool.h>

#include "base/ctx.h"
#include "model/bundle.h"
#include "model/document.h"
#include "model/dossier.h"

/*
 * Bundles: chosen documents of a dossier in an order, with tabs, as one PDF
 * with cover, index and numbers on its pages. The clock makes it
 * (domain/house/bundle_clock.h), as who asked for it may see the dossier then,
 * and adds it to the documents. What lies in a compartment goes into none.
 * A refused value names "title", "court" or, of a document, "o.NO".
 */
#define BUNDLE_PARTS 200	/* documents of one */

bool	 bundle_printed(void);	/* were these programs built to make PDFs? */
enum err bundle_list(struct ctx *, const struct dossier *, int limit,
	    struct bundle **out);		/* newest first */
enum err bundle_open(struct ctx *, const struct dossier *, int64_t no,
	    struct bundle **out);		/* ERR_MISSING */
/* May it go into one? NULL, or why not. */
const char *bundle_refused(const struct dossier *, const struct document *);

struct bundle_choice {
	struct bundle_choice *next;
	int64_t no;		/* of the document */
	int64_t place;		/* the same twice: in the order given */
	const char *tab;
};
struct bundle_new {
	const char *title, *court;
	const struct bundle_choice *parts;
};
enum err bundle_ask(struct ctx *, struct dossier *,
	    const struct bundle_new *, struct bundle **out);

#endif
