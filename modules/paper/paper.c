/* SPDX-License-Identifier: MIT */
/* dossier-paper: one PDF of many files. paper.h says what it reads. */
#include <config.h>

#include "paper/paper.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "paper/limits.h"

#define LINES 4000

static void
take_word(struct paper *p, char *text)
{
	static const char *const codes[PAPER_WORDS] = {
		[WORD_INDEX] = "index", [WORD_CUT] = "cut",
		[WORD_LOCKED] = "locked", [WORD_BROKEN] = "broken",
		[WORD_OTHER] = "other"
	};
	char *blank = strchr(text, ' ');
	int i;

	if (blank == NULL)
		return;
	*blank = '\0';
	for (i = 0; i < PAPER_WORDS; i++)
		if (strcmp(codes[i], text) == 0)
			p->words[i] = arena_text(p->arena, blank + 1);
}

/* Papers have no ".pdf": what comes last after a point, if it is short. */
static const char *
without_ending(const struct paper *p, const char *name)
{
	const char *point = strrchr(name, '.');
	size_t n = point == NULL ? 0 : strlen(point + 1);

	return point == NULL || point == name || n < 2 || n > 4 ||
	    strspn(point + 1, "0123456789") == n || strspn(point + 1,
	    "abcdefghijklmnopqrstuvwxyz0123456789") != n ?
	    arena_text(p->arena, name) :
	    arena_textn(p->arena, name, (size_t)(point - name));
}

static struct paper_doc *
take_doc(struct paper *p, char *text, const char *tab)
{
	struct paper_doc *x = arena_alloc(p->arena, sizeof(*x));
	char *name = strchr(text, '\t'), *remark;

	if (name == NULL || (remark = strchr(name + 1, '\t')) == NULL)
		exit(2);
	*name = *remark = '\0';
	x->tab = tab;
	x->path = arena_text(p->arena, text);
	x->name = without_ending(p, name + 1);
	x->remark = arena_text(p->arena, remark + 1);
	return x;
}

static void
take(struct paper *p)
{
	struct paper_doc **docs = &p->docs;
	struct paper_line **lines = &p->lines;
	const char *tab = "";
	char line[8192], *text;
	int n = 0;

	p->out = p->title = "";
	p->lang = "en";
	for (n = 0; n < PAPER_WORDS; n++)
		p->words[n] = "";
	for (n = 0; n < LINES && fgets(line, sizeof(line), stdin) != NULL;
	    n++) {
		line[strcspn(line, "\n")] = '\0';
		if ((text = strchr(line, ' ')) == NULL)
			continue;
		*text++ = '\0';
		if (strcmp(line, "out") == 0)
			p->out = arena_text(p->arena, text);
		else if (strcmp(line, "lang") == 0)
			p->lang = arena_text(p->arena, text);
		else if (strcmp(line, "title") == 0)
			p->title = arena_text(p->arena, text);
		else if (strcmp(line, "word") == 0)
			take_word(p, text);
		else if (strcmp(line, "tab") == 0)
			tab = arena_text(p->arena, text);
		else if (strcmp(line, "line") == 0) {
			*lines = arena_alloc(p->arena, sizeof(**lines));
			(*lines)->text = arena_text(p->arena, text);
			lines = &(*lines)->next;
		} else if (strcmp(line, "doc") == 0) {
			*docs = take_doc(p, text, tab);
			docs = &(*docs)->next;
		}
	}
}

static char *
beside(const struct paper *p, const char *what, int n)
{
	return arena_printf(p->arena, "%s.%s%d", p->out, what, n);
}

/* What the first bytes say; the name may lie. */
static bool
is_pdf(const char *path)
{
	char b[1025] = "";
	FILE *f = fopen(path, "rb");
	size_t n = f == NULL ? 0 : fread(b, 1, 1024, f);

	if (f != NULL)
		fclose(f);
	return n > 0 && memmem(b, n, "%PDF-", 5) != NULL;
}

static bool
is_text(const char *path)
{
	char b[4096];
	FILE *f = fopen(path, "rb");
	size_t n = f == NULL ? 0 : fread(b, 1, sizeof(b), f), i;

	if (f == NULL)
		return false;
	fclose(f);
	for (i = 0; i < n; i++)
		if ((unsigned char)b[i] < ' ' && memchr("\t\n\r\f", b[i],
		    4) == NULL)
			return false;
	return n == 0 || memcmp(b, "{\\rtf", n < 5 ? n : 5) != 0;
}

static const char *
sentence(const struct paper *p, enum paper_state state)
{
	return p->words[state == PAPER_LOCKED ? WORD_LOCKED :
	    state == PAPER_BROKEN ? WORD_BROKEN : WORD_OTHER];
}

/* Its pages, counted; what has none gets one that says so. */
static bool
prepare(const struct paper *p, struct paper_doc *x, int n)
{
	x->state = PAPER_WHOLE;
	if (is_pdf(x->path)) {
		x->pages = paper_join_count(x->path);
		if (x->pages > 0)
			return true;
		x->state = x->pages == -2 ? PAPER_LOCKED : PAPER_BROKEN;
	}
	x->pdf = beside(p, "part", n);
	if (x->state == PAPER_WHOLE && !paper_sheet_picture(p, x, x->pdf) &&
	    (!is_text(x->path) || !paper_sheet_text(p, x, x->pdf)))
		x->state = PAPER_OTHER;
	if (x->state >= PAPER_LOCKED && !paper_sheet_note(p, x,
	    sentence(p, x->state), x->pdf))
		return false;
	x->pages = paper_join_count(x->pdf);
	return x->pages > 0;
}

/* The index is as long with numbers as without. */
static bool
make(struct paper *p, const char *front, const char *stamps)
{
	struct paper_doc *x;
	int n = 0, again = 0;

	for (x = p->docs; x != NULL; x = x->next)
		if (!prepare(p, x, n++)) {
			fprintf(stderr, "dossier-paper: no pages of %s\n",
			    x->path);
			return false;
		}
	if (!paper_sheet_front(p, front, &n))
		return false;
	p->pages = n;
	for (x = p->docs; x != NULL; x = x->next) {
		x->first = p->pages + 1;
		p->pages += x->pages;
	}
	return paper_sheet_front(p, front, &again) && again == n &&
	    paper_join(p, front, n, stamps);
}

static int
told(const char *word)
{
	if (strcmp(word, "--version") == 0)
		return puts("dossier-paper " PACKAGE_VERSION) < 0;
	if (strcmp(word, "--help") != 0)
		return 2;
	return puts("usage: dossier-paper [--help | --version]\n\n"
	    "Started by dossier-clock; makes one PDF of the files named on "
	    "its standard input.\n\n"
	    "  --help          print this\n"
	    "  --version       print the version") < 0;
}

int
main(int argc, char **argv)
{
	struct paper p = { .arena = arena_new() };
	const struct paper_doc *x;
	char *front, *stamps;
	bool ok;

	if (argc > 1)
		return told(argv[1]);
	setlocale(LC_CTYPE, "C.UTF-8");
	limits_set();
	limits_shut_in(false);
	take(&p);
	if (p.out[0] == '\0' || p.docs == NULL)
		return 2;
	front = beside(&p, "front", 0);
	stamps = beside(&p, "stamps", 0);
	ok = make(&p, front, stamps);
	unlink(front);
	unlink(stamps);
	for (x = p.docs; x != NULL; x = x->next) {
		if (x->pdf != NULL)
			unlink(x->pdf);
		if (ok)
			printf("%d %d %d\n", x->first, x->pages, x->state);
	}
	if (!ok) {
		unlink(p.out);
		return 1;
	}
	printf("pages %d\n", p.pages);
	return fflush(stdout) == 0 ? 0 : 1;
}
