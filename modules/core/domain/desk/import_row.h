/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_IMPORT_ROW_H
#define DOMAIN_IMPORT_ROW_H

#include "domain/dossier/dossier.h"
#include "text/csv.h"
#include "xml/xml_map.h"

/* One row of a table on its way to become a request. */

/* What all rows of a file share. */
struct import_row_frame {
	const struct xml_map *map;
	const struct casetype *type;
	int64_t scope;
	const char *log;	/* name of the file, for the event */
	const char **columns;	/* words of the header */
	bool *taken;		/* does the map use the column? */
	size_t n;
};
/* Each column and field that the map names must be there. */
struct import_row_frame *import_row_frame(struct ctx *,
	    const struct xml_map *, const struct casetype *, const char *file,
	    const struct csv_row *header, struct reader_fault **faults);

/* "" where the map has no key. */
const char *import_row_key(struct ctx *, const struct import_row_frame *,
	    const struct csv_row *);
/* ERR_INVALID with every mistake in cx->mistakes. */
enum err import_row_check(struct ctx *, const struct import_row_frame *,
	    const struct csv_row *);
enum err import_row_write(struct ctx *, const struct import_row_frame *,
	    const struct csv_row *, struct dossier **out);

#endif
