/* SPDX-License-Identifier: MIT */
#ifndef XML_FHIRHTML_H
#define XML_FHIRHTML_H

#include "base/arena.h"
#include "xml/reader.h"

/*
 * The narrative of a resource: the part of XHTML that FHIR allows (section
 * 2.4.1), without forms, frames, objects, scripts and handlers of events.
 */
#define FHIRHTML_NS "http://www.w3.org/1999/xhtml"

/* NULL when the element and all in it may be in a narrative; a sentence for
 * whoever wrote it otherwise, and where. */
const char *fhirhtml_fault(struct arena *, const struct reader_node *,
	    int *line);

#endif
