/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_IMPORT_VALUE_H
#define DOMAIN_IMPORT_VALUE_H

#include "domain/desk/import_case.h"
#include "domain/spine/event.h"

/* What a log says, as values and persons of ours. */

/* Tidied to one line of at most max characters. */
const char *import_value_text(struct arena *, const char *, size_t max);

/* A choice by its code, else by any of its labels; "" for none of them. */
const char *import_value_choice(struct ctx *, const struct type_field *,
	    const char *value);

/* The person whom the log calls so: made once a log. 0 for a name of blanks. */
enum err import_value_person(struct import_case *, const char *name,
	    int64_t *out);

/* Writes the fields that the type takes from the trace, and tells them and
 * all the rest in the body. */
enum err import_value_all(struct import_case *, struct event_body *);

#endif
