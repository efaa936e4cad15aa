/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_BACKUP_MANIFEST_H
#define DOMAIN_BACKUP_MANIFEST_H

#include "base/ctx.h"
#include "domain/house/backup_file.h"
#include "store/store_backup.h"

/*
 * What a backup consists of, in lines of words: the last thing written into
 * it. Its last line is the SHA-256 of all lines before. The documents stand
 * in a list of their own, which the manifest names like any other file:
 * "SHA-256 bytes" a line, in order; and those whose bytes were lost before,
 * where there are any.
 */
#define BACKUP_MANIFEST "manifest"
#define BACKUP_DOCUMENTS "documents"	/* the list; the shared folder too */
#define BACKUP_LOST "lost"

struct backup_manifest_file {
	struct backup_manifest_file *next;
	const char *name;	/* below the backup: types/permit-1/type.xml */
	struct file_sum seen;
};

struct backup_manifest {
	int64_t made;		/* when; of the moment that it holds */
	const char *version;	/* of the program that made it */
	const char *engine;	/* sqlite postgresql */
	int64_t schema;
	struct store_backup_state state;
	int64_t chains;		/* and SHA-256 over all their ends */
	unsigned char heads[DIGEST_SIZE];
	int64_t documents, document_bytes;
	int64_t lost;		/* documents that could not be copied */
	struct backup_manifest_file *files;
};

/* Looks at a file below the backup's folder and adds it. */
enum err backup_manifest_add(struct ctx *, struct backup_manifest *,
	    const char *folder, const char *name);
enum err backup_manifest_write(struct ctx *, const struct backup_manifest *,
	    const char *folder);
/* ERR_INVALID: none there, or not as it was written. */
enum err backup_manifest_read(struct ctx *, const char *folder,
	    struct backup_manifest *out);
/* The file that has the store: dossier.db, or what pg_dump wrote. */
const char *backup_manifest_store(const struct backup_manifest *);
/* How much one file of it has; -1 when it is not in it. */
int64_t	 backup_manifest_bytes(const struct backup_manifest *,
	    const char *name);

/* Ends of all chains in one digest, of the transaction under way. */
enum err backup_manifest_heads(struct ctx *, struct backup_manifest *);

#endif
