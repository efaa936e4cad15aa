/* SPDX-License-Identifier: MIT */
#ifndef MEDICAL_KNOWN_H
#define MEDICAL_KNOWN_H

#include "domain/dossier/fact.h"
#include "medical/medical.h"

/* What is known of a patient: /problems, /allergies, /medications,
 * /encounters and /alerts. {facts} is one of these words; it comes last of
 * the words below a patient, for others have pages of their own. */
#define KNOWN PATIENT "/{facts}"

extern const struct field known_list_form[], known_page_form[],
    known_form[], known_change_form[], known_end_form[], known_void_form[],
    known_none_form[];

enum err get_known(struct request *);
enum err get_known_new(struct request *);
enum err post_known_add(struct request *);
enum err get_known_one(struct request *);
enum err post_known_change(struct request *);
enum err get_known_end(struct request *);
enum err post_known_end(struct request *);
enum err get_known_void(struct request *);
enum err post_known_void(struct request *);
enum err get_known_none(struct request *);
enum err post_known_none(struct request *);

/* Of the address; ERR_MISSING. */
enum err known_kind(struct request *, enum fact_kind *out);
const char *known_plural(enum fact_kind);	/* "problems" */
/* One, with its values in words, as an item of a list or a part. */
void	 known_show(struct request *, struct view *, const struct fact *);
/* Allergies and alerts for the banner, from all cases of the patient. */
enum err known_banner(struct request *, const struct dossier *,
	    struct view *patient);
/* The sections of the summary. */
enum err known_sections(struct request *, const struct dossier *);

#endif
