/* SPDX-License-Identifier: MIT */
/* Reads case files, roles and parameters: CMMN 1.1, 5.3 and 5.4.10. */
#include "xml/cmmnfile.h"

#include <string.h>

#include "xml/cmmntext.h"

static const char *const multiplicities[] = { "ZeroOrOne", "ZeroOrMore",
	"ExactlyOne", "OneOrMore", "Unspecified", "Unknown", NULL };

/* The word behind the last stroke of an address of the standard. */
static const char *
last_word(const char *address)
{
	const char *slash = strrchr(address, '/');
	const char *word = slash == NULL ? address : slash + 1;

	return strcmp(word, "Unspecified") == 0 ? "" : word;
}

static const struct cmmn_property *
read_properties(struct cmmnword *r, const struct reader_node *n)
{
	struct cmmn_property *first = NULL, **tail = &first;
	const struct reader_node *c;

	for (c = cmmnword_child(n, "property"); c != NULL;
	    c = cmmnword_after(c, "property")) {
		*tail = arena_alloc(r->arena, sizeof(**tail));
		(*tail)->name = reader_given(c, "name");
		(*tail)->type = last_word(reader_given(c, "type"));
		tail = &(*tail)->next;
	}
	return first;
}

/* One of another file is not looked for. */
static void
read_definition(struct cmmnword *r, const struct reader_node *n,
    struct cmmn_file_item *item)
{
	const char *ref = reader_given(n, "definitionRef");
	const struct reader_node *d;

	item->definition = item->type = "";
	if (*ref == '\0')
		return;
	d = cmmnword_find(r, cmmnword_local(ref));
	if (d == NULL) {
		if (strchr(ref, ':') == NULL)
			cmmnword_fault(r, n, "definitionRef of <caseFileItem>"
			    " is “%s”, and nothing in this file has that id.",
			    ref);
		return;
	}
	if (strcmp(d->name, "caseFileItemDefinition") != 0) {
		cmmnword_fault(r, n, "definitionRef of <caseFileItem> is "
		    "“%s”, and that is the <%s> on line %d; it must be a "
		    "<caseFileItemDefinition>.", ref, d->name, d->line);
		return;
	}
	item->definition = reader_given(d, "name");
	item->type = last_word(reader_given(d, "definitionType"));
	item->properties = read_properties(r, d);
}

static struct cmmn_file_items *
read_targets(struct cmmnword *r, const struct reader_node *n)
{
	const char *at = reader_given(n, "targetRefs"), *id;
	struct cmmn_file_items *first = NULL, **tail = &first;
	const struct cmmn_file_item *item;

	while ((id = cmmnword_next_id(r, &at)) != NULL) {
		item = cmmnword_ref_of(r, n, "targetRefs", id,
		    "caseFileItem");
		if (item == NULL)
			continue;
		*tail = arena_alloc(r->arena, sizeof(**tail));
		(*tail)->item = item;
		tail = &(*tail)->next;
	}
	return first;
}

static struct cmmn_file_item *
read_item(struct cmmnword *r, const struct reader_node *n)
{
	struct cmmn_file_item *item = cmmnword_made(r, n), *c;
	const char *many = reader_given(n, "multiplicity");
	const struct reader_node *children = cmmnword_child(n, "children");

	item->id = reader_given(n, "id");
	item->name = reader_given(n, "name");
	item->line = n->line;
	if (*item->name == '\0')
		cmmnword_mild(r, n, "A case file item has no name; no "
		    "expression can speak of it.");
	if (*many != '\0' && reader_place(multiplicities, many) < 0)
		cmmnword_fault(r, n, "multiplicity is “%s”; it must be "
		    "ZeroOrOne, ZeroOrMore, ExactlyOne, OneOrMore, "
		    "Unspecified or Unknown.", many);
	item->many = strstr(many, "OrMore") != NULL;
	item->must = strcmp(many, "ExactlyOne") == 0 ||
	    strcmp(many, "OneOrMore") == 0;
	read_definition(r, n, item);
	item->source = cmmnword_ref(r, n, "sourceRef", "caseFileItem");
	item->targets = read_targets(r, n);
	if (children != NULL)
		item->first = cmmnfile_items(r, children);
	for (c = item->first; c != NULL; c = c->next)
		c->parent = item;
	return item;
}

struct cmmn_file_item *
cmmnfile_items(struct cmmnword *r, const struct reader_node *in)
{
	struct cmmn_file_item *first = NULL, **tail = &first;
	const struct reader_node *c;

	for (c = cmmnword_child(in, "caseFileItem"); c != NULL;
	    c = cmmnword_after(c, "caseFileItem")) {
		*tail = read_item(r, c);
		tail = &(*tail)->next;
	}
	return first;
}

struct cmmn_role *
cmmnfile_roles(struct cmmnword *r, const struct reader_node *of_case)
{
	const struct reader_node *in = cmmnword_child(of_case, "caseRoles");
	struct cmmn_role *first = NULL, **tail = &first;
	const struct reader_node *c;

	if (in == NULL)
		return NULL;
	for (c = cmmnword_child(in, "role"); c != NULL;
	    c = cmmnword_after(c, "role")) {
		*tail = cmmnword_made(r, c);
		(*tail)->id = reader_given(c, "id");
		(*tail)->name = reader_given(c, "name");
		(*tail)->line = c->line;
		if (*(*tail)->name == '\0')
			cmmnword_mild(r, c, "A role has no name; nobody can "
			    "have it.");
		tail = &(*tail)->next;
	}
	return first;
}

struct cmmn_roles *
cmmnfile_role_refs(struct cmmnword *r, const struct reader_node *n,
    const char *attr)
{
	const char *at = reader_given(n, attr), *id;
	struct cmmn_roles *first = NULL, **tail = &first;
	const struct cmmn_role *role;

	while ((id = cmmnword_next_id(r, &at)) != NULL) {
		role = cmmnword_ref_of(r, n, attr, id, "role");
		if (role == NULL)
			continue;
		*tail = arena_alloc(r->arena, sizeof(**tail));
		(*tail)->role = role;
		tail = &(*tail)->next;
	}
	return first;
}

struct cmmn_parameter *
cmmnfile_parameters(struct cmmnword *r, const struct reader_node *n,
    const char *child)
{
	struct cmmn_parameter *first = NULL, **tail = &first;
	size_t len = strlen(child);
	const struct reader_node *c;

	for (c = cmmnword_child(n, NULL); c != NULL;
	    c = cmmnword_after(c, NULL)) {
		/* <inputs> in CMMN 1.0 */
		if (strncmp(c->name, child, len) != 0 ||
		    (c->name[len] != '\0' && strcmp(c->name + len, "s") != 0))
			continue;
		*tail = cmmnword_made(r, c);
		(*tail)->id = reader_given(c, "id");
		(*tail)->name = reader_given(c, "name");
		(*tail)->binding = cmmnword_ref(r, c, "bindingRef",
		    "caseFileItem");
		(*tail)->refinement = cmmntext_read(r, cmmnword_child(c,
		    "bindingRefinement"));
		tail = &(*tail)->next;
	}
	return first;
}
