/* SPDX-License-Identifier: MIT */
#ifndef LEGAL_CLEARANCES_H
#define LEGAL_CLEARANCES_H

#include "model/clearance.h"
#include "model/dossier.h"
#include "web/serve.h"
#include "web/view.h"

/* Conflict checks. */
extern const struct field clearance_form[], clearance_decide_form[];
extern const struct field clearance_wall_form[];
enum err get_clearances(struct request *);
enum err post_clearance_make(struct request *);
enum err get_clearance(struct request *);
enum err post_clearance_decide(struct request *);
enum err post_clearance_ask(struct request *);
enum err post_clearance_wall(struct request *);
enum err get_matter_clearances(struct request *);
enum err post_matter_clearance_run(struct request *);

/* clearances_officer.c */
extern const struct field clearance_answer_form[];
extern const struct field clearance_officer_wall_form[];
enum err get_clearances_asked(struct request *);
enum err get_clearance_asked(struct request *);
enum err post_clearance_answer(struct request *);
enum err post_clearance_officer_wall(struct request *);

/* One check, without its names; with them; staff to choose from. */
void	 clearances_show(struct view *, const struct clearance *);
enum err clearances_show_names(struct request *, const struct clearance *,
	    bool officer);
enum err clearances_staff(struct request *);
/* Somebody of the list, by number; refuses the field "staff". */
enum err clearances_staff_id(struct request *, int64_t *out);
/* The newest check of a matter, for its page: "check". */
enum err clearances_latest(struct request *, const struct dossier *);

#endif
