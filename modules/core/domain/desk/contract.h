/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_CONTRACT_H
#define DOMAIN_CONTRACT_H

#include "base/ctx.h"
#include "domain/desk/queue.h"
#include "model/casetype.h"
#include "model/contract.h"

/*
 * Contracts: the dossiers of types that have the view "contract". What was
 * agreed stands in fields with these codes; a type may lack any of them.
 */
#define CONTRACT_FIELDS							\
	"kind", "value", "begins", "ends", "renews", "notice",		\
	"notice_unit", "notice_by", "law"
bool	 contract_is(const struct casetype *);
/* Fills ->values of at most 240 rows with these fields; who is on the other
 * side of each. */
enum err contract_fill(struct ctx *, struct dossier *,
	    struct contract **parties);
/* A page of queue_list(), so filled. */
enum err contract_list(struct ctx *, const struct queue_filter *,
	    struct queue_page *out, struct contract **parties);
/* Draft, In approval, In force ... and how a closed one ended. */
const char *contract_state(struct ctx *, const struct dossier *);
/* Of a field of it: as the viewer's language writes it, or as a table for
 * other programs wants it: money as 48000.00, and its currency apart. */
const char *contract_show(struct ctx *, const struct dossier *,
	    const char *field);
const char *contract_plain(struct ctx *, const struct dossier *,
	    const char *field, const char **currency);

#endif
