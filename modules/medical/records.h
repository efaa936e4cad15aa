/* SPDX-License-Identifier: MIT */
#ifndef MEDICAL_RECORDS_H
#define MEDICAL_RECORDS_H

#include "medical/medical.h"

#define RECORD PATIENT "/fhir"
#define RECORD_BYTES ((size_t)32 << 20)	/* of one upload */

extern const struct field records_take_form[], records_give_form[],
    records_file_form[];

enum err get_patient_fhir(struct request *);
enum err get_patient_fhir_file(struct request *);
enum err post_patient_fhir_give(struct request *);
enum err post_patient_fhir_take(struct request *);

#endif
