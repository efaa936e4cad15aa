/* SPDX-License-Identifier: MIT */
#ifndef STORE_PROCEEDING_H
#define STORE_PROCEEDING_H

#include <stdbool.h>

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/matter.h"

/* Proceedings of an opened dossier, and the hearings in them. */
enum err store_proceeding_list(struct ctx *, const struct dossier *,
	    struct proceeding **out);	/* pending ones first, newest first */
enum err store_proceeding_find(struct ctx *, const struct dossier *,
	    int64_t no, struct proceeding **out);	/* NULL: none */
enum err store_proceeding_add(struct ctx *, const struct dossier *,
	    struct proceeding *);
/* ERR_CONFLICT when p->version is old. */
enum err store_proceeding_save(struct ctx *, struct proceeding *);

enum err store_proceeding_hearings(struct ctx *, const struct dossier *,
	    struct hearing **out);	/* in the order of their days */
enum err store_proceeding_hearing_add(struct ctx *, int64_t appointment,
	    const struct proceeding *);

/* For the dossiers of a list that the viewer may see. */
enum err store_proceeding_matters(struct ctx *, const struct dossier *list,
	    struct matter **out);

#endif
