/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DOSSIER_KEEP_H
#define DOMAIN_DOSSIER_KEEP_H

#include "base/ctx.h"
#include "model/dossier.h"

/*
 * What the acts on a dossier share beside the checks of keep.h: who is let
 * in, and what must follow from each change (lead, phase, due, its end).
 */

/* A member of staff who is to work here. Who cannot yet is let in when the
 * viewer may do that; else the field is refused with what to do. */
enum err dossier_keep_admit(struct ctx *, struct dossier *,
	    const char *field, int64_t person, const char **name);
/* Makes the person the lead, who manages the dossier; 0: nobody. Ends the
 * old one, whose grant ends too. Saves the row; adds no event. */
enum err dossier_keep_lead(struct ctx *, struct dossier *, int64_t person);

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
