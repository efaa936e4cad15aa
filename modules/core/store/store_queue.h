/* SPDX-License-Identifier: MIT */
#ifndef STORE_QUEUE_H
#define STORE_QUEUE_H

#include <stdbool.h>

#include "base/ctx.h"
#include "model/dossier.h"

/* Lists of dossiers that the viewer may see; see domain/desk/queue.h. By risk
 * they go on by due: the other way round for the lowest risk, too. */
enum store_queue_sort {
	STORE_QUEUE_DUE, STORE_QUEUE_RECEIVED, STORE_QUEUE_TITLE,
	STORE_QUEUE_NUMBER, STORE_QUEUE_RISK, STORE_QUEUE_TOUCHED
};

/* How a list is read; all ways give the same rows. */
enum store_queue_way {
	STORE_QUEUE_CHOOSE,	/* by figures */
	STORE_QUEUE_DRIVEN,	/* from what the rarest filter leaves */
	STORE_QUEUE_WIDE,
	STORE_QUEUE_NARROW
};

struct store_queue_filter {
	const char *type, *status, *phase;	/* "" any */
	int64_t version;		/* row of a type, 0 any */
	int risk;			/* 0 any */
	int64_t lead;			/* 0 any, -1 none */
	int64_t team;			/* 0 any */
	bool overdue, undated, silent, unscreened;
	const char *words;		/* folded, blanks between; "" any */
	bool begins;			/* the last may go on */
	const char *field, *value;	/* folded or canonical, "" any */
	int64_t person, label;		/* 0 any */
	enum store_queue_sort sort;
	bool descending;
	const char *after;		/* number of the last row, "" */
	int limit;
	enum store_queue_way way;	/* tests name one */
};

/* At most limit rows, with the names that a list shows. */
enum err store_queue_list(struct ctx *, const struct store_queue_filter *,
	    struct dossier **out);
/* How many there are, up to most; from ->after on, where that is given. */
enum err store_queue_count(struct ctx *, const struct store_queue_filter *,
	    int64_t most, int64_t *out);

/* Fills ->risk_no and what stands with it, of at most QUERY_IDS rows. */
enum err store_queue_risks(struct ctx *, struct dossier *);
/* Fills ->values with these fields, of at most QUERY_IDS rows. */
enum err store_queue_values(struct ctx *, struct dossier *,
	    const char *const *fields, size_t n);

/* The find box: newest first. All words are there, or the last one begins
 * so; REST leaves out what WHOLE gives, or most of it. */
enum store_queue_words {
	STORE_QUEUE_WHOLE, STORE_QUEUE_BEGINS, STORE_QUEUE_REST
};
/* By what is in compartments of the viewer: one word at least stands there;
 * the others may be any of the dossier's. The newest first. */
enum err store_queue_guarded(struct ctx *, const char *words, bool begins,
	    int limit, struct dossier **out);
enum err store_queue_find(struct ctx *, const char *words,
	    enum store_queue_words, int limit, struct dossier **out);
enum err store_queue_number(struct ctx *, const char *number,
	    struct dossier **out);	/* NULL: none for this person */

/* The start page. */
struct store_queue_counts {
	int64_t mine, overdue, undated, silent, tray;	/* up to 1,001 */
};
enum err store_queue_counts(struct ctx *, struct store_queue_counts *out);

#endif
