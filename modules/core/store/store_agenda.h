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
struct store_agenda_row {
	struct store_agenda_row *next;
	int64_t id, dossier;	/* rows */
	int64_t due, early, warns;	/* 0 never */
};
/* Tasks, deadlines that are due in it or near, open promises, or the next
 * dates of dossiers. */
enum err store_agenda_rows(struct ctx *, const struct agenda_ask *,
	    enum agenda_kind, int limit, struct store_agenda_row **out);

/* What those rows say, in the order of their rows. */
#define STORE_AGENDA_ROWS 240	/* at once */
/* For plan_task_show(), without stages: no, title, owner; number and title of
 * the dossier. */
enum err store_agenda_tasks(struct ctx *, const int64_t *, size_t n,
	    struct task **out);
/* No, code, title; number, title and type of the dossier. */
enum err store_agenda_deadlines(struct ctx *, const int64_t *, size_t n,
	    struct deadline **out);
/* No, text; number, title and lead of the dossier. */
enum err store_agenda_promises(struct ctx *, const int64_t *, size_t n,
	    struct promise **out);
/* Number, title, lead. */
enum err store_agenda_dates(struct ctx *, const int64_t *, size_t n,
	    struct dossier **out);

/* Who is away: the person, or who works in the team; of a dossier none.
 * Number, person, begins, ends. */
enum err store_agenda_absences(struct ctx *, const struct agenda_ask *,
	    int limit, struct absence **out);
/* The same of who takes part in an appointment. */
enum err store_agenda_absences_of(struct ctx *, int64_t appointment,
	    int64_t from, int64_t until, int limit, struct absence **out);

#endif
