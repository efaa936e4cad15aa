/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_SEALED_H
#define DOMAIN_SEALED_H

#include <stdbool.h>

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/sealed.h"

/*
 * Notes that are signed. A draft is its writer's alone and no event tells of
 * it; signing makes it a note of the dossier (in the compartment "medical",
 * unless the whole dossier lies there), bound by SHA-256 to what was shown.
 * From then on it is never changed: an addendum, itself signed, adds to it.
 * Where it asks, a second person signs too. All need LEVEL_WORK, also on a
 * closed dossier. Nothing of it can be undone.
 */
struct sealed_new {
	const char *kind;	/* SEALED_KINDS */
	const char *day;	/* civil; "" today; not to come */
	int64_t encounter;	/* number, 0 none */
	bool asks;		/* a second person is to sign */
	const char *text;
};

/* Drafts of the viewer: on one dossier, or on all. Fields: kind, day,
 * encounter, text. */
enum err sealed_draft_list(struct ctx *, const struct dossier *,
	    struct sealed **out);
enum err sealed_draft_mine(struct ctx *, int64_t limit, struct sealed **out);
enum err sealed_draft(struct ctx *, const struct dossier *, int64_t no,
	    struct sealed **out);			/* ERR_MISSING */
/* amends: NULL, or what it is an addendum to. */
enum err sealed_draft_begin(struct ctx *, struct dossier *,
	    const struct sealed_new *, const struct sealed *amends,
	    struct sealed **out);
enum err sealed_draft_write(struct ctx *, struct dossier *, struct sealed *,
	    const struct sealed_new *, int64_t version);
enum err sealed_draft_drop(struct ctx *, struct dossier *, struct sealed *,
	    int64_t version);

/* As its writer, of the draft as it was shown: ERR_CONFLICT for another
 * version. Then it is the note with that number. */
enum err sealed_sign(struct ctx *, struct dossier *, struct sealed *,
	    int64_t version);
/* As somebody else who read it, once; meaning: not authorship. Fields:
 * meaning. ERR_CONFLICT: it does not ask, or is signed. */
enum err sealed_countersign(struct ctx *, struct dossier *,
	    struct sealed *, const char *meaning);
bool	 sealed_may_countersign(const struct ctx *, const struct sealed *);
/* Those of all dossiers that the viewer may countersign. */
enum err sealed_waiting(struct ctx *, int64_t limit, struct sealed **out);

/* Signed ones: the newest day first, each with what hangs on it; after: the
 * number of the last page's last, 0 none. */
enum err sealed_list(struct ctx *, const struct dossier *, int64_t after,
	    int64_t limit, struct sealed **out);
/* Of an addendum, what it adds to. ERR_MISSING. */
enum err sealed_open(struct ctx *, const struct dossier *, int64_t no,
	    struct sealed **out);

/* SHA-256 of what is shown, as schema/README.md says. */
const char *sealed_shown(struct ctx *, const struct sealed *);
const char *sealed_kind(const char *code);	/* in words */
const char *sealed_meaning(const char *code);
extern const char *const sealed_kinds[];	/* codes, NULL */
extern const char *const sealed_meanings[];	/* the first: of its author */

#endif
