/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_BACKUP_DOCUMENTS_H
#define DOMAIN_BACKUP_DOCUMENTS_H

#include <sys/types.h>

#include "domain/house/backup_manifest.h"

/* The bytes of documents: what lies under a hash never changes, so it is
 * copied once and shared by all backups of a folder. */

/* Writes the list of what the store names, of the transaction under way;
 * *missing gives how many bytes `to` does not have yet. */
enum err backup_documents_write(struct ctx *, int64_t schema,
	    const char *from, const char *to, const char *list,
	    int64_t *missing);

/* A list, line by line: open, next until false, close says how it went. */
struct backup_documents_line {
	char sha256[2 * DIGEST_SIZE + 1];
	int64_t bytes;
};
struct backup_documents_list {
	struct ctx *cx;
	const char *path;
	void *file;
	enum err err;
};
void	 backup_documents_open(struct ctx *, const char *path,
	    struct backup_documents_list *out);
bool	 backup_documents_next(struct backup_documents_list *,
	    struct backup_documents_line *out);
enum err backup_documents_close(struct backup_documents_list *);

/* Copies what is not there yet. What is gone or is not what its name says
 * is counted as lost and left out: the rest is worth keeping. */
struct backup_documents {
	int64_t n, bytes;		/* that are there now */
	int64_t copied, copied_bytes;
	int64_t lost;
	const char *first_lost;		/* SHA-256, or NULL */
	int64_t known;			/* lost before the backup was made */
};
struct backup_documents_way {
	const char *from, *to;
	const char *scratch;	/* a folder on the disk of `to` */
	mode_t file, folder;	/* modes of what is made */
	const char *lost;	/* a list that is made of these, or NULL */
};
enum err backup_documents_copy(struct ctx *, const char *list,
	    const struct backup_documents_way *,
	    struct backup_documents *out);

/* Reads them all where they lie; a damaged one is put aside, so that the
 * next backup copies it again. Those of the list `lost`, or NULL, need not
 * be there. */
enum err backup_documents_check(struct ctx *, const char *list,
	    const char *lost, const char *root,
	    struct backup_documents *out);

#endif
