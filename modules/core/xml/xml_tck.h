/* SPDX-License-Identifier: MIT */
#ifndef XML_XML_TCK_H
#define XML_XML_TCK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "xml/reader.h"

/*
 * A file of tests of the DMN technology compatibility kit: what a model is
 * given and what must come out. Values are texts with the type of XML Schema
 * that the file gives them.
 */
#define XML_TCK_MAX ((size_t)16 << 20)	/* bytes of a file */

enum xml_tck_kind { XML_TCK_NULL, XML_TCK_PLAIN, XML_TCK_CONTEXT,
	XML_TCK_LIST };

struct xml_tck_value {
	struct xml_tck_value *next, *first;	/* of a context or list */
	enum xml_tck_kind kind;
	const char *name;	/* of an input or component; "" none */
	const char *namespace;	/* of an input, "" the model's own */
	const char *type;	/* of a plain one: decimal, without prefix */
	const char *text;
	int line;
};

struct xml_tck_result {
	struct xml_tck_result *next;
	const char *name;
	const char *namespace;
	bool error;		/* null is not enough, it must be an error */
	struct xml_tck_value *expected;
	int line;
};

enum xml_tck_ask { XML_TCK_DECISION, XML_TCK_KNOWLEDGE, XML_TCK_SERVICE };

struct xml_tck_case {
	struct xml_tck_case *next;
	const char *id;		/* or its name */
	enum xml_tck_ask ask;
	const char *invocable;	/* of a knowledge model or service */
	struct xml_tck_value *inputs;
	struct xml_tck_result *results;
	int line;
};

struct xml_tck {
	const char *model;	/* name of the file beside it */
	struct xml_tck_case *cases;
};

/* NULL with a fault: it is no file of tests. */
struct xml_tck *xml_tck_file(struct arena *, const char *path,
	    struct reader_fault **);

#endif
