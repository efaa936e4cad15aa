/* SPDX-License-Identifier: MIT */
#ifndef XML_XML_MAP_H
#define XML_XML_MAP_H

#include <stdbool.h>

#include "base/arena.h"
#include "xml/reader.h"

/*
 * How the rows of a table become cases: etc/imports/README.md. A "from" is
 * text with names of columns in braces.
 */
#define XML_MAP_MAX ((size_t)256 * 1024)	/* bytes of a map */

struct xml_map_when {
	struct xml_map_when *next;
	const char *value, *is;
};

struct xml_map_rule {
	const char *from;		/* "" where the map has none */
	const char *pattern;		/* of a date, "" as ISO 8601 has it */
	const char *other;		/* what every other value is, or NULL */
	const struct xml_map_when *whens;
	int line;
};

struct xml_map_field {
	struct xml_map_field *next;
	const char *code;
	struct xml_map_rule rule;
};

enum xml_map_detail {
	XML_MAP_NAME, XML_MAP_GIVEN, XML_MAP_FAMILY, XML_MAP_EMAIL,
	XML_MAP_PHONE, XML_MAP_ADDRESS, XML_MAP_LANGUAGE, XML_MAP_DETAILS
};

struct xml_map_party {
	struct xml_map_party *next;
	const char *role;
	bool organisation;
	const char *from[XML_MAP_DETAILS];	/* "" none */
	int line;
};

struct xml_map {
	const char *file;
	char separator;
	struct xml_map_rule key, title, text, received, medium;
	const struct xml_map_field *fields;
	const struct xml_map_party *parties;
};

/* All in the arena; NULL with at least one fault appended. schema: path of
 * map.rng. */
struct xml_map *xml_map_read(struct arena *, const char *path,
	    const char *schema, struct reader_fault **faults);

#endif
