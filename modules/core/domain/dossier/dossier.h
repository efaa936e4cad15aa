/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DOSSIER_H
#define DOMAIN_DOSSIER_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/event.h"

/*
 * A refused value names the member of the struct or the argument that it
 * came in ("title", "lead", "reason"), a field of the type "f.CODE".
 *
 * One matter. dossier_open() is the only way to one: it applies the
 * predicate and gives a handle at the level asked, or the constant
 * ERR_MISSING (ERR_FORBIDDEN where the viewer may see it at a lower level).
 * Every function that writes takes the handle, adds its event and needs
 * LEVEL_WORK unless it says otherwise.
 */
enum err dossier_open(struct ctx *, const char *number, enum level,
	    struct dossier **out);
enum err dossier_notes(struct ctx *, const struct dossier *,
	    struct note **out);		/* all, newest first */
/* What the phase bar shows: each phase of the type in its order, then those
 * of earlier types that were visited. Needs dossier_load(). */
struct phase_visit *dossier_phases(struct ctx *, const struct dossier *);
/* The word for an outcome; "solved" and "declined" are ours. */
const char *dossier_outcome(struct ctx *, const struct casetype *,
	    const char *outcome);
/* A loaded field's canonical text, "" when it has none. */
const char *dossier_value(const struct dossier *, const char *field);

/* A request arrives: it is a dossier in its first phase, without verdict. */
struct dossier_new {
	const char *type;	/* code */
	int64_t scope;		/* one that the viewer works on */
	const char *title, *text;	/* text: what the requester said */
	const char *medium;
	int64_t received;	/* true arrival, not after now */
	int64_t requester;	/* person, 0 unknown */
	const struct value *values;	/* of the type's fields, as typed */
	bool imported;		/* by an operator: no viewer is asked */
	const struct dossier *for_case;	/* as closed as that, or NULL */
	const struct value *facts;	/* what else the event tells, or NULL */
};
/* What is wrong with it, and nothing written. */
enum err dossier_register_check(struct ctx *, const struct dossier_new *);
enum err dossier_register(struct ctx *, const struct dossier_new *,
	    struct dossier **out);
/* The request is about a dossier that is open: what was said is a note of
 * it, the requester a party. Type, scope and values do not matter. */
enum err dossier_join(struct ctx *, struct dossier *,
	    const struct dossier_new *);

/*
 * Screening. Each refuses ERR_CONFLICT when there is a verdict already.
 * Accepted, a dossier leaves the phase "screening" for the next. type, title
 * "" and scope 0 leave what it has; lead 0: nobody yet.
 */
enum err dossier_accept(struct ctx *, struct dossier *, const char *type,
	    const char *title, int64_t scope, int64_t lead);
enum err dossier_solve(struct ctx *, struct dossier *, const char *result);
enum err dossier_decline(struct ctx *, struct dossier *, const char *reason,
	    const char *alternatives);

/* Any phase of the type, forward or back; a reason is required. */
enum err dossier_move(struct ctx *, struct dossier *, const char *phase,
	    const char *reason);
enum err dossier_wait(struct ctx *, struct dossier *, const char *reason);
enum err dossier_resume(struct ctx *, struct dossier *, const char *reason);
enum err dossier_reopen(struct ctx *, struct dossier *, const char *reason);
/* Other team of the same type, other lead (0: the team finds one); the
 * receiver need not have rights before. Open tasks of the old team, and of
 * people who lose access by it, go to the new one. d->level is afterwards
 * what the viewer still holds, maybe LEVEL_NONE. */
enum err dossier_hand_over(struct ctx *, struct dossier *, int64_t scope,
	    int64_t lead, const char *reason);
/* Notes and documents are also taken by a closed dossier. */
enum err dossier_note(struct ctx *, struct dossier *, const char *text);
/* The same of contact with the requester, by a medium; "": it was none. */
enum err dossier_note_contact(struct ctx *, struct dossier *, const char *text,
	    const char *medium);
/* The same into the compartment of a code from its first moment; "" none.
 * Fields: text, contact, compartment. */
enum err dossier_note_within(struct ctx *, struct dossier *, const char *text,
	    const char *medium, const char *compartment);
/* The same of an exchange with somebody; NULL, and nothing said of it: of
 * contact it is one with the requester. */
struct exchange_new;
enum err dossier_note_exchange(struct ctx *, struct dossier *,
	    const char *text, const char *medium, const char *compartment,
	    const struct exchange_new *);

#endif
