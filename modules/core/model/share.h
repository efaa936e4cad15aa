/* SPDX-License-Identifier: MIT */
#ifndef MODEL_SHARE_H
#define MODEL_SHARE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/digest.h"

/* What of a dossier somebody outside sees by a private link. */
enum {			/* parts of the dossier, bits */
	SHARE_STAGE = 1, SHARE_PARTIES = 2, SHARE_HEARINGS = 4,
	SHARE_DEADLINES = 8
};

struct share {
	struct share *next;
	int64_t id, no;
	int64_t dossier;
	const char *number;	/* the dossier's */
	int64_t lead;		/* of the dossier, 0 nobody */
	const char *name, *email;	/* who gets it */
	int64_t person;		/* in the register, 0 not there */
	const char *purpose;
	unsigned int parts;
	unsigned int aim;	/* a bit of consent_purpose, where consents
				 * are asked for; else 0 */
	const char *consents;	/* by which it was made: "3 5" */
	int64_t made, maker;
	const char *maker_name;
	int64_t until;
	int64_t tries;		/* wrong codes since the last right one */
	int64_t locked, opened, ended;	/* 0 not */
	const char *ender_name, *why;
	unsigned char code[32];
	int64_t documents;	/* chosen */
	/* of its log */
	int64_t looks, looked;	/* how many, the last one */
};

/* Its link and its code, when they are drawn. The store gets a hash of the
 * link; the code is kept by a hash that needs the link, so that who reads the
 * store has neither. */
struct share_secret {
	const char *token;	/* of the link */
	const char *code;	/* ABCD-EFGH */
	unsigned char link[DIGEST_SIZE], sum[DIGEST_SIZE]; /* their hashes */
};

/* Its link or its code, by mail. */
struct share_mail {
	struct share_mail *next;
	int64_t id, share;	/* rows */
	bool code;		/* else the link */
	const char *email, *lang;
	int64_t queued, due, tries;
	int64_t ended;		/* 0: it waits */
	bool taken;
	const char *said;	/* why not */
};

/* One that was chosen, or can be. */
struct share_document {
	struct share_document *next;
	int64_t no;		/* in the share */
	int64_t id, document;	/* row; no in the dossier */
	const char *name, *kind, *dated, *media_type, *sha256;
	size_t bytes;
	int64_t added;
	int64_t compartment;	/* 0 none; it was released */
	int hidden;		/* withdrawn, protected or moved since */
};

#endif
