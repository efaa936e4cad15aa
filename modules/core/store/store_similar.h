/* SPDX-License-Identifier: MIT */
#ifndef STORE_SIMILAR_H
#define STORE_SIMILAR_H

#include "base/ctx.h"
#include "store/store_person.h"

/* Open dossiers in sight that a new request may belong to: a few hundred
 * candidates at most, from indexes, whatever the store holds. */
struct store_similar {
	struct store_similar *next;
	int64_t id, type_id, received;
	const char *number, *title, *type, *status, *requester;
	bool workable;		/* the viewer may add to it */
	/* the party by which it was found, 0 none */
	int64_t person;
	const char *email_key, *phone_key;
};

/* Of this person (0 none), and of who shares something with it, received
 * since. A dossier comes once for each such party, the person first. */
enum err store_similar_people(struct ctx *, int64_t person,
	    const struct store_person_known *, int64_t since,
	    struct store_similar **out);
/* Of this type with at least two of the folded words (n 2 or more). */
enum err store_similar_words(struct ctx *, const char *type,
	    const char *const *words, size_t n, int64_t since,
	    struct store_similar **out);

#endif
