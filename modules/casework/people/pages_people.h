/* SPDX-License-Identifier: MIT */
#ifndef CASEWORK_PAGES_PEOPLE_H
#define CASEWORK_PAGES_PEOPLE_H

#include "casework/casework.h"

/* The register of people, and whose work goes to whom. */

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

/* handovers.c, handover_page.c */
extern const struct field handover_pick_form[], handover_form[];
extern const struct field handover_answer_form[];
enum err get_handovers(struct request *);
enum err get_handover_new(struct request *);
enum err post_handover_add(struct request *);
enum err get_handover(struct request *);
enum err get_handover_sheet(struct request *);
enum err post_handover_accept(struct request *);
enum err post_handover_refuse(struct request *);
enum err post_handover_withdraw(struct request *);

#endif
