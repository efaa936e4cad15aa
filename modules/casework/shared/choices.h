/* SPDX-License-Identifier: MIT */
#ifndef CASEWORK_CHOICES_H
#define CASEWORK_CHOICES_H

#include "model/person.h"
#include "web/request.h"
#include "web/view.h"
#include "model/casetype.h"
#include "model/dossier.h"

/*
 * What forms let choose, and what they sent back. Numbers and codes stand in
 * the page, never row ids.
 */

/* Members of staff and teams as options: number or code, name. */
enum err choices_staff(struct request *, const char *list);
/* The same, with how many cases of a type they lead, where its rules count
 * them. */
enum err choices_staff_leads(struct request *, const char *list,
	    const struct casetype *);
enum err choices_teams(struct request *, const char *list);
/* All labels as the list "labels": code, name. */
enum err choices_labels(struct request *);
/* A staff member by the number that a form sent; refuses beside the field. */
enum err choices_staff_id(struct request *, const char *field, int64_t *out);
enum err choices_team_id(struct request *, const char *field, int64_t *out);
/* What a number or a code is called; unknown ones stand for themselves. */
const char *choices_staff_word(struct request *, const char *number);
const char *choices_team_word(struct request *, const char *code);
/* How forms name a member of staff and a team, "" none. */
const char *choices_staff_number(struct request *, int64_t person);
const char *choices_team_code(struct request *, int64_t team);
/* Other cases by the field "find", as the list "found"; the only one is
 * proposed in the field "other". */
enum err choices_cases(struct request *, const struct dossier *);
/* The case whose number a form sent; refuses beside the field. */
enum err choices_case(struct request *, const char *field, enum level,
	    struct dossier **out);
/* Was something wrong with the field already? */
bool	choices_refused(const struct request *, const char *field);
/* The last second of the civil day that a form sent, 0 if none. */
int64_t	choices_day_end(const struct request *, const char *field);
/* The days that a filter sent as "from" and "to", as moments: from, and
 * before; 0 none. */
void	choices_days(const struct request *, int64_t *from, int64_t *until);
/* People of whom a filter chooses one, as the list "actors". Gives the row of
 * whom it sent as "person", 0 nobody; one who finds nothing if not of them. */
int64_t	choices_actor(struct request *, const struct person *list);
/* The first page of a case's entries as the filter has them, by kind, person
 * and days; without: one of the fields, "" none. */
const char *choices_entries(struct request *, const char *page,
	    const char *without);

/* The compartments that the viewer is a member of, as the list
 * "compartments"; the field of that name begins with the one of now. */
enum err choices_compartments(struct request *, int64_t now);

#endif
