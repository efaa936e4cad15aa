/* SPDX-License-Identifier: MIT */
/* What a template may not hold is refused here, with file and line. */
#include "xml/xml_template.h"

#include <string.h>
#include <strings.h>

#include "base/count.h"

#define XHTML "http://www.w3.org/1999/xhtml"
#define XML_NS "http://www.w3.org/XML/1998/namespace"

struct reading {
	struct arena *arena;
	const char *file;
	struct reader_fault **faults;
};

#define FAULT(r, line, ...) \
	reader_add_fault((r)->arena, (r)->faults, (r)->file, line, __VA_ARGS__)

static const char *
value_of(const struct xml_template_attr *a, const char *name)
{
	for (; a != NULL; a = a->next)
		if (strcmp(a->name, name) == 0)
			return a->value;
	return NULL;
}

const char *
xml_template_directive(const struct xml_template_node *n, const char *name)
{
	return value_of(n->directives, name);
}

const char *
xml_template_attr(const struct xml_template_node *n, const char *name)
{
	return value_of(n->attrs, name);
}

bool
xml_template_address_own(const char *address)
{
	return *address == '/' && address[1] != '/' && address[1] != '\\';
}

/* Browsers pass over blanks and control characters inside a scheme, so
 * anything odd before the colon is no scheme of ours. */
bool
xml_template_address_ok(const char *address)
{
	static const char *const schemes[] = {
		"http", "https", "mailto", "tel"
	};
	size_t len, i;

	while (*address != '\0' && (unsigned char)*address <= ' ')
		address++;
	len = strcspn(address, ":/?#");
	if (address[len] != ':')
		return true;
	for (i = 0; i < COUNT(schemes); i++)
		if (strlen(schemes[i]) == len &&
		    strncasecmp(schemes[i], address, len) == 0)
			return true;
	return false;
}

bool
xml_template_one_of(const char *name, const char *const *names)
{
	for (; *names != NULL; names++)
		if (strcmp(*names, name) == 0)
			return true;
	return false;
}

static void
check_attribute(struct reading *r, const struct reader_attr *p, int line)
{
	static const char *const never[] = { "style", "srcdoc", "ping",
	    "background", "http-equiv", "xmlns", "nonce", "srcset", NULL };
	static const char *const addresses[] = { "href", "src", "action",
	    "formaction", "poster", "cite", NULL };

	if (strchr(p->name, ':') != NULL)
		FAULT(r, line, "The prefix of “%s” is not declared.", p->name);
	if ((strncasecmp(p->name, "on", 2) == 0 &&
	    (strcmp(p->name, "one") != 0 ||
	    strcmp(p->ns, XML_TEMPLATE_NS) != 0)) ||
	    xml_template_one_of(p->name, never))
		FAULT(r, line, "The attribute “%s” is not allowed.", p->name);
	if (*p->ns == '\0' && xml_template_one_of(p->name, addresses) &&
	    !xml_template_address_ok(p->value))
		FAULT(r, line, "The address in “%s” has a scheme that is not "
		    "allowed.", p->name);
}

static const char *const drawn[] = { "g", "path", "line", "polyline", "polygon",
    "rect", "circle", "text", "tspan", "title", "desc", "a", NULL };

static bool
in_drawing(const struct xml_template_node *n)
{
	for (; n != NULL; n = n->parent)
		if (strcmp(n->tag, "svg") == 0)
			return true;
	return false;
}

/* A drawing is lines, areas and words, with what places them and a class. */
static void
check_drawn(struct reading *r, const struct reader_node *n,
    const struct xml_template_node *parent)
{
	static const char *const ours[] = { "class", "role", "viewBox",
	    "preserveAspectRatio", "x", "y", "x1", "y1", "x2", "y2", "cx",
	    "cy", "r", "rx", "ry", "width", "height", "d", "points",
	    "transform", "text-anchor", "dominant-baseline", "focusable",
	    "translate", NULL };
	const struct reader_attr *a;
	bool inside = in_drawing(parent);

	if (*n->ns != '\0' && strcmp(n->ns, XHTML) != 0)
		return;
	if (!inside && strcmp(n->name, "svg") != 0)
		return;
	if (inside && !xml_template_one_of(n->name, drawn))
		FAULT(r, n->line, "<%s> is not allowed in a drawing.", n->name);
	for (a = n->attrs; a != NULL; a = a->next)
		if (*a->ns == '\0' && !xml_template_one_of(a->name, ours) &&
		    strncmp(a->name, "aria-", 5) != 0 &&
		    (strcmp(n->name, "a") != 0 ||
		    strcmp(a->name, "href") != 0))
			FAULT(r, n->line, "The attribute “%s” is not allowed "
			    "in a drawing.", a->name);
}

static void
copy_attributes(struct reading *r, const struct reader_node *from,
    struct xml_template_node *to)
{
	struct xml_template_attr **plain = &to->attrs, *a;
	struct xml_template_attr **directive = &to->directives;
	const struct reader_attr *p;

	for (p = from->attrs; p != NULL; p = p->next) {
		check_attribute(r, p, from->line);
		a = arena_alloc(r->arena, sizeof(*a));
		a->name = p->name;
		a->value = p->value;
		if (strcmp(p->ns, XML_TEMPLATE_NS) == 0) {
			*directive = a;
			directive = &a->next;
		} else if (*p->ns == '\0') {
			*plain = a;
			plain = &a->next;
		} else if (strcmp(p->ns, XML_NS) != 0) {
			FAULT(r, from->line, "The attribute “%s” is of a "
			    "namespace that no page has.", p->name);
		}
	}
}

/* Where a script comes from: src, or d:src with values in it. */
static bool
source_ok(const struct reader_node *n)
{
	const struct reader_attr *a;
	bool ok = false;

	for (a = n->attrs; a != NULL; a = a->next) {
		if (strcmp(a->name, "src") != 0)
			continue;
		if (strncmp(a->value, "/static/", 8) != 0)
			return false;
		ok = true;
	}
	return ok;
}

static void
check_element(struct reading *r, const struct reader_node *n)
{
	static const char *const never[] = { "style", "iframe", "object",
	    "embed", "base", "applet", "frame", "frameset", "noembed",
	    "plaintext", "xmp", "math", "template", "portal", NULL };

	if (strcmp(n->ns, XML_TEMPLATE_NS) == 0) {
		if (strcmp(n->name, "block") != 0)
			FAULT(r, n->line, "There is no <d:%s>, only "
			    "<d:block>.", n->name);
		return;
	}
	if (*n->ns != '\0' && strcmp(n->ns, XHTML) != 0)
		FAULT(r, n->line, "<%s> is of a namespace that no page has.",
		    n->name);
	if (strchr(n->name, ':') != NULL)
		FAULT(r, n->line, "The prefix of <%s> is not declared.",
		    n->name);
	if (xml_template_one_of(n->name, never))
		FAULT(r, n->line, "<%s> is not allowed.", n->name);
	if (strcmp(n->name, "script") == 0 && (n->first != NULL ||
	    !source_ok(n)))
		FAULT(r, n->line, "A script is a file below /static/.");
}

static struct xml_template_node *
copy(struct reading *r, const struct reader_node *from,
    struct xml_template_node *parent)
{
	struct xml_template_node *n, **tail;
	const struct reader_node *p;

	n = arena_alloc(r->arena, sizeof(*n));
	n->file = r->file;
	n->line = from->line;
	n->parent = parent;
	if (from->name == NULL) {
		n->text = from->text;
		return n;
	}
	check_element(r, from);
	check_drawn(r, from, parent);
	n->tag = strcmp(from->ns, XML_TEMPLATE_NS) == 0 ? "" : from->name;
	copy_attributes(r, from, n);
	if (*n->tag == '\0' && n->attrs != NULL)
		FAULT(r, n->line, "<d:block> takes directives only, not "
		    "“%s”.", n->attrs->name);
	tail = &n->first;
	for (p = from->first; p != NULL; p = p->next) {
		*tail = copy(r, p, n);
		tail = &(*tail)->next;
	}
	return n;
}

struct xml_template_node *
xml_template_read(struct arena *a, const char *file, const char *path,
    struct reader_fault **faults)
{
	struct reading r = { a, file, faults };
	struct reader_fault *own = NULL, *p;
	struct xml_template_node *root = NULL;
	struct reader_node *tree;

	r.faults = &own;
	if ((tree = reader_file(a, path, XML_TEMPLATE_MAX, NULL, &own)) != NULL)
		root = copy(&r, tree, NULL);
	for (p = own; p != NULL; p = p->next)
		FAULT((&(struct reading){ a, file, faults }), p->line, "%s",
		    p->text);
	return own == NULL ? root : NULL;
}
