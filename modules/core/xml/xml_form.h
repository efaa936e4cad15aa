/* SPDX-License-Identifier: MIT */
#ifndef XML_XML_FORM_H
#define XML_XML_FORM_H

#include <stddef.h>

#include "base/arena.h"
#include "model/typeform.h"
#include "xml/reader.h"

/* A form of a case type. Beyond the schema: every code once, all six
 * languages, a file that is called as the form is. */
#define XML_FORM_FOLDER "forms/"
#define XML_FORM_MAX 400	/* questions */

/* All in the arena; NULL with at least one fault appended. name: the file
 * within the folder of the type; file: what faults call it; schema: path of
 * form.rng, NULL for a source that was checked before. */
struct type_form *xml_form_read(struct arena *, const char *file,
	    const char *name, const char *bytes, size_t len,
	    const char *schema, struct reader_fault **faults);

/* One that is being edited: as far as it can be read, whatever is wrong with
 * it; only English has to be there. NULL: it is no form at all. */
struct type_form *xml_form_draft(struct arena *, const char *name,
	    const struct reader_node *root, struct reader_fault **faults);

/* forms/NAME.xml, of letters, digits and _. */
bool	 xml_form_is(const char *name);

#endif
