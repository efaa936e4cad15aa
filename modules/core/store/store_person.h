/* SPDX-License-Identifier: MIT */
#ifndef STORE_PERSON_H
#define STORE_PERSON_H

#include "base/ctx.h"
#include "model/person.h"
#include "store/visible.h"

/*
 * Persons and organisations. `all` reads every person, for who registers
 * requests; else a person is seen who is staff or a party of a dossier in
 * sight. phone_key holds the digits, the last first, so that numbers are
 * found by their end, with or without a country's code.
 */
#define STORE_PERSON_WORDS 4	/* words of a name that a search looks at */

#define STORE_PERSON_ALIAS "name"	/* the kind of a further name */

const char *store_person_phone(struct ctx *, const char *phone); /* its key */
const char *store_person_key(struct ctx *, const char *identifier);
/* Gives p->id, or 0 when the number is taken. */
enum err store_person_add(struct ctx *, struct person *);
/* ERR_CONFLICT when p->version is old. */
enum err store_person_save(struct ctx *, struct person *);
/* What it is found by: of its name, and of the other names that it has. */
enum err store_person_words_write(struct ctx *, const struct person *);
enum err store_person_find(struct ctx *, const char *number, bool all,
	    struct person **out);		/* NULL: none */
/* By row, for what an act names; no predicate: shows a name at most. */
enum err store_person_get(struct ctx *, int64_t id, struct person **out);
/* The same of a number, for fields that name a person; id 0: there is none. */
enum err store_person_by_number(struct ctx *, const char *number, int64_t *id,
	    const char **name);
/* store_person_merge.c: the record that another became part of, "" none. */
enum err store_person_merge_into(struct ctx *, const char *number,
	    const char **out);
/* Whatever names the one names the other from now on; it is found by its
 * number alone. */
enum err store_person_merge(struct ctx *, const struct person *from,
	    const struct person *into);
/* Dossiers in sight that each of the list is a party of, up to limit. */
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
/* By a whole identifier, or its beginning; key as store_person_key(). */
enum err store_person_by_identifier(struct ctx *, const char *key, bool all,
	    int limit, struct person **out);

/* store_person_near.c: who may be the same as somebody who is typed. */
struct store_person_known {	/* "" matches none */
	const char *name_key, *email_key;
	const char *phone_key;	/* the end of the number */
	const struct identifier *identifiers;
};
enum err store_person_near_known(struct ctx *,
	    const struct store_person_known *, bool all, int limit,
	    struct person **out);
/* The same as ids, for a statement of another file. */
struct query;
void	 store_person_near_ids(struct ctx *, struct query *,
	    const struct store_person_known *);
/* Who has one of the identifiers. */
enum err store_person_near_holders(struct ctx *, const struct identifier *,
	    int64_t *out, size_t limit, size_t *n);
/* The words of all names that have one of these keys (text/near.h). */
struct store_person_word {
	struct store_person_word *next;
	const char *word;
};
enum err store_person_near_words(struct ctx *, const char *const *keys,
	    size_t n, int limit, struct store_person_word **out);
/* Words that stand for one word of a name; at least one. */
#define STORE_PERSON_SET 20
struct store_person_set {
	const char *words[STORE_PERSON_SET];
	size_t n;
};
/* Persons whose names have words of two of the sets; of the only one. */
enum err store_person_near(struct ctx *, const struct store_person_set *,
	    size_t n, bool all, int limit, struct person **out);
/* Anybody whose names have a word of the set. */
enum err store_person_near_any(struct ctx *, const struct store_person_set *,
	    int limit, struct person **out);
/* "(?, ...)" of words, filled up, so that there are few different texts. */
void	 store_person_near_list(struct query *, const char *const *, size_t n);
/* Keys of a word that a name has from now on. */
enum err store_person_near_learn(struct ctx *, const char *word);

/* store_person_more.c: what a person has several of. */
enum err store_person_more(struct ctx *, struct person *);	/* reads both */
enum err store_person_more_save(struct ctx *, const struct person *);

/* Rows of persons, for the files that ask for them. */
#define STORE_PERSON_COLUMNS						\
	"SELECT p.id, p.number, p.organisation, p.name, p.given, p.family," \
	"       p.email, p.phone, p.address, p.language, p.born, p.died," \
	"       p.sex, f.login, p.version"				\
	"  FROM person p LEFT JOIN staff f ON f.person = p.id"
/* Seen by everybody of the staff, or by who sees one of the dossiers. */
#define STORE_PERSON_SEEN						\
	" AND (f.person IS NOT NULL OR EXISTS"				\
	"      (SELECT 1 FROM party y JOIN dossier d ON d.id = y.dossier" \
	"        WHERE y.person = p.id AND" VISIBLE "))"
#define STORE_PERSON_BY_NAME " ORDER BY p.name_key, p.id LIMIT "
struct db_rows;
enum err store_person_rows(struct ctx *, struct db_rows *,
	    struct person **out);
/* Rows of id, number, name, and of teams: id, code, name. */
enum err store_person_name_rows(struct ctx *, struct db_rows *,
	    struct person **out);
enum err store_person_team_rows(struct ctx *, struct db_rows *,
	    struct team **out);

enum err store_person_staff(struct ctx *, struct person **out);
enum err store_person_staff_count(struct ctx *, int limit, int64_t *out);
enum err store_person_staff_named(struct ctx *, const char *key,
	    int64_t *out);	/* 0: nobody, or several */
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
