/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_BACKUP_PLACE_H
#define DOMAIN_BACKUP_PLACE_H

#include "base/ctx.h"

/*
 * The folder of the backups. As confidential as the store itself: it is
 * refused when anybody but its owner may look into it.
 *
 *   documents/ab/cd/SHA-256   bytes of documents, shared by all backups
 *   2026-11-22T021500Z/       a backup; it has this name once it is whole
 *   .new-... .scratch-...     what was begun; swept by the next
 *   .old-...                  a backup that is going
 *   lock
 */
struct backup_place {
	const char *dir, *documents;
	const char **names;	/* of the whole backups, the oldest first */
	size_t n;
	int lock;
};

/* make: the folder may be missing yet. Waits for nobody: ERR_BUSY. */
enum err backup_place_open(struct ctx *, const char *dir, bool make,
	    struct backup_place *out);
void	 backup_place_close(struct backup_place *);
/* Reads the names anew; without a lock, for who only looks. */
enum err backup_place_list(struct ctx *, const char *dir,
	    struct backup_place *out);
/* A new folder of that kind: "new". */
const char *backup_place_begin(struct ctx *, const struct backup_place *,
	    const char *kind);
/* Folder of a backup by its name. */
const char *backup_place_of(struct ctx *, const struct backup_place *,
	    const char *name);

#endif
