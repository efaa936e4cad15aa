/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_MEDICAL_H
#define DOMAIN_MEDICAL_H

#include "base/ctx.h"
#include "model/casetype.h"
#include "model/dossier.h"
#include "model/patient.h"

/*
 * Cases of patients: the dossiers of types that have a view of nurses and
 * doctors. All that is medical of one is reached through medical_open(), which
 * asks for a member of the compartment besides the right on the dossier,
 * whatever that lies in. It exists for nobody else.
 */
#define MEDICAL_COMPARTMENT "medical"

bool	 medical_is(const struct casetype *);
/* The current types with this view; the last is NULL. */
enum err medical_types(struct ctx *, const struct casetype *const **out);
/* Rows of their versions that have it, for lists; how many. */
#define MEDICAL_VERSIONS 60
enum err medical_versions(struct ctx *, int64_t out[MEDICAL_VERSIONS],
	    size_t *n);
/* As dossier_open(), with what hangs on it. */
enum err medical_open(struct ctx *, const char *number, enum level,
	    struct dossier **out);
/* ERR_FORBIDDEN where the viewer is no member. */
enum err medical_member(struct ctx *);

/* Whom the case is about: its first party in the role of the patient, with
 * identifiers; NULL where nobody is named. Needs dossier_load(). */
enum err medical_patient(struct ctx *, const struct dossier *,
	    struct person **out);
/* "58 years", of small children in months or days; "" where it is not known. */
const char *medical_age(struct ctx *, const char *born, const char *died);

/* By name. Those of the viewer are the ones that they lead, have a role on,
 * or an open task. One more than the limit tells that it goes on. */
enum err medical_patients(struct ctx *, const struct patient_filter *,
	    struct patient **out);

#endif
