/* SPDX-License-Identifier: MIT */
#ifndef STORE_AGENDA_H
#define STORE_AGENDA_H

#include "base/ctx.h"
#include "model/absence.h"
#include "model/agenda.h"
#include "model/deadline.h"
#include "model/dossier.h"
#include "model/promise.h"

/*
 * What has a date in a span, a source a statement, by date and no more than
 * limit: of the open work of a person, of a team's dossiers, or of one
 * dossier. All of dossiers that the viewer may see.
 */
enum err store_agenda_tasks(struct ctx *, const struct agenda_ask *,
	    int limit, struct task **out);
/* Those that are due in it, or near; with the number of their dossier. */
enum err store_agenda_deadlines(struct ctx *, const struct agenda_ask *,
	    int limit, struct deadline **out);
/* Open ones: no, text, due, number and title of the dossier, lead. */
enum err store_agenda_promises(struct ctx *, const struct agenda_ask *,
	    int limit, struct promise **out);
/* Dossiers whose next date it is: number, title, due, lead. */
enum err store_agenda_dates(struct ctx *, const struct agenda_ask *,
	    int limit, struct dossier **out);
/* Who is away: the person, or who works in the team; of a dossier none.
 * Number, person, begins, ends. */
enum err store_agenda_absences(struct ctx *, const struct agenda_ask *,
	    int limit, struct absence **out);
/* The same of who takes part in an appointment. */
enum err store_agenda_absences_of(struct ctx *, int64_t appointment,
	    int64_t from, int64_t until, int limit, struct absence **out);

#endif
