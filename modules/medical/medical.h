/* SPDX-License-Identifier: MIT */
#ifndef MEDICAL_MEDICAL_H
#define MEDICAL_MEDICAL_H

#include "domain/desk/medical.h"
#include "web/serve.h"
#include "web/view.h"

/* The address of a case, which other programs share with theirs. */
#define MEDICAL "/medical"
#define PATIENT MEDICAL "/{number}"

extern const struct field patients_form[];

enum err get_patients(struct request *);
enum err get_patient(struct request *);

/* Opens the case of the address at the route's level, shows it as "dossier",
 * and the banner of its patient, that stands on top of each page. */
enum err patient_page_open(struct request *, struct dossier **out);

#endif
