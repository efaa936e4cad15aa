/* SPDX-License-Identifier: MIT */
#ifndef STORE_PATIENT_H
#define STORE_PATIENT_H

#include "base/ctx.h"
#include "model/patient.h"

/* Cases in sight of n versions of types, by the name of the patient. */
enum err store_patient_list(struct ctx *, const struct patient_filter *,
	    const int64_t *types, size_t n, struct patient **out);

#endif
