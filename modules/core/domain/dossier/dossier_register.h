/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DOSSIER_REGISTER_H
#define DOMAIN_DOSSIER_REGISTER_H

#include "base/ctx.h"
#include "model/dossier.h"

/* A new dossier, for whoever registers one in a way of their own. */

/* The row of a new one, open and in its first phase, under a number that
 * nobody has; type, scope, title, medium and received are set already. */
enum err dossier_register_row(struct ctx *, struct dossier *);
enum err dossier_register_add(struct ctx *, struct dossier *); /* filled in */

#endif
