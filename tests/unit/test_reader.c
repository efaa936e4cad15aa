/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <unistd.h>
#include <zlib.h>

#include "base/buf.h"
#include "base/count.h"
#include "check.h"
#include "xml/reader.h"

static struct arena *a;
static struct reader_fault *faults;
static char folder[] = "/tmp/test_reader.XXXXXX";

static struct reader_node *
read_text(const char *xml)
{
	faults = NULL;
	return reader_tree(a, "here.xml", xml, strlen(xml), NULL, &faults);
}

static const char *
file_with(const char *name, const char *bytes, size_t len, bool zip)
{
	const char *path = arena_printf(a, "%s/%s", folder, name);
	gzFile f = gzopen(path, zip ? "wb" : "wbT");

	if (f != NULL) {
		gzwrite(f, bytes, (unsigned)len);
		gzclose(f);
	}
	return path;
}

static const char *
fault(void)
{
	return faults == NULL ? "none" : arena_printf(a, "%s:%d: %s",
	    faults->file, faults->line, faults->text);
}

static void
a_document_becomes_plain_structs(void)
{
	struct reader_node *n, *c;

	n = read_text("<a xmlns='urn:x' x='1&amp;2'>\n <!-- no -->\n"
	    " <b>one  <i>two</i>\n</b><![CDATA[<3>]]><b/></a>");
	CHECK(reader_is(n, "urn:x", "a") && faults == NULL);
	CHECK_TEXT(reader_attr(n, "x"), "1&2");
	CHECK(reader_attr(n, "y") == NULL);
	CHECK((c = reader_child(n, NULL, "b")) != NULL && c->line == 3);
	CHECK_TEXT(reader_words(a, c), "one two");
	CHECK((c = reader_after(c, NULL, "b")) != NULL && c->first == NULL);
	CHECK(reader_after(c, NULL, NULL) == NULL);
	CHECK_TEXT(reader_words(a, n), "one two <3>");
}

static void
broken_documents_are_told_with_their_line(void)
{
	CHECK(read_text("<a>\n<b>\n</a>") == NULL);
	CHECK(faults != NULL && faults->line == 3);
	CHECK(strncmp(fault(), "here.xml:3: ", 12) == 0);
	CHECK(read_text("") == NULL && faults != NULL);
	CHECK(read_text("<a>&nbsp;</a>") == NULL && faults != NULL);
	CHECK(read_text("<a>\xff</a>") == NULL && faults != NULL);
	CHECK(read_text("<a/><b/>") == NULL && faults != NULL);
}

static void
a_doctype_of_any_kind_is_refused(void)
{
	static const char *const hostile[] = {
		"<!DOCTYPE html><a/>",
		"<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
		"<a>&x;</a>",
		"<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>"
		"<!ENTITY c '&b;&b;&b;&b;'>]><a x='&c;'>&c;&c;</a>",
		"<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/x.dtd'><a/>",
		"<!DOCTYPE a [<!ENTITY % p SYSTEM 'file:///etc/hostname'>%p;]>"
		"<a/>",
		"<?xml version='1.0'?>\n<!DOCTYPE a [\n]>\n<a/>"
	};
	struct reader_stream *s;
	size_t i;

	for (i = 0; i < COUNT(hostile); i++) {
		CHECK(read_text(hostile[i]) == NULL);
		CHECK(faults != NULL && faults->next == NULL &&
		    strstr(faults->text, "DOCTYPE") != NULL);
		faults = NULL;
		s = reader_open(a, file_with("h.xml", hostile[i],
		    strlen(hostile[i]), false), NULL, &faults);
		while (reader_next(s))
			CHECK(false);
		CHECK(!reader_close(s) && faults != NULL);
	}
}

static void
nothing_is_included(void)
{
	struct reader_node *n = read_text("<a xmlns:xi='http://www.w3.org/2001/"
	    "XInclude'><xi:include href='/etc/passwd' parse='text'/></a>");

	CHECK(n != NULL && n->first != NULL && n->first->first == NULL);
}

static void
deep_nests_are_refused(void)
{
	struct buf b = { 0 };
	struct reader_stream *s;
	int i;

	for (i = 0; i < READER_DEPTH; i++)
		buf_text(&b, "<a>");
	for (i = 0; i < READER_DEPTH; i++)
		buf_text(&b, "</a>");
	CHECK(read_text(b.data) != NULL);
	buf_reset(&b);
	for (i = 0; i <= READER_DEPTH; i++)
		buf_text(&b, "<a>");
	for (i = 0; i <= READER_DEPTH; i++)
		buf_text(&b, "</a>");
	CHECK(read_text(b.data) == NULL && faults != NULL);
	faults = NULL;
	s = reader_open(a, file_with("deep.xml", b.data, b.len, false), NULL,
	    &faults);
	while (reader_next(s))
		CHECK(reader_depth(s) < READER_DEPTH);
	CHECK(!reader_close(s) && faults != NULL);
	buf_free(&b);
}

static const char rng[] =
    "<grammar xmlns='http://relaxng.org/ns/structure/1.0' datatypeLibrary="
    "'http://www.w3.org/2001/XMLSchema-datatypes'><start><element name='log'>"
    "<zeroOrMore><element name='n'><attribute name='v'><data type='int'/>"
    "</attribute><text/></element></zeroOrMore></element></start></grammar>";

static void
a_schema_names_file_line_and_reason(void)
{
	const char *schema = file_with("log.rng", rng, strlen(rng), false);
	const char *bad = "<log>\n<n v='1'/>\n<m/>\n</log>";
	const char *good = "<log>\n<n v='1'>x</n></log>";

	faults = NULL;
	CHECK(reader_tree(a, "t.xml", good, strlen(good), schema, &faults) !=
	    NULL);
	CHECK(faults == NULL);
	CHECK(reader_tree(a, "t.xml", bad, strlen(bad), schema, &faults) ==
	    NULL);
	CHECK(faults != NULL && faults->line == 3);
	CHECK(strstr(fault(), "m") != NULL);
	faults = NULL;
	CHECK(reader_tree(a, "t.xml", good, strlen(good), "/nowhere.rng",
	    &faults) == NULL && faults != NULL);
	faults = NULL;
	CHECK(reader_file(a, file_with("b.xml", good, strlen(good), false), 10,
	    NULL, &faults) == NULL && faults != NULL);
	faults = NULL;
	CHECK(reader_file(a, file_with("b.xml", good, strlen(good), false),
	    1000, schema, &faults) != NULL);
}

static void
a_stream_tells_starts_ends_and_texts(void)
{
	static const char xml[] = "<log x='1'>\n<n v='2' k='a&amp;b'/>"
	    "<n v='3'>t&lt;</n></log>";
	struct reader_stream *s;
	struct buf b = { 0 };

	faults = NULL;
	s = reader_open(a, file_with("s.gz", xml, strlen(xml), true), NULL,
	    &faults);
	while (reader_next(s))
		switch (reader_event(s)) {
		case READER_START:
			buf_printf(&b, "<%s v=%s", reader_name(s),
			    reader_value(s, "v") == NULL ? "-" :
			    reader_value(s, "v"));
			buf_printf(&b, " l=%d d=%d>", reader_line(s),
			    reader_depth(s));
			break;
		case READER_END:
			buf_printf(&b, "</%s>", reader_name(s));
			break;
		}
	CHECK(reader_close(s) && faults == NULL);
	CHECK_TEXT(b.data, "<log v=- l=1 d=0><n v=2 l=2 d=1></n>"
	    "<n v=3 l=2 d=1></n></log>");
	buf_free(&b);
}

static void
a_long_stream_fails_at_its_line(void)
{
	const char *schema = file_with("log.rng", rng, strlen(rng), false);
	struct reader_stream *s;
	struct buf b = { 0 };
	int i, n = 0;

	buf_text(&b, "<log>\n");
	for (i = 0; i < 70000; i++)
		buf_text(&b, "<n v='1'/>\n");
	buf_text(&b, "<n v='x'/>\n</log>\n");
	faults = NULL;
	s = reader_open(a, file_with("l.xml", b.data, b.len, false), schema,
	    &faults);
	while (reader_next(s))
		n += reader_event(s) == READER_START;
	CHECK(!reader_close(s) && n >= 70000);
	CHECK(faults != NULL && faults->line >= 70002 &&
	    faults->line <= 70004);
	faults = NULL;
	s = reader_open(a, file_with("t.gz", b.data, b.len / 2, true), NULL,
	    &faults);
	while (reader_next(s))
		continue;
	CHECK(!reader_close(s) && faults != NULL && faults->line > 30000);
	buf_free(&b);
}

static void
a_missing_or_foreign_file_is_told(void)
{
	struct reader_stream *s;

	faults = NULL;
	s = reader_open(a, "/nowhere/x.xml", NULL, &faults);
	CHECK(!reader_next(s) && !reader_close(s) && faults != NULL);
	faults = NULL;
	s = reader_open(a, file_with("x.bin", "\x1f\x8b\x08\x00junk", 8,
	    false), NULL, &faults);
	CHECK(!reader_next(s) && !reader_close(s) && faults != NULL);
	faults = NULL;
	s = reader_open(a, file_with("e.xml", "", 0, false), NULL, &faults);
	CHECK(!reader_next(s) && !reader_close(s) && faults != NULL);
}

int
main(void)
{
	a = arena_new();
	if (mkdtemp(folder) == NULL)
		return 99;
	RUN(a_document_becomes_plain_structs);
	RUN(broken_documents_are_told_with_their_line);
	RUN(a_doctype_of_any_kind_is_refused);
	RUN(nothing_is_included);
	RUN(deep_nests_are_refused);
	RUN(a_schema_names_file_line_and_reason);
	RUN(a_stream_tells_starts_ends_and_texts);
	RUN(a_long_stream_fails_at_its_line);
	RUN(a_missing_or_foreign_file_is_told);
	arena_free(a);
	return DONE;
}
