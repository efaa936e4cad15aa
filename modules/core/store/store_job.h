/* SPDX-License-Identifier: MIT */
#ifndef STORE_JOB_H
#define STORE_JOB_H

#include <stdbool.h>

#include "base/ctx.h"
#include "model/job.h"

/*
 * What runs by itself, one row a name. A row is taken for some seconds, and
 * its number of runs tells whoever had it before that it lost it: ask
 * store_job_hold() in the transaction that must not be done by two.
 */

/* By name. */
enum err store_job_list(struct ctx *, struct job **out);
/* NULL: it never ran. */
enum err store_job_find(struct ctx *, const char *name, struct job **out);

/* *run is 0 while somebody else has it. No lease is for more than so many
 * seconds: one that ends later was given by a clock that went wrong. */
enum err store_job_take(struct ctx *, const char *name, const char *host,
	    int seconds, int longest, int64_t *run);
/* Prolongs it; *held is false when somebody else took it meanwhile. */
enum err store_job_hold(struct ctx *, const char *name, int64_t run,
	    int seconds, bool *held);
/* Ends the run; false in *held as above, and nothing is written. */
enum err store_job_end(struct ctx *, const struct job *, bool *held);
/* A whole run at once, of somebody who needs no lease: .name .host
 * .started .ok .said .mark; it ends now. */
enum err store_job_note(struct ctx *, const struct job *);

#endif
