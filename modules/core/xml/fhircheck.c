/* SPDX-License-Identifier: MIT */
/* Holds trees of FHIR against the tables. */
#include "xml/fhircheck.h"

#include <ctype.h>
#include <stdarg.h>
#include <string.h>

#include "base/words.h"
#include "xml/fhirhtml.h"
#include "xml/fhirshape.h"
#include "xml/fhirvalue.h"

#define XSI "http://www.w3.org/2001/XMLSchema-instance"
#define KEPT_MAX 50		/* kinds that are told apart */
#define SHOWN 60		/* bytes of a value in a sentence */

/* Children on their way from the old order into that of the table. */
struct sorting {
	struct reader_node *left, **tail;
	size_t n;
};

void
fhircheck_fault(struct fhircheck *c, int line, const char *fmt, ...)
{
	va_list ap;

	if (c->count++ >= FHIRCHECK_FAULTS)
		return;
	va_start(ap, fmt);
	reader_add_fault(c->long_arena, c->faults, c->file, line, "%s",
	    arena_vprintf(c->long_arena, fmt, ap));
	va_end(ap);
}

static void
keep(struct fhircheck *c, const char *what)
{
	struct fhircheck_kept **p = &c->kept;
	size_t n = 0;

	for (; *p != NULL && n < KEPT_MAX; p = &(*p)->next, n++)
		if (strcmp((*p)->what, what) == 0) {
			(*p)->n++;
			return;
		}
	if (*p != NULL)		/* too many kinds: one for all others */
		return;
	*p = arena_alloc(c->long_arena, sizeof(**p));
	(*p)->what = n == KEPT_MAX ? "more" : arena_text(c->long_arena, what);
	(*p)->n = 1;
}

/* Takes out what is no part of FHIR, and finds what may not be there. */
static bool
attrs(struct fhircheck *c, struct reader_node *n, const char *allowed)
{
	struct reader_attr **p = &n->attrs;
	bool right = true;

	while (*p != NULL) {
		if (strcmp((*p)->ns, XSI) == 0) {
			*p = (*p)->next;
			continue;
		}
		if (*(*p)->ns != '\0' || !words_have(allowed, (*p)->name)) {
			fhircheck_fault(c, n->line, "“%s” has an attribute "
			    "“%s”, which FHIR does not know.", n->name,
			    (*p)->name);
			right = false;
		} else if (*(*p)->value == '\0') {
			fhircheck_fault(c, n->line, "The attribute “%s” of "
			    "“%s” is empty.", (*p)->name, n->name);
			right = false;
		}
		p = &(*p)->next;
	}
	return right;
}

bool
fhircheck_root(struct fhircheck *c, struct reader_node *n)
{
	return attrs(c, n, "");
}

/* Drops white space; every child is an element of FHIR, or a narrative. */
static bool
children(struct fhircheck *c, struct reader_node *n, bool html)
{
	struct reader_node **p = &n->first;

	while (*p != NULL) {
		if ((*p)->name == NULL) {
			if (strspn((*p)->text, " \t\r\n") !=
			    strlen((*p)->text)) {
				fhircheck_fault(c, n->line, "Text stands in "
				    "“%s”; FHIR writes values as attributes.",
				    n->name);
				return false;
			}
			*p = (*p)->next;
			continue;
		}
		if (strcmp((*p)->ns, FHIRCHECK_NS) != 0 && !(html &&
		    reader_is(*p, FHIRHTML_NS, "div"))) {
			fhircheck_fault(c, (*p)->line, "“%s” is not of the "
			    "namespace of FHIR.", (*p)->name);
			return false;
		}
		p = &(*p)->next;
	}
	return true;
}

static bool
narrative(struct fhircheck *c, const struct reader_node *n)
{
	int line;
	const char *why = fhirhtml_fault(c->arena, n, &line);

	if (why == NULL)
		return true;
	fhircheck_fault(c, line, "%s", why);
	return false;
}

/* Moves what is of one row of the table over. */
static bool
take(struct fhircheck *c, struct sorting *s, const struct reader_node *of,
    const char *owner, const struct fhirshape_element *e)
{
	struct reader_node **p = &s->left, *n;
	const char *type;
	bool right = true;
	size_t count = 0;

	while ((n = *p) != NULL) {
		if ((type = fhirshape_type(c->arena, e, n->name)) == NULL ||
		    (strcmp(n->ns, FHIRCHECK_NS) != 0 &&
		    strcmp(type, "xhtml") != 0)) {
			p = &n->next;
			continue;
		}
		c->moved += p != &s->left;
		*p = n->next;
		n->next = NULL;
		*s->tail = n;
		s->tail = &n->next;
		count++;
		right &= fhircheck_element(c, n, type);
	}
	if (count < e->least)
		fhircheck_fault(c, of->line, "“%s” lacks “%s”.", owner,
		    e->name);
	else if (count > e->most && e->most != FHIRSHAPE_MANY)
		fhircheck_fault(c, of->line, "“%s” has “%s” %zu times.",
		    owner, e->name, count);
	else
		return right;
	return false;
}

static bool
take_all(struct fhircheck *c, struct sorting *s, const struct reader_node *of,
    const struct fhirshape *shape, const char *owner)
{
	const struct fhirshape_element *e;
	bool right = true;

	if (*shape->base != '\0')
		right = take_all(c, s, of, fhirshape_find(shape->base),
		    owner);
	for (e = shape->elements; e != NULL && e->name != NULL; e++)
		right &= take(c, s, of, owner, e);
	return right;
}

static bool
complex(struct fhircheck *c, struct reader_node *n,
    const struct fhirshape *shape)
{
	struct sorting s = { .left = NULL };
	struct reader_node *sorted = NULL;
	bool right;

	if (!children(c, n, strcmp(shape->name, "Narrative") == 0))
		return false;
	s.left = n->first;
	s.tail = &sorted;
	right = take_all(c, &s, n, shape, shape->name);
	n->first = sorted;
	if (s.left != NULL) {
		fhircheck_fault(c, s.left->line, "“%s” has no element “%s” in "
		    "FHIR R4.", shape->name, s.left->name);
		right = false;
	}
	return right;
}

/* The value of a primitive element. */
static bool
value(struct fhircheck *c, const struct reader_node *n, const char *type)
{
	const char *codes = fhirshape_codes(type);
	const char *text = reader_attr(n, "value");

	if (text == NULL || (codes != NULL ? words_have(codes, text) :
	    fhirvalue_ok(type, text)))
		return true;
	fhircheck_fault(c, n->line, "“%.*s%s” cannot be the value of “%s”, "
	    "which is of the type %s.", SHOWN, text,
	    strlen(text) > SHOWN ? "..." : "", n->name, type);
	return false;
}

/* What says nothing but that it is there. */
static bool
empty(struct fhircheck *c, const struct reader_node *n)
{
	if (n->first != NULL || n->attrs != NULL)
		return false;
	fhircheck_fault(c, n->line, "“%s” is empty.", n->name);
	return true;
}

/* An element that holds one resource. */
static bool
container(struct fhircheck *c, struct reader_node *n)
{
	if (!attrs(c, n, "") || !children(c, n, false))
		return false;
	if (n->first == NULL || n->first->next != NULL) {
		fhircheck_fault(c, n->line, "“%s” holds one resource.",
		    n->name);
		return false;
	}
	return fhircheck_resource(c, n->first);
}

static bool
extension(struct fhircheck *c, struct reader_node *n)
{
	const char *url = reader_attr(n, "url");

	if (url == NULL || !fhirvalue_ok("uri", url)) {
		fhircheck_fault(c, n->line, "An extension says by an address "
		    "what it is, in its attribute “url”.");
		return false;
	}
	keep(c, arena_printf(c->arena, "%s %s", n->name, url));
	return true;
}

bool
fhircheck_element(struct fhircheck *c, struct reader_node *n,
    const char *type)
{
	const struct fhirshape *shape;
	size_t before;
	bool right;

	c->understood++;
	if (strcmp(type, "xhtml") == 0) {
		keep(c, "narrative");
		return narrative(c, n);
	}
	if (strcmp(type, "ResourceContainer") == 0)
		return container(c, n);
	if (strcmp(type, "Extension") == 0) {
		before = c->understood - 1;
		right = attrs(c, n, "id url") && extension(c, n) &&
		    complex(c, n, fhirshape_find(type));
		c->understood = before;
		return right;
	}
	if ((shape = fhirshape_find(type)) != NULL)
		return attrs(c, n, "id") && complex(c, n, shape) &&
		    !empty(c, n);
	return attrs(c, n, "id value") && value(c, n, type) &&
	    complex(c, n, fhirshape_find("Element")) && !empty(c, n);
}

static bool as_it_is(struct fhircheck *, struct reader_node *);

/* An element of a type without a table: of it we know how FHIR is written. */
static bool
unknown(struct fhircheck *c, struct reader_node *n)
{
	if (isupper((unsigned char)n->name[0]))
		return fhircheck_resource(c, n);
	if (strcmp(n->name, "extension") == 0 ||
	    strcmp(n->name, "modifierExtension") == 0)
		return fhircheck_element(c, n, "Extension");
	if (strcmp(n->name, "text") == 0 &&
	    reader_child(n, FHIRHTML_NS, "div") != NULL)
		return fhircheck_element(c, n, "Narrative");
	return attrs(c, n, "id value url") && as_it_is(c, n) && !empty(c, n);
}

static bool
as_it_is(struct fhircheck *c, struct reader_node *n)
{
	struct reader_node *p;
	bool right = children(c, n, false);

	for (p = right ? n->first : NULL; p != NULL; p = p->next)
		right &= unknown(c, p);
	return right;
}

/* A resource without a table of its own: what all of them have comes first
 * and is known, the rest is left in its order. */
static bool
whole(struct fhircheck *c, struct reader_node *n)
{
	struct sorting s = { .left = NULL };
	struct reader_node *sorted = NULL, *p;
	size_t before = c->understood;
	bool right;

	if (!children(c, n, false))
		return false;
	s.left = n->first;
	s.tail = &sorted;
	right = take_all(c, &s, n, fhirshape_find("DomainResource"), n->name);
	*s.tail = s.left;
	n->first = sorted;
	for (p = s.left; p != NULL; p = p->next)
		right &= unknown(c, p);
	c->understood = before;
	return right;
}

bool
fhircheck_resource(struct fhircheck *c, struct reader_node *n)
{
	const struct fhirshape *shape;

	if (strcmp(n->ns, FHIRCHECK_NS) != 0) {
		fhircheck_fault(c, n->line, "“%s” is not of the namespace of "
		    "FHIR.", n->name);
		return false;
	}
	if (!fhirshape_resource(n->name)) {
		fhircheck_fault(c, n->line, "“%s” is no resource of FHIR R4.",
		    n->name);
		return false;
	}
	if (!attrs(c, n, ""))
		return false;
	if ((shape = fhirshape_find(n->name)) != NULL) {
		c->read++;
		return complex(c, n, shape);
	}
	c->whole++;
	keep(c, n->name);
	return whole(c, n);
}
