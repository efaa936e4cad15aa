/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DOSSIER_KEEP_H
#define DOMAIN_DOSSIER_KEEP_H

#include "base/ctx.h"
#include "model/dossier.h"

/*
 * What the acts on a dossier share: may it be done, is the text fit, and
 * what must follow from each change (due, phase, lead).
 */

/* ERR_FORBIDDEN below the level. */
enum err dossier_keep_level(struct ctx *, const struct dossier *,
	    enum level);
/* LEVEL_WORK, and ERR_CONFLICT once it is closed. */
enum err dossier_keep_open(struct ctx *, const struct dossier *);
/* The same, and ERR_CONFLICT while nobody has screened it. */
enum err dossier_keep_screened(struct ctx *, const struct dossier *);

/* Tidies typed text, trimmed; refuses the field when it has more than max
 * characters, or none though min is 1. lines: newlines may stay. */
enum err dossier_keep_text(struct ctx *, const char *field,
	    const char *typed, size_t min, size_t max, bool lines,
	    const char **out);
enum err dossier_keep_reason(struct ctx *, const char *field,
	    const char *typed, const char **out);	/* required */

/* A member of staff who is to work here. Who cannot yet is let in when the
 * viewer may do that; else the field is refused with what to do. */
enum err dossier_keep_admit(struct ctx *, struct dossier *,
	    const char *field, int64_t person, const char **name);
/* Makes the person the lead, who manages the dossier; 0: nobody. Ends the
 * old one, whose grant ends too. Saves the row; adds no event. */
enum err dossier_keep_lead(struct ctx *, struct dossier *, int64_t person);

/* The row of a new one, open and in its first phase, under a number that
 * nobody has; type, scope, title, medium and received are set already. */
enum err dossier_register_row(struct ctx *, struct dossier *);
enum err dossier_register_add(struct ctx *, struct dossier *); /* filled in */

/* A new one has the walls of another from its first moment, and is restricted
 * to the same people where that is; before anything is told of it. */
enum err dossier_keep_closed(struct ctx *, const struct dossier *from,
	    struct dossier *into);

/* Leaves the phase it is in, and enters another; "" enters none. */
enum err dossier_keep_phase(struct ctx *, struct dossier *,
	    const char *phase, int64_t when, const char *reason);
/* The earliest of its open tasks, deadlines, promises and due fields; nothing
 * once closed. */
enum err dossier_keep_due(struct ctx *, struct dossier *);
/* Ends the work with an outcome; no checks, no event. */
enum err dossier_keep_close(struct ctx *, struct dossier *,
	    const char *outcome);

#endif
