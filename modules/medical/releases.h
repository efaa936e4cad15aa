/* SPDX-License-Identifier: MIT */
#ifndef MEDICAL_RELEASES_H
#define MEDICAL_RELEASES_H

#include "medical/medical.h"
#include "model/disclosure.h"

/* releases.c: lists of requests for records, and a new one */
extern const struct field releases_form[], release_form[];
enum err get_releases(struct request *);
enum err get_patient_releases(struct request *);
enum err get_release_new(struct request *);
enum err post_release_add(struct request *);
void	 releases_show(struct request *, struct view *,
	    const struct disclosure_request *);

/* release_page.c: one, where it stands, and what is done next */
extern const struct field release_ground_form[], release_why_form[];
extern const struct field release_deliver_form[], release_letter_form[];
enum err get_release(struct request *);
enum err get_release_refuse(struct request *);
enum err get_release_withdraw(struct request *);
enum err post_release_authorise(struct request *);
enum err post_release_extend(struct request *);
enum err post_release_refuse(struct request *);
enum err post_release_withdraw(struct request *);
enum err post_release_deliver(struct request *);
enum err get_release_letter(struct request *);
/* That of the address, shown as "release". */
enum err release_page_open(struct request *, struct dossier **,
	    struct disclosure_request **out);
/* Without showing anything, for what changes it. */
enum err release_page_reach(struct request *, struct dossier **,
	    struct disclosure_request **out);

/* release_records.c: collected, and reviewed by another person */
extern const struct field release_collect_form[], release_review_form[];
enum err get_release_collect(struct request *);
enum err post_release_collect(struct request *);
enum err get_release_review(struct request *);
enum err post_release_review(struct request *);
/* What was collected, as the list "items"; with what each says. */
enum err release_records_show(struct request *, const struct dossier *,
	    const struct disclosure_item *, bool texts);

/* disclosures.c: what left the house */
extern const struct field disclosures_form[], disclosures_csv_form[];
extern const struct field disclosure_form[], disclosure_suspend_form[];
enum err get_disclosures(struct request *);
enum err get_disclosures_print(struct request *);
enum err get_disclosures_csv(struct request *);
enum err get_disclosure_new(struct request *);
enum err post_disclosure_add(struct request *);
enum err get_disclosure(struct request *);
enum err post_disclosure_suspend(struct request *);

/* part2_page.c: what 42 CFR part 2 guards */
extern const struct field part2_form[];
enum err get_part2(struct request *);
enum err post_part2_mark(struct request *);

/* release_choices.c: what these forms choose from */
void	 release_choices(struct request *, const struct dossier *);
unsigned int release_choices_what(struct request *);
unsigned int release_choices_purpose(struct request *);
extern const char *const release_choices_purposes[];
#define RELEASE_WHAT_FIELDS { "what.*", FIELD_FLAG }

#endif
