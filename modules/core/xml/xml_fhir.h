/* SPDX-License-Identifier: MIT */
#ifndef XML_XML_FHIR_H
#define XML_XML_FHIR_H

#include <stdbool.h>

#include "base/arena.h"
#include "xml/fhircheck.h"
#include "xml/reader.h"

/*
 * Files of FHIR R4 in XML. A resource is read whole; a Bundle is walked, so
 * that memory does not grow with the number of its entries:
 *   f = xml_fhir_open(a, path, name, &faults);
 *   while ((n = xml_fhir_next(f, each)) != NULL) ...
 *   if (!xml_fhir_close(f)) ... faults says why
 */
#define XML_FHIR_MAX ((size_t)16 << 20)	/* bytes of a resource, or an entry */

struct xml_fhir;

/* Never NULL: what is wrong shows at the first step. name: what faults call
 * the file. */
struct xml_fhir *xml_fhir_open(struct arena *, const char *path,
	    const char *name, struct reader_fault **faults);
/* The resource; of a Bundle the elements right inside it, one by one, an
 * entry as an element "entry". In the second arena, which may be emptied
 * before the next step. NULL at the end or at a fault. */
struct reader_node *xml_fhir_next(struct xml_fhir *, struct arena *);
/* "Patient", "Bundle"; "" before the first step. */
const char *xml_fhir_root(const struct xml_fhir *);
bool	 xml_fhir_walked(const struct xml_fhir *);	/* is it a Bundle? */
/* What was found up to now. */
const struct fhircheck *xml_fhir_found(const struct xml_fhir *);
/* True when the whole file was read and is right. Releases the handle. */
bool	 xml_fhir_close(struct xml_fhir *);

#endif
