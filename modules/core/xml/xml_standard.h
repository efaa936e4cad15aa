/* SPDX-License-Identifier: MIT */
#ifndef XML_XML_STANDARD_H
#define XML_XML_STANDARD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "model/standard.h"
#include "xml/reader.h"

/* A standard care plan of a case type. Beyond the schema: every code once,
 * all six languages, a file that is called as the plan is, goals and problems
 * that are there. */
#define XML_STANDARD_FOLDER "careplans/"

/* All in the arena; NULL with at least one fault appended. As of
 * xml_form_read(): schema is careplan.rng, or NULL. */
struct standard *xml_standard_read(struct arena *, const char *file,
	    const char *name, const char *bytes, size_t len,
	    const char *schema, struct reader_fault **faults);

/* careplans/NAME.xml, of letters, digits and _. */
bool	 xml_standard_is(const char *name);

#endif
