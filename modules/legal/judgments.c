/* SPDX-License-Identifier: MIT */
/* Judgments among the documents of a matter, and the text of one. */
#include "legal/judgments.h"

#include <string.h>

#include "domain/dossier/document.h"
#include "domain/dossier/judgment.h"
#include "web/pager.h"

#define ROWS 5
#define PAGE ((size_t)24 * 1024)	/* bytes of text, at least a line */
#define MOST 1000000

const struct field judgment_form[] = {
	{ "after", FIELD_INT, .min = 1, .max = MOST },
	{ 0 }
};

enum err
judgments_show(struct request *rq, const struct dossier *d)
{
	struct judgment *j;
	struct view *v;
	int n = 0;
	enum err e;

	if ((e = judgment_list(&rq->cx, d, &j)) != OK)
		return e;
	for (; j != NULL && n < ROWS; j = j->next, n++) {
		v = view_item(rq->view, "judgments");
		view_int(v, "no", j->document);
		view_text(v, "citation", j->citation);
		view_text(v, "court", j->court);
		view_text(v, "decided", j->decided);
	}
	view_flag(rq->view, "more_judgments", j != NULL);
	return OK;
}

/* The lines of a text as items of a list. */
static void
show_lines(struct request *rq, const char *list, const char *text)
{
	size_t n;

	for (; *text != '\0'; text += n + (text[n] != '\0')) {
		n = strcspn(text, "\n");
		view_text(view_item(rq->view, list), "name",
		    arena_textn(rq->cx.arena, text, n));
	}
}

static size_t
show_table(struct view *v, const struct judgment_line *l)
{
	const struct judgment_cell *c;
	const struct judgment_row *w;
	struct view *row;
	size_t bytes = 0;

	view_flag(v, "table", true);
	for (w = l->rows; w != NULL; w = w->next) {
		row = view_item(v, "rows");
		for (c = w->cells; c != NULL; c = c->next) {
			view_text(view_item(row, "cells"), "text", c->text);
			bytes += strlen(c->text) + 9;
		}
	}
	return bytes;
}

static size_t
show_line(struct view *v, const struct judgment_line *l)
{
	view_text(v, "num", l->num);
	view_text(v, "text", l->text);
	view_flag(v, "heading", l->kind == JUDGMENT_HEADING);
	view_flag(v, "quoted", l->quoted && l->kind == JUDGMENT_TEXT);
	view_flag(v, "plain", !l->quoted && l->kind == JUDGMENT_TEXT);
	view_flag(v, "deep", l->depth > 0);
	return strlen(l->text) + strlen(l->num) + 60 +
	    (l->kind == JUDGMENT_TABLE ? show_table(v, l) : 0);
}

/* From a line on, as much as a page holds. */
static void
show_text(struct request *rq, const struct judgment_line *l,
    const char *here)
{
	int64_t after = form_int(rq, "after"), n = 0;
	size_t bytes = 0;

	for (; l != NULL && n < after; n++)
		l = l->next;
	for (; l != NULL && bytes < PAGE; l = l->next, n++)
		bytes += show_line(view_item(rq->view, "lines"), l);
	pager_show_no(rq, here, l == NULL ? 0 : n);
}

enum err
get_judgment(struct request *rq)
{
	struct judgment *j;
	struct document *f;
	struct dossier *d;
	struct view *v;
	enum err e;

	if ((e = matter_page_open(rq, &d)) != OK ||
	    (e = judgment_open(&rq->cx, d, rq->no, &f, &j)) != OK)
		return e;
	v = view_part(rq->view, "judgment");
	view_int(v, "no", f->no);
	view_text(v, "name", f->name);
	view_text(v, "citation", j->citation);
	view_text(v, "court", j->court);
	view_text(v, "decided", j->decided);
	show_lines(rq, "parties", j->parties);
	show_lines(rq, "judges", j->judges);
	show_text(rq, j->lines, arena_printf(rq->cx.arena,
	    "/legal/%s/judgments/%lld", d->number, (long long)f->no));
	return reply_page(rq, "legal/judgment.html");
}
