/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_BACKUP_H
#define DOMAIN_BACKUP_H

#include "domain/house/backup_documents.h"

/*
 * Backups: store, documents, settings and case types, taken while people
 * work, each a folder of its own that is whole or not there. What a backup
 * is worth is known once it was verified, which is restoring it.
 */
struct backup_report {
	const char *name;		/* 2026-11-22T021500Z */
	struct backup_manifest manifest;
	struct backup_documents documents;
};

/* Of the open store. The folder is made when it is missing. */
enum err backup_make(struct ctx *, const char *dir,
	    struct backup_report *out);

/* ERR_BUSY when the disk of the store has not the room that an upgrade may
 * need: two and a half times the store. */
enum err backup_room(struct ctx *);

/* Restores the newest into a scratch folder, brings it to these programs'
 * schema (files of that folder, NULL the installed ones) and checks all of
 * it. One of PostgreSQL goes into the empty database `scratch`, which is
 * empty again afterwards. ERR_INVALID: it is not good, and cx->why says what
 * is wrong. */
enum err backup_verify(struct ctx *, const char *dir, const char *schema,
	    const char *scratch, struct backup_report *out);

/* Leaves the newest `keep`. Nothing goes while the newest is not verified:
 * *removed is -1 then. */
enum err backup_prune(struct ctx *, const char *dir, int64_t keep,
	    int64_t *removed);

/* A backup that is to be restored: dir is one, or the newest of dir is. */
struct backup_source {
	const char *folder, *documents;
	struct backup_manifest manifest;
	int64_t verified;		/* when; 0: never */
};
enum err backup_restore_source(struct ctx *, const char *dir,
	    struct backup_source *out);
/* A restore in three steps: a new or empty folder is marked as not whole
 * (ERR_INVALID: it is neither), everything but dossier.conf is laid into it
 * (or, refused, all of it is taken away), the mark goes. */
enum err backup_restore_begin(struct ctx *, const char *to);
enum err backup_restore(struct ctx *, const struct backup_source *,
	    const char *to, struct backup_documents *out);
/* Of PostgreSQL only: what was laid there, into the empty database url. */
enum err backup_restore_database(struct ctx *, const struct backup_source *,
	    const char *to, const char *url);
enum err backup_restore_done(struct ctx *, const char *to);

/* What came into the open store after the backup; ERR_MISSING when that
 * store ends before it. */
enum err backup_since(struct ctx *, const struct backup_manifest *,
	    struct store_backup_state *out);

/* Notes in the open store how a run went, for whoever asks how the system
 * is; cx->now is its end. A store that has no such table yet is let be. */
enum err backup_note(struct ctx *, const char *job, int64_t started,
	    int64_t made, bool ok, const char *said);
#define BACKUP_JOB "backup"
#define BACKUP_JOB_VERIFY "backup-verify"	/* mark: when it was made */
#define BACKUP_JOB_DOCUMENTS "backup-documents"	/* did it find all */

#define BACKUP_CONF "dossier.conf"
#define BACKUP_VERIFIED "verified"
#define BACKUP_TYPES "types"

#endif
