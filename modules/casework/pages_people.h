/* SPDX-License-Identifier: MIT */
#ifndef CASEWORK_PAGES_PEOPLE_H
#define CASEWORK_PAGES_PEOPLE_H

#include "casework/casework.h"

/* The register of people. */

/* people.c */
extern const struct field people_form[], person_page_form[], person_form[];
enum err get_people(struct request *);
enum err get_person(struct request *);
enum err get_person_new(struct request *);
enum err post_person_new(struct request *);

/* person_change.c */
extern const struct field person_change_form[];
enum err get_person_change(struct request *);
enum err post_person_change(struct request *);

/* person_merging.c */
extern const struct field person_merge_page_form[], person_merge_form[];
enum err get_person_merge(struct request *);
enum err post_person_merge(struct request *);

/* looks.c */
extern const struct field account_form[];
enum err get_person_account(struct request *);

#endif
