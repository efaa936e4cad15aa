/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_ARRIVAL_H
#define DOMAIN_ARRIVAL_H

#include "base/ctx.h"
#include "domain/dossier/document.h"
#include "model/arrival.h"
#include "model/dossier.h"
#include "model/person.h"

/*
 * The unfiled tray: what arrived and is on no dossier yet has an age, a team
 * and, once somebody took it, an owner. Who works for the team sees it. It
 * leaves the tray to a dossier, whose its files are then, or is put away
 * with a reason. Every act is an event of the topic "arrivals".
 */
#define ARRIVAL_LONG (3 * 86400)	/* seconds: it waits too long */

struct arrival_new {
	const char *team;	/* code: one that the viewer works for */
	const char *owner;	/* a person's number, "" nobody yet */
	const char *medium, *title, *sender;
	int64_t received;	/* true arrival, not after now */
};
/* ERR_INVALID beside title, sender, medium, received, team or owner. */
enum err arrival_add(struct ctx *, const struct arrival_new *,
	    struct arrival **out);
enum err arrival_keep(struct ctx *, struct arrival *,
	    const struct document_new *);	/* a file of a new one */

/* ERR_MISSING: no such one, or not for this person. */
enum err arrival_open(struct ctx *, const char *number, struct arrival **out);

enum arrival_list {
	ARRIVAL_ALL, ARRIVAL_MINE, ARRIVAL_NOBODY, ARRIVAL_AWAY
};
struct arrival_page {
	struct arrival *arrivals;	/* oldest first; of AWAY newest */
	const char *next;	/* number to go on behind, "" the end */
};
/* team: its code, "" all of the viewer's. ERR_INVALID: none of theirs. */
enum err arrival_page(struct ctx *, enum arrival_list, const char *team,
	    const char *after, int limit, struct arrival_page *out);
/* ALL, MINE, NOBODY; each exact up to 1,000, 1,001 is more. */
enum err arrival_count(struct ctx *, int64_t out[3]);
enum err arrival_teams(struct ctx *, struct team **out);
enum err arrival_people(struct ctx *, int64_t team, struct person **out);

/* One of its files, to be sent, which is remembered. ERR_MISSING: none of
 * this number. */
enum err arrival_file_open(struct ctx *, const struct arrival *, int64_t no,
	    const struct arrival_file **out);

/*
 * Each of these refuses ERR_CONFLICT when it has left the tray meanwhile.
 * To a person who could look after it, "" nobody: else ERR_INVALID "owner".
 */
enum err arrival_give(struct ctx *, struct arrival *, const char *person);
enum err arrival_take(struct ctx *, struct arrival *);	/* to the viewer */
/* On a dossier, with its files, dated as they arrived; they are
 * correspondence with who sent it. ERR_FORBIDDEN: the viewer does not work on
 * it. */
enum err arrival_file(struct ctx *, struct arrival *, struct dossier *);
/* Away, with a reason: ERR_INVALID without one. */
enum err arrival_put_away(struct ctx *, struct arrival *,
	    const char *reason);
/* ERR_CONFLICT: it was not put away, or was filed. */
enum err arrival_take_back(struct ctx *, struct arrival *);

#endif
