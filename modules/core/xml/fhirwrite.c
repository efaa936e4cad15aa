/* SPDX-License-Identifier: MIT */
/* Writes trees of FHIR. */
#include "xml/fhirwrite.h"

#include <string.h>

#include "xml/fhircheck.h"
#include "xml/fhirhtml.h"

/* What may not stand in XML is left out; the ends of lines are kept. */
static void
escape(struct buf *b, const char *s, bool attr)
{
	for (; *s != '\0'; s++)
		switch (*s) {
		case '&':
			buf_text(b, "&amp;");
			break;
		case '<':
			buf_text(b, "&lt;");
			break;
		case '>':
			buf_text(b, "&gt;");
			break;
		case '"':
			buf_text(b, attr ? "&quot;" : "\"");
			break;
		case '\r':
			buf_text(b, "&#13;");
			break;
		case '\n':
			buf_text(b, attr ? "&#10;" : "\n");
			break;
		case '\t':
			buf_text(b, attr ? "&#9;" : "\t");
			break;
		default:
			if ((unsigned char)*s >= ' ')
				buf_char(b, *s);
		}
}

static void
tag(struct buf *b, const struct reader_node *n)
{
	const struct reader_attr *p;

	buf_printf(b, "<%s", n->name);
	for (p = n->attrs; p != NULL; p = p->next) {
		buf_printf(b, " %s%s=\"", *p->ns == '\0' ? "" : "xml:",
		    p->name);
		escape(b, p->value, true);
		buf_char(b, '"');
	}
}

static void
html(struct buf *b, const struct reader_node *n)
{
	const struct reader_node *c;

	if (n->name == NULL) {
		escape(b, n->text, false);
		return;
	}
	tag(b, n);
	if (n->parent == NULL || strcmp(n->parent->ns, n->ns) != 0)
		buf_text(b, " xmlns=\"" FHIRHTML_NS "\"");
	if (n->first == NULL) {
		buf_text(b, "/>");
		return;
	}
	buf_char(b, '>');
	for (c = n->first; c != NULL; c = c->next)
		html(b, c);
	buf_printf(b, "</%s>", n->name);
}

static void
indent(struct buf *b, int depth)
{
	while (depth-- > 0)
		buf_text(b, "  ");
}

static void
element(struct buf *b, const struct reader_node *n, int depth)
{
	const struct reader_node *c;

	indent(b, depth);
	if (strcmp(n->ns, FHIRHTML_NS) == 0) {
		html(b, n);
		buf_char(b, '\n');
		return;
	}
	tag(b, n);
	if (depth == 0)
		buf_text(b, " xmlns=\"" FHIRCHECK_NS "\"");
	if (n->first == NULL) {
		buf_text(b, "/>\n");
		return;
	}
	buf_text(b, ">\n");
	for (c = n->first; c != NULL; c = c->next)
		if (c->name != NULL)
			element(b, c, depth + 1);
	indent(b, depth);
	buf_printf(b, "</%s>\n", n->name);
}

static const char head[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

void
fhirwrite_file(struct buf *b, const struct reader_node *n)
{
	buf_text(b, head);
	element(b, n, 0);
}

void
fhirwrite_start(struct buf *b, const char *resource)
{
	buf_printf(b, "%s<%s xmlns=\"" FHIRCHECK_NS "\">\n", head, resource);
}

void
fhirwrite_part(struct buf *b, const struct reader_node *n)
{
	element(b, n, 1);
}

void
fhirwrite_end(struct buf *b, const char *resource)
{
	buf_printf(b, "</%s>\n", resource);
}
