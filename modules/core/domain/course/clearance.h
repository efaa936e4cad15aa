/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_CLEARANCE_H
#define DOMAIN_CLEARANCE_H

#include "base/ctx.h"
#include "model/clearance.h"
#include "model/dossier.h"

/*
 * Conflict checks: names are looked up among all parties of all dossiers,
 * open and closed, former ones, counsel, dockets, and the other names of the
 * register, however they are spelt. What was found is kept as it was then,
 * under a hash that its event has; it is decided once. Of a dossier that the
 * viewer may not see a check says "Ask the officer", and not a word or
 * number more. Officers are auditors.
 */
#define CLEARANCE_NAMES 100	/* of one check */

/* Names before there is a matter. Fields: names, purpose. */
struct clearance_new {
	const char *names;	/* as typed, one a line */
	const char *purpose;
};
enum err clearance_typed(struct ctx *, const struct clearance_new *,
	    struct clearance **out);
/* All names on an opened matter; LEVEL_WORK. */
enum err clearance_run(struct ctx *, struct dossier *,
	    struct clearance **out);
/* The same because somebody came on: what was decided before speaks of others
 * alone, so the field of the type that says it is empty again. */
enum err clearance_renew(struct ctx *, struct dossier *);

/* Of one's own, or of a dossier in sight; with names and what may be seen.
 * ERR_MISSING. */
enum err clearance_open(struct ctx *, const char *number,
	    struct clearance **out);
enum err clearance_mine(struct ctx *, int limit, struct clearance **out);
enum err clearance_of(struct ctx *, const struct dossier *, int limit,
	    struct clearance **out);
/* The newest of a matter, NULL none; stale: names came on since, or at all. */
enum err clearance_latest(struct ctx *, const struct dossier *,
	    struct clearance **out, bool *stale);

/* "clear" "waived" "conflict"; d: its matter, opened, or NULL. What it says of
 * a matter is a fact of that (clearance_field.h). Fields: state, why. What is
 * hidden asks for the officer's answer first. */
enum err clearance_decide(struct ctx *, struct clearance *, struct dossier *,
	    const char *state, const char *why);
/* ERR_CONFLICT where nothing is hidden, or asked already. */
enum err clearance_ask(struct ctx *, struct clearance *, struct dossier *);

/* For officers. Nobody answers what they asked themselves. */
enum err clearance_asked(struct ctx *, int limit, struct clearance **out);
enum err clearance_asked_open(struct ctx *, const char *number,
	    struct clearance **out);
/* "free" "wall" "conflict". Fields: answer, remark. */
enum err clearance_answer(struct ctx *, const struct clearance *,
	    const char *answer, const char *remark);

/* The hash over what was kept, as schema/README.md says. */
const char *clearance_sum(struct ctx *, const struct clearance *);

#endif
