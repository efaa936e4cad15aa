/* SPDX-License-Identifier: MIT */
#ifndef XML_XML_COURT_H
#define XML_XML_COURT_H

#include "base/arena.h"
#include "model/court.h"
#include "xml/reader.h"

/*
 * The rules by which the periods of a court are counted:
 * etc/courts/README.md. All in the arena; NULL with at least one fault
 * appended, each with file and line. schema: path of court.rng, NULL for a
 * text that was checked before.
 */
#define XML_COURT_MAX ((size_t)256 * 1024)	/* bytes */

struct court *xml_court_read(struct arena *, const char *file,
	    const char *bytes, size_t len, const char *schema,
	    struct reader_fault **faults);

#endif
