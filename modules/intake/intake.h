/* SPDX-License-Identifier: MIT */
#ifndef INTAKE_INTAKE_H
#define INTAKE_INTAKE_H

#include "domain/desk/arrival.h"
#include "domain/desk/draft.h"
#include "domain/people/person.h"
#include "web/serve.h"
#include "web/view.h"

extern const struct field tray_form[], new_form[], register_form[];
extern const struct field accept_form[], solve_form[], decline_form[];
extern const struct field drafts_form[], unfiled_form[], log_form[];
extern const struct field arrival_form[], give_form[], file_form[];
extern const struct field away_form[];
extern const char *const whos[];

enum err get_tray(struct request *);
enum err get_new(struct request *);
enum err post_new_register(struct request *);
enum err post_drafts_keep(struct request *);
enum err post_draft_discard(struct request *);
enum err get_request(struct request *);
enum err get_request_document(struct request *);
enum err post_request_accept(struct request *);
enum err post_request_solve(struct request *);
enum err post_request_decline(struct request *);
enum err get_unfiled(struct request *);
enum err get_unfiled_new(struct request *);
enum err post_unfiled_log(struct request *);
enum err get_arrival(struct request *);
enum err get_arrival_file(struct request *);
enum err post_arrival_take(struct request *);
enum err post_arrival_give(struct request *);
enum err post_arrival_file(struct request *);
enum err post_arrival_put_away(struct request *);
enum err post_arrival_take_back(struct request *);

/* The lists "mediums" and "languages", and how large files may be. */
void	 choice_lists_show(struct request *);
/* An arrival, for its page or a row of the list. */
void	 unfiled_show(struct request *, struct view *, const struct arrival *);
/* The two tabs of intake, with their numbers. */
enum err tray_tabs(struct request *);

struct casetype;

/* What the way to a registration carries from step to step. */
struct entry {
	const char *type, *person, *who;
	const char *medium, *team;	/* of the one before, "" */
	struct arrival *arrival;	/* that it is about, or NULL */
	const char *number;	/* of the draft that it goes on with, "" */
	struct draft *draft;	/* the same, to begin with, or NULL */
};
/* From the address or the form, and what a draft adds. */
enum err entry_read(struct request *, struct entry *out);
/* The address of the step that these lead to. */
const char *entry_address(struct request *, const struct entry *,
	    const char *type, const char *person, const char *who);

/* The person as typed in the registration form. */
void	 register_typed(struct request *, struct person_new *out);
/* The registered person that the form names, or NULL. */
enum err register_known(struct request *, struct person **out);
/* Adds to the text what has no place of its own: what the type asked for, of
 * a request that joins a case, and how somebody registered was typed. */
enum err register_told(struct request *, const struct casetype *,
	    const char **text);
/* Fills the list "similar": open cases that it may be about. */
enum err register_similar(struct request *, const char *type);
/* Every file of the form, from the computer or the camera. */
struct upload *register_files(struct request *);

#endif
