/* SPDX-License-Identifier: MIT */
/* Reads and writes values in the trees of resources. */
#include "domain/desk/fhir_tree.h"

#include <string.h>

#include "xml/fhircheck.h"

#define OWN "urn:x-dossier:"

struct reader_node *
fhir_tree_new(struct arena *a, const char *resource)
{
	struct reader_node *n = arena_alloc(a, sizeof(*n));

	n->ns = FHIRCHECK_NS;
	n->name = arena_text(a, resource);
	return n;
}

static struct reader_node *
child(struct reader_node *n, const char *name, size_t len)
{
	struct reader_node *c;

	for (c = n->first; c != NULL; c = c->next)
		if (c->name != NULL && strlen(c->name) == len &&
		    strncmp(c->name, name, len) == 0)
			return c;
	return NULL;
}

struct reader_node *
fhir_tree_at(struct reader_node *n, const char *path)
{
	size_t len;

	for (; n != NULL && *path != '\0'; path += len + (path[len] == '/')) {
		len = strcspn(path, "/");
		n = child(n, path, len);
	}
	return n;
}

static const char *
value(const struct reader_node *n)
{
	return n == NULL ? "" : reader_given(n, "value");
}

const char *
fhir_tree_get(struct reader_node *n, const char *path)
{
	return value(fhir_tree_at(n, path));
}

struct reader_node *
fhir_tree_add(struct arena *a, struct reader_node *n, const char *name)
{
	struct reader_node **tail = &n->first, *c = fhir_tree_new(a, name);

	while (*tail != NULL)
		tail = &(*tail)->next;
	*tail = c;
	c->parent = n;
	return c;
}

static void
unlink_node(struct reader_node *n, const struct reader_node *c)
{
	struct reader_node **p;

	for (p = &n->first; *p != NULL; p = &(*p)->next)
		if (*p == c) {
			*p = c->next;
			return;
		}
}

void
fhir_tree_drop(struct reader_node *n, const char *name)
{
	struct reader_node *c;

	while ((c = child(n, name, strlen(name))) != NULL)
		unlink_node(n, c);
}

static void
put(struct arena *a, struct reader_node *n, const char *name,
    const char *text)
{
	struct reader_attr **p = &n->attrs;

	while (*p != NULL && strcmp((*p)->name, name) != 0)
		p = &(*p)->next;
	if (*text == '\0') {
		if (*p != NULL)
			*p = (*p)->next;
		return;
	}
	if (*p == NULL) {
		*p = arena_alloc(a, sizeof(**p));
		(*p)->ns = "";
		(*p)->name = name;
	}
	(*p)->value = arena_text(a, text);
}

/* Without a value or anything in it. */
static void
prune(struct reader_node *n, const char *path)
{
	size_t len = strcspn(path, "/");
	struct reader_node *c = child(n, path, len);

	if (c == NULL)
		return;
	if (path[len] == '/')
		prune(c, path + len + 1);
	if (c->first == NULL && reader_attr(c, "value") == NULL)
		unlink_node(n, c);
}

void
fhir_tree_set(struct arena *a, struct reader_node *n, const char *path,
    const char *text)
{
	struct reader_node *at = n, *c;
	const char *p;
	size_t len;

	if (*text == '\0') {
		if ((at = fhir_tree_at(n, path)) != NULL) {
			put(a, at, "value", "");
			prune(n, path);
		}
		return;
	}
	for (p = path; *p != '\0'; p += len + (p[len] == '/'), at = c) {
		len = strcspn(p, "/");
		if ((c = child(at, p, len)) == NULL)
			c = fhir_tree_add(a, at, arena_textn(a, p, len));
	}
	put(a, at, "value", text);
}

static struct reader_node *
coding_of(struct reader_node *concept, const char *system)
{
	struct reader_node *c;

	for (c = concept == NULL ? NULL : concept->first; c != NULL;
	    c = c->next)
		if (reader_is(c, NULL, "coding") &&
		    strcmp(fhir_tree_get(c, "system"), system) == 0)
			return c;
	return NULL;
}

const char *
fhir_tree_code(struct reader_node *n, const char *path, const char *system)
{
	return fhir_tree_get(coding_of(fhir_tree_at(n, path), system),
	    "code");
}

void
fhir_tree_code_set(struct arena *a, struct reader_node *n, const char *path,
    const char *system, const char *code, const char *display)
{
	struct reader_node *concept = fhir_tree_at(n, path), *c;

	c = coding_of(concept, system);
	if (*code == '\0') {
		if (c != NULL)
			unlink_node(concept, c);
		prune(n, path);
		return;
	}
	if (c == NULL) {
		if (concept == NULL) {
			fhir_tree_set(a, n, path, "-");
			concept = fhir_tree_at(n, path);
			put(a, concept, "value", "");
		}
		c = fhir_tree_add(a, concept, "coding");
		fhir_tree_set(a, c, "system", system);
	}
	fhir_tree_set(a, c, "code", code);
	fhir_tree_set(a, c, "display", display);
}

static struct reader_node *
own(struct reader_node *n, const char *name)
{
	static const char ours[] = OWN;
	struct reader_node *c;
	const char *url;

	for (c = n == NULL ? NULL : n->first; c != NULL; c = c->next) {
		if (!reader_is(c, NULL, "extension"))
			continue;
		url = reader_given(c, "url");
		if (strncmp(url, ours, sizeof(ours) - 1) == 0 &&
		    strcmp(url + sizeof(ours) - 1, name) == 0)
			return c;
	}
	return NULL;
}

const char *
fhir_tree_own(struct reader_node *n, const char *name)
{
	struct reader_node *c = own(n, name);

	return c == NULL || c->first == NULL ? "" : value(c->first);
}

void
fhir_tree_own_set(struct arena *a, struct reader_node *n, const char *name,
    const char *type, const char *text)
{
	struct reader_node *c = own(n, name);

	if (*text == '\0') {
		if (c != NULL)
			unlink_node(n, c);
		return;
	}
	if (c == NULL) {
		c = fhir_tree_add(a, n, "extension");
		put(a, c, "url", arena_printf(a, OWN "%s", name));
	}
	c->first = NULL;
	fhir_tree_set(a, c, type, text);
}
