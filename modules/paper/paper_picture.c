/* SPDX-License-Identifier: MIT */
/* Pictures: PNG as Cairo reads it, JPEG as it is, for a PDF takes those. */
#include <cairo-pdf.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "paper/paper.h"

#define WIDE 595.28
#define HIGH 841.89
#define EDGE 40.0
#define POINTS 40000000		/* pixels of a picture at most */
#define BYTES (32u << 20)

static unsigned int
number(const unsigned char *b)
{
	return (unsigned int)b[0] << 8 | b[1];
}

/* ISO 10918-1, B.1.1.3: the frame header among the segments. Grey or
 * coloured alone: what printers separate would come out inverted. */
static bool
frame(const unsigned char *b, size_t len, int *width, int *height)
{
	size_t at = 2, n;

	if (len < 4 || b[0] != 0xff || b[1] != 0xd8)
		return false;
	while (at + 10 <= len && b[at] == 0xff) {
		if (b[at + 1] == 0xff) {
			at++;
			continue;
		}
		n = number(b + at + 2);
		if (b[at + 1] >= 0xc0 && b[at + 1] <= 0xc2) {
			*height = (int)number(b + at + 5);
			*width = (int)number(b + at + 7);
			return b[at + 9] == 1 || b[at + 9] == 3;
		}
		if (n < 2 || b[at + 1] == 0xda || b[at + 1] == 0xd9)
			return false;
		at += 2 + n;
	}
	return false;
}

/* EXIF 2.3, 4.6.4 A: how the camera was held, 1 to 8; 1 where it does not
 * say. */
static int
held(const unsigned char *b, size_t len)
{
	const unsigned char *t = b + 12;	/* the TIFF inside */
	bool little;
	size_t at, n, i;

#define TWO(p) (little ? (unsigned int)(p)[1] << 8 | (p)[0] : number(p))
	if (len < 40 || memcmp(b + 2, "\xff\xe1", 2) != 0 ||
	    memcmp(b + 6, "Exif\0", 6) != 0)
		return 1;
	little = t[0] == 'I';
	/* its first list, nearly always at once; a far one is not looked at */
	at = little ? TWO(t + 4) : TWO(t + 6);
	if (at < 8 || 12 + at + 2 > len)
		return 1;
	n = TWO(t + at);
	for (i = 0; i < n && 12 + at + 2 + 12 * (i + 1) <= len; i++) {
		const unsigned char *e = t + at + 2 + 12 * i;

		if (TWO(e) == 0x0112)
			return TWO(e + 8) >= 1 && TWO(e + 8) <= 8 ?
			    (int)TWO(e + 8) : 1;
	}
#undef TWO
	return 1;
}

/* What turns it upright, and its size then. */
static cairo_matrix_t
upright(int how, double *width, double *height)
{
	double w = *width, h = *height;
	const cairo_matrix_t all[] = { { 1, 0, 0, 1, 0, 0 },
	    { -1, 0, 0, 1, w, 0 }, { -1, 0, 0, -1, w, h },
	    { 1, 0, 0, -1, 0, h }, { 0, 1, 1, 0, 0, 0 },
	    { 0, 1, -1, 0, h, 0 }, { 0, -1, -1, 0, h, w },
	    { 0, -1, 1, 0, 0, w } };

	if (how > 4) {
		*width = h;
		*height = w;
	}
	return all[how - 1];
}

static cairo_surface_t *
jpeg(const struct paper *p, const char *path, int *how)
{
	unsigned char *b = arena_room(p->arena, BYTES);
	FILE *f = fopen(path, "rb");
	cairo_surface_t *s = NULL;
	int width = 0, height = 0;
	size_t n = 0;

	if (f != NULL) {
		n = fread(b, 1, BYTES, f);
		fclose(f);
	}
	if (n < BYTES && frame(b, n, &width, &height) && width > 0 &&
	    height > 0 && (int64_t)width * height <= POINTS) {
		s = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width,
		    height);
		*how = held(b, n);
		if (cairo_surface_set_mime_data(s, CAIRO_MIME_TYPE_JPEG, b,
		    n, NULL, NULL) == CAIRO_STATUS_SUCCESS)
			return s;
		cairo_surface_destroy(s);
		s = NULL;
	}
	return s;
}

/* ISO 15948, 11.2.2: its size, before anything of it is taken apart. */
static cairo_surface_t *
png(const char *path)
{
	unsigned char b[24];
	FILE *f = fopen(path, "rb");
	size_t n = f == NULL ? 0 : fread(b, 1, sizeof(b), f);
	uint64_t width, height;

	if (f != NULL)
		fclose(f);
	if (n < sizeof(b) || memcmp(b, "\x89PNG\r\n\x1a\n", 8) != 0)
		return NULL;
	width = (uint64_t)number(b + 16) << 16 | number(b + 18);
	height = (uint64_t)number(b + 20) << 16 | number(b + 22);
	if (width > 65535 || height > 65535 || width * height > POINTS)
		return NULL;
	return cairo_image_surface_create_from_png(path);
}

bool
paper_sheet_picture(const struct paper *p, const struct paper_doc *x,
    const char *path)
{
	cairo_surface_t *s = png(x->path), *to;
	double width, height, scale;
	cairo_matrix_t turn;
	cairo_t *cr;
	int how = 1;
	bool ok;

	if (s == NULL)
		s = jpeg(p, x->path, &how);
	if (s == NULL || cairo_surface_status(s) != CAIRO_STATUS_SUCCESS) {
		if (s != NULL)
			cairo_surface_destroy(s);
		return false;
	}
	width = cairo_image_surface_get_width(s);
	height = cairo_image_surface_get_height(s);
	turn = upright(how, &width, &height);
	scale = (WIDE - 2 * EDGE) / width;
	if (scale * height > HIGH - 2 * EDGE)
		scale = (HIGH - 2 * EDGE) / height;
	if (scale > 0.75)	/* 96 to the inch, not larger than it is */
		scale = 0.75;
	to = cairo_pdf_surface_create(path, WIDE, HIGH);
	cr = cairo_create(to);
	cairo_translate(cr, (WIDE - scale * width) / 2, EDGE);
	cairo_scale(cr, scale, scale);
	cairo_transform(cr, &turn);
	cairo_set_source_surface(cr, s, 0, 0);
	cairo_paint(cr);
	cairo_show_page(cr);
	cairo_destroy(cr);
	cairo_surface_finish(to);
	ok = cairo_surface_status(to) == CAIRO_STATUS_SUCCESS;
	cairo_surface_destroy(to);
	cairo_surface_destroy(s);
	return ok;
}
