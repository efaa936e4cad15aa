/* SPDX-License-Identifier: MIT */
#ifndef MEDICAL_PATIENT_CONSENTS_H
#define MEDICAL_PATIENT_CONSENTS_H

#include "medical/medical.h"
#include "web/consents.h"

/* Consents to what leaves the house of a patient's records. */
enum err get_ending(struct request *);
enum err get_patient_consents(struct request *);
enum err get_patient_consent_new(struct request *);
enum err post_patient_consent_add(struct request *);
enum err get_patient_consent(struct request *);
enum err get_patient_consent_sheet(struct request *);
enum err post_patient_consent_sign(struct request *);
enum err post_patient_consent_end(struct request *);
/* Those in force, for the summary. */
enum err patient_consents_show(struct request *, struct dossier *);

#endif
