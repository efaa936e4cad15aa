/* SPDX-License-Identifier: MIT */
/* Reads judgments in Akoma Ntoso. */
#include "xml/xml_judgment.h"

#include <string.h>

#include "base/buf.h"
#include "text/date.h"
#include "xml/judgmenttext.h"

#define AKN "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

struct reading {
	struct arena *a;
	const char *file;
	struct reader_fault **faults;
	const struct reader_node *references;
};

/* The first element of that name, at any depth. */
static const struct reader_node *
find(const struct reader_node *n, const char *name)
{
	const struct reader_node *c, *found;

	for (c = n == NULL ? NULL : n->first; c != NULL; c = c->next) {
		if (reader_is(c, AKN, name))
			return c;
		if (c->name != NULL && (found = find(c, name)) != NULL)
			return found;
	}
	return NULL;
}

/* What "#id" stands for; "" when the file does not say. */
static const char *
shown(const struct reading *r, const char *id)
{
	const struct reader_node *n;

	if (r->references == NULL || id[0] != '#')
		return "";
	for (n = reader_child(r->references, AKN, NULL); n != NULL;
	    n = reader_after(n, AKN, NULL))
		if (strcmp(reader_given(n, "eId"), id + 1) == 0)
			return reader_given(n, "showAs");
	return "";
}

static bool
has_line(const char *lines, const char *line)
{
	size_t n = strlen(line), len;

	for (; *lines != '\0'; lines += len + (lines[len] != '\0')) {
		len = strcspn(lines, "\n");
		if (len == n && strncmp(lines, line, n) == 0)
			return true;
	}
	return false;
}

/* Each element of a name below n as a line, with its role; each once. */
static void
named(const struct reading *r, const struct reader_node *n, const char *name,
    const char **lines)
{
	const struct reader_node *c;
	const char *line, *role;

	for (c = n == NULL ? NULL : n->first; c != NULL; c = c->next) {
		if (!reader_is(c, AKN, name)) {
			if (c->name != NULL)
				named(r, c, name, lines);
			continue;
		}
		line = reader_words(r->a, c);
		role = shown(r, reader_given(c, "as"));
		if (role[0] != '\0')
			line = arena_printf(r->a, "%s (%s)", line, role);
		if (line[0] != '\0' && !has_line(*lines, line))
			*lines = arena_printf(r->a, "%s%s%s", *lines,
			    **lines == '\0' ? "" : "\n", line);
	}
}

/* Who decided, when, under which citation. */
static void
identify(const struct reading *r, const struct reader_node *root,
    struct judgment *j)
{
	const struct reader_node *meta = reader_child(root, AKN, "meta");
	const struct reader_node *work = find(meta, "FRBRWork"), *n;

	n = find(work, "FRBRauthor");
	j->court = n == NULL ? "" : shown(r, reader_given(n, "href"));
	n = find(work, "FRBRdate");
	j->decided = n == NULL ? "" : reader_given(n, "date");
	/* a schema wants a day where nobody knows it */
	if (n != NULL && strcmp(reader_given(n, "name"), "dummy") == 0)
		j->decided = "";
	else if (!date_civil_ok(j->decided))
		reader_add_fault(r->a, r->faults, r->file,
		    n == NULL ? root->line : n->line,
		    "This judgment does not say on which day it was made.");
	n = find(root, "neutralCitation");
	j->citation = n == NULL ? "" : reader_words(r->a, n);
	j->parties = j->judges = "";
	named(r, root, "party", &j->parties);
	named(r, root, "judge", &j->judges);
	if (j->court[0] == '\0')
		reader_add_fault(r->a, r->faults, r->file, root->line,
		    "This judgment does not say which court made it.");
}

static const char *
all_text(struct arena *a, const struct judgment_line *l)
{
	const struct judgment_cell *c;
	const struct judgment_row *w;
	struct buf b = { 0 };
	const char *text;

	for (; l != NULL; l = l->next) {
		if (l->num[0] != '\0')
			buf_printf(&b, "%s ", l->num);
		buf_text(&b, l->text);
		for (w = l->rows; w != NULL; w = w->next)
			for (c = w->cells; c != NULL; c = c->next)
				buf_printf(&b, "%s ", c->text);
		buf_char(&b, '\n');
	}
	text = arena_textn(a, b.data == NULL ? "" : b.data, b.len);
	buf_free(&b);
	return text;
}

struct judgment *
xml_judgment_read(struct arena *a, const char *path, const char *name,
    struct reader_fault **faults)
{
	const struct reader_node *root = reader_file(a, path,
	    XML_JUDGMENT_MAX, NULL, faults), *body = NULL;
	struct reading r = { a, name, faults, NULL };
	struct reader_fault *f;
	struct judgment *j;

	for (f = *faults; f != NULL; f = f->next)
		f->file = name;
	if (root == NULL)
		return NULL;
	if (reader_is(root, AKN, "akomaNtoso"))
		body = reader_child(root, AKN, "judgment");
	if (body == NULL) {
		reader_add_fault(a, faults, name, root->line,
		    "This is no judgment in Akoma Ntoso 3.0.");
		return NULL;
	}
	r.references = find(body, "references");
	j = arena_alloc(a, sizeof(*j));
	identify(&r, body, j);
	j->lines = judgmenttext(a, body);
	if (j->lines == NULL)
		reader_add_fault(a, faults, name, body->line,
		    "This judgment has no text.");
	j->text = all_text(a, j->lines);
	return *faults == NULL ? j : NULL;
}
