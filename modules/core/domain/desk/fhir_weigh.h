/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_FHIR_WEIGH_H
#define DOMAIN_FHIR_WEIGH_H

#include "domain/desk/fhir.h"

/* What weighing and taking share: fhir.h has the act. */

/* A refusal becomes the reason why something is only kept. */
const char *fhir_weigh_forget(struct ctx *, enum fact_kind);
/* Does it say that there are no allergies? */
bool	 fhir_weigh_denies(const struct fhir_line *);

#endif
