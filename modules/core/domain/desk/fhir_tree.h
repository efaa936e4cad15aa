/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_FHIR_TREE_H
#define DOMAIN_FHIR_TREE_H

#include "base/arena.h"
#include "xml/reader.h"

/*
 * Values in the tree of a resource. A path names elements from one that is
 * given: "code/coding/display", of each the first. What is written makes the
 * elements that lack; where they stand is for xml/fhircheck.
 */
struct reader_node *fhir_tree_new(struct arena *, const char *resource);
struct reader_node *fhir_tree_at(struct reader_node *, const char *path);
/* The value there; "" none. */
const char *fhir_tree_get(struct reader_node *, const char *path);
/* "" takes the element out, and those around it that become empty. */
void	 fhir_tree_set(struct arena *, struct reader_node *, const char *path,
	    const char *value);
/* One more element of that name, behind the others. */
struct reader_node *fhir_tree_add(struct arena *, struct reader_node *,
	    const char *name);
/* All of that name. */
void	 fhir_tree_drop(struct reader_node *, const char *name);

/* Of a CodeableConcept at a path: the code that it has of a system. Setting it
 * leaves codes of other systems. */
const char *fhir_tree_code(struct reader_node *, const char *path,
	    const char *system);
void	 fhir_tree_code_set(struct arena *, struct reader_node *,
	    const char *path, const char *system, const char *code,
	    const char *display);

/* What has no place in the standard stands in an extension of ours. */
const char *fhir_tree_own(struct reader_node *, const char *name);
void	 fhir_tree_own_set(struct arena *, struct reader_node *,
	    const char *name, const char *type, const char *value);

#endif
