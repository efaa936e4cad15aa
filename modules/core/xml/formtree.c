/* SPDX-License-Identifier: MIT */
/* The tree of a form, changed and written. */
#include "xml/formtree.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "text/message.h"

#define XML_NS "http://www.w3.org/XML/1998/namespace"

static void
write_text(struct buf *b, const char *s, bool attr)
{
	for (; *s != '\0'; s++)
		switch (*s) {
		case '&': buf_text(b, "&amp;"); break;
		case '<': buf_text(b, "&lt;"); break;
		case '>': buf_text(b, "&gt;"); break;
		case '\r': buf_text(b, "&#13;"); break;
		case '"': buf_text(b, attr ? "&quot;" : "\""); break;
		case '\n': buf_text(b, attr ? "&#10;" : "\n"); break;
		case '\t': buf_text(b, attr ? "&#9;" : "\t"); break;
		default: buf_char(b, *s);
		}
}

static void
write_node(struct buf *b, const struct reader_node *n, int depth)
{
	const struct reader_node *c, *elements = reader_child(n, NULL, NULL);
	const struct reader_attr *x;
	int i;

	for (i = 0; i < depth; i++)
		buf_char(b, '\t');
	buf_printf(b, "<%s", n->name);
	for (x = n->attrs; x != NULL; x = x->next) {
		buf_printf(b, " %s%s=\"", strcmp(x->ns, XML_NS) == 0 ?
		    "xml:" : "", x->name);
		write_text(b, x->value, true);
		buf_char(b, '"');
	}
	buf_text(b, elements == NULL ? ">" : ">\n");
	for (c = n->first; c != NULL; c = c->next)
		if (c->name != NULL)
			write_node(b, c, depth + 1);
		else if (elements == NULL)
			write_text(b, c->text, false);
	for (i = 0; elements != NULL && i < depth; i++)
		buf_char(b, '\t');
	buf_printf(b, "</%s>\n", n->name);
}

const char *
formtree_write(struct arena *a, const struct reader_node *root)
{
	struct buf b = { 0 };
	const char *text;

	buf_text(&b, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
	write_node(&b, root, 0);
	text = arena_textn(a, b.data, b.len);
	buf_free(&b);
	return text;
}

/* What a part is called; NULL: the node is none. */
static const char *
name_of(struct arena *a, const struct reader_node *n)
{
	if (n->parent == NULL)
		return "form";
	if (reader_is(n, "", "choice"))
		return arena_printf(a, "choice-%s-%s",
		    reader_given(n->parent, "code"),
		    reader_given(n, "code"));
	if (!reader_is(n, "", "section") && !reader_is(n, "", "question") &&
	    !reader_is(n, "", "band"))
		return NULL;
	return arena_printf(a, "%s-%s", n->name, reader_given(n, "code"));
}

struct reader_node *
formtree_part(struct arena *a, struct reader_node *n, const char *name)
{
	struct reader_node *c, *found;
	const char *own = name_of(a, n);

	if (own != NULL && strcmp(own, name) == 0)
		return n;
	for (c = n->first; c != NULL; c = c->next)
		if (c->name != NULL &&
		    (found = formtree_part(a, c, name)) != NULL)
			return found;
	return NULL;
}

/* The last element that begins on the line or before it. */
static const struct reader_node *
last_at(const struct reader_node *n, int line)
{
	const struct reader_node *c, *found = n;

	for (c = n->first; c != NULL; c = c->next)
		if (c->name != NULL && c->line <= line)
			found = last_at(c, line);
	return found;
}

const char *
formtree_at(struct arena *a, const struct reader_node *root, int line,
    const char **element)
{
	const struct reader_node *n = last_at(root, line);
	const char *name;

	*element = n->name;
	while ((name = name_of(a, n)) == NULL)
		n = n->parent;
	return name;
}

void
formtree_set(struct arena *a, struct reader_node *n, const char *name,
    const char *value)
{
	struct reader_attr **at = &n->attrs, *x;

	while (*at != NULL && ((*at)->ns[0] != '\0' ||
	    strcmp((*at)->name, name) != 0))
		at = &(*at)->next;
	if (*value == '\0') {
		if (*at != NULL)
			*at = (*at)->next;
		return;
	}
	if ((x = *at) == NULL) {
		x = *at = arena_alloc(a, sizeof(*x));
		x->ns = "";
		x->name = name;
	}
	x->value = value;
}

/* In which order the elements stand inside any other. */
static int
rank(const struct reader_node *n)
{
	static const char *const order[] = { "label", "name", "one", "help",
	    "when", "section", "question", "choice", "score", "band", NULL };
	int i = reader_place(order, n->name);

	return i < 0 ? 99 : i;
}

static void
insert(struct reader_node *parent, struct reader_node *n)
{
	struct reader_node **at = &parent->first, **c;

	for (c = &parent->first; *c != NULL; c = &(*c)->next)
		if ((*c)->name != NULL && rank(*c) <= rank(n))
			at = &(*c)->next;
	n->next = *at;
	*at = n;
	n->parent = parent;
}

void
formtree_remove(struct reader_node *n)
{
	struct reader_node **at = &n->parent->first;

	while (*at != n)
		at = &(*at)->next;
	*at = n->next;
	n->next = NULL;
}

static struct reader_node *
make(struct arena *a, struct reader_node *parent, const char *name)
{
	struct reader_node *n = arena_alloc(a, sizeof(*n));

	n->ns = "";
	n->name = name;
	n->line = parent->line;
	insert(parent, n);
	return n;
}

static void
write_in(struct arena *a, struct reader_node *n, const char *text)
{
	struct reader_node *t = arena_alloc(a, sizeof(*t));

	t->ns = "";
	t->text = text;
	t->parent = n;
	n->first = t;
}

void
formtree_say(struct arena *a, struct reader_node *n, const char *child,
    const struct label *label)
{
	struct reader_node *to = n, *l;
	struct reader_attr *lang;
	bool any = false;
	int i;

	for (i = 0; i < LANGUAGES; i++)
		any |= label->text[i] != NULL && label->text[i][0] != '\0';
	if (child != NULL) {
		to = reader_child(n, "", child);
		if (!any && to != NULL)
			formtree_remove(to);
		if (!any)
			return;
		if (to == NULL)
			to = make(a, n, child);
	}
	while ((l = reader_child(to, "", "label")) != NULL)
		formtree_remove(l);
	for (i = 0; i < LANGUAGES; i++) {
		if (label->text[i] == NULL || label->text[i][0] == '\0')
			continue;
		l = make(a, to, "label");
		lang = arena_alloc(a, sizeof(*lang));
		*lang = (struct reader_attr){ NULL, XML_NS, "lang",
		    message_languages[i] };
		l->attrs = lang;
		write_in(a, l, label->text[i]);
	}
}

void
formtree_express(struct arena *a, struct reader_node *n, const char *child,
    const char *text)
{
	struct reader_node *c = reader_child(n, "", child);

	if (*text == '\0') {
		if (c != NULL)
			formtree_remove(c);
		return;
	}
	write_in(a, c != NULL ? c : make(a, n, child), text);
}

struct reader_node *
formtree_add(struct arena *a, struct reader_node *parent, const char *name,
    const char *code)
{
	struct reader_node *n = make(a, parent, name);

	formtree_set(a, n, "code", code);
	return n;
}

static struct reader_node *
before(struct reader_node *n)
{
	struct reader_node *c, *last = NULL;

	for (c = n->parent->first; c != n; c = c->next)
		if (reader_is(c, "", n->name))
			last = c;
	return last;
}

/* Into another section: at its end, or its beginning. */
static void
carry(struct reader_node *n, struct reader_node *to, bool end)
{
	struct reader_node **at = &to->first;

	formtree_remove(n);
	if (end) {
		insert(to, n);
		return;
	}
	while (*at != NULL && ((*at)->name == NULL || rank(*at) < rank(n)))
		at = &(*at)->next;
	n->next = *at;
	*at = n;
	n->parent = to;
}

/* n stands behind the other one afterwards. */
static void
behind(struct reader_node *n, struct reader_node *other)
{
	formtree_remove(n);
	n->next = other->next;
	other->next = n;
}

bool
formtree_move(struct reader_node *n, bool up)
{
	struct reader_node *o, *to;

	if (n->parent == NULL)
		return false;
	o = up ? before(n) : reader_after(n, "", n->name);
	if (o != NULL) {
		behind(up ? o : n, up ? n : o);
		return true;
	}
	if (!reader_is(n, "", "question"))
		return false;
	to = up ? before(n->parent) : reader_after(n->parent, "", "section");
	if (to != NULL)
		carry(n, to, up);
	return to != NULL;
}

static long
points(const struct reader_node *n)
{
	return strtol(reader_given(n, "from"), NULL, 10);
}

void
formtree_order(struct reader_node *root)
{
	struct reader_node *n, *last = NULL;

	for (n = reader_child(root, "", "band"); n != NULL;
	    n = reader_after(n, "", "band")) {
		while ((last = before(n)) != NULL && points(last) > points(n))
			behind(last, n);
	}
}
