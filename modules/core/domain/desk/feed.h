/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_FEED_H
#define DOMAIN_FEED_H

#include <stdbool.h>

#include "base/ctx.h"

/*
 * One's own calendar for other programs (RFC 5545), by a private link: its
 * token is shown once, the store keeps a hash. Each fetch tells what its
 * person may see at that moment; cases by number and kind, unless the person
 * asked for titles. Making, renewing and withdrawing one are events of the
 * topic "persons".
 */
#define FEED_AHEAD 180		/* days */
#define FEED_BEHIND 30
#define FEED_MOST 200		/* appointments, and of all other dates those
				 * that are nearest; an entry tells of more */

struct feed {
	int64_t person;		/* 0: there is none */
	bool titles;
	int64_t made;
};
enum err feed_of_viewer(struct ctx *, struct feed *out);
/* In place of the one before, which ends. */
enum err feed_make(struct ctx *, bool titles, const char **token);
enum err feed_withdraw(struct ctx *);

/* Whose it is: ERR_MISSING for a token that is nobody's; ERR_OFTEN after too
 * many of those from an address. They do not count as wrong passwords: a
 * program that goes on asking for a link that was withdrawn must not lock a
 * house out. Begins and ends transactions itself. */
enum err feed_find(struct ctx *, const char *token, const char *peer,
	    struct feed *out);
/* The calendar of that person, as whom it enters; ERR_MISSING where they
 * are of the staff no more. */
enum err feed_write(struct ctx *, const struct feed *, const char **out);

#endif
