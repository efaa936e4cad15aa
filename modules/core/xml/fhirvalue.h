/* SPDX-License-Identifier: MIT */
#ifndef XML_FHIRVALUE_H
#define XML_FHIRVALUE_H

#include <stdbool.h>

/* The primitive types of FHIR R4 (section 2.24.0.1) as they are written. */

/* Is it the name of a primitive type? */
bool	 fhirvalue_primitive(const char *type);
/* May a value of that primitive type be written like this? Never when it is
 * empty: then there is no value. */
bool	 fhirvalue_ok(const char *type, const char *value);

#endif
