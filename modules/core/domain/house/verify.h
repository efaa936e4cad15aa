/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_VERIFY_H
#define DOMAIN_VERIFY_H

#include <stdbool.h>

#include "base/ctx.h"

/*
 * Checks that the log and the documents are as they were written: every
 * chain link by link, every body against its commitment, every head; the
 * heads against the seals, the seals against each other and against a file
 * outside the store; the reasons of decisions, the copies of forms, accepted
 * sheets, walls and the sources of types against their events; that counts
 * and what is kept beside its source are right, and that the bytes of every
 * document are there and unchanged. It stops at the first fault, but for
 * documents.
 */
#define VERIFY_LOST 20	/* are named */

struct verify_report {
	int64_t chains, events, documents;
	int64_t leaves;		/* events that a seal holds itself */
	int64_t sealed_chains, sealed_events;	/* covered by seals */
	int64_t seals;		/* the number of the last, 0 none */
	int64_t sealed;		/* when it was made */
	const char *file;	/* that they were compared with, or NULL */
	const char *note;	/* what else is worth knowing, or NULL */
	const char *fault;	/* one sentence on the first bad row, or NULL */
	const char *lost_text[VERIFY_LOST];	/* the first bad documents */
	int64_t lost;				/* of so many */
};

/* file: "" there is none. One that is asked for must be there. */
enum err verify_store(struct ctx *, const char *file, bool asked,
	    struct verify_report *out);

#endif
