/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_COURT_H
#define DOMAIN_COURT_H

#include "base/ctx.h"
#include "model/court.h"
#include "rules/time/courtcount.h"

/*
 * The rules by which the periods of courts are counted: read from a file
 * (etc/courts/README.md), and asked with what happened when.
 */

/* As a form or a command says it; "" none. */
struct court_said {
	const char *rule;	/* code */
	const char *day;	/* of the event, civil */
	const char *served;	/* code of a service, where the rule has some */
	const char *more;	/* code of who has longer */
	const char *region;	/* of holidays; "" those of the court */
};

/* ERR_INVALID: each fault is a line of cx->why, with file and line. *source
 * is the file as it is written. */
enum err court_file(struct ctx *, const char *path, const char **source,
	    const struct court **out);
/* The same of a text; file is what faults call it. */
enum err court_text(struct ctx *, const char *file, const char *source,
	    const struct court **out);
/* What is asked of the court; a refusal names the field of court_said. */
enum err court_ask(struct ctx *, const struct court *,
	    const struct court_said *, struct courtcount_ask *out);

#endif
