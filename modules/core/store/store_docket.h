/* SPDX-License-Identifier: MIT */
#ifndef STORE_DOCKET_H
#define STORE_DOCKET_H

#include <stdbool.h>

#include "base/ctx.h"
#include "model/docket.h"
#include "model/dossier.h"
#include "model/matter.h"

/* The docket of a proceeding of an opened dossier. */
struct store_docket_filter {
	const char *text;	/* in an entry, or its number; "" all */
	bool newest;		/* first; else the oldest */
	int64_t after;		/* place of the last one before, 0 none */
	int limit;
};
enum err store_docket_list(struct ctx *, const struct proceeding *,
	    const struct store_docket_filter *, struct docket_entry **out);
/* NULL: none; also one that was taken out. */
enum err store_docket_find(struct ctx *, const struct proceeding *,
	    int64_t place, struct docket_entry **out);
/* Those of the court alone, in its order. */
enum err store_docket_taken(struct ctx *, const struct proceeding *,
	    int64_t after, int limit, struct docket_entry **out);
/* Does a proceeding have entries, of the court or by hand? */
enum err store_docket_kept(struct ctx *, int64_t proceeding, bool *out);
/* The first free place behind one. */
enum err store_docket_place(struct ctx *, const struct proceeding *,
	    int64_t from, int64_t *out);
/* party: row of who filed it, 0 none. */
enum err store_docket_entry_add(struct ctx *, const struct proceeding *,
	    const struct docket_entry *, int64_t party);
/* Of one by hand; ERR_CONFLICT when x->hand is old. */
enum err store_docket_entry_save(struct ctx *, const struct proceeding *,
	    struct docket_entry *x, int64_t party);

/* Fills in the documents of each that the viewer sees. */
enum err store_docket_documents(struct ctx *, const struct proceeding *,
	    struct docket_entry *list);
enum err store_docket_attach(struct ctx *, const struct proceeding *,
	    int64_t place, int64_t document, bool *fresh);
enum err store_docket_detach(struct ctx *, const struct proceeding *,
	    int64_t place, int64_t document, bool *gone);
/* The entries of dockets of a dossier that a document is of. */
enum err store_docket_places(struct ctx *, const struct dossier *,
	    int64_t document, struct docket_place **out);
/* When one dossier is merged into another: who has the same role there takes
 * the place of who stays behind. Before the parties go. */
enum err store_docket_pass(struct ctx *, const struct dossier *from,
	    const struct dossier *into);

enum err store_docket_parties(struct ctx *, const struct proceeding *,
	    struct docket_party **out);
/* With those who represent it; its place must be free. */
enum err store_docket_party_add(struct ctx *, const struct proceeding *,
	    const struct docket_party *);
enum err store_docket_parties_drop(struct ctx *, const struct proceeding *);
/* Row of a case by its number, 0 none; for an operator. */
enum err store_docket_case(struct ctx *, const char *number, int64_t *id);

#endif
