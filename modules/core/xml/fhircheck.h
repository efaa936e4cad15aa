/* SPDX-License-Identifier: MIT */
#ifndef XML_FHIRCHECK_H
#define XML_FHIRCHECK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "xml/reader.h"

/*
 * A resource of FHIR as a tree, held against the tables of fhirshape: what is
 * no FHIR is a fault with its line. Elements come into the order of the
 * standard; nothing is lost but white space between elements, and where XML
 * looks for a schema. Of a type that has no table the tree is kept as it is.
 */
#define FHIRCHECK_NS "http://hl7.org/fhir"
#define FHIRCHECK_FAULTS 20	/* of one file */

/* What is kept without being understood. */
struct fhircheck_kept {
	struct fhircheck_kept *next;
	const char *what;	/* "extension http://...", "Observation" */
	size_t n;
};

struct fhircheck {
	struct arena *arena;		/* of the tree */
	struct arena *long_arena;	/* of faults and of what is kept */
	const char *file;
	struct reader_fault **faults;
	int count;			/* of faults */
	size_t read;			/* resources of types with a table */
	size_t understood;		/* elements of their tables */
	size_t whole;			/* resources kept as they are */
	size_t moved;			/* elements put into their place */
	struct fhircheck_kept *kept;	/* in the order of their first */
};

/* All return false with at least one fault more. */
bool	 fhircheck_resource(struct fhircheck *, struct reader_node *);
bool	 fhircheck_element(struct fhircheck *, struct reader_node *,
	    const char *type);
/* Attributes right at a resource: there are none. */
bool	 fhircheck_root(struct fhircheck *, struct reader_node *);
void	 fhircheck_fault(struct fhircheck *, int line, const char *fmt, ...)
	    __attribute__((format(printf, 3, 4)));

#endif
