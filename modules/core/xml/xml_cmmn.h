/* SPDX-License-Identifier: MIT */
#ifndef XML_XML_CMMN_H
#define XML_XML_CMMN_H

#include <stddef.h>

#include "base/arena.h"
#include "model/cmmn.h"

/*
 * A case model in CMMN 1.1, as the file says it, references resolved.
 * Diagrams and relationships are read over; what vendors add is kept as
 * extensions. Expressions in the ${...} of other products become FEEL where
 * they are a name, a path or a simple comparison; others are a fault.
 */
#define XML_CMMN_MAX ((size_t)16 << 20)	/* bytes of a file */

/* Our own additions, in <extensionElements>: see etc/casetypes/README.md. */
#define XML_CMMN_OURS "urn:dossier:cmmn"

/*
 * The model, all in the arena, with every fault appended; NULL only where the
 * file is no CMMN 1.1 at all. A model with faults that are not mild lacks
 * what they speak of.
 */
struct cmmn_model *xml_cmmn_read(struct arena *, const char *file,
	    const char *bytes, size_t len, struct cmmn_fault **);
/* The same from a file, whose path is also its name. */
struct cmmn_model *xml_cmmn_file(struct arena *, const char *path,
	    struct cmmn_fault **);

#endif
