/* SPDX-License-Identifier: MIT */
/* Which elements and attributes of XHTML a narrative may have. */
#include "xml/fhirhtml.h"

#include <ctype.h>
#include <string.h>

#include "base/words.h"

#define XML_NS "http://www.w3.org/XML/1998/namespace"
#define NO_LINK "br span bdo map img tt i b big small em strong dfn code q " \
	"samp kbd var cite abbr acronym sub sup"
#define INLINE "a " NO_LINK
#define BLOCK "p h1 h2 h3 h4 h5 h6 div ul ol dl pre hr blockquote address " \
	"table"
#define CELLS "align char charoff valign"

enum how { TEXT = 1, NEEDED = 2, ORDERED = 4 };

static const struct element {
	const char *name;
	const char *inside;	/* what may be in it; "" nothing */
	const char *attrs;	/* beside those that all may have */
	int how;		/* with text; not empty; in that order */
} elements[] = {
	{ "div", BLOCK " " INLINE, "", TEXT },
	{ "p", INLINE, "", TEXT },
	{ "h1", INLINE, "", TEXT },
	{ "h2", INLINE, "", TEXT },
	{ "h3", INLINE, "", TEXT },
	{ "h4", INLINE, "", TEXT },
	{ "h5", INLINE, "", TEXT },
	{ "h6", INLINE, "", TEXT },
	{ "ul", "li", "", NEEDED },
	{ "ol", "li", "", NEEDED },
	{ "li", BLOCK " " INLINE, "", TEXT },
	{ "dl", "dt dd", "", NEEDED },
	{ "dt", INLINE, "", TEXT },
	{ "dd", BLOCK " " INLINE, "", TEXT },
	{ "address", INLINE, "", TEXT },
	{ "hr", "", "", 0 },
	{ "pre", "a tt i b big small em strong dfn code q samp kbd var cite "
	    "abbr acronym sub sup br span bdo map", "xml:space", TEXT },
	{ "blockquote", BLOCK, "cite", 0 },
	{ "a", NO_LINK, "accesskey tabindex charset type name href hreflang "
	    "rel rev shape coords", TEXT },
	{ "span", INLINE, "", TEXT },
	{ "bdo", INLINE, "", TEXT },
	{ "br", "", "", 0 },
	{ "em", INLINE, "", TEXT },
	{ "strong", INLINE, "", TEXT },
	{ "dfn", INLINE, "", TEXT },
	{ "code", INLINE, "", TEXT },
	{ "samp", INLINE, "", TEXT },
	{ "kbd", INLINE, "", TEXT },
	{ "var", INLINE, "", TEXT },
	{ "cite", INLINE, "", TEXT },
	{ "abbr", INLINE, "", TEXT },
	{ "acronym", INLINE, "", TEXT },
	{ "q", INLINE, "cite", TEXT },
	{ "sub", INLINE, "", TEXT },
	{ "sup", INLINE, "", TEXT },
	{ "tt", INLINE, "", TEXT },
	{ "i", INLINE, "", TEXT },
	{ "b", INLINE, "", TEXT },
	{ "big", INLINE, "", TEXT },
	{ "small", INLINE, "", TEXT },
	{ "img", "", "src alt longdesc height width usemap ismap", 0 },
	{ "map", "area", "name", NEEDED },
	{ "area", "", "accesskey tabindex shape coords href nohref alt", 0 },
	{ "table", "caption col colgroup thead tfoot tbody tr", "summary "
	    "width border frame rules cellspacing cellpadding",
	    NEEDED | ORDERED },
	{ "caption", INLINE, "", TEXT },
	{ "thead", "tr", CELLS, NEEDED },
	{ "tfoot", "tr", CELLS, NEEDED },
	{ "tbody", "tr", CELLS, NEEDED },
	{ "colgroup", "col", "span width " CELLS, 0 },
	{ "col", "", "span width " CELLS, 0 },
	{ "tr", "th td", CELLS, NEEDED },
	{ "th", BLOCK " " INLINE, "abbr axis headers scope rowspan colspan "
	    CELLS, TEXT },
	{ "td", BLOCK " " INLINE, "abbr axis headers scope rowspan colspan "
	    CELLS, TEXT },
	{ NULL, NULL, NULL, 0 }
};

enum kind { ANYTHING, NAME, NAMES, LANGUAGE, ADDRESS, NUMBER, LENGTH, LETTER };

static const struct attribute {
	const char *name;
	enum kind kind;
	const char *words;	/* these alone, or NULL */
} attributes[] = {
	{ "class", NAMES, NULL },
	{ "style", ANYTHING, NULL },
	{ "id", NAME, NULL },
	{ "title", ANYTHING, NULL },
	{ "lang", LANGUAGE, NULL },
	{ "xml:lang", LANGUAGE, NULL },
	{ "dir", ANYTHING, "ltr rtl" },
	{ "href", ADDRESS, NULL },
	{ "src", ADDRESS, NULL },
	{ "cite", ADDRESS, NULL },
	{ "longdesc", ADDRESS, NULL },
	{ "usemap", ADDRESS, NULL },
	{ "name", NAMES, NULL },
	{ "rel", NAMES, NULL },
	{ "rev", NAMES, NULL },
	{ "headers", NAMES, NULL },
	{ "hreflang", LANGUAGE, NULL },
	{ "accesskey", LETTER, NULL },
	{ "char", LETTER, NULL },
	{ "tabindex", NUMBER, NULL },
	{ "border", NUMBER, NULL },
	{ "span", NUMBER, NULL },
	{ "rowspan", NUMBER, NULL },
	{ "colspan", NUMBER, NULL },
	{ "width", LENGTH, NULL },
	{ "height", LENGTH, NULL },
	{ "cellspacing", LENGTH, NULL },
	{ "cellpadding", LENGTH, NULL },
	{ "charoff", LENGTH, NULL },
	{ "align", ANYTHING, "left center right justify char" },
	{ "valign", ANYTHING, "top middle bottom baseline" },
	{ "shape", ANYTHING, "rect circle poly default" },
	{ "ismap", ANYTHING, "ismap" },
	{ "nohref", ANYTHING, "nohref" },
	{ "scope", ANYTHING, "row col rowgroup colgroup" },
	{ "rules", ANYTHING, "none groups rows cols all" },
	{ "frame", ANYTHING, "void above below hsides lhs rhs vsides box "
	    "border" },
	{ "xml:space", ANYTHING, "preserve" },
	{ NULL, 0, NULL }
};

static bool
is_names(const char *s, bool one)
{
	if (*s == '\0')
		return false;
	for (; *s != '\0'; s++)
		if ((unsigned char)*s < 0x80 &&
		    !isalnum((unsigned char)*s) &&
		    strchr(one ? "-_." : "-_.: ", *s) == NULL)
			return false;
	return true;
}

static bool
is_language(const char *s)
{
	size_t n;

	for (;; s += n + 1) {
		for (n = 0; isascii((unsigned char)s[n]) &&
		    isalnum((unsigned char)s[n]); n++)
			;
		if (n == 0 || n > 8)
			return false;
		if (s[n] != '-')
			return s[n] == '\0';
	}
}

/* Nothing that a browser would run. */
static bool
is_address(const char *s)
{
	return strncasecmp(s, "javascript:", 11) != 0 &&
	    strncasecmp(s, "vbscript:", 9) != 0 &&
	    strncasecmp(s, "data:text", 9) != 0 && reader_address_ok(s);
}

static bool
is_number(const char *s, const char *ends)
{
	size_t n = strspn(s, "0123456789");

	return n > 0 && n < 6 && (s[n] == '\0' ||
	    (strchr(ends, s[n]) != NULL && s[n + 1] == '\0'));
}

static bool
value_ok(const struct attribute *t, const char *value)
{
	if (t->words != NULL)
		return words_have(t->words, value);
	switch (t->kind) {
	case NAME:
		return is_names(value, true) && (*value == '_' ||
		    !isascii((unsigned char)*value) ||
		    isalpha((unsigned char)*value));
	case NAMES:
		return is_names(value, false);
	case LANGUAGE:
		return is_language(value);
	case ADDRESS:
		return is_address(value);
	case NUMBER:
		return is_number(value, "");
	case LENGTH:
		return is_number(value, "%");
	case LETTER:
		return value[0] != '\0' && value[1] == '\0';
	default:
		return true;
	}
}

static const char *
attrs_fault(struct arena *a, const struct element *e,
    const struct reader_node *n)
{
	static const char common[] = "id class style title lang xml:lang dir";
	const struct reader_attr *p;
	const struct attribute *t;
	const char *name;

	for (p = n->attrs; p != NULL; p = p->next) {
		name = *p->ns == '\0' ? p->name : strcmp(p->ns, XML_NS) == 0 ?
		    arena_printf(a, "xml:%s", p->name) : "";
		if (!words_have(common, name) && !words_have(e->attrs, name))
			return arena_printf(a, "“%s” may not have “%s” in a "
			    "narrative.", n->name, p->name);
		for (t = attributes; t->name != NULL &&
		    strcmp(t->name, name) != 0; t++)
			;
		if (t->name != NULL && !value_ok(t, p->value))
			return arena_printf(a, "“%s” cannot be what “%s” says "
			    "in a narrative.", p->value, name);
	}
	if ((strcmp(n->name, "img") == 0 && reader_attr(n, "src") == NULL) ||
	    (words_have("img area", n->name) &&
	    reader_attr(n, "alt") == NULL) ||
	    (strcmp(n->name, "bdo") == 0 && reader_attr(n, "dir") == NULL) ||
	    (strcmp(n->name, "map") == 0 && reader_attr(n, "id") == NULL))
		return arena_printf(a, "“%s” lacks an attribute that it "
		    "needs.", n->name);
	return NULL;
}

static size_t
place(const char *list, const char *word)
{
	size_t n = strlen(word), at = 0, len;

	for (; *list != '\0'; list += len + (list[len] == ' '), at++) {
		len = strcspn(list, " ");
		if (len == n && strncmp(list, word, n) == 0)
			break;
	}
	return at;
}

/* Each at its place, only col, colgroup, tbody and tr more than once, and of
 * two that stand for each other only one. */
static bool
ordered(const struct element *e, const struct reader_node *n)
{
	const struct reader_node *c, *last = NULL;
	bool cols = false, body = false;

	for (c = reader_child(n, FHIRHTML_NS, NULL); c != NULL;
	    c = reader_after(c, FHIRHTML_NS, NULL)) {
		if (last != NULL && strcmp(c->name, last->name) == 0) {
			if (words_have("caption thead tfoot", c->name))
				return false;
		} else if (last != NULL && place(e->inside, c->name) <
		    place(e->inside, last->name)) {
			return false;
		} else if (words_have("col colgroup", c->name)) {
			if (cols)
				return false;
			cols = true;
		} else if (words_have("tbody tr", c->name)) {
			if (body)
				return false;
			body = true;
		}
		last = c;
	}
	return body;
}

const char *
fhirhtml_fault(struct arena *a, const struct reader_node *n, int *line)
{
	const struct reader_node *c;
	const struct element *e;
	const char *why;
	bool any = false;

	*line = n->line;
	for (e = elements; e->name != NULL && strcmp(e->name, n->name) != 0;
	    e++)
		;
	if (e->name == NULL || strcmp(n->ns, FHIRHTML_NS) != 0)
		return arena_printf(a, "“%s” may not stand in a narrative.",
		    n->name);
	if ((why = attrs_fault(a, e, n)) != NULL)
		return why;
	for (c = n->first; c != NULL; c = c->next) {
		if (c->name == NULL) {
			if ((e->how & TEXT) == 0 &&
			    strspn(c->text, " \t\r\n") != strlen(c->text))
				return arena_printf(a, "“%s” may hold no text "
				    "in a narrative.", n->name);
			continue;
		}
		any = true;
		*line = c->line;
		if (!words_have(e->inside, c->name))
			return arena_printf(a, "“%s” may not stand in “%s” in "
			    "a narrative.", c->name, n->name);
		if ((why = fhirhtml_fault(a, c, line)) != NULL)
			return why;
	}
	*line = n->line;
	if (((e->how & NEEDED) != 0 && !any) ||
	    ((e->how & ORDERED) != 0 && !ordered(e, n)))
		return arena_printf(a, "What is in “%s” does not make a "
		    "whole of it.", n->name);
	return NULL;
}
