/* SPDX-License-Identifier: MIT */
#ifndef MODEL_DOCUMENT_H
#define MODEL_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A file of a dossier; its bytes lie on disk under their SHA-256. */
struct document {
	struct document *next;
	int64_t id, no;
	const char *name;	/* as it is called here */
	const char *file;	/* as the file of a new version was called */
	const char *kind;	/* code of the type or of ours, or any word */
	const char *dated;	/* civil date of the letter itself, "" none */
	const char *media_type;
	const char *sha256;	/* 64 hex digits: where the bytes lie */
	size_t bytes;		/* of the newest version, as the two above */
	int64_t added;
	const char *added_by;
	int64_t versions;	/* how many; the newest one's number */
	int64_t version;	/* of the row: for stale forms */
	int64_t withdrawn;	/* it should not be here; kept all the same */
	const char *withdrawn_by, *withdrawn_why;
	int64_t compartment;	/* as of a task */
	const char *compartment_name;
	bool held;		/* as of a task */
	const char *with, *way, *medium, *exchanged;	/* as of a note */
};

struct document_version {
	struct document_version *next;
	int64_t version;	/* from 1 */
	const char *file;	/* as the file was called */
	const char *media_type;
	const char *sha256;
	size_t bytes;
	int64_t added;
	const char *added_by;
};

/* A kind that documents of a dossier have. */
struct document_kind {
	struct document_kind *next;
	const char *code;	/* "" those without */
	int64_t count;
};

enum document_order {
	DOCUMENT_BY_ADDED, DOCUMENT_BY_DATED, DOCUMENT_BY_NAME
};

#endif
