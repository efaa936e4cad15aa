/* SPDX-License-Identifier: MIT */
#ifndef MODEL_BUNDLE_H
#define MODEL_BUNDLE_H

#include <stdint.h>

/* Documents of a dossier in an order, as one PDF. */

enum bundle_state {
	BUNDLE_LISTED,		/* no PDF: these programs make none */
	BUNDLE_WAITING, BUNDLE_MADE, BUNDLE_FAILED
};

/* What became of a document in it: as modules/paper/paper.h has it. */
enum bundle_part_state {
	BUNDLE_WHOLE, BUNDLE_CUT, BUNDLE_LOCKED, BUNDLE_BROKEN, BUNDLE_OTHER
};

struct bundle_part {
	struct bundle_part *next;
	int64_t place;
	const char *tab;	/* "" none */
	int64_t document;	/* row */
	int64_t no;		/* of it in its dossier */
	int64_t page, pages;	/* 0 not made */
	enum bundle_part_state state;
};

struct bundle {
	struct bundle *next;
	int64_t id, no;
	const char *title, *court;
	int64_t asked;
	int64_t person;
	const char *person_name;
	enum bundle_state state;
	int64_t tries;
	const char *why;
	int64_t pages;
	int64_t document;	/* no of the PDF, 0 none */
	const char *number;	/* of the dossier, for the clock */
	struct bundle_part *parts;	/* of one that was opened */
};

#endif
