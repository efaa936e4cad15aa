/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DOCKET_H
#define DOMAIN_DOCKET_H

#include <stdbool.h>

#include "base/ctx.h"
#include "model/docket.h"
#include "model/dossier.h"
#include "model/matter.h"

/*
 * The docket of a proceeding: numbered entries, parties and their counsel.
 * What is taken over from a file is the court's word and is never changed; a
 * newer file of the same docket brings what was entered since. Entries are
 * added by hand as well, corrected and taken out; and any entry has documents
 * of the matter. Those acts need LEVEL_WORK and can be undone.
 */
/* docket_read.c: a docket in JSON, as court records are commonly parsed.
 * ERR_INVALID says where the file is wrong, and how. */
enum err docket_read(struct ctx *, const char *path, struct docket **out);

/* An open case by its number, for an operator, who sees none of it. */
enum err docket_case(struct ctx *, const char *number, struct dossier **out);
/* Onto a case, by an operator: its number, in a write transaction. A
 * proceeding with the court's number that is there is gone on with; *fresh:
 * so many entries were not in yet. ERR_CONFLICT where one says something
 * else than the file. */
enum err docket_import(struct ctx *, const char *dossier,
	    const struct docket *, int64_t *fresh);

/* For its page, by the days on which they were filed; with the documents of
 * each. */
struct docket_filter {
	const char *text;	/* in an entry, or its number; "" all */
	bool newest;		/* first; else the oldest */
	int64_t after;		/* place of the last page's last, 0 none */
	int limit;
};
enum err docket_list(struct ctx *, const struct proceeding *,
	    const struct docket_filter *, struct docket_entry **out);
enum err docket_parties(struct ctx *, const struct proceeding *,
	    struct docket_party **out);
/* One of them; ERR_MISSING. */
enum err docket_find(struct ctx *, const struct proceeding *, int64_t place,
	    struct docket_entry **out);

/* docket_hand.c: by hand. The fields are refused by these names. */
struct docket_new {		/* as typed */
	const char *number;	/* "" none */
	const char *filed, *entered;	/* civil; the latter "" unknown */
	const char *text;
	int64_t party;		/* no of who filed it, 0 unknown */
};
/* The number that comes next, where they have been plain ones; else "". */
enum err docket_hand_propose(struct ctx *, const struct proceeding *,
	    const char **out);
enum err docket_hand_add(struct ctx *, struct dossier *,
	    const struct proceeding *, const struct docket_new *,
	    struct docket_entry **out);
/* ERR_CONFLICT of the court's own, and when somebody saved it since that
 * version. */
enum err docket_hand_change(struct ctx *, struct dossier *,
	    const struct proceeding *, struct docket_entry *,
	    const struct docket_new *, int64_t version);
enum err docket_hand_strike(struct ctx *, struct dossier *,
	    const struct proceeding *, struct docket_entry *,
	    const char *why);

/* docket_paper.c: documents of entries, by their no. */
enum err docket_paper_attach(struct ctx *, struct dossier *,
	    const struct proceeding *, const struct docket_entry *,
	    int64_t document);
enum err docket_paper_detach(struct ctx *, struct dossier *,
	    const struct proceeding *, const struct docket_entry *,
	    int64_t document);		/* ERR_MISSING: it is not there */
/* Where a document that was read stands. */
struct document;
enum err docket_paper_places(struct ctx *, const struct dossier *,
	    const struct document *, struct docket_place **out);

#endif
