/* SPDX-License-Identifier: MIT */
#ifndef STORE_PERSON_H
#define STORE_PERSON_H

#include "base/ctx.h"
#include "model/dossier.h"

/*
 * Persons and organisations. `all` reads every person, for who registers
 * requests; else a person is seen who is staff or a party of a dossier in
 * sight. phone_key holds the digits, the last first, so that numbers are
 * found by their end, with or without a country's code.
 */
#define STORE_PERSON_WORDS 4	/* words of a name that a search looks at */

const char *store_person_phone(struct ctx *, const char *phone); /* its key */
/* Gives p->id, or 0 when the number is taken. */
enum err store_person_add(struct ctx *, struct person *);
/* ERR_CONFLICT when p->version is old. */
enum err store_person_save(struct ctx *, struct person *);
enum err store_person_find(struct ctx *, const char *number, bool all,
	    struct person **out);		/* NULL: none */
/* By row, for what an act names; no predicate: shows a name at most. */
enum err store_person_get(struct ctx *, int64_t id, struct person **out);
/* Dossiers in sight that the person is a party of, counted up to limit. */
enum err store_person_count(struct ctx *, struct person *, int limit);

/* By beginnings of words: keys are folded, the rarest first, n from 1 to
 * STORE_PERSON_WORDS. */
enum err store_person_words(struct ctx *, const char *const *keys, size_t n,
	    bool all, int limit, struct person **out);
enum err store_person_email(struct ctx *, const char *beginning, bool all,
	    int limit, struct person **out);
/* key: the last digits first, the beginning of a phone_key. */
enum err store_person_by_phone(struct ctx *, const char *key, bool all,
	    int limit, struct person **out);
/* Same folded name, mail or end of the phone's number; "" matches none. */
enum err store_person_likely(struct ctx *, const char *name_key,
	    const char *email_key, const char *phone_key, bool all,
	    int limit, struct person **out);

enum err store_person_staff(struct ctx *, struct person **out);
enum err store_person_teams(struct ctx *, struct team **out);

/* One stay of a person on a dossier in sight. */
struct store_person_dossier {
	struct store_person_dossier *next;
	int64_t no, type_id;
	const char *number, *title, *status, *role;
	int64_t added, ended;
};
/* Newest dossiers first; after "" begins, else behind that party. */
enum err store_person_dossiers(struct ctx *, int64_t person,
	    const char *after_number, int64_t after_no, int limit,
	    struct store_person_dossier **out);

#endif
