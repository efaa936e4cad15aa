/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_QUEUE_H
#define DOMAIN_QUEUE_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/person.h"

/* Lists of dossiers, always by the predicate, paged by key. By risk: from the
 * highest when descending, and within a step what is due first comes first,
 * or was silent first;
 * the other way round in all. */
enum queue_sort {
	QUEUE_DUE, QUEUE_RECEIVED, QUEUE_TITLE, QUEUE_NUMBER, QUEUE_RISK,
	QUEUE_TOUCHED
};
struct queue_filter {
	const char *type;	/* code, "" any; so with all below */
	int version;		/* of that type, 0 any */
	const char *status;	/* open waiting closed active; "" any */
	const char *phase;
	int risk;		/* 0 any */
	int64_t lead;		/* 0 any, -1 none */
	int64_t team;
	bool overdue;
	bool undated;		/* not closed, and nothing is due */
	bool silent;		/* see domain/course/silence.h */
	bool unscreened;	/* the tray */
	const char *text;	/* words of title, number, parties, fields */
	const char *field, *field_value;	/* of the type */
	int64_t person;		/* party of it */
	int64_t label;
	enum queue_sort sort;
	bool descending;
	const char *after;	/* the key that page gave, "" the first page */
	int limit;		/* 50 */
	bool uncounted;		/* the page needs no count */
};
struct queue_page {
	struct dossier *dossiers;
	const char *next;	/* key of the next page, "" at the end */
	int64_t count;		/* exact up to 1,000; 1,001 is "1,000+" */
};
enum err queue_list(struct ctx *, const struct queue_filter *,
	    struct queue_page *out);
/* Fills ->risk_no and what stands with it, of at most 240 rows. */
enum err queue_risks(struct ctx *, struct dossier *list);
/* Fills ->values of at most 240 rows with these fields of the type. */
enum err queue_values(struct ctx *, struct dossier *,
	    const char *const *fields, size_t n);
/* Where a dossier stands in a list, and its neighbours. */
struct queue_place {
	const char *previous, *next;	/* numbers, "" at the ends */
	int64_t at;		/* from 1; 0: not in the list (any more) */
	int64_t count;		/* as in queue_page */
};
enum err queue_around(struct ctx *, const struct queue_filter *,
	    const char *number, struct queue_place *out);
/* Somebody takes a whole list away: remembered in the topic "exports" as
 * log_reads wants it. query: as in addresses. */
void	 queue_exported(struct ctx *, const char *query, int64_t rows);
const char *queue_sort_name(enum queue_sort);	/* in addresses */
bool	 queue_sort_by_name(const char *, enum queue_sort *out);

/* The find box: an exact number first, then titles and people, newest
 * first. */
struct find_page {
	struct dossier *exact;
	struct dossier *dossiers;
	struct person *persons;
	bool more;
};
enum err queue_find(struct ctx *, const char *text, struct find_page *out);

/* Numbers for the start page, from counters where they are kept. */
struct queue_counts {
	int64_t mine, overdue, undated, silent, tray;
};
enum err queue_counts(struct ctx *, struct queue_counts *out);

#endif
