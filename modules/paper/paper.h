/* SPDX-License-Identifier: MIT */
#ifndef PAPER_PAPER_H
#define PAPER_PAPER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/*
 * dossier-paper makes one PDF of many files. Those are hostile: it is a
 * program of its own, started by the clock, with a bound on memory and time,
 * without network and unable to start another.
 *
 * What it is to make stands on its standard input, a line a thing, the
 * word and its text with a blank between; tabs divide what has parts:
 *
 *	out FILE		where the PDF goes; not there yet
 *	lang ja			for the choice of fonts
 *	title TEXT		of the cover
 *	line TEXT		below it, as many as there are
 *	word CODE TEXT		a sentence of paper_words, translated
 *	tab TEXT		of the documents after it, "" none
 *	doc FILE	NAME	REMARK
 *
 * It answers with a line a document, in their order: "FIRST COUNT STATE",
 * its pages and an enum paper_state; then "pages N".
 */
enum paper_state {
	PAPER_WHOLE,		/* with all its pages */
	PAPER_CUT,		/* a text too long: its beginning */
	PAPER_LOCKED,		/* encrypted */
	PAPER_BROKEN,		/* cannot be read */
	PAPER_OTHER		/* of a kind that has no pages */
};

enum paper_word {
	WORD_INDEX, WORD_CUT, WORD_LOCKED, WORD_BROKEN, WORD_OTHER,
	PAPER_WORDS
};

struct paper_doc {
	struct paper_doc *next;
	const char *tab;	/* "" none */
	const char *path, *name, *remark;
	enum paper_state state;
	char *pdf;		/* a file of ours with its pages, or NULL:
				 * path is one */
	int pages, first;	/* first counted from 1 */
};
struct paper_line {
	struct paper_line *next;
	const char *text;
};
struct paper {
	struct arena *arena;	/* of the process */
	const char *out, *lang, *title;
	struct paper_line *lines;
	const char *words[PAPER_WORDS];
	struct paper_doc *docs;
	int pages;		/* of the whole */
};

/* What is written by Pango and Cairo, each into a file. */
struct paper_size {
	double width, height;	/* points, as the page is seen */
};
bool	 paper_sheet_front(const struct paper *, const char *path,
	    int *pages);	/* cover and index */
bool	 paper_sheet_note(const struct paper *, const struct paper_doc *,
	    const char *sentence, const char *path);
bool	 paper_sheet_text(const struct paper *, struct paper_doc *,
	    const char *path);
bool	 paper_sheet_picture(const struct paper *, const struct paper_doc *,
	    const char *path);
/* "12 / 240" and the tab, a page for each of the sizes. */
bool	 paper_sheet_stamps(const struct paper *, const struct paper_size *,
	    const char *path);

/* Of XML and HTML the words, a line a paragraph. False: it is neither. */
bool	 paper_xml(struct arena *, const char *text, size_t *len,
	    const char **out);

/* Whole PDFs, by libqpdf. paper_join_count(): -1 what cannot be read, -2
 * what is encrypted. */
int	 paper_join_count(const char *path);
/* front, then all documents: numbered, with bookmarks, at p->out. */
bool	 paper_join(struct paper *, const char *front, int front_pages,
	    const char *stamps);

#endif
