/* SPDX-License-Identifier: MIT */
#ifndef STORE_MIGRATE_H
#define STORE_MIGRATE_H

#include "base/ctx.h"

/*
 * Numbered schema files, each applied once, in one transaction with its row
 * in the table version. A landed file is never edited.
 */
#define MIGRATE_NEWEST 76	/* what these programs expect */

struct migrate_step {
	struct migrate_step *next;
	int64_t number;
	const char *name;	/* 0001-core.sql */
};

/* The number of the store's last file; 0 for an empty store. */
enum err migrate_version(struct ctx *, int64_t *out);
/* ERR_SCHEMA, and why for the operator, when that is not MIGRATE_NEWEST. */
enum err migrate_fits(struct ctx *, int64_t have);
/* The files of a folder that the store has not had; NULL takes the
 * installed ones. ERR_INVALID: a gap, a store that is not ours. */
enum err migrate_pending(struct ctx *, const char *dir,
	    struct migrate_step **out);
/* Applies them; cx->db is open, without a transaction. */
enum err migrate_files(struct ctx *, const char *dir);

#endif
