/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_HEALTH_H
#define DOMAIN_HEALTH_H

#include <stdbool.h>

#include "base/ctx.h"

/*
 * How the house stands: what can be seen of it from inside, a line each. The
 * administrators' page and `dossier status` show the same.
 */
enum health_grade {		/* as plugins of Nagios end */
	HEALTH_OK, HEALTH_WARNING, HEALTH_CRITICAL, HEALTH_UNKNOWN
};

struct health_check {
	struct health_check *next;
	const char *name;	/* "clock": for monitors, never translated */
	const char *label;	/* for people */
	const char *said;	/* how it is, in a few words */
	enum health_grade grade;
	bool measured;		/* value and limits hold */
	const char *unit;	/* "s", "B" or "" */
	int64_t value, warning, critical;
	bool least;		/* the limits are the least, not the most */
};

struct health {
	const char *version;	/* of the programs */
	const char *store;	/* where it lies, without its password */
	struct health_check *checks;
	enum health_grade worst;
};

/* In a read transaction. host: whose file of seals is looked at, or NULL. */
enum err health_look(struct ctx *, const char *host, struct health *out);
const struct health_check *health_find(const struct health *,
	    const char *name);		/* or NULL */
/* The worse of two: what is not known is worse than what is in order. */
enum health_grade health_worse(enum health_grade, enum health_grade);

#endif
