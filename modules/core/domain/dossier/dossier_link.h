/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DOSSIER_LINK_H
#define DOMAIN_DOSSIER_LINK_H

#include <stdbool.h>

#include "base/ctx.h"
#include "model/dossier.h"

/*
 * Two dossiers that belong together, each told of from its own side: "part
 * of" here is "has the part" there. A code with a "-" at its end is the
 * other side of a kind. Who may not see the other dossier sees no link, nor
 * what the history says of it.
 */
struct dossier_link {
	struct dossier_link *next;
	int64_t no;			/* its number in the dossier */
	const char *code, *word;	/* as read from the dossier */
	const char *number, *title, *status;	/* of the other one */
	const char *note, *by;
	int64_t added;
	bool ours;		/* of a merge or split: stays */
};
/* The n-th kind that can be chosen, and its word; NULL after the last. */
const char *dossier_link_kind(size_t n, const char **word);
const char *dossier_link_word(const char *code);

enum err dossier_link_list(struct ctx *, const struct dossier *,
	    struct dossier_link **out);
/* LEVEL_WORK here, LEVEL_READ there; also on closed dossiers. */
enum err dossier_link_add(struct ctx *, struct dossier *,
	    struct dossier *other, const char *code, const char *note);
enum err dossier_link_end(struct ctx *, struct dossier *, int64_t no,
	    const char *why);
/* The row alone, without questions or events: for merges and splits. */
enum err dossier_link_make(struct ctx *, struct dossier *,
	    struct dossier *other, const char *kind, const char *note);

#endif
