/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_SEAL_H
#define DOMAIN_SEAL_H

#include <stdbool.h>

#include "base/ctx.h"
#include "base/merkle.h"
#include "model/dossier.h"
#include "model/seal.h"

/*
 * A seal is one hash over the heads of all chains that grew since the seal
 * before, and over that seal: what was sealed cannot be changed, cut or
 * taken out without changing every later seal, and those stand elsewhere
 * too. The bytes are told in schema/README.md.
 */
#define SEAL_SILENCE 3600	/* a seal without heads proves that nothing
				 * happened; one an hour is enough */

/* The next seal, in the write transaction under way. .number is 0 when none
 * is due; *more: there are further heads, so make another one. */
enum err seal_make(struct ctx *, struct seal *out, bool *more);
/* The last over an opened dossier's history, .number 0 when there is none,
 * and how many entries came later. */
enum err seal_of(struct ctx *, const struct dossier *, struct seal *out,
	    int64_t *later);

void	 seal_leaf(struct merkle *, const struct seal_head *);
void	 seal_hash(struct ctx *, const struct seal *,
	    unsigned char out[DIGEST_SIZE]);

#endif
