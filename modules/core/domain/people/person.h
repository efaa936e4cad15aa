/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_PERSON_H
#define DOMAIN_PERSON_H

#include "base/ctx.h"
#include "model/person.h"
#include "model/event.h"

/* Persons and organisations, registered once; parties on dossiers. A person
 * who is not staff is seen by whoever sees one of the dossiers, and by who
 * registers requests. */
struct person_new {
	bool organisation;
	const char *name, *given, *family;	/* name, or given and family */
	const char *email, *phone, *address, *language;
	const char *born, *died, *sex;	/* NULL: as they are */
	/* as typed; rows without a value are left out. A mistake in the
	 * n-th is named i.N.kind, i.N.value, a.N.text, from 0. */
	const struct identifier *identifiers;
	const struct address *addresses;
	bool more;	/* a change gives both; else they stay as they are */
};
enum err person_add(struct ctx *, const struct person_new *,
	    struct person **out);
enum err person_check(struct ctx *, const struct person_new *); /* only that */
enum err person_change(struct ctx *, struct person *,
	    const struct person_new *, int64_t version);
/* The last changes of any persons, the newest first; whose each is says its
 * fact "number". */
enum err person_latest(struct ctx *, struct event **out);
/* These are one person: what the other is known by, and all its dossiers,
 * are this one's; its number leads here. Not for staff. */
enum err person_merge(struct ctx *, struct person *, const char *other,
	    const char *why);
enum err person_open(struct ctx *, const char *number, struct person **out);
/* What the viewer may see of a person's dossiers, newest first. after: "" or
 * the .key of the last page's last. */
struct person_dossier {
	struct person_dossier *next;
	const char *key;
	const char *number, *title, *status, *role;	/* role: a code */
	const struct casetype *type;
	int64_t added, ended;
};
enum err person_dossiers(struct ctx *, const struct person *, const char *after,
	    int limit, struct person_dossier **out);
/* By beginning of any word of the name, by mail, phone or number. */
enum err person_find(struct ctx *, const char *text, int limit,
	    struct person **out);
/* Fills ->dossiers of each: up to 1,000; 1,001 is more. */
enum err person_count(struct ctx *, struct person *list);
/* Likely the same as one to be made: same mail, phone, identifier, same or
 * nearly the same name; each says why in ->likely, the surest first. */
enum err person_likely(struct ctx *, const struct person_new *,
	    struct person **out);
/* Of at most STORE_PERSON_WORDS folded words, sets of those words of names
 * that are nearly them; a word that no name has is left out. */
struct store_person_set;
enum err person_likely_sets(struct ctx *, const char *const *words, size_t n,
	    struct store_person_set *, size_t *out);
const char *person_likely_phone(struct ctx *, const char *phone); /* "" short */

/* "Customer number" for customer; a word of the clerk's stands for itself. */
const char *person_words_identifier(const char *kind);
const char *person_words_code(struct ctx *, const char *word); /* back */
const char *person_words_address(const char *kind);
extern const char *const person_words_identifiers[], *const
    person_words_addresses[];
extern const char *const person_words_sexes[];	/* of FHIR; NULL at the end */
const char *person_words_sex(const char *code);	/* "" of "" */
enum err person_staff(struct ctx *, struct person **out); /* enabled staff */
/* NULL where they are too many for a list; they are typed then. */
enum err person_staff_few(struct ctx *, struct person **out);
enum err person_staff_named(struct ctx *, const char *name,
	    int64_t *out);	/* 0: nobody, or several */
enum err person_teams(struct ctx *, struct team **out);

#endif
