/* SPDX-License-Identifier: MIT */
#ifndef XML_FHIRSHAPE_H
#define XML_FHIRSHAPE_H

#include <stdbool.h>

#include "base/arena.h"

/*
 * The types of FHIR R4 (4.0.1) that we understand, as constant tables: the
 * elements of each in the order of the standard, how often they stand there,
 * and of which type they are. Tables are in the files fhirshape_*.c.
 */
#define FHIRSHAPE_MANY 255
/* What an extension, and the input of a task, may be. */
#define FHIRSHAPE_ANY \
	"base64Binary boolean canonical code date dateTime decimal id " \
	"instant integer markdown oid positiveInt string time unsignedInt " \
	"uri url uuid Address Age Annotation Attachment CodeableConcept " \
	"Coding ContactPoint Count Distance Duration HumanName Identifier " \
	"Money Period Quantity Range Ratio Reference SampledData Signature " \
	"Timing ContactDetail Contributor DataRequirement Expression " \
	"ParameterDefinition RelatedArtifact TriggerDefinition " \
	"UsageContext Dosage Meta"

struct fhirshape_element {
	const char *name;	/* "value[x]" goes by the names of its types */
	const char *type;	/* of [x] several, with blanks between */
	unsigned char least, most;
};

struct fhirshape {
	const char *name;	/* "Patient", "Patient.Contact", "Period" */
	const char *base;	/* whose elements come first; "" none */
	const struct fhirshape_element *elements;	/* NULL: none more */
};

struct fhirshape_codes {
	const char *name;	/* as a type of an element */
	const char *codes;	/* with blanks between */
};

extern const struct fhirshape fhirshape_basic[], fhirshape_order[],
    fhirshape_person[], fhirshape_health[], fhirshape_work[],
    fhirshape_paper[];
extern const struct fhirshape_codes fhirshape_code[];

/* NULL: a primitive type, a list of codes, or one that is not here. */
const struct fhirshape *fhirshape_find(const char *type);
/* Of a type that is a list of codes; NULL of any other. */
const char *fhirshape_codes(const char *type);
/* The type that an element of that name has by this row; NULL: it is not of
 * the row. */
const char *fhirshape_type(struct arena *, const struct fhirshape_element *,
	    const char *name);
/* Is it the name of a type of resources, one that is not here included? */
bool	 fhirshape_resource(const char *name);

#endif
