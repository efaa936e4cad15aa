/* SPDX-License-Identifier: MIT */
#ifndef STORE_BACKUP_H
#define STORE_BACKUP_H

#include <stdbool.h>

#include "base/ctx.h"

/* What a backup tells of the store. Runs on every schema from the first on,
 * for an upgrade begins with a backup of the old one. */
struct store_backup_state {
	int64_t dossiers, events;
	int64_t last_dossier, last_event;	/* row ids; 0 none */
	int64_t newest;			/* when that event was recorded */
};
enum err store_backup_state(struct ctx *, struct store_backup_state *out);
/* How many dossiers and events came after the last ones of a backup, and
 * when the newest of them did; the ids are the store's own. */
enum err store_backup_since(struct ctx *,
	    const struct store_backup_state *then,
	    struct store_backup_state *out);

/* Each calls for every row, until the function gives false. */
struct store_backup_head {
	int64_t dossier;	/* 0: of a topic */
	const char *topic;
	int64_t seq;
	const void *hash;
	size_t len;
};
typedef bool store_backup_head_fn(void *, const struct store_backup_head *);
enum err store_backup_heads(struct ctx *, store_backup_head_fn *, void *);

/* The SHA-256 of all bytes that the store names, each once, in order. */
typedef bool store_backup_document_fn(void *, const char *sha256);
enum err store_backup_documents(struct ctx *, int64_t schema,
	    store_backup_document_fn *, void *);

struct store_backup_type {
	const char *code;
	int64_t version;
	const char *source;
};
typedef bool store_backup_type_fn(void *, const struct store_backup_type *);
enum err store_backup_types(struct ctx *, store_backup_type_fn *, void *);

#endif
