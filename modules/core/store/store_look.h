/* SPDX-License-Identifier: MIT */
#ifndef STORE_LOOK_H
#define STORE_LOOK_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/looked.h"
#include "model/person.h"

/* Readings on record, by the index event_look. */
struct store_look_filter {
	const char *kind;	/* "" all */
	int64_t actor;		/* 0 anybody */
	int64_t from, until;	/* happened from, and before */
	int64_t after;		/* seq of the last page's last, 0 newest */
	int64_t limit;
};
/* Newest first. */
enum err store_look_list(struct ctx *, const struct dossier *,
	    const struct store_look_filter *, struct looked **out);
enum err store_look_actors(struct ctx *, const struct dossier *,
	    struct person **out);
/* Of all dossiers that a person is or was a party of and the viewer manages;
 * every: that the viewer may read. */
enum err store_look_about(struct ctx *, int64_t person, bool every,
	    int64_t from, int64_t until, int limit, struct looked **out);

#endif
