/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_WORK_H
#define DOMAIN_WORK_H

#include "base/ctx.h"
#include "model/undo.h"

/*
 * One piece of work on the store: all of it holds or nothing does, so it
 * has no effects outside.
 */
enum work_kind {
	WORK_READ,
	WORK_WRITE,	/* the only writer there is */
	WORK_TRY	/* writes beside others: again while work_again() */
};

enum err work_open(struct ctx *);	/* cx->db by cx->conf; after a fork */
void	 work_close(struct ctx *);
enum err work_begin(struct ctx *, enum work_kind);
/* After a failure and work_undo(): done from its start it may well succeed,
 * as it met another or lost the store for a moment. */
bool	 work_again(const struct ctx *);
/* In one: ERR_SCHEMA when the store is no longer of these programs' version:
 * somebody upgrades it. */
enum err work_fits(struct ctx *);
void	 work_more_time(struct ctx *);	/* for a long one that moves on */
enum err work_commit(struct ctx *);
/* One of several alike in a transaction: kept, or taken back as if it had
 * never been tried. */
struct work_part {
	struct act *act, was;
};
enum err work_part_begin(struct ctx *, struct work_part *);
enum err work_part_keep(struct ctx *, struct work_part *);
enum err work_part_drop(struct ctx *, struct work_part *);
void	 work_tidy(struct ctx *);	/* upkeep, when the reply has left */
void	 work_undo(struct ctx *);	/* does nothing when none is open */

#endif
