/* SPDX-License-Identifier: MIT */
#ifndef XML_XML_JUDGMENT_H
#define XML_XML_JUDGMENT_H

#include <stdbool.h>

#include "base/arena.h"
#include "model/judgment.h"
#include "xml/reader.h"

/*
 * Judgments in Akoma Ntoso 3.0 (OASIS LegalDocML): what identifies them, and
 * their text in lines. Of how the file wants to look nothing is kept.
 */
#define XML_JUDGMENT_MAX ((size_t)8 << 20)	/* bytes */

/* All in the arena; NULL with at least one fault appended, each with file
 * and line. */
struct judgment *xml_judgment_read(struct arena *, const char *path,
	    const char *name, struct reader_fault **faults);

#endif
