/* SPDX-License-Identifier: MIT */
/* medical: cases of patients as nurses, doctors and therapists see them. This
 * table is its map. */
#include "medical/medical.h"

static const struct route routes[] = {
	/* method path                        right        level       form           handler */
	{ GET,  MEDICAL,                       RIGHT_STAFF, 0,          patients_form, get_patients },
	{ GET,  PATIENT,                       RIGHT_STAFF, LEVEL_READ, NULL,          get_patient },
	{ 0 }
};

int
main(int argc, char **argv)
{
	return serve(argc, argv, routes);
}
