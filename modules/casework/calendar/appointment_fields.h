/* SPDX-License-Identifier: MIT */
#ifndef CASEWORK_APPOINTMENT_FIELDS_H
#define CASEWORK_APPOINTMENT_FIELDS_H

#include "domain/desk/appointment.h"
#include "web/request.h"

/* What a form says of an appointment. d NULL: of nobody's case. ERR_INVALID
 * too where it only looks for people. */
enum err appointment_fields_typed(struct request *, const struct dossier *d,
	    struct appointment_new *out);
/* What it lets choose: people, days of the week, names. a NULL: for one that
 * is new. */
enum err appointment_fields_choices(struct request *,
	    const struct dossier *d, const struct appointment *a);
/* Fills it in. */
void	 appointment_fields_begin(struct request *,
	    const struct appointment *);
/* After one was entered or changed: what it meets is a remark. */
enum err appointment_fields_said(struct request *, const struct dossier *,
	    const struct appointment *, const char *done);

#endif
