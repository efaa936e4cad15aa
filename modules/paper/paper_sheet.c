/* SPDX-License-Identifier: MIT */
/* Pages set by Pango and Cairo: any script that there is a font for. */
#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <string.h>

#include "paper/paper.h"

#define WIDE 595.28		/* A4 in points */
#define HIGH 841.89
#define EDGE 62.0
#define FOOT 34.0		/* kept free for the numbers */
#define LONGEST 400000		/* bytes of a text that are set */

struct sheet {
	const struct paper *p;
	cairo_surface_t *to;
	cairo_t *cr;
	double y;
	int pages;
};

static bool
begin(struct sheet *s, const struct paper *p, const char *path)
{
	*s = (struct sheet){ .p = p, .y = EDGE, .pages = 1 };
	s->to = cairo_pdf_surface_create(path, WIDE, HIGH);
	s->cr = cairo_create(s->to);
	return cairo_status(s->cr) == CAIRO_STATUS_SUCCESS;
}

static void
turn_over(struct sheet *s)
{
	cairo_show_page(s->cr);
	s->pages++;
	s->y = EDGE;
}

static bool
end(struct sheet *s)
{
	bool ok;

	cairo_destroy(s->cr);
	cairo_surface_finish(s->to);
	ok = cairo_surface_status(s->to) == CAIRO_STATUS_SUCCESS;
	cairo_surface_destroy(s->to);
	return ok;
}

static PangoLayout *
laid(struct sheet *s, const char *font, double width, const char *text,
    int len)
{
	PangoFontDescription *f = pango_font_description_from_string(font);
	PangoLayout *l = pango_cairo_create_layout(s->cr);

	pango_context_set_language(pango_layout_get_context(l),
	    pango_language_from_string(s->p->lang));
	pango_layout_context_changed(l);
	pango_layout_set_font_description(l, f);
	pango_font_description_free(f);
	pango_layout_set_width(l, (int)(width * PANGO_SCALE));
	pango_layout_set_wrap(l, PANGO_WRAP_WORD_CHAR);
	pango_layout_set_text(l, text, len);
	return l;
}

/* Line by line, over as many pages as it takes. */
static void
flow(struct sheet *s, PangoLayout *l, double x)
{
	PangoLayoutIter *i = pango_layout_get_iter(l);
	PangoRectangle r;
	double high, base;

	do {
		pango_layout_iter_get_line_extents(i, NULL, &r);
		high = (double)r.height / PANGO_SCALE;
		base = (double)(pango_layout_iter_get_baseline(i) - r.y) /
		    PANGO_SCALE;
		if (s->y + high > HIGH - EDGE - FOOT)
			turn_over(s);
		cairo_move_to(s->cr, x + (double)r.x / PANGO_SCALE,
		    s->y + base);
		pango_cairo_show_layout_line(s->cr,
		    pango_layout_iter_get_line_readonly(i));
		s->y += high;
	} while (pango_layout_iter_next_line(i));
	pango_layout_iter_free(i);
}

static void
say(struct sheet *s, const char *font, double x, double width,
    const char *text)
{
	PangoLayout *l = laid(s, font, width, text, -1);

	flow(s, l, x);
	g_object_unref(l);
}

static void
cover(struct sheet *s)
{
	const struct paper_line *n;

	s->y = HIGH / 4;
	say(s, "Sans Bold 24", EDGE, WIDE - 2 * EDGE, s->p->title);
	s->y += 24;
	for (n = s->p->lines; n != NULL; n = n->next) {
		say(s, "Sans 12", EDGE, WIDE - 2 * EDGE, n->text);
		s->y += 5;
	}
	turn_over(s);
}

static double
height_of(PangoLayout *l)
{
	PangoRectangle r;

	pango_layout_get_extents(l, NULL, &r);
	return (double)r.height / PANGO_SCALE;
}

static void
right(struct sheet *s, const char *font, double y, int number)
{
	char text[24];
	PangoLayout *l;

	snprintf(text, sizeof(text), "%d", number);
	l = laid(s, font, 60, text, -1);
	pango_layout_set_alignment(l, PANGO_ALIGN_RIGHT);
	cairo_move_to(s->cr, WIDE - EDGE - 60, y);
	pango_cairo_show_layout(s->cr, l);
	g_object_unref(l);
}

/* One document: its tab, its name with a remark below, its page. The place
 * that it takes does not hang on the numbers. */
static void
index_row(struct sheet *s, const struct paper_doc *x)
{
	const double middle = WIDE - 2 * EDGE - 90 - 70;
	PangoLayout *tab = laid(s, "Sans Bold 10", 80, x->tab, -1);
	PangoLayout *name = laid(s, "Sans 10", middle, x->name, -1);
	PangoLayout *remark = laid(s, "Sans 8.5", middle, x->remark, -1);
	double high = height_of(name), low = x->remark[0] == '\0' ? 0 :
	    height_of(remark), side = height_of(tab);
	double all = (high + low > side ? high + low : side) + 7;

	if (s->y + all > HIGH - EDGE - FOOT)
		turn_over(s);
	cairo_move_to(s->cr, EDGE, s->y);
	pango_cairo_show_layout(s->cr, tab);
	cairo_move_to(s->cr, EDGE + 90, s->y);
	pango_cairo_show_layout(s->cr, name);
	if (low > 0) {
		cairo_move_to(s->cr, EDGE + 90, s->y + high);
		pango_cairo_show_layout(s->cr, remark);
	}
	right(s, "Sans 10", s->y, x->first);
	s->y += all;
	g_object_unref(tab);
	g_object_unref(name);
	g_object_unref(remark);
}

bool
paper_sheet_front(const struct paper *p, const char *path, int *pages)
{
	const struct paper_doc *x;
	struct sheet s;

	if (!begin(&s, p, path))
		return end(&s) && false;
	cover(&s);
	say(&s, "Sans Bold 16", EDGE, WIDE - 2 * EDGE, p->words[WORD_INDEX]);
	s.y += 14;
	for (x = p->docs; x != NULL; x = x->next)
		index_row(&s, x);
	*pages = s.pages;
	cairo_show_page(s.cr);
	return end(&s);
}

bool
paper_sheet_note(const struct paper *p, const struct paper_doc *x,
    const char *sentence, const char *path)
{
	struct sheet s;

	if (!begin(&s, p, path))
		return end(&s) && false;
	s.y = HIGH / 3;
	say(&s, "Sans Bold 14", EDGE, WIDE - 2 * EDGE, x->name);
	s.y += 10;
	say(&s, "Sans 11", EDGE, WIDE - 2 * EDGE, sentence);
	cairo_show_page(s.cr);
	return end(&s);
}

/* Of a file: UTF-8, or each byte a character of Latin-1. */
static const char *
text_of(const struct paper *p, const char *path, size_t *len, bool *cut)
{
	unsigned char *b = arena_room(p->arena, LONGEST + 1);
	FILE *f = fopen(path, "rb");
	size_t n = f == NULL ? 0 : fread(b, 1, LONGEST, f), i;
	char *t, *to;

	*cut = f != NULL && n == LONGEST && fgetc(f) != EOF;
	if (f != NULL)
		fclose(f);
	/* the cut may go through a character */
	for (*len = n; *cut && *len > n - 4 && !g_utf8_validate((char *)b,
	    (gssize)*len, NULL); --*len)
		;
	if (g_utf8_validate((char *)b, (gssize)*len, NULL))
		return (char *)b;
	t = to = arena_room(p->arena, 2 * n + 1);
	for (i = 0; i < n; i++)
		to += g_unichar_to_utf8(b[i], to);
	*len = (size_t)(to - t);
	return t;
}

/* Paragraph by paragraph, so that a long one is all that is laid at once. */
static void
paragraphs(struct sheet *s, const char *text, size_t len)
{
	const char *at = text, *stop = text + len, *line;
	PangoLayout *l;
	size_t n;

	for (; at < stop; at = line + 1) {
		line = memchr(at, '\n', (size_t)(stop - at));
		if (line == NULL)
			line = stop;
		n = (size_t)(line - at);
		if (n > 0 && at[n - 1] == '\r')
			n--;
		l = laid(s, "Serif 11", WIDE - 2 * EDGE, at, (int)n);
		flow(s, l, EDGE);
		g_object_unref(l);
	}
}

bool
paper_sheet_text(const struct paper *p, struct paper_doc *x,
    const char *path)
{
	struct sheet s;
	bool cut = false;
	size_t len = 0;
	const char *text = text_of(p, x->path, &len, &cut);

	paper_xml(p->arena, text, &len, &text);
	if (!begin(&s, p, path))
		return end(&s) && false;
	paragraphs(&s, text, len);
	if (cut) {
		x->state = PAPER_CUT;
		s.y += 12;
		say(&s, "Sans Bold 11", EDGE, WIDE - 2 * EDGE,
		    p->words[WORD_CUT]);
	}
	cairo_show_page(s.cr);
	return end(&s);
}

static const char *
tab_of(const struct paper *p, int page)
{
	const struct paper_doc *x;

	for (x = p->docs; x != NULL; x = x->next)
		if (page >= x->first && page < x->first + x->pages)
			return x->tab;
	return "";
}

/* At the foot, in the middle, on white: a scan may be dark there. */
static void
one_stamp(struct sheet *s, const struct paper_size *z, int page)
{
	const char *tab = tab_of(s->p, page);
	PangoRectangle r;
	PangoLayout *l;
	char text[400];
	double x, y;

	snprintf(text, sizeof(text), "%d / %d%s%s", page, s->p->pages,
	    tab[0] == '\0' ? "" : "  ·  ", tab);
	l = laid(s, "Sans 9", z->width, text, -1);
	pango_layout_set_width(l, -1);
	pango_layout_get_pixel_extents(l, NULL, &r);
	x = (z->width - r.width) / 2;
	y = z->height - r.height - 10;
	cairo_set_source_rgb(s->cr, 1, 1, 1);
	cairo_rectangle(s->cr, x - 5, y - 2, r.width + 10, r.height + 4);
	cairo_fill(s->cr);
	cairo_set_source_rgb(s->cr, 0, 0, 0);
	cairo_move_to(s->cr, x, y);
	pango_cairo_show_layout(s->cr, l);
	g_object_unref(l);
}

bool
paper_sheet_stamps(const struct paper *p, const struct paper_size *sizes,
    const char *path)
{
	struct sheet s;
	int i;

	if (!begin(&s, p, path))
		return end(&s) && false;
	for (i = 0; i < p->pages; i++) {
		cairo_pdf_surface_set_size(s.to, sizes[i].width,
		    sizes[i].height);
		one_stamp(&s, &sizes[i], i + 1);
		cairo_show_page(s.cr);
	}
	return end(&s);
}
