/* SPDX-License-Identifier: MIT */
#ifndef XML_XML_RULEPACK_H
#define XML_XML_RULEPACK_H

#include <stddef.h>

#include "base/arena.h"
#include "model/rulepack.h"
#include "xml/reader.h"

/*
 * A care model (etc/caremodels/README.md), read for the type that names it:
 * its phases, roles and documents are those of the type.
 */
#define XML_RULEPACK_FOLDER "models/"	/* of a type's folder */
#define XML_RULEPACK_MOST 12		/* models of a type */

/* The pack, all in the arena; NULL with at least one fault appended. schema:
 * path of model.rng, NULL for what was checked against it before. */
struct rulepack *xml_rulepack_read(struct arena *, const char *file,
	    const char *bytes, size_t len, const char *schema,
	    const struct casetype *, struct reader_fault **faults);

#endif
