/* SPDX-License-Identifier: MIT */
#ifndef LEGAL_CONTRACTS_H
#define LEGAL_CONTRACTS_H

#include "domain/desk/contract.h"
#include "legal/legal.h"

/* The register as its filters, which stand in the address, want it. */
struct contracts {
	const struct casetype *type;	/* NULL: there is none */
	const char *list;		/* mine all closed */
	struct queue_filter filter;	/* without ->after and ->limit */
	const char *query;		/* "?list=all&kind=lease" */
};
enum err contracts_typed(struct request *, struct contracts *out);

/* Of a contract its terms, on its page as a matter. */
void	 contract_page_show(struct request *, const struct dossier *);

#endif
