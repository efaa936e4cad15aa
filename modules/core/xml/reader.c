/* SPDX-License-Identifier: MIT */
/*
 * libxml2 with everything off that reaches outside the document. The trees
 * are copied into plain structs, so that no foreign handle leaves this file
 * but the one inside a stream.
 */
#include "xml/reader.h"

#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/relaxng.h>
#include <libxml/uri.h>
#include <libxml/xmlreader.h>
#include <zlib.h>

#include "base/buf.h"
#include "base/ctx.h"
#include "base/log.h"
#include "text/blank.h"

/* Never NOENT, DTDLOAD, DTDATTR, DTDVALID, XINCLUDE, HUGE or RECOVER. */
#define OPTIONS (XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_COMPACT | \
	XML_PARSE_BIG_LINES)
#define SCHEMA_MAX ((size_t)1 << 20)
#define FAULTS_MAX 100
#define UNREAD "The file cannot be read."

/* Who is to be told of faults while libxml2 is at work. */
struct listener {
	struct arena *arena;
	struct reader_fault **faults;
	const char *file;
	bool final;		/* what was said last says all */
	int count;
	xmlTextReader *stream;	/* to ask for the line, or NULL */
};

struct reader_stream {
	struct listener told;
	gzFile gz;
	xmlTextReader *xml;
	xmlRelaxNG *grammar;
	xmlRelaxNGValidCtxt *checker;
	enum reader_event event;
	bool end_follows;	/* an empty element: its end is to be told */
	bool copied;		/* the element: on to what stands behind it */
	bool no_text;
	size_t most;		/* bytes still to be read of it; 0 any */
	bool failed, done;
};

static xmlParserInput *
no_entity(const char *url, const char *id, xmlParserCtxt *ctxt)
{
	(void)url;
	(void)id;
	(void)ctxt;
	return NULL;
}

static void
silent(void *data, const char *fmt, ...)
{
	(void)data;
	(void)fmt;
}

static void
prepare(void)
{
	static bool done;

	if (done)
		return;
	LIBXML_TEST_VERSION
	xmlInitParser();
	xmlSetExternalEntityLoader(no_entity);
	xmlSetGenericErrorFunc(NULL, silent);
	done = true;
}

void
reader_add_fault(struct arena *a, struct reader_fault **faults,
    const char *file, int line, const char *fmt, ...)
{
	struct reader_fault *f = arena_alloc(a, sizeof(*f));
	va_list ap;

	f->file = arena_text(a, file);
	f->line = line;
	va_start(ap, fmt);
	f->text = arena_vprintf(a, fmt, ap);
	va_end(ap);
	while (*faults != NULL)
		faults = &(*faults)->next;
	*faults = f;
}

/* libxml2's words as one sentence on one line. */
static void
hear(struct listener *l, int line, const char *words)
{
	struct buf b = { 0 };

	if (l->final || l->count >= FAULTS_MAX)
		return;
	l->count++;
	for (; words != NULL && *words != '\0'; words++)
		buf_char(&b, (unsigned char)*words < ' ' ? ' ' : *words);
	while (b.len > 0 && (b.data[b.len - 1] == ' ' ||
	    b.data[b.len - 1] == '.'))
		b.len--;
	reader_add_fault(l->arena, l->faults, l->file, line, "%.*s.",
	    (int)(b.len > 400 ? 400 : b.len), b.len > 0 ? b.data : "not XML");
	buf_free(&b);
}

static void
heard(void *data, xmlError *e)
{
	struct listener *l = data;
	int line = e->line;

	if (e->level < XML_ERR_ERROR)
		return;
	/* A node keeps its line in 16 bits; the parser knows better. */
	if (l->stream != NULL && (line <= 0 || line >= USHRT_MAX))
		line = xmlTextReaderGetParserLineNumber(l->stream);
	hear(l, line, e->message);
}

/* The parser hands its own context to the structured handler. */
static void
heard_parsing(void *data, xmlError *e)
{
	xmlParserCtxt *ctxt = data;

	heard(ctxt->_private, e);
}

static void
refuse_doctype(struct listener *l, int line)
{
	if (l->final)
		return;
	reader_add_fault(l->arena, l->faults, l->file, line,
	    "A DOCTYPE is not allowed here; take the line out.");
	l->final = true;
}

static void
met_doctype(void *data, const xmlChar *name, const xmlChar *id,
    const xmlChar *system)
{
	xmlParserCtxt *ctxt = data;

	(void)name;
	(void)id;
	(void)system;
	refuse_doctype(ctxt->_private, ctxt->input == NULL ? 0 :
	    ctxt->input->line);
	xmlStopParser(ctxt);
}

static xmlDoc *
parse(struct listener *l, const char *bytes, size_t len)
{
	xmlParserCtxt *ctxt;
	xmlDoc *doc;
	int before = l->count;

	prepare();
	if (len > INT_MAX) {
		hear(l, 0, "The file is too large");
		return NULL;
	}
	if ((ctxt = xmlNewParserCtxt()) == NULL)
		log_fatal("no memory for an XML parser");
	ctxt->_private = l;
	ctxt->sax->serror = heard_parsing;
	ctxt->sax->internalSubset = met_doctype;
	doc = xmlCtxtReadMemory(ctxt, bytes, (int)len, NULL, NULL, OPTIONS);
	if (doc != NULL && (l->final || doc->intSubset != NULL ||
	    doc->extSubset != NULL || !ctxt->wellFormed ||
	    l->count > before)) {
		if (doc->intSubset != NULL)
			refuse_doctype(l, 0);
		xmlFreeDoc(doc);
		doc = NULL;
	}
	if (doc == NULL && !l->final && l->count == before)
		hear(l, 0, "The file is not well-formed XML");
	xmlFreeParserCtxt(ctxt);
	return doc;
}

/* A grammar of ours: read by the same safe way, so it includes nothing. */
static xmlRelaxNG *
grammar_read(struct listener *l, const char *path)
{
	struct listener own = { l->arena, l->faults, path, false, 0, NULL };
	xmlRelaxNGParserCtxt *ctxt;
	xmlRelaxNG *grammar;
	struct buf b = { 0 };
	char piece[8192];
	xmlDoc *doc;
	FILE *f;
	size_t n;

	if ((f = fopen(path, "re")) == NULL) {
		hear(&own, 0, "The schema cannot be read");
		return NULL;
	}
	while (b.len < SCHEMA_MAX &&
	    (n = fread(piece, 1, sizeof(piece), f)) > 0)
		buf_add(&b, piece, n);
	fclose(f);
	doc = parse(&own, b.data == NULL ? "" : b.data, b.len);
	buf_free(&b);
	if (doc == NULL || (ctxt = xmlRelaxNGNewDocParserCtxt(doc)) == NULL) {
		xmlFreeDoc(doc);
		return NULL;
	}
	xmlRelaxNGSetParserStructuredErrors(ctxt, heard, &own);
	grammar = xmlRelaxNGParse(ctxt);
	xmlRelaxNGFreeParserCtxt(ctxt);
	xmlFreeDoc(doc);
	if (grammar == NULL && own.count == 0)
		hear(&own, 0, "The schema is not a RelaxNG grammar");
	return grammar;
}

static bool
validate(struct listener *l, xmlDoc *doc, const char *schema)
{
	xmlRelaxNG *grammar = grammar_read(l, schema);
	xmlRelaxNGValidCtxt *checker;
	int result;

	if (grammar == NULL)
		return false;
	if ((checker = xmlRelaxNGNewValidCtxt(grammar)) == NULL)
		log_fatal("no memory to check a document");
	xmlRelaxNGSetValidStructuredErrors(checker, heard, l);
	result = xmlRelaxNGValidateDoc(checker, doc);
	if (result != 0 && l->count == 0)
		hear(l, 0, "The document does not follow its schema");
	xmlRelaxNGFreeValidCtxt(checker);
	xmlRelaxNGFree(grammar);
	return result == 0;
}

static const char *
copied(struct arena *a, const xmlChar *s)
{
	return s == NULL ? "" : arena_text(a, (const char *)s);
}

static void
copy_attributes(struct arena *a, struct reader_node *to, const xmlNode *from)
{
	struct reader_attr **tail = &to->attrs, *attr;
	const xmlAttr *p;
	xmlChar *value;

	for (p = from->properties; p != NULL; p = p->next) {
		attr = arena_alloc(a, sizeof(*attr));
		attr->ns = copied(a, p->ns == NULL ? NULL : p->ns->href);
		attr->name = copied(a, p->name);
		value = xmlNodeListGetString(from->doc, p->children, 1);
		attr->value = copied(a, value);
		xmlFree(value);
		*tail = attr;
		tail = &attr->next;
	}
}

static struct reader_node *copy_node(struct listener *, const xmlNode *,
    struct reader_node *parent, int depth);

static bool
copy_children(struct listener *l, const xmlNode *from, struct reader_node *to,
    int depth)
{
	struct reader_node **tail = &to->first, *n;
	const xmlNode *p;

	for (p = from->children; p != NULL; p = p->next) {
		if (p->type != XML_ELEMENT_NODE && p->type != XML_TEXT_NODE)
			continue;	/* remarks and instructions */
		if ((n = copy_node(l, p, to, depth)) == NULL)
			return false;
		*tail = n;
		tail = &n->next;
	}
	return true;
}

static struct reader_node *
copy_node(struct listener *l, const xmlNode *p, struct reader_node *parent,
    int depth)
{
	struct reader_node *n = arena_alloc(l->arena, sizeof(*n));

	n->parent = parent;
	n->line = (int)xmlGetLineNo(p);
	n->ns = "";
	if (p->type == XML_TEXT_NODE) {
		n->text = copied(l->arena, p->content);
		return n;
	}
	if (depth >= READER_DEPTH) {
		hear(l, n->line, "The elements are nested too deeply");
		return NULL;
	}
	n->ns = copied(l->arena, p->ns == NULL ? NULL : p->ns->href);
	n->name = copied(l->arena, p->name);
	copy_attributes(l->arena, n, p);
	return copy_children(l, p, n, depth + 1) ? n : NULL;
}

struct reader_node *
reader_tree(struct arena *a, const char *file, const char *bytes, size_t len,
    const char *schema, struct reader_fault **faults)
{
	struct listener l = { a, faults, file, false, 0, NULL };
	struct reader_node *root = NULL;
	xmlDoc *doc = parse(&l, bytes, len);

	if (doc == NULL)
		return NULL;
	if (schema == NULL || validate(&l, doc, schema))
		root = copy_node(&l, xmlDocGetRootElement(doc), NULL, 0);
	xmlFreeDoc(doc);
	return root;
}

struct reader_node *
reader_file(struct arena *a, const char *path, size_t max, const char *schema,
    struct reader_fault **faults)
{
	struct reader_node *root = NULL;
	struct buf b = { 0 };
	char piece[16384];
	FILE *f = fopen(path, "re");
	size_t n;

	if (f == NULL) {
		reader_add_fault(a, faults, path, 0, "%s", UNREAD);
		return NULL;
	}
	while (b.len <= max && (n = fread(piece, 1, sizeof(piece), f)) > 0)
		buf_add(&b, piece, n);
	if (ferror(f))
		reader_add_fault(a, faults, path, 0, "%s", UNREAD);
	else if (b.len > max)
		reader_add_fault(a, faults, path, 0, "The file is larger than "
		    "%zu bytes.", max);
	else
		root = reader_tree(a, path, b.data == NULL ? "" : b.data,
		    b.len, schema, faults);
	fclose(f);
	buf_free(&b);
	return root;
}

bool
reader_is(const struct reader_node *n, const char *ns, const char *name)
{
	return n != NULL && n->name != NULL &&
	    (ns == NULL || strcmp(n->ns, ns) == 0) &&
	    (name == NULL || strcmp(n->name, name) == 0);
}

const char *
reader_attr(const struct reader_node *n, const char *name)
{
	const struct reader_attr *p;

	for (p = n->attrs; p != NULL; p = p->next)
		if (*p->ns == '\0' && strcmp(p->name, name) == 0)
			return p->value;
	return NULL;
}

const char *
reader_given(const struct reader_node *n, const char *name)
{
	const char *value = reader_attr(n, name);

	return value == NULL ? "" : value;
}

int
reader_place(const char *const *list, const char *word)
{
	int i;

	for (i = 0; list[i] != NULL; i++)
		if (strcmp(list[i], word) == 0)
			return i;
	return -1;
}

/* The schemas look at what is left when these signs are put aside. */
bool
reader_address_ok(const char *address)
{
	static const char aside[] = "<>\"{}|\\^`'";
	xmlChar *plain = xmlStrdup((const xmlChar *)address), *p;
	xmlURI *uri;

	for (p = plain; p != NULL && *p != '\0'; p++)
		if (*p <= ' ' || *p >= 127 || strchr(aside, *p) != NULL)
			*p = '_';
	uri = plain == NULL ? NULL : xmlParseURI((const char *)plain);
	xmlFree(plain);
	if (uri == NULL)
		return false;
	xmlFreeURI(uri);
	return true;
}

static struct reader_node *
first_of(struct reader_node *n, const char *ns, const char *name)
{
	while (n != NULL && !reader_is(n, ns, name))
		n = n->next;
	return n;
}

struct reader_node *
reader_child(const struct reader_node *n, const char *ns, const char *name)
{
	return first_of(n->first, ns, name);
}

struct reader_node *
reader_after(const struct reader_node *n, const char *ns, const char *name)
{
	return first_of(n->next, ns, name);
}

static void
gather(struct buf *b, const struct reader_node *n)
{
	const struct reader_node *p;
	const char *s;

	for (s = n->text; s != NULL && *s != '\0'; s++) {
		if (*s != ' ' && *s != '\t' && *s != '\n' && *s != '\r')
			buf_char(b, *s);
		else if (b->len > 0 && b->data[b->len - 1] != ' ')
			buf_char(b, ' ');
	}
	for (p = n->first; p != NULL; p = p->next)
		gather(b, p);
}

const char *
reader_words(struct arena *a, const struct reader_node *n)
{
	struct buf b = { 0 };
	char *text;

	gather(&b, n);
	while (b.len > 0 && b.data[b.len - 1] == ' ')
		b.len--;
	text = arena_textn(a, b.data, b.len);
	buf_free(&b);
	return text;
}

const char *
reader_written(struct arena *a, const struct reader_node *n)
{
	const struct reader_node *t, *only = NULL;
	const char *text;
	struct buf b = { 0 };
	size_t texts = 0;

	for (t = n->first; t != NULL; t = t->next)
		if (t->text != NULL) {
			only = t;
			texts++;
		}
	if (texts < 2)
		return only == NULL ? "" : only->text;
	for (t = n->first; t != NULL; t = t->next)
		if (t->text != NULL)
			buf_text(&b, t->text);
	text = arena_textn(a, b.data, b.len);
	buf_free(&b);
	return text;
}

const char *
reader_prose(struct arena *a, const struct reader_node *n)
{
	return blank_trim(a, reader_written(a, n));
}

/* Beyond the bytes that an element may take the file breaks off. */
static int
stream_read(void *data, char *to, int len)
{
	struct reader_stream *s = data;
	int got = gzread(s->gz, to, (unsigned)len);

	if (s->most == 0 || got < 0)
		return got;
	if ((size_t)got >= s->most) {
		hear(&s->told, reader_line(s), "This takes more room than "
		    "one element may have here");
		s->told.final = true;
		return -1;
	}
	s->most -= (size_t)got;
	return got;
}

static void
stream_fail(struct reader_stream *s, const char *words)
{
	if (words != NULL && s->told.count == 0 && !s->told.final)
		hear(&s->told, s->xml == NULL ? 0 : reader_line(s), words);
	s->failed = true;
	s->event = 0;
}

struct reader_stream *
reader_open(struct arena *a, const char *path, const char *schema,
    struct reader_fault **faults)
{
	struct reader_stream *s = arena_alloc(a, sizeof(*s));

	prepare();
	s->told = (struct listener){ a, faults, path, false, 0, NULL };
	if ((s->gz = gzopen(path, "rbe")) == NULL) {
		stream_fail(s, "The file cannot be read");
		return s;
	}
	gzbuffer(s->gz, 1 << 16);
	s->xml = xmlReaderForIO(stream_read, NULL, s, NULL, NULL, OPTIONS);
	if (s->xml == NULL)
		log_fatal("no memory for an XML reader");
	s->told.stream = s->xml;
	xmlTextReaderSetStructuredErrorHandler(s->xml, heard, &s->told);
	if (schema == NULL)
		return s;
	if ((s->grammar = grammar_read(&s->told, schema)) == NULL) {
		s->failed = true;
		return s;
	}
	s->checker = xmlRelaxNGNewValidCtxt(s->grammar);
	if (s->checker == NULL)
		log_fatal("no memory to check a document");
	xmlRelaxNGSetValidStructuredErrors(s->checker, heard, &s->told);
	if (xmlTextReaderRelaxNGValidateCtxt(s->xml, s->checker, 0) != 0)
		stream_fail(s, "The document cannot be checked");
	return s;
}

/* The node under the cursor as an event; 0 for what is passed over. */
static enum reader_event
stream_look(struct reader_stream *s)
{
	switch (xmlTextReaderNodeType(s->xml)) {
	case XML_READER_TYPE_ELEMENT:
		if (xmlTextReaderDepth(s->xml) >= READER_DEPTH) {
			stream_fail(s, "The elements are nested too deeply");
			return 0;
		}
		s->end_follows = xmlTextReaderIsEmptyElement(s->xml) == 1;
		return READER_START;
	case XML_READER_TYPE_END_ELEMENT:
		return READER_END;
	case XML_READER_TYPE_DOCUMENT_TYPE:
		refuse_doctype(&s->told,
		    xmlTextReaderGetParserLineNumber(s->xml));
		stream_fail(s, NULL);
		return 0;
	case XML_READER_TYPE_ENTITY_REFERENCE:
		stream_fail(s, "Entities are not allowed here");
		return 0;
	case XML_READER_TYPE_TEXT:
	case XML_READER_TYPE_CDATA:
		if (s->no_text)
			stream_fail(s, "Text is not allowed here");
		return 0;
	default:
		return 0;
	}
}

bool
reader_next(struct reader_stream *s)
{
	int got;

	if (s->failed || s->done)
		return false;
	if (s->event == READER_START && s->end_follows) {
		s->end_follows = false;
		s->event = READER_END;
		return true;
	}
	do {
		got = s->copied ? xmlTextReaderNext(s->xml) :
		    xmlTextReaderRead(s->xml);
		s->copied = false;
		if (got < 0) {
			stream_fail(s, "The file is not well-formed XML");
			return false;
		}
		if (got == 0) {
			s->done = true;
			s->event = 0;
			return false;
		}
		s->event = stream_look(s);
		if (s->told.count > 0)	/* the schema, or a broken entity */
			stream_fail(s, NULL);
	} while (s->event == 0 && !s->failed);
	return !s->failed;
}

struct reader_node *
reader_copy(struct reader_stream *s, struct arena *a, size_t max)
{
	struct listener l = s->told;
	struct reader_node *copy = NULL;
	xmlNode *n;

	if (s->failed || s->event != READER_START)
		return NULL;
	s->most = max;
	n = xmlTextReaderExpand(s->xml);
	s->most = 0;
	if (n == NULL || s->told.count > 0) {
		stream_fail(s, "The file is not well-formed XML");
		return NULL;
	}
	l.arena = a;
	if ((copy = copy_node(&l, n, NULL, xmlTextReaderDepth(s->xml))) ==
	    NULL) {
		s->told.count = l.count;
		stream_fail(s, NULL);
	}
	s->copied = true;
	s->end_follows = false;
	return copy;
}

struct reader_attr *
reader_attrs(const struct reader_stream *s, struct arena *a)
{
	const xmlNode *n = xmlTextReaderCurrentNode(s->xml);
	struct reader_node copy = { .attrs = NULL };

	if (n != NULL && s->event == READER_START)
		copy_attributes(a, &copy, n);
	return copy.attrs;
}

void
reader_refuse_text(struct reader_stream *s)
{
	s->no_text = true;
}

enum reader_event
reader_event(const struct reader_stream *s)
{
	return s->event;
}

static const char *
shown(const xmlChar *s)
{
	return s == NULL ? "" : (const char *)s;
}

const char *
reader_name(const struct reader_stream *s)
{
	return shown(xmlTextReaderConstLocalName(s->xml));
}

const char *
reader_space(const struct reader_stream *s)
{
	return shown(xmlTextReaderConstNamespaceUri(s->xml));
}

const char *
reader_value(struct reader_stream *s, const char *attr)
{
	const char *value = NULL;

	if (s->event != READER_START)
		return NULL;
	if (xmlTextReaderMoveToAttribute(s->xml, (const xmlChar *)attr) == 1) {
		value = shown(xmlTextReaderConstValue(s->xml));
		xmlTextReaderMoveToElement(s->xml);
	}
	return value;
}

int
reader_depth(const struct reader_stream *s)
{
	return xmlTextReaderDepth(s->xml);
}

int
reader_line(const struct reader_stream *s)
{
	xmlNode *n = xmlTextReaderCurrentNode(s->xml);
	long line = n == NULL ? 0 : xmlGetLineNo(n);

	/* A node keeps its line in 16 bits; the parser is a little ahead. */
	if (line <= 0 || line >= USHRT_MAX)
		line = xmlTextReaderGetParserLineNumber(s->xml);
	return (int)line;
}

bool
reader_close(struct reader_stream *s)
{
	bool right = s->done && !s->failed;

	if (right && s->checker != NULL &&
	    xmlTextReaderIsValid(s->xml) != 1) {
		stream_fail(s, "The document does not follow its schema");
		right = false;
	}
	if (right && s->told.count > 0)
		right = false;
	if (s->xml != NULL)
		xmlFreeTextReader(s->xml);
	xmlRelaxNGFreeValidCtxt(s->checker);
	if (s->grammar != NULL)
		xmlRelaxNGFree(s->grammar);
	if (s->gz != NULL)
		gzclose_r(s->gz);
	*s = (struct reader_stream){ .failed = true };
	return right;
}

enum err
reader_refuse(struct ctx *cx, const struct reader_fault *f)
{
	struct buf b = { 0 };
	char *all;

	for (; f != NULL; f = f->next) {
		if (b.len > 0)
			buf_char(&b, '\n');
		buf_text(&b, f->file);
		if (f->line > 0)
			buf_printf(&b, ":%d", f->line);
		buf_printf(&b, ": %s", f->text);
	}
	all = arena_textn(cx->arena, b.data == NULL ? "" : b.data, b.len);
	buf_free(&b);
	return refuse(cx, ERR_INVALID, "%s", all);
}
