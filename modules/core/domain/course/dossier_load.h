/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DOSSIER_LOAD_H
#define DOMAIN_DOSSIER_LOAD_H

#include "base/ctx.h"
#include "model/dossier.h"

/* Parties, tasks, the latest notes, phases and values. */
enum err dossier_load(struct ctx *, struct dossier *);

#endif
