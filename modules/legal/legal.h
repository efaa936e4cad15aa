/* SPDX-License-Identifier: MIT */
#ifndef LEGAL_LEGAL_H
#define LEGAL_LEGAL_H

#include "domain/desk/matter.h"
#include "web/serve.h"
#include "web/view.h"

extern const struct field matters_form[], proceeding_form[];
extern const struct field proceeding_change_form[], counsel_form[];
extern const struct field counsel_end_form[], hearing_page_form[];
extern const struct field hearing_form[];
extern const struct field bundle_form[], compare_form[];
extern const struct field compare_show_form[];
extern const struct field contracts_form[], contracts_csv_form[];

enum err get_matters(struct request *);
enum err get_contracts(struct request *);
enum err get_contracts_csv(struct request *);
enum err get_matter(struct request *);
enum err get_bundles(struct request *);
enum err get_compare(struct request *);
enum err post_compare_ask(struct request *);
enum err get_bundle_new(struct request *);
enum err post_bundle_ask(struct request *);
enum err get_bundle(struct request *);
enum err get_proceeding_new(struct request *);
enum err post_proceeding_add(struct request *);
enum err get_proceeding(struct request *);
enum err post_proceeding_change(struct request *);
enum err get_counsel(struct request *);
enum err post_counsel_add(struct request *);
enum err post_counsel_end(struct request *);
enum err get_hearing_new(struct request *);
enum err post_hearing_add(struct request *);

/* Opens the matter of the address at the route's level, and shows it as
 * "dossier". */
enum err matter_page_open(struct request *, struct dossier **out);
extern const struct field offer_page_form[], offer_form[];
extern const struct field offer_answer_form[];
enum err get_offers(struct request *);
enum err get_offer_new(struct request *);
enum err post_offer_add(struct request *);
enum err get_offer(struct request *);
enum err post_offer_answer(struct request *);

/* The type as "register", for whoever may register one of it. */
enum err matters_register(struct request *, const struct casetype *);
/* Its latest offers, as "offers". */
enum err matter_offers_show(struct request *, const struct dossier *);
/* What was booked on it, as "costs". */
enum err matter_costs_show(struct request *, const struct dossier *);
/* Its parties whose role has not ended, and the one with this no, as the list
 * "people". */
void	 counsels_choices(struct request *, const struct dossier *,
	    int64_t no);
/* Its proceedings as the list "proceedings", to choose from. */
enum err proceedings_choices(struct request *, const struct dossier *);

/* What of it is privileged, as "privilege" and "releases". */
enum err matter_releases_show(struct request *, const struct dossier *);
/* What is shared with people outside, for who works on it. */
enum err matter_shares_show(struct request *, const struct dossier *);

#endif
