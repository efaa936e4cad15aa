/* SPDX-License-Identifier: MIT */
#ifndef XML_FHIRWRITE_H
#define XML_FHIRWRITE_H

#include "base/buf.h"
#include "xml/reader.h"

/*
 * FHIR as XML in one form alone: UTF-8, an element a line, narratives as they
 * are, in the order of the tree; so what was written, read and written again
 * is the same bytes.
 */

/* A whole file of one resource. */
void	 fhirwrite_file(struct buf *, const struct reader_node *);
/* The same in pieces: its start, elements right inside, its end. */
void	 fhirwrite_start(struct buf *, const char *resource);
void	 fhirwrite_part(struct buf *, const struct reader_node *);
void	 fhirwrite_end(struct buf *, const char *resource);

#endif
