/* SPDX-License-Identifier: MIT */
#ifndef XML_XML_DMN_H
#define XML_XML_DMN_H

#include <stddef.h>

#include "base/arena.h"
#include "model/dmn.h"

/*
 * A decision model in DMN 1.1 to 1.5, as the file says it. Expressions keep
 * their text and the line it begins at; diagrams, notes, people and whatever
 * vendors add are read over.
 */
#define XML_DMN_MAX ((size_t)16 << 20)	/* bytes of a file */

/*
 * The model, all in the arena, with every fault appended; NULL only where the
 * file is no DMN at all. A model with faults that are not mild lacks what
 * they speak of: good for finding more of them, not for deciding.
 */
struct dmn_model *xml_dmn_read(struct arena *, const char *file,
	    const char *bytes, size_t len, struct dmn_fault **);
/* The same from a file, whose path is also its name. */
struct dmn_model *xml_dmn_file(struct arena *, const char *path,
	    struct dmn_fault **);

#endif
