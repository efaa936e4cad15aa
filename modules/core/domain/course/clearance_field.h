/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_CLEARANCE_FIELD_H
#define DOMAIN_CLEARANCE_FIELD_H

#include "base/ctx.h"
#include "domain/spine/event.h"
#include "model/casetype.h"
#include "model/cmmn.h"
#include "model/dossier.h"

/*
 * What a conflict check means for its matter: a type may have a field that
 * its decision fills (filled-by="conflict-check"), and tasks of the plan whose
 * output is that field are done by it. Nobody types the one or ends the other.
 */
const struct type_field *clearance_field(const struct casetype *); /* NULL */
/* Writes what it says, "" nothing any more; b gets before and after. */
enum err clearance_field_write(struct ctx *, struct dossier *,
	    const char *state, struct event_body *b);
/* Is it such a task? */
bool	 clearance_field_answers(const struct casetype *,
	    const struct cmmn_definition *);
/* The same of a task; and ERR_INVALID where one is done with nothing said. */
enum err clearance_field_task(struct ctx *, const struct dossier *,
	    const struct task *, bool *out);
enum err clearance_field_may(struct ctx *, struct dossier *,
	    const struct task *);

#endif
