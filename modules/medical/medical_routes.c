/* SPDX-License-Identifier: MIT */
/* medical: cases of patients as nurses, doctors and therapists see them. This
 * table is its map. */
#include "medical/medical.h"
#include "medical/patient_consents.h"

static const struct route routes[] = {
	/* method path                        right        level       form           handler */
	{ GET,  MEDICAL,                       RIGHT_STAFF, 0,          patients_form, get_patients },
	{ GET,  MEDICAL "/consents/ending",    RIGHT_STAFF, 0,          NULL,          get_ending },
	{ GET,  PATIENT,                       RIGHT_STAFF, LEVEL_READ, NULL,          get_patient },
	{ GET,  PATIENT "/consents",           RIGHT_STAFF, LEVEL_READ, NULL,          get_patient_consents },
	{ GET,  PATIENT "/consents/new",       RIGHT_STAFF, LEVEL_WORK, NULL,          get_patient_consent_new },
	{ POST, PATIENT "/consents/new",       RIGHT_STAFF, LEVEL_WORK, consents_form, post_patient_consent_add, .again = get_patient_consent_new },
	{ GET,  PATIENT "/consents/{no}",      RIGHT_STAFF, LEVEL_READ, NULL,          get_patient_consent },
	{ GET,  PATIENT "/consents/{no}/sheet", RIGHT_STAFF, LEVEL_READ, NULL,         get_patient_consent_sheet },
	{ POST, PATIENT "/consents/{no}/sign", RIGHT_STAFF, LEVEL_WORK, consents_sign_form, post_patient_consent_sign, .again = get_patient_consent },
	{ POST, PATIENT "/consents/{no}/end",  RIGHT_STAFF, LEVEL_WORK, consents_end_form, post_patient_consent_end, .again = get_patient_consent },
	{ 0 }
};

int
main(int argc, char **argv)
{
	return serve(argc, argv, routes);
}
