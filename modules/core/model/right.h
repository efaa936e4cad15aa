/* SPDX-License-Identifier: MIT */
#ifndef MODEL_RIGHT_H
#define MODEL_RIGHT_H

/* What a page asks of a person; a route without one is shut. */
enum right {
	RIGHT_NONE = 0,		/* matches nobody */
	RIGHT_PUBLIC = 1,	/* also without signing in */
	RIGHT_STAFF = 2,	/* any member of staff with a role on content */
	RIGHT_INTAKE = 4,	/* registers requests */
	RIGHT_SCREEN = 8,	/* accepts, solves, declines */
	RIGHT_LEAD = 16,	/* leads dossiers: moves phases, closes */
	RIGHT_AUDIT = 32,	/* reads who did what */
	RIGHT_ADMIN = 64,	/* configures; no content by this */
	RIGHT_SELF = 128,	/* one's own account: whoever signed in */
	RIGHT_LEGAL = 256,	/* reads matters of lawyers; by their scopes */
	RIGHT_OUTSIDE = 512,	/* of a program that knows no staff; guest.h */
	RIGHT_MEDICAL = 1024	/* patients are their work; by their scopes */
};

/* What a person may do with one dossier. */
enum level {
	LEVEL_NONE = 0,
	LEVEL_EXISTS = 1,	/* sees number and contact only */
	LEVEL_READ = 2,
	LEVEL_WORK = 3,
	LEVEL_DECIDE = 4,
	LEVEL_MANAGE = 5	/* also who has access */
};

/* By which of their rights somebody is at a dossier. */
enum way_in {
	WAY_ROLE = 0,		/* of a team that has it */
	WAY_GRANT,		/* of their own */
	WAY_GLASS,		/* in an emergency, see glass.h */
	WAY_UNASKED		/* a list showed it, and did not ask */
};

#endif
