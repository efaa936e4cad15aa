/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_FHIR_PERSON_H
#define DOMAIN_FHIR_PERSON_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "xml/reader.h"

/* A person of the register and the resource Patient. */
struct fhir_person {
	const char *given, *family, *name;	/* name: as it is shown */
	const char *born, *sex, *died, *phone, *email;	/* "" not said */
};
void	 fhir_person_read(struct ctx *, struct reader_node *,
	    struct fhir_person *out);
/* What the register knows is written over it; the rest stays. */
void	 fhir_person_write(struct ctx *, struct reader_node *,
	    const struct person *);
/* The same name and no other birth date? */
bool	 fhir_person_is(struct ctx *, const struct fhir_person *,
	    const struct person *);

#endif
