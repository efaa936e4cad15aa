/* SPDX-License-Identifier: MIT */
#ifndef STORE_UNDO_H
#define STORE_UNDO_H

#include "base/ctx.h"
#include "model/dossier.h"

/* Rows of acts and of their steps. */
struct store_undo_act {
	struct store_undo_act *next;
	int64_t id;
	const char *number;
	int64_t actor;
	const char *actor_name;
	int64_t done, undone;	/* undone is 0 while it holds */
	const char *undone_by;
};
/* Gives *id, or 0 when the number is taken. */
enum err store_undo_add(struct ctx *, const char *number, int64_t *id);
enum err store_undo_find(struct ctx *, const char *number,
	    struct store_undo_act **out);		/* NULL: none */
/* The viewer's acts since a moment, the newest first. */
enum err store_undo_mine(struct ctx *, int64_t since, int limit,
	    struct store_undo_act **out);
enum err store_undo_done(struct ctx *, int64_t act);
/* Forgets acts that were done before. */
enum err store_undo_sweep(struct ctx *, int64_t before);

struct store_undo_step {
	struct store_undo_step *next;
	int64_t no;
	int64_t dossier, seq;		/* the event there */
	int64_t other, other_seq;	/* 0: of one dossier alone */
	unsigned int parts;
	enum level held;
	const char *kind, *state;
};
/* seq and other_seq become those of the events that are added next. */
enum err store_undo_step_add(struct ctx *, int64_t act,
	    const struct store_undo_step *);
enum err store_undo_steps(struct ctx *, int64_t act, int64_t limit,
	    struct store_undo_step **out);
enum err store_undo_count(struct ctx *, int64_t act,
	    int64_t *out);	/* how many dossiers it was done to */

/* Acts of the viewer whose steps stand in an opened dossier's history. */
struct store_undo_mark {
	struct store_undo_mark *next;
	int64_t seq;
	const char *act;
};
enum err store_undo_marks(struct ctx *, const struct dossier *,
	    int64_t since, struct store_undo_mark **out);

#endif
