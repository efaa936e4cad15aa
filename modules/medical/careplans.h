/* SPDX-License-Identifier: MIT */
#ifndef MEDICAL_CAREPLANS_H
#define MEDICAL_CAREPLANS_H

#include "model/careplan.h"
#include "model/dossier.h"
#include "model/service.h"
#include "web/request.h"
#include "web/view.h"

/* The care plan of a patient, its services, and gaps over all patients. */
extern const struct field careplan_standard_form[], careplan_new_form[],
    careplan_agree_form[], careplan_revise_form[], careplan_end_form[],
    careplan_tie_form[], careplan_activity_form[];

enum err get_careplan(struct request *);
enum err get_careplan_new(struct request *);
enum err post_careplan_add(struct request *);
enum err get_careplan_agree(struct request *);
enum err post_careplan_agree(struct request *);
enum err get_careplan_revise(struct request *);
enum err post_careplan_revise(struct request *);
enum err get_careplan_end(struct request *);
enum err post_careplan_end(struct request *);
enum err post_careplan_tie(struct request *);
enum err get_careplan_activity(struct request *);
enum err post_careplan_activity_add(struct request *);
enum err get_careplan_edition(struct request *);
/* On the summary of a patient: the plan under way, and what is due. */
enum err careplans_show(struct request *, struct dossier *);
/* A service in a list or on its page, as of today. */
void	 careplans_service(struct request *, struct view *,
	    const struct service *);
/* Who can be chosen to do something; and whom a form sent in "who". */
void	 careplans_people(struct request *, const struct dossier *);
enum err careplans_who(struct request *, const struct dossier *,
	    int64_t *person, int64_t *team);

extern const struct field service_form[], service_change_form[],
    service_say_form[], service_stop_form[];
enum err get_services(struct request *);
enum err get_service_new(struct request *);
enum err post_service_add(struct request *);
enum err get_service(struct request *);
enum err post_service_change(struct request *);
enum err post_service_say(struct request *);
enum err get_service_stop(struct request *);
enum err post_service_stop(struct request *);

extern const struct field gaps_form[], gaps_csv_form[];
enum err get_gaps(struct request *);
enum err get_gaps_csv(struct request *);
/* Counts for the list of patients, as "gaps". */
enum err gaps_show(struct request *);

#endif
