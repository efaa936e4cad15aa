/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_MATTER_H
#define DOMAIN_MATTER_H

#include "base/ctx.h"
#include "domain/desk/queue.h"
#include "model/casetype.h"
#include "model/matter.h"

/*
 * Matters: the dossiers of types that have the view of lawyers.
 */
bool	 matter_is(const struct casetype *);
/* The current ones of these types; the last is NULL. */
enum err matter_types(struct ctx *, const struct casetype *const **out);
/* As dossier_open(), with what hangs on it; ERR_MISSING where it is no
 * matter. */
enum err matter_open(struct ctx *, const char *number, enum level,
	    struct dossier **out);

#endif
