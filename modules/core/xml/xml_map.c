/* SPDX-License-Identifier: MIT */
/* Reads a map; what a schema can say, map.rng has said. */
#include "xml/xml_map.h"

#include <string.h>

static struct xml_map_rule
read_rule(struct arena *a, const struct reader_node *n)
{
	struct xml_map_rule r = { .from = "", .pattern = "" };
	const struct xml_map_when **tail = &r.whens;
	const struct reader_node *w;
	struct xml_map_when *when;

	if (n == NULL)
		return r;
	r.from = reader_given(n, "from");
	r.pattern = reader_given(n, "pattern");
	r.other = reader_attr(n, "else");
	r.line = n->line;
	for (w = reader_child(n, "", "when"); w != NULL;
	    w = reader_after(w, "", "when")) {
		when = arena_alloc(a, sizeof(*when));
		when->value = reader_given(w, "value");
		when->is = reader_given(w, "is");
		*tail = when;
		tail = (const struct xml_map_when **)&when->next;
	}
	return r;
}

static const struct xml_map_field *
read_fields(struct arena *a, const struct reader_node *root)
{
	struct xml_map_field *first = NULL, **tail = &first, *f;
	const struct reader_node *n;

	for (n = reader_child(root, "", "field"); n != NULL;
	    n = reader_after(n, "", "field")) {
		f = arena_alloc(a, sizeof(*f));
		f->code = reader_given(n, "code");
		f->rule = read_rule(a, n);
		*tail = f;
		tail = &f->next;
	}
	return first;
}

static const struct xml_map_party *
read_parties(struct arena *a, const struct reader_node *root)
{
	static const char *const details[] = {
		[XML_MAP_NAME] = "name", [XML_MAP_GIVEN] = "given",
		[XML_MAP_FAMILY] = "family", [XML_MAP_EMAIL] = "email",
		[XML_MAP_PHONE] = "phone", [XML_MAP_ADDRESS] = "address",
		[XML_MAP_LANGUAGE] = "language"
	};
	struct xml_map_party *first = NULL, **tail = &first, *p;
	const struct reader_node *n;
	int i;

	for (n = reader_child(root, "", "party"); n != NULL;
	    n = reader_after(n, "", "party")) {
		p = arena_alloc(a, sizeof(*p));
		p->role = reader_given(n, "role");
		p->organisation = strcmp(reader_given(n, "organisation"),
		    "yes") == 0;
		for (i = 0; i < XML_MAP_DETAILS; i++)
			p->from[i] = reader_given(n, details[i]);
		p->line = n->line;
		*tail = p;
		tail = &p->next;
	}
	return first;
}

struct xml_map *
xml_map_read(struct arena *a, const char *path, const char *schema,
    struct reader_fault **faults)
{
	const struct reader_node *root = reader_file(a, path, XML_MAP_MAX,
	    schema, faults);
	const char *separator;
	struct xml_map *m;

	if (root == NULL)
		return NULL;
	m = arena_alloc(a, sizeof(*m));
	m->file = path;
	separator = reader_given(root, "separator");
	m->separator = strcmp(separator, "semicolon") == 0 ? ';' :
	    strcmp(separator, "tab") == 0 ? '\t' : ',';
	m->key = read_rule(a, reader_child(root, "", "key"));
	m->title = read_rule(a, reader_child(root, "", "title"));
	m->text = read_rule(a, reader_child(root, "", "text"));
	m->received = read_rule(a, reader_child(root, "", "received"));
	m->medium = read_rule(a, reader_child(root, "", "medium"));
	m->fields = read_fields(a, root);
	m->parties = read_parties(a, root);
	return m;
}
