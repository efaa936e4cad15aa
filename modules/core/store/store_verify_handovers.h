/* SPDX-License-Identifier: MIT */
#ifndef STORE_VERIFY_HANDOVERS_H
#define STORE_VERIFY_HANDOVERS_H

#include "base/ctx.h"
#include "model/handover.h"

/* Sheets that were accepted, for the operator's check. */
struct store_verify_sheet {
	int64_t dossier, receiver, said;
	const char *sha256;
	struct handover_line *lines;
};
/* One by the handover's number and its own; dossier 0: there is none. */
enum err store_verify_handovers(struct ctx *, const char *handover,
	    int64_t no, struct store_verify_sheet *out);
/* How many there are, of all; and lines of sheets that are not. */
enum err store_verify_handovers_total(struct ctx *, int64_t *sheets,
	    int64_t *stray);

#endif
