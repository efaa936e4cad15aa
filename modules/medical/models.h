/* SPDX-License-Identifier: MIT */
#ifndef MEDICAL_MODELS_H
#define MEDICAL_MODELS_H

#include "medical/medical.h"

/* What the care models ask for: strengths, providers, referrals, rules. */
extern const struct field providers_form[], provider_new_page_form[],
    provider_new_form[], provider_form[], provider_end_form[];
extern const struct field strength_page_form[], strength_form[],
    strength_change_form[], strength_end_form[];
extern const struct field referral_page_form[], referral_form[],
    referral_act_form[], referral_report_form[];

enum err get_providers(struct request *);
enum err get_provider_new(struct request *);
enum err post_provider_add(struct request *);
enum err get_provider(struct request *);
enum err get_provider_change(struct request *);
enum err post_provider_change(struct request *);
enum err get_provider_end(struct request *);
enum err post_provider_end(struct request *);

enum err get_strengths(struct request *);
enum err get_strength_new(struct request *);
enum err post_strength_add(struct request *);
enum err get_strength(struct request *);
enum err post_strength_change(struct request *);
enum err post_strength_end(struct request *);

enum err get_referrals(struct request *);
enum err get_referral_new(struct request *);
enum err post_referral_add(struct request *);
enum err get_referral(struct request *);
enum err post_referral_act(struct request *);
enum err post_referral_report(struct request *);

enum err get_patient_rules(struct request *);

/* The sections of the summary; the last shows them all. */
enum err strengths_show(struct request *, const struct dossier *);
enum err referrals_show(struct request *, const struct dossier *);
enum err patient_rules_show(struct request *, const struct dossier *);

#endif
