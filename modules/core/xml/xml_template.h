/* SPDX-License-Identifier: MIT */
#ifndef XML_XML_TEMPLATE_H
#define XML_XML_TEMPLATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "xml/reader.h"

/*
 * The source of a template as plain structs: names without prefixes,
 * directives apart from attributes, and nothing in it that could run or
 * style itself.
 */
struct xml_template_attr {
	struct xml_template_attr *next;
	const char *name;
	const char *value;
};

struct xml_template_node {
	struct xml_template_node *next, *first, *parent;
	const char *file;	/* as the caller called it */
	int line;
	const char *text;	/* of a text node, else NULL */
	const char *tag;	/* NULL for text; "" for <d:block> */
	struct xml_template_attr *attrs;	/* plain ones */
	struct xml_template_attr *directives;	/* d: ones */
};

#define XML_TEMPLATE_NS "https://dossier.example/template"
#define XML_TEMPLATE_MAX ((size_t)1 << 20)

/* The root element; NULL with faults when the file cannot be used. */
struct xml_template_node *xml_template_read(struct arena *, const char *file,
	    const char *path, struct reader_fault **faults);
/* The value of a directive, of a plain attribute; NULL: not there. */
const char *xml_template_directive(const struct xml_template_node *,
	    const char *name);
const char *xml_template_attr(const struct xml_template_node *,
	    const char *name);
/* One of a list that ends in NULL. */
bool	 xml_template_one_of(const char *name, const char *const *names);
/* True for an address that runs nothing: no scheme, or one of ours. */
bool	 xml_template_address_ok(const char *address);
/* Of this site: a path from its root. */
bool	 xml_template_address_own(const char *address);

#endif
