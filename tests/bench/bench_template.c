/* SPDX-License-Identifier: MIT */
/* A list of fifty rows: pages a second and core, in CPU time. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "text/message.h"
#include "web/template.h"

#define ROWS 50
#define PAGES 20000

static const char source[] =
    "<html xmlns:d='https://dossier.example/template'><head><title>Cases"
    "</title></head><body><h1>Cases</h1><table><thead><tr><th>Number</th>"
    "<th>Title</th><th>Phase</th><th>Lead</th><th>Due</th></tr></thead>"
    "<tbody><tr d:each='t in rows' d:class='late: t.late'><td><a "
    "d:href='/dossiers/{t.number}' d:text='t.number'>C</a></td><td "
    "d:text='t.title'>x</td><td><span class='mark' d:text='t.phase'>x</span>"
    "</td><td d:text='t.lead'>x</td><td class='num'><time d:text='t.due | "
    "short'>x</time> <span class='sub' d:text='t.due | ago'>x</span></td>"
    "</tr></tbody></table></body></html>";

static void
fill(struct arena *a, struct view *v, int64_t now)
{
	struct view *t;
	int i;

	for (i = 0; i < ROWS; i++) {
		t = view_item(v, "rows");
		view_text(t, "number", arena_printf(a, "C-2026-%08d", i));
		view_text(t, "title", "Water damage, Lindenweg 8 & cellar");
		view_text(t, "phase", "Assessment");
		view_text(t, "lead", i % 3 == 0 ? "" : "Mia Keller");
		view_moment(t, "due", now + (i - 10) * 40000);
		view_flag(t, "late", i < 10);
	}
}

int
main(void)
{
	char folder[] = "/tmp/bench_template.XXXXXX";
	struct arena *keep = arena_new(), *a = arena_new();
	struct templates *ts;
	struct buf out = { 0 };
	struct ctx cx = { .arena = a, .now = 1795527120, .lang = "de",
	    .zone = "Europe/Berlin", .login = "" };
	struct view *v;
	clock_t from;
	double seconds;
	FILE *f;
	int i;

	if (mkdtemp(folder) == NULL || (f = fopen(arena_printf(keep,
	    "%s/page.html", folder), "w")) == NULL)
		return 1;
	fputs(source, f);
	fclose(f);
	message_open(folder);
	ts = templates_open(keep, "", folder, "");
	from = clock();
	for (i = 0; i < PAGES; i++) {
		arena_reset(a);
		buf_reset(&out);
		v = view_new(a);
		fill(a, v, cx.now);
		if (template_render(ts, &cx, "page.html", v, NULL, &out) != OK)
			return 1;
	}
	seconds = (double)(clock() - from) / CLOCKS_PER_SEC;
	printf("%zu bytes, view and page: %.0f pages/s\n", out.len,
	    PAGES / seconds);
	arena_reset(a);
	v = view_new(a);
	fill(a, v, cx.now);
	from = clock();
	for (i = 0; i < PAGES; i++) {
		buf_reset(&out);
		if (template_render(ts, &cx, "page.html", v, NULL, &out) != OK)
			return 1;
	}
	seconds = (double)(clock() - from) / CLOCKS_PER_SEC;
	printf("%zu bytes, page alone: %.0f pages/s\n", out.len,
	    PAGES / seconds);
	return 0;
}
