/* SPDX-License-Identifier: MIT */
#ifndef MODEL_FHIR_H
#define MODEL_FHIR_H

#include <stdint.h>

/* A resource of FHIR that a file brought onto a case, as it was. */
struct fhir_kept {
	struct fhir_kept *next;
	int64_t id;
	const char *type;	/* "Condition" */
	const char *name;	/* its id; of one without, a hash of it */
	const char *url;	/* by which others in its Bundle name it; "" */
	int64_t no;		/* of the part of the case that it became; 0 */
	const char *xml;
	int64_t taken;
};

#endif
