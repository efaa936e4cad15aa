/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_BACKUP_FILE_H
#define DOMAIN_BACKUP_FILE_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/ctx.h"
#include "base/file.h"

/* Files and folders of backups. What fails says so in cx->why and leaves
 * nothing half. */

/* Copies into a new file, which is not flushed. False with errno. */
bool	 backup_file_copy(const char *from, const char *to, mode_t mode,
	    struct file_sum *out);
/* A small file, written whole, flushed, then given its name. */
enum err backup_file_write(struct ctx *, const char *path, const void *,
	    size_t, mode_t);

/* The folders on the way to a document's bytes. */
bool	 backup_file_folders(struct arena *, const char *root,
	    const char *sha256, mode_t);

bool	 backup_file_flush_all(const char *folder);	/* the file system */
bool	 backup_file_remove(struct arena *, const char *path); /* a tree */
int64_t	 backup_file_room(const char *folder);	/* free for us; -1 unknown */
/* ERR_BUSY when a folder's disk has less room than this, with both. */
enum err backup_file_fits(struct ctx *, const char *folder, int64_t bytes);
enum err backup_file_failed(struct ctx *, const char *path); /* by errno */

#endif
