/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_APPROVAL_H
#define DOMAIN_APPROVAL_H

#include <stdbool.h>

#include "base/ctx.h"
#include "model/approval.h"
#include "model/dossier.h"

/*
 * Somebody asks that something be approved: a text, an amount, a document, a
 * decision. Steps follow one another, each by another person. Nobody decides
 * on what they asked for, what follows from what they wrote (approval_input.h)
 * or what they take part in. An approval is bound to the SHA-256
 * of what was shown and never deleted; when that is something else by now, it
 * is stale and does not count.
 */
enum err approval_open(struct ctx *, struct dossier *, int64_t no,
	    struct approval **out);		/* ERR_MISSING */
/* Of a dossier, the newest first, with acts. */
enum err approval_list(struct ctx *, struct dossier *,
	    struct approval **out);
/* Approved, of what it is now. */
bool	 approval_counts(const struct approval *);
/* What keeps the case from closing: those that wait, and those that were
 * approved as something else, unless asked again. NULL: none. */
enum err approval_missing(struct ctx *, struct dossier *,
	    struct approval **out);

/* What the viewer may do with it now. */
struct approval_may {
	bool decide;		/* reject, return; it is their step */
	bool approve;		/* the same, and it is not stale */
	const char *why_not;	/* a sentence where they may not decide or
				 * approve, "" else */
	const struct authority *limit;	/* that covers it, NULL none needed */
	bool comment, withdraw, again;
};
enum err approval_may(struct ctx *, struct dossier *,
	    const struct approval *, struct approval_may *out);

/* Asking. Needs LEVEL_WORK; a refused value names the member. */
struct approval_new {
	const char *subject, *reason;
	const char *kind;	/* of a limit, "" nothing in particular */
	const char *field;	/* code of the money field, "" none */
	const char *amount;	/* typed instead, "" none */
	int64_t document, decision;	/* no of what it is about, 0 none */
	int64_t again;		/* no of one that is asked again, 0 */
	/* of the plan; a person gives the item alone, and the rest is its: */
	int64_t item;		/* no of its item, 0 none */
	bool by_itself;		/* nobody asks: the plan does */
	const char *levels;	/* code of the decision, "" the type's own */
};
enum err approval_ask(struct ctx *, struct dossier *,
	    const struct approval_new *, struct approval **out);

/* Answering: an event each. A reason is needed to reject, return, withdraw
 * and comment. ERR_FORBIDDEN where approval_may() says no, ERR_CONFLICT when
 * somebody was faster or it is another thing by now. */
enum err approval_answer(struct ctx *, struct dossier *, struct approval *,
	    enum approval_what, const char *comment);

/* Start page and lists: what waits for the viewer; what they asked for and
 * waits for others, or came back. The oldest first. */
enum approval_which { APPROVAL_FOR_ME, APPROVAL_BY_ME };
struct approval_page {
	struct approval *all;
	const char *next;	/* key of the next page, "" at the end */
	int64_t count;		/* exact up to 1,000; 1,001 is "more" */
};
enum err approval_waiting(struct ctx *, enum approval_which,
	    const char *after, int limit, struct approval_page *out);

/* “4,200.00 EUR”, "" none */
const char *approval_amount(struct ctx *, const struct approval *);

#endif
