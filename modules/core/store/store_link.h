/* SPDX-License-Identifier: MIT */
#ifndef STORE_LINK_H
#define STORE_LINK_H

#include "base/ctx.h"
#include "model/dossier.h"

/* Links between dossiers; the other one only for who may see it. */
struct store_link {
	struct store_link *next;
	int64_t id, no;
	const char *kind;
	bool inverse;		/* the row begins at the other one */
	const char *number, *title, *status;
	const char *note, *by;
	int64_t added;
};
enum err store_link_list(struct ctx *, const struct dossier *,
	    struct store_link **out);
enum err store_link_add(struct ctx *, const struct dossier *, int64_t no,
	    const struct dossier *other, int64_t other_no, const char *kind,
	    const char *note);
enum err store_link_end(struct ctx *, int64_t id);

#endif
