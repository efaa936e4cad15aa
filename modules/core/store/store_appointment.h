/* SPDX-License-Identifier: MIT */
#ifndef STORE_APPOINTMENT_H
#define STORE_APPOINTMENT_H

#include "base/ctx.h"
#include "model/agenda.h"
#include "model/appointment.h"

/*
 * Entries of calendars. That of a dossier is seen with the dossier; another
 * by its owner and who takes part. The time of a colleague that it takes is
 * no secret: whoever asks for their days learns of a time and of nothing
 * else.
 */
enum err store_appointment_add(struct ctx *, struct appointment *);
enum err store_appointment_find(struct ctx *, const char *number,
	    struct appointment **out);	/* with all it has; NULL: none */
enum err store_appointment_save(struct ctx *, struct appointment *);
/* These take part, and no others. */
enum err store_appointment_people(struct ctx *, const struct appointment *,
	    const int64_t *people, size_t n);
enum err store_appointment_except(struct ctx *, const struct appointment *,
	    const struct appointment_except *);
enum err store_appointment_regular(struct ctx *, const struct appointment *);

/* Those that reach into a span, with what differs of them; ->shown says
 * whether the viewer may read one. */
enum err store_appointment_list(struct ctx *, const struct agenda_ask *,
	    int limit, struct appointment **out);
/* What takes the time of those who take part, beside it: others, shown or
 * not, with ->person. */
enum err store_appointment_beside(struct ctx *, const struct appointment *,
	    int limit, struct appointment **out);

#endif
