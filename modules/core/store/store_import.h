/* SPDX-License-Identifier: MIT */
#ifndef STORE_IMPORT_H
#define STORE_IMPORT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/ctx.h"
#include "model/dossier.h"

/* What imports have taken, so that nothing is taken twice. */
struct store_import_trace {
	int64_t dossier;	/* 0: not taken yet */
	int64_t events;		/* positions 0 ... events-1 are in */
};
enum err store_import_trace(struct ctx *, const char *log, const char *trace,
	    struct store_import_trace *out);
enum err store_import_trace_put(struct ctx *, const char *log,
	    const char *trace, const struct store_import_trace *);

/* The teams that handle a type, by name. */
struct store_import_scope {
	struct store_import_scope *next;
	int64_t id, team;
	const char *name, *code;	/* the team's */
};
enum err store_import_scopes(struct ctx *, const char *type,
	    struct store_import_scope **out);

/* Who a name in a log is here. */
enum err store_import_person(struct ctx *, const char *log, const char *name,
	    int64_t *out);			/* 0: nobody yet */
enum err store_import_person_put(struct ctx *, const char *log,
	    const char *name, int64_t person);

/* A dossier that the log made before: what a longer log goes on with. ended:
 * it was closed at least once. */
enum err store_import_dossier(struct ctx *, int64_t id, struct dossier *out,
	    bool *ended);
/* When something last happened on it, by the log. */
enum err store_import_touch(struct ctx *, const struct dossier *,
	    int64_t when);

#endif
