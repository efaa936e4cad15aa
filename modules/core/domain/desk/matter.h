/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_MATTER_H
#define DOMAIN_MATTER_H

#include "base/ctx.h"
#include "domain/desk/queue.h"
#include "model/casetype.h"
#include "model/matter.h"

/*
 * Matters: the dossiers of types that have a view of lawyers, contracts
 * (domain/desk/contract.h) among them.
 */
bool	 matter_is(const struct casetype *);
/* The current types with this view; the last is NULL. */
enum err matter_types(struct ctx *, enum type_view,
	    const struct casetype *const **out);
/* As dossier_open(), with what hangs on it; ERR_MISSING where it is no
 * matter. */
enum err matter_open(struct ctx *, const char *number, enum level,
	    struct dossier **out);

#endif
