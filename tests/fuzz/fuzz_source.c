/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as the source of a template: they are refused or compiled and
 * run, and nothing that runs in a browser comes through.
 */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "check.h"
#include "text/message.h"
#include "web/template.h"

static char folder[] = "/tmp/fuzz_source.XXXXXX";
static char path[64];

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static void
prepare(void)
{
	if (mkdtemp(folder) == NULL)
		abort();
	snprintf(path, sizeof(path), "%s/page.html", folder);
	message_open(folder);
}

static void
fill(struct view *v)
{
	struct view *t = view_item(v, "list");

	view_text(v, "x", "word");
	view_text(t, "x", "word");
	view_int(v, "n", 2);
	view_moment(v, "m", 1795527120);
}

/* 0: refused; 1: a page; 2: a page that holds what no page may hold. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a;
	struct ctx cx = { .now = 1795527120, .lang = "fr", .zone = "UTC",
	    .login = "" };
	struct templates *ts;
	struct buf out = { 0 };
	struct view *v;
	FILE *f;
	int found;

	if (*path == '\0')
		prepare();
	if ((f = fopen(path, "wb")) == NULL)
		abort();
	fwrite(data, 1, size, f);
	fclose(f);
	cx.arena = a = arena_new();
	ts = templates_open(a, "", folder, "");
	v = view_new(a);
	fill(v);
	found = templates_check(ts, a) == NULL;
	if ((template_render(ts, &cx, "page.html", v, NULL, &out) == OK) !=
	    (found != 0))
		abort();
	if (found && (strstr(out.data, "<script>") != NULL ||
	    strstr(out.data, "javascript:") != NULL ||
	    strstr(out.data, " style=") != NULL))
		found = 2;
	templates_sentences(ts, a);
	buf_free(&out);
	arena_free(a);
#ifdef LIBFUZZER
	return 0;
#else
	return found;
#endif
}

#ifndef LIBFUZZER
/* Files named bad-* are refused, ok-* make a harmless page. */
static void
sources_are_refused_or_harmless(void)
{
	const char *top = getenv("top_srcdir");
	struct arena *a = arena_new();
	const char *corpus = arena_printf(a, "%s/tests/fuzz/source",
	    top == NULL ? "." : top);
	DIR *d = opendir(corpus);
	struct dirent *e;
	uint8_t bytes[65536];
	size_t n, files = 0;
	int found;
	FILE *f;

	while (d != NULL && (e = readdir(d)) != NULL) {
		if (e->d_name[0] == '.' || (f = fopen(arena_printf(a, "%s/%s",
		    corpus, e->d_name), "rb")) == NULL)
			continue;
		n = fread(bytes, 1, sizeof(bytes), f);
		fclose(f);
		files++;
		found = LLVMFuzzerTestOneInput(bytes, n);
		if (found != (e->d_name[0] == 'o'))
			printf("# %s gives %d\n", e->d_name, found);
		CHECK(found == (e->d_name[0] == 'o'));
	}
	if (d != NULL)
		closedir(d);
	CHECK(files > 10);
	unlink(path);
	rmdir(folder);
	arena_free(a);
}

int
main(void)
{
	RUN(sources_are_refused_or_harmless);
	return DONE;
}
#endif
