/* SPDX-License-Identifier: MIT */
#ifndef XML_XML_XES_H
#define XML_XML_XES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "xml/reader.h"

/*
 * Event logs in XES (IEEE 1849), plain or gzipped, as a stream of cases and
 * their events. Logs in the wild differ in namespace and version, so local
 * names decide; values that equal the log's own <global> default are what
 * their writer did not know, and are left out.
 */
#define XML_XES_ATTRS 512	/* attributes of one case or event */

struct xml_xes_attr {
	struct xml_xes_attr *next;
	const char *key;	/* "org:group"; of a nested one "outer/inner" */
	const char *kind;	/* string date int float boolean id */
	const char *value;
	int line;
};

enum xml_xes_item { XML_XES_CASE = 1, XML_XES_EVENT };

struct xml_xes;

/* Never NULL: what is wrong shows at the first step. a lives as long. */
struct xml_xes *xml_xes_open(struct arena *a, const char *path,
	    struct reader_fault **faults);
/* On to the next case, given before its events, or event of that case; 0 at
 * the end or a fault. */
enum xml_xes_item xml_xes_next(struct xml_xes *);
/* Of the item; valid until the next step. */
const struct xml_xes_attr *xml_xes_attrs(const struct xml_xes *);
const char *xml_xes_value(const struct xml_xes *, const char *key); /* "" */
void	 xml_xes_fault(struct xml_xes *, int line, const char *fmt, ...)
	    __attribute__((format(printf, 3, 4)));
/* True when the whole log was read and is right. */
bool	 xml_xes_close(struct xml_xes *);

/* A moment as logs write it; one without an offset is local to zone. */
bool	 xml_xes_moment(const char *zone, const char *text, int64_t *out);

#endif
