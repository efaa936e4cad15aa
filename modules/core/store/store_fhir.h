/* SPDX-License-Identifier: MIT */
#ifndef STORE_FHIR_H
#define STORE_FHIR_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/fhir.h"

/* Of an opened dossier, in the order in which they came. */
enum err store_fhir_list(struct ctx *, const struct dossier *,
	    struct fhir_kept **out);
/* In place of one of the same type and name. */
enum err store_fhir_put(struct ctx *, const struct dossier *,
	    const struct fhir_kept *);

#endif
