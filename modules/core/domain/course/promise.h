/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_PROMISE_H
#define DOMAIN_PROMISE_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/promise.h"

/*
 * Every date that a requester was told. A promise is open until it is kept,
 * or moved to another day with notice: the person was told before, and how.
 * It is broken when its day passed first, whatever is done later; nobody says
 * so and nobody can unsay it. Every act needs LEVEL_WORK and can be undone;
 * keeping and moving are also for a closed dossier, for what was promised
 * does not end with it.
 */
struct promise_new {
	const char *text;
	int64_t person;		/* a party of the dossier, 0 whoever asked */
	const char *medium;
	int64_t due;		/* the last second of the day, 0 none said */
};
struct promise_end {
	const char *how;	/* medium: the answer's, or the notice's */
	int64_t document;	/* no, 0 none */
	const char *note;	/* why another day: required then */
	int64_t due;		/* the new day, of what is moved */
};
enum err promise_list(struct ctx *, const struct dossier *,
	    struct promise **out);
enum err promise_open(struct ctx *, const struct dossier *, int64_t no,
	    struct promise **out);		/* ERR_MISSING */
enum err promise_add(struct ctx *, struct dossier *,
	    const struct promise_new *, struct promise **out);
/* The date of a deadline of the type, told with the receipt on the way that
 * the request came; one that is past is told to nobody. */
enum err promise_follow(struct ctx *, struct dossier *, const char *text,
	    int64_t due);
enum err promise_keep(struct ctx *, struct dossier *, struct promise *,
	    const struct promise_end *);
enum err promise_move(struct ctx *, struct dossier *, struct promise *,
	    const struct promise_end *, struct promise **out);

/* Tells who leads of what is due within a day, and of what is broken. For the
 * clock, in a transaction of its own. */
enum err promise_tell(struct ctx *, int64_t *n);

bool	 promise_is_broken(const struct ctx *, const struct promise *);
bool	 promise_is_soon(const struct ctx *, const struct promise *);

/* Open ones of dossiers in sight, the most urgent first. */
struct promise_filter {
	bool mine;		/* of dossiers that the viewer leads */
	bool late;		/* whose day is past */
	const char *after;	/* "" or ->next */
	int limit;
};
struct promise_page {
	struct promise *promises;
	const char *next;	/* "" at the end */
};
enum err promise_waiting(struct ctx *, const struct promise_filter *,
	    struct promise_page *out);
/* Of dossiers that the viewer leads: open ones, how many of them are due in
 * the next days or late, and late; of the first PROMISE_MANY by their day. */
#define PROMISE_MANY 101
struct promise_counts {
	int64_t open, soon, late;
};
enum err promise_count(struct ctx *, struct promise_counts *out);

#endif
