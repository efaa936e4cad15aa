/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DEADLINE_CLOCK_H
#define DOMAIN_DEADLINE_CLOCK_H

#include "base/ctx.h"
#include "domain/house/clock.h"

/*
 * What deadlines say as time goes by. Who leads the dossier is warned, and
 * told when one is missed; a day later, or where nobody leads, it is passed on
 * to who manages. Each has it in the list "My work" and in mail. Leads of
 * dossiers that fell silent are told as well (silence.h). And some
 * dossiers a run are looked through, as their calendar may be another.
 */
struct deadline_clock_report {
	int told, silent, renewed;	/* deadlines; dossiers */
	int64_t mark;		/* where to go on */
};
enum err deadline_clock(struct ctx *, const struct clock_run *,
	    int64_t mark, struct deadline_clock_report *);

#endif
