/* SPDX-License-Identifier: MIT */
/*
 * Hostile data in every place of a page: whatever the bytes, the page has
 * the elements and attributes that it has with harmless ones, and no
 * address that runs. The same function serves libFuzzer (LIBFUZZER defined)
 * and the replay of the corpus in `make check`.
 */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include <libxml/HTMLparser.h>

#include "base/arena.h"
#include "base/buf.h"
#include "check.h"
#include "text/message.h"
#include "web/template.h"

static const char page[] =
    "<html xmlns:d='https://dossier.example/template'><head><title>T {x}"
    "</title></head><body><p d:text='x' d:class='{x}; a: x' d:title='S {x}' "
    "d:id='{x}' d:aria-label='{x}'>s</p><a d:href='/p/{x}?q={x}#{x}' "
    "title='See {x}'>See <b>{x}</b></a><a d:href='{x}'>A</a><img d:src='{x}' "
    "alt='{x}'/><ul><li d:each='t in list' d:text='t.x'>s</li></ul><form "
    "method='post' d:action='{x}'><input d:field='f.{x}' d:value='{x}'/>"
    "<textarea d:field='g'>s</textarea><input type='radio' d:field='f' "
    "d:value='{x}'/><select d:field='s'><option d:value='{x}' d:text='x'>s"
    "</option></select><p d:error='e'>s</p></form><time d:text='x | date'>s"
    "</time><p d:count='n' d:one='{x} one'>{x} more</p></body></html>";

static struct arena *keep;
static struct templates *ts;
static const char *typed;
static char *harmless;

static const char *
value(void *request, const char *field)
{
	(void)request;
	return *field == 'g' || *field == 's' ? typed : NULL;
}

static const char *
mistake(void *request, const char *field)
{
	(void)request;
	(void)field;
	return typed;
}

static bool
is_address(const xmlChar *name)
{
	return strcmp((const char *)name, "href") == 0 ||
	    strcmp((const char *)name, "src") == 0 ||
	    strcmp((const char *)name, "action") == 0;
}

/* As a browser reads it: blanks and control characters inside a scheme are
 * passed over. */
static bool
runs(const xmlChar *address)
{
	char start[16];
	size_t n = 0;

	for (; *address != '\0' && n < sizeof(start) - 1; address++)
		if (*address > ' ')
			start[n++] = (char)*address;
	start[n] = '\0';
	return strncmp(start, "//", 2) == 0 ||
	    strncasecmp(start, "javascript:", 11) == 0 ||
	    strncasecmp(start, "vbscript:", 9) == 0 ||
	    strncasecmp(start, "data:", 5) == 0;
}

/* The tags and attribute names of a page in order; addresses are judged. */
static void
skeleton(struct buf *b, const xmlNode *n)
{
	const xmlAttr *a;
	xmlChar *v;

	for (; n != NULL; n = n->next) {
		if (n->type != XML_ELEMENT_NODE)
			continue;
		buf_printf(b, "<%s", (const char *)n->name);
		for (a = n->properties; a != NULL; a = a->next) {
			if (strcmp((const char *)a->name, "datetime") == 0 ||
			    strcmp((const char *)a->name, "selected") == 0)
				continue;	/* these depend on the value */
			buf_printf(b, " %s", (const char *)a->name);
			v = xmlNodeListGetString(n->doc, a->children, 1);
			if (is_address(a->name) && v != NULL && runs(v))
				buf_text(b, "=RUNS");
			xmlFree(v);
		}
		buf_char(b, '>');
		skeleton(b, n->children);
		buf_text(b, "</>");
	}
}

/* The page with one text everywhere, read again. */
static char *
rendered(const char *text)
{
	struct arena *a = arena_new();
	struct ctx cx = { .arena = a, .now = 1795527120, .lang = "en",
	    .zone = "UTC", .login = "" };
	struct template_form form = { NULL, value, mistake, text, text, text };
	struct view *v = view_new(a);
	struct buf out = { 0 }, bones = { 0 };
	htmlDocPtr doc;

	typed = text;
	view_text(v, "x", text);
	view_int(v, "n", 2);
	view_text(view_item(v, "list"), "x", text);
	view_text(view_item(v, "list"), "x", text);
	if (template_render(ts, &cx, "page.html", v, &form, &out) != OK)
		abort();
	doc = htmlReadMemory(out.data, (int)out.len, NULL, "UTF-8",
	    HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
	    HTML_PARSE_NONET);
	skeleton(&bones, xmlDocGetRootElement(doc));
	xmlFreeDoc(doc);
	buf_free(&out);
	arena_free(a);
	return bones.data;
}

static void
prepare(void)
{
	char folder[] = "/tmp/fuzz_template.XXXXXX";
	const char *path;
	FILE *f;

	keep = arena_new();
	if (mkdtemp(folder) == NULL)
		abort();
	path = arena_printf(keep, "%s/page.html", folder);
	if ((f = fopen(path, "w")) == NULL || fputs(page, f) < 0 ||
	    fclose(f) != 0)
		abort();
	message_open(folder);
	ts = templates_open(keep, "", arena_text(keep, folder), "");
	harmless = rendered("word");
	unlink(path);
	rmdir(folder);
}

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a;
	char *bones;
	int same;

	if (keep == NULL)
		prepare();
	if (size == 0)		/* an empty value leaves attributes out */
		return 0;
	a = arena_new();
	bones = rendered(arena_textn(a, (const char *)data, size));
	same = *data == '\0' || strcmp(bones, harmless) == 0;
	free(bones);
	arena_free(a);
#ifdef LIBFUZZER
	if (!same)
		abort();
	return 0;
#else
	return !same;
#endif
}

#ifndef LIBFUZZER
static void
hostile_data_add_nothing_to_a_page(void)
{
	const char *top = getenv("top_srcdir");
	struct arena *a = arena_new();
	const char *folder = arena_printf(a, "%s/tests/fuzz/template",
	    top == NULL ? "." : top);
	DIR *d = opendir(folder);
	struct dirent *e;
	uint8_t bytes[65536];
	size_t n, files = 0;
	FILE *f;

	while (d != NULL && (e = readdir(d)) != NULL) {
		if (e->d_name[0] == '.' || (f = fopen(arena_printf(a, "%s/%s",
		    folder, e->d_name), "rb")) == NULL)
			continue;
		n = fread(bytes, 1, sizeof(bytes), f);
		fclose(f);
		files++;
		if (LLVMFuzzerTestOneInput(bytes, n) != 0)
			printf("# %s\n", e->d_name);
		CHECK(LLVMFuzzerTestOneInput(bytes, n) == 0);
	}
	if (d != NULL)
		closedir(d);
	CHECK(files > 10);
	arena_free(a);
}

static void
the_judge_sees_what_is_new(void)
{
	struct buf b = { 0 };
	htmlDocPtr doc = htmlReadMemory("<p><a href='javascript:x'>", 26, NULL,
	    "UTF-8", HTML_PARSE_NOERROR);

	skeleton(&b, xmlDocGetRootElement(doc));
	CHECK_TEXT(b.data, "<html><body><p><a href=RUNS></></></></>");
	xmlFreeDoc(doc);
	buf_free(&b);
}

int
main(void)
{
	RUN(the_judge_sees_what_is_new);
	RUN(hostile_data_add_nothing_to_a_page);
	free(harmless);
	arena_free(keep);
	return DONE;
}
#endif
