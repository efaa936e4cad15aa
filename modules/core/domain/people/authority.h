/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_AUTHORITY_H
#define DOMAIN_AUTHORITY_H

#include <stdbool.h>

#include "base/ctx.h"
#include "model/approval.h"

/*
 * Limits of authority: up to which amount somebody, or everybody whom a
 * [group LABEL] makes a member of a role, may approve things of a kind, from
 * a day until a day of the site's calendar. A limit is never changed: who is
 * to have another one gets it, and the old one is withdrawn. Giving and
 * withdrawing need RIGHT_ADMIN and are events of the topic "authority".
 * Nobody gives one to themselves or to a role that they have.
 */
struct authority_new {
	const char *person;	/* login, "" : of a label */
	const char *label;
	const char *kind;	/* any word; "" whatever it is */
	const char *amount;	/* as typed, with its currency */
	bool any;		/* no amount is too high */
	const char *begins, *ends;	/* civil dates; "" today, for good */
	const char *reason;
};
enum err authority_give(struct ctx *, const struct authority_new *,
	    struct authority **out);
enum err authority_withdraw(struct ctx *, struct authority *,
	    const char *why);
enum err authority_open(struct ctx *, const char *number,
	    struct authority **out);		/* ERR_MISSING */

struct authority_page {
	struct authority *all;
	const char *next;	/* key of the next page, "" at the end */
};
/* past: what was withdrawn or ran out. */
enum err authority_list(struct ctx *, bool past, const char *after,
	    int limit, struct authority_page *out);
/* Labels of dossier.conf, for the form; kinds in use. NULL at the end. */
const char *const *authority_labels(struct ctx *);
enum err authority_kinds(struct ctx *, const char *const **out);

/* The viewer's that hold today, their own and those of their labels. */
enum err authority_mine(struct ctx *, struct authority **out);
const char *authority_today(struct ctx *);
/* Does it cover the amount, if there is one? Kinds are not looked at. */
bool	 authority_covers(const struct authority *, bool has_amount,
	    int64_t amount, const char *currency);
/* “up to 5,000.00 EUR”, “any amount” */
const char *authority_show(struct ctx *, const struct authority *);
const char *authority_whose(const struct authority *);

#endif
