/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DOSSIER_LOOK_H
#define DOMAIN_DOSSIER_LOOK_H

#include "base/ctx.h"
#include "model/dossier.h"

/*
 * Reading what is protected leaves "dossier.read" ("log_reads" of
 * dossier.conf): a restricted dossier, one that is or has something in a
 * compartment of the reader, one opened in an emergency, what a search found
 * of them. look.h has what else goes on record, and who is told of it.
 */

/* dossier_open() tells it. */
void	 dossier_look(struct ctx *, const struct dossier *);
/* The find box shows them; by which right it did not ask. */
#define DOSSIER_LOOK_FOUND "find"	/* its page, in the event */
void	 dossier_look_found(struct ctx *, const struct dossier *list);

#endif
