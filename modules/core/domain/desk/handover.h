/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_HANDOVER_H
#define DOMAIN_HANDOVER_H

#include <stdbool.h>

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/handover.h"

/*
 * Somebody's open work goes to another: cases that they lead, tasks and roles
 * that are theirs, as many as are chosen. The receiver reads a sheet of each
 * case, written from the record, and accepts or refuses it. Until then the
 * giver is responsible, from then on the receiver: there is no gap. What was
 * accepted is a signature and is not undone; it can be handed back. Nobody
 * receives what they may not work on, and no membership is handed over: tasks
 * in a compartment that the receiver is not a member of stay.
 */
struct handover_new {
	int64_t giver, receiver;
	int64_t begins;		/* 0: now */
	const char *note;
	const char *const *numbers;	/* of dossiers */
	size_t count;
};
/* For oneself or, as who manages the cases, for another. Fields receiver,
 * begins, note and pick are refused by name. */
enum err handover_add(struct ctx *, const struct handover_new *,
	    struct handover **out);
/* One that the viewer gives, gets, made, or manages a case of, with the cases
 * that they see: ERR_MISSING. */
enum err handover_open(struct ctx *, const char *number,
	    struct handover **out);

/* A case of one whose sheet the viewer may read: of what was accepted whoever
 * reads the case; ERR_MISSING. */
enum err handover_open_case(struct ctx *, const char *number, int64_t no,
	    struct handover **out, struct handover_case **c);

/* Which of its cases; none: all that wait. */
struct handover_some {
	const int64_t *no;
	size_t count;
};
/* By the receiver alone, not before ->begins. *done says how many cases went
 * over, *gone of how many the giver had nothing any more. */
enum err handover_accept(struct ctx *, struct handover *,
	    const struct handover_some *, int *done, int *gone);
enum err handover_refuse(struct ctx *, struct handover *,
	    const struct handover_some *, const char *reason, int *done);
/* All that wait still, by who gives, made or manages them. */
enum err handover_withdraw(struct ctx *, struct handover *, int *done);
bool	 handover_may_accept(const struct ctx *, const struct handover *);
bool	 handover_may_withdraw(const struct ctx *, const struct handover *);

enum handover_list {
	HANDOVER_TO_ME, HANDOVER_LATELY, HANDOVER_MANAGED
};
enum err handover_list(struct ctx *, enum handover_list, int limit,
	    struct handover **out);
/* What somebody has, for the form: the viewer or whom they manage. */
enum err handover_work(struct ctx *, int64_t person, int limit,
	    struct handover_work **out);
enum err handover_left(struct ctx *, struct handover_left **out);

/* The sheet of a case of it: as it was accepted, else as it stands now for
 * the viewer. The dossier was opened and loaded. */
enum err handover_sheet(struct ctx *, const struct handover *,
	    const struct handover_case *, struct dossier *,
	    struct handover_line **out);
/* handover_sheet.c: written from the record, as the viewer sees it. */
enum err handover_sheet_write(struct ctx *, const struct handover *,
	    struct dossier *, struct handover_line **out);
const char *handover_sheet_sum(struct ctx *, const struct handover *,
	    const char *dossier, const struct handover_line *);
/* A heading for a section's code. */
const char *handover_sheet_word(const char *section);

/* handover*.c alone: does the person have something there? And what each
 * event of a handover says. */
struct event_body;
enum err handover_has(struct ctx *, struct dossier *, int64_t person,
	    bool *out);
struct event_body *handover_body(struct ctx *, const struct handover *);

#endif
