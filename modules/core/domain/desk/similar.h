/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_SIMILAR_H
#define DOMAIN_SIMILAR_H

#include "base/ctx.h"
#include "domain/people/person.h"

/*
 * Open dossiers that a request may be about already, of the last 90 days:
 * the same requester, or somebody with the same e-mail, phone or identifier,
 * and the same type or a word of the title; or two words and half of the
 * title, of the same type. Only what the viewer may see, with the reason.
 */
struct similar_ask {
	const char *type, *title;
	const struct person *requester;		/* NULL: see typed */
	const struct person_new *typed;		/* NULL: nobody known */
};
struct similar {
	struct similar *next;
	int64_t id;
	const char *number, *title, *status, *requester;
	const struct casetype *type;
	int64_t received;
	bool workable;		/* a request can be added to it */
	const char *why;	/* "same requester, 3 words of the title" */
	long score;
};
enum err similar_find(struct ctx *, const struct similar_ask *, int limit,
	    struct similar **out);		/* the likeliest first */

#endif
