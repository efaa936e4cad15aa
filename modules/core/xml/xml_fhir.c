/* SPDX-License-Identifier: MIT */
/* Reads files of FHIR. */
#include "xml/xml_fhir.h"

#include <string.h>

#include "xml/fhirshape.h"

#define ROWS_MAX 16		/* of Resource and Bundle */

struct xml_fhir {
	struct reader_stream *stream;
	struct fhircheck check;
	const char *root;
	const char *name;
	struct reader_fault **faults;
	/* of a Bundle: its rows, how often each was met, and the last */
	const struct fhirshape_element *rows[ROWS_MAX];
	size_t met[ROWS_MAX], last;
	int line;
	bool ended;
};

struct xml_fhir *
xml_fhir_open(struct arena *a, const char *path, const char *name,
    struct reader_fault **faults)
{
	struct xml_fhir *f = arena_alloc(a, sizeof(*f));
	const struct fhirshape_element *e;
	size_t n = 0;

	f->check.long_arena = a;
	f->check.file = f->name = arena_text(a, name);
	f->check.faults = f->faults = faults;
	f->root = "";
	for (e = fhirshape_find("Resource")->elements; e->name != NULL; e++)
		f->rows[n++] = e;
	for (e = fhirshape_find("Bundle")->elements; e->name != NULL; e++)
		f->rows[n++] = e;
	f->stream = reader_open(a, path, NULL, faults);
	reader_refuse_text(f->stream);
	return f;
}

bool
xml_fhir_walked(const struct xml_fhir *f)
{
	return strcmp(f->root, "Bundle") == 0;
}

/* The first start tag: of a resource, or of a Bundle that is walked. */
static struct reader_node *
begin(struct xml_fhir *f, struct arena *each)
{
	struct reader_node *n, root = { .line = 0 };

	if (!reader_next(f->stream))
		return NULL;
	f->root = arena_text(f->check.long_arena, reader_name(f->stream));
	if (xml_fhir_walked(f) &&
	    strcmp(reader_space(f->stream), FHIRCHECK_NS) == 0) {
		f->check.read++;
		root.name = f->root;
		root.line = f->line = reader_line(f->stream);
		root.attrs = reader_attrs(f->stream, each);
		fhircheck_root(&f->check, &root);
		return NULL;
	}
	n = reader_copy(f->stream, each, XML_FHIR_MAX);
	return n != NULL && fhircheck_resource(&f->check, n) ? n : NULL;
}

/* The row of an element of the Bundle; they stand in their order, for those
 * that were passed are gone. */
static const struct fhirshape_element *
row(struct xml_fhir *f, const struct reader_node *n)
{
	const struct fhirshape_element *e;
	size_t i;

	for (i = 0; f->rows[i] != NULL && (strcmp(f->rows[i]->name,
	    n->name) != 0 || strcmp(n->ns, FHIRCHECK_NS) != 0); i++)
		;
	if ((e = f->rows[i]) == NULL)
		fhircheck_fault(&f->check, n->line, "“Bundle” has no element "
		    "“%s” in FHIR R4.", n->name);
	else if (i < f->last)
		fhircheck_fault(&f->check, n->line, "“%s” stands too late in "
		    "“Bundle”.", n->name);
	else if (f->met[i]++ > 0 && e->most == 1)
		fhircheck_fault(&f->check, n->line, "“Bundle” has “%s” twice.",
		    n->name);
	else {
		f->last = i;
		return e;
	}
	return NULL;
}

static struct reader_node *
part(struct xml_fhir *f, struct arena *each)
{
	const struct fhirshape_element *e;
	struct reader_node *n;

	if (!reader_next(f->stream) || reader_event(f->stream) == READER_END)
		return NULL;
	if ((n = reader_copy(f->stream, each, XML_FHIR_MAX)) == NULL ||
	    (e = row(f, n)) == NULL ||
	    !fhircheck_element(&f->check, n, e->type))
		return NULL;
	return n;
}

/* Behind the last: nothing may follow, and nothing lack. */
static void
end(struct xml_fhir *f)
{
	size_t i;

	f->ended = true;
	while (f->check.count == 0 && reader_next(f->stream))
		;
	for (i = 0; xml_fhir_walked(f) && f->check.count == 0 &&
	    *f->faults == NULL && f->rows[i] != NULL; i++)
		if (f->met[i] < f->rows[i]->least)
			fhircheck_fault(&f->check, f->line, "“Bundle” lacks "
			    "“%s”.", f->rows[i]->name);
}

struct reader_node *
xml_fhir_next(struct xml_fhir *f, struct arena *each)
{
	struct reader_node *n = NULL;
	bool first = *f->root == '\0';

	if (f->ended)
		return NULL;
	f->check.arena = each;
	if (first)
		n = begin(f, each);
	if (n == NULL && xml_fhir_walked(f) && f->check.count == 0)
		n = part(f, each);
	if (n == NULL)
		end(f);
	return n;
}

const char *
xml_fhir_root(const struct xml_fhir *f)
{
	return f->root;
}

const struct fhircheck *
xml_fhir_found(const struct xml_fhir *f)
{
	return &f->check;
}

bool
xml_fhir_close(struct xml_fhir *f)
{
	bool right = reader_close(f->stream) && f->check.count == 0 &&
	    *f->faults == NULL;
	struct reader_fault *p;

	for (p = *f->faults; p != NULL; p = p->next)
		p->file = f->name;
	return right;
}
