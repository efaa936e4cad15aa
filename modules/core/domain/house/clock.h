/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_CLOCK_H
#define DOMAIN_CLOCK_H

#include <stdbool.h>

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/job.h"

/*
 * What Dossier does by itself, run by a timer every minute on every host.
 * One run at a time has the lease; a host that finds it taken leaves the
 * jobs to the other one. Whoever dies loses it after CLOCK_LEASE seconds. A
 * job that fails is recorded and tried again; the others go on.
 */
#define CLOCK_LEASE 120
#define CLOCK_LONGEST 900	/* that any job may ask for */

struct clock_run {
	const char *host;	/* this machine */
	int64_t run;		/* of the lease; 0: another host has it */
	int ran, failed;	/* jobs */
};

/* A line of the table in clock_jobs.c. */
struct clock_job {
	const char *name;	/* as job.name */
	int every;		/* seconds between two starts */
	int hour;		/* of the day at the site, not before; or -1 */
	int lease;		/* seconds that it may take */
	const char *what;	/* for --list */
	/* Begins and ends its own transactions; what must not be done by
	 * two holds the lease in each. now->said and now->mark are kept. */
	enum err (*act)(struct ctx *, const struct clock_run *,
	    struct job *now);
};
extern const struct clock_job clock_jobs[];	/* name NULL at the end */

/* Runs what is due, or only the job named, at once. cx->db is open, without
 * a transaction. ERR_BUSY: not even the lease could be asked for. */
enum err clock_run(struct ctx *, const char *only, struct clock_run *);
/* In a transaction: false when another host has the lease by now. */
bool	 clock_held(struct ctx *, const struct clock_run *);
/* A dossier as the system has it; NULL: it is closed, or gone. */
enum err clock_dossier(struct ctx *, int64_t id, struct dossier **out);

#endif
