/* SPDX-License-Identifier: MIT */
#ifndef MODEL_COMPARE_H
#define MODEL_COMPARE_H

#include <stdint.h>

/* What is known of the text of a file. */
enum text_state {
	TEXT_UNKNOWN,		/* nobody asked for it */
	TEXT_WAITING, TEXT_READ,
	TEXT_NONE,		/* it is of a kind that has none */
	TEXT_BROKEN
};

/* One of two that are compared: a version of a document. */
struct compare_side {
	int64_t no, version;
	const char *name;	/* of the document */
	const char *sha256;
	int64_t versions;	/* that the document has */
	enum text_state state;
	const char *text;	/* of one that was read */
};

/* Paragraphs on end that are the same, or one that is not. */
enum compare_kind { COMPARE_SAME, COMPARE_GONE, COMPARE_NEW, COMPARE_CHANGED };
struct compare_run {		/* of words, in a paragraph */
	struct compare_run *next;
	enum compare_kind kind;	/* SAME GONE NEW */
	const char *text;
};
struct compare_row {
	struct compare_row *next;
	enum compare_kind kind;
	int64_t same;		/* so many that are left out, 0 none */
	const char *text;	/* of one that is no change of words */
	struct compare_run *runs;	/* of one that is changed */
};

#endif
