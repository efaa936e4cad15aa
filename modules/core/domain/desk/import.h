/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_IMPORT_H
#define DOMAIN_IMPORT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/ctx.h"

/*
 * Takes over what other systems recorded. The first pass reads and checks
 * the whole file; the second writes in short transactions, so that staff
 * go on working, and is keyed by (log, case, position): what is in already
 * is passed over, so an import that was stopped goes on by being repeated.
 * cx has a store and no transaction open.
 */
#define IMPORT_CASES 200	/* dossiers of one transaction */
#define IMPORT_EVENTS 2000	/* and events, whichever comes first; of
				 * one case twice as many */

struct import_wish {
	const char *path;
	const char *type;	/* code of an installed case type */
	const char *team;	/* its name; NULL: the one that handles the
				 * type, of several the one that leads it */
	const char *log;	/* name of the log; NULL: the file's */
	bool dry_run;		/* the first pass only */
};

struct import_report {
	const char *log, *team;
	int64_t cases, events;		/* in the file */
	int64_t activities, resources;	/* different names */
	int64_t undated;		/* events without a moment */
	int64_t first, last;		/* moments of events */
	int64_t new_cases, new_events;	/* that were not in before */
};

/* ERR_INVALID with every fault as "file:line: sentence", nothing written. */
enum err import_xes(struct ctx *, const struct import_wish *,
	    struct import_report *out);

#endif
