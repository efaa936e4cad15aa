/* SPDX-License-Identifier: MIT */
/* The resources of a file, and whose they are. */
#include <string.h>

#include "base/buf.h"
#include "base/digest.h"
#include "domain/desk/fhir.h"
#include "domain/desk/fhir_fact.h"
#include "domain/desk/fhir_tree.h"
#include "text/message.h"
#include "xml/fhirwrite.h"
#include "xml/xml_fhir.h"

/* One without an id is known by what it says. */
static const char *
name_of(struct ctx *cx, struct reader_node *n, const char *xml)
{
	const char *id = fhir_tree_get(n, "id");
	unsigned char sum[DIGEST_SIZE];

	if (id[0] != '\0')
		return id;
	digest_of(xml, strlen(xml), sum);
	return arena_printf(cx->arena, "-%s", digest_hex(cx->arena, sum, 16));
}

static const char *
label_of(struct reader_node *n)
{
	static const char *const paths[] = { "code/text",
	    "code/coding/display", "title", "description/text",
	    "description", "name" };
	const char *text;
	size_t i;

	for (i = 0; i < sizeof(paths) / sizeof(paths[0]); i++)
		if ((text = fhir_tree_get(n, paths[i]))[0] != '\0')
			return text;
	return "";
}

static struct fhir_line *
line_of(struct ctx *cx, struct reader_node *n, const char *url)
{
	struct fhir_line *l = arena_alloc(cx->arena, sizeof(*l));
	struct buf b = { 0 };

	n->next = NULL;
	n->parent = NULL;
	fhirwrite_file(&b, n);
	l->tree = n;
	l->type = l->kept.type = n->name;
	l->kept.xml = arena_textn(cx->arena, b.data, b.len);
	l->kept.name = name_of(cx, n, l->kept.xml);
	l->kept.url = url;
	l->why = "";
	l->label = label_of(n);
	l->mapped = fhir_fact_kind(n->name, &l->kind);
	if (l->mapped) {
		fhir_fact_read(cx, l->kind, n, l->values);
		l->label = l->values[FACT_WORDS];
	}
	buf_free(&b);
	return l;
}

static enum err
patient_of(struct ctx *cx, struct fhir_file *f, struct fhir_line *l)
{
	if (strcmp(l->type, "Patient") != 0)
		return OK;
	if (f->named)
		return refuse(cx, ERR_INVALID, _("%s is about more than one "
		    "patient. Take one at a time."), f->name);
	f->named = true;
	fhir_person_read(cx, l->tree, &f->patient);
	f->patient_id = l->kept.name;
	l->label = f->patient.name;
	return OK;
}

static enum err
add(struct ctx *cx, struct fhir_file *f, struct fhir_line ***tail,
    struct reader_node *part)
{
	struct reader_node *n = part;
	const char *url = "";
	struct fhir_line *l;

	if (strcmp(part->name, "entry") == 0) {
		url = fhir_tree_get(part, "fullUrl");
		if ((n = fhir_tree_at(part, "resource")) == NULL ||
		    (n = n->first) == NULL)
			return OK;
	}
	if (f->n++ == FHIR_MOST)
		return refuse(cx, ERR_INVALID, _("%s has more than %d "
		    "resources, which is more than one case takes."), f->name,
		    FHIR_MOST);
	l = line_of(cx, n, url);
	**tail = l;
	*tail = &l->next;
	return patient_of(cx, f, l);
}

/* Does a resource say that it is about somebody else? */
static bool
strange(const struct fhir_file *f, const struct fhir_line *l,
    const char *patient_url)
{
	static const char *const paths[] = { "subject/reference",
	    "patient/reference" };
	const char *of, *slash;
	size_t i;

	for (i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
		of = fhir_tree_get(l->tree, paths[i]);
		if (of[0] == '\0' || of[0] == '#' ||
		    strcmp(of, patient_url) == 0 ||
		    (strstr(of, "Patient/") == NULL &&
		    strncmp(of, "urn:", 4) != 0))
			continue;
		slash = strrchr(of, '/');
		if (slash == NULL || strcmp(slash + 1, f->patient_id) != 0)
			return true;
	}
	return false;
}

static enum err
one_patient(struct ctx *cx, const struct fhir_file *f)
{
	const struct fhir_line *l;
	const char *url = "";

	for (l = f->lines; l != NULL; l = l->next)
		if (strcmp(l->type, "Patient") == 0)
			url = l->kept.url;
	for (l = f->lines; f->named && l != NULL; l = l->next)
		if (strange(f, l, url))
			return refuse(cx, ERR_INVALID, _("%s: the %s “%s” is "
			    "about somebody else than its patient. Take one "
			    "patient at a time."), f->name, l->type,
			    l->kept.name);
	return OK;
}

enum err
fhir_read(struct ctx *cx, const char *path, const char *name,
    struct fhir_file **out)
{
	struct fhir_file *f = arena_alloc(cx->arena, sizeof(*f));
	struct fhir_line **tail = &f->lines;
	struct reader_fault *faults = NULL;
	struct reader_node *n;
	struct xml_fhir *x;
	enum err e = OK;

	f->name = name;
	f->patient_id = "";
	x = xml_fhir_open(cx->arena, path, name, &faults);
	while (e == OK && (n = xml_fhir_next(x, cx->arena)) != NULL)
		if (!xml_fhir_walked(x) || strcmp(n->name, "entry") == 0)
			e = add(cx, f, &tail, n);
	if (!xml_fhir_close(x) && e == OK)
		return reader_refuse(cx, faults);
	if (e == OK && f->lines == NULL)
		e = refuse(cx, ERR_INVALID, _("%s holds no resource."), name);
	if (e == OK)
		e = one_patient(cx, f);
	*out = f;
	return e;
}
