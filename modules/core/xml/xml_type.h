/* SPDX-License-Identifier: MIT */
#ifndef XML_XML_TYPE_H
#define XML_XML_TYPE_H

#include <stddef.h>

#include "base/arena.h"
#include "model/casetype.h"
#include "xml/reader.h"

/*
 * type.xml. Beyond the schema it holds to the rules that a schema cannot
 * say: every code once, all six languages, references that lead somewhere,
 * no word that Dossier uses itself.
 */
#define XML_TYPE_MAX ((size_t)1024 * 1024)	/* bytes of a type.xml */

/* The type, all in the arena; NULL with at least one fault appended, each
 * with file and line. schema: path of type.rng, NULL for a source that was
 * checked against it before. */
struct casetype *xml_type_read(struct arena *, const char *file,
	    const char *bytes, size_t len, const char *schema,
	    struct reader_fault **faults);

#endif
