/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_PROCEEDING_H
#define DOMAIN_PROCEEDING_H

#include "base/ctx.h"
#include "model/appointment.h"
#include "model/dossier.h"
#include "model/matter.h"

/*
 * Proceedings of a matter: before which court or authority it is, under which
 * number, and how each ended; an appeal is another one. A hearing in one is an
 * appointment of the case, and is changed and cancelled as any other. Every
 * act needs LEVEL_WORK and can be undone.
 */
struct proceeding_new {		/* as typed */
	const char *court, *reference, *judge;
	const char *filed, *ended;	/* civil, "" none */
	const char *result;
};
enum err proceeding_list(struct ctx *, const struct dossier *,
	    struct proceeding **out);
enum err proceeding_open(struct ctx *, const struct dossier *, int64_t no,
	    struct proceeding **out);		/* ERR_MISSING */
/* The fields are refused by these names. */
enum err proceeding_add(struct ctx *, struct dossier *,
	    const struct proceeding_new *, struct proceeding **out);
/* ERR_CONFLICT when somebody saved it since that version. */
enum err proceeding_change(struct ctx *, struct dossier *,
	    struct proceeding *, const struct proceeding_new *,
	    int64_t version);

struct appointment_new;
enum err proceeding_hearings(struct ctx *, const struct dossier *,
	    struct hearing **out);
/* Refuses the fields of an appointment, and "proceeding" (its no). */
enum err proceeding_hearing_add(struct ctx *, struct dossier *,
	    int64_t proceeding, const struct appointment_new *,
	    struct appointment **out);

/* What rows of a list of matters tell besides; dossiers in sight. */
enum err proceeding_matters(struct ctx *, const struct dossier *list,
	    struct matter **out);

#endif
