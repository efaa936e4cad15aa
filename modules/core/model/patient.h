/* SPDX-License-Identifier: MIT */
#ifndef MODEL_PATIENT_H
#define MODEL_PATIENT_H

#include <stdbool.h>

#include "model/dossier.h"

#define PATIENT_ROLE "patient"	/* of a party */

/* A row of a list of patients: a case, and whose it is. */
struct patient {
	struct patient *next;
	const char *number;	/* of the case */
	const char *title;
	int64_t type_id;
	const struct casetype *type;	/* filled by domain */
	const char *phase, *status;
	const char *lead;	/* the case manager, "" nobody */
	int64_t due;		/* next date, 0 none */
	const char *name;	/* "" nobody is named yet */
	const char *person;	/* number, for addresses */
	const char *born, *died, *sex;
};

struct patient_filter {
	bool all;		/* not only those of the viewer */
	bool closed;
	const char *text;	/* words of a name, a birth date; "" any */
	const char *after;	/* number of the last page's last, "" first */
	int limit;
};

#endif
