/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DOCKET_H
#define DOMAIN_DOCKET_H

#include "base/ctx.h"
#include "model/docket.h"
#include "model/matter.h"

/*
 * The docket of a proceeding: numbered entries, parties and their counsel, as
 * the court keeps them. It is taken over from a file and stays the court's
 * word; a newer file of the same docket brings what was entered since.
 */
/* docket_read.c: a docket in JSON, as court records are commonly parsed.
 * ERR_INVALID says where the file is wrong, and how. */
enum err docket_read(struct ctx *, const char *path, struct docket **out);

/* Onto a case, by an operator: its number, in a write transaction. A
 * proceeding with the court's number that is there is gone on with; *fresh:
 * so many entries were not in yet. ERR_CONFLICT where one says something
 * else than the file. */
enum err docket_import(struct ctx *, const char *dossier,
	    const struct docket *, int64_t *fresh);

/* For its page. */
enum err docket_entries(struct ctx *, const struct proceeding *,
	    int64_t after, int limit, struct docket_entry **out);
enum err docket_parties(struct ctx *, const struct proceeding *,
	    struct docket_party **out);

#endif
