/* SPDX-License-Identifier: MIT */
#ifndef STORE_CONTRACT_H
#define STORE_CONTRACT_H

#include "base/ctx.h"
#include "model/contract.h"
#include "model/dossier.h"

/* Who is on the other side of at most QUERY_IDS rows of a list. */
enum err store_contract_parties(struct ctx *, const struct dossier *list,
	    struct contract **out);

#endif
