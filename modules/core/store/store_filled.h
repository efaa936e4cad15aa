/* SPDX-License-Identifier: MIT */
#ifndef STORE_FILLED_H
#define STORE_FILLED_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/filled.h"

/* Forms that are filled in on an opened dossier and that the viewer may see,
 * in the order in which they were begun, without those whose beginning was
 * taken back. */
enum err store_filled_list(struct ctx *, const struct dossier *,
	    struct filled **out);
/* Of dossiers that were merged into it, and the viewer sees. */
enum err store_filled_merged(struct ctx *, const struct dossier *,
	    struct filled **out);
/* All, also those in compartments: for rules, never to be shown. */
enum err store_filled_scored(struct ctx *, const struct dossier *,
	    const char *code, struct filled **out);
enum err store_filled_marks(struct ctx *, const struct dossier *,
	    const char *code, struct filled_mark **out);
enum err store_filled_rules(struct ctx *, const struct dossier *,
	    struct filled **out);
/* Those that the viewer may not see. */
enum err store_filled_hidden(struct ctx *, const struct dossier *,
	    struct filled **out);
enum err store_filled_find(struct ctx *, const struct dossier *, int64_t no,
	    struct filled **out);		/* NULL: none */
enum err store_filled_add(struct ctx *, const struct dossier *,
	    struct filled *);
/* Writes all that may change; ERR_CONFLICT when f->version is old. */
enum err store_filled_save(struct ctx *, struct filled *);

/* The answers of one, or of all, each below its own in a list that was read
 * before; of others none. */
enum err store_filled_answers(struct ctx *, const struct dossier *,
	    struct filled *list, int64_t no);	/* 0: all */
enum err store_filled_answer_put(struct ctx *, const struct filled *,
	    const char *question, int64_t no, const char *text);
enum err store_filled_answer_drop(struct ctx *, const struct filled *,
	    const char *question, int64_t no);

enum err store_filled_edition_next(struct ctx *, const struct filled *,
	    int64_t *out);
enum err store_filled_edition_add(struct ctx *, const struct filled *,
	    struct filled_edition *);		/* with its lines */
/* Those that hold, the newest first, with their lines. */
enum err store_filled_edition_list(struct ctx *, const struct filled *,
	    struct filled_edition **out);

/* For the check of the log: every edition of a dossier, undone ones, too. */
struct store_filled_edition_kept {
	struct store_filled_edition_kept *next;
	int64_t row, form;	/* form: its no */
	const char *code;
	int64_t type_version;
	struct filled_edition edition;
};
enum err store_filled_edition_kept(struct ctx *, int64_t dossier,
	    struct store_filled_edition_kept **out);
enum err store_filled_edition_total(struct ctx *, int64_t *editions);

#endif
