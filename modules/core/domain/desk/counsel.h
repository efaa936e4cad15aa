/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_COUNSEL_H
#define DOMAIN_COUNSEL_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/matter.h"

/*
 * Who represents whom: one party of a dossier another one, as long as both
 * have their roles. Several may represent one, and one several. Every act
 * needs LEVEL_WORK and can be undone. Parties are named by their no; the
 * fields "client" and "counsel" are refused by name.
 */
enum err counsel_list(struct ctx *, const struct dossier *,
	    struct counsel **out);		/* by client */
enum err counsel_add(struct ctx *, struct dossier *, int64_t client,
	    int64_t counsel);
/* ERR_MISSING when it does not represent it. */
enum err counsel_end(struct ctx *, struct dossier *, int64_t client,
	    int64_t counsel, const char *why);

#endif
