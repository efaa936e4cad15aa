/* SPDX-License-Identifier: MIT */
#ifndef STORE_VERIFY_SEALED_H
#define STORE_VERIFY_SEALED_H

#include "base/ctx.h"
#include "model/sealed.h"

/* Signed notes, for the operator's check: by the number of the dossier where
 * it was signed, and its own there; with the signature of that number.
 * seal 0: there is none. */
enum err store_verify_sealed(struct ctx *, const char *number, int64_t no,
	    int64_t signature, struct sealed *out,
	    struct sealed_signature *by);
/* How many signatures there are. */
enum err store_verify_sealed_total(struct ctx *, int64_t *signatures);

#endif
