/* SPDX-License-Identifier: MIT */
/* Headings, numbered paragraphs, quotations and tables of a judgment. */
#include "xml/judgmenttext.h"

#include <string.h>

#include "base/buf.h"

struct writing {
	struct arena *a;
	struct judgment_line **tail;
	const char *num;	/* of the paragraph that begins, "" none */
};

/* What stands in a line; whatever else holds lines of its own. */
static const char *const inlines[] = { "span", "a", "b", "i", "u", "sup",
	"sub", "ref", "rref", "mref", "def", "term", "date", "time", "person",
	"organization", "party", "judge", "lawyer", "role", "courtType",
	"docDate", "docTitle", "docNumber", "docketNumber", "docType",
	"docProponent", "neutralCitation", "location", "inline", "ins", "del",
	"marker", "br", "img", "eol", "concept", "object", "event", "process",
	"quantity", "entity", "shortTitle", "signature", "noteRef", "abbr",
	"outcome", "opinion", "mod", "quotedText", "math", "remark", NULL };

static bool
is_inline(const struct reader_node *n)
{
	return n->name == NULL || reader_place(inlines, n->name) >= 0;
}

/* Lines inside make what looks as if it were in a line hold lines. */
static bool
holds_lines(const struct reader_node *n)
{
	const struct reader_node *c;

	for (c = n->first; c != NULL; c = c->next)
		if (c->name != NULL && (!is_inline(c) || holds_lines(c)))
			return true;
	return false;
}

/* One blank, not at the beginning. */
static void
blank(struct buf *b)
{
	if (b->len > 0 && b->data[b->len - 1] != ' ')
		buf_char(b, ' ');
}

static void
gather(struct buf *b, const struct reader_node *n)
{
	static const char *const gaps[] = { "marker", "br", "eol", "p",
	    NULL };
	const struct reader_node *c;
	const char *s;

	if (n->name != NULL && reader_place(gaps, n->name) >= 0)
		blank(b);
	for (s = n->name == NULL ? n->text : ""; *s != '\0'; s++) {
		if (strchr(" \t\r\n", *s) == NULL)
			buf_char(b, *s);
		else
			blank(b);
	}
	for (c = n->first; c != NULL; c = c->next)
		gather(b, c);
}

static const char *
taken(struct arena *a, struct buf *b)
{
	const char *text;

	while (b->len > 0 && b->data[b->len - 1] == ' ')
		b->len--;
	text = arena_textn(a, b->data == NULL ? "" : b->data, b->len);
	buf_free(b);
	return text;
}

static const char *
words(struct arena *a, const struct reader_node *n)
{
	struct buf b = { 0 };

	gather(&b, n);
	return taken(a, &b);
}

static struct judgment_line *
line(struct writing *w, enum judgment_kind kind, const char *text, int depth,
    bool quoted)
{
	struct judgment_line *l = arena_alloc(w->a, sizeof(*l));

	*l = (struct judgment_line){ .kind = kind, .num = w->num,
	    .text = text, .depth = depth, .quoted = quoted };
	w->num = "";
	*w->tail = l;
	w->tail = &l->next;
	return l;
}

static void
put(struct writing *w, enum judgment_kind kind, const char *text, int depth,
    bool quoted)
{
	if (text[0] != '\0')
		line(w, kind, text, depth, quoted);
}

static void
table(struct writing *w, const struct reader_node *n, int depth, bool quoted)
{
	struct judgment_line *l = line(w, JUDGMENT_TABLE, "", depth, quoted);
	struct judgment_row **tail = &l->rows, *row;
	const struct reader_node *tr, *td;
	struct judgment_cell **end, *cell;

	for (tr = n->first; tr != NULL; tr = tr->next) {
		if (tr->name == NULL)
			continue;
		row = arena_alloc(w->a, sizeof(*row));
		*row = (struct judgment_row){ 0 };
		*tail = row;
		tail = &row->next;
		end = &row->cells;
		for (td = tr->first; td != NULL; td = td->next) {
			if (td->name == NULL)
				continue;
			cell = arena_alloc(w->a, sizeof(*cell));
			*cell = (struct judgment_cell){ NULL,
			    words(w->a, td) };
			*end = cell;
			end = &cell->next;
		}
	}
}

static void walk(struct writing *, const struct reader_node *, int depth,
	    bool quoted);

static void
block(struct writing *w, const struct reader_node *n, int depth, bool quoted)
{
	if (strcmp(n->name, "meta") == 0 ||
	    strcmp(n->name, "presentation") == 0)
		return;
	if (strcmp(n->name, "num") == 0) {
		if (w->num[0] != '\0')	/* nothing stood behind it */
			line(w, JUDGMENT_TEXT, "", depth, quoted);
		w->num = words(w->a, n);
	} else if (strcmp(n->name, "heading") == 0 ||
	    strcmp(n->name, "subheading") == 0 ||
	    strcmp(n->name, "crossHeading") == 0)
		put(w, JUDGMENT_HEADING, words(w->a, n), 0, quoted);
	else if (strcmp(n->name, "table") == 0)
		table(w, n, depth, quoted);
	else if (strcmp(n->name, "embeddedStructure") == 0 ||
	    strcmp(n->name, "quotedStructure") == 0)
		walk(w, n, depth, true);
	else if (strncmp(n->name, "sub", 3) == 0 && holds_lines(n))
		walk(w, n, depth + 1, quoted);
	else
		walk(w, n, depth, quoted);
}

/* Runs of what stands in a line are one. */
static void
walk(struct writing *w, const struct reader_node *n, int depth, bool quoted)
{
	const struct reader_node *c;
	struct buf b = { 0 };

	for (c = n->first; c != NULL; c = c->next) {
		if (is_inline(c) && !holds_lines(c)) {
			gather(&b, c);
			continue;
		}
		put(w, JUDGMENT_TEXT, taken(w->a, &b), depth, quoted);
		b = (struct buf){ 0 };
		block(w, c, depth, quoted);
	}
	put(w, JUDGMENT_TEXT, taken(w->a, &b), depth, quoted);
}

struct judgment_line *
judgmenttext(struct arena *a, const struct reader_node *judgment)
{
	struct judgment_line *first = NULL;
	struct writing w = { a, &first, "" };

	walk(&w, judgment, 0, false);
	if (w.num[0] != '\0')
		line(&w, JUDGMENT_TEXT, "", 0, false);
	return first;
}
